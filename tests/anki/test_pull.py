"""Edits made in Anki come back: pull, build, import, and they stand."""

from __future__ import annotations

import io
import json
import sqlite3
import time
import zipfile
from pathlib import Path

import pytest
from conftest import Desk, Ran
from learner import Learner

NOTES = """# Biology

## Cells

- Osmosis :: the movement of water through a membrane
- Ribosome :: a particle that builds *proteins* with `tRNA`
- Cytosol :: the fluid inside a cell
- Vacuole :: a space that is filled with fluid
- The {{c1::mitochondrion}} makes most of the {{c2::ATP}} of a cell
"""


@pytest.fixture
def desk(desk: Desk, learner: Learner) -> Desk:
    """A workspace whose package the learner has imported, with one review of each card."""
    desk.lay({"notes/biology.md": NOTES})
    assert desk.run("build").code == 0
    learner.take(package(desk))
    for note in learner.notes().values():
        learner.review(guid=note["guid"])
    return desk


def package(desk: Desk) -> Path:
    return desk.root / "decks/biology.apkg"


def guid(learner: Learner, start: str) -> str:
    (found,) = [note["guid"] for name, note in learner.notes().items() if name.startswith(start)]
    return str(found)


def pulled(desk: Desk, learner: Learner, *options: str, name: str = "out.apkg", **how: bool) -> Ran:
    """What pulling an export says."""
    target = desk.root / name
    learner.export(path=str(target), **how)
    return desk.run("pull", str(target), *options)


def comes_back(desk: Desk, learner: Learner) -> None:
    """Pull, build and import; afterwards the learner's collection looks as it did before."""
    before = looks(learner)
    assert pulled(desk, learner).code == 0
    assert desk.run("build").code == 0
    done = learner.take(package(desk))
    assert (done["new"], done["conflicting"]) == (0, 0)
    assert looks(learner) == before
    again = learner.take(package(desk))
    assert (again["new"], again["updated"]) == (0, 0)
    assert "0 changes" in pulled(desk, learner).out


def looks(learner: Learner) -> dict[str, object]:
    """All that a learner sees of their notes, with the state of their cards."""
    return {
        name: [note["fields"], sorted(note["tags"]), note["cards"]]
        for name, note in learner.notes().items()
    }


def test_an_edited_text_stands(desk: Desk, learner: Learner) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water through a membrane")
    comes_back(desk, learner)
    assert "answer: water through a membrane" in desk.text("decks/biology.yaml")


@pytest.mark.parametrize(
    "html",
    [
        "<strong>water</strong> crosses a membrane<br>by itself",
        "<ul><li>water</li><li>membrane</li></ul>",
        "a &lt; b: <code>x</code> and \\(\\frac{a}{b}\\)",
        "H<sub>2</sub>O *crosses* a `membrane`",
        '<span style="color:red">water</span> [sound:rec.mp3] <img src="paste.jpg">',
        "1. not a list",
        "no",
    ],
)
def test_html_comes_back_as_it_was(desk: Desk, learner: Learner, html: str) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html=html)
    comes_back(desk, learner)


def test_a_cloze_context_extra_and_hint_come_back(desk: Desk, learner: Learner) -> None:
    cloze = guid(learner, "the-mito")
    text = "The {{c1::mitochondrion}} makes {{c2::ATP::which molecule}}, {{c3::always}}"
    learner.edit(guid=cloze, field="Text", html=text)
    learner.edit(guid=cloze, field="Extra", html="from Greek")
    other = guid(learner, "osmosis")
    learner.edit(guid=other, field="Hint", html="think of <em>water</em>")
    learner.edit(guid=other, field="Context", html="Biology")
    before = {name: note["fields"] for name, note in learner.notes().items()}
    assert pulled(desk, learner).code == 0
    desk.run("build")
    learner.take(package(desk))
    assert {name: note["fields"] for name, note in learner.notes().items()} == before
    assert "0 changes" in pulled(desk, learner).out


def test_tags_come_back_even_leech_and_marked(desk: Desk, learner: Learner) -> None:
    learner.tag(guid=guid(learner, "osmosis"), tags=["exam", "leech", "marked"])
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water through a membrane")
    comes_back(desk, learner)
    text = desk.text("notes/biology.md").replace("Osmosis ::", "Osmosis (in cells) ::")
    desk.lay({"notes/biology.md": text})
    desk.run("build")
    assert learner.take(package(desk), scheduling=True)["updated"] == 1
    (tags,) = [note["tags"] for name, note in learner.notes().items() if name.startswith("osm")]
    assert "exam" in tags
    if learner.version() != "23.10.1":  # which takes its own tags off every note that it updates
        assert {"leech", "marked"} < set(tags)


def test_what_was_pulled_updates_no_note(desk: Desk, learner: Learner) -> None:
    """An update without scheduling would take the tags away that Anki gives."""
    card = guid(learner, "osmosis")
    learner.fail(guid=card, times=8)
    learner.edit(guid=card, field="Answer", html="water <b>through</b> a membrane")
    learner.tag(guid=card, tags=["exam", "marked"])
    learner.tag(guid=guid(learner, "ribosome"), tags=["leech"])
    before = looks(learner)
    assert pulled(desk, learner).code == 0
    assert "2 curated" in desk.run("diff").out
    later(desk, 5_000)
    assert learner.take(package(desk))["updated"] == 0
    assert looks(learner) == before
    assert "0 changes" in pulled(desk, learner).out
    desk.lay({"notes/biology.md": NOTES.replace("fluid inside a cell", "fluid in a cell")})
    later(desk, 6_000)
    assert learner.take(package(desk))["updated"] == 1


def test_a_tune_that_is_changed_after_a_pull_ships(desk: Desk, learner: Learner) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water")
    assert pulled(desk, learner).code == 0
    tuned(desk, learner, "--answer", "salt", at=5_000)
    assert learner.take(package(desk))["updated"] == 1


def test_no_tag_of_ankis_is_taken_away_by_a_file_without_scheduling(
    desk: Desk, learner: Learner
) -> None:
    """Anki exports no leeches and no marks then, and takes them off what an import updates."""
    learner.tag(guid=guid(learner, "osmosis"), tags=["leech", "marked"])
    assert pulled(desk, learner).code == 0
    desk.run("build")
    nothing_changed(desk, learner, scheduling=False)
    desk.lay({"notes/biology.md": REWORDED})
    later(desk, 1_000)
    assert learner.take(package(desk))["updated"] == 1
    nothing_changed(desk, learner)


def test_a_tag_does_not_hold_the_words_fast(desk: Desk, learner: Learner) -> None:
    learner.tag(guid=guid(learner, "osmosis"), tags=["exam"])
    comes_back(desk, learner)
    desk.lay({"notes/biology.md": NOTES.replace("movement of water", "slow movement of water")})
    later(desk, 1_000)
    learner.take(package(desk))
    (note,) = [note for name, note in learner.notes().items() if name.startswith("osmosis")]
    assert "slow movement of water" in note["fields"]["Answer"]
    assert "exam" in note["tags"]


def test_a_pull_without_edits_writes_nothing(desk: Desk, learner: Learner) -> None:
    before = desk.files()
    ran = pulled(desk, learner)
    assert (ran.code, ran.err) == (0, "")
    assert "5 notes of ours in there, 0 changes" in ran.out
    assert desk.files() == before


def test_a_dry_run_writes_nothing(desk: Desk, learner: Learner) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water")
    before = desk.files()
    ran = pulled(desk, learner, "--dry-run")
    assert "+ water" in ran.out
    assert desk.files() == before


def test_changed_on_both_sides_both_are_shown(desk: Desk, learner: Learner) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="what I say")
    learner.edit(guid=guid(learner, "ribosome"), field="Answer", html="builds proteins")
    desk.lay({"notes/biology.md": NOTES.replace("movement of water", "slow movement of water")})
    ran = pulled(desk, learner)
    assert ran.code == 1
    assert "what I say" in ran.err
    assert "slow movement of water" in ran.err
    assert "notes/biology.md:5" in ran.err
    assert f"flashcards pull --keep-notes {desk.root / 'out.apkg'}" in ran.err
    curation = desk.text("decks/biology.yaml")
    assert "builds proteins" in curation, "what is sure is taken over"
    assert "what I say" not in curation


def test_changed_on_both_sides_with_a_build_between(desk: Desk, learner: Learner) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="what I say", later=0)
    desk.lay({"notes/biology.md": NOTES.replace("movement of water", "slow movement of water")})
    desk.run("build")
    ran = pulled(desk, learner)
    assert ran.code == 1
    assert "what I say" in ran.err


def test_on_demand_the_words_of_the_notes_win(desk: Desk, learner: Learner) -> None:
    card = guid(learner, "osmosis")
    learner.edit(guid=card, field="Answer", html="what I say", later=1_000)
    desk.lay({"notes/biology.md": NOTES.replace("movement of water", "slow movement of water")})
    assert pulled(desk, learner).code == 1
    assert pulled(desk, learner, "--keep-notes").code == 0
    later(desk, 2_000)
    assert learner.take(package(desk))["updated"] == 1
    assert "0 changes" in pulled(desk, learner).out
    assert "slow movement" in next(
        note["fields"]["Answer"] for note in learner.notes().values() if note["guid"] == card
    )


def later(desk: Desk, seconds: int) -> None:
    """Build as if it were some time later."""
    now = time.time() + seconds
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: now)
        assert desk.run("build").code == 0


def test_new_words_that_anki_passed_over_ship_anew(desk: Desk, learner: Learner) -> None:
    """A learner touches a note, the notes change its words: Anki takes its own for the newer."""
    learner.untag(guid=guid(learner, "osmosis"), tags=["none"], later=1_000)
    desk.lay({"notes/biology.md": NOTES.replace("movement of water", "slow movement of water")})
    desk.run("build")
    assert learner.take(package(desk))["updated"] == 0
    ran = pulled(desk, learner)
    assert ran.code == 0
    assert "behind  notes/biology.md:5" in ran.out
    later(desk, 2_000)
    assert learner.take(package(desk))["updated"] == 1
    assert "behind" not in pulled(desk, learner).out


def test_what_was_not_imported_yet_is_no_edit(desk: Desk, learner: Learner) -> None:
    desk.lay({"notes/biology.md": NOTES.replace("movement of water", "slow movement of water")})
    desk.run("build")
    ran = pulled(desk, learner)
    assert ran.code == 0
    assert "0 changes" in ran.out


def test_a_retitled_heading_that_was_not_imported_yet_is_no_edit(
    desk: Desk, learner: Learner
) -> None:
    desk.lay({"notes/biology.md": NOTES.replace("## Cells", "## Parts of life")})
    later(desk, 100)
    assert "0 changes" in pulled(desk, learner).out
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water", later=1_000)
    assert pulled(desk, learner).code == 0
    curation = desk.text("decks/biology.yaml")
    assert "answer: water" in curation
    assert "context" not in curation


def test_a_renamed_note_that_was_not_imported_yet_is_no_edit(desk: Desk, learner: Learner) -> None:
    learner.tag(guid=guid(learner, "osmosis"), tags=["exam"])
    (desk.root / "notes/biology.md").rename(desk.root / "notes/life.md")
    assert desk.run("build", "--retire").code == 0
    ran = pulled(desk, learner)
    assert ran.code == 0
    assert "1 change taken over" in ran.out
    assert "add: [exam]" in desk.text("decks/life.yaml")


def test_an_edit_of_another_field_of_a_note_not_imported_yet(desk: Desk, learner: Learner) -> None:
    desk.lay({"notes/biology.md": NOTES.replace("movement of water", "slow movement of water")})
    desk.run("build")
    learner.edit(guid=guid(learner, "osmosis"), field="Hint", html="wet", later=100)
    assert pulled(desk, learner).code == 0
    curation = desk.text("decks/biology.yaml")
    assert "hint: wet" in curation
    assert "answer:" not in curation.partition("was:")[0]


REWORDED = NOTES.replace("movement of water", "slow movement of water")


def nothing_changed(desk: Desk, learner: Learner, **how: bool) -> None:
    """Nobody edited anything in Anki, and a pull finds nothing."""
    ran = pulled(desk, learner, **how)
    assert (ran.code, ran.err) == (0, "")
    assert "0 changes" in ran.out


def tuned(desk: Desk, learner: Learner, *options: str, at: int) -> None:
    """Tune the card of osmosis, and build at some time."""
    (card_id,) = [name for name in learner.notes() if name.startswith("osmosis")]
    assert desk.run("tune", card_id, *options).code == 0
    later(desk, at)


@pytest.mark.parametrize("option", ["--answer", "--question", "--context", "--extra", "--hint"])
def test_a_tune_changed_again_before_an_import_is_no_edit(
    desk: Desk, learner: Learner, option: str
) -> None:
    tuned(desk, learner, option, "water & *salt* a < b", at=1_000)
    learner.take(package(desk))
    tuned(desk, learner, option, "second words", at=2_000)
    nothing_changed(desk, learner)
    tuned(desk, learner, option, "third words", at=3_000)
    nothing_changed(desk, learner)
    tuned(desk, learner, option, "fourth words", at=4_000)
    nothing_changed(desk, learner)


def test_an_added_card_changed_again_before_an_import_is_no_edit(
    desk: Desk, learner: Learner
) -> None:
    added = "add:\n  gel: {question: What is a gel?, answer: %s}\n"
    desk.lay({"decks/biology.yaml": added % "a solid in water"})
    later(desk, 1_000)
    learner.take(package(desk))
    for at, answer in enumerate(["a jelly", "a soft solid", "something *soft*"], start=2):
        desk.lay({"decks/biology.yaml": added % answer})
        later(desk, 1_000 * at)
        nothing_changed(desk, learner)


def test_words_are_remembered_while_only_signs_of_the_notes_change(
    desk: Desk, learner: Learner
) -> None:
    desk.lay({"notes/biology.md": REWORDED})
    later(desk, 1_000)
    desk.lay({"notes/biology.md": REWORDED.replace("- Osmosis ::", "* **Osmosis** ::")})
    later(desk, 2_000)
    nothing_changed(desk, learner)


def test_words_of_a_card_that_was_told_to_be_the_same_are_no_edit(
    desk: Desk, learner: Learner
) -> None:
    (card_id,) = [name for name in learner.notes() if name.startswith("osmosis")]
    other = NOTES.replace("- Osmosis :: the movement of water", "- Diffusion :: the spread of salt")
    desk.lay({"notes/biology.md": other})
    later(desk, 1_000)
    rows = map(json.loads, desk.run("cards", "--format", "jsonl").out.splitlines())
    (heir,) = [row["id"] for row in rows if "Diffusion" in row["question"]]
    if heir != card_id:
        assert desk.run("same", card_id, heir).code == 0
    later(desk, 2_000)
    nothing_changed(desk, learner)


def test_words_of_a_card_that_was_dropped_meanwhile_are_no_edit(
    desk: Desk, learner: Learner
) -> None:
    (card_id,) = [name for name in learner.notes() if name.startswith("osmosis")]
    assert desk.run("drop", card_id).code == 0
    later(desk, 1_000)
    desk.lay({"notes/biology.md": REWORDED})
    later(desk, 2_000)
    assert desk.run("drop", card_id, "--undo").code == 0
    later(desk, 3_000)
    nothing_changed(desk, learner)


def test_words_of_last_week_are_no_edit_though_a_bullet_grew_by_many_builds(
    desk: Desk, learner: Learner
) -> None:
    more = "of a cell, with all that swims in it and is dissolved in it, salts and sugars"
    for typed in range(1, len(more)):
        line = f"through a membrane {more[:typed]}"
        desk.lay({"notes/biology.md": NOTES.replace("through a membrane", line)})
        later(desk, 600_000 + 2 * typed)
    nothing_changed(desk, learner)
    (line,) = [line for line in desk.text("decks/cards.lock").splitlines() if '"osmosis' in line]
    assert len(line) < 3_000


def test_words_imported_while_a_bullet_grew_are_no_edit(desk: Desk, learner: Learner) -> None:
    for typed in range(1, 16):
        line = f"through a membrane {'of the cells '[:typed]}{typed}"
        desk.lay({"notes/biology.md": NOTES.replace("through a membrane", line)})
        later(desk, 600_000 + 2 * typed)
        if typed == 3:
            learner.take(package(desk))
    nothing_changed(desk, learner)


def test_an_edit_of_signs_alone_is_found_in_a_note_not_imported_yet(
    desk: Desk, learner: Learner
) -> None:
    learner.edit(
        guid=guid(learner, "osmosis"),
        field="Answer",
        html="the <b>movement</b> of water through a membrane",
        later=0,
    )
    desk.lay({"notes/biology.md": REWORDED})
    later(desk, 1_000)
    ran = pulled(desk, learner)
    assert ran.code == 1
    assert "the **movement** of water through a membrane" in ran.err
    assert "slow movement" in ran.err


def test_an_edited_extra_is_found_after_a_heading_was_retitled(
    desk: Desk, learner: Learner
) -> None:
    desk.lay({"notes/biology.md": NOTES.replace("## Cells", "## Parts of life")})
    later(desk, 1_000)
    learner.take(package(desk))
    learner.edit(guid=guid(learner, "osmosis"), field="Extra", html="from Greek", later=2_000)
    assert pulled(desk, learner).code == 0
    assert "extra: from Greek" in desk.text("decks/biology.yaml")


def test_a_text_that_only_the_learner_changed_is_no_conflict(desk: Desk, learner: Learner) -> None:
    """The hint in Anki, then the answer in the notes, with a build between."""
    learner.edit(guid=guid(learner, "osmosis"), field="Hint", html="wet", later=0)
    desk.lay({"notes/biology.md": REWORDED})
    later(desk, 1_000)
    ran = pulled(desk, learner)
    assert (ran.code, ran.err) == (0, "")
    assert "hint: wet" in desk.text("decks/biology.yaml")
    later(desk, 2_000)
    learner.take(package(desk))
    (note,) = [note for name, note in learner.notes().items() if name.startswith("osmosis")]
    assert note["fields"]["Hint"] == "wet"
    assert "slow movement" in note["fields"]["Answer"]


def test_an_edit_of_a_note_that_shows_an_older_place_is_a_conflict(
    desk: Desk, learner: Learner
) -> None:
    """Built, not imported, then edited in Anki: both sides changed."""
    desk.lay({"notes/biology.md": "An introduction.\n\n" + REWORDED})
    desk.run("build")
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="what I say", later=1_000)
    ran = pulled(desk, learner)
    assert ran.code == 1
    assert "what I say" in ran.err
    assert "slow movement" in ran.err


def test_a_tag_taken_away_here_does_not_come_back(desk: Desk, learner: Learner) -> None:
    tuned(desk, learner, "--tag", "exam", at=1_000)
    learner.take(package(desk))
    tuned(desk, learner, "--untag", "exam", at=2_000)
    nothing_changed(desk, learner)
    learner.take(package(desk))
    learner.tag(guid=guid(learner, "osmosis"), tags=["exam"], later=3_000)
    assert "+exam" in pulled(desk, learner).out


PICTURED = NOTES.replace("through a membrane", "through a membrane ![](cell.png)")
PICTURE = b"\x89PNG\r\n\x1a\n-a-cell"


@pytest.mark.parametrize(
    "then",
    [
        {"notes/biology.md": NOTES},
        {"notes/cell.png": PICTURE + b"-drawn-anew"},
        {"notes/biology.md": PICTURED.replace("cell.png", "other.png"), "notes/other.png": PICTURE},
    ],
    ids=["gone", "drawn anew", "of another name"],
)
@pytest.mark.parametrize("by_hand", [False, True])
def test_a_picture_that_is_another_one_now_is_no_edit(
    desk: Desk, learner: Learner, then: dict[str, str | bytes], by_hand: bool
) -> None:
    desk.lay({"notes/biology.md": PICTURED, "notes/cell.png": PICTURE})
    later(desk, 1_000)
    learner.take(package(desk))
    if by_hand:
        tuned(desk, learner, "--question", "What is *this*? ![](cell.png)", at=2_000)
        learner.take(package(desk))
    nothing_changed(desk, learner)
    desk.lay(then)
    nothing_changed(desk, learner)
    later(desk, 3_000)
    nothing_changed(desk, learner)
    later(desk, 4_000)
    nothing_changed(desk, learner)


def test_without_the_package_of_the_last_build(desk: Desk, learner: Learner) -> None:
    """Only the lock is under version control: it knows what was shipped."""
    desk.lay({"decks/biology.yaml": "defaults:\n  tags: [exam]\n"})
    learner.edit(guid=guid(learner, "ribosome"), field="Answer", html="a particle", later=10)
    desk.lay({"notes/biology.md": REWORDED})
    package(desk).unlink()
    ran = pulled(desk, learner)
    assert ran.code == 0
    assert "1 change taken over" in ran.out
    assert "less" not in desk.text("decks/biology.yaml")
    assert "remove" not in desk.text("decks/biology.yaml")


def test_without_the_package_a_change_on_both_sides_is_one(desk: Desk, learner: Learner) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="what I say")
    desk.lay({"notes/biology.md": REWORDED})
    package(desk).unlink()
    ran = pulled(desk, learner)
    assert ran.code == 1
    assert "what I say" in ran.err
    assert "slow movement" in ran.err


def test_an_older_package_is_not_taken_for_that_of_the_last_build(
    desk: Desk, learner: Learner
) -> None:
    """The lock came with a commit of another machine, the package is from before."""
    old = package(desk).read_bytes()
    desk.lay({"notes/biology.md": REWORDED})
    later(desk, 1_000)
    learner.take(package(desk))
    package(desk).write_bytes(old)
    desk.lay({"notes/biology.md": REWORDED.replace("slow movement", "very slow movement")})
    nothing_changed(desk, learner)


def test_deleted_notes_are_offered_and_dropped_on_demand(desk: Desk, learner: Learner) -> None:
    learner.delete(guid=guid(learner, "osmosis"))
    ran = pulled(desk, learner)
    assert "deleted" in ran.out
    assert "notes/biology.md:5" in ran.out
    assert not (desk.root / "decks/biology.yaml").exists()
    assert pulled(desk, learner, "--drop-deleted").code == 0
    desk.run("build")
    assert learner.take(package(desk))["new"] == 0


def test_notes_whose_cards_were_dropped_are_counted(desk: Desk, learner: Learner) -> None:
    (card_id,) = [name for name in learner.notes() if name.startswith("osmosis")]
    desk.run("drop", card_id)
    desk.run("build")
    assert "1 note in there without a card here" in pulled(desk, learner).out


def test_a_card_that_was_never_imported_is_not_deleted(
    desk: Desk, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + 60
    monkeypatch.setattr(time, "time", lambda: later)
    desk.lay({"notes/biology.md": NOTES + "- Nucleus :: the part that holds the genes\n"})
    desk.run("build")
    ran = pulled(desk, learner)
    assert "deleted" not in ran.out


def test_a_pulled_edit_is_no_sign_that_later_cards_were_imported(
    desk: Desk, learner: Learner
) -> None:
    desk.lay({"notes/biology.md": NOTES + "- Nucleus :: the part that holds the genes\n"})
    later(desk, 1_000)
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water", later=2_000)
    assert "deleted" not in pulled(desk, learner).out
    later(desk, 3_000)
    ran = pulled(desk, learner)
    assert "0 changes" in ran.out
    assert "deleted" not in ran.out


def test_an_old_note_touched_later_is_no_sign_that_later_cards_were_imported(
    desk: Desk, learner: Learner
) -> None:
    desk.lay({"notes/biology.md": REWORDED + "- Nucleus :: the part that holds the genes\n"})
    later(desk, 1_000)
    learner.tag(guid=guid(learner, "osmosis"), tags=["exam"], later=2_000)
    assert "deleted" not in pulled(desk, learner).out


def test_suspended_cards_and_leeches_are_listed_with_their_place(
    desk: Desk, learner: Learner
) -> None:
    learner.suspend(guid=guid(learner, "cytosol"))
    learner.fail(guid=guid(learner, "vacuole"), times=8)
    ran = pulled(desk, learner, scheduling=True)
    assert "suspended  notes/biology.md:7  cytosol" in ran.out
    assert "leech  notes/biology.md:8  vacuole" in ran.out


def test_a_renamed_deck_and_no_scheduling(desk: Desk, learner: Learner) -> None:
    learner.rename_deck(name="Biology", new="Exam")
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water")
    assert pulled(desk, learner, scheduling=False).code == 0
    assert "answer: water" in desk.text("decks/biology.yaml")


@pytest.mark.parametrize("legacy", [True, False])
@pytest.mark.parametrize("name", ["out.apkg", "out.colpkg"])
def test_every_format(desk: Desk, learner: Learner, name: str, legacy: bool) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water")
    assert pulled(desk, learner, name=name, legacy=legacy).code == 0
    assert "answer: water" in desk.text("decks/biology.yaml")


def test_the_collection_itself_while_anki_is_closed(desk: Desk, learner: Learner) -> None:
    learner.edit(guid=guid(learner, "osmosis"), field="Answer", html="water")
    before = desk.files()
    ran = desk.run("pull", str(learner.collection))
    assert ran.code == 1
    assert "open in Anki" in ran.err
    assert desk.files() == before
    learner.close()
    profile = learner.collection.parent
    files = {path.name: path.read_bytes() for path in profile.glob("*.*2*")}
    assert desk.run("pull", str(learner.collection)).code == 0
    assert "answer: water" in desk.text("decks/biology.yaml")
    assert {path.name: path.read_bytes() for path in profile.glob("*.*2*")} == files


def test_what_stands_in_the_log_only_is_read(desk: Desk, learner: Learner) -> None:
    """Anki was killed: its last changes are in the log beside the collection."""
    learner.close()
    with sqlite3.connect(learner.collection) as connection:
        connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute(
            "UPDATE notes SET mod = mod + 9, flds = replace(flds, 'movement of', 'drift of')"
        )
        connection.commit()
        log = Path(f"{learner.collection}-wal")
        killed = desk.root / "killed.anki2"
        killed.write_bytes(learner.collection.read_bytes())
        Path(f"{killed}-wal").write_bytes(log.read_bytes())
    connection.close()
    assert desk.run("pull", str(killed)).code == 0
    assert "drift of water" in desk.text("decks/biology.yaml")


def zipped(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a package at all",
        zipped("readme.txt", b"hello"),
        zipped("collection.anki2", b"not a database"),
        zipped("collection.anki21b", b"not zstandard"),
        zipped("collection.anki2", b"SQLite format 3\x00" + bytes(200)),
        b"SQLite format 3\x00" + b"\xff" * 500,
        zipped("collection.anki2", bytes(100 << 20)),
    ],
    ids=["empty", "text", "zip", "no database", "no zstd", "broken", "broken file", "bomb"],
)
def test_what_is_no_package_changes_nothing(desk: Desk, data: bytes) -> None:
    before = desk.files()
    (desk.root / "file.apkg").write_bytes(data)
    ran = desk.run("pull", "file.apkg")
    assert ran.code == 1
    assert ran.out == ""
    assert 0 < len(ran.err.splitlines()) <= 3
    assert "Traceback" not in ran.err
    assert desk.files() == before


def test_a_truncated_package(desk: Desk, learner: Learner) -> None:
    target = desk.root / "out.apkg"
    learner.export(path=str(target))
    whole = target.read_bytes()
    for size in (len(whole) // 3, len(whole) // 2, len(whole) - 10):
        target.write_bytes(whole[:size])
        ran = desk.run("pull", "out.apkg")
        assert (ran.code, ran.out) == (1, "")
        assert "not a whole package" in ran.err


def test_a_collection_without_our_notes(desk: Desk, learner: Learner, tmp_path: Path) -> None:
    learner.open(path=str(tmp_path / "other.anki2"))
    target = desk.root / "other.colpkg"
    learner.export(path=str(target))
    before = desk.files()
    ran = desk.run("pull", str(target))
    assert ran.code == 1
    assert "none of these cards" in ran.err
    assert desk.files() == before
