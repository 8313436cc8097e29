"""The sides of a cloze as Anki draws them, from the HTML of its field."""

from __future__ import annotations

import re

from flashcards.braces import gaps_in

_FORMULA = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)


def side(html: str, number: int, back: bool) -> str:
    r"""The front or the back of the card that hides the gaps of a number.

    Within a formula gaps have no colour, in Anki neither.

    >>> side("{{c1::Water}} is {{c2::wet::how}}", 2, back=False)
    '<span class="cloze-inactive">Water</span> is <span class="cloze">[how]</span>'
    >>> side(r"\({{c1::a}} + b\)", 1, back=False)
    '\\([...] + b\\)'
    """
    formulas = [match.span() for match in _FORMULA.finditer(html)]
    parts: list[str] = []
    at = 0
    edits: list[tuple[int, int, str]] = []
    for gap in gaps_in(html):
        plain = any(start < gap.opening < end for start, end in formulas)
        active = number in gap.numbers
        opening = f'<span class="cloze{"" if active else "-inactive"}">'
        before, after = ("", "") if plain else (opening, "</span>")
        if active and not back:
            hint = html[gap.hint + 2 : gap.end] if gap.hint >= 0 else "..."
            edits.append((gap.opening, gap.end + 2, f"{before}[{hint}]{after}"))
        else:
            edits.append((gap.opening, gap.start, before))
            edits.append((gap.stop, gap.end + 2, after))
    for start, end, text in sorted(edits):
        if start >= at:
            parts += [html[at:start], text]
            at = end
    return "".join([*parts, html[at:]])
