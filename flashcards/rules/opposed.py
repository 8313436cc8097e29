"""Ask of each of two things what a sentence sets against the other; or how the two differ.

- A dinghy carries two sailors, while a cutter carries ten sailors and a cook.
Q: Unlike a cutter, what does a dinghy carry?
A: Two sailors
Q: Unlike a dinghy, what does a cutter carry?
A: Ten sailors and a cook

- A sloop is rigged with one mast, whereas a ketch has two masts
Q: What is the difference between a sloop and a ketch?
A: A sloop is rigged with one mast, a ketch has two masts

Where more is said of one of the two, or of what they may do, they differ in more than that.

- A sloop is rigged with one mast, whereas a ketch has two masts. A ketch is easier to handle.
no card

- A sloop may leave the harbour by day, whereas a ketch must ask the master
no card

- A cutter carries ten sailors and a cook, while a dinghy only carries two sailors.
Q: Unlike a dinghy, what does a cutter carry?
A: Ten sailors and a cook
Q: Unlike a cutter, what does a dinghy carry?
A: Only two sailors

- A dinghy is small, while this carries a cook
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english import closed
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

_AGAINST = re.compile(r"^(?P<one>[^;:]{10,160}?),? (?:while|whereas) (?P<other>[^;:]{10,160}?)\.?$")


def read(passage: Passage) -> Iterator[Reading]:
    found = _AGAINST.match(passage.text)
    if found is None:
        return
    one, other = parse(found["one"]), parse(found["other"])
    if one is None or other is None or not (_is_whole(one) and _is_whole(other)):
        return
    if not _are_opposed(one, other):
        yield from _difference(passage, one, other)
        return
    for clause, against in ((one, other), (other, one)):
        subject, opposite = (
            passage.lowered(without_asides(side.subject)) for side in (clause, against)
        )
        asked = replace(clause, middle=clause.middle.removeprefix("only "))
        only = "only " if asked.middle != clause.middle else ""
        yield Reading(f"Unlike {opposite}, what {invert(asked, subject, '')}?", only + clause.rest)


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
    return all(2 <= word_count(side.rest) <= LONGEST_ANSWER for side in (one, other))


def _difference(passage: Passage, one: Clause, other: Clause) -> Iterator[Reading]:
    """`A sloop is …, whereas a ketch has …`: two things of a kind, in the same number."""
    subjects = [passage.lowered(without_asides(side.subject)) for side in (one, other)]
    told = f"{one.text}, {other.text}"
    alike = one.plural == other.plural and one.negated == other.negated
    if _may_differ_more(passage, one, other):
        return
    if not alike or word_count(told) > LONGEST_DIFFERENCE or stems(subjects[0]) & stems(one.rest):
        return
    if stems(subjects[0]) != stems(subjects[1]):
        yield Reading(f"What is the difference between {' and '.join(subjects)}?", told)


LONGEST_DIFFERENCE = 25


def _may_differ_more(passage: Passage, one: Clause, other: Clause) -> bool:
    """Whether the bullet says more of either, or only what the two may do."""
    beside = stems(passage.bullet.text.replace(passage.text, ""))
    more = any(stems(side.subject) & beside for side in (one, other))
    return more or any(side.auxiliary.lower() in closed.MODALS for side in (one, other))


def _is_whole(clause: Clause) -> bool:
    plain = not (clause.lead or clause.also or clause.following)
    short = word_count(clause.subject) <= LONGEST_SUBJECT
    return plain and short and is_telling(clause.rest) and names_its_subject(clause)
