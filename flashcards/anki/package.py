"""Packages: cards as bytes that Anki imports."""

from __future__ import annotations

import json
from collections.abc import Sequence

from flashcards.model import Card


def package_bytes(cards: Sequence[Card]) -> bytes:
    """The package that holds these cards."""
    rows = [(card.id, card.question, card.answer, card.changed) for card in cards]
    return json.dumps(rows).encode()
