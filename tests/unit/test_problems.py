"""Problems as they are drawn: the place, the line, a caret below what it is about, what to do."""

from __future__ import annotations

import pytest

from flashcards.model import Span
from flashcards.problems import Problem, cells, did_you_mean, draw


def drawn(line: str, column: int, width: int, hint: str = "") -> list[str]:
    span = Span("notes/x.md", 7, column, width)
    return draw(Problem("something is wrong", span, hint), ["", *[""] * 5, line]).splitlines()


def test_a_problem_shows_its_place_its_line_and_what_to_do() -> None:
    assert drawn("deck: [a", 7, 2, "close it\nor leave it out") == [
        "notes/x.md:7:7: something is wrong",
        "  |",
        "7 | deck: [a",
        "  |       ^^",
        "  = close it",
        "  = or leave it out",
    ]


def test_without_a_place_there_is_no_line() -> None:
    assert draw(Problem("no notes", hint="write some"), ["x"]) == "no notes\n  = write some"


@pytest.mark.parametrize("line", [0, 9], ids=["before the file", "after its end"])
def test_a_line_that_the_file_does_not_have_is_not_shown(line: int) -> None:
    problem = Problem("gone", Span("notes/x.md", line, 3))
    assert draw(problem, ["one", "two"]) == f"notes/x.md:{line}:3: gone"


def test_a_missing_file_leaves_the_place() -> None:
    problem = Problem("gone", Span("notes/x.md", 2, 3), "write it")
    assert draw(problem, []).splitlines() == ["notes/x.md:2:3: gone", "  = write it"]


def under_the_caret(lines: list[str]) -> str:
    """What stands above the carets, column by column of a terminal."""
    carets = lines[3]
    start, end = carets.index("^"), carets.rindex("^") + 1
    columns = "".join(letter + "~" * (cells(letter) - 1) for letter in lines[2] if cells(letter))
    return columns[start:end].replace("~", "")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("\tdeck: wrong", "wrong"),
        ("\t\tdeck:\twrong here", "wrong"),
        ("漢字: wrong", "wrong"),
        ("漢字: 間違い", "間違い"),
        ("cafe\u0301: wrong", "wrong"),
        ("🧠 wrong", "wrong"),
        (f"{'a, ' * 80}wrong{', b' * 80}", "wrong"),
        (f"{'a, ' * 80}wrong", "wrong"),
        (f"wrong{', b' * 80}", "wrong"),
        ("\x1b[31mred\x1b[0m wrong", "wrong"),
        ("wrong\r", "wrong"),
    ],
)
def test_the_caret_stands_below_what_it_is_about(line: str, said: str) -> None:
    lines = drawn(line, line.index(said) + 1, len(said))
    assert under_the_caret(lines) == said
    assert all(len(shown) < 120 for shown in lines)
    assert all(sign.isprintable() for shown in lines for sign in shown)


@pytest.mark.parametrize(("column", "width"), [(5, 1), (40, 1), (1, 400), (4, 9)])
def test_a_caret_never_leaves_the_line_by_more_than_its_end(column: int, width: int) -> None:
    carets = drawn("abcd", column, width)[3].partition("| ")[2]
    assert carets.strip(" ^") == ""
    assert 1 <= carets.count("^") <= 4
    assert len(carets) <= 5


@pytest.mark.parametrize(
    ("word", "hint"),
    [("qestion", 'did you mean "question"?'), ("Question", 'did you mean "question"?'), ("x", "")],
)
def test_a_misspelled_word_is_answered_with_the_nearest(word: str, hint: str) -> None:
    assert did_you_mean(word, ["question", "answer"]) == hint
