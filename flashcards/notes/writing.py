"""Collect a paragraph's text and marks, piece by piece, from the parser's inline events."""

from __future__ import annotations

import re
from typing import Any

from flashcards.media import TAG as FILE_TAG
from flashcards.media import attributes, is_remote, kind_of
from flashcards.model import Mark
from flashcards.notes.html import TAG, in_place_of, scripted
from flashcards.notes.inline import ESCAPED, JOINT, Embed, Inline

_KINDS = {"Strong": "strong", "Emphasis": "emphasis", "Link": "link"}
_FILE = re.compile(r"\.(?!md\b)[A-Za-z0-9]{2,10}(?:#.*)?$")
_ADDRESS = re.compile(rb"\(\S{0,2000}?\)")


class Writing:
    """The text of the block that is being read; `first` is its first byte, or -1."""

    __slots__ = (
        *("_addresses", "_beside", "_data", "_embed", "_gone_until", "_open", "_silent"),
        *("embeds", "first", "marks", "parts", "size"),
    )

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.clear()

    def clear(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.marks: list[Mark] = []
        self.embeds: list[Embed] = []
        self.first = -1
        self._open: list[tuple[str, int, int, bool]] = []
        self._addresses: list[str] = []
        """Where the links that are open lead."""
        self._silent = 0
        self._gone_until = 0
        self._embed: tuple[str, int] | None = None
        self._beside: list[str] = []

    def taken(self) -> Inline:
        """What was collected; the collection starts anew."""
        inline = Inline("".join(self.parts), self.marks, embeds=self.embeds)
        self.clear()
        return inline

    def reach(self, start: int) -> None:
        """Note that the block's text has begun at a byte, if it had not before."""
        if self.first < 0:
            escaped = start > 0 and self._data[start - 1] == 0x5C
            self.first = start - 1 if escaped else start

    def put(self, text: str) -> None:
        if not self._silent:
            self.parts.append(text)
            self.size += len(text)
        elif self._embed:
            self._beside.append(text)

    def text(self, text: str, start: int, end: int) -> None:
        if start < self._gone_until:
            text = text.encode()[self._gone_until - start :].decode("utf-8", "ignore")
        if self.first < 0 and text.strip():
            blank = text[: len(text) - len(text.lstrip(" \t\n"))]
            self.reach(start + blank.rfind("\n") + 1)
        if text.startswith("#") and self._data[start - 1 : start] == b"\\":
            self.put(ESCAPED)
        self.put(text)

    def code(self, code: str, start: int, end: int) -> None:
        if code.startswith(("= this.", "=this.", "$= ", "$=dv")):
            return
        written = f"`{code}`"
        if "`" in code:
            written = " ".join(self._data[start:end].decode().split("\n"))
        self._keep("code", written, start)

    def math(self, formula: str, sign: str, start: int) -> None:
        self._keep("math", f"{sign}{' '.join(formula.split())}{sign}", start)

    def _keep(self, kind: Any, written: str, start: int) -> None:
        self.reach(start)
        if not self._silent:
            self.marks.append(Mark(kind, self.size, self.size + len(written)))
        self.put(written)

    def html(self, html: str, start: int) -> None:
        self.reach(start)
        match = TAG.match(html)
        name = match[1].lower() if match else ""
        if name in ("sup", "sub", "mark") and not html.endswith("/>"):
            self._scripted(name, closes=html.startswith("</"))
        else:
            if FILE_TAG.match(html):
                self.tag(html, start)
            self.put(in_place_of(html))

    def tag(self, html: str, start: int) -> None:
        """Note the file that a tag of HTML shows."""
        if self.parts and self.parts[-1] == ESCAPED:
            self.size -= len(self.parts.pop())
        said = attributes(html)
        width = f"|{said['width']}" if said.get("width") else ""
        if kind_of(said.get("src", "")):
            end = start + len(html.encode())
            beside = said.get("alt", "") + width
            self.embeds.append(Embed(self.size, said["src"], beside, start, end))

    def _scripted(self, name: str, closes: bool) -> None:
        if not closes:
            self._open.append((name, self.size, len(self.parts), False))
        elif self._open and self._open[-1][0] == name:
            _, start, part, _ = self._open.pop()
            if name == "mark":
                self._mark("highlight", start)
            else:
                self._rewrite(start, part, scripted("".join(self.parts[part:]).strip(), name))

    def _mark(self, kind: Any, start: int, address: str = "") -> None:
        if start < self.size:
            address = address if is_remote(address) else ""
            self.marks.append(Mark(kind, start, self.size, address))

    def _rewrite(self, start: int, part: int, text: str) -> None:
        """Put another text in the place of all since a part."""
        self.marks = [mark for mark in self.marks if mark.end <= start]
        self.parts[part:] = [text]
        self.size = start + len(text)

    def open(self, name: str, data: Any, start: int) -> None:
        """A stretch begins: emphasis, a link, an image, struck text."""
        self.reach(start)
        link_type = data["link_type"] if data else ""
        if name == "Image" and isinstance(link_type, dict) and not _FILE.search(data["dest_url"]):
            name = "Link"
        if name == "Strikethrough" and self._data[start : start + 2] != b"~~":
            self.put("~")
            name = "Tilde"
        bare = isinstance(link_type, dict) and not link_type["WikiLink"]["has_pothole"]
        wiki = "Wiki" if isinstance(link_type, dict) and name == "Link" else name
        self._open.append((wiki, self.size, len(self.parts), bare))
        if wiki == "Link":
            self._addresses.append(data["dest_url"] if data else "")
        if wiki in ("Image", "Strikethrough"):
            if wiki == "Image" and not self._silent and kind_of(data["dest_url"]):
                self._embed, self._beside = (data["dest_url"], start), []
            self._silent += 1

    def close(self, end: int) -> None:
        while self._open and self._open[-1][0] in ("sup", "sub", "mark"):
            self._open.pop()
        if not self._open:
            return
        name, start, part, bare = self._open.pop()
        if name in ("Image", "Strikethrough"):
            self._silent -= 1
            if not self._silent:
                self._close_embed(end, bare)
        elif name == "Tilde":
            self.put("~")
        elif name == "Wiki":
            self._wiki(start, part, end, bare)
        else:
            address = self._addresses.pop() if name == "Link" else ""
            self._mark(_KINDS.get(name, "emphasis"), start, address)

    def _close_embed(self, end: int, bare: bool) -> None:
        if self._embed:
            address, start = self._embed
            beside = "" if bare else "".join(self._beside)
            self.embeds.append(Embed(self.size, address, beside, start, end))
            self._embed = None

    def _wiki(self, start: int, part: int, end: int, bare: bool) -> None:
        """`[[Cells#Nucleus|the nucleus]]`: the alias, else the last part of the path."""
        if self._silent:
            return
        text = "".join(self.parts[part:]).strip()
        address = _ADDRESS.match(self._data, end) if bare else None
        if address:
            self._gone_until = address.end()
            text = "" if text.isdigit() else f"[{text}]"
        elif bare:
            text = page_name(text)
        if part and self.parts[part - 1].endswith("#"):
            self._rewrite(start, part, text.replace(" ", JOINT))
        else:
            self._rewrite(start, part, text)
            self._mark("link", start)


def page_name(target: str) -> str:
    """The name that a wikilink shows.

    >>> page_name("biology/Cell.md#Nucleus"), page_name("#The nucleus"), page_name("Cell#^a1b2")
    ('Cell', 'The nucleus', 'Cell')
    """
    page, _, section = target.partition("#")
    shown = page or section.rpartition("#")[2].lstrip("^")
    return shown.rstrip("/").rpartition("/")[2].removesuffix(".md").rstrip("\\").strip()
