"""Ask when something holds, or what happens when it does.

- Magnets lose their force when they are heated.
Q: When do magnets lose their force?
A: When they are heated

- When a star runs out of hydrogen, its core contracts
Q: What happens when a star runs out of hydrogen?
A: Its core contracts

- If you like it, tell a friend
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.questions import imperative_base
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, hanging, stands_alone
from flashcards.passages.passage import Passage

_LEAD = re.compile(
    r"^(?P<when>(?:when|if|once|whenever|as soon as) (?P<condition>[^;:]{5,90}?)), (?:then )?"
    r"(?P<main>[^;:]+?)\.?$",
    re.IGNORECASE,
)
_MARKERS = {"when", "if", "once", "unless", "whenever", "only if", "only when", "after"}


def read(passage: Passage) -> Iterator[Reading]:
    opening = _LEAD.match(passage.text)
    if opening and parse(opening["condition"]):
        yield from _consequence(passage, opening)
        return
    clause = passage.clause
    found = hanging(passage, "condition", "time")
    if clause is None or found is None or not stands_alone(clause) or clause.negated:
        return
    if found.adjunct.marker not in _MARKERS or word_count(found.whole) < 3:
        return
    if "one" in found.before.split()[-1:]:
        return  # `one after another`
    if not (found.before or clause.voice in {"passive", "active"}):
        return
    before = found.before.removesuffix(" only")
    only = "only " if before != found.before else ""
    yield Reading(ask(passage, clause, "When", before), only + found.whole)


def _consequence(passage: Passage, opening: re.Match[str]) -> Iterator[Reading]:
    """`When C, M` asks for M, where C is a statement and M neither a command nor for the reader."""
    main = opening["main"]
    if imperative_base(main) is not None:
        return
    if set(_words(passage.text)) & _READER or word_count(main) < 3:
        return
    yield Reading(f"What happens {passage.lowered(opening['when'])}?", main)


_READER = closed.FIRST_OR_SECOND_PERSON - {"our", "us"}


def _words(text: str) -> list[str]:
    return [token.lower for token in tokens(text)]
