"""Where a paragraph of a note begins and ends, however its writer broke the lines."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards import lazy_re as re
from flashcards.notes.dressed import Dressed
from flashcards.notes.formulas import in_dollars, joined
from flashcards.notes.hidden import Comments, is_stamp
from flashcards.notes.items import Indents, Item, marker_of
from flashcards.notes.marked import SETTINGS, block, parting_lines
from flashcards.notes.signs import (
    ANSWER,
    BOLD_LABEL,
    CARD,
    FORESIGHT,
    LABELLED,
    PROPERTY,
    PROSE,
    QUESTION,
    TICKS,
    may_be_item,
)

NARROWEST_WRAP = 45
"""Columns; a line that ends before was ended by its writer, not by an editor that wraps."""

LONGEST_WORD = 80
"""Characters of a line among which its first word is looked for."""
MUCH_ROOM = 18
"""Columns that a word which was wrapped would not have left free."""

WIDEST_BY_HAND = 65
"""The same, in a paragraph whose writer ended a line before."""


class Paragraphs:
    """A note that is being rewritten; `at` is its next line."""

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
        self.never_ended: set[str] = set()
        self.parting = parting_lines(lines)
        self.whole_until = 0
        """The line up to which a card goes that is marked by a line of its own."""

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

    def _done(self, taken: int = 1) -> None:
        self.open, self.length, self.after_item = "", 0, False
        self.at += taken

    # Text

    def _text(self, content: str, indent: int, column: int) -> None:
        if is_stamp(content):
            self.at += 1
            return
        if content == "START" and self._started(indent):
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
            self._find_whole()
            if self._code_indent(indent) and not PROSE.fullmatch(content):
                self._code_line(self.lines[self.at].replace("\r", " "), indent)
                return
        self._paragraph(prefix, content, column)

    def _started(self, indent: int) -> bool:
        """A card between `START` and `END`."""
        found = block(self.lines, self.at)
        if found is None:
            return False
        self._part()
        prefix = self._own(indent)
        for number, line in found[0]:
            column = self.lines[number].find(line)
            self._add(prefix, line, max(0, column), number)
        self.out.add("", found[1] - 1)
        self._done(found[1] - self.at)
        return True

    def _find_whole(self) -> None:
        """See whether the paragraph that begins is a card, whose lines belong together."""
        if not self.parting:
            return
        end = self.at
        while end < min(len(self.lines), self.at + FORESIGHT) and self.lines[end].strip():
            end += 1
        if not self.parting.isdisjoint(range(self.at, end)):
            self.whole_until = end

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
        self.is_card = CARD.search(content) is not None
        self.after_item = bool(self.items)
        self.at += taken

    def _starts_anew(self, content: str, indent: int) -> bool:
        """Whether a line right after another one is a paragraph of its own."""
        if self.open in SETTINGS:
            return False
        if self.at < self.whole_until and not self.is_card and not CARD.search(content):
            return False
        if content[0] in "*_" and BOLD_LABEL.match(content) and (indent or not self.items):
            return True
        if content[0] in TICKS:
            return True
        if self.items:
            return self._leaves_item(content, indent)
        if QUESTION.match(content) or (CARD.search(content) and not PROPERTY.match(content)):
            return True
        if self.is_card and not PROPERTY.match(self.open):
            return not content[0].islower() and not ANSWER.match(content)
        return self._was_ended(content)

    def _leaves_item(self, content: str, indent: int) -> bool:
        if indent or not self._ends_list():
            return self._was_ended(content) and bool(indent)
        return (
            self._is_short(content)
            and content[0] not in "?=%"
            and not content[0].islower()
            and not self.open.endswith((",", "(", "-", ":"))
            and not ANSWER.match(content)
        )

    def _ends_list(self) -> bool:
        """Whether the lines from here to the next blank one hold no item."""
        for number in range(self.at, min(len(self.lines), self.at + FORESIGHT)):
            stripped = self.lines[number].lstrip(" \t")
            if not stripped or stripped[0] == "#":
                return True
            if may_be_item(stripped) and marker_of(stripped):
                return False
        return True

    def _is_short(self, content: str) -> bool:
        """The word that opens the next line would have fitted on the line before."""
        widest = WIDEST_BY_HAND if self.by_hand else NARROWEST_WRAP
        return len(self.open) + len(content.partition(" ")[0]) < widest

    def _was_ended(self, content: str) -> bool:
        """The line before ends without a sign and too early to have been wrapped."""
        last = self.open.rstrip("*_` ")[-1:]
        return (
            (last.isalnum() or last in ')]"”')
            and not ANSWER.match(content)
            and not LABELLED.match(self.open)
            and (
                (content.lstrip('*_[`"“')[:1].isupper() and self._is_short(content))
                or (
                    not self.items
                    and _OPENS_ANEW.match(content) is not None
                    and self._is_made_by_hand()
                )
            )
        )

    def _is_made_by_hand(self) -> bool:
        """Whether a line around ends where the word that opens the next one would have fitted by
        far, as long as others are: an editor that wraps would have put it there."""
        around = self._lines_around()
        widest = max(map(len, around))
        opening = (len((line[:LONGEST_WORD].split() or [line])[0]) for line in around[1:])
        needed = (len(line) + 1 + word for line, word in zip(around, opening, strict=False))
        return any(width + MUCH_ROOM <= widest for width in needed)

    def _lines_around(self) -> Sequence[str]:
        """The lines of text around this one, as far as nothing else stands between them."""
        start = end = self.at
        while start > max(0, self.at - FORESIGHT) and _is_text(self.lines[start - 1]):
            start -= 1
        while end < min(len(self.lines), self.at + FORESIGHT) and _is_text(self.lines[end]):
            end += 1
        return [line for line in self.lines[start:end] if "://" not in line] or [""]


def _is_text(line: str) -> bool:
    content = line.lstrip(" \t")
    if not content.strip() or content[0] in "#>|`~$<":
        return False
    return not (may_be_item(content) and marker_of(content))


_OPENS_ANEW = re.compile(r"[*_\[`\"“]*(?:[^\W\d_a-z]|[a-z][\w-]*(?: [\w-]+){0,2}(?::| [-–—]) \S)")
"""A capital, or a term in small letters with what it means."""
