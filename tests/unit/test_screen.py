"""What appears on the terminal: columns that fit, problems in order of their place."""

from __future__ import annotations

import pytest

from flashcards.cli.screen import NARROWEST, colour, fit, has_errors, report, table
from flashcards.model import Span
from flashcards.problems import Problem, cells

ROWS = [("cells.md:3", "What does the nucleus store?", "漢字の意味は何ですか"), ("x", "y", "z")]


@pytest.mark.parametrize("widest", [200, 60, 44])
def test_rows_are_no_wider_than_they_may_be(widest: int) -> None:
    lines = list(table(ROWS, widest, flexible=(1, 2)))
    assert max(map(cells, lines)) <= widest
    assert all(line.startswith(row[0]) for line, row in zip(lines, ROWS, strict=True))


def test_columns_stand_below_each_other() -> None:
    first, second = table([("a", "漢字", "b"), ("cc", "d", "e")], 80, flexible=(1,))
    assert cells(first[: first.index("b")]) == cells(second[: second.index("e")])


def test_a_column_gives_way_no_further_than_it_says_anything() -> None:
    (line,) = table([("a" * 30, "b" * 30)], 10, flexible=(1,))
    assert line == f"{'a' * 30}  {'b' * (NARROWEST - 1)}…"


def test_no_rows_are_no_lines() -> None:
    assert list(table([], 80, flexible=(0,))) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ab", "ab  "),
        ("abcd", "abcd"),
        ("abcdef", "abc…"),
        ("漢字漢", "漢… "),
        ("e\u0301abc", "e\u0301abc"),
    ],
)
def test_a_text_is_cut_or_filled(text: str, shown: str) -> None:
    assert fit(text, 4) == shown
    assert cells(fit(text, 4)) == 4


def test_problems_are_told_in_order_of_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [
        Problem("third", Span("notes/b.md", 1)),
        Problem("second", Span("notes/a.md", 9), severity="warning"),
        Problem("first"),
        Problem("a hint", Span("notes/a.md", 2, 5), severity="note"),
    ]
    report(problems)
    assert capsys.readouterr().err.splitlines() == [
        "first",
        "notes/a.md:2:5: note: a hint",
        "notes/a.md:9:1: warning: second",
        "notes/b.md:1:1: third",
    ]


def test_only_errors_are_errors() -> None:
    told = [Problem("x", severity="warning"), Problem("y", severity="note")]
    assert not has_errors(told)
    assert has_errors([*told, Problem("z")])


def test_colours_are_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert colour("x", "red", Terminal()) == "\x1b[31mx\x1b[0m"  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert colour("x", "red", Terminal()) == "x"  # type: ignore[arg-type]
