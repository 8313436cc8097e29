"""`flashcards preview`: the cards as one page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from conftest import Desk

CELLS = """# Cells

- Osmosis :: movement of water where a < b
- ==Aquaporins== let water through the membrane
"""
VOID = {"meta", "input", "br", "hr", "img"}


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


def page_of(desk: Desk) -> str:
    ran = desk.run("preview", "--no-open", "-o", "cards.html")
    assert (ran.code, ran.out) == (0, "wrote cards.html: 2 cards\n")
    return desk.text("cards.html")


def test_the_page_shows_every_card_and_nests(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    page = page_of(desk)
    assert page.count("<article") == 2
    assert "movement of water where a &lt; b" in page
    assert "notes/cells.md:3 · double-colon · osmosis-" in page
    balance = Balance()
    balance.feed(page)
    assert balance.open == []


def test_the_gap_of_a_cloze_hides_its_word(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    page = page_of(desk)
    assert "{{c1" not in page
    assert '<span class="blank">[…]</span><span class="back">Aquaporins</span>' in page


def test_the_page_needs_nothing_from_outside(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", page_of(desk))


def test_without_a_name_it_goes_where_version_control_does_not_look(desk: Desk) -> None:
    desk.lay({"notes/cells.md": CELLS})
    assert desk.run("preview", "--no-open").out == "wrote .flashcards/preview.html: 2 cards\n"
    assert "<article" in desk.text(".flashcards/preview.html")
