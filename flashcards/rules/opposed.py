"""Ask of each of two things what a sentence sets against the other.

- A dinghy carries two sailors, while a cutter carries ten sailors and a cook.
Q: Unlike a cutter, what does a dinghy carry?
A: Two sailors
Q: Unlike a dinghy, what does a cutter carry?
A: Ten sailors and a cook

- A dinghy is small, while a cutter carries a cook
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.clauses import Clause, parse
from flashcards.english.normal import without_asides
from flashcards.english.questions import invert
from flashcards.english.stems import stems
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.asking import names_its_subject
from flashcards.passages.complements import is_telling
from flashcards.passages.passage import Passage

NEEDS = "while whereas"

LONGEST_SUBJECT, LONGEST_ANSWER = 6, 16

_AGAINST = re.compile(r"^(?P<one>[^;:]{10,160}?), (?:while|whereas) (?P<other>[^;:]{10,160}?)\.?$")


def read(passage: Passage) -> Iterator[Reading]:
    found = _AGAINST.match(passage.text)
    if found is None:
        return
    one, other = parse(found["one"]), parse(found["other"])
    if one is None or other is None or not _are_opposed(one, other):
        return
    for clause, against in ((one, other), (other, one)):
        subject, opposite = (
            passage.lowered(without_asides(side.subject)) for side in (clause, against)
        )
        yield Reading(f"Unlike {opposite}, what {invert(clause, subject, '')}?", clause.rest)


def _are_opposed(one: Clause, other: Clause) -> bool:
    """The same is said of two things, and each time of another object."""
    alike = one.base == other.base and one.voice == other.voice == "active"
    if (
        not alike
        or one.auxiliary.lower() != other.auxiliary.lower()
        or one.negated != other.negated
    ):
        return False
    if stems(one.subject) == stems(other.subject) or stems(one.rest) == stems(other.rest):
        return False
    return all(map(_is_whole, (one, other)))


def _is_whole(clause: Clause) -> bool:
    plain = not (clause.lead or clause.also or clause.following)
    short = word_count(clause.subject) <= LONGEST_SUBJECT
    told = 2 <= word_count(clause.rest) <= LONGEST_ANSWER and is_telling(clause.rest)
    return plain and short and told and names_its_subject(clause)
