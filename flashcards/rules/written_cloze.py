r"""Take over a cloze that the notes spell out, in Anki's or Logseq's way.

- The {{c1::hippocampus}} forms new memories
C: The {{c1::hippocampus}} forms new memories

- The {{cloze hippocampus}} forms new memories
C: The {{c1::hippocampus}} forms new memories

- The {{cloze hippocampus \\ sea horse}} forms new memories
C: The {{c1::hippocampus::sea horse}} forms new memories

- A template writes {{name}} with braces
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from flashcards import lazy_re as re
from flashcards.braces import hidden_words
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEUTRAL = True
MINUTES = True
NEEDS = "{"

_LOGSEQ = re.compile(r"\{\{cloze ((?:[^{}]|\{[^{}]*\})+?)\}\}")


def read(passage: Passage) -> Iterator[Reading]:
    numbers = count(1)
    text = _LOGSEQ.sub(lambda m: _gap(next(numbers), m[1]), passage.bullet.text)
    hidden = [words for _, words in hidden_words(text)]
    if hidden and all(hidden):
        yield Reading(text.strip(), "; ".join(hidden), "cloze")


def _gap(number: int, words: str) -> str:
    """Logseq parts a hint from the words by two backslashes, of which Markdown leaves one."""
    shown = "::".join(part.strip() for part in words.split(" \\ ", 1))
    return f"{{{{c{number}::{shown}}}}}"
