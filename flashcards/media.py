"""Pictures, sounds and videos: which names are theirs, and what is written beside them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Literal

Kind = Literal["", "picture", "sound"]

PICTURES = frozenset("png jpg jpeg gif webp svg avif bmp ico tif tiff".split())
SOUNDS = frozenset(
    "mp3 ogg oga opus wav m4a aac flac 3gp spx mp4 webm mov mkv avi mpg mpeg ogv m4v flv".split()
)
"""Endings of files that Anki plays by `[sound:…]`; it shows a video so, too."""

ENDINGS = tuple(f".{name}" for name in sorted(PICTURES | SOUNDS))

_WEB = re.compile(r"https?://", re.IGNORECASE)
_ENDING = re.compile(r"\.([A-Za-z0-9]{2,4})$")
_SIZE = re.compile(r"(?:^|\|)\s*(\d{1,4})(?:x\d{1,4})?\s*$")


def is_remote(address: str) -> bool:
    """Whether a file lies on the web."""
    return bool(_WEB.match(address))


def bare(address: str) -> str:
    """An address without what a browser would do with the file: `cell.png#center`.

    >>> bare("cell.png#center"), bare("https://x.example/cell.png?raw=1")
    ('cell.png', 'https://x.example/cell.png')
    """
    address = address.partition("#")[0]
    return address.partition("?")[0] if is_remote(address) else address


def kind_of(address: str) -> Kind:
    """What a file is, by its ending; a file on the web without one counts as a picture.

    >>> kind_of("a/Cell.PNG"), kind_of("talk.mp4"), kind_of("Cell.md"), kind_of("https://x.example/1")
    ('picture', 'sound', '', 'picture')
    """
    ending = _ENDING.search(address) or _ENDING.search(bare(address))
    name = ending[1].lower() if ending else ""
    if name in SOUNDS:
        return "sound"
    return "picture" if name in PICTURES or is_remote(address) else ""


def described(beside: str) -> tuple[str, int]:
    """What stands in an image's brackets: its description, and a width in pixels or 0.

    >>> described("a cell|300"), described("300x200"), described("a cell")
    (('a cell', 300), ('', 300), ('a cell', 0))
    """
    size = _SIZE.search(beside)
    if not size:
        return " ".join(beside.split()), 0
    return " ".join(beside[: size.start()].split()), int(size[1])


TAG = re.compile(r"<(?:img|audio|video|source)\b[^<>]*>", re.IGNORECASE)
"""A tag of HTML that shows a file."""


def attributes(tag: str) -> dict[str, str]:
    """What a tag says of itself.

    >>> attributes('<img src="a&amp;b.png" alt=cell>')
    {'src': 'a&b.png', 'alt': 'cell'}
    """
    found: dict[str, str] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.update((name, value or "") for name, value in attrs)

    reader = Reader()
    reader.feed(tag)
    return found
