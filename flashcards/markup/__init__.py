"""Markup: texts of notes and of curation as HTML that Anki shows.

A text that a rule made from notes is plain but for code and formulas, since the reader of notes
has taken all other signs off; what a person writes into decks/*.yaml is Markdown.
"""

from __future__ import annotations

from flashcards.markup.gaps import Render, cloze
from flashcards.markup.html import from_html, look
from flashcards.markup.markdown import files_in, markdown
from flashcards.markup.pieces import embedded, literal
from flashcards.markup.plain import plain

__all__ = [
    "Render",
    "cloze",
    "embedded",
    "files_in",
    "from_html",
    "literal",
    "look",
    "markdown",
    "plain",
]
