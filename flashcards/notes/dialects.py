"""Rewrite a note, in whatever dialect it is written, into plain CommonMark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashcards.notes.dressed import Dressed
from flashcards.notes.formulas import in_dollars, joined
from flashcards.notes.hidden import BLOCKS, PLUGINS, SILENT_ELEMENTS, Comments, is_stamp
from flashcards.notes.html import NAMES, TAG
from flashcards.notes.items import (
    HIGHEST_NUMBER,
    Indents,
    Item,
    Marker,
    dedented,
    marker_of,
    width,
)
from flashcards.notes.tables import rows

NARROWEST_WRAP = 45
"""Columns; a line that ends before was ended by its writer, not by an editor that wraps."""

WIDEST_BY_HAND = 65
"""The same, in a paragraph whose writer ended a line before."""

LONGEST_UNDERLINED = 80
"""Characters of a line that `---` below it makes a heading; below a longer one it is a rule."""


def dress(lines: Sequence[str], path: str, skip: int = 0) -> Dressed:
    """The lines as CommonMark reads them as their writer meant; the first `skip` are left out.

    Indents are made regular, glyphs become `-`, comments and plugins' blocks become blank, block
    HTML loses its tags, a formula comes to stand on one line.
    """
    dresser = _Dresser(lines, path)
    dresser.at = skip
    while dresser.at < len(lines):
        dresser.line()
    return dresser.out


class _Dresser:
    """Goes through the lines once; `at` is the next one."""

    def __init__(self, lines: Sequence[str], path: str) -> None:
        self.lines = lines
        self.at = 0
        self.out = Dressed(path, list(lines))
        self.items: list[Item] = []
        self.indents = Indents(lines)
        self.comments = Comments(lines)
        self.open = ""
        """The text of the line before, where a paragraph may go on; else empty."""
        self.length = 0
        """How many lines that paragraph has, outside of lists; 0 within."""
        self.is_code = False
        """Whether the line before is code by its indent."""
        self.is_card = False
        self.by_hand = False
        """Whether a line of the block was ended by its writer."""
        self.after_item = False
        self.never_closed: dict[str, int] = {}
        self.admonitions: list[str] = []

    def line(self) -> None:
        """Rewrite the next line, or the block that begins with it."""
        raw = self.lines[self.at].replace("\r", " ")
        line = self.comments.blanked(self.at)
        if "\r" in line:
            line = line.replace("\r", " ")
        content = line.strip(" \t")
        if not content:
            self._blank()
            return
        indent = width(raw[: len(raw) - len(raw.lstrip(" \t"))])
        column = len(line) - len(line.lstrip(" \t"))
        if self.is_code and self.open and self._code_indent(indent):
            self._code_line(raw, indent)
            return
        handler = _HANDLERS.get(content[0])
        if handler is None or not handler(self, content, indent, column):
            self._text_or_item(content, indent, column)

    def _text_or_item(self, content: str, indent: int, column: int) -> None:
        marker = marker_of(content) if _may_be_item(content) else None
        if marker and self._is_item(marker, content, indent):
            self._item(marker, content, indent, column)
        elif "|" in content and self._is_table(content):
            self._table(indent)
        else:
            self._text(content, indent, column)

    # What is written

    def _blank(self) -> None:
        self.out.add("", self.at)
        self.open, self.length, self.by_hand = "", 0, False
        self.at += 1

    def _part(self) -> None:
        """A blank line that the note does not have, where CommonMark would join two blocks."""
        if self.open:
            self.out.add("", self.at)
            self.open, self.length = "", 0

    def _add(self, prefix: str, content: str, column: int, origin: int | None = None) -> None:
        at = self.at if origin is None else origin
        self.out.add(prefix + content, at, len(prefix) - column)

    def _own(self, indent: int) -> str:
        """Close the items that a block with this indent is not in; the indent it gets."""
        while self.items and self.items[-1].indent >= indent:
            self.items.pop()
        return " " * self.items[-1].content if self.items else ""

    # Text

    def _text(self, content: str, indent: int, column: int) -> None:
        if is_stamp(content):
            self.at += 1
            return
        if self.is_code:
            self._part()
        if self.open and self._starts_anew(content, indent):
            self.by_hand = self.by_hand or self._was_ended(content)
            if self.after_item and not indent:
                self.items.clear()
            self._part()
        if self.open:
            prefix = " " * self.items[-1].content if self.items else ""
            prefix += "    " if content[0] == "#" else ""  # within a paragraph it is no heading
        else:
            prefix = self._own(indent)
            self.length = 0
            if self._code_indent(indent) and not _PROSE.fullmatch(content):
                self._code_line(self.lines[self.at].replace("\r", " "), indent)
                return
        self._paragraph(prefix, content, column)

    def _code_indent(self, indent: int) -> str:
        """The columns that make a text code by its indent, or none."""
        written = self.items[-1].written if self.items else 0
        return " " * (indent - written) if indent - written >= 4 else ""

    def _code_line(self, raw: str, indent: int) -> None:
        """A line of code by its indent, as written."""
        prefix = " " * self.items[-1].content if self.items else ""
        prefix += self._code_indent(indent)
        code = raw.lstrip(" \t")
        self._add(prefix, code, len(raw) - len(code))
        self.open, self.is_code = code, True
        self.at += 1

    def _paragraph(self, prefix: str, content: str, column: int) -> None:
        whole, taken = content, 1
        if "$$" in content or content.startswith(("\\[", "\\begin{")):
            whole, taken = joined(self.lines, self.at, content)
        self._add(prefix, in_dollars(whole), column)
        self.length += 1
        self.open, self.is_code = content, False
        self.is_card = _CARD.search(content) is not None
        self.after_item = bool(self.items)
        self.at += taken

    def _starts_anew(self, content: str, indent: int) -> bool:
        """Whether a line right after another one is a paragraph of its own."""
        if content[0] in "*_" and _BOLD_LABEL.match(content) and (indent or not self.items):
            return True
        if content[0] in _TICKS:
            return True
        if self.items:
            return self._leaves_item(content, indent)
        if _QUESTION.match(content) or (_CARD.search(content) and not _PROPERTY.match(content)):
            return True
        if self.is_card and not _PROPERTY.match(self.open):
            return not content[0].islower() and not _ANSWER.match(content)
        return self._was_ended(content)

    def _leaves_item(self, content: str, indent: int) -> bool:
        if indent or not self._ends_list():
            return self._was_ended(content) and bool(indent)
        return (
            self._is_short(content)
            and content[0] not in "?=%"
            and not content[0].islower()
            and not self.open.endswith((",", "(", "-", ":"))
            and not _ANSWER.match(content)
        )

    def _ends_list(self) -> bool:
        """Whether the lines from here to the next blank one hold no item."""
        for number in range(self.at, min(len(self.lines), self.at + _FORESIGHT)):
            stripped = self.lines[number].lstrip(" \t")
            if not stripped or stripped[0] == "#":
                return True
            if _may_be_item(stripped) and marker_of(stripped):
                return False
        return True

    def _is_short(self, content: str) -> bool:
        """The word that opens the next line would have fitted on the line before."""
        widest = WIDEST_BY_HAND if self.by_hand else NARROWEST_WRAP
        return len(self.open) + len(content.split(None, 1)[0]) < widest

    def _was_ended(self, content: str) -> bool:
        """The line before ends without a sign and too early to have been wrapped."""
        last = self.open.rstrip("*_` ")[-1:]
        return (
            self._is_short(content)
            and (last.isalnum() or last in ')]"”')
            and content.lstrip('*_[`"“')[:1].isupper()
            and not _ANSWER.match(content)
            and not _LABELLED.match(self.open)
        )

    # Items

    def _is_item(self, marker: Marker, content: str, indent: int) -> bool:
        if not self.open:
            return True
        if marker.length >= len(content) and not self.items:
            return False
        if marker.number > HIGHEST_NUMBER:
            return False
        if marker.number > 1 or marker.number == 0:
            ended = self.open.endswith(":") or self._is_short(content)
            return ended or self._continues_count(marker.number, indent)
        if marker.is_plain:
            return True
        if content[0] == "—":
            last = self.lines[self.at - 1].lstrip(" \t")
            return self.open.endswith(":") or last.startswith("—")
        return self.after_item or self.open.endswith(":")

    def _continues_count(self, number: int, indent: int) -> bool:
        """Whether an item at this indent counts on from the one before it."""
        for item in reversed(self.items):
            if item.indent <= indent:
                return item.number in (number - 1, number)
            if not self.indents.is_below(item.indent, Item(indent, 0, 0, 0)):
                return item.number in (number - 1, number)
        return False

    def _item(self, marker: Marker, content: str, indent: int, column: int) -> None:
        deep = indent + marker.extra
        while self.items and not self.indents.is_below(deep, self.items[-1]):
            self.items.pop()
        if (marker.number not in (-1, 1) or marker.length >= len(content)) and self.open:
            self._part()
        before = " " * self.items[-1].content if self.items else ""
        prefix = f"{before}{marker.text} "
        rest = content[marker.length :]
        space = len(rest) - len(rest.lstrip(" \t"))
        rest, column = rest[space:], column + marker.length + space
        written = indent + marker.length + space
        self.items.append(Item(deep, len(prefix), written, marker.number))
        self._content(prefix, rest, column, indent)

    def _content(self, prefix: str, content: str, column: int, indent: int) -> None:
        """What stands after an item's marker, on its line."""
        fence = _FENCE.match(content)
        if fence:
            self._fenced(prefix, content, fence, column, self.items[-1].written)
            return
        if content.startswith("<"):
            tags = _leading_tags(content)
            content, column = content[tags:], column + tags
        if content.startswith("#"):
            content, column = _spaced_heading(content, column)
        if is_stamp(content):
            self._part()
            self._add(prefix, "", column)
            if not self._block(content, indent, column):
                self._done()
            return
        self._paragraph(prefix, content, column)
        self.length = 0

    # Blocks

    def _heading(self, content: str, indent: int, column: int) -> bool:
        if content.upper().startswith("#+BEGIN_QUERY"):
            return self._block(content, indent, column)
        spaced, shifted = _spaced_heading(content, column)
        if not _HEADING.match(spaced) or (not self.items and indent >= 4):
            return False
        if spaced != content and content[1:2] != "#" and self.open:
            return False
        self._add(self._own(indent), spaced, shifted)
        self._done()
        return True

    def _done(self, taken: int = 1) -> None:
        self.open, self.length, self.after_item = "", 0, False
        self.at += taken

    def _line_of_signs(self, content: str, indent: int, column: int) -> bool:
        """`---`, `===`, `***`: a rule, or the line below a heading."""
        if _UNDERLINE.fullmatch(content) and self.open:
            self._underline(content)
            return True
        if not _RULE.fullmatch(content):
            return False
        self._part()
        self._add(self._own(indent), "***", column)
        self._done()
        return True

    def _underline(self, content: str) -> None:
        short = len(self.open) <= LONGEST_UNDERLINED and not self.open.endswith((".", ":"))
        if len(content) > 2 and self.length == 1 and not self.items and short:
            self._add("", content, 0)
        elif len(content) > 2 and content[0] == "-":
            self._part()
            self.items.clear()
            self._add("", "***", 0)
        elif len(content) == 1 and content == "-" and self.items:
            indent = width(self.lines[self.at][: self.lines[self.at].find("-")])
            self._item(Marker("-", -1, 1, is_plain=True), content, indent, 0)
            return
        else:
            self.out.add("", self.at)
        self._done()

    def _fence(self, content: str, indent: int, column: int) -> bool:
        if self.admonitions and content == self.admonitions[-1]:
            self.admonitions.pop()
            self._blank()
            return True
        fence = _FENCE.match(content)
        if fence is None:
            return False
        self._fenced(self._own(indent), content, fence, column, indent)
        return True

    def _fenced(
        self, prefix: str, content: str, fence: re.Match[str], column: int, indent: int
    ) -> None:
        """A block of code, to its closing fence or, without one, to the end of its item."""
        sign, language = fence[0], content[len(fence[0]) :].strip(" {}.").lower()
        if language.startswith("ad-") and prefix.isspace() | (not prefix):
            self.admonitions.append(sign)
            self._blank()
            return
        end = self._closing(sign, indent)
        hidden = PLUGINS.fullmatch(language.split(" ", 1)[0]) is not None
        self._add(prefix, "" if hidden else content, column)
        below = " " * len(prefix)
        for number in range(self.at + 1, end):
            line = self.lines[number].replace("\r", " ")
            rest = "" if hidden else dedented(line, indent)
            self._add(below if rest.strip() else "", rest, len(line) - len(rest), number)
        if not hidden and (end > len(self.lines) - 1 or not self._closes(end - 1, sign)):
            self._add(below, sign, 0, end - 1)
        self._done(end - self.at)

    def _closes(self, number: int, sign: str) -> bool:
        stripped = self.lines[number].strip()
        return number > self.at and stripped.startswith(sign) and not stripped.strip(sign[0])

    def _closing(self, sign: str, indent: int) -> int:
        """The line after the block's last one."""
        if len(sign) < self.never_closed.get(sign[0], len(sign) + 1):
            for number in range(self.at + 1, len(self.lines)):
                if self._closes(number, sign):
                    return number + 1
            self.never_closed[sign[0]] = len(sign)
        number = self.at + 1
        while number < len(self.lines) and self._is_within(number, indent):
            number += 1
        return number

    def _is_within(self, number: int, indent: int) -> bool:
        line = self.lines[number]
        stripped = line.lstrip(" \t")
        return not indent or not stripped or width(line[: len(line) - len(stripped)]) >= indent

    def _quote(self, content: str, indent: int, column: int) -> bool:
        sign = _QUOTE.match(content)
        prefix = self._own(indent)
        signs = sign[0] if sign else ">"
        rest = content[len(signs) :]
        taken = 1
        if "$$" in rest:
            rest, taken = joined(self.lines, self.at, rest)
        rest, shifted = _spaced_heading(rest, column)
        self._add(prefix, signs + in_dollars(rest), shifted)
        self.open, self.after_item = (rest or ""), False
        if rest.startswith("[!"):
            self._add(prefix, signs, 0)
            self.open = ""
        self.at += taken
        return True

    def _html(self, content: str, indent: int, column: int) -> bool:
        silent = SILENT_ELEMENTS.match(content)
        if silent:
            return self._silent(f"</{silent[1].lower()}")
        length = _leading_tags(content)
        if not length:
            return False
        if length >= len(content):
            self._blank()
            return True
        if _BLOCK_TAG.match(content):
            self._part()
        self._text_or_item(content[length:], indent, column + length)
        if "</summary>" in content:
            self._part()
        return True

    def _silent(self, end: str) -> bool:
        """Leave out a script or a drawing, up to its end if it has one."""
        for number in range(self.at, len(self.lines)):
            if end in self.lines[number].lower():
                while self.at <= number:
                    self._blank()
                return True
        return False

    def _block(self, content: str, indent: int, column: int) -> bool:
        """Leave out a block of Logseq's."""
        end = BLOCKS.get(content.upper().split(" ", 1)[0])
        return bool(end) and self._silent(str(end).lower())

    # Tables

    def _is_table(self, content: str) -> bool:
        after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return "|" in after and "-" in after and not after.strip("|:- \t\r")

    def _table(self, indent: int) -> None:
        self._part()
        prefix = self._own(indent)
        lines: list[str] = []
        while self.at < len(self.lines) and "|" in self.lines[self.at]:
            lines.append(self.comments.blanked(self.at))
            self.at += 1
        first = self.at - len(lines)
        for number, row in enumerate(rows([line.strip(" \t\r") for line in lines])):
            column = len(lines[number]) - len(lines[number].lstrip(" \t"))
            self._add(prefix, row, column, first + number)
        self.out.add("", self.at - 1)
        self._done(0)


_MARKER_SIGNS = frozenset("-*+0123456789•‣◦▪▫●○·∙–—⁃■□➢➤▸▹►")
_LETTERED = re.compile(r"(?:[A-Za-z]|[ivx]{2,5})[.)][ \t]|[o§]\t")
_TICKS = frozenset("✓✔✗✘✅❌☐☑☒")


def _may_be_item(content: str) -> bool:
    return content[0] in _MARKER_SIGNS or _LETTERED.match(content) is not None


_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_TIGHT_HEADING = re.compile(r"(#{2,6})(?=[^#\s])|(#)(?=[A-Z0-9][^\s#]*[ \t]+[^#]*$)|(#{7,})(?=\s)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
_UNDERLINE = re.compile(r"-+|=+")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_CARD = re.compile(r"(?<=\S)[ \t]*(?<!:):::?(?!:)[ \t]*(?=\S)")
_PROPERTY = re.compile(r"[\w./-]+::(?:\s|$)")
_QUESTION = re.compile(r"Q(?:uestion)?\s*[:.]\s")
_ANSWER = re.compile(r"A(?:nswer)?\s*[:.]\s")
_LABELLED = re.compile(r"Q(?:uestion)?\s*[:.]\s|\[!")
_BOLD_LABEL = re.compile(r"(\*\*|__)[^*_]{1,40}(?::\1|\1:)")
_PROSE = re.compile(r"[A-ZÀ-Þ][\w'’-]*[,;:]?(?: [\w'’(\"“-][\w'’.,;:()\"“”%-]*){3,}[.!?:]")
"""A sentence; at the depth of code it is prose that its writer set in."""
_FORESIGHT = 20
"""Lines to look ahead for the end of a paragraph; more would cost time on long ones."""
_BLOCK_TAG = re.compile(r"</?(?:li|p|div|tr|h[1-6]|summary|details|dt|dd|ul|ol|table)\b", re.I)
_KEPT_TAGS = frozenset(("sup", "sub", "mark"))


def _spaced_heading(content: str, column: int) -> tuple[str, int]:
    """`##A.` as `## A.`, with the column that its text then seems to begin at."""
    match = _TIGHT_HEADING.match(content)
    if match is None:
        return content, column
    signs = match[0][:6]
    rest = content[match.end() :].lstrip(" \t")
    return f"{signs} {rest}", column - 1 + len(content) - len(rest) - len(signs)


def _leading_tags(content: str) -> int:
    """How many characters of HTML tags a line begins with."""
    at = 0
    while match := TAG.match(content, at):
        name = match[1].lower()
        if name not in NAMES or name in _KEPT_TAGS:
            break
        at = match.end()
        while at < len(content) and content[at] in " \t":
            at += 1
    return at


_HANDLERS = {
    "#": _Dresser._heading,
    "-": _Dresser._line_of_signs,
    "=": _Dresser._line_of_signs,
    "*": _Dresser._line_of_signs,
    "_": _Dresser._line_of_signs,
    "`": _Dresser._fence,
    "~": _Dresser._fence,
    ">": _Dresser._quote,
    "<": _Dresser._html,
    ":": _Dresser._block,
}
"""By the first sign of a line; a handler says whether the line was its own."""
