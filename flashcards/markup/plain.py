"""Plain texts, as rules make them: code and formulas are marked up, all else stands as it is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pyromark

from flashcards import lazy_re as re
from flashcards.markup import pieces
from flashcards.markup.signs import Signs
from flashcards.model import Mark

_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_MATH)
_SIGNS = re.compile(r"[`$\\\[\n\x00-\x1f]")

GUARD = "."
"""Stands before a line while it is parsed, so that nothing in it opens a block."""


def plain(text: str, marks: Sequence[Mark] = ()) -> str:
    r"""The HTML of a text that no person wrote as Markdown; `marks` say what of it is set apart.

    >>> plain("Is `a < b` in List<int> when $x_1 * x_2$ or *not*?")
    'Is <code>a &lt; b</code> in List&lt;int&gt; when \\(x_1 * x_2\\) or *not*?'
    >>> plain("```\na < b\n```")
    '<pre class="code"><code>a &lt; b</code></pre>'
    """
    if marks:
        signs = Signs(text, marks)
        return signs.taken(plain(signs.text))
    if not _SIGNS.search(text):
        return escape(text, quote=False)
    parts = _FENCED.split(text) if "```" in text else [text]
    shown = [_lines(parts[0])]
    for language, code, rest in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        shown += [pieces.code_block(code, language.lower()), _lines(rest)]
    return pieces.without_commands("".join(shown))


_FENCED = re.compile(r"(?:^|\n)```([^\s`]*)\n(.*?)\n```(?:\n|$)", re.DOTALL)
"""A block of code, as rules pass it on: its language and its lines."""


def _lines(text: str) -> str:
    return "<br>".join(map(_line, text.split("\n"))) if text else ""


def _line(line: str) -> str:
    data = f"{GUARD}{line}".encode()
    parts: list[str] = []
    at = len(GUARD)
    event: Any
    for event, span in _PARSER.events_with_range(data.decode()):
        shown = _shown(event, data[span["end"] :]) if isinstance(event, dict) else ""
        if shown and span["start"] >= at:
            parts += [pieces.text(data[at : span["start"]].decode()), shown]
            at = span["end"]
    return "".join([*parts, pieces.text(data[at:].decode())])


def _shown(event: dict[str, Any], rest: bytes) -> str:
    if "Code" in event:
        return pieces.code(event["Code"])
    if "DisplayMath" in event:
        return pieces.formula(event["DisplayMath"], display=True)
    if "InlineMath" in event and not is_price(event["InlineMath"], rest[:1].decode("latin-1")):
        return pieces.formula(event["InlineMath"], display=False)
    return ""


def is_price(tex: str, following: str) -> bool:
    """Whether two dollar signs stand for money: `$5-$6`."""
    return tex[:1].isdigit() and following.isdigit()
