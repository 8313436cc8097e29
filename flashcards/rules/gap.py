"""Hide the words worth knowing, where a statement is sound but no question is certain.

Only sentences that no other card of the bullet asks for are read. Every candidate is weighed by
what it is and by how well the rest of the sentence pins it; `flashcards explain` shows the points.

## The deep sea
- Some bacteria live on *chitin* alone, far below the waves and out of all light.
C: Some bacteria live on {{c1::chitin::ch…}} alone, far below the waves and out of all light

The hint gives the first letters, where several words would fit; of a list, its length.

## Finding north
- Sailors found their way over open water with a magnetic compass
C: Sailors found their way over open water with a {{c1::magnetic compass::m… c…}}

A pronoun is replaced by what it stands for, where that is certain.

## Drip irrigation
- This technique keeps the leaves dry and free of downy mildew
C: Drip irrigation keeps the leaves dry and free of {{c1::downy mildew::d… m…}}

A statement without a subject is about the thing above it, where that is one thing.

## Loom
- Allows to weave twill and herringbone
C: A loom allows to weave {{c1::twill and herringbone::two things}}

## Young shrikes
- Fed at night with 20 g of mealworms
C: Young shrikes: Fed at night with {{c1::20}} g of mealworms

What a thing does in a row is hidden as a whole.

## The mint
- The Calverton mint refines, rolls and stamps silver
C: The Calverton mint {{c1::refines, rolls and stamps::three things it does}} silver

A number is hidden with its unit.

## Pretzel dough
- The dough should hold about 58% of its flour in water
C: The dough should hold about {{c1::58%}} of its flour in water

- Some of them are nice
no card

- They should be good enough for this
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from flashcards.cloze.gaps import Gap, gaps
from flashcards.cloze.statements import Statement, statements
from flashcards.cloze.worth import is_record
from flashcards.lint import Face, worst
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
FORMS = ("bullet", "step", "paragraph")
FALLBACK = True

MOST_TRIED = 4
"""Gaps of a sentence that are shown to the lint, the best first."""
GOOD = 5
"""Points of a gap that is worth a card beside others of its bullet."""


def read(passage: Passage) -> Iterator[Reading]:
    if passage.names.speakers or is_record(passage.bullet, passage.note):
        return
    found = [best for statement in statements(passage) if (best := _best(statement))]
    for _, reading in sorted(found, key=lambda one: -one[0]):
        yield reading


def _best(statement: Statement) -> tuple[int, Reading] | None:
    """The best gap of a statement that the lint lets pass, with its points."""
    for gap in islice(gaps(statement), MOST_TRIED):
        reading = _reading(statement, gap)
        flaw = worst(_face(reading))
        if flaw is None or flaw.severity == "warning":
            return gap.score, reading
    return None


def _reading(statement: Statement, gap: Gap) -> Reading:
    text = statement.text
    hidden = text[gap.start : gap.end]
    hint = f"::{gap.hint}" if gap.hint else ""
    cloze = f"{text[: gap.start]}{{{{c1::{hidden}{hint}}}}}{text[gap.end :]}"
    lead = statement.lead or statement.cue
    return Reading(lead + cloze, hidden, "cloze", why=gap.why, last_resort=gap.score < GOOD)


def _face(reading: Reading) -> Face:
    return Face("cloze", reading.question, reading.answer)
