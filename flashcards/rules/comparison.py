"""Ask how two things compare, where a sentence says which has more of something.

- Whales live longer than dolphins
no card

- Cast iron is heavier than aluminium.
Q: How does cast iron compare with aluminium?
A: Heavier

- It is better than nothing
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import stands_alone
from flashcards.passages.passage import Passage

_THAN = re.compile(
    r"^(?P<how>(?:\w+ly |much |far |even |a bit )?(?:more|less|\w+er)\b[^,;:()]{0,60}?)"
    r" than (?P<other>[^,;:()]+)$"
)
LONGEST_SIDE = 6
_NO_THINGS = frozenset("before expected usual nothing when ever previously normal".split())


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.voice != "copula" or clause.negated or not stands_alone(clause):
        return
    found = _THAN.match(clause.rest)
    if found is None or clause.auxiliary.lower() not in {"is", "are", "was", "were"}:
        return
    other = found["other"].strip()
    if word_count(other) > LONGEST_SIDE or word_count(clause.subject) > LONGEST_SIDE:
        return
    if tokens(other)[0].lower in closed.PRONOUNS | {
        "before",
        "expected",
        "usual",
        "nothing",
        "when",
    }:
        return
    do = "do" if clause.plural else "does"
    lead = f"{clause.lead}, how" if clause.lead else "How"
    question = f"{lead} {do} {passage.lowered(clause.subject)} compare with {other}?"
    yield Reading(question, found["how"])
