"""Ask what something tries, aims, needs or has to do.

- Young cuckoos try to push all other eggs out of the nest.
Q: What do young cuckoos try to do?
A: Push all other eggs out of the nest

- Swing bridges are designed to let tall ships pass
Q: What are swing bridges designed to do?
A: Let tall ships pass

- A glacier must move faster than it melts at its end
no card

- We want to win
no card

- Old charts of the lake fail to show the shoals near the northern shore
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.english.verbs import IS_MADE_TO, SEEKS
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject
from flashcards.passages.complements import pins_down, whole
from flashcards.passages.passage import Passage

NEEDS = "to"
NEEDS_CLAUSE = True

LONGEST_ANSWER = 20

_LOOSE = frozenset(
    "help serve want wish hope fail refuse authorize authorise permit allow require".split()
)
_POINTS = re.compile(r"\w+ (?:it|them|this|these|that|him|her)\b")
_TO_DO = re.compile(r"^to (?P<doing>[a-z].*)$")


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.negated or not names_its_subject(clause):
        return
    if clause.voice == "progressive":
        return  # `the doctors are trying to …`: today
    passive = clause.voice == "passive"
    if clause.auxiliary.lower() in closed.MODALS or clause.base in _LOOSE:
        return  # what it may, helps or fails to do is many things
    if clause.base not in (IS_MADE_TO if passive else SEEKS):
        return
    found = _TO_DO.match(clause.rest.rstrip("."))
    if found is None or not tag(tokens(found["doing"])[0]).may("V"):
        return
    doing = whole(found["doing"])
    if _POINTS.match(doing):
        return
    asked = ask(passage, clause, "What", "to do")
    if 3 <= word_count(doing) <= LONGEST_ANSWER and pins_down(asked, least=1.6):
        yield Reading(asked, doing)
