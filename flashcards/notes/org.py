"""Org: its headings, lists and signs rewritten as Markdown, line by line, from a parser's tree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from html.entities import html5
from typing import TYPE_CHECKING

from flashcards.media import kind_of
from flashcards.notes.front_matter import FrontMatter
from flashcards.sources import ORG

if TYPE_CHECKING:
    from tree_sitter import Node

_Cut = tuple[int, int, int, str]
"""A line, the bytes in it from and to, and what stands there instead."""


def as_markdown(lines: Sequence[str]) -> tuple[list[str], FrontMatter]:
    """As many lines of Markdown, and what the keywords say of the file.

    Needs the libraries of the extra `org`; a workspace says so where they are missing.
    """
    return _Page(lines).read()


LONGEST = 1000
"""Bytes of a line whose signs are rewritten; what comes after stays as it is written."""


class _Page:
    """One walk over the tree; a node is rewritten by a function of its type, or passed through."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = [line.encode() for line in lines]
        self._cuts: dict[int, list[_Cut]] = defaultdict(list)
        self._gone: set[int] = set()
        self._settings: dict[str, str] = {}
        self._whole: dict[str, Callable[[Node], None]] = {
            "src_block": self._fence,
            "example_block": self._fence,
            "fixed_width": self._fixed,
            "plain_text": self._escape,
            "regular_link": self._link,
        }
        """What is rewritten with all its parts."""

    def read(self) -> tuple[list[str], FrontMatter]:
        import tree_sitter_org
        from tree_sitter import Language, Parser

        tree = Parser(Language(tree_sitter_org.language())).parse(self._told())
        pending = [tree.root_node]
        while pending:
            node = pending.pop()
            if self._goes_on(node):
                pending += node.children
        rewritten = [self._rewritten(number) for number in range(len(self._lines))]
        said = self._settings
        return rewritten, FrontMatter(
            title=said.get("TITLE", ""),
            deck=said.get("DECK", "") or said.get("ANKI_DECK", ""),
            tags=tuple(filter(None, re.split(r"[:\s]+", said.get("FILETAGS", "")))),
            makes_cards=said.get("FLASHCARDS", "").lower() not in ("no", "false", "off", "nil"),
        )

    def _told(self) -> bytes:
        """What the parser is given: it takes quadratic time for the signs of one line."""
        return b"".join(line[:LONGEST] + b"\n" for line in self._lines)

    def _goes_on(self, node: Node) -> bool:
        """Rewrite a node; whether its parts are still to be rewritten."""
        if node.type in _HIDDEN or (node.type == "heading" and _is_hidden(node)):
            if node.type == "special_keyword":
                self._keep_setting(node)
            self._gone.update(_rows(node))
            return False
        if node.type in _FRAMED:
            self._gone.update((node.start_point.row, _rows(node)[-1]))
        elif node.type in _SIGNS:
            self._sign(node, _SIGNS[node.type])
        elif node.type in _REWRITTEN:
            self._put(node, _REWRITTEN[node.type](node))
        elif node.type in self._whole:
            self._whole[node.type](node)
        else:
            return True
        return node.type in _FRAMED or node.type in _SIGNS

    def _put(self, node: Node, text: str) -> None:
        row = node.start_point.row
        if row == node.end_point.row:
            self._cut(row, node.start_point.column, node.end_point.column, text)

    def _cut(self, row: int, start: int, end: int, text: str) -> None:
        self._cuts[row].append((row, start, end, text))

    def _sign(self, node: Node, sign: str) -> None:
        """Other signs around a stretch, which may span lines."""
        start, end = node.start_point, node.end_point
        last = end.column - 1
        opening = self._lines[start.row][start.column : start.column + 1]
        if opening in _ORGS and self._lines[end.row][last : end.column] == opening:
            self._cut(start.row, start.column, start.column + 1, sign)
            self._cut(end.row, last, end.column, sign)

    def _escape(self, node: Node) -> None:
        """What are signs in Markdown and none in Org."""
        start, end = node.start_point, node.end_point
        if start.row == end.row:
            line = self._lines[start.row]
            for match in re.finditer(rb"[*`]", line[start.column : end.column]):
                at = start.column + match.start()
                self._cut(start.row, at, at + 1, f"\\{match[0].decode()}")

    def _link(self, node: Node) -> None:
        """`[[path][words]]`; the words keep their signs."""
        path, _, words = _text(node)[2:-2].partition("][")
        is_web = path.startswith(("http://", "https://", "mailto:"))
        file = path.removeprefix("file:").partition("::")[0]
        if kind_of(file) and (not words or not is_web):
            self._put(node, f"![{words}](<{file}>)")
        elif words:
            self._put(node, f"[{words}](<{path if is_web else ''}>)")
        else:
            self._put(node, path if is_web else file.rpartition("/")[2].removesuffix(ORG))

    def _fixed(self, node: Node) -> None:
        """Lines after `: `, as code."""
        for row in _rows(node):
            line = self._lines[row]
            colon = line.find(b":")
            said = line[colon + 1 :].decode("utf-8", "replace").strip()
            self._cut(row, colon, len(line), f"`{said}`" if said else "")

    def _fence(self, node: Node) -> None:
        rows = _rows(node)
        first, last = self._lines[rows[0]], self._lines[rows[-1]]
        language = next((_text(child) for child in node.children if child.type == "language"), "")
        self._cut(rows[0], node.start_point.column, len(first), f"{_FENCE}{language}")
        self._cut(rows[-1], len(last) - len(last.lstrip()), len(last), _FENCE)
        for row in rows[1:-1]:
            comma = re.match(rb"\s*(,)(?=[*,]|#\+)", self._lines[row])
            if comma:
                self._cut(row, comma.start(1), comma.end(1), "")

    def _keep_setting(self, node: Node) -> None:
        parts = {child.type: _text(child) for child in node.children}
        key = parts.get("keyword_key", "").upper()
        self._settings.setdefault(key, parts.get("keyword_value", "").strip())

    def _rewritten(self, number: int) -> str:
        line = self._lines[number]
        if number in self._gone:
            return ""
        parts: list[bytes] = []
        at = 0
        formulas = [match.span() for match in _FORMULA.finditer(line)]
        for _, start, end, text in sorted(self._cuts.get(number, ())):
            if start >= at and not any(opens < start < closes for opens, closes in formulas):
                parts += [line[at:start], text.encode()]
                at = end
        return b"".join([*parts, line[at:]]).decode("utf-8", "replace")


_FORMULA = re.compile(rb"\\\(.*?\\\)|\\\[.*?\\\]|\$\$.*?\$\$|\$[^$\s][^$]*\$")
"""What the parser takes for text, with entities and raised letters in it."""
_FENCE = "~" * 8

_HIDDEN = frozenset(
    "comment special_keyword caption_keyword results_keyword planning property_drawer drawer "
    "logbook_drawer clock export_block comment_block".split()
)
"""What Org itself does not show, or shows as something else than text."""

_FRAMED = frozenset("quote_block verse_block special_block center_block".split())
_ORGS = (b"*", b"/", b"_", b"+", b"=", b"~")
_SIGNS = {
    "bold": "**",
    "italic": "*",
    "underline": "",
    "strike_through": "~~",
    "verbatim": "`",
    "code": "`",
}


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def _rows(node: Node) -> range:
    """The lines of a block, whose end is the beginning of the next line."""
    end = node.end_point
    return range(node.start_point.row, max(end.row + (end.column > 0), node.start_point.row + 1))


def _is_hidden(heading: Node) -> bool:
    """A heading that is commented out or archived, with all below it."""
    return any(
        child.type == "comment_keyword"
        or (child.type == "tags" and ":ARCHIVE:" in _text(child))
        or (child.type == "plain_text" and _text(child).strip() == "COMMENT")
        for child in heading.children
    )


def _tags(node: Node) -> str:
    found = re.findall(r"[\w@%#]+", _text(node))
    return " ".join(f"#{re.sub(r'[@%#]', '', tag)}" for tag in found)


def _date(node: Node) -> str:
    return ", ".join(re.findall(r"\d{4}-\d\d-\d\d", _text(node)))


def _footnote(node: Node) -> str:
    """`[fn:1]`, at the head of a line the note itself; `[fn:: words]` holds them."""
    label, _, words = _text(node)[4:-1].partition(":")
    if words:
        return f"^[{words.strip()}]"
    return f"[^{label}]:" if node.start_point.column == 0 else f"[^{label}]"


def _entity(node: Node) -> str:
    name = _text(node).lstrip("\\").removesuffix("{}")
    return html5.get(f"{name};", _text(node))


def _script(sign: str) -> Callable[[Node], str]:
    def written(node: Node) -> str:
        inner = _text(node)[1:]
        return f"{sign}{inner[1:-1]}{sign}" if inner.startswith("{") else f"{sign[0]}{inner}"

    return written


def _nothing(node: Node) -> str:
    return ""


_REWRITTEN: dict[str, Callable[[Node], str]] = {
    "stars": lambda node: "#" * len(_text(node)),
    "tags": _tags,
    "timestamp": _date,
    "footnote_reference": _footnote,
    "entity": _entity,
    "superscript": _script("^"),
    "subscript": _script("~"),
    "inline_source_block": lambda node: f"`{_text(node).partition('{')[2][:-1]}`",
    "table_rule": lambda node: _text(node).replace("+", "|"),
    "radio_target": lambda node: _text(node)[3:-3],
    **dict.fromkeys(
        "todo_keyword priority counter_set completion_counter macro export_snippet "
        "inline_babel_call target line_break".split(),
        _nothing,
    ),
}
