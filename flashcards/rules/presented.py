"""Ask what kind of thing the authors of a paper present, where a sentence says what it is for, and
the title does not.

# Robots in orchards
- Paper: Journal of Orchards
- The authors propose a method to graft two plants in one step.
Q: What method do the authors propose?
A: A method to graft two plants in one step

# Robots in orchards
- The paper presents a data set for the detection of buds on branches
Q: What data set do the authors present?
A: A data set for the detection of buds on branches

# Robots in orchards
- The authors propose a method.
no card

# Grafting by robots
- The authors propose a method to graft two plants in one step.
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.kin import seen
from flashcards.english.stems import stems
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask
from flashcards.passages.passage import Passage

NEEDS_CLAUSE = True

SHORTEST, LONGEST = 6, 22
"""Words of what is presented."""

_PRESENTING = frozenset("present propose introduce describe suggest develop".split())
_THING = re.compile(
    r"^(?:an?|the) (?:[\w-]+ ){0,4}?(?P<noun>method|approach|model|framework|technique|algorithm|"
    r"architecture|system|data ?set|metric|measure|loss|network|tool|procedure|strategy|benchmark|"
    r"library|language|protocol)s?(?: \([^()]*\))?,? (?:to|for|that|which|of|in which|by which) \S",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.subject != "the authors" or clause.base not in _PRESENTING:
        return
    thing = clause.rest.rstrip(".")
    found = _THING.match(thing)
    if clause.negated or _is_titled(passage, thing):
        return
    if found and SHORTEST <= word_count(thing) <= LONGEST:
        yield Reading(ask(passage, clause, f"What {found['noun'].lower()}", ""), thing)


def _is_titled(passage: Passage, thing: str) -> bool:
    """Whether the title tells of what is presented."""
    return bool(seen(stems(thing), stems(" ".join(passage.context))))
