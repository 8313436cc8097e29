"""Ask when something happened.

- The lighthouse of Cape Croft was built in 1784.
Q: When was the lighthouse of Cape Croft built?
A: In 1784

- On 9 May 1851 the Channel cable was torn off the coast of Kent
Q: When was the Channel cable torn off the coast of Kent?
A: On 9 May 1851

- Ada Croft kept the light from 1814 to 1839
Q: When did Ada Croft keep the light?
A: From 1814 to 1839

- It was built in 1840
no card

- The paper was printed in 1840
no card

- In 2019 the fee was 4.2 crowns
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause, parse
from flashcards.english.dates import WHEN
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage

NEEDS = "0 1 2 3 4 5 6 7 8 9"

_LAST = re.compile(
    rf"^(?P<told>.*?),? ?\b(?P<when>{WHEN})(?P<tail> (?:by|at|under|in|for|with) .+)?$",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"^(?P<when>{WHEN}),? (?P<told>.+)$", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
LONGEST_TAIL, LONGEST_EVENT = 7, 16
"""Words."""
LEAST_TOLD = 2.0


class Event(NamedTuple):
    """What happened, and when."""

    text: str
    when: str
    """With its preposition: `in 1784`."""


def read(passage: Passage) -> Iterator[Reading]:
    event = _event(passage.text.rstrip(" ."))
    if event is None or not is_told_enough(event.text):
        return
    clause = parse(event.text)
    if clause is None or not is_an_event(clause) or not _is_told_of(clause):
        return
    asked = ask(passage, clause, "When", clause.rest)
    if pins_down(asked, least=LEAST_TOLD):
        yield Reading(asked, event.when)


def _event(text: str) -> Event | None:
    """What a text tells apart from its date, where it has one."""
    if opened := _FIRST.match(text):
        return Event(opened["told"], opened["when"])
    closing = _LAST.match(text)
    tail = closing["tail"] or "" if closing else ""
    if closing is None or word_count(tail) > LONGEST_TAIL:
        return None
    return Event(f"{closing['told']}{tail}", closing["when"])


def is_told_enough(event: str) -> bool:
    """Whether a question can tell the whole of it, with no other number."""
    return not _DIGITS.search(event) and 2 <= word_count(event) <= LONGEST_EVENT


def is_an_event(clause: Clause) -> bool:
    """Whether it tells one thing, and nothing that only the lines around name."""
    if clause.negated or clause.lead or clause.also or clause.following or "," in clause.subject:
        return False
    words = tokens(f"{clause.subject} {clause.rest}")
    return _UNKNOWN.isdisjoint(token.lower for token in words)


_OWN = frozenset("that who which himself herself itself themselves".split())
_UNKNOWN = (closed.PRONOUNS | closed.FIRST_OR_SECOND_PERSON) - _OWN


def _is_told_of(clause: Clause) -> bool:
    """Whether it is told in the past, of something that has a name or needs no article."""
    past = clause.tense == "past" or clause.auxiliary.lower() in {"was", "were"}
    words = tokens(f"{clause.subject} {clause.rest}")
    named = any(token.is_capitalised or token.is_name for token in words[1:])
    return past and names_its_subject(clause) and (named or words[0].lower not in _ARTICLES)


_ARTICLES = frozenset(["the", "a", "an", *closed.POSSESSIVES])
