"""The cards as one page, to be read before they are imported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template

from flashcards.anki.note_types import read as template
from flashcards.anki.notes import FIELDS, fields_of
from flashcards.model import Card

_GAP = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)


def page(cards: Sequence[Card], title: str) -> str:
    """A whole HTML page, without a link to anything outside of it: the cards by deck, each with
    its answer folded away, its source, rule and id. Formulas stand as they are written."""
    decks = groupby(sorted(cards, key=lambda card: card.deck), key=lambda card: card.deck)
    body = "\n".join(_deck(name, list(group)) for name, group in decks)
    frame = (files("flashcards") / "preview.html").read_text(encoding="utf-8")
    return Template(frame).substitute(
        title=escape(title), style=template("style.css"), count=len(cards), body=body
    )


def _deck(name: str, cards: Sequence[Card]) -> str:
    shown = "\n".join(map(_article, cards))
    count = f'<span class="count">{len(cards)}</span>'
    return f"<section>\n<h2>{escape(name)} {count}</h2>\n{shown}\n</section>"


def _article(card: Card) -> str:
    fields = dict(zip(FIELDS[card.kind], fields_of(card)[0], strict=True))
    front = fields.get("Question") or _with_gaps(fields.get("Text", ""))
    parts = [("context", fields["Context"]), ("question", front)]
    back = [("answer", fields.get("Answer", "")), ("extra", fields["Extra"])]
    about = " · ".join(
        escape(part) for part in (f"{card.span.path}:{card.span.line}", card.rule, card.id) if part
    )
    return (
        f'<article class="card" tabindex="0"><div class="fc">{_divided(parts)}'
        f'<div class="back">{_divided(back)}</div>'
        f'<footer class="fc-source">{about}</footer></div></article>'
    )


def _divided(parts: Sequence[tuple[str, str]]) -> str:
    return "".join(
        f'<div class="fc-{name}" dir="auto">{html}</div>' for name, html in parts if html
    )


def _with_gaps(html: str) -> str:
    """Each gap as a blank that gives way to its words when the card is turned."""
    return _GAP.sub(
        lambda gap: (
            f'<span class="cloze"><span class="blank">[{gap[3] or "…"}]</span>'
            f'<span class="back">{gap[2]}</span></span>'
        ),
        html,
    )
