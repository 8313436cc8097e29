"""What a learner finds in Anki after importing a package, for the first time and again."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path

import pytest
from conftest import Desk
from learner import Learner

from flashcards.anki.note_types import CHANGED, models

NOTES = """# Biology 2024

## Session 1: Cells (Monday 3/4/2024)

### Membranes: a border that lets through

- **Osmosis**: the movement of water through a membrane
- Ribosome :: a particle that builds proteins
- Why does ice float?
  - It is less dense than water
- Density :: `mass / volume`, and `< 1` for ice

### Energy: where it comes from

- The {{c1::mitochondrion}} makes most of the {{c2::ATP}} of a cell
- Enzymes ==lower== the activation energy
- Free energy :: $\\frac{a_{1}}{b} < 0$, not \\*this\\* or List<int>
- {{c1::$\\frac{a}{b}$}} is a fraction, `std::map` a {{c2::tree::which shape}}
"""

STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
FORMULA = re.compile(r"\\\(.*?\\\)")
LEFTOVERS = re.compile(
    r"\{\{|\}\}|`|\$|\*\*|==|&amp;lt;|\{unknown|no value|is invalid|template", re.I
)


@pytest.fixture
def built(desk: Desk) -> Desk:
    desk.lay({"notes/biology.md": NOTES})
    assert desk.run("build").code == 0
    return desk


def package(desk: Desk, name: str = "biology") -> Path:
    return desk.root / f"decks/{name}.apkg"


def rebuilt(desk: Desk, **edits: str) -> Path:
    """The package after an edit of its note, a second or more later."""
    text = desk.text("notes/biology.md")
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new)
    desk.lay({"notes/biology.md": text})
    assert desk.run("build").code == 0
    return package(desk)


def id_of(learner: Learner, words: str) -> str:
    """The id of the card whose question holds these words."""
    (found,) = [
        card_id
        for card_id, note in learner.notes().items()
        if words in next(iter(note["fields"].values()))
    ]
    return str(found)


def test_every_card_arrives_and_shows_no_markup(built: Desk, learner: Learner) -> None:
    cards = [json.loads(row) for row in built.run("cards", "--format", "jsonl").out.splitlines()]
    assert learner.take(package(built))["new"] == len(cards) >= 8
    notes = learner.notes()
    assert {card["id"]: card["guid"] for card in cards} == {
        card_id: note["guid"] for card_id, note in notes.items()
    }
    for card in cards:
        note = notes[card["id"]]
        assert sorted(note["tags"]) == sorted(card["tags"])
        assert {one["deck"] for one in note["cards"]} == {card["deck"]}
        assert note["fields"]["Source"] == f"notes/biology.md:{card['source']['line']}"
        assert note["fields"]["Context"] == card["context"]
    sides = learner.sides()
    assert len(sides) == sum(len(note["cards"]) for note in notes.values()) > len(cards)
    for _, _, question, answer in sides:
        for side in (question, answer):
            shown = STYLE.sub("", side)
            assert 'class="fc-question"' in shown
            assert not LEFTOVERS.search(FORMULA.sub("", shown)), shown


def test_what_the_cards_show(built: Desk, learner: Learner) -> None:
    learner.take(package(built))
    guid_of = {card_id: note["guid"] for card_id, note in learner.notes().items()}
    sides = {(guid, at): STYLE.sub("", answer) for guid, at, _, answer in learner.sides()}
    osmosis = sides[guid_of[id_of(learner, "osmosis")], 0]
    assert "The movement of water through a membrane" in osmosis
    assert "notes/biology.md:7" in osmosis
    density = sides[guid_of[id_of(learner, "Density")], 0]
    assert "<code>mass / volume</code>, and <code>&lt; 1</code> for ice" in density
    energy = sides[guid_of[id_of(learner, "Free energy")], 0]
    assert r"\(\frac{a_{1}}{b} &lt; 0\), not *this* or List&lt;int&gt;" in energy
    fraction = guid_of[id_of(learner, "is a fraction")]
    assert r"\frac{a}{b}\)</span> is a fraction" in sides[fraction, 0]
    assert re.search(r"<code>std::map</code> a <span class=\"?cloze[^>]*>tree<", sides[fraction, 1])
    asked = {at: q for guid, at, q, _ in learner.sides() if guid == fraction}
    assert "[which shape]" in asked[1]


def test_the_tags_are_sections_and_dates(built: Desk, learner: Learner) -> None:
    learner.take(package(built))
    tags = learner.notes()[id_of(learner, "osmosis")]["tags"]
    assert set(tags) == {"biology::session-1::membranes", "biology::date::2024-03-04"}


def test_the_same_package_again_changes_nothing(built: Desk, learner: Learner) -> None:
    first = learner.take(package(built))
    again = learner.take(package(built))
    assert (again["new"], again["updated"], again["conflicting"]) == (0, 0, 0)
    assert again["same"] == first["new"]


def test_two_packages_of_one_build_share_nothing(built: Desk, learner: Learner) -> None:
    built.lay({"notes/ice.md": "- Frost :: ice that grows from vapour\n- Firn :: old snow\n"})
    built.run("build")
    learner.take(package(built), package(built, "ice"))
    again = learner.take(package(built), package(built, "ice"))
    assert (again["new"], again["updated"]) == (0, 0)
    cards = [card["id"] for note in learner.notes().values() for card in note["cards"]]
    assert len(cards) == len(set(cards))


def test_a_reworded_bullet_updates_one_note_and_keeps_its_reviews(
    built: Desk, learner: Learner
) -> None:
    count = learner.take(package(built))["new"]
    card_id = id_of(learner, "osmosis")
    learner.review(guid=learner.notes()[card_id]["guid"])
    before = learner.notes()
    assert before[card_id]["cards"][0]["reviews"] == 1
    done = learner.take(rebuilt(built, **{"of water through": "of much water through"}))
    assert (done["new"], done["updated"], done["conflicting"]) == (0, 1, 0)
    after = learner.notes()
    assert len(after) == count
    assert "much water" in after[card_id]["fields"]["Answer"]
    assert after[card_id]["cards"] == before[card_id]["cards"]


def test_what_a_learner_changes_on_other_cards_stays(built: Desk, learner: Learner) -> None:
    learner.take(package(built))
    card_id = id_of(learner, "Ribosome")
    guid = learner.notes()[card_id]["guid"]
    learner.edit(guid=guid, field="Answer", html="what <b>I</b> say")
    learner.tag(guid=guid, tags=["hard", "leech"])
    learner.review(guid=guid)
    before = learner.notes()[card_id]
    done = learner.take(rebuilt(built, **{"of water through": "of much water through"}))
    assert (done["new"], done["updated"]) == (0, 1)
    assert learner.notes()[card_id] == before
    assert {"hard", "leech"} < set(before["tags"])


def test_moved_renamed_and_retitled_notes_make_no_duplicates(built: Desk, learner: Learner) -> None:
    count = learner.take(package(built))["new"]
    ids = set(learner.notes())
    learner.review(guid=learner.notes()[id_of(learner, "osmosis")]["guid"])
    bullet = "- Ribosome :: a particle that builds proteins\n"
    moved = rebuilt(built, **{bullet: "", "### Energy": f"### Builders\n\n{bullet}\n### Energy"})
    assert learner.take(moved)["new"] == 0
    retitled = rebuilt(built, **{"### Membranes: a border that": "### Borders: what"})
    assert learner.take(retitled)["new"] == 0
    (built.root / "notes/biology.md").rename(built.root / "notes/life.md")
    assert built.run("build", "--retire").code == 0
    assert learner.take(package(built, "life"))["new"] == 0
    notes = learner.notes()
    assert (len(notes), set(notes)) == (count, ids)
    assert notes[id_of(learner, "osmosis")]["cards"][0]["reviews"] == 1
    assert "life::session-1::borders" in notes[id_of(learner, "osmosis")]["tags"]


def test_a_card_of_another_kind_begins_anew_and_breaks_no_import(
    built: Desk, learner: Learner
) -> None:
    learner.take(package(built))
    before = learner.anki.notes()
    old = learner.notes()[id_of(learner, "Ribosome")]
    text = built.text("notes/biology.md")
    cloze = text.replace("- Ribosome :: a particle", "- {{c1::Ribosome}}, a particle")
    built.lay({"notes/biology.md": cloze})
    printed = built.run("build").out
    done = learner.take(package(built))
    assert (done["new"], done["updated"], done["conflicting"]) == (1, 0, 0)
    assert [note for note in learner.anki.notes() if note in before] == before
    (search,) = re.findall(r"^  (\(.*note:Flashcards.*)$", printed, re.MULTILINE)
    assert learner.search(words=search) == [old["guid"]]


def test_gaps_keep_their_cards(built: Desk, learner: Learner) -> None:
    learner.take(package(built))
    card_id = id_of(learner, "mitochondrion")
    learner.review(guid=learner.notes()[card_id]["guid"])
    before = learner.notes()[card_id]["cards"]
    learner.take(rebuilt(built, **{"makes most": "{{c3::makes}} most"}))
    after = learner.notes()[card_id]["cards"]
    assert after[:2] == before
    assert [card["ord"] for card in after] == [0, 1, 2]


def test_a_retired_card_is_found_by_what_the_build_prints(built: Desk, learner: Learner) -> None:
    count = learner.take(package(built))["new"]
    card_id = id_of(learner, "Ribosome")
    text = built.text("notes/biology.md")
    gone = text.replace("- Ribosome :: a particle that builds proteins\n", "")
    built.lay({"notes/biology.md": gone})
    printed = built.run("build").out
    (search,) = re.findall(r'^ *("Id:.*)$', printed, re.MULTILINE)
    assert learner.take(package(built))["new"] == 0
    assert len(learner.notes()) == count
    assert learner.search(words=search) == [learner.notes()[card_id]["guid"]]


def test_a_dropped_card_stays_until_its_owner_deletes_it(built: Desk, learner: Learner) -> None:
    count = learner.take(package(built))["new"]
    card_id = id_of(learner, "Ribosome")
    built.lay({"decks/biology.yaml": f"drop:\n  {card_id}: too easy\n"})
    printed = built.run("build").out
    (search,) = re.findall(r'^ *("Id:.*)$', printed, re.MULTILINE)
    done = learner.take(package(built))
    assert (done["new"], done["updated"]) == (0, 0)
    assert learner.search(words=search) == [learner.notes()[card_id]["guid"]]
    learner.delete(guid=learner.notes()[card_id]["guid"])
    assert learner.take(package(built))["new"] == 0
    built.lay({"decks/biology.yaml": ""})
    built.run("build")
    assert learner.take(package(built))["new"] == 1
    assert len(learner.notes()) == count


def test_a_tuned_card_updates_its_note(built: Desk, learner: Learner) -> None:
    learner.take(package(built))
    card_id = id_of(learner, "Ribosome")
    learner.review(guid=learner.notes()[card_id]["guid"])
    before = learner.notes()[card_id]
    built.run("tune", card_id, "--question", "What builds **proteins**?", "--answer", "A ribosome")
    built.run("build")
    done = learner.take(package(built))
    assert (done["new"], done["updated"]) == (0, 1)
    after = learner.notes()[card_id]
    assert after["fields"]["Question"] == "What builds <strong>proteins</strong>?"
    assert after["cards"] == before["cards"]


def test_a_renamed_deck_keeps_its_cards(built: Desk, learner: Learner) -> None:
    learner.take(package(built))
    learner.rename_deck(name="Biology", new="Exam")
    done = learner.take(rebuilt(built, **{"of water through": "of much water through"}))
    assert (done["new"], done["updated"]) == (0, 1)
    assert {card["deck"] for note in learner.notes().values() for card in note["cards"]} == {"Exam"}


def test_a_style_made_in_anki_stays(built: Desk, learner: Learner) -> None:
    learner.take(package(built))
    for name in ("Flashcards Q&A", "Flashcards Cloze"):
        learner.restyle(name=name, css=".card { color: teal }")
    learner.take(rebuilt(built, **{"of water through": "of much water through"}))
    for name in ("Flashcards Q&A", "Flashcards Cloze"):
        assert learner.style(name=name) == ".card { color: teal }"


def test_a_style_of_a_later_version_arrives(
    built: Desk, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.take(package(built))
    before = learner.notes()
    monkeypatch.setattr("flashcards.anki.writing.CHANGED", CHANGED + 60)
    restyled = [copy.deepcopy(model) for model in models()]
    for model in restyled:
        model.css = ".card { color: olive }"
        model.templates[0]["afmt"] += "<!-- later -->"
    monkeypatch.setattr("flashcards.anki.writing.models", lambda: restyled)
    done = learner.take(rebuilt(built, **{"of water through": "of much water through"}))
    assert (done["new"], done["updated"], done["conflicting"]) == (0, 1, 0)
    for name in ("Flashcards Q&A", "Flashcards Cloze"):
        assert learner.style(name=name) == ".card { color: olive }"
    assert all("<!-- later -->" in answer for *_, answer in learner.sides())
    assert learner.notes().keys() == before.keys()


def test_new_cards_come_in_the_order_of_the_notes(built: Desk, learner: Learner) -> None:
    learner.take(package(built))
    notes = learner.notes()
    places = [
        (int(note["fields"]["Source"].rpartition(":")[2]), card["due"])
        for note in notes.values()
        for card in note["cards"]
    ]
    assert sorted(places) == sorted(places, key=lambda place: place[1])


def test_the_shipped_notes(desk: Desk, learner: Learner) -> None:
    shipped = Path(__file__).parents[2] / "notes"
    desk.lay({f"notes/{path.name}": path.read_bytes() for path in shipped.iterdir()})
    assert desk.run("build").code == 0
    assert learner.take(package(desk, "mlsys-2020"))["new"] >= 60
    for _, _, question, answer in learner.sides():
        assert not LEFTOVERS.search(STYLE.sub("", question))
        assert not LEFTOVERS.search(STYLE.sub("", answer))
