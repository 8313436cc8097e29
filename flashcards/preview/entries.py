"""One card as data: its fields as they are drawn, and what stands beside it."""

from __future__ import annotations

from typing import Any

from flashcards.anki.notes import FIELDS, fields_of, tags_of
from flashcards.changes import ChangeKind
from flashcards.lint import Face, lint
from flashcards.model import Card
from flashcards.preview.formulas import with_formulas
from flashcards.preview.gaps import side
from flashcards.preview.pictures import Pictures


def entry(card: Card, change: ChangeKind | None, pictures: Pictures) -> dict[str, Any]:
    """What the page knows of a card; what is empty is left out."""
    texts, ords = fields_of(card)
    fields = {name: html for name, html in zip(FIELDS[card.kind], texts, strict=True) if html}
    sides = fields.pop("Text", "") if card.kind == "cloze" else ""
    found = {
        "id": card.id,
        "kind": card.kind,
        "fields": {name: drawn(html, card, pictures) for name, html in fields.items()},
        "faces": [
            [drawn(side(sides, number + 1, back), card, pictures) for back in (False, True)]
            for number in (ords if card.kind == "cloze" else ())
        ],
        "bullet": card.source,
        "path": card.span.path,
        "line": card.span.line,
        "column": card.span.column,
        "rule": card.rule,
        "tags": tags_of(card),
        "curated": card.curated,
        "change": change or "",
        "flaws": flaws(card),
    }
    return {key: value for key, value in found.items() if value}


def drawn(html: str, card: Card, pictures: Pictures) -> str:
    """A field's HTML for a browser alone, which knows neither Anki's commands nor TeX."""
    if "\\" in html:
        html = with_formulas(html)
    return pictures.shown(html, card)


def flaws(card: Card) -> list[str]:
    """What `check` would say of a card."""
    found = lint(Face(card.kind, card.question, card.answer, card.context))
    return [flaw.message for flaw in found]
