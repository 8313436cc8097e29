"""Take over a question and answer that the notes spell out.

- Q: Which organ makes insulin? A: The pancreas
Q: Which organ makes insulin?
A: The pancreas

- Q: What does a catalyst lower?
    - A: The activation energy
Q: What does a catalyst lower?
A: The activation energy

- Q: Who knows?
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEUTRAL = True
MINUTES = True
NEEDS = "q question frage pregunta"

_QUESTION = re.compile(r"^(?:Q|Question|Frage|Pregunta)\s*[:.]\s*(?P<question>\S.*)$", re.DOTALL)
_ANSWER = re.compile(r"(?:^|\s)(?:A|Answer|Antwort|Respuesta)\s*[:.]\s+", re.DOTALL)


def read(passage: Passage) -> Iterator[Reading]:
    asked = _QUESTION.match(passage.bullet.text.strip())
    if asked is None:
        return
    question, answer = _parted(asked["question"])
    if not answer and passage.bullet.children:
        _, answer = _parted(" " + passage.bullet.children[0].text.strip())
    if answer:
        yield Reading(question.strip(), answer.strip())


def _parted(text: str) -> tuple[str, str]:
    parts = _ANSWER.split(text, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (text, "")
