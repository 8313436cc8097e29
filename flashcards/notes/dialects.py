"""Rewrite a note, in whatever dialect it is written, into plain CommonMark."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards import lazy_re as re
from flashcards.media import TAG as FILE_TAG
from flashcards.notes.dressed import Dressed
from flashcards.notes.formulas import in_dollars, joined
from flashcards.notes.hidden import BLOCKS, PLUGINS, SET_APART, SILENT_ELEMENTS, is_stamp
from flashcards.notes.inline import ESCAPED
from flashcards.notes.items import (
    HIGHEST_NUMBER,
    Item,
    Marker,
    dedented,
    marker_of,
    width,
)
from flashcards.notes.marked import CARD_TAG
from flashcards.notes.paragraphs import Paragraphs
from flashcards.notes.signs import (
    BLOCK_TAG,
    FENCE,
    HEADING,
    QUOTE,
    RULE,
    UNDERLINE,
    leading_tags,
    may_be_item,
    spaced_heading,
)
from flashcards.notes.tables import rows

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


_SETTING = re.compile(r"[ \t]*(title|collapse|icon|color):(?=[ \t]|$)")


class _Dresser(Paragraphs):
    """Goes through the lines once; `at` is the next one."""

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
        marker = marker_of(content) if may_be_item(content) else None
        if marker and self._is_item(marker, content, indent):
            self._item(marker, content, indent, column)
        elif "|" in content and self._is_table(content):
            self._table(indent)
        else:
            self._text(content, indent, column)

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
        fence = FENCE.match(content)
        if fence:
            self._fenced(prefix, content, fence, column, self.items[-1].written)
            return
        if content.startswith("<"):
            tags = leading_tags(content)
            content, column = content[tags:], column + tags
        if content.startswith("#"):
            content, column = spaced_heading(content, column)
        if is_stamp(content):
            self._part()
            if self._set_apart(prefix, content, column, self.items[-1].written):
                return
            self._add(prefix, "", column)
            if not self._block(content, indent, column):
                self._done()
            return
        self._paragraph(prefix, content, column)
        self.length = 0

    # Blocks

    def _heading(self, content: str, indent: int, column: int) -> bool:
        if content.startswith("#+"):
            prefix = self._own(indent) if SET_APART.match(content) else ""
            return self._set_apart(prefix, content, column, indent) or self._block(
                content, indent, column
            )
        spaced, shifted = spaced_heading(content, column)
        if not HEADING.match(spaced) or (not self.items and indent >= 4):
            return False
        if spaced != content and content[1:2] != "#" and self.open:
            return False
        if "card" in spaced and CARD_TAG.search(spaced):
            self._question(spaced, indent, shifted)
            return True
        self._add(self._own(indent), spaced, shifted)
        self._done()
        return True

    def _question(self, heading: str, indent: int, column: int) -> None:
        """A heading that ends in `#card`: what comes next is its answer."""
        self._part()
        text = heading.lstrip("# \t")
        self._paragraph(self._own(indent), text, column + len(heading) - len(text))
        self.length = 0
        while self.at < len(self.lines) and not self.lines[self.at].strip():
            self.at += 1
        self._find_whole()
        self.whole_until = max(self.whole_until, self.at + 1)

    def _line_of_signs(self, content: str, indent: int, column: int) -> bool:
        """`---`, `===`, `***`: a rule, or the line below a heading."""
        if UNDERLINE.fullmatch(content) and self.open:
            self._underline(content)
            return True
        if not RULE.fullmatch(content):
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
        fence = FENCE.match(content)
        if fence is None:
            return False
        self._fenced(self._own(indent), content, fence, column, indent)
        return True

    def _fenced(
        self, prefix: str, content: str, fence: re.Match[str], column: int, indent: int
    ) -> None:
        """A block of code, to its closing fence or, without one, to the end of its item."""
        sign, language = fence[0], content[len(fence[0]) :].strip(" {}.").lower()
        end = self._closing(sign, indent)
        if language.startswith("ad-") and self._closes(end - 1, sign):
            self._admonition(prefix, language[3:], end - 1, indent)
            return
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

    def _admonition(self, prefix: str, kind: str, last: int, indent: int) -> None:
        """A block of Obsidian's Admonition plugin, as the callout that it was before callouts."""
        below = " " * len(prefix)
        settings = dict[str, int]()
        first = self.at + 1
        while first < last and (found := _SETTING.match(self.lines[first])):
            settings[found[1]] = first
            first += 1
        self._part()
        at = settings.get("title", self.at)
        title = self.lines[at].partition(":")[2].strip() if "title" in settings else ""
        self._add(prefix, f"> [!{kind}] {title}", self.lines[at].find(title) - 6 - len(kind), at)
        self._add(below, ">", 0, at)
        for number in range(first, last):
            line = self.lines[number].replace("\r", " ")
            rest = dedented(line, indent)
            content, shifted = spaced_heading(rest, len(line) - len(rest))
            self._add(below, f"> {in_dollars(content)}", shifted - 2, number)
        self.out.add("", last)
        self._done(last + 1 - self.at)

    def _set_apart(self, prefix: str, content: str, column: int, indent: int) -> bool:
        """Code between `#+BEGIN_SRC` and `#+END_SRC`, as a fence."""
        opened = SET_APART.match(content)
        if opened is None:
            return False
        end = f"#+end_{opened[1].lower()}"
        later = range(self.at + 1, 0 if end in self.never_ended else len(self.lines))
        last = next((n for n in later if self.lines[n].strip().lower() == end), 0)
        if not last:
            self.never_ended.add(end)
            return False
        below, fence = " " * len(prefix), "~" * 8
        self._part()
        self._add(prefix, f"{fence}{opened[2]}", column)
        for number in range(self.at + 1, last):
            line = self.lines[number].replace("\r", " ")
            rest = dedented(line, indent)
            self._add(below if rest.strip() else "", rest, len(line) - len(rest), number)
        self._add(below, fence, 0, last)
        self._done(last + 1 - self.at)
        return True

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
        sign = QUOTE.match(content)
        prefix = self._own(indent)
        signs = sign[0] if sign else ">"
        rest = content[len(signs) :]
        taken = 1
        if "$$" in rest:
            rest, taken = joined(self.lines, self.at, rest)
        rest, shifted = spaced_heading(rest, column)
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
        length = leading_tags(content)
        if FILE_TAG.match(content, length):
            # A block of HTML would take the lines below along.
            self._text_or_item(ESCAPED + content[length:], indent, column + length - 1)
            return True
        if not length:
            return False
        if length >= len(content):
            self._blank()
            return True
        if BLOCK_TAG.match(content):
            self._part()
        self._text_or_item(content[length:], indent, column + length)
        if "</summary>" in content:
            self._part()
        return True

    def _silent(self, end: str) -> bool:
        """Leave out a script or a drawing, up to its end if it has one."""
        if end in self.never_ended:
            return False
        for number in range(self.at, len(self.lines)):
            if end in self.lines[number].lower():
                while self.at <= number:
                    self._blank()
                return True
        self.never_ended.add(end)
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
