"""Peers: other programs that make Anki packages of Markdown, each with the syntax it reads.

Each lives in a virtual environment of its own, made with pip where it is not there yet.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from identity import KINDS, THINGS, thing
from ruler import process, vault
from ruler.process import Spent
from ruler.stages import Desk

CARDS = 2_000
A_NOTE = 100
OURS = "flashcards, a cold build"

Pair = tuple[str, str]


@dataclass(frozen=True)
class Peer:
    """A program of others: what pip calls it, how a note is written, and how it is run."""

    name: str
    wanted: tuple[str, ...]
    written: Callable[[str, Sequence[Pair]], str]
    commands: Callable[[Path, Path], Sequence[tuple[str, ...]]]
    """For a folder of notes and a place for the package, from the folder of the programs."""


def _ankdown(_: str, pairs: Sequence[Pair]) -> str:
    return "\n---\n".join(f"{question}\n\n%\n\n{answer}\n" for question, answer in pairs)


def _ankivalenz(title: str, pairs: Sequence[Pair]) -> str:
    return f"# {title}\n\n" + "".join(f"- {question} ?:: {answer}\n" for question, answer in pairs)


def _markdown_anki_decks(title: str, pairs: Sequence[Pair]) -> str:
    return f"# {title}\n\n" + "".join(
        f"## {question}\n\n{answer}\n\n" for question, answer in pairs
    )


PEERS = (
    Peer("ankdown 0.7.1", ("ankdown==0.7.1",), _ankdown,
         lambda notes, out: [("ankdown", "-r", str(notes), "-p", str(out / "all.apkg"))]),
    Peer("ankivalenz 1.0.2", ("ankivalenz==1.0.2",), _ankivalenz,
         lambda notes, out: [("ankivalenz", "run", str(notes))]),
    Peer("markdown-anki-decks 1.1.1", ("markdown-anki-decks==1.1.1", "click==8.0.4"),
         _markdown_anki_decks,
         lambda notes, out: [("mdankideck", str(notes), str(out))]),
)  # fmt: skip


def pairs(dice: random.Random, count: int) -> list[Pair]:
    """Questions and answers, no two alike; as `**term**: meaning` they are what our rules read."""
    names = [f"{one} {other} {what}" for one in KINDS for other in KINDS for what in THINGS]
    return [
        (f"What is a {name}?", f"A {thing(dice)} that holds the {thing(dice)}")
        for name in dice.sample(names, count)
    ]


def measured(environments: Path, runs: int) -> dict[str, Spent]:
    """The medians of so many runs of each peer and of a cold build, in turn."""
    found: dict[str, list[Spent]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        _lay(desk.root / "notes", _ours)
        ready = [(peer, _ready(environments, peer)) for peer in PEERS]
        for _ in range(runs):
            vault.forget(desk.root, desk.cache)
            found[OURS].append(desk.flashcards("build", "--quiet"))
            for peer, programs in ready:
                found[peer.name].append(_once(Path(folder), peer, programs))
        _expect(desk.notes())
    return {name: process.typical(spent) for name, spent in found.items()}


def _once(folder: Path, peer: Peer, programs: Path) -> Spent:
    notes, out = folder / "theirs", folder / "out"
    for path in (notes, out):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
    _lay(notes, peer.written)
    if "ankivalenz" in peer.name:
        subprocess.run([programs / "ankivalenz", "init", notes], check=True, capture_output=True)
    (command,) = peer.commands(notes, out)
    spent = process.run((str(programs / command[0]), *command[1:]), folder=out)
    if not list(out.rglob("*.apkg")):
        sys.exit(f"{peer.name} made no package")
    return spent


def _lay(notes: Path, written: Callable[[str, Sequence[Pair]], str]) -> None:
    notes.mkdir(parents=True, exist_ok=True)
    every = pairs(random.Random(CARDS), CARDS)
    for number, start in enumerate(range(0, CARDS, A_NOTE)):
        text = written(f"Note {number}", every[start : start + A_NOTE])
        (notes / f"note {number}.md").write_text(text, encoding="utf-8")


def _ours(title: str, pairs: Sequence[Pair]) -> str:
    terms = ((question[len("What is a ") : -1], answer) for question, answer in pairs)
    return f"# {title}\n\n" + "".join(f"- **{term}**: {answer}\n" for term, answer in terms)


def _expect(cards: int) -> None:
    if not CARDS <= cards <= 1.05 * CARDS:
        sys.exit(f"our vault should give {CARDS} cards, and gives {cards}")


def _ready(environments: Path, peer: Peer) -> Path:
    """The folder of a peer's programs."""
    home = environments / peer.name.replace(" ", "-")
    programs = home / ("Scripts" if sys.platform == "win32" else "bin")
    if not home.exists():
        venv.create(home, with_pip=True)
        subprocess.run(
            [programs / "python", "-m", "pip", "install", "-q", *peer.wanted], check=True
        )
    return programs
