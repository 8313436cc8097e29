"""Ask how something is or goes, where only an adverb says it.

- Young rivers generally flow fast and straight.
Q: How do young rivers generally flow?
A: Fast and straight

- Cast-iron stoves heat a room evenly
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.tagging import Tagged, tag_all
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, hanging, names_its_subject
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage

BY_DEFAULT = False
NEEDS_CLAUSE = True

LONGEST_ANSWER = 6

_ADVERBS = frozenset("well better badly worse fast faster slow slower deep deeper high higher late "
                     "later early earlier far further hard harder long longer poorly apart "
                     "together alone best worst fastest slowest straight sideways upwards "
                     "downwards inwards outwards forward backward".split())  # fmt: skip
_COMPARED = frozenset("more less better worse well roughly so as most".split())
"""Adverbs that say too little alone, or more than what is said beside them."""
_EMPTY = frozenset("also only just even always often usually directly simply really actually "
                   "again too already yet still then there here now today".split())  # fmt: skip


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.voice != "active" or not names_its_subject(clause):
        return
    found = hanging(passage, "place", "condition", "time", "purpose")
    how = found.before if found else clause.rest.rstrip(".")
    tail = found.whole if found and word_count(found.whole) <= 8 else ""
    words = tag_all(how)
    if not 1 <= len(words) <= LONGEST_ANSWER or not all(map(_is_adverb, words)):
        return
    if words[-1].lower in _EMPTY or words[0].lower in _COMPARED or clause.negated:
        return
    asked = ask(passage, clause, "How", tail)
    if pins_down(asked, least=2):
        yield Reading(asked, how)


_ADVERBIAL = _ADVERBS | closed.DEGREE_ADVERBS | {"and", "or", "but", "quite"}


def _is_adverb(word: Tagged) -> bool:
    if word.lower in _ADVERBIAL:
        return True
    return word.may("R") and word.lower.endswith("ly") and not word.may("N")
