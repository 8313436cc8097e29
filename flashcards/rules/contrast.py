"""Ask what is done instead of something else.

- Bats find their prey by echo instead of sight
no card

- Slides should show pictures instead of sentences.
Q: What should slides show instead of sentences?
A: Pictures
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone
from flashcards.passages.passage import Passage

_INSTEAD = {"instead of", "rather than", "as opposed"}


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or not stands_alone(clause) or clause.voice not in {"active", "progressive"}:
        return
    instead, adjuncts = split_adjuncts(clause.rest)
    if not adjuncts or adjuncts[0].marker not in _INSTEAD or not 1 <= word_count(instead) <= 10:
        return
    yield Reading(ask(passage, clause, "What", clause.rest[adjuncts[0].start :]), instead)
