"""Find the items of a list, in any of the markers that people use, and how deep they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flashcards import lazy_re as re

_MARKER = re.compile(
    r"(?:(?P<sign>[-*+])|(?P<number>\d{1,9})(?P<delimiter>[.)])|(?P<glyph>[·∙–—⁃■□➢➤▸▹►]))"
    r"(?:[ \t\u00a0]+|$)|(?P<tight>[•‣◦▪▫●○])[ \t\u00a0]*|(?P<minus>-)(?=[^\W\d_]{3})"
    r"|(?P<typed>[o§])\t\s*|(?:[A-Za-z]\)|(?:[a-z]|[ivx]{2,5})[.)])[ \t]+(?=\S)(?!\w\.)"
)
_LETTER_WITHIN = re.compile(r"[A-Za-z]\)[ \t]+(?=\S)")
_NUMBER_WITHIN = re.compile(r"(\d{1,3})([.)])[ \t]+(?=\S)")
_GLYPH_RANKS = {"◦": 2, "○": 2, "▫": 4, "▪": 4, "■": 4, "□": 4, "o": 2, "§": 4}
"""Word processors tell levels apart by the glyph; two columns more for each level."""

HIGHEST_NUMBER = 999
"""A larger number before a point is a year that opens a sentence, not a step."""

TAB = 4
"""Columns between tab stops, as CommonMark has it."""


@dataclass(frozen=True, slots=True)
class Marker:
    """An item's marker, as CommonMark writes it."""

    text: str
    """`-` or `7.`"""
    number: int
    """-1 for an item without a number."""
    length: int
    """Characters that it and the space after it take in the line."""
    is_plain: bool
    """CommonMark's own; the others may be a dash or an arrow within a sentence."""
    extra: int = 0
    """Columns that the item is deeper than its indent says."""


def marker_of(stripped: str) -> Marker | None:
    """The marker that a line without its indent begins with, or None."""
    match = _MARKER.match(stripped)
    if match is None:
        return None
    if match["number"]:
        number = int(match["number"])
        return Marker(match["number"] + match["delimiter"], number, match.end(), is_plain=True)
    glyph = match["glyph"] or match["tight"] or match["typed"] or ""
    within = _NUMBER_WITHIN.match(stripped, match.end())
    if within:
        return Marker(within[1] + within[2], int(within[1]), within.end(), is_plain=not glyph)
    plain = bool(match["sign"] or match["tight"] or match["typed"])
    letter = _LETTER_WITHIN.match(stripped, match.end()) if match["sign"] else None
    length = letter.end() if letter else match.end()
    return Marker("-", -1, length, plain, _GLYPH_RANKS.get(glyph, 0))


@dataclass(frozen=True, slots=True)
class Item:
    """An item that may still have something below it."""

    indent: int
    """Columns before its marker, as written."""
    content: int
    """Columns before its text, as rewritten."""
    written: int
    """Columns before its text, as written."""
    number: int


def width(space: str) -> int:
    """Columns that leading space takes."""
    if "\t" not in space:
        return len(space)
    column = 0
    for sign in space:
        column += TAB - column % TAB if sign == "\t" else 1
    return column


def dedented(line: str, columns: int) -> str:
    """A line without its first columns, as far as they are space."""
    column = at = 0
    while at < len(line) and column < columns and line[at] in " \t":
        column += TAB - column % TAB if line[at] == "\t" else 1
        at += 1
    return " " * max(0, column - columns) + line[at:]


class Indents:
    """How far a list's item must be indented to be below another one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @cached_property
    def unit(self) -> int:
        """1 where the writer nests by single spaces, else 2: one space more is then a slip."""
        single = more = last = 0
        for line in self._lines:
            stripped = line.lstrip(" \t")
            if stripped and marker_of(stripped):
                indent = width(line[: len(line) - len(stripped)])
                single += indent - last == 1
                more += indent - last > 1
                last = indent
        return 1 if single >= more else 2

    def is_below(self, indent: int, item: Item) -> bool:
        """Whether an item with this indent stands below another."""
        step = indent - item.indent
        return step > 1 or (step == 1 and self.unit == 1)
