"""What appears on the terminal: problems, colours, columns."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from flashcards.problems import Problem, cells, draw

if TYPE_CHECKING:
    from flashcards.workspace import Workspace

CODES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "cyan": 36}
"""Select Graphic Rendition parameters of ECMA-48."""


def colour(text: str, name: str, stream: TextIO | None = None) -> str:
    """The text in a colour, where the stream is a terminal and NO_COLOR is not set."""
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return text
    return f"\x1b[{CODES[name]}m{text}\x1b[0m"


def say(text: str) -> None:
    """A line about the run itself, which is no result."""
    print(text, file=sys.stderr)


def report(problems: Iterable[Problem], workspace: Workspace | None = None) -> None:
    """Draw the problems on stderr, sorted by place, with the lines of the workspace's files."""
    lines: dict[str, list[str]] = {}
    for problem in sorted(problems, key=_place):
        path = problem.span.path if problem.span else ""
        if path and path not in lines:
            lines[path] = workspace.lines(path) if workspace else []
        if problem.severity != "error":
            problem = replace(problem, message=f"{problem.severity}: {problem.message}")
        first, _, rest = draw(problem, lines.get(path, [])).partition("\n")
        tone = {"error": "red", "warning": "yellow", "note": "cyan"}[problem.severity]
        say(colour(first, tone, sys.stderr) + (f"\n{rest}" if rest else ""))


def _place(problem: Problem) -> tuple[str, int, int]:
    span = problem.span
    return (span.path, span.line, span.column) if span else ("", 0, 0)


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def columns() -> int:
    """The width to draw for: the terminal's, and a generous one for files and pipes."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 160


NARROWEST = 12
"""Columns of a terminal; text cut to less says nothing."""


def table(rows: Sequence[Sequence[str]], widest: int, flexible: Sequence[int]) -> Iterator[str]:
    """Rows in columns; the flexible ones give way so that a line is at most `widest` wide."""
    if not rows:
        return
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + 2 * (len(widths) - 1) > widest:
        at = max(flexible, key=lambda at: widths[at])
        if widths[at] <= NARROWEST:
            break
        widths[at] -= 1
    for row in rows:
        fitted = [fit(cell, width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(fitted).rstrip()


def fit(text: str, width: int) -> str:
    """The text cut or filled to a width."""
    used = cells(text)
    if used <= width:
        return text + " " * (width - used)
    kept, used = "", 0
    for letter in text:
        if used + cells(letter) > width - 1:
            break
        kept, used = kept + letter, used + cells(letter)
    return kept + "…" + " " * (width - 1 - used)
