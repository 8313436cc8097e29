"""Progress: a bar on terminals alone, with speed and the time that is left."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest

from flashcards.cli.progress import Progress
from flashcards.pages import Page, Written, page_of


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that the program sees; a page takes two seconds."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


def pages(clock: list[float], count: int = 10) -> Iterator[Page]:
    page = page_of(Written("notes/a.md", "- one thing\n" * 50))
    for _ in range(count):
        clock[0] += 2
        yield page


def shown(monkeypatch: pytest.MonkeyPatch, clock: list[float], quiet: bool, to: io.StringIO) -> str:
    monkeypatch.setattr(sys, "stderr", to)
    assert len(list(Progress(quiet)(pages(clock), [600] * 10))) == 10
    return to.getvalue()


def test_a_terminal_sees_speed_and_the_time_left(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    drawn = shown(monkeypatch, clock, False, Terminal()).split("\r\x1b[K")
    assert drawn[5] == (
        "[############..................] 4 of 10 notes, 20 bullets a second, 15 s left"
    )
    assert drawn[-1] == "", "the line is clean afterwards"


def test_quiet_and_files_see_nothing(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    assert shown(monkeypatch, clock, True, Terminal()) == ""
    assert shown(monkeypatch, clock, False, io.StringIO()) == ""


def test_the_bar_is_gone_where_the_run_is_stopped(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    running = Progress()(pages(clock), [600] * 10)
    next(running)
    running.close()
    assert terminal.getvalue().endswith("\r\x1b[K")
