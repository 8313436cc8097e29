"""Ask how a thing differs from the one that a sentence sets against it.

- Unlike frogs, toads walk rather slowly on land.
Q: How do toads differ from frogs?
A: They walk rather slowly on land

- Unlike these, toads walk rather slowly on land.
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

BY_DEFAULT = False
NEEDS_CLAUSE = True


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is not None and clause.lead.lower().startswith(("unlike ", "in contrast to ")):
        yield from _difference(passage, clause)


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
