"""Pictures and sounds on their way into Anki, and back through a pull."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import Desk
from learner import Learner

PICTURE, OTHER, SOUND = b"\x89PNG\r\n\x1a\n-a-cell", b"\x89PNG\r\n\x1a\n-another", b"ID3-drip"
NOTES = """# Biology

- Cell :: the unit of life ![a cell|300](pics/cell.png)
- Sap :: what flows in plants ![](drip.mp3)
- Root :: what holds a plant
"""
CURATION = """add:
  leaf:
    question: What is this?
    answer: a leaf ![a leaf](leaf.png)
"""


def laid(desk: Desk) -> Path:
    desk.lay({"notes/biology.md": NOTES, "decks/biology.yaml": CURATION})
    desk.lay({"notes/pics/cell.png": PICTURE, "notes/drip.mp3": SOUND, "notes/leaf.png": OTHER})
    assert desk.run("build").code == 0
    return desk.root / "decks/biology.apkg"


def shown(learner: Learner, card: str, field: str = "Answer") -> bytes:
    """The file in Anki's media folder that a field of a card names."""
    (found,) = [n for name, n in learner.notes().items() if name.startswith(card)]
    (name,) = re.findall(r'src="([^"]+)"|\[sound:([^\]]+)\]', found["fields"][field])
    return (learner.collection.with_suffix(".media") / "".join(name)).read_bytes()


def test_anki_takes_what_cards_show(desk: Desk, learner: Learner) -> None:
    learner.take(laid(desk))
    assert shown(learner, "cell") == PICTURE
    assert shown(learner, "sap") == SOUND
    assert shown(learner, "leaf") == OTHER


def test_a_changed_picture_reaches_a_card_in_use(desk: Desk, learner: Learner) -> None:
    package = laid(desk)
    learner.take(package)
    desk.lay({"notes/pics/cell.png": OTHER + b"!"})
    assert desk.run("build").code == 0
    done = learner.take(package)
    assert (done["new"], done["updated"]) == (0, 1)
    assert shown(learner, "cell") == OTHER + b"!"


def test_a_pull_leaves_pictures_where_they_are(desk: Desk, learner: Learner) -> None:
    package = laid(desk)
    learner.take(package)
    edits = {
        "cell": ("the unit of life", "the smallest unit of life"),
        "leaf": ("leaf ", "fig leaf "),
    }
    for card, (old, new) in edits.items():
        (note,) = [n for name, n in learner.notes().items() if name.startswith(card)]
        html = note["fields"]["Answer"].replace(old, new)
        learner.edit(guid=note["guid"], field="Answer", html=html)
    export = desk.root / "out.apkg"
    learner.export(path=str(export))
    assert desk.run("pull", str(export)).code == 0
    curation = desk.text("decks/biology.yaml")
    assert "answer: the smallest unit of life\n" in curation
    assert "answer: a fig leaf ![a leaf](leaf.png)\n" in curation
    assert desk.run("build").err == ""
    before = learner.notes()
    learner.take(package)
    after = learner.notes()
    for card in after:
        assert after[card]["fields"] == before[card]["fields"]
    assert "0 changes" in desk.run("pull", str(export)).out
