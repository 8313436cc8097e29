"""`flashcards preview`: the cards as one page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk

from flashcards.preview.editors import ADDRESSES

CELLS = """# Cells

- Osmosis :: movement of water where a < b
- ==Aquaporins== let water through the membrane
"""
VOID = {"meta", "input", "br", "hr", "img", "link"}


class Balance(HTMLParser):
    """Holds the tags of a page to nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(desk: Desk, *arguments: str) -> str:
    ran = desk.run("preview", "--no-open", "-o", "cards.html", *arguments)
    assert (ran.code, ran.out) == (0, "wrote cards.html: 2 cards\n")
    return desk.text("cards.html")


def data_of(page: str) -> Any:
    """What a page knows of its cards."""
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_page_holds_every_card_and_nests(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    page = page_of(desk)
    (group,) = data_of(page)["groups"]
    osmosis, aquaporins = group["cards"]
    assert (group["title"], group["path"], group["headings"]) == ("Cells", "notes/cells.md", [])
    assert osmosis["fields"]["Answer"] == "movement of water where a &lt; b"
    assert osmosis["bullet"] == "Osmosis :: movement of water where a < b"
    assert (osmosis["path"], osmosis["line"], osmosis["column"]) == ("notes/cells.md", 3, 3)
    assert (osmosis["rule"], osmosis["change"], osmosis["kind"]) == ("double-colon", "new", "qa")
    assert aquaporins["faces"] == [
        [
            f'<span class="cloze">{words}</span> let water through the membrane'
            for words in ("[...]", "Aquaporins")
        ]
    ]
    balance = Balance()
    balance.feed(page)
    assert balance.open == []


def test_the_page_needs_nothing_from_outside(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    page = page_of(desk)
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha" in page


def test_without_a_name_it_goes_where_version_control_does_not_look(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    assert desk.run("preview", "--no-open").out == "wrote .flashcards/preview.html: 2 cards\n"
    assert len(data_of(desk.text(".flashcards/preview.html"))["groups"]) == 1


def test_the_same_cards_make_the_same_page(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    assert page_of(desk) == page_of(desk)


def test_after_a_build_no_card_is_new(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    desk.run("build")
    (group,) = data_of(page_of(desk))["groups"]
    assert [card.get("change") for card in group["cards"]] == [None, None]


@pytest.mark.parametrize(
    ("chosen", "address"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, "vscode://file{path}:{line}:{column}"),
        ({"EDITOR": "/opt/zed/bin/zed -w"}, "zed://file{path}:{line}:{column}"),
        ({"EDITOR": "vi"}, "vscode://file{path}:{line}:{column}"),
        (
            {"EDITOR": "code", "FLASHCARDS_EDITOR": "idea"},
            "idea://open?file={path}&line={line}&column={column}",
        ),
        ({"FLASHCARDS_EDITOR": "my://{path}"}, "my://{path}"),
        ({"FLASHCARDS_EDITOR": "none"}, ""),
    ],
)
def test_links_open_the_editor_that_one_has(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, chosen: dict[str, str], address: str
) -> None:
    desk.lay({"notes/cells.md": CELLS})
    for name in ("VISUAL", "EDITOR", "FLASHCARDS_EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in chosen.items():
        monkeypatch.setenv(name, value)
    assert data_of(page_of(desk))["editor"] == address


def test_a_page_for_others_says_nothing_of_this_machine(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    assert str(desk.root) in page_of(desk, "--editor", "vscode")
    assert str(desk.root) not in page_of(desk, "--editor", "none")


def test_an_editor_that_nobody_knows(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    ran = desk.run("preview", "--no-open", "--editor", "ed")
    assert ran.code == 2
    assert "'ed' is none of vscode, vscode-insiders," in " ".join(ran.err.split())
    assert not (desk.root / ".flashcards/preview.html").exists()


def test_the_manual_names_every_editor() -> None:
    manual = (Path(__file__).parents[2] / "docs/curation.md").read_text(encoding="utf-8")
    assert [
        name for name in ADDRESSES if f"`{name}`" not in manual.replace("none`", "`none`")
    ] == []


def test_a_page_that_cannot_be_written(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS, "there": "a file"})
    ran = desk.run("preview", "--no-open", "-o", "there/cards.html")
    assert ran.code == 1
    assert "cards.html cannot be written" in ran.err
    assert "Traceback" not in ran.err
