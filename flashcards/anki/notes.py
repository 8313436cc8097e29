"""What a note in Anki holds of a card: its fields and its tags."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import normalize

from flashcards import markup
from flashcards.model import Card, Kind

FIELDS: dict[Kind, tuple[str, ...]] = {
    "qa": ("Question", "Answer", "Extra", "Context", "Hint", "Source", "Id", "Spare 1", "Spare 2"),
    "cloze": ("Text", "Extra", "Context", "Hint", "Source", "Id", "Spare 1", "Spare 2"),
}
"""The fields of both note types. They are frozen: Anki cannot add one to a collection in use
without a full sync, and skips the notes of a package whose type has others."""

SHOWN = {
    "Question": "question",
    "Text": "question",
    "Answer": "answer",
    "Extra": "extra",
    "Context": "context",
    "Hint": "hint",
}
"""Fields that a card's text fills, and the name of that text in a card."""


def fields_of(card: Card) -> tuple[list[str], tuple[int, ...]]:
    """The HTML of a note's fields, and which cards Anki makes of it, counted from 0."""
    found: list[str] = []
    ords: tuple[int, ...] = (0,)
    for name in FIELDS[card.kind]:
        if name == "Text":
            html, numbers = markup.cloze(card.question, card.answer, _render(card, "question"))
            ords = tuple(number - 1 for number in numbers)
        elif name in SHOWN:
            text: str = getattr(card, SHOWN[name])
            html = _render(card, SHOWN[name])(text) if text else ""
        else:
            html = _ABOUT[name](card) if name in _ABOUT else ""
        found.append(normalize("NFC", html))
    return found, ords


def _render(card: Card, name: str) -> markup.Render:
    """How a text of the card becomes HTML: Markdown where a person wrote it."""
    return markup.markdown if name in card.by_hand else markup.plain


_ABOUT: dict[str, Callable[[Card], str]] = {
    "Source": lambda card: markup.literal(f"{card.span.path}:{card.span.line}"),
    "Id": lambda card: card.id,
}

_SPACE = re.compile(r"[\s\x00-\x1f]+")


def tags_of(card: Card) -> tuple[str, ...]:
    """The card's tags as Anki keeps them: no white space within, each once.

    >>> from flashcards.model import Span
    >>> tags_of(Card("a", "qa", "", "", "", "", Span("", 1), "", tags=("two words", "x", "x")))
    ('two-words', 'x')
    """
    return tuple(dict.fromkeys(filter(None, map(_tag, card.tags))))


@lru_cache(maxsize=10_000)
def _tag(tag: str) -> str:
    return _SPACE.sub("-", normalize("NFC", tag).strip())
