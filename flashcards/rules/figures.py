"""Hide the figures of a row: a value behind each name, or what rises and falls.

# Medicine
## Diabetic ketoacidosis
- glucose >11, ketones >3, pH <7.3
C: Glucose {{c1::>11}}, ketones {{c2::>3}}, pH {{c3::<7.3}}

## Blood
- Blood pH 7.35–7.45
C: Blood pH {{c1::7.35–7.45}}

## Pumps
- Sodium pump: 3 Na+ out, 2 K+ in
C: Sodium pump: {{c1::3}} Na+ out, {{c2::2}} K+ in

## Blood pressure
- Ramipril: ↓ aldosterone, ↑ bradykinin
C: Ramipril: {{c1::↓ aldosterone}}, {{c2::↑ bradykinin}}

- Version 2.4
no card

- Chapter 3, 20 pages
no card

## Barley
- Only damp for 3 days
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.cloze.figures import (
    figures,
    is_row_of_figures,
    opens_without_name,
    says_of_what,
)
from flashcards.cloze.statements import rows
from flashcards.cloze.worth import is_record
from flashcards.cloze.written import Hidden, with_gaps
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
FORMS = ("bullet", "step", "paragraph")
FALLBACK = True
NEEDS = "0 1 2 3 4 5 6 7 8 9 ↑ ↓"


def read(passage: Passage) -> Iterator[Reading]:
    if passage.names.speakers or is_record(passage.bullet, passage.note):
        return
    for lead, text, named in rows(passage, is_row_of_figures):
        found = figures(text)
        if not lead and opens_without_name(text):
            continue
        if not (named or says_of_what(text[: found[0].start()])):
            continue
        cloze = with_gaps(lead, text, [Hidden(*one.span()) for one in found], passage)
        if cloze:
            yield cloze
