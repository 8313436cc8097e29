"""Pictures, sounds and videos in the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flashcards.model import Card, Media, Shown, Span
from flashcards.preview import pictures
from flashcards.preview.pictures import Pictures

HERE = Span("notes/a.md", 1)


def card(*files: Shown) -> Card:
    return Card("a", "qa", "Who?", "me", "a", "A", HERE, "", media=files)


def shown(name: str, address: str) -> Shown:
    return Shown(Media(address, HERE, "a cell"), name=name, path=f"notes/{address}")


def holds(**files: bytes) -> Callable[[str], bytes | None]:
    return lambda path: files.get(path.removeprefix("notes/").partition(".")[0])


CELL, TALK = shown("f-1.jpg", "cell.jpg"), shown("f-2.mp3", "my/talk.mp3")


def test_a_picture_is_held_once_and_named_where_it_stands() -> None:
    held = Pictures.of([card(CELL), card(CELL)], holds(cell=b"\xff\xd8"))
    assert held.addresses == {"f-1.jpg": "data:image/jpeg;base64,/9g="}
    html = '<img src="f-1.jpg" alt="a cell" width="3">'
    assert held.shown(html, card(CELL)) == '<img data-picture="f-1.jpg" alt="a cell" width="3">'


def test_a_sound_is_told_by_its_name() -> None:
    held = Pictures.of([card(TALK)], holds(talk=b"noise"))
    assert held.addresses == {}
    assert held.shown("[sound:f-2.mp3]", card(TALK)) == '<span class="file">♪ talk.mp3</span>'


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<img src="https://x.example/1.png">', "1.png"),
        ('<img alt="a &lt;cell&gt;" src="gone.png">', "a &lt;cell&gt;"),
        ('<img alt="no source">', "no source"),
    ],
)
def test_what_a_browser_would_fetch_is_told_in_words(html: str, told: str) -> None:
    assert Pictures({}).shown(html, card()) == f'<span class="file">{told}</span>'


def test_pictures_for_which_there_is_no_room_are_told_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "MOST", 3)
    other = shown("f-3.png", "other.png")
    held = Pictures.of([card(CELL, other)], holds(cell=b"four", other=b"two"))
    assert list(held.addresses) == ["f-3.png"]
    assert "data-picture" not in held.shown('<img src="f-1.jpg" alt="a cell">', card(CELL))


def test_a_file_that_is_gone_by_now_is_told_in_words() -> None:
    assert Pictures.of([card(CELL)], holds()).addresses == {}
