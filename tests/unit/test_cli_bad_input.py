"""Input that is wrong: a message with its place, exit code 1, and nothing on disk changes."""

from __future__ import annotations

import pytest
from conftest import Desk

CELLS = """# Cells

- Osmosis :: the movement of water through a membrane
- Ribosome :: a particle that builds proteins
"""
PLANTS = "- Xylem :: the tissue that carries water up\n"


@pytest.fixture
def built(desk: Desk) -> Desk:
    """A workspace that has been built once."""
    desk.lay({"notes/cells.md": CELLS, "notes/plants.md": PLANTS})
    assert desk.run("build").code == 0
    return desk


def refused(desk: Desk, *shown: str) -> None:
    before = desk.files()
    ran = desk.run("build")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    for text in shown:
        assert text in ran.err
    assert desk.files() == before
    for command in (["cards"], ["check"], ["diff"], ["explain", "--skipped"]):
        assert desk.run(*command).code in (0, 1)
    assert desk.files() == before


def test_a_syntax_error_in_yaml(built: Desk) -> None:
    built.lay({"decks/cells.yaml": 'tune:\n  what: "unclosed\n'})
    refused(built, "decks/cells.yaml:")


def test_a_duplicate_key(built: Desk) -> None:
    built.lay({"decks/cells.yaml": "drop:\n  a: easy\n  a: easier\n"})
    refused(built, "decks/cells.yaml:3:3:")


def test_an_unknown_id(built: Desk) -> None:
    built.lay({"decks/cells.yaml": "drop:\n  osmosi: easy\n"})
    refused(built, "decks/cells.yaml:2:3:", "did you mean", "osmosis")


def test_a_misspelled_key(built: Desk) -> None:
    one = next(name for name in built.text("decks/cards.lock").split('"') if "osmosis-" in name)
    built.lay({"decks/cells.yaml": f"tune:\n  {one}:\n    qestion: What?\n"})
    refused(built, "decks/cells.yaml:3:5:", 'did you mean "question"?')


def test_a_merge_conflict_in_the_lock(built: Desk) -> None:
    lock = built.text("decks/cards.lock").splitlines(keepends=True)
    lock[2:2] = ["<<<<<<< ours\n"]
    built.lay({"decks/cards.lock": "".join(lock)})
    refused(built, "decks/cards.lock:3:1:", "3 | <<<<<<< ours")


def test_a_lock_that_breaks_off(built: Desk) -> None:
    built.lay({"decks/cards.lock": built.text("decks/cards.lock")[:-20]})
    refused(built, "decks/cards.lock:4:")


def test_a_lock_of_another_version(built: Desk) -> None:
    lock = built.text("decks/cards.lock").replace('"version":1', '"version":99', 1)
    built.lay({"decks/cards.lock": lock})
    refused(built, "decks/cards.lock:1:", "99")


def test_a_note_that_is_not_utf8(built: Desk) -> None:
    built.lay({"notes/cells.md": CELLS.encode() + b"- caf\xe9\n"})
    refused(built, "notes/cells.md:5:6: ", "UTF-8")


def test_a_note_that_is_not_utf8_holds_only_its_own_package_back(built: Desk) -> None:
    built.lay({"notes/cells.md": b"\xff", "notes/plants.md": PLANTS.replace("up", "upwards")})
    before = built.files()
    ran = built.run("build")
    assert ran.code == 1
    after = built.files()
    assert after["cells.apkg"] == before["cells.apkg"]
    assert after["plants.apkg"] != before["plants.apkg"]
    built.lay({"notes/cells.md": CELLS})
    ran = built.run("build")
    assert ran.code == 0
    assert built.files()["cells.apkg"] == before["cells.apkg"]


def test_one_unreadable_note_of_a_new_folder_holds_nothing_back(desk: Desk) -> None:
    desk.lay({"notes/bio/cells.md": CELLS, "notes/bio/old.txt": b"caf\xe9"})
    ran = desk.run("build")
    assert ran.code == 1
    assert "notes/bio/old.txt:1:4:" in ran.err
    assert "bio.apkg" in desk.files()


def test_broken_curation_holds_only_its_own_package_back(built: Desk) -> None:
    built.lay({"decks/cells.yaml": "tune: [", "notes/plants.md": PLANTS.replace("up", "upwards")})
    before = built.files()
    assert built.run("build").code == 1
    after = built.files()
    assert after["cells.apkg"] == before["cells.apkg"]
    assert after["plants.apkg"] != before["plants.apkg"]


def test_curation_without_a_note(built: Desk) -> None:
    built.lay({"decks/cell.yaml": "drop: {}\n"})
    ran = built.run("build")
    assert "decks/cell.yaml:1:1:" in ran.err
    assert 'did you mean "cells"?' in ran.err


def test_no_folder_of_notes(desk: Desk) -> None:
    ran = desk.run("build")
    assert ran.code == 1
    assert "there is no folder notes/" in ran.err
    assert list(desk.root.iterdir()) == []


def test_an_empty_folder_of_notes(built: Desk) -> None:
    (built.root / "notes/cells.md").unlink()
    (built.root / "notes/plants.md").unlink()
    refused(built, "notes/ holds no notes")


def test_every_problem_of_a_run_is_reported_sorted_by_place(built: Desk) -> None:
    built.lay(
        {
            "notes/cells.md": b"\xff",
            "notes/plants.md": b"\xfe",
            "decks/plants.yaml": "drop:\n  nothing: x\n",
        }
    )
    places = [line for line in built.run("build").err.splitlines() if line[:1] not in " 1234567890"]
    assert [line.partition(":")[0] for line in places] == [
        "decks/plants.yaml",
        "notes/cells.md",
        "notes/plants.md",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\x00\x01", "-", "- ", "---\n", "---\ntags: [\n---\n- x\n", "- " + "x" * 100_000,
     "".join("  " * depth + "- a\n" for depth in range(60)), "\u2028- a\x85- b\x0b", "- a\r- b\r",
     "```\n- never closed", "- $x", "- {{c1::", "| a | b |\n|--|", "# \n## \n- x\n", "- [[\n"],
)  # fmt: skip
def test_strange_notes_end_no_run(desk: Desk, text: str) -> None:
    desk.lay({"notes/strange.md": text, "notes/cells.md": CELLS})
    ran = desk.run("build")
    assert ran.code in (0, 1)
    assert "cells.apkg" in desk.files()
    for line in desk.run("cards", "--format", "jsonl").out.splitlines():
        assert '"question": ""' not in line
        assert '"answer": ""' not in line


def test_a_package_that_cannot_be_written_holds_no_other_back(desk: Desk) -> None:
    long = "n" * 252
    desk.lay({f"notes/{long}.md": CELLS, "notes/plants.md": PLANTS})
    ran = desk.run("build")
    assert ran.code == 1
    assert "cannot be written: File name too long" in ran.err
    assert set(desk.files()) == {"plants.apkg", "cards.lock"}
