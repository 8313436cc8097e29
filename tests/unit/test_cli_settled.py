"""A build that finds everything as the last one left it says the same, and makes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk, Ran

from flashcards import build as pipeline

NOTES: dict[str, str | bytes] = {
    "notes/a.md": "- Osmosis :: water through a membrane\n- Cytosol :: fluid\n",
    "notes/b.md": "- Ribosome :: makes proteins\n",
}

Built = Callable[..., tuple[Ran, bool]]


@pytest.fixture
def built(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Runs a build; what it printed, and whether it made anything."""
    made: list[object] = []
    real = pipeline.build

    def watched(*arguments: object) -> pipeline.Built:
        made.append(arguments)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("flashcards.build.build", watched)

    def run(*options: str) -> tuple[Ran, bool]:
        made.clear()
        return desk.run("build", *options), bool(made)

    desk.lay(NOTES)
    run()
    return run


def forget(cache: Path) -> None:
    for file in cache.rglob("*.pages"):
        file.unlink()


def told_without_cache(built: Built, cache: Path) -> Ran:
    forget(cache)
    ran, made = built()
    assert made
    return ran


def test_an_unchanged_build_says_what_a_whole_one_says(
    desk: Desk, built: Built, cache: Path
) -> None:
    files = desk.files()
    settled, made = built()
    assert not made
    assert settled == told_without_cache(built, cache)
    assert "nothing changed" in settled.out
    assert desk.files() == files
    assert built("--locked", "--quiet") == (Ran(0, "", ""), False)


@pytest.mark.parametrize(
    "edit",
    [
        {"notes/a.md": "- Osmosis :: water through a wall\n- Cytosol :: fluid\n"},
        {"notes/c.md": "- Vacuole :: stores water\n"},
        {"decks/b.yaml": "add:\n  my-own:\n    question: What does a wall do?\n    answer: This\n"},
        {"decks/cards.lock": '{"flashcards":"lock","version":1}\n'},
        {"decks/a.apkg": b"something else"},
        {"decks/old.apkg": b"of a note that is gone"},
    ],
    ids=lambda edit: next(iter(edit)),
)
def test_any_change_builds_again(
    desk: Desk, built: Built, cache: Path, edit: dict[str, str | bytes]
) -> None:
    desk.lay(edit)
    assert built()[1]
    told, made = built()
    assert not made
    assert told == told_without_cache(built, cache)


def test_a_note_or_a_package_that_is_gone_builds_again(desk: Desk, built: Built) -> None:
    (desk.root / "notes/b.md").unlink()
    assert built()[1]
    (desk.root / "decks/a.apkg").unlink()
    assert built()[1]
    assert (desk.root / "decks/a.apkg").exists()


def test_another_mode_or_program_builds_again(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built("--mode", "strict")[1]
    assert built()[1]
    assert not built()[1]
    monkeypatch.setattr("flashcards.cli.cache.program", lambda: "another")
    assert built()[1]


WARNS = "add:\n  my-own:\n    question: What is it?\n    answer: This\n"


def test_problems_are_told_again(desk: Desk, built: Built, cache: Path) -> None:
    desk.lay({"decks/a.yml": WARNS})
    fresh = told_without_cache(built, cache)
    assert "rename it" in fresh.err
    assert built()[0] == fresh
    desk.lay({"decks/a.yaml": "drop:\n  - nothing-like-this\n"})
    broken = told_without_cache(built, cache)
    assert broken.code == 1
    assert built() == (broken, True), "an error may have to do with more than is known"


@pytest.mark.parametrize("damage", [b"", b"cos\nsystem\n", b"\x80\x05N."])
def test_a_damaged_memory_costs_a_build(built: Built, cache: Path, damage: bytes) -> None:
    fresh = built()[0]
    (file,) = cache.rglob("*.pages")
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("update settled set told = ?", (damage,))
        opened.commit()
    assert built() == (fresh, True)
    assert built() == (fresh, False)
