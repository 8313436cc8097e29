"""Ask what something comes from, rests on, is made of or is caused by.

- Aspirin is derived from willow bark.
Q: What is aspirin derived from?
A: Willow bark

- Tides are caused by the pull of the moon
Q: What causes tides?
A: The pull of the moon

- Penicillin was discovered by Alexander Fleming in 1928
Q: Who discovered penicillin?
A: Alexander Fleming

- The house was sold by auction
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import Clause
from flashcards.english.lexicon import lexicon
from flashcards.english.questions import third_person
from flashcards.english.tagging import is_plural
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone, what
from flashcards.passages.passage import Passage

_TIED = frozenset(
    "base:on derive:from compose:of make:of depend:on consist:of result:in lead:to refer:to "
    "rely:on belong:to stem:from originate:from arise:from build:on focus:on correspond:to "
    "map:to split:into divide:into convert:into convert:to transform:into divide:by "
    "measure:in measure:by define:as know:as call:as know:for characterize:by determine:by "
    "associate:with correlate:with compare:to relate:to aim:at apply:to limit:to connect:to "
    "attach:to store:in store:on locate:in find:in trigger:by drive:by surround:by replace:by "
    "replace:with evolve:from inherit:from differ:from protect:from protect:against "
    "suffer:from account:for contribute:to react:with bind:to optimize:for train:on test:on "
    "evaluate:on run:on operate:on feed:into write:in implement:in specialize:in".split()
)
"""Verbs and the preposition that belongs to them, so that it may end the question."""
_ACTS = frozenset(
    "invent discover propose introduce develop write found create coin design build lead "
    "publish formulate describe pioneer prove establish".split()
)
_MANNERS = frozenset(
    "sort group order multiply divide increase decrease reduce scale shift grow rise fall separate "
    "accompany default number rank mean pay hash index partition stand go come".split()
)
"""Verbs whose `by` says how or how much, not who or what."""
_NO_AGENTS = frozenset("hand default chance design means way far itself themselves at".split())
_MEASURES = frozenset(
    "length size date name type time order number percent amount score id key value category "
    "frequency weight distance factor rank degree age".split()
)
"""What things are sorted, batched or scaled by."""
_PARTICLES = frozenset("back up down out off on away over".split())


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or not stands_alone(clause) or clause.negated or clause.voice == "copula":
        return
    before, adjuncts = split_adjuncts(clause.rest)
    if not adjuncts or before not in {"", *_PARTICLES}:
        return
    preposition = adjuncts[0].marker
    where = _up_to_extra(clause.rest[adjuncts[0].start :], preposition)
    if preposition == "by" and clause.voice == "passive":
        yield from _agent(passage, clause, where, before)
    elif before:
        return
    elif f"{clause.base}:{preposition}" in _TIED and 1 <= word_count(where) <= 16:
        opening = tokens(where)[0].lower
        if opening not in closed.RELATIVES | {"how"} and not opening.endswith("ing"):
            yield Reading(ask(passage, clause, what(where), preposition), where)


def _up_to_extra(rest: str, marker: str) -> str:
    """What follows the preposition, without a clause that only adds to it."""
    object_ = rest[len(marker) :].strip().rstrip(".")
    return re.split(r",? (?:which|because|so that|but|whereas|while|and (?:is|are|can|has)) |; ",
                    object_, maxsplit=1)[0].rstrip(",")  # fmt: skip


def _agent(passage: Passage, clause: Clause, agent: str, particle: str) -> Iterator[Reading]:
    """`S is caused by X` → `What causes S?`, `S is held back by X` → `What holds S back?`"""
    subject = passage.lowered(clause.subject)
    agent_only, _ = split_adjuncts(agent)
    if clause.base in _ACTS and agent_only[:1].isupper() and 1 <= word_count(agent_only) <= 8:
        yield Reading(f"Who {_active(clause)} {subject}?", agent_only)
    elif clause.base not in _MANNERS and _is_agent(agent) and word_count(clause.subject) <= 8:
        asked = " ".join(filter(None, [_active(clause), subject, particle]))
        lead = f"{clause.lead}, what" if clause.lead else "What"
        yield Reading(f"{lead} {asked}?", agent)


def _is_agent(agent: str) -> bool:
    """A noun phrase of at most 16 words; no action, no number, no manner (`by default`)."""
    found = tokens(agent)
    if not found or word_count(agent) > 16 or found[0].kind == "number":
        return False
    if len(found) == 1 and found[0].text.islower() and not is_plural(found[0].lower):
        return False
    if found[-1].lower in _MEASURES:
        return False
    return not found[0].lower.endswith("ing") and found[0].lower not in _NO_AGENTS


def _active(clause: Clause) -> str:
    auxiliary = clause.auxiliary.lower()
    if auxiliary in closed.MODALS:
        return f"{auxiliary} {clause.base}"
    if clause.tense == "past" or clause.base in _ACTS or auxiliary in closed.HAVE:
        return lexicon().inflected(clause.base, "E") or clause.verb
    return third_person(clause.base)
