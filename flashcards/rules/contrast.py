"""Ask what is done instead of something else.

- Unlike frogs, toads walk rather slowly on land.
Q: How do toads differ from frogs?
A: They walk rather slowly on land

- Bats find their prey by echo instead of sight
no card

- Slides should show pictures instead of sentences.
Q: What should slides show instead of sentences?
A: Pictures
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import Clause
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone
from flashcards.passages.complements import is_phrase
from flashcards.passages.passage import Passage

BY_DEFAULT = False
NEEDS_CLAUSE = True

_INSTEAD = {"instead of", "rather than", "as opposed"}


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is not None and clause.lead.lower().startswith(("unlike ", "in contrast to ")):
        yield from _difference(passage, clause)
        return
    if clause is None or not stands_alone(clause) or clause.voice not in {"active", "progressive"}:
        return
    instead, adjuncts = split_adjuncts(clause.rest)
    if not adjuncts or adjuncts[0].marker not in _INSTEAD or not 1 <= word_count(instead) <= 10:
        return
    if ":" in instead or not is_phrase(instead):
        return
    yield Reading(ask(passage, clause, "What", clause.rest[adjuncts[0].start :]), instead)


_CONTRASTED = re.compile(r"^(?:unlike|in contrast to)\s+", re.IGNORECASE)


def _difference(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """`Unlike X, S does W` says how S differs from X."""
    other = _CONTRASTED.sub("", clause.lead)
    if word_count(other) > 8 or word_count(clause.subject) > 8 or clause.also:
        return
    words = {token.lower for token in tokens(f"{other} {clause.subject}")}
    if words & (closed.POINTING | closed.SUBJECT_PRONOUNS):
        return
    do, it = ("do", "They") if clause.plural else ("does", "It")
    subject = passage.lowered(clause.subject)
    yield Reading(f"How {do} {subject} differ from {other}?", f"{it} {clause.predicate}")
