"""Ask what an arrow leads to, where it joins a change and its effect.

- More training data -> less overfitting
Q: What does more training data lead to?
A: Less overfitting

- Settings -> Network -> Proxy
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english.clauses import subject_is_plural
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

LONGEST_SIDE = 8

_CHANGES = frozenset(
    "more less fewer higher lower greater smaller larger bigger faster slower better worse "
    "increasing decreasing increased decreased increase decrease reduced too large small high "
    "low long short lack loss no without many few strong weak mixed poor".split()
)


def read(passage: Passage) -> Iterator[Reading]:
    sides = passage.body.rstrip(".").split(" -> ")
    if len(sides) != 2 or passage.label:
        return
    cause, effect = (side.strip() for side in sides)
    if not all(1 < word_count(side) <= LONGEST_SIDE for side in (cause, effect)):
        return
    if not {token.lower for token in tokens(cause)} & _CHANGES or '"' in passage.text:
        return
    plural = subject_is_plural([tag(token) for token in tokens(cause)]) or "," in cause
    cause = cause.replace(", ", " and ") if cause.count(",") == 1 else cause
    yield Reading(f"What {'do' if plural else 'does'} {passage.lowered(cause)} lead to?", effect)
