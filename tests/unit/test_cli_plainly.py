"""Values of the command line are what typer would have made of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from conftest import Desk

from flashcards.cli.app import ModeName
from flashcards.cli.plainly import Command


def given(*arguments: str) -> tuple[object, ...]:
    """What a command gets for these arguments."""
    found: list[tuple[object, ...]] = []
    app = typer.Typer()

    def command(
        name: str,
        mode: ModeName = ModeName.default,
        folder: Path | None = None,
        tag: list[str] | None = None,
        count: int = 1,
    ) -> None:
        found.append((name, mode, folder, tag, count))

    app.command(cls=Command)(command)
    app(list(arguments), standalone_mode=False)
    return found[0]


def test_plain_values_are_taken_as_they_are() -> None:
    assert given("a") == ("a", ModeName.default, None, None, 1)
    assert given("a", "--mode", "max", "--folder", "b") == ("a", ModeName.max, Path("b"), None, 1)


def test_other_values_are_left_to_typer() -> None:
    assert given("a", "--tag", "x", "--tag", "y", "--count", "2")[3:] == (["x", "y"], 2)
    with pytest.raises(typer.BadParameter):
        given("a", "--count", "many")


def test_a_wrong_choice_names_the_right_ones(desk: Desk) -> None:
    ran = desk.run("build", "--mode", "loose")
    assert ran.code == 2
    assert all(mode in ran.err for mode in ("strict", "default", "max"))
