"""`flashcards cards`, `explain`, `check`, `diff` and `rules`: what they print."""

from __future__ import annotations

import csv
import io
import json

import pytest
from conftest import Desk

CELLS = """# Cells

## Membranes (3/2/2020)

- Osmosis :: the movement of water
  through a membrane
- ==Aquaporins== let water through the membrane of a cell
- perhaps
"""


@pytest.fixture
def cells(desk: Desk) -> Desk:
    desk.lay({"notes/cells.md": CELLS})
    return desk


def test_jsonl_has_the_fields_that_other_programs_rely_on(cells: Desk) -> None:
    first, second = map(json.loads, cells.run("cards", "--format", "jsonl").out.splitlines())
    assert first["kind"] == "qa"
    assert first["question"] == "Osmosis"
    assert first["answer"] == "the movement of water through a membrane"
    assert first["deck"] == "Cells"
    assert first["package"] == "cells"
    assert first["rule"] == "double-colon"
    assert first["curated"] == ""
    assert first["source"] == {
        "path": "notes/cells.md",
        "line": 5,
        "text": "Osmosis :: the movement of water",
    }
    assert {"id", "guid", "context", "extra"} <= set(first)
    assert "cells::date::2020-03-02" in first["tags"]
    assert second["kind"] == "cloze"
    assert "{{c1::Aquaporins}}" in second["question"]
    assert second["answer"] == "Aquaporins"


def test_listing_writes_nothing(cells: Desk) -> None:
    for command in (["cards"], ["diff"], ["check"], ["explain", "--skipped"]):
        cells.run(*command)
    assert [path.name for path in cells.root.iterdir()] == ["notes"]


def test_cards_are_those_that_a_build_ships(cells: Desk) -> None:
    before = cells.run("cards", "--format", "jsonl").out
    cells.run("build")
    assert cells.run("cards", "--format", "jsonl").out == before


def test_cards_are_sorted_by_place(cells: Desk) -> None:
    cells.lay({"notes/b/a.md": CELLS, "notes/a.md": CELLS})
    rows = map(json.loads, cells.run("cards", "--format", "jsonl").out.splitlines())
    places = [(row["source"]["path"], row["source"]["line"]) for row in rows]
    assert places == sorted(places)
    assert len(places) == 6


def test_csv_reads_back(cells: Desk) -> None:
    rows = list(csv.DictReader(io.StringIO(cells.run("cards", "--format", "csv").out)))
    assert rows[0]["question"] == "Osmosis"
    assert rows[0]["path"] == "notes/cells.md"
    assert rows[0]["line"] == "5"


def test_the_table_shows_place_question_answer_and_id(cells: Desk) -> None:
    heading, first, *_ = cells.run("cards").out.splitlines()
    assert heading.split() == ["PLACE", "QUESTION", "ANSWER", "ID"]
    assert first.startswith("notes/cells.md:5  Osmosis")
    assert first.split()[-1].startswith("osmosis-")


@pytest.mark.parametrize("place", ["notes/cells.md:5", "cells.md:5", "cells:5", "cells:6"])
def test_explain_a_place_and_each_line_of_its_bullet(cells: Desk, place: str) -> None:
    ran = cells.run("explain", place)
    assert ran.code == 0
    assert "rule: double-colon" in ran.out
    assert "Q: Osmosis" in ran.out


@pytest.mark.parametrize("name", ["osmosis", "osm"])
def test_explain_an_id_in_short(cells: Desk, name: str) -> None:
    assert "rule: double-colon" in cells.run("explain", name).out


def test_explain_why_there_is_no_card(cells: Desk) -> None:
    assert "no card: " in cells.run("explain", "cells:8").out


def test_explain_all_that_was_skipped(cells: Desk) -> None:
    ran = cells.run("explain", "--skipped")
    assert "notes/cells.md:8  perhaps" in ran.out
    assert "movement" not in ran.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cell.md:5", 'did you mean "cells.md"?'),
        ("osmossis", "did you mean"),
        ("xyz", "flashcards cards lists all ids"),
    ],
)
def test_explain_what_is_not_there(cells: Desk, name: str, said: str) -> None:
    ran = cells.run("explain", name)
    assert ran.code == 1
    assert said in ran.err


def test_an_id_that_is_too_short_is_no_guess(cells: Desk) -> None:
    cells.lay({"notes/more.md": "- Osmometer :: a device that measures osmotic strength\n"})
    ran = cells.run("explain", "osmo")
    assert ran.code == 1
    assert "may be one of 2 cards" in ran.err


def test_explain_wants_a_place_or_skipped(cells: Desk) -> None:
    assert cells.run("explain").code == 2
    assert cells.run("explain", "cells:5", "--skipped").code == 2


def test_check_counts_what_it_found(cells: Desk) -> None:
    ran = cells.run("check")
    assert ran.code == 0
    assert "checked 1 note and 2 cards: 0 errors" in ran.out


def test_diff_before_the_first_build_shows_new_cards(cells: Desk) -> None:
    ran = cells.run("diff", "--exit-code")
    assert ran.code == 1
    assert "2 cards, 2 new" in ran.out
    cells.run("build")
    assert cells.run("diff", "--exit-code").code == 0


def test_diff_as_json_has_the_words_of_both_sides(cells: Desk) -> None:
    cells.run("build")
    cells.lay({"notes/cells.md": CELLS.replace("the movement", "the slow movement")})
    (row,) = json.loads(cells.run("diff", "--format", "json").out)
    assert row["kind"] == "reworded"
    assert row["line"] == 5
    assert row["before"]["text"] == "Osmosis :: the movement of water"
    assert row["after"]["text"] == "Osmosis :: the slow movement of water"


def test_rules_are_listed_and_print_their_manual(desk: Desk) -> None:
    from flashcards.rules import all_rules

    manuals = {rule.name: rule.manual for rule in all_rules()}
    lines = desk.run("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == list(manuals)
    waiting = [rule.name for rule in all_rules() if not rule.by_default]
    assert [line.split()[0] for line in lines if line.endswith(" (--mode max)")] == waiting
    assert desk.run("rules", "term").out.strip() == manuals["term"]
    ran = desk.run("rules", "terms")
    assert ran.code == 2
    assert 'did you mean "term"?' in ran.err


def test_explain_says_why_these_words_are_hidden(desk: Desk) -> None:
    desk.lay({"notes/ships.md": "- Sailors found their way at sea with a magnetic compass\n"})
    desk.run("build")
    ran = desk.run("explain", "ships:1")
    assert "{{c1::magnetic compass::m… c…}}" in ran.out
    assert "  gap: what a preposition ties to the rest (+2), the sentence leads up to it" in ran.out


@pytest.mark.parametrize(
    "command", [["cards"], ["diff"], ["explain", "--skipped"], ["explain", "x:1"], ["check"]]
)
def test_notes_do_not_steer_the_terminal(desk: Desk, command: list[str]) -> None:
    desk.lay({"notes/x.md": "- Worker\x1b[2J :: a female bee\n- \x1b]0;hello\x07 what is this\n"})
    assert desk.run("build").code == 0
    desk.lay({"notes/x.md": "- Worker\x1b[2J :: a female bee there\n- \x1b]0;hello\x07 what is\n"})
    ran = desk.run(*command)
    assert not {"\x1b", "\x07"} & set(ran.out + ran.err)


def test_an_id_that_is_offered_twice_is_one_card() -> None:
    from flashcards.cli.which import one_id

    assert one_id("osm", ["osmosis-1", "osmosis-1"]) == "osmosis-1"
