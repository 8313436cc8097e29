"""Ask for the kind of a thing, where an adjective says it.

- Mammals have a four-chambered heart.
Q: What kind of heart do mammals have?
A: A four-chambered heart

- Mammals have hearts
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject
from flashcards.passages.passage import Passage

_VERBS = frozenset(
    "have use need require produce provide offer give contain make learn predict generate "
    "support face create form show exhibit".split()
)  # fmt: skip
_VAGUE = frozenset(
    "good bad great big main key own same different other more less many few several better "
    "best various certain new old first last whole real such next current much little "
    "important long high low large small single multiple separate additional possible only "
    "own right left".split()
)


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if (
        clause is None
        or not names_its_subject(clause)
        or clause.negated
        or clause.voice != "active"
    ):
        return
    if clause.base not in _VERBS:
        return
    thing, adjuncts = split_adjuncts(clause.rest)
    found = [token for token in tokens(thing) if token.lower not in {"a", "an", "the"}]
    if not 2 <= len(found) <= 4 or adjuncts or word_count(thing) != len(tokens(thing)):
        return
    kind, head = found[:-1], found[-1]
    first = tag(kind[0])
    if any(t.lower in _VAGUE or t.lower in closed.FUNCTION_WORDS or tag(t).may("#") for t in found):
        return
    if (first.may("A") or "-" in kind[0].text) and tag(head).may("N") and not head.is_name:
        yield Reading(ask(passage, clause, f"What kind of {head.text}", ""), thing)
