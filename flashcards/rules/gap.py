"""Hide the words worth knowing, where a statement is sound but no question is certain.

- Some bacteria live on *chitin* alone, far below the waves.
C: Some bacteria live on {{c1::chitin}} alone, far below the waves

- Some of them are nice
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.cloze.gaps import Gap, gaps
from flashcards.cloze.statements import Statement, statements
from flashcards.cloze.worth import is_record
from flashcards.lint import Face, lint
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
FALLBACK = True

MOST_TRIED = 6
"""Gaps of a bullet that are shown to the lint, the best first."""


def read(passage: Passage) -> Iterator[Reading]:
    bullet = passage.bullet
    if bullet.form in {"row", "quote", "code", "heading"} or is_record(bullet, passage.note):
        return
    ranked = sorted(
        ((gap, statement) for statement in statements(passage) for gap in gaps(statement)[:3]),
        key=lambda found: -found[0].score,
    )
    for gap, statement in ranked[:MOST_TRIED]:
        reading = _reading(statement, gap)
        if not any(flaw.severity == "error" for flaw in lint(_face(reading))):
            yield reading
            return


def _reading(statement: Statement, gap: Gap) -> Reading:
    text = statement.text
    hidden = text[gap.start : gap.end]
    hint = f"::{gap.hint}" if gap.hint else ""
    cloze = f"{text[: gap.start]}{{{{c1::{hidden}{hint}}}}}{text[gap.end :]}"
    return Reading(statement.lead + cloze, hidden, "cloze")


def _face(reading: Reading) -> Face:
    return Face("cloze", reading.question, reading.answer)
