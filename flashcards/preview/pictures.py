"""Pictures within the page, each once; sounds and videos by their names."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from posixpath import basename

from flashcards.media import bare, kind_of
from flashcards.model import Card

MOST = 50 << 20
"""Bytes of all pictures of a page; those beyond are named."""

_TYPES = {"jpg": "jpeg", "svg": "svg+xml", "tif": "tiff", "ico": "x-icon"}
_IMAGE = re.compile(r"""<img\b((?:[^<>"]|"[^"]*")*)>""")
_SOURCE = re.compile(r"""\bsrc="([^"]*)\"""")
_ALT = re.compile(r"""\balt="([^"]*)\"""")
_SOUND = re.compile(r"\[sound:([^\]<>]+)\]")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures that a page holds."""

    addresses: Mapping[str, str]
    """By their names in Anki, each whole in an address."""

    @classmethod
    def of(cls, cards: Sequence[Card], bytes_of: Callable[[str], bytes | None]) -> Pictures:
        """Those that the cards show, as long as there is room."""
        paths = {one.name: one.path for card in cards for one in card.media if one.name}
        addresses: dict[str, str] = {}
        room = MOST
        for name, path in paths.items():
            data = bytes_of(path) if kind_of(name) == "picture" else None
            if data is not None and len(data) <= room:
                room -= len(data)
                addresses[name] = _address(name, data)
        return cls(addresses)

    def shown(self, html: str, card: Card) -> str:
        """The HTML with pictures that the page finds, and nothing that a browser would fetch."""
        if "<img" in html:
            html = _IMAGE.sub(self._image, html)
        if "[sound:" in html:
            names = {one.name: basename(bare(one.media.address)) for one in card.media}
            html = _SOUND.sub(lambda sound: _named(names.get(sound[1], sound[1])), html)
        return html

    def _image(self, match: re.Match[str]) -> str:
        source = _SOURCE.search(match[1])
        if source and source[1] in self.addresses:
            return match[0].replace(source[0], f'data-picture="{source[1]}"')
        alt = _ALT.search(match[1])
        name = alt[1] if alt and alt[1] else basename(source[1]) if source else ""
        return f'<span class="file">{name}</span>'


def _named(name: str) -> str:
    return f'<span class="file">♪ {escape(name)}</span>'


def _address(name: str, data: bytes) -> str:
    ending = name.rpartition(".")[2]
    return f"data:image/{_TYPES.get(ending, ending)};base64,{b64encode(data).decode()}"
