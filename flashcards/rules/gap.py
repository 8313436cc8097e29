"""Hide the words worth knowing, where a statement is sound but no question is certain.

Only bullets of which no other rule makes a card are read. Every candidate is weighed by what it is
and by how well the rest of the sentence pins it; `flashcards explain` shows the points.

- Some bacteria live on *chitin* alone, far below the waves.
C: Some bacteria live on {{c1::chitin}} alone, far below the waves

Where several words would fit, the hint gives their first letters; a list's hint, its length; one
of two opposites, both.

- Sailors found their way over open water with a magnetic compass
C: Sailors found their way over open water with a {{c1::magnetic compass::m… c…}}

- In the shade, the leaves of a beech are usually larger
C: In the shade, the leaves of a beech are usually {{c1::larger::larger or smaller}}

A pronoun is replaced by what it stands for, where that is certain.

## Drip irrigation
- This technique keeps the leaves dry and free of mildew
C: Drip irrigation keeps the leaves dry and free of {{c1::mildew::m…}}

A number is hidden with its unit, also in a fragment.

## Pretzel dough
- 58% water, cold from the tap
C: {{c1::58%}} water, cold from the tap

- Some of them are nice
no card

- They should be good enough for this
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
    return Reading(statement.lead + cloze, hidden, "cloze", why=gap.why)


def _face(reading: Reading) -> Face:
    return Face("cloze", reading.question, reading.answer)
