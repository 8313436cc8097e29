"""A card as it will look, in lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.braces import replaced, shown
from flashcards.cli.screen import colour
from flashcards.model import Card
from flashcards.problems import cells

WIDEST = 72
"""Columns of a card; longer lines are hard to read."""


def face(card: Card, width: int) -> Iterator[str]:
    """The two sides of a card, one below the other, in a frame of at most `width` columns."""
    inner = max(10, min(width, WIDEST) - 4)
    rule = "─" * (inner + 2)
    yield f"┌{rule}┐"
    if card.context:
        yield from _boxed(card.context, inner, "dim")
    yield from _boxed(_front(card), inner, "bold")
    if card.hint:
        yield from _boxed(f"hint: {card.hint}", inner, "dim")
    yield f"├{rule}┤"
    yield from _boxed(_back(card), inner, "")
    if card.extra:
        yield f"│ {' ' * inner} │"
        yield from _boxed(card.extra, inner, "dim")
    yield f"└{rule}┘"


def _front(card: Card) -> str:
    if card.kind == "qa":
        return card.question
    text = card.question
    return replaced(text, lambda gap: f"[{text[gap.stop + 2 : gap.end] or '…'}]")


def _back(card: Card) -> str:
    if card.kind == "qa":
        return card.answer
    text = card.question
    return replaced(text, lambda gap: f"[{shown(text[gap.start : gap.stop])}]")


def _boxed(text: str, width: int, tone: str) -> Iterator[str]:
    for line in wrapped(text, width):
        filled = line + " " * (width - cells(line))
        yield f"│ {colour(filled, tone) if tone else filled} │"


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most so many columns; its own line ends stay."""
    for line in text.split("\n"):
        row = ""
        for word in line.split():
            for piece in _pieces(word, width):
                joined = f"{row} {piece}" if row else piece
                if row and cells(joined) > width:
                    yield row
                    joined = piece
                row = joined
        yield row


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit: formulas and scripts without spaces are longer than a line."""
    piece = ""
    for letter in word:
        if cells(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
