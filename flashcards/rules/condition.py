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
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, hanging
from flashcards.passages.passage import Passage

_LEAD = re.compile(r"^(?:when|if|once|whenever|as soon as)\s", re.IGNORECASE)
_MARKERS = {"when", "if", "once", "unless", "whenever", "only if", "only when", "after"}


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or set(_words(clause.subject)) & _READER:
        return
    if clause.lead:
        if _LEAD.match(clause.lead) and not set(_words(clause.lead)) & _READER:
            yield from _consequence(passage, clause.lead)
        return
    found = hanging(passage, "condition", "time")
    if found is None or found.adjunct.marker not in _MARKERS or word_count(found.whole) < 3:
        return
    if (
        clause.negated
        or clause.subject.lower() == "there"
        or not (found.before or clause.voice in {"passive", "active"})
    ):
        return
    before = found.before.removesuffix(" only")
    only = "only " if before != found.before else ""
    yield Reading(ask(passage, clause, "When", before), only + found.whole)


def _consequence(passage: Passage, lead: str) -> Iterator[Reading]:
    condition = passage.lowered(lead)
    if parse(condition.split(" ", 1)[1]) is None:
        return
    main = passage.text[len(lead) :].lstrip(" ,").rstrip(".")
    yield Reading(f"What happens {condition}?", main.removeprefix("then "))


_READER = closed.FIRST_OR_SECOND_PERSON - {"our", "us"}


def _words(text: str) -> list[str]:
    return [token.lower for token in tokens(text)]
