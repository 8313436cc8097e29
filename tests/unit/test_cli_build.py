"""`flashcards build` as a user meets it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence

import pytest
from conftest import Desk

from flashcards.model import Card

CELLS = """# Cells

- Osmosis :: the movement of water through a membrane
- Ribosome :: a particle that builds proteins
- Cytosol :: the fluid inside a cell
- Vacuole :: a space in a cell that is filled with fluid
"""


def test_notes_become_a_package_and_a_lock(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    ran = desk.run("build")
    assert (ran.code, ran.err) == (0, "")
    assert "decks/cells.apkg: 4 cards, 4 new" in ran.out
    assert set(desk.files()) == {"cells.apkg", "cards.lock"}


def test_a_second_build_changes_no_byte(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    desk.run("build")
    before = desk.files()
    times = {path: path.stat().st_mtime_ns for path in (desk.root / "decks").iterdir()}
    ran = desk.run("build")
    assert "nothing changed" in ran.out
    assert desk.files() == before
    times.pop(desk.root / "decks/.lock")
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_every_entry_of_notes_is_a_package(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS, "notes/ml/a.md": "- Epoch :: one pass over the data\n"})
    desk.run("build")
    assert set(desk.files()) == {"cells.apkg", "ml.apkg", "cards.lock"}


def test_a_note_without_cards_makes_no_package(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS, "notes/empty.md": "# Nothing yet\n"})
    ran = desk.run("build")
    assert ran.code == 0
    assert "decks/empty.apkg: 0 cards" in ran.out
    assert "empty.apkg" not in desk.files()


def test_a_package_whose_cards_are_gone_stays_and_is_named(desk: Desk) -> None:
    desk.lay(
        {
            "notes/cells.md": CELLS,
            "notes/plants.md": "- Xylem :: the tissue that carries water up\n",
        }
    )
    desk.run("build")
    (desk.root / "notes/plants.md").unlink()
    ran = desk.run("build")
    assert "plants.apkg" in desk.files()
    assert "decks/plants.apkg" in ran.err + ran.out


def test_the_great_part_of_a_package_never_retires_unasked(desk: Desk) -> None:
    desk.lay(
        {
            "notes/cells.md": CELLS,
            "notes/plants.md": "- Xylem :: the tissue that carries water up\n",
        }
    )
    desk.run("build")
    before = desk.files()
    shutil.move(desk.root / "notes/cells.md", desk.root / "cells.md")
    ran = desk.run("build")
    assert ran.code == 1
    assert "4 of the 4 cards of cells would retire" in ran.err
    assert "--retire" in ran.err
    assert desk.files() == before
    assert desk.run("build", "--retire").code == 0
    shutil.move(desk.root / "cells.md", desk.root / "notes/cells.md")
    assert "4 returned" in desk.run("build").out


def test_locked_fails_where_the_lock_would_change_and_writes_nothing(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    ran = desk.run("build", "--locked")
    assert ran.code == 1
    assert "not up to date" in ran.err
    assert desk.files() == {}
    desk.run("build")
    assert desk.run("build", "--locked").code == 0


def test_locked_still_makes_the_packages(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    desk.run("build")
    package = desk.files()["cells.apkg"]
    (desk.root / "decks/cells.apkg").unlink()
    assert desk.run("build", "--locked").code == 0
    assert desk.files()["cells.apkg"] == package


def test_quiet_prints_problems_only(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    ran = desk.run("build", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_workspace_elsewhere(desk: Desk) -> None:
    desk.lay({"far/notes/cells.md": CELLS})
    assert desk.run("build", "-C", "far").code == 0
    assert (desk.root / "far/decks/cells.apkg").exists()
    assert desk.run("-C", "far", "diff").out == "nothing changed\n"
    assert desk.run("build", "-C", "nowhere").code == 2


def test_the_numbers_of_bullets_add_up(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS + "- https://cells.example/atlas\n- perhaps\n"})
    assert "6 bullets: 4 read, 1 labels or links, 1 not understood" in desk.run("build").out


def test_a_build_after_moves_only_changes_nothing_in_anki(desk: Desk) -> None:
    """Lines shift when a heading is added above; no card's stamp moves."""
    desk.lay({"notes/cells.md": CELLS})
    desk.run("build")
    before = desk.files()["cells.apkg"]
    desk.lay({"notes/cells.md": CELLS.replace("- Osmosis", "\n\n- Osmosis")})
    desk.run("build")
    assert desk.files()["cells.apkg"] == before
    card = json.loads(desk.run("cards", "--format", "jsonl").out.splitlines()[0])
    assert card["source"]["line"] == 5


def test_a_package_is_made_again_only_where_something_changed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def package_bytes(cards: Sequence[Card], read: object) -> bytes:
        made.append(cards[0].package)
        return b"package of " + ", ".join(card.answer for card in cards).encode()

    monkeypatch.setattr("flashcards.anki.package.package_bytes", package_bytes)

    def build() -> list[str]:
        made.clear()
        assert desk.run("build").code == 0
        return made

    desk.lay({"notes/a.md": "- Osmosis :: water\n", "notes/b.md": "- Cytosol :: fluid\n"})
    assert build() == ["a", "b"]
    assert build() == []
    desk.lay({"notes/b.md": "- Cytosol :: the fluid\n"})
    assert build() == ["b"]
    desk.lay({"notes/b.md": "---\ndeck: Other\n---\n- Cytosol :: the fluid\n"})
    assert build() == ["b"]
    (desk.root / "decks/a.apkg").unlink()
    assert build() == ["a"]
    desk.lay({"decks/a.apkg": b"something else"})
    assert build() == ["a"]
    monkeypatch.setattr("flashcards.cli.cache.program", lambda: "another")
    assert build() == ["a", "b"]
    assert build() == []
