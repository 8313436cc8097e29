"""`flashcards diff`, and `build --locked`."""

from __future__ import annotations

import json
import sys

import pytest
from conftest import Desk

CELLS = """# Cells

- Osmosis :: the movement of water through a membrane
- Ribosome :: a particle that builds proteins
- Cytosol :: the fluid inside a cell
- Vacuole :: a space in a cell that is filled with fluid
"""
PLANTS = """# Plants

- Xylem :: the tissue that carries water up
- Phloem :: the tissue that carries sugar down
"""


@pytest.fixture
def built(desk: Desk) -> Desk:
    desk.lay({"notes/cells.md": CELLS, "notes/plants.md": PLANTS})
    assert desk.run("build").code == 0
    return desk


def edit(desk: Desk) -> None:
    cells = CELLS.replace("the movement", "the slow movement")
    cells = cells.replace("- Cytosol :: the fluid inside a cell\n", "")
    cells = cells.replace("- Ribosome ::", "- Ribosome {{c1::is}} not").replace(
        "- Vacuole :: a space in a cell that is filled with fluid\n", ""
    )
    plants = (
        PLANTS + "- Vacuole :: a space in a cell that is filled with fluid\n- Stoma :: a pore\n"
    )
    desk.lay({"notes/cells.md": cells, "notes/plants.md": plants})


def test_each_kind_of_change_is_shown_by_package_and_in_all(built: Desk) -> None:
    edit(built)
    before = built.files()
    ran = built.run("diff")
    assert built.files() == before
    lines = ran.out.splitlines()
    assert "decks/cells.apkg: 2 cards, 1 reworded, 1 reset, 1 retired" in lines
    assert "decks/plants.apkg: 4 cards, 1 new, 1 moved" in lines
    assert "in all: 6 cards, 1 new, 1 reworded, 1 moved, 1 reset, 1 retired" in lines
    assert "    - Osmosis :: the movement of water through a membrane" in lines
    assert "    + Osmosis :: the slow movement of water through a membrane" in lines
    assert "    from notes/cells.md" in lines


SEARCH = "An import does not move cards. For the deck {}, search in Anki's browser for:"


@pytest.mark.parametrize(
    ("files", "deck"),
    [
        ({"notes/plants.md": f"---\ndeck: Botany\n---\n{PLANTS}"}, "Botany"),
        ({"decks/plants.yaml": "defaults:\n  deck: Garden\n"}, "Garden"),
    ],
)
def test_another_deck_is_a_move(built: Desk, files: dict[str, str], deck: str) -> None:
    built.lay(files)
    ran = built.run("diff", "--exit-code")
    assert ran.code == 1
    assert "decks/plants.apkg: 2 cards, 2 moved" in ran.out
    assert "    from the deck Plants" in ran.out
    assert SEARCH.format(deck) in ran.out
    assert built.run("build", "--locked").code == 1
    assert SEARCH.format(deck) in built.run("build").out
    assert built.run("diff", "--exit-code").code == 0
    rows = json.loads(built.run("diff", "--format", "json").out)
    assert rows == []
    built.lay(dict.fromkeys(files, "") | {"notes/plants.md": PLANTS})
    assert SEARCH.format("Plants") in built.run("diff").out


def test_another_file_is_no_other_deck_where_the_note_names_it(built: Desk) -> None:
    named = f"---\ndeck: Botany\n---\n{PLANTS}"
    built.lay({"notes/plants.md": named})
    built.run("build")
    (built.root / "notes/plants.md").unlink()
    built.lay({"notes/botany/plants.md": named})
    ran = built.run("diff")
    assert "2 moved" in ran.out
    assert "does not move cards" not in ran.out


def test_an_added_card_that_goes_to_another_session_is_moved_once(built: Desk) -> None:
    added = "add:\n  gel:\n    question: What is a gel?\n    answer: A solid\n"
    named = f"---\ndeck: Botany\n---\n{PLANTS}"
    built.lay({"decks/plants.yaml": added})
    built.run("build")
    built.lay({"notes/plants.md": named, "decks/plants.yaml": f"{added}    session: Plants\n"})
    assert "moved" in built.run("build").out
    assert built.run("diff").out == "nothing changed\n"


def test_a_deck_that_the_lock_does_not_know_is_no_move(built: Desk) -> None:
    """A lock of before it held decks."""
    built.lay({"notes/plants.md": f"---\ndeck: Botany\n---\n{PLANTS}"})
    built.run("build")
    lines = [json.loads(line) for line in built.text("decks/cards.lock").splitlines()]
    kept = [{k: v for k, v in line.items() if k not in ("deck", "shown")} for line in lines]
    built.lay({"decks/cards.lock": "".join(json.dumps(line) + "\n" for line in kept)})
    assert built.run("diff").out == "nothing changed\n"


def test_what_an_import_cannot_do_is_searched_for(built: Desk) -> None:
    edit(built)
    told = built.run("diff").out.partition("An import does not delete notes.")[2]
    assert '"Id:cytosol-' in told
    assert "For the deck Plants" in told
    assert '"Id:vacuole-' in told
    assert built.run("build").out.partition("An import does not delete notes.")[2] == told


def test_words_that_differ_stand_out(built: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    edit(built)
    out = built.run("diff").out
    assert "\x1b[32mslow\x1b[0m movement of" in out


def test_json_for_programs(built: Desk) -> None:
    edit(built)
    rows = json.loads(built.run("diff", "--format", "json").out)
    assert [row["kind"] for row in rows] == ["reworded", "reset", "retired", "moved", "new"]
    reworded = rows[0]
    assert reworded["before"]["text"] == "Osmosis :: the movement of water through a membrane"
    assert reworded["after"]["text"] == "Osmosis :: the slow movement of water through a membrane"
    assert (reworded["package"], reworded["deck"]) == ("cells", "Cells")
    assert rows[2]["after"] is None
    assert rows[4]["before"] is None


def test_the_exit_code_says_whether_there_is_a_difference(built: Desk) -> None:
    assert built.run("diff", "--exit-code").code == 0
    assert built.run("diff").out == "nothing changed\n"
    assert json.loads(built.run("diff", "--format", "json").out) == []
    edit(built)
    assert built.run("diff").code == 0
    assert built.run("diff", "--exit-code").code == 1
    assert built.run("diff", "--exit-code", "--format", "json").code == 1


def test_a_retirement_that_a_build_would_stop_at_is_told(built: Desk) -> None:
    built.lay({"notes/cells.md": "# Cells\n\n- Osmosis :: the movement of water\n"})
    ran = built.run("diff")
    assert ran.code == 0
    assert "3 of the 4 cards of cells would retire" in ran.err
    assert built.run("build").code == 1


def test_a_doubtful_rewording_says_how_to_part_it(built: Desk) -> None:
    long = "Osmosis :: what every root and leaf of a plant does to drink through a membrane"
    built.lay(
        {
            "notes/cells.md": CELLS.replace(
                "Osmosis :: the movement of water through a membrane", long
            )
        }
    )
    out = built.run("diff").out
    assert "if this is another card: flashcards split osmosis-" in out


def test_locked_fails_before_the_build_and_passes_after_it(built: Desk) -> None:
    edit(built)
    ran = built.run("build", "--locked")
    assert ran.code == 1
    assert "decks/cards.lock is not up to date (5 changes)" in ran.err
    assert built.run("build").code == 0
    assert built.run("build", "--locked").code == 0


def test_words_that_the_lock_does_not_hold_are_not_shown_as_none(built: Desk) -> None:
    asks = "add:\n  atp:\n    question: What do cells run on?\n    answer: "
    built.lay({"decks/cells.yaml": f"{asks}sugar\n"})
    assert built.run("build").code == 0
    built.lay({"decks/cells.yaml": f"{asks}ATP\n"})
    reworded = built.run("diff").out.splitlines()
    assert "    + What do cells run on? → ATP" in reworded
    built.lay({"decks/cells.yaml": ""})
    retired = built.run("diff").out.splitlines()
    assert "  retired  decks/cells.yaml:2  atp" in retired
    assert not [line for line in reworded + retired if line.startswith("    -")]
