"""Curation: what decks/*.yaml asks for, in place of what the rules made of the notes."""

from flashcards.curation.applying import Applied, apply
from flashcards.curation.entries import (
    Add,
    Curation,
    Defaults,
    Drop,
    Pin,
    Split,
    Tune,
    Was,
    Written,
)
from flashcards.curation.reading import read

__all__ = [
    "Add",
    "Applied",
    "Curation",
    "Defaults",
    "Drop",
    "Pin",
    "Split",
    "Tune",
    "Was",
    "Written",
    "apply",
    "read",
]
