"""Guids: how Anki knows a note again."""

from __future__ import annotations

from hashlib import blake2b

from flashcards.model import Kind

_NAMESPACE = "flashcards"


def guid(card_id: str, kind: Kind) -> str:
    """The guid of a card's note in Anki: 20 hexadecimal digits.

    Anki matches notes by guid alone, and cannot turn a note of one type into the other (it aborts
    the whole import), so that the kind is part of it.
    """
    words = "\x1f".join([_NAMESPACE, card_id, kind])
    return blake2b(words.encode(), digest_size=10).hexdigest()
