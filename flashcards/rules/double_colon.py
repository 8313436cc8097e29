"""Take over `term :: meaning`, and `term ::: meaning` in both directions.

- mitochondrion :: the power house of the cell
Q: mitochondrion
A: the power house of the cell

- el perro ::: the dog
Q: el perro
A: the dog
Q: the dog
A: el perro

- la casa:::the house
Q: la casa
A: the house
Q: the house
A: la casa

- nucleus::the centre of the cell #flashcards
Q: nucleus
A: the centre of the cell

- nucleus::the centre of the cell
no card

- `std::vector` grows by doubling
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
NEEDS = ":"

_PARTS = re.compile(
    r"^(?P<front>[^`\n]*?\S)"
    r"(?P<sign>\s+:::?\s+|(?<=[?)])\s*:::?\s*|(?<!:):::(?!:)\s*)(?P<back>\S.*)$"
)
# A space before the sign tells a card from `std::vector` and from the `key:: value` of a property.
_BY_PLUGINS = re.compile(
    r"^(?P<front>(?:[^`\n:]|:(?![:/]))*[^\s:])\s*(?P<sign>:::?)(?!:)\s*(?P<back>(?!.*\w::\w)[^\s/].*)$"
)


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.bullet.text.strip()
    parts = _PARTS.match(text) or (_BY_PLUGINS.match(text) if passage.note.by_plugins else None)
    if parts is None:
        return
    yield Reading(parts["front"], parts["back"])
    if ":::" in parts["sign"]:
        yield Reading(parts["back"], parts["front"])
