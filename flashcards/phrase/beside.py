"""Which cards of a fallback a bullet takes beside those of other rules."""

from __future__ import annotations

from collections.abc import Iterable

from flashcards.english.stems import stems
from flashcards.model import Draft


def beside(others: Iterable[Draft], found: Iterable[Draft]) -> list[Draft]:
    """Those whose sentence no other card of the bullet asks for: most of their words are new.

    `found` come best first; one of last resort is taken only where there is nothing else.
    """
    asked = [_words(draft) for draft in others]
    taken = []
    for draft in found:
        words = _words(draft)
        if asked and draft.reading.last_resort:
            continue
        if all(len(words & other) * 2 <= len(words) for other in asked):
            taken.append(draft)
            asked.append(words)
    return taken


def _words(draft: Draft) -> frozenset[str]:
    return stems(f"{draft.reading.question} {draft.reading.answer}")
