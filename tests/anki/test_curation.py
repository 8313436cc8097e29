"""Curated cards in Anki, over three builds with the notes changing underneath."""

from __future__ import annotations

import json
import time
from typing import Any

from conftest import Desk
from learner import Learner

NOTES = """# Biology

- Osmosis :: the movement of water through a membrane
- Ribosome :: a particle that builds proteins
- Cytosol :: the fluid inside a cell
- Vacuole :: a space in a cell that is filled with fluid
- Lysosome :: a bubble that digests what the cell no longer needs
"""
PACKAGE = "decks/cells.apkg"


def ids(desk: Desk) -> dict[str, str]:
    rows = map(json.loads, desk.run("cards", "--format", "jsonl").out.splitlines())
    return {row["id"].rpartition("-")[0]: row["id"] for row in rows}


def next_second() -> None:
    """Wait for it: Anki counts seconds, and some versions stamp what they update by their clock, so
    that an edit within the second of an import is no news to them."""
    now = int(time.time())
    while int(time.time()) == now:
        time.sleep(0.02)


def take(desk: Desk, learner: Learner) -> tuple[int, int]:
    """Build and import: how many notes are new, and how many were updated."""
    next_second()
    assert desk.run("build").code == 0
    done = learner.take(desk.root / PACKAGE)
    assert done["conflicting"] == 0
    return done["new"], done["updated"]


def fields(learner: Learner, card_id: str) -> dict[str, str]:
    found: dict[str, str] = learner.notes()[card_id]["fields"]
    return found


def histories(learner: Learner) -> dict[str, Any]:
    """What Anki knows of the reviews of each card."""
    return {card_id: note["cards"] for card_id, note in learner.notes().items()}


def reword(desk: Desk, *changes: tuple[str, str]) -> None:
    text = desk.text("notes/cells.md")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    desk.lay({"notes/cells.md": text})


def test_every_kind_of_curation_over_three_builds(desk: Desk, learner: Learner) -> None:
    desk.lay({"notes/cells.md": NOTES})
    assert take(desk, learner) == (5, 0)
    known = ids(desk)
    for card_id in known.values():
        learner.review(guid=learner.notes()[card_id]["guid"])
    reviewed = histories(learner)
    assert all(cards[0]["reviews"] == 1 for cards in reviewed.values())

    # First: one of each kind.
    tuned, split, pinned, dropped = (
        known[name] for name in ("osmosis", "ribosome", "cytosol", "vacuole")
    )
    for command in (
        ["tune", tuned, "--question", "What *moves* in osmosis?", "--answer", "Water"],
        ["tune", split, "--question", "What builds proteins?", "--answer", "Ribosomes",
         "--question", "What do ribosomes build?", "--answer", "Proteins"],
        ["pin", pinned],
        ["drop", dropped, "--reason", "too easy"],
        ["add", "golgi", "--question", "What packs proteins?", "--answer", "The Golgi apparatus"],
    ):  # fmt: skip
        assert desk.run(*command).code == 0
    assert take(desk, learner) == (2, 2)
    second = f"{split}-2"
    assert set(learner.notes()) == {*known.values(), second, "golgi"}
    assert fields(learner, tuned)["Question"] == "What <em>moves</em> in osmosis?"
    assert fields(learner, split)["Answer"] == "Ribosomes"
    assert fields(learner, second)["Question"] == "What do ribosomes build?"
    assert {one: histories(learner)[one] for one in reviewed} == reviewed
    for card_id in (second, "golgi"):
        learner.review(guid=learner.notes()[card_id]["guid"])
    reviewed = histories(learner)

    # Then the notes change beneath all of them; the pinned card loses its bullet.
    reword(
        desk,
        ("movement of water", "movement of a solvent"),
        ("that builds", "that assembles"),
        ("- Cytosol :: the fluid inside a cell\n", ""),
        ("filled with fluid", "filled with water"),
    )
    next_second()
    ran = desk.run("build")
    assert ran.err.count("what the notes say here has changed") == 2
    before = learner.notes()
    done = take(desk, learner)
    assert learner.notes() == before
    assert done == (0, 0)

    # Then the tune is accepted, the second card reworded, the bullet of the pinned one comes back.
    assert desk.run("tune", tuned, "--accept").code == 0
    assert desk.run("tune", second, "--answer", "Chains of amino acids").code == 0
    assert desk.run("drop", dropped, "--undo").code == 0
    reword(desk, ("- Vacuole", "- Cytosol :: the fluid inside a cell\n- Vacuole"))
    assert take(desk, learner) == (0, 2)
    assert fields(learner, second)["Answer"] == "Chains of amino acids"
    assert "filled with water" in fields(learner, dropped)["Answer"]
    assert histories(learner) == reviewed

    # Last, all curation goes: each card is as the notes say, and none lost its history.
    desk.lay({"decks/cells.yaml": ""})
    new, _ = take(desk, learner)
    assert new == 0
    assert fields(learner, tuned)["Question"] == "Osmosis"
    assert fields(learner, split)["Question"] == "Ribosome"
    assert histories(learner) == reviewed


def test_a_pinned_card_can_be_imported_anew_after_its_bullet_went(
    desk: Desk, learner: Learner
) -> None:
    desk.lay({"notes/cells.md": NOTES})
    assert desk.run("build").code == 0
    pinned = ids(desk)["cytosol"]
    assert desk.run("pin", pinned).code == 0
    reword(desk, ("- Cytosol :: the fluid inside a cell\n", ""))
    assert take(desk, learner) == (5, 0)
    assert fields(learner, pinned)["Answer"] == "the fluid inside a cell"
    assert learner.notes()[pinned]["cards"][0]["deck"] == "Cells"
