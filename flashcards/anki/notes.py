"""What a note in Anki holds of a card: its fields and its tags."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from html import escape
from unicodedata import normalize

from flashcards import markup
from flashcards.media import is_remote
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
            render = _render(card, "question")
            html, numbers = markup.cloze(card.question, card.answer, render)
            ords = tuple(number - 1 for number in numbers)
        elif name in SHOWN:
            html = html_of(card, SHOWN[name])
        else:
            html = _ABOUT[name](card) if name in _ABOUT else ""
        if card.media and (card.kind, name) in _SIDES:
            html += _files(card, _SIDES[card.kind, name])
        found.append(normalize("NFC", html))
    return found, ords


def html_of(card: Card, name: str) -> str:
    """The HTML of one of the card's texts, which is not the text of a cloze."""
    text: str = getattr(card, name)
    return normalize("NFC", _render(card, name)(text)) if text else ""


def _render(card: Card, name: str) -> markup.Render:
    """How a text of the card becomes HTML: Markdown where a person wrote it."""
    if name not in card.by_hand:
        marks = [mark for text, mark in card.marks if text == name]
        return partial(markup.plain, marks=marks) if marks else markup.plain
    if not card.media:
        return markup.markdown
    return partial(markup.markdown, files={one.media.address: one.name for one in card.media})


_SIDES: dict[tuple[Kind, str], str] = {
    ("qa", "Question"): "front",
    ("qa", "Answer"): "back",
    ("cloze", "Text"): "front",
    ("cloze", "Extra"): "back",
}
"""The fields below whose text a bullet's pictures, sounds and videos stand."""


def _files(card: Card, side: str) -> str:
    """What a side of the card shows below its text."""
    shown = [
        markup.embedded(one.media.address, one.name, one.media.alt, one.media.width)
        for one in card.media
        if one.side == side and (one.name or is_remote(one.media.address))
    ]
    return f'<div class="fc-media">{" ".join(shown)}</div>' if shown else ""


def without_files(html: str) -> str:
    """The HTML of a field without what its bullet shows."""
    return _FILES.sub("", html)


def as_written(card: Card, html: str) -> str:
    """HTML with the addresses of the card's files in the place of their names in Anki."""
    for one in card.media:
        if one.name:
            html = html.replace(one.name, escape(one.media.address))
    return html


_FILES = re.compile(r'<div class="fc-media">.*?</div>', re.DOTALL)


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
