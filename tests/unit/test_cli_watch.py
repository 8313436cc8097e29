"""`build --watch`: what is saved is built, problems come and go, Ctrl-C ends it."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from conftest import Desk
from transcript import environment

NOTE = "- Osmosis :: water through a membrane\n- Cytosol :: the fluid of a cell\n"
LONG = 60
"""Seconds after which a line will not come any more, however busy the machine is."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")


class Watching:
    """A run of `build --watch`, and the lines that it prints."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            for line in stream:
                self._lines.put(line.rstrip("\n"))

    def end(self) -> None:
        self.process.wait(timeout=LONG)
        self._reader.join()

    def until(self, words: str) -> list[str]:
        """The lines up to one with these words."""
        found: list[str] = []
        while not found or words not in found[-1]:
            found.append(self._lines.get(timeout=LONG))
        return found

    def left(self) -> list[str]:
        """End it with Ctrl-C; the lines that were not asked for."""
        self.process.send_signal(signal.SIGINT)
        self.end()
        return list(self._lines.queue)


@contextmanager
def watching(desk: Desk, *options: str) -> Iterator[Watching]:
    process = subprocess.Popen(
        [sys.executable, "-m", "flashcards", "build", "--watch", *options],
        cwd=desk.root,
        env=environment() | {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    run = Watching(process)
    try:
        run.until("watching")
        yield run
    finally:
        process.kill()
        run.end()


def test_a_saved_note_is_built_and_ctrl_c_ends_without_a_word(desk: Desk) -> None:
    desk.lay({"notes/cells.md": NOTE})
    with watching(desk) as run:
        before = desk.files()["cells.apkg"]
        desk.lay({"notes/cells.md": NOTE + "- Nucleus :: where a cell keeps its DNA\n"})
        assert "decks/cells.apkg: 3 cards, 1 new" in run.until("bullets:")
        assert desk.files()["cells.apkg"] != before
        assert run.left() == []
        assert run.process.returncode == 0


def test_problems_are_shown_and_gone_when_they_are_mended(desk: Desk) -> None:
    desk.lay({"notes/cells.md": NOTE})
    with watching(desk) as run:
        desk.lay({"decks/cells.yaml": "drop:\n  osmosiss: too easy\n"})
        told = run.until("did you mean")
        assert any("decks/cells.yaml:2:3: no card has the id" in line for line in told)
        desk.lay({"decks/cells.yaml": "drop:\n"})
        told = run.until("bullets:")
        assert "decks/cells.apkg: 2 cards, nothing changed" in told
        assert not any("no card has the id" in line for line in told)
        assert run.left() == []
        assert run.process.returncode == 0


def test_a_lock_that_cannot_be_read_is_waited_for(desk: Desk) -> None:
    desk.lay({"notes/cells.md": NOTE})
    desk.run("build")
    lock = desk.text("decks/cards.lock")
    desk.lay({"decks/cards.lock": "<<<<<<< here\n" + lock})
    with watching(desk) as run:
        desk.lay({"decks/cards.lock": lock, "notes/cells.md": NOTE + "\n"})
        assert "decks/cells.apkg: 2 cards, nothing changed" in run.until("bullets:")


def test_a_burst_of_saves_is_built_once(desk: Desk) -> None:
    desk.lay({"notes/cells.md": NOTE})
    with watching(desk) as run:
        for number in range(20):
            desk.lay({"notes/cells.md": NOTE + f"- Part {number} :: a part of it\n" * 3})
        desk.lay({"notes/cells.md": NOTE + "- Vacuole :: stores water\n- Wall :: keeps shape\n"})
        told = run.until("4 bullets:")
        assert sum("bullets:" in line for line in told) <= 2, "far fewer builds than saves"
        assert "Vacuole" in desk.text("decks/cards.lock")
        assert run.left() == []


def test_what_is_saved_while_it_starts_is_not_missed(desk: Desk) -> None:
    desk.lay({"notes/cells.md": NOTE})
    stop = threading.Event()

    def save() -> None:
        while not stop.wait(0.01):
            desk.lay({"notes/cells.md": NOTE})
        desk.lay({"notes/cells.md": NOTE + "- Vacuole :: stores water\n"})

    saving = threading.Thread(target=save)
    saving.start()
    with watching(desk) as run:
        stop.set()
        run.until("3 bullets:")
    saving.join()


def test_files_that_are_no_notes_start_no_build(desk: Desk) -> None:
    desk.lay({"notes/cells.md": NOTE})
    with watching(desk) as run:
        desk.lay({"notes/.cells.md.swp": "x", "decks/.lock": "", "decks/notes.txt": "x"})
        desk.lay({"notes/cells.md": NOTE + "- Vacuole :: stores water\n"})
        assert "3 bullets:" in run.until("bullets:")[-1]
        assert run.left() == []
