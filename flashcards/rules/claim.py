"""Ask what is shown, held or meant, where a sentence gives it as a `that` clause.

- Field trials showed that ants carry seeds over long distances.
Q: What did field trials show about ants?
A: They carry seeds over long distances

- The lock ensures that only one writer changes the file
Q: What does the lock ensure?
A: Only one writer changes the file

- They said that it rained
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.tokens import tokens, word_count
from flashcards.english.verbs import TAKES_THAT
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject, topic_of
from flashcards.passages.complements import pins_down, whole
from flashcards.passages.passage import Passage

BY_DEFAULT = False
NEEDS_CLAUSE = True

LONGEST_ANSWER = 25

_SHOWING = frozenset("show find indicate suggest reveal demonstrate prove confirm report argue "
                     "claim believe observe conclude note".split())  # fmt: skip
"""Verbs of which one may ask `about what`."""


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.base not in TAKES_THAT or clause.negated:
        return
    if not clause.rest.startswith("that ") or not names_its_subject(clause):
        return
    claim = clause.rest.removeprefix("that ").rstrip(".")
    if clause.also:
        claim = f"{claim} and {clause.also}"
    if not 4 <= word_count(claim) <= LONGEST_ANSWER or _points(claim):
        return
    inner = parse(claim)
    topic = topic_of(inner) if inner and clause.base in _SHOWING else ""
    if inner and topic and pins_down(clause.subject, topic, least=1.6):
        they = "They" if inner.plural else "It"
        topic = passage.lowered(topic)
        yield Reading(ask(passage, clause, "What", f"about {topic}"), f"{they} {inner.predicate}")
    elif pins_down(clause.subject, clause.base, least=2):
        yield Reading(ask(passage, clause, "What", ""), whole(claim))


def _points(claim: str) -> bool:
    opening = tokens(claim)[0].lower
    return opening in closed.POINTING - {"its"} | {"one", "some"}
