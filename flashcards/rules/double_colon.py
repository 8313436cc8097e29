"""Take over `term :: meaning`, and `term ::: meaning` in both directions.

- mitochondrion :: the power house of the cell
Q: mitochondrion
A: the power house of the cell

- el perro ::: the dog
Q: el perro
A: the dog
Q: the dog
A: el perro

- `std::vector` grows by doubling
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEUTRAL = True
MINUTES = True

_PARTS = re.compile(
    r"^(?P<front>[^`\n]*?\S)(?P<sign>\s+:::?\s+|(?<=[?)])\s*:::?\s*)(?P<back>\S.*)$"
)
# A space before the sign tells a card from `std::vector` and from the `key:: value` of a property.


def read(passage: Passage) -> Iterator[Reading]:
    parts = _PARTS.match(passage.bullet.text.strip())
    if parts is None:
        return
    yield Reading(parts["front"], parts["back"])
    if ":::" in parts["sign"]:
        yield Reading(parts["back"], parts["front"])
