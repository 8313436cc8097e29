"""Hide in turn the two sides of a difference, where notes put them beside each other.

- The difference between frogs and toads
    - smooth skin vs dry skin
    - long legs vs short legs
C: Frogs vs toads: {{c1::smooth skin}} vs {{c2::dry skin}}
C: Frogs vs toads: {{c1::long legs}} vs {{c2::short legs}}

## Comets vs asteroids
- ice vs rock
C: Comets vs asteroids: {{c1::ice}} vs {{c2::rock}}

- Twitter vs Mastodon
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.names import capitalised
from flashcards.passages.passage import Passage

SCOPE = "bullet"
BY_DEFAULT = False
NEUTRAL = True
NEEDS = "v vs versus"

LONGEST_SIDE = 8

_SIDES = re.compile(
    r"^(?P<one>[^:;?{}]{2,60}?)\s+(?:vs?\.?|versus)\s+(?P<other>[^:;?{}]{2,60}?)\.?$"
)
_DIFFERENCE = re.compile(
    r"^(?:the )?(?:main |key )?(?:differences?|comparison|distinction) (?:between|of) (?P<one>.+?) "
    r"(?:and|vs\.?|versus|with) (?P<other>.+?):?$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    found = _SIDES.match(passage.text.strip())
    if found is None or max(word_count(found["one"]), word_count(found["other"])) > LONGEST_SIDE:
        return
    compared = _compared(passage)
    if compared:
        gaps = f"{{{{c1::{found['one']}}}}} vs {{{{c2::{found['other']}}}}}"
        answer = f"{found['one']}; {found['other']}"
        yield Reading(f"{capitalised(compared)}: {gaps}", answer, "cloze")


def _compared(passage: Passage) -> str:
    """`frogs vs toads`, from the parent or the heading."""
    bullet = passage.bullet
    heading = bullet.headings[-1].text if bullet.headings else ""
    above = (bullet.parent.text if bullet.parent else heading).strip().rstrip(":")
    found = _DIFFERENCE.match(above) or _SIDES.match(above)
    return f"{found['one']} vs {found['other']}" if found and word_count(above) <= 14 else ""
