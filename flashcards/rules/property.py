"""Ask what a property is tied to: what something is prone to, aware of, good for.

- Young birches are prone to late frost.
Q: What are young birches prone to?
A: Late frost

- A sundial is independent of any power supply
Q: What is a sundial independent of?
A: Any power supply

- Pottery is able to hold water
no card

- They are good at it
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone, what
from flashcards.passages.complements import is_phrase, is_telling, pins_down, whole
from flashcards.passages.passage import Passage

LONGEST_ANSWER = 14

_OF = frozenset("unaware aware independent capable incapable typical characteristic full tolerant "
                "intolerant representative composed fond afraid reminiscent free short "
                "indicative".split())  # fmt: skip
_TO = frozenset("prone similar equal equivalent proportional resistant invariant robust sensitive "
                "insensitive susceptible vulnerable relevant specific native related close "
                "comparable identical subject open exposed essential central critical crucial "
                "orthogonal perpendicular parallel restricted superior inferior common unique "
                "immune allergic adjacent responsive indifferent accessible linked key "
                "vital fundamental integral dedicated limited devoted".split())  # fmt: skip
_FOR = frozenset("good bad useful useless suitable unsuitable convenient necessary responsible "
                 "ideal essential important famous known sufficient available crucial optimal "
                 "critical perfect appropriate helpful best vital notorious unsuited fit "
                 "required".split())  # fmt: skip
_ON = frozenset("dependent reliant based focused conditional contingent".split())
_IN = frozenset("rich poor high low useful common interested involved popular present active "
                "abundant visible helpful written".split())  # fmt: skip
_AGAINST = frozenset("robust effective resilient secure safe powerless".split())
_WITH = frozenset("compatible consistent familiar comparable associated synonymous".split())
_FROM = frozenset("different distinct absent independent separate free far derived".split())
_TIES = {"of": _OF, "to": _TO, "for": _FOR, "on": _ON, "in": _IN, "against": _AGAINST,
         "with": _WITH, "from": _FROM}  # fmt: skip


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.voice != "copula" or clause.negated or not stands_alone(clause):
        return
    if clause.auxiliary.lower() in closed.MODALS and clause.middle != "be":
        return
    words = [tag(token) for token in tokens(clause.rest)]
    at = 1 if len(words) > 2 and words[0].may("R") and not words[1].may("I") else 0
    if len(words) < at + 3 or words[at].lower not in _TIES.get(words[at + 1].lower, ()):
        return
    thing = whole(clause.rest[words[at + 2].token.start :].rstrip("."))
    if word_count(thing) > LONGEST_ANSWER or not is_phrase(thing) or not is_telling(thing):
        return
    tie = clause.rest[: words[at + 1].token.end]
    asked = ask(passage, clause, what(thing), tie)
    if pins_down(asked, least=2):
        yield Reading(asked, thing)
