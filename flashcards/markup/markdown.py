"""Markdown that a person wrote into decks/*.yaml, as safe HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape, unescape
from types import MappingProxyType
from typing import Any

import pyromark
from pyromark import Options

from flashcards import lazy_re as re
from flashcards.markup import pieces
from flashcards.markup.gate import SAFE, VOID, gated
from flashcards.markup.plain import GUARD, is_price
from flashcards.media import attributes, described

_PARSER = pyromark.Markdown(
    options=Options.ENABLE_MATH | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TABLES
)
_SIGNS = re.compile(r"[`*_$\[\]<>&\\~\n!\x00-\x1f]")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>")
_SOUND = re.compile(r"\[sound:([^\[\]<>]+)\]")
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


NO_FILES: Mapping[str, str] = MappingProxyType({})


def markdown(text: str, files: Mapping[str, str] = NO_FILES) -> str:
    """The HTML of Markdown; a line break is one, several lines may hold lists and code blocks.

    `files` says by their addresses what pictures, sounds and videos are called in Anki.

    HTML that Anki's editor knows is taken over, as far as its tags pair up; all else that looks
    like a tag is shown.

    >>> markdown("**Two** of `a<b`, <u>three</u> and List<int>")
    '<strong>Two</strong> of <code>a&lt;b</code>, <u>three</u> and List&lt;int&gt;'
    >>> markdown("- one\\n- two")
    '<ul><li>one</li><li>two</li></ul>'
    """
    text = text.strip("\n")
    if not _SIGNS.search(text):
        return escape(text, quote=False)
    return _Html(_in_dollars(text) if "\\(" in text else text, files).written()


_IN_BRACKETS = re.compile(r"(?s)(`+).*?\1|(?<!\\)\\\((?P<tex>[^$]+?)\\\)")


def _in_dollars(text: str) -> str:
    r"""Formulas between `\(` and `\)`, but for code, between dollar signs."""
    return _IN_BRACKETS.sub(lambda m: f"${m['tex'].strip()}$" if m["tex"] else m[0], text)


def files_in(text: str) -> list[str]:
    """The addresses of the pictures, sounds and videos that Markdown shows.

    >>> files_in('![a cell](cell.png), <img src="nucleus.png"> and [sound:drip.ogg]')
    ['cell.png', 'nucleus.png', 'drip.ogg']
    """
    if "![" not in text and "<" not in text and "[sound:" not in text:
        return []
    html = _Html(text.strip("\n"), NO_FILES)
    html.written()
    return html.files


_PAIRS = {
    "Emphasis": "em",
    "Strong": "strong",
    "BlockQuote": "blockquote",
    "Item": "li",
}


class _Html:
    """Writes HTML while the parser's events pass."""

    def __init__(self, text: str, files: Mapping[str, str]) -> None:
        self._files = files
        self.files: list[str] = []
        """The addresses of what the text shows."""
        self._guard = GUARD if "\n" not in text else ""
        self._data = f"{self._guard}{text}".encode()
        self._out: list[str] = []
        self._tags: list[tuple[int, str, bool]] = []
        """Where raw tags stand in `_out`, their names, and whether they close."""
        self._ends: list[str] = []
        """What closes the stretches that are open."""
        self._parted = True
        """Whether the next paragraph needs no break before it."""
        self._broken = -1
        """Where the last line's end stands in `_out`."""
        self._language: str | None = None
        self._aligned: list[str] = []
        """How the columns of the table are aligned."""
        self._cell = ("td", 0)
        """The tag of the next cell, and its column."""
        self._alt: list[str] | None = None

    def written(self) -> str:
        event: Any
        for event, span in _PARSER.events_with_range(self._data.decode()):
            if isinstance(event, str):
                self._put("<hr>" if event == "Rule" else self._break())
                continue
            for name, value in event.items():
                if name == "Start":
                    kind, details = (
                        next(iter(value.items())) if isinstance(value, dict) else (value, None)
                    )
                    self._start(kind, details, span["start"])
                elif name == "End":
                    self._end(value if isinstance(value, str) else next(iter(value)))
                else:
                    self._piece(name, value, span["end"])
        if self._settle_tags():
            return self._heard(gated("".join(self._out)))
        return self._heard("".join(self._out))

    def _heard(self, html: str) -> str:
        """Give sounds that Anki is told to play the names that they have there."""
        return _SOUND.sub(self._sound, html) if "[sound:" in html else html

    def _sound(self, played: re.Match[str]) -> str:
        address = unescape(played[1])
        if address in self._files.values():
            return played[0]
        self.files.append(address)
        return f"[sound:{self._files.get(address) or played[1]}]"

    def _break(self) -> str:
        """A line's end; a formula on a line of its own brings one along."""
        self._broken = len(self._out)
        return " " if self._out and self._out[-1].endswith("\\]") else "<br>"

    def _put(self, html: str) -> None:
        self._out.append(html)

    def _start(self, kind: str, details: Any, start: int) -> None:
        if kind == "Paragraph":
            self._put("" if self._parted else "<br><br>")
        elif kind == "Strikethrough":
            is_tilde = self._data[start : start + 2] != b"~~"
            self._open("~" if is_tilde else "<s>", "~" if is_tilde else "</s>")
        elif kind == "Link":
            self._link(details["dest_url"])
        elif kind == "Image":
            self._alt = []
            self._ends.append(details["dest_url"])
        elif kind == "CodeBlock":
            self._language = details["Fenced"] if isinstance(details, dict) else ""
            self._alt = []
        elif kind == "List":
            self._open(*_list_tags(details))
        elif kind.startswith("Table"):
            self._table(kind, details)
        elif kind == "Heading" or kind in _PAIRS:
            tag = _PAIRS.get(kind) or details["level"].lower()
            self._open(f"<{tag}>", f"</{tag}>")
        if kind in _BLOCKS:
            self._parted = True

    def _table(self, kind: str, details: Any) -> None:
        """A table, a row or a cell begins."""
        if kind == "Table":
            self._aligned = details
            self._open("<table>", "</table>")
            return
        if kind != "TableCell":
            self._cell = ("th" if kind == "TableHead" else "td"), 0
            self._open("<tr>", "</tr>")
            return
        tag, column = self._cell
        self._cell = tag, column + 1
        way = self._aligned[column].lower() if column < len(self._aligned) else "none"
        style = f' style="text-align:{way}"' if way in ("left", "right", "center") else ""
        self._open(f"<{tag}{style}>", f"</{tag}>")

    def _open(self, opening: str, closing: str) -> None:
        self._put(opening)
        self._ends.append(closing)

    def _link(self, address: str) -> None:
        safe = _WEB.match(address)
        self._open(f'<a href="{escape(address)}">' if safe else "", "</a>" if safe else "")

    def _end(self, kind: str) -> None:
        if kind == "Paragraph":
            self._parted = False
        elif kind == "CodeBlock":
            self._put(pieces.code_block("".join(self._alt or ()), _name_of(self._language or "")))
            self._alt = None
        elif kind == "Image":
            self._image(self._ends.pop())
        elif kind != "HtmlBlock":
            self._put(self._ends.pop())
        if kind in _BLOCKS:
            self._parted = True

    def _image(self, address: str) -> None:
        alt, width = described("".join(self._alt or ()))
        self._alt = None
        self._put(self._file(address, alt, width))

    def _file(self, address: str, alt: str, width: int = 0) -> str:
        """A file that the text shows. Where there is none of that name, it is one of Anki's own."""
        self.files.append(address)
        is_name = not re.search(r"[/\\:]", address)
        name = self._files.get(address) or (address if is_name else "")
        return pieces.embedded(address, name, alt, width)

    def _piece(self, name: str, value: str, end: int) -> None:
        if self._alt is not None:
            self._alt.append(value)
        elif name == "Text":
            if self._guard:
                value, self._guard = value.removeprefix(self._guard), ""
            self._put(pieces.text(value))
        elif name == "Code":
            self._put(pieces.code(value))
        elif name == "InlineMath" and is_price(value, self._data[end : end + 1].decode("latin-1")):
            self._put(pieces.text(f"${value}$"))
        elif name in ("InlineMath", "DisplayMath"):
            if name == "DisplayMath" and self._out and self._broken == len(self._out) - 1:
                self._out[-1] = " "
            self._put(pieces.formula(value, display=name == "DisplayMath"))
        elif name in ("InlineHtml", "Html"):
            self._raw(value)

    def _raw(self, html: str) -> None:
        """HTML as it was written: tags by the list, comments left out, text as text."""
        if html.startswith("<!--"):
            return
        at = 0
        for tag in _TAG.finditer(html):
            self._put(pieces.text(unescape(html[at : tag.start()])))
            at = tag.end()
            name = tag[2].lower()
            if name in SAFE:
                self._tags.append((len(self._out), name, bool(tag[1])))
                self._put(self._picture(tag[0]) if name == "img" else tag[0])
            else:
                self._put(pieces.text(tag[0]))
        self._put(pieces.text(unescape(html[at:].removesuffix("\n"))))

    def _picture(self, tag: str) -> str:
        """The tag of a picture, with the name that it has in Anki."""
        said = attributes(tag)
        shown = self._file(said.get("src", ""), said.get("alt", ""))
        if not shown.startswith("<img "):
            return shown
        said["src"] = attributes(shown)["src"]
        written = (f' {key}="{escape(value)}"' for key, value in said.items())
        return f"<img{''.join(written)}>"

    def _settle_tags(self) -> bool:
        """Show the tags without a partner; whether any others are left."""
        open_tags: list[tuple[int, str]] = []
        open_names: Counter[str] = Counter()
        paired: set[int] = set()
        for at, name, closes in self._tags:
            if name in VOID:
                paired.add(at)
            elif not closes:
                open_tags.append((at, name))
                open_names[name] += 1
            elif open_names[name]:
                while open_tags[-1][1] != name:
                    open_names[open_tags.pop()[1]] -= 1
                paired |= {open_tags.pop()[0], at}
                open_names[name] -= 1
        for at, _, _ in self._tags:
            if at not in paired:
                self._out[at] = pieces.text(self._out[at])
        return bool(paired)


_BLOCKS = frozenset({"CodeBlock", "List", "Item", "BlockQuote", "Heading", "Table", "HtmlBlock"})


def _list_tags(first: int | None) -> tuple[str, str]:
    if first is None:
        return "<ul>", "</ul>"
    return ("<ol>" if first == 1 else f'<ol start="{first}">'), "</ol>"


def _name_of(info: str) -> str:
    """The language that a fence's info string names."""
    return info.strip(" {}.").split(" ", 1)[0].lower()
