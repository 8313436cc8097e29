"""How much work a run does, counted: seconds depend on the machine, work does not.

And that neither cache nor processes nor the order of files show in what comes out.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import Desk

from flashcards.anki import writing
from flashcards.build import Built, build
from flashcards.cli import crew
from flashcards.lock import dump
from flashcards.model import Bullet
from flashcards.pages import Written
from flashcards.sources import Sources
from flashcards.workspace import Workspace

FOLDERS, FILES, BULLETS = 3, 4, 12


def note(number: int) -> str:
    lines = [
        f"- **Term {chr(97 + at)} of {number}**: a thing that holds water {at} in place {number}\n"
        f"    - It lets part {at} of cell {number} rest because the water stays\n"
        for at in range(BULLETS // 2)
    ]
    return f"# Cell {number}\n\n" + "".join(lines)


NOTES: dict[str, str | bytes] = {
    f"notes/part {folder}/{file}.md": note(folder * FILES + file)
    for folder in range(FOLDERS)
    for file in range(FILES)
}


@dataclass
class Work:
    """What a run did."""

    read: Counter[str] = field(default_factory=Counter)
    written: list[str] = field(default_factory=list)
    phrased: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache and a crew for notes that are small enough for a test."""
    monkeypatch.setattr("flashcards.cli.shelf.SMALL", 100)
    monkeypatch.setattr("flashcards.cli.crew.WORTH_IT", 100)
    monkeypatch.setattr("flashcards.cli.crew._LOAD", 1000)


@pytest.fixture
def done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Work]:
    """Runs a command over the notes above and counts."""
    work = Work()
    read, write, pack = Path.read_bytes, Workspace.write, writing.package

    def counted_read(path: Path) -> bytes:
        if path.resolve().is_relative_to(desk.root):
            work.read[path.resolve().relative_to(desk.root).as_posix()] += 1
        return read(path)

    def counted_write(workspace: Workspace, path: str, data: bytes | Iterator[bytes]) -> bool:
        work.written.append(path)
        return write(workspace, path, data)

    def counted_phrasing(written: Sequence[Written]) -> Iterator[crew.Packed]:
        work.phrased += [one.path for one in written]
        return crew.phrased(written)

    def counted_rows(rows: Sequence[object], *others: object) -> bytes:
        work.rows.append(len(rows))
        return pack(rows, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "read_bytes", counted_read)
    monkeypatch.setattr(Workspace, "write", counted_write)
    monkeypatch.setattr("flashcards.cli.shelf.phrased", counted_phrasing)
    monkeypatch.setattr(writing, "package", counted_rows)

    def run(*words: str) -> Work:
        for part in (work.read, work.written, work.phrased, work.rows):
            part.clear()
        assert desk.run(*words).code == 0
        return work

    desk.lay(NOTES)
    return run


def test_a_first_build_phrases_and_writes_everything_once(done: Callable[..., Work]) -> None:
    work = done("build")
    assert sorted(work.phrased) == sorted(NOTES)
    packages = [f"decks/part {folder}.apkg" for folder in range(FOLDERS)]
    assert sorted(work.written) == ["decks/cards.lock", *packages]
    assert len(work.rows) == FOLDERS


def test_an_unchanged_build_reads_each_file_once_and_does_nothing(
    done: Callable[..., Work],
) -> None:
    done("build")
    work = done("build")
    assert {path: work.read[path] for path in NOTES} == dict.fromkeys(NOTES, 1)
    assert work.read["decks/cards.lock"] == 1
    assert (work.written, work.phrased, work.rows) == ([], [], [])


def test_looking_phrases_and_writes_nothing(done: Callable[..., Work]) -> None:
    done("build")
    for command in ("cards", "diff", "check"):
        work = done(command)
        assert (work.written, work.phrased, work.rows) == ([], [], [])
        assert {work.read[path] for path in NOTES} <= {1, 2}, "once more to draw a problem"


def test_an_edit_phrases_one_note_and_writes_one_package(
    desk: Desk, done: Callable[..., Work]
) -> None:
    of_packages = dict(zip(range(FOLDERS), done("build").rows, strict=True))
    path = "notes/part 1/2.md"
    desk.lay({path: f"{NOTES[path]!s}- **Wall**: a thing that keeps the shape of a cell\n"})
    work = done("build")
    assert work.phrased == [path]
    assert work.written == ["decks/cards.lock", "decks/part 1.apkg"]
    assert work.rows == [of_packages[1] + 1]


def test_a_folder_that_moved_leaves_the_others_alone(desk: Desk, done: Callable[..., Work]) -> None:
    of_packages = done("build").rows[:]
    (desk.root / "notes/part 2").rename(desk.root / "notes/part 9")
    work = done("build")
    assert sorted(work.phrased) == [f"notes/part 9/{file}.md" for file in range(FILES)]
    assert work.written == ["decks/cards.lock", "decks/part 9.apkg"]
    assert work.rows == of_packages[2:]


def test_a_build_holds_no_bullet_and_words_once() -> None:
    def bullets() -> int:
        gc.collect()
        return sum(type(one) is Bullet for one in gc.get_objects())

    notes = {path: str(text) for path, text in NOTES.items()}
    packed = [data for _, data in crew.phrased([Written(*note) for note in notes.items()])]

    def made(lock: bytes) -> Built:
        pages = filter(None, map(crew.unpacked, packed))
        return build(Sources(notes, lock=lock), 1_790_000_000, pages_of=lambda _: pages)

    before = bullets()
    built = made(dump(made(b"").lock))
    assert built.cards
    assert bullets() == before
    for card in built.cards:
        entry = built.before.entries[card.id]
        assert card.question is entry.question
        assert card.answer is entry.answer
        assert card.source is entry.source


def made(desk: Desk) -> dict[str, bytes]:
    """What a first build writes."""
    for path in (desk.root / "decks").glob("*"):
        path.unlink()
    assert desk.run("build").code == 0
    return desk.files()


@pytest.mark.parametrize("processes", [1, 2])
def test_neither_cache_nor_processes_show(
    desk: Desk, cache: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr("time.time", lambda: 1_790_000_000.0)
    desk.lay(NOTES)
    with monkeypatch.context() as alone:
        alone.setattr("flashcards.cli.shelf.SMALL", 10**9)
        first = made(desk)
    monkeypatch.setattr(os, "cpu_count", lambda: processes)
    for file in cache.rglob("*.pages"):
        file.unlink()
    assert made(desk) == first, "phrased by a crew, and put on the shelf"
    assert made(desk) == first, "taken from the shelf"


def test_the_order_of_files_does_not_show() -> None:
    notes = {path: str(text) for path, text in NOTES.items()}
    twins = {f"notes/twins/{n}.md": notes["notes/part 0/0.md"] for n in range(3)}
    forth = Sources(notes | twins)
    back = Sources(dict(reversed((notes | twins).items())))
    one, other = (build(sources, 1_790_000_000) for sources in (forth, back))
    assert dump(one.lock) == dump(other.lock)
    assert {name: set(cards) for name, cards in one.packages.items()} == {
        name: set(cards) for name, cards in other.packages.items()
    }
    assert one.cards == other.cards
