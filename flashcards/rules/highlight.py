"""Hide what the writer highlighted.

- Enzymes ==lower== the activation energy
C: Enzymes {{c1::lower}} the activation energy

- ==Everything here is important, says the reader==
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english.tokens import word_count
from flashcards.lint import MOST_HIDDEN
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEUTRAL = True
MINUTES = True


def read(passage: Passage) -> Iterator[Reading]:
    bullet = passage.bullet
    marks = [mark for mark in bullet.marks if mark.kind == "highlight"]
    hidden = [bullet.text[mark.start : mark.end] for mark in marks]
    if not hidden:
        return
    whole = word_count(bullet.text)
    if any(word_count(gap) > whole * MOST_HIDDEN for gap in hidden):
        return
    text, end = "", 0
    for number, mark in enumerate(marks, 1):
        text += bullet.text[end : mark.start]
        text += f"{{{{c{number}::{bullet.text[mark.start : mark.end]}}}}}"
        end = mark.end
    yield Reading(text + bullet.text[end:], "; ".join(hidden), "cloze")
