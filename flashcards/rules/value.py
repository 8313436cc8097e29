"""Ask for a quantity that a bullet gives of its parent.

- Melting point
    - Iron: 1538 °C
    - Tin: 232 °C
Q: What is the melting point for iron?
A: 1538 °C
Q: What is the melting point for tin?
A: 232 °C

- A freight train
    - Length = 700 metres
Q: What is the length of a freight train?
A: 700 metres

- Octave = 12 semitones
Q: How many semitones make an octave?
A: 12

- Binary heap
    - insertion of a key $O(\\log n)$
Q: What is the complexity of insertion of a key?
A: $O(\\log n)$

- Results
    - Team A: 3
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.questions import one_of
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.terms import bare_name
from flashcards.passages.topics import is_generic, is_noun_phrase, label_of

SCOPE = "bullet"
NEEDS = ": = - – — ("
_QUANTITIES = frozenset(
    "latency bandwidth speed size cost price temperature time duration weight height length width "
    "depth mass density capacity range rate frequency accuracy precision recall score hydration "
    "ratio percentage population area distance volume voltage power energy pressure age lifetime "
    "half-life point complexity throughput dose concentration wavelength salary share number "
    "radius diameter altitude elevation".split()
)
_NAMED = re.compile(r"^(?P<name>[^:=`$]{2,50}?)\s*(?::|=|\s[-–—])\s*(?P<value>\S.*)$")
_EQUAL = re.compile(
    r"^(?P<name>[A-Za-z][A-Za-z -]{1,30}) = (?P<count>\d[\d.,]*) (?P<unit>[a-z][a-z -]{2,30}s)\.?$"
)
_VALUE = re.compile(r"^(?:about |around |ca\.? |up to |at least |at most )?[~≈<>≤≥$€£]*\s?\d")
LONGEST_VALUE = 8


def read(passage: Passage) -> Iterator[Reading]:
    growth = _GROWTH.match(passage.text.strip())
    if growth:
        yield from _complexity(growth, passage)
        return
    equal = _EQUAL.match(passage.text.strip())
    if equal and not _is_quantity(equal["name"]) and is_noun_phrase(equal["name"]):
        whole = one_of(passage.lowered(equal["name"]))
        yield Reading(f"How many {equal['unit']} make {whole}?", equal["count"])
        return
    found = _NAMED.match(passage.text.strip())
    parent = passage.bullet.parent
    if found is None or " = " in found["value"]:
        return
    if parent is None:
        yield from _alone(found, passage)
        return
    above, name, value = label_of(parent), bare_name(found["name"]), found["value"].rstrip(".;,")
    if not _VALUE.match(value) or word_count(value) > LONGEST_VALUE:
        return
    if (
        not above
        or is_generic(above)
        or " and " in above
        or not is_noun_phrase(above)
        or word_count(name) > 5
    ):
        return
    thing, quantity = passage.lowered(above), passage.lowered(name)
    if _is_quantity(quantity):
        yield Reading(f"What is the {quantity} of {thing}?", value)
    elif _is_quantity(thing):
        yield Reading(f"What is the {thing} for {quantity}?", value)


_GROWTH = re.compile(
    r"^(?P<name>[\w(][\w ()'’-]{2,50}?)(?:\s*[:–—-])?\s+"
    r"(?P<value>(?:\$|`)?(?:O|\\Theta|\\Omega|\\mathcal ?\{?O\}?)\s?\([^$`]*\)(?:\$|`)?)"
    r"(?: \([^()]*\))?\.?$"
)


def _alone(found: re.Match[str], passage: Passage) -> Iterator[Reading]:
    """`Oven temperature: 250 °C`, of what the context line names."""
    name, value = passage.lowered(found["name"].strip()), found["value"].rstrip(".;,")
    told = _VALUE.match(value) and word_count(value) <= LONGEST_VALUE
    if told and 2 <= word_count(name) <= 4 and _is_quantity(name) and is_noun_phrase(name):
        yield Reading(f"What is the {name}?", value)


_AMOUNT = re.compile(r"(?:constant|linear|quadratic|extra|total|in|time|space|memory)\b", re.I)


def _complexity(growth: re.Match[str], passage: Passage) -> Iterator[Reading]:
    """`Insertion $O(\\log n)$`, below `Heap` or `Worst case`."""
    name = passage.lowered(growth["name"].strip())
    parent = passage.bullet.parent
    above = label_of(parent) if parent else ""
    words = tokens(above)
    if len(words) == 1 and tag(words[0]).may("A"):
        name = f"{above.lower()} {name}"
    if not is_noun_phrase(name) or not 2 <= word_count(name) <= 6 or _AMOUNT.match(name):
        return
    yield Reading(f"What is the complexity of {name}?", growth["value"])


def _is_quantity(name: str) -> bool:
    return name.split(" of ")[0].split()[-1].lower() in _QUANTITIES
