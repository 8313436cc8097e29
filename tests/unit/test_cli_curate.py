"""`tune`, `drop`, `add` and `pin`: which card they mean, what they write, and what they refuse."""

from __future__ import annotations

import json
import re

import pytest
from conftest import Desk

CELLS = """# Cells

- Osmosis :: the movement of water through a membrane
- Ribosome :: a particle that builds proteins
- A lysosome holds {{c1::enzymes}}
"""
PLANTS = "# Plants\n\n## Water\n\n- Xylem :: the tissue that carries water up\n"


@pytest.fixture
def built(desk: Desk) -> Desk:
    desk.lay({"notes/cells.md": CELLS, "notes/plants.md": PLANTS})
    assert desk.run("build").code == 0
    return desk


def id_of(desk: Desk, name: str) -> str:
    found = re.search(rf'"({name}-[0-9a-f]{{6}})"', desk.text("decks/cards.lock"))
    assert found
    return found[1]


def cards(desk: Desk) -> dict[str, dict[str, object]]:
    rows = map(json.loads, desk.run("cards", "--format", "jsonl").out.splitlines())
    return {re.sub(r"-[0-9a-f]{6}", "", row["id"]): row for row in rows}


def refused(desk: Desk, *command: str) -> str:
    """What a command says that fails; nothing on disk has changed."""
    before = desk.files()
    ran = desk.run(*command)
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert desk.files() == before
    return ran.err


@pytest.mark.parametrize("name", ["osmosis", "notes/cells.md:3", "cells:3", "cells.md:3"])
def test_a_card_by_place_or_by_the_beginning_of_its_id(built: Desk, name: str) -> None:
    ran = built.run("tune", name, "--question", "What is osmosis?")
    assert ran.out == f"tuned {id_of(built, 'osmosis')} in decks/cells.yaml\n"
    assert cards(built)["osmosis"]["question"] == "What is osmosis?"


def test_a_card_by_the_end_of_its_id_or_by_all_of_it(built: Desk) -> None:
    osmosis = id_of(built, "osmosis")
    assert built.run("drop", osmosis[-6:]).code == 0
    assert built.run("drop", osmosis, "--undo").code == 0
    assert "osmosis" in cards(built)


def test_what_no_card_is_called(built: Desk) -> None:
    assert 'no card "osmsis"' in refused(built, "drop", "osmsis")
    assert "did you mean" in refused(built, "tune", "osmsis", "--hint", "x")
    assert "no card at cells:1" in refused(built, "pin", "cells:1")
    assert "no note cels" in refused(built, "pin", "cels:1")


def test_each_option_of_tune(built: Desk) -> None:
    tag = "cells"
    built.run("tune", "osmosis", "--question", "Q?", "--answer", "no", "--context", "")
    built.run("tune", "osmosis", "--extra", "two\nlines", "--hint", "1:30")
    built.run("tune", "osmosis", "--tag", "exam", "--tag", "uni", "--untag", tag)
    card = cards(built)["osmosis"]
    fields = ("question", "answer", "context", "extra", "hint", "tags", "curated")
    assert [card[field] for field in fields] == [
        "Q?", "no", "", "two\nlines", "1:30", ["exam", "uni"], "tuned",
    ]  # fmt: skip
    built.run("tune", "osmosis", "--untag", "uni", "--tag", tag)
    assert cards(built)["osmosis"]["tags"] == ["cells", "exam"]


def test_a_tune_back_to_the_notes_leaves_no_entry(built: Desk) -> None:
    built.run("tune", "osmosis", "--question", "Q?")
    ran = built.run("tune", "osmosis", "--question", "Osmosis")
    assert "as the notes say" in ran.out
    assert "osmosis" not in built.text("decks/cells.yaml")


def test_another_kind_only_when_it_is_asked_for(built: Desk) -> None:
    text = "Osmosis moves {{c1::water}}"
    assert "kind: cloze makes it one" in refused(built, "tune", "osmosis", "--text", text)
    assert built.run("tune", "osmosis", "--text", text, "--kind", "cloze").code == 0
    assert cards(built)["osmosis"]["kind"] == "cloze"
    assert "this card is a cloze" in refused(built, "tune", "a-lysosome", "--question", "Q?")
    assert "no gap" in refused(built, "tune", "a-lysosome", "--text", "none")


def test_several_cards_of_one_and_each_of_them_again(built: Desk) -> None:
    ran = built.run(
        "tune", "osmosis", "--question", "A?", "--answer", "a", "--question", "B?", "--answer", "b"
    )
    assert "is 2 cards now" in ran.out
    second = f"{id_of(built, 'osmosis')}-2"
    assert built.run("tune", second, "--answer", "c").code == 0
    assert built.run("tune", id_of(built, "osmosis"), "--hint", "h").code == 0
    shown = cards(built)
    assert (shown["osmosis"]["hint"], shown["osmosis-2"]["answer"]) == ("h", "c")
    assert built.run("tune", id_of(built, "osmosis"), "--reset").code == 0
    assert "osmosis-2" not in cards(built)
    assert built.run("tune", "osmosis", "--question", "A?", "--question", "B?").code == 2


def test_accept_and_reset_need_a_tune(built: Desk) -> None:
    assert "has no tune" in refused(built, "tune", "osmosis", "--accept")
    assert "has no tune" in refused(built, "tune", "osmosis", "--reset")
    assert "is not under drop:" in refused(built, "drop", "osmosis", "--undo")
    assert "is not under pin:" in refused(built, "pin", "osmosis", "--undo")


def test_an_entry_of_a_card_that_is_gone_can_be_taken_out(built: Desk) -> None:
    built.run("tune", "osmosis", "--hint", "h")
    built.lay({"notes/cells.md": CELLS.replace("- Osmosis", "- [ ] TODO")})
    built.run("build")
    assert "no bullet makes this card any more" in built.run("check").err
    assert built.run("tune", "osmosis", "--reset").code == 0
    assert "any more" not in built.run("check").err


def test_add_finds_the_package_and_the_session(built: Desk) -> None:
    given = ("--question", "Q?", "--answer", "A")
    assert "there is more than one package" in refused(built, "add", "mine", *given)
    assert 'did you mean "cells"?' in refused(built, "add", "mine", "--package", "cels", *given)
    assert built.run("add", "mine", "--at", "plants:5", "--tag", "exam", *given).code == 0
    assert cards(built)["mine"]["tags"] == ["plants::water", "exam"]
    assert "session: Water\n    at: notes/plants.md\n" in built.text("decks/plants.yaml")
    assert "is there already" in refused(built, "add", "mine", "--package", "plants", *given)
    assert "in decks/plants.yaml" in refused(built, "add", "mine", "--package", "cells", *given)
    assert "cannot be the id" in refused(built, "add", "a:1", "--package", "cells", *given)
    assert "answer missing" in refused(
        built, "add", "half", "--package", "cells", "--question", "Q?"
    )
    assert built.run("tune", "mine", "--answer", "B", "--tag", "two", "--untag", "exam").code == 0
    mine = cards(built)["mine"]
    assert (mine["answer"], mine["tags"]) == ("B", ["plants::water", "two"])


def test_a_pin_is_for_cards_of_the_notes(built: Desk) -> None:
    assert built.run("pin", "a-lysosome").code == 0
    assert "text: A lysosome holds {{c1::enzymes}}" in built.text("decks/cells.yaml")
    assert built.run("pin", "a-lysosome", "--undo").code == 0
    built.run("add", "mine", "--package", "cells", "--question", "Q?", "--answer", "A")
    assert "written by hand" in refused(built, "pin", "mine")


def test_a_file_keeps_its_mark_its_line_ends_and_its_last_line(built: Desk) -> None:
    osmosis = id_of(built, "osmosis")
    before = f"\ufeff# mine\r\ndrop:\r\n   {osmosis}: 'too easy'   # yes".encode()
    built.lay({"decks/cells.yaml": before})
    assert built.run("tune", "ribosome", "--hint", "h").code == 0
    after = (built.root / "decks/cells.yaml").read_bytes()
    assert after.startswith(before + b"\r\ntune:\r\n")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert built.run("tune", "ribosome", "--reset").code == 0
    assert (built.root / "decks/cells.yaml").read_bytes() == before + b"\r\ntune:\r\n"


def test_a_file_that_cannot_be_read_is_not_edited(built: Desk) -> None:
    built.lay({"decks/cells.yaml": "tune: [\n"})
    assert "decks/cells.yaml:1:7: this is not YAML" in refused(built, "drop", "osmosis")
    built.lay({"decks/cells.yaml": b"# caf\xe9\n"})
    assert "is not UTF-8" in refused(built, "drop", "osmosis")


def test_an_edit_that_would_change_another_entry_is_refused(built: Desk) -> None:
    osmosis, ribosome = id_of(built, "osmosis"), id_of(built, "ribosome")
    built.lay({"decks/cells.yaml": f"tune:\n  {osmosis}: &a {{hint: h}}\n  {ribosome}: *a\n"})
    err = refused(built, "tune", osmosis, "--hint", "another")
    assert "another entry would change with it" in err
    assert built.run("tune", ribosome, "--hint", "another").code == 0
    shown = cards(built)
    assert (shown["osmosis"]["hint"], shown["ribosome"]["hint"]) == ("h", "another")


def test_a_misnamed_file_is_told_of(built: Desk) -> None:
    built.lay({"decks/cells.yml": "drop: {}\n"})
    assert "decks/cells.yml:1:1: warning: is not read" in built.run("build").err


def test_what_an_editor_leaves_alone_changes_nothing(
    built: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    before = built.files()
    assert "stays as it is" in built.run("tune", "osmosis").out
    monkeypatch.setenv("EDITOR", "cp /dev/null")
    assert built.run("tune", "osmosis").out == "nothing was changed\n"
    assert built.files() == before
    monkeypatch.setenv("EDITOR", "sed -i '/^answer/d; s/^question.*/question: Q?/'")
    assert built.run("tune", "osmosis").code == 0
    assert cards(built)["osmosis"]["question"] == "Q?"
    assert "answer: the" in built.text("decks/cells.yaml").partition("was:")[2]
