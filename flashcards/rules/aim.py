"""Ask what something tries, aims, needs or has to do.

- Young cuckoos try to push all other eggs out of the nest.
Q: What do young cuckoos try to do?
A: Push all other eggs out of the nest

- A glacier must move faster than it melts at its end
no card

- We want to win
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.questions import imperative_base
from flashcards.english.tokens import word_count
from flashcards.english.verbs import SEEKS
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone
from flashcards.passages.complements import pins_down, whole
from flashcards.passages.passage import Passage

LONGEST_ANSWER = 20

_TO_DO = re.compile(r"^to (?P<doing>[a-z].*)$")


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.base not in SEEKS or not stands_alone(clause):
        return
    found = _TO_DO.match(clause.rest.rstrip("."))
    if found is None or clause.voice == "passive" or imperative_base(found["doing"]) is None:
        return
    doing = whole(found["doing"])
    if 3 <= word_count(doing) <= LONGEST_ANSWER and pins_down(clause.subject, least=1.3):
        yield Reading(ask(passage, clause, "What", "to do"), doing)
