"""Problems: what is wrong, where, and what to do about it.

A problem is a value. Stages collect them and go on, so that one run reports all of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from flashcards.model import Span

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell the user about a place in a file."""

    message: str
    """One line, lower case, without a full stop: `unknown key "qestion"`."""
    span: Span | None = None
    hint: str = ""
    """What to do, `did you mean "question"?`; a line, or a few where texts are set side by side."""
    severity: Severity = "error"


class Refused(Exception):
    """A run that must stop before it writes anything; carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(problem.message for problem in problems))
        self.problems = problems


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that offers the known word nearest to `word`, or an empty string."""
    nearest = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{nearest[0]}"?' if nearest else ""


def draw(problem: Problem, lines: Sequence[str]) -> str:
    """The problem as text, with the line it is about and a caret below it.

    `lines` are the lines of the file that `problem.span` points into; may be empty.

    >>> where = Span("decks/mlsys-2020.yaml", line=1, column=3, width=7)
    >>> print(draw(Problem('unknown key "qestion"', where, 'did you mean "question"?'),
    ...            ['  qestion: "What"']))
    decks/mlsys-2020.yaml:1:3: unknown key "qestion"
      |
    1 |   qestion: "What"
      |   ^^^^^^^
      = did you mean "question"?
    """
    span, hints = problem.span, problem.hint.splitlines()
    if span is None:
        return "\n".join([problem.message, *(f"  = {line}" for line in hints)])
    drawn = [f"{span.path}:{span.line}:{span.column}: {problem.message}"]
    margin = " " * len(str(span.line))
    if 0 < span.line <= len(lines):
        line, column = _window(lines[span.line - 1], span.column)
        marked = line[column - 1 : column - 1 + span.width]
        width = max(1, cells(marked))
        drawn += [
            f"{margin} |",
            f"{span.line} | {line}",
            f"{margin} | {' ' * cells(line[: column - 1])}{'^' * width}",
        ]
    drawn += [f"{margin} = {line}" for line in hints]
    return "\n".join(drawn)


_WIDEST = 100
"""Characters of a source line that fit beside the margin on a usual terminal."""


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and the column within it."""
    line = harmless(line.rstrip("\r\n"))
    column = min(column, len(line) + 1)
    start = max(0, column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    return line[start : start + _WIDEST], column - start


def harmless(text: str) -> str:
    """The text with a space for each sign that steers a terminal, tabs and line ends too."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def cells(text: str) -> int:
    """How many columns of a terminal a text takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )
