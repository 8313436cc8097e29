"""Ask what kind of thing the authors of a paper present, where a sentence says what it is for.

# Grafting by robots
- Paper: Journal of Orchards
- The authors propose a method to graft two plants in one step.
Q: What method do the authors propose?
A: A method to graft two plants in one step

# Grafting by robots
- The paper presents a data set for the detection of buds on branches
Q: What data set do the authors present?
A: A data set for the detection of buds on branches

# Grafting by robots
- The authors propose a method.
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    if found and not clause.negated and SHORTEST <= word_count(thing) <= LONGEST:
        yield Reading(ask(passage, clause, f"What {found['noun'].lower()}", ""), thing)
