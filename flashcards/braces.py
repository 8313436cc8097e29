r"""Clozes as they are written: where each gap of a text begins and ends.

A gap is `{{c1::words}}` or `{{c1::words::hint}}`. Gaps may stand in each other; braces in their
words pair up, as TeX wants them; `::` within code or a formula is text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(slots=True)
class Gap:
    """One gap of a text."""

    numbers: tuple[int, ...]
    """Mostly one; Anki lets a gap belong to several cards."""
    opening: int
    """Where its braces open."""
    start: int
    """Where its words begin."""
    end: int = -1
    """Where its braces close; -1 while they are open."""
    hint: int = -1
    """Where the `::` before its hint stands; -1 where it has none."""

    @property
    def stop(self) -> int:
        """Where its words end."""
        return self.hint if self.hint >= 0 else self.end


_SIGN = re.compile(r"\{\{c([1-9]\d{0,2}(?:,[1-9]\d{0,2})*)::|[{}]|::")
_SPAN = re.compile(r"`[^`]*`|\$[^$]*\$")
"""Code and formulas."""


@lru_cache(maxsize=1024)
def gaps_in(text: str) -> tuple[Gap, ...]:
    r"""The gaps of a text, in the order of their openings.

    >>> text = r"{{c1::$\frac{\sqrt{a}}{b}$}} is {{c2::x::a letter}}"
    >>> [(gap.numbers, text[gap.start : gap.stop]) for gap in gaps_in(text)]
    [((1,), '$\\frac{\\sqrt{a}}{b}$'), ((2,), 'x')]
    """
    if "{{c" not in text:
        return ()
    found = _paired(text, with_braces=True)
    if any(gap.end < 0 for gap in found):
        found = _paired(text, with_braces=False)
    return tuple(gap for gap in found if gap.end >= 0)


def _paired(text: str, *, with_braces: bool) -> list[Gap]:
    """The gaps; those that never close too. Without braces, the first `}}` closes a gap."""
    found: list[Gap] = []
    stack: list[Gap | None] = []
    spans = [match.span() for match in _SPAN.finditer(text)]
    taken = 0
    for sign in _SIGN.finditer(text):
        top = stack[-1] if stack else None
        if sign.start() < taken:
            continue
        if sign[1]:
            numbers = tuple(map(int, sign[1].split(",")))
            found.append(Gap(numbers, sign.start(), sign.end()))
            stack.append(found[-1])
        elif sign[0] == "::":
            if top and top.hint < 0 and not _is_within(sign.start(), spans, top.start):
                top.hint = sign.start()
        elif sign[0] == "{":
            if stack and with_braces:
                stack.append(None)
        elif stack and top is None:
            stack.pop()
        elif top and text.startswith("}}", sign.start()):
            stack.pop()
            top.end, taken = sign.start(), sign.start() + 2
    return found


def _is_within(at: int, spans: list[tuple[int, int]], start: int) -> bool:
    """Whether a place is in one of the spans that begin at `start` or later."""
    nearest = bisect_right(spans, (at, at)) - 1
    return nearest >= 0 and start <= spans[nearest][0] and at < spans[nearest][1]


def hidden_words(text: str) -> list[tuple[int, str]]:
    """Number and words of each gap; one that belongs to several cards stands for each.

    >>> hidden_words("{{c1::the {{c2::inner}} one}} and {{c1::more::what}}")
    [(1, 'the inner one'), (2, 'inner'), (1, 'more')]
    """
    return [
        (number, shown(text[gap.start : gap.stop]).strip())
        for gap in gaps_in(text)
        for number in gap.numbers
    ]


def shown(text: str) -> str:
    """The text with its hidden words in the open, and without their hints.

    >>> shown("{{c1::Water}} is {{c2::wet::how}}")
    'Water is wet'
    """
    found = gaps_in(text)
    if not found:
        return text
    cuts = [(gap.opening, gap.start) for gap in found]
    cuts += [(gap.stop, gap.end + 2) for gap in found]
    return without(text, cuts)


def replaced(text: str, write: Callable[[Gap], str]) -> str:
    """The text with something else in the place of each outermost gap.

    >>> replaced("{{c1::Water}} is {{c2::wet::how}}", lambda gap: "[...]")
    '[...] is [...]'
    """
    parts: list[str] = []
    at = 0
    for gap in gaps_in(text):
        if gap.opening >= at:
            parts += [text[at : gap.opening], write(gap)]
            at = gap.end + 2
    return "".join([*parts, text[at:]])


def without(text: str, cuts: list[tuple[int, int]]) -> str:
    """The text without these stretches, which may overlap."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(cuts):
        parts.append(text[at : max(at, start)])
        at = max(at, end)
    return "".join([*parts, text[at:]])
