"""Ask who somebody is, where the notes give a name and what the person is or did.

- Ilse Varga (chemist who isolated three rare earths)
Q: Who is Ilse Varga?
A: Chemist who isolated three rare earths

- Teodor Brandt – first keeper of the lighthouse, died in 1847
Q: Who was Teodor Brandt?
A: First keeper of the lighthouse, died in 1847

- Brandt: Danish engineer, builder of the Skagen light in 1858
Q: Who was Brandt?
A: Danish engineer, builder of the Skagen light in 1858

## Key people
- Varga: first woman in the academy
Q: Who was Varga?
A: First woman in the academy

- Ilse Varga (Stanford)
no card

- Magna Mater: two centuries of festivals
no card

- Quaestor: official in charge of the treasury
no card

- Sept 1793 - July 1794: the Terror
no card

## Key people
- Varga: studies of the northern lights
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.people import (
    is_role_of_a_person,
    is_somebody,
    tells_a_deed,
    tells_who,
    was,
)
from flashcards.passages.terms import term_of

SCOPE = "bullet"
NEEDS = "- – — : ( ="

_BRACKETED = re.compile(r"^(?P<name>[^():]{3,40}) \((?P<role>[a-z][^()]+)\)\.?$")


def read(passage: Passage) -> Iterator[Reading]:
    bracketed = _BRACKETED.match(passage.text.strip())
    term = None if bracketed else term_of(passage)
    if bracketed:
        name, role, rest = bracketed["name"], bracketed["role"], ""
    elif term is not None:
        name, role, rest = term.name, term.meaning, term.rest
    else:
        return
    if not is_somebody(name, role, passage) or not tells_who(role):
        return
    if not is_role_of_a_person(role) and not tells_a_deed(role):
        return
    be = "was" if was(role, passage) else "is"
    yield Reading(f"Who {be} {name}?", role, extra=rest)
