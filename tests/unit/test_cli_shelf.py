"""Pages kept between runs and phrased in several processes: the same cards, sooner."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from conftest import Desk

from flashcards.cli import crew
from flashcards.cli.shelf import Shelf
from flashcards.pages import Page, Written, pages_of
from flashcards.phrased import Habits, Mode


@pytest.fixture(autouse=True)
def little_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shelf and a crew for notes that are small enough for a test."""
    monkeypatch.setattr("flashcards.cli.shelf.SMALL", 1000)
    monkeypatch.setattr("flashcards.cli.crew.WORTH_IT", 1000)
    monkeypatch.setattr("flashcards.cli.crew._LOAD", 1000)


def texts(count: int = 6) -> dict[str, str]:
    line = (
        "- **Term {n} {m}**: a thing that keeps the water of cell {m} in its place for {n} days\n"
    )
    return {
        f"notes/{n}.md": "# Cells\n\n" + "".join(line.format(n=n, m=m) for m in range(9))
        for n in range(count)
    }


def written(notes: Mapping[str, str], mode: Mode = "default") -> list[Written]:
    return [Written(path, text, mode) for path, text in notes.items()]


class Watched:
    """Phrases notes and remembers which."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, written: Sequence[Written]) -> Iterator[crew.Packed]:
        self.asked += [one.path for one in written]
        return crew.phrased(written)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    watching = Watched()
    monkeypatch.setattr("flashcards.cli.shelf.phrased", watching)
    return watching


def facts(pages: Iterator[Page]) -> list[object]:
    return [
        (page.note.path, page.problems, len(page.note.bullets),
         [(d.rule, d.reading, d.context, d.bullet.span, d.bullet.source, d.bullet.headings)
          for d in page.phrased.drafts],
         [(s.kind, s.bullet.span) for s in page.phrased.silences])
        for page in pages
    ]  # fmt: skip


def test_pages_from_the_shelf_are_those_of_a_fresh_run(tmp_path: Path, watched: Watched) -> None:
    notes = texts()
    fresh = facts(pages_of(written(notes)))
    for _ in range(2):
        assert facts(Shelf(tmp_path)(written(notes))) == fresh
    assert watched.asked == list(notes), "only once"


def test_only_what_changed_is_phrased_again(tmp_path: Path, watched: Watched) -> None:
    notes = texts()
    list(Shelf(tmp_path)(written(notes)))
    watched.asked.clear()
    edited = notes | {"notes/3.md": notes["notes/3.md"] + "- **Cytosol**: a fluid\n"}
    renamed = {path.replace("5", "7"): text for path, text in edited.items()}
    assert facts(Shelf(tmp_path)(written(renamed))) == facts(pages_of(written(renamed)))
    assert watched.asked == ["notes/3.md", "notes/7.md"]


def test_another_mode_is_phrased_again(tmp_path: Path, watched: Watched) -> None:
    list(Shelf(tmp_path)(written(texts())))
    watched.asked.clear()
    list(Shelf(tmp_path)(written(texts(), "strict")))
    assert len(watched.asked) == 6


@pytest.mark.parametrize(
    "habits", [Habits(off=frozenset({"term"})), Habits(on=frozenset({"gap"})), Habits(english=True)]
)
def test_other_habits_phrase_again(tmp_path: Path, watched: Watched, habits: Habits) -> None:
    list(Shelf(tmp_path)(written(texts())))
    watched.asked.clear()
    list(Shelf(tmp_path)([replace(one, habits=habits) for one in written(texts())]))
    assert len(watched.asked) == 6


def test_another_state_of_the_program_phrases_again(
    tmp_path: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(Shelf(tmp_path)(written(texts())))
    watched.asked.clear()
    monkeypatch.setattr("flashcards.cli.cache.program", lambda: "another")
    list(Shelf(tmp_path)(written(texts())))
    assert len(watched.asked) == 6


def test_a_few_notes_need_no_shelf(tmp_path: Path, cache: Path) -> None:
    list(Shelf(tmp_path)(written({"notes/a.md": "- a\n" * 249})))
    assert not list(cache.rglob("*"))


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_shelf_is_replaced(
    tmp_path: Path, cache: Path, watched: Watched, damage: bytes
) -> None:
    notes = texts()
    fresh = facts(Shelf(tmp_path)(written(notes)))
    (file,) = cache.rglob("*.pages")
    file.write_bytes(damage)
    assert facts(Shelf(tmp_path)(written(notes))) == fresh
    watched.asked.clear()
    assert facts(Shelf(tmp_path)(written(notes))) == fresh
    assert watched.asked == []


def test_a_shelf_that_another_run_writes_to_is_left_alone(
    tmp_path: Path, cache: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashcards.cli.cache.PATIENCE", 0.01)
    fresh = facts(Shelf(tmp_path)(written(texts())))
    (file,) = cache.rglob("*.pages")
    with closing(sqlite3.connect(file)) as other:
        other.execute("begin exclusive")
        assert facts(Shelf(tmp_path)(written(texts()))) == fresh
    watched.asked.clear()
    assert facts(Shelf(tmp_path)(written(texts()))) == fresh
    assert watched.asked == []


def test_pages_that_another_run_takes_away_are_made_again(
    tmp_path: Path, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashcards.cli.shelf.AT_ONCE", 2)
    notes = texts()
    fresh = facts(Shelf(tmp_path)(written(notes)))
    running = Shelf(tmp_path)(written(notes))
    first = next(running)
    watched.asked.clear()
    list(Shelf(tmp_path)(written({"notes/z.md": texts(9)["notes/8.md"] * 2})))
    assert facts(chain([first], running)) == fresh
    assert watched.asked == ["notes/z.md", *list(notes)[2:]]


def test_two_runs_at_once_share_a_shelf(tmp_path: Path) -> None:
    notes = texts(12)
    one, other = (Shelf(tmp_path)(written(notes)) for _ in range(2))
    pairs = list(zip(one, other, strict=True))
    assert facts(iter([page for page, _ in pairs])) == facts(pages_of(written(notes)))
    assert facts(iter([page for _, page in pairs])) == facts(pages_of(written(notes)))
    assert len(Shelf(tmp_path).rows("select key from pages")) == 12


def test_a_run_that_is_stopped_keeps_what_it_made(tmp_path: Path, watched: Watched) -> None:
    running = Shelf(tmp_path)(written(texts()))
    for _ in range(4):
        next(running)
    running.close()
    watched.asked.clear()
    list(Shelf(tmp_path)(written(texts())))
    assert watched.asked == ["notes/4.md", "notes/5.md"]


def test_a_damaged_page_is_phrased_again(tmp_path: Path, cache: Path) -> None:
    notes = texts()
    fresh = facts(Shelf(tmp_path)(written(notes)))
    (file,) = cache.rglob("*.pages")
    for data in (b"", b"cos\nsystem\n", b"\x80\x05N."):
        with closing(sqlite3.connect(file)) as shelf:
            shelf.execute("update pages set page = ?", (data,))
            shelf.commit()
        assert facts(Shelf(tmp_path)(written(notes))) == fresh


def test_where_nothing_can_be_kept_a_run_goes_on(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (cache / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache / "file"))
    assert len(list(Shelf(tmp_path)(written(texts())))) == 6
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert len(list(Shelf(tmp_path)(written(texts())))) == 6


def test_shelves_that_nobody_uses_are_thrown_away(tmp_path: Path, cache: Path) -> None:
    list(Shelf(tmp_path / "old")(written(texts())))
    (old,) = cache.rglob("*.pages")
    long_ago = time.time() - 40 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    list(Shelf(tmp_path / "new")(written(texts())))
    assert len(list(cache.rglob("*.pages"))) == 1
    assert not old.exists()


def test_the_shelf_forgets_notes_that_are_gone(tmp_path: Path) -> None:
    notes = texts()
    list(Shelf(tmp_path)(written(notes)))
    assert len(Shelf(tmp_path).rows("select key from pages")) == 6
    del notes["notes/0.md"]
    list(Shelf(tmp_path)(written(notes)))
    assert len(Shelf(tmp_path).rows("select key from pages")) == 5


@pytest.mark.parametrize("processes", [1, 3])
def test_a_crew_phrases_in_the_order_of_the_notes(
    monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processes)
    notes = texts(9)
    pages = (page for page, _ in crew.phrased(written(notes)))
    assert facts(pages) == facts(pages_of(written(notes)))


def test_where_no_process_starts_one_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no semaphores here")

    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    notes = texts()
    assert [page.note.path for page, _ in crew.phrased(written(notes))] == list(notes)


def test_bullets_are_unpacked_with_the_same_parents_and_children() -> None:
    text = "".join(
        f"{'  ' * (n % 4)}- **Term {n}**: a thing that keeps water {n}\n" for n in range(40)
    )
    ((page, data),) = crew.phrased(written({"notes/a.md": "# Cells\n\n" + text}))
    again = crew.unpacked(data)
    assert again
    bullets = again.note.bullets
    at = {id(bullet): n for n, bullet in enumerate(bullets)}
    was = {id(bullet): n for n, bullet in enumerate(page.note.bullets)}
    for bullet, before in zip(bullets, page.note.bullets, strict=True):
        assert bullet.text == before.text
        assert [at[id(child)] for child in bullet.children] == [
            was[id(child)] for child in before.children
        ]
        assert at.get(id(bullet.parent)) == was.get(id(before.parent))
    assert [at[id(draft.bullet)] for draft in again.phrased.drafts] == [
        was[id(draft.bullet)] for draft in page.phrased.drafts
    ]
    assert any(bullet.children for bullet in bullets)


def test_a_note_nested_too_deeply_to_be_kept_is_read_each_time(tmp_path: Path) -> None:
    deep = "".join(f"{'  ' * depth}- level {depth} of all\n" for depth in range(400))
    notes = texts() | {"notes/deep.md": deep}
    fresh = facts(pages_of(written(notes)))
    for _ in range(2):
        assert facts(Shelf(tmp_path)(written(notes))) == fresh


def test_a_build_from_the_shelf_makes_the_same_bytes(desk: Desk, cache: Path) -> None:
    desk.lay(texts())
    assert desk.run("build").code == 0
    before, cards = desk.files(), desk.run("cards", "--format", "jsonl").out
    assert list(cache.rglob("*.pages"))
    for package in (desk.root / "decks").glob("*.apkg"):
        package.unlink()
    assert desk.run("build").code == 0
    assert desk.files() == before
    for file in cache.rglob("*.pages"):
        file.unlink()
    assert desk.run("cards", "--format", "jsonl").out == cards
    assert len({json.loads(line)["id"] for line in cards.splitlines()}) == len(cards.splitlines())
