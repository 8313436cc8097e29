"""Stages: what users do with a vault, each a process of its own, in turn with the floor."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from ruler import process, vault
from ruler.process import Spent

FLASHCARDS = (sys.executable, "-m", "flashcards")
FLOOR = (sys.executable, str(Path(__file__).with_name("floor.py")))
STAGES = ("floor", "cold", "same", "edit", "moved", "cards", "diff", "check")


class Desk:
    """A vault, and a cache folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.root, self.cache = folder / "vault", folder / "cache"
        self.cards = 0
        """That the last cold build made."""
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(self.cache),
                            "LOCALAPPDATA": str(self.cache)}  # fmt: skip

    def flashcards(self, *words: str) -> Spent:
        run = (*FLASHCARDS, *words, "-C", str(self.root))
        return process.run(run, self.environment, good=(0, 1))

    def notes(self) -> int:
        """How many notes all packages hold."""
        return sum(map(_rows, (self.root / "decks").glob("*.apkg")))

    def measure(self, nonce: int) -> Iterator[tuple[str, Spent]]:
        """Each stage once."""
        vault.forget(self.root, self.cache)
        yield "cold", self.flashcards("build", "--quiet")
        self.cards = self.notes()
        file = self.root.parent / "floor.zip"
        run = (*FLOOR, str(self.root / "notes"), str(file), str(self.cards))
        yield "floor", process.run(run)
        yield "same", self.flashcards("build", "--quiet")
        vault.edit(self.root, nonce)
        yield "edit", self.flashcards("build", "--quiet")
        vault.rename(self.root, nonce)
        yield "moved", self.flashcards("build", "--quiet", "--retire")
        yield "cards", self.flashcards("cards", "--format", "jsonl")
        yield "diff", self.flashcards("diff")
        yield "check", self.flashcards("check", "--quiet")


def measured(lay: Callable[[Path], None], runs: int) -> tuple[dict[str, Spent], int]:
    """The medians of each stage for the vault that `lay` makes, and how many cards it gives."""
    found: dict[str, list[Spent]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        lay(desk.root)
        for nonce in range(runs):
            for stage, spent in desk.measure(nonce):
                found[stage].append(spent)
    return {stage: process.typical(found[stage]) for stage in STAGES}, desk.cards


def _rows(package: Path) -> int:
    with ZipFile(package) as archive, tempfile.TemporaryDirectory() as folder:
        file = archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(file)) as opened:
            return int(opened.execute("select count(*) from notes").fetchone()[0])
