"""Build bullets and headings from the events of the Markdown parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

import pyromark
from pyromark import Options

from flashcards.media import described
from flashcards.model import Bullet, Form, Heading, Mark, Media, Span
from flashcards.notes.dressed import Dressed, Places
from flashcards.notes.graph import Blocks
from flashcards.notes.headings import heading
from flashcards.notes.html import without_tags
from flashcards.notes.inline import ORDERED, Embed, Inline, finish
from flashcards.notes.items import HIGHEST_NUMBER
from flashcards.notes.marked import SETTINGS, asks
from flashcards.notes.writing import Writing

_PARSER = pyromark.Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_MATH
    | Options.ENABLE_WIKILINKS
)


@dataclass(slots=True)
class _Frame:
    """A block that holds others: the note, a list, an item, a quotation."""

    kind: str
    above: Bullet | None = None
    """The nearest bullet around it."""
    bullet: Bullet | None = None
    """The item's own bullet, a callout's title, or the paragraph that introduces a list."""
    form: Form = "paragraph"
    number: int | None = None
    paragraph: Bullet | None = None
    """The paragraph that was the last block in it."""
    paragraph_end: int = 0
    callout: str = ""
    is_heading: bool = False
    path: list[Heading] = field(default_factory=list)
    """The sections that were open before it."""
    count: int = 0
    """How many bullets the note had before it."""


class Outline:
    """The bullets and headings of a note, built while its events pass."""

    def __init__(self, dressed: Dressed, blocks: Blocks) -> None:
        self.bullets: list[Bullet] = []
        self.headings: list[Heading] = []
        self.tags: list[str] = []
        self.properties: dict[str, str] = {}
        self._blocks = blocks
        self._places: Places = dressed.places()
        self._writing = Writing(self._places.data)
        self._stack = [_Frame("note")]
        self._sections: list[Heading] = []
        self._path: tuple[Heading, ...] = ()
        self._cells: list[Inline] = []
        self._header: tuple[str, ...] = ()
        self._row = self._rows = 0
        self._language = self._level = ""
        self._asked: Bullet | None = None
        """The paragraph that the block of code stands below."""
        self._head: tuple[int, list[Inline]] = (0, [])
        self._starts = self._start_table()
        self._ends = self._end_table()
        self._read()

    def _read(self) -> None:
        writing, starts, ends = self._writing, self._starts, self._ends
        others: dict[str, Callable[[Any, int, int], None]] = {
            "Code": writing.code,
            "InlineMath": lambda value, start, end: writing.math(value, "$", start),
            "DisplayMath": lambda value, start, end: writing.math(value, "$$", start),
            "InlineHtml": lambda value, start, end: writing.html(value, start),
            "Html": writing.text,
            "FootnoteReference": lambda value, start, end: writing.reach(start),
            "TaskListMarker": self._task,
        }
        text = self._places.data.decode()
        event: Any
        for event, span in _PARSER.events_with_range(text):
            start, end = span["start"], span["end"]
            if isinstance(event, str):
                if event == "Rule":
                    self._rule()
                else:
                    writing.put("\n")
                continue
            for key, value in event.items():
                if key == "Text":
                    writing.text(value, start, end)
                elif key == "Start":
                    name, data = (value, None) if isinstance(value, str) else _only(value)
                    starts[name](name, data, start)
                elif key == "End":
                    name = value if isinstance(value, str) else next(iter(value))
                    ends[name](end)
                else:
                    others[key](value, start, end)
        self._flush(len(self._places.data))

    def _start_table(self) -> dict[str, Callable[[str, Any, int], None]]:
        inline = ("Emphasis", "Strong", "Strikethrough", "Link", "Image")
        return dict.fromkeys(inline, self._writing.open) | {
            "Paragraph": self._start_block,
            "HtmlBlock": self._start_block,
            "Heading": self._start_block,
            "CodeBlock": self._start_code,
            "List": self._start_list,
            "Item": self._start_item,
            "BlockQuote": self._start_container,
            "FootnoteDefinition": self._start_container,
            "Table": self._start_rows,
            "TableHead": self._start_row,
            "TableRow": self._start_row,
            "TableCell": lambda name, data, start: self._writing.clear(),
        }

    def _end_table(self) -> dict[str, Callable[[int], None]]:
        inline = ("Emphasis", "Strong", "Strikethrough", "Link", "Image")
        return dict.fromkeys(inline, self._writing.close) | {
            "Paragraph": self._flush,
            "HtmlBlock": self._end_html,
            "Heading": self._end_heading,
            "CodeBlock": self._end_code,
            "List": self._end_container,
            "Item": self._end_item,
            "BlockQuote": self._end_container,
            "FootnoteDefinition": self._end_container,
            "Table": self._end_rows,
            "TableHead": self._end_head,
            "TableRow": self._end_row,
            "TableCell": lambda end: self._cells.append(self._writing.taken()),
        }

    # Paragraphs

    def _start_block(self, name: str, data: Any, start: int) -> None:
        self._flush(start)
        self._level = data["level"] if data else ""
        self._stack[-1].paragraph = None

    def _rule(self) -> None:
        self._flush(0)
        self._stack[-1].paragraph = None

    def _flush(self, end: int) -> None:
        """Make a bullet of the text collected so far, if there is any."""
        first, frame = self._writing.first, self._stack[-1]
        if first < 0:
            self._writing.clear()
            return
        inline = self._writing.taken()
        callout = self._callout(inline, frame)
        owns = frame.kind == "item" and frame.bullet is None
        opens_note = not self.bullets and not self.headings
        is_page = opens_note and not owns
        finish(inline, opens_item=owns, opens_note=is_page, blocks=self._blocks)
        if owns and inline.properties.get(ORDERED) == "number":
            self._count(frame, self._stack[-2])
        if opens_note and not inline.text:
            self.properties |= inline.properties
        if not inline.text:
            if len(self._stack) == 1:
                self.tags += inline.tags
            self._hand_up(inline.embeds)
            return
        if len(self._stack) == 1 and self._settles(inline.text):
            return
        if len(self._stack) == 1:
            self._follow_title(inline)
        form: Form = frame.form if owns else "quote" if frame.kind == "quote" else "paragraph"
        bullet = self._bullet(inline, first, form=form, language=frame.callout)
        if owns or callout:
            frame.bullet = bullet
        else:
            frame.paragraph, frame.paragraph_end = bullet, end

    def _follow_title(self, inline: Inline) -> None:
        """Make a heading of the line in bold right above a paragraph that is none itself."""
        last = self.bullets[-1] if self.bullets else None
        if last is None or last.parent or last.headings is not self._path or last.media:
            return
        if _is_title(last) and _is_name(last.text) and not _is_bold(inline.text, inline.marks):
            self._make_heading(last)

    def _hand_up(self, embeds: list[Embed]) -> None:
        """Give pictures that stand alone to what they stand below: the item around them, or the
        paragraph right before."""
        frame = self._stack[-1]
        owner = frame.bullet or frame.above
        if owner is None and self.bullets and len(self._stack) == 1:
            last = self.bullets[-1]
            is_near = last.form == "paragraph" and last.headings is self._path
            owner = last if is_near else None
        if owner is not None:
            at = len(owner.text) + 1
            owner.media.extend(replace(self._media(embed), at=at) for embed in embeds)

    def _media(self, embed: Embed) -> Media:
        alt, width = described(embed.beside)
        span, _ = self._places.at(embed.start)
        length = len(self._places.data[embed.start : embed.end].decode("utf-8", "ignore"))
        span = replace(span, width=min(span.width, length))
        return Media(embed.address, span, alt, width, embed.at)

    def _settles(self, text: str) -> bool:
        """Whether a paragraph only says where the note's cards go, or what their tags are."""
        named = _TARGET.fullmatch(text)
        if named and named[1] == SETTINGS[0]:
            self.properties["deck"] = named[2]
        elif named:
            self.tags += re.split(r"[\s,]+", named[2])
        return named is not None

    def _callout(self, inline: Inline, frame: _Frame) -> bool:
        """Whether the text is a callout's title; its sign is taken off and kept in the frame."""
        match = _CALLOUT.match(inline.text) if frame.kind == "quote" else None
        if match is None or frame.callout:
            return False
        frame.callout = match[1].lower()
        inline.edit([(0, match.end(), "")])
        return bool(inline.text.strip())

    def _bullet(
        self, inline: Inline, first: int, *, form: Form, parent: Bullet | None = None, **more: Any
    ) -> Bullet:
        frame = self._stack[-1]
        span, source = self._places.at(first)
        bullet = Bullet(
            text=inline.text,
            source=source,
            span=span,
            headings=self._path,
            parent=parent or frame.bullet or frame.above,
            form="task" if inline.is_task else form,
            number=frame.number if form == "step" else None,
            marks=tuple(inline.marks),
            tags=tuple(inline.tags),
            anchor=inline.anchor,
            media=[self._media(embed) for embed in inline.embeds],
            **more,
        )
        if bullet.parent:
            bullet.parent.children.append(bullet)
        self.bullets.append(bullet)
        return bullet

    # Lists and quotations

    def _push(self, kind: str) -> _Frame:
        around = self._stack[-1]
        frame = _Frame(kind, above=around.bullet or around.above, count=len(self.bullets))
        self._stack.append(frame)
        return frame

    def _start_container(self, name: str, data: Any, start: int) -> None:
        self._start_block(name, None, start)
        self._push("quote" if name == "BlockQuote" else "footnote")

    def _end_container(self, end: int) -> None:
        self._flush(end)
        self._stack.pop()

    def _start_list(self, name: str, data: Any, start: int) -> None:
        self._flush(start)
        around = self._stack[-1]
        before, around.paragraph = around.paragraph, None
        is_attached = around.paragraph_end >= start
        if before and _is_title(before) and len(self._stack) == 1:
            self._make_heading(before)
            before = None
        frame = self._push("list")
        frame.number = data
        if before and _introduces(before, is_attached):
            frame.bullet = before

    def _start_item(self, name: str, data: Any, start: int) -> None:
        around = self._stack[-1]
        frame = self._push("item")
        frame.path = self._sections[:] if len(self._stack) == 3 or self._in_headings() else []
        frame.form = "bullet"
        if around.number is not None:
            self._number(frame, around, start)

    def _number(self, frame: _Frame, around: _Frame, start: int) -> None:
        """The number as written, or the next one where every item is `1.`"""
        match = _NUMBER.match(self._places.data, start)
        written = int(match[1]) if match else 1
        if written > HIGHEST_NUMBER and match:
            self._writing.reach(match.start(1))
            self._writing.put(match[0].decode() + " ")
            return
        last = around.count if around.form == "step" else 0
        frame.form, frame.number = "step", max(written, last + 1) if last else written
        around.form, around.count = "step", frame.number

    def _count(self, frame: _Frame, around: _Frame) -> None:
        """An item that Logseq shows with a number."""
        around.count = around.count + 1 if around.form == "step" else 1
        around.form = frame.form = "step"
        frame.number = around.count

    def _task(self, value: bool, start: int, end: int) -> None:
        self._stack[-1].form = "task"

    def _end_item(self, end: int) -> None:
        self._flush(end)
        frame = self._stack.pop()
        if frame.is_heading and len(self.bullets) > frame.count:
            self._set_sections(frame.path)

    def _in_headings(self) -> bool:
        """Whether all items around are headings, as in an outliner's pages."""
        return all(f.is_heading for f in self._stack[1:-1] if f.kind == "item") and not any(
            f.kind in ("quote", "footnote") or f.bullet for f in self._stack[1:]
        )

    # Headings

    def _end_heading(self, end: int) -> None:
        first, frame = self._writing.first, self._stack[-1]
        if len(self._stack) > 1 and not (frame.kind == "item" and self._in_headings()):
            self._flush(end)
            return
        inline = self._writing.taken()
        finish(inline)
        _take_resources(inline)
        if first < 0 or not inline.text:
            return
        level = int(self._level[1])
        if frame.kind == "item":
            frame.is_heading = True
            level = self._level_within(frame, level)
        tags = tuple(inline.tags)
        self._add_heading(inline.text, level, self._places.at(first)[0], tags=tags)

    def _level_within(self, frame: _Frame, level: int) -> int:
        """Below the headings of the items around, whatever the writer's signs say."""
        around = any(f.is_heading for f in self._stack[:-1])
        above = frame.path[-1].level if frame.path and around else 0
        return min(6, max(level, above + 1))

    def _make_heading(self, bullet: Bullet) -> None:
        self.bullets.pop()
        real = [section for section in self._sections if not section.is_line]
        level = min(6, real[-1].level + 1 if real else 1)
        self._set_sections(real)
        self._add_heading(bullet.text, level, bullet.span, is_line=True)

    def _add_heading(
        self,
        text: str,
        level: int,
        span: Span,
        *,
        tags: tuple[str, ...] = (),
        is_line: bool = False,
    ) -> None:
        found = replace(heading(text, level, span), tags=tags, is_line=is_line)
        above = self._sections
        if not is_line:
            while above and (above[-1].level >= level or above[-1].is_line):
                above = above[:-1]
        self.headings.append(found)
        self._set_sections([*above, found])

    def _set_sections(self, sections: list[Heading]) -> None:
        self._sections = sections
        self._path = tuple(sections)

    # Code, HTML and tables

    def _start_code(self, name: str, data: Any, start: int) -> None:
        self._flush(start)
        self._asked = self._stack[-1].paragraph
        self._start_block(name, None, start)
        self._language = "" if isinstance(data, str) else data["Fenced"].strip()

    def _end_code(self, end: int) -> None:
        first = self._writing.first
        code = self._writing.taken().text.strip("\n")
        if code.strip():
            language = self._language.split(" ", 1)[0].strip("{}.").lower()
            asked = self._asked if self._asked and asks(self._asked) else None
            self._bullet(Inline(code, []), first, form="code", parent=asked, language=language)

    def _end_html(self, end: int) -> None:
        writing = self._writing
        writing.parts = [unescape(without_tags("".join(writing.parts)))]
        self._flush(end)

    def _start_rows(self, name: str, data: Any, start: int) -> None:
        self._start_block(name, None, start)
        self._header, self._rows = (), 0

    def _start_row(self, name: str, data: Any, start: int) -> None:
        self._cells, self._row = [], start

    def _end_head(self, end: int) -> None:
        for cell in self._cells:
            finish(cell)
        self._header = tuple(cell.text for cell in self._cells)
        self._head = (self._row, self._cells)

    def _end_row(self, end: int) -> None:
        for cell in self._cells:
            finish(cell)
        self._add_row(self._cells, self._row, self._header)

    def _end_rows(self, end: int) -> None:
        if not self._rows:
            self._add_row(self._head[1], self._head[0], ())

    def _add_row(self, cells: list[Inline], start: int, header: tuple[str, ...]) -> None:
        self._rows += 1
        if not any(cell.text for cell in cells):
            return
        whole = Inline("", [])
        for cell in cells:
            if cell.text:
                whole.text += " | " if whole.text else ""
                at = len(whole.text)
                whole.text += cell.text
                whole.marks += [replace(m, start=m.start + at, end=m.end + at) for m in cell.marks]
            whole.embeds += [replace(e, at=len(whole.text)) for e in cell.embeds]
            whole.tags += cell.tags
        texts = tuple(cell.text for cell in cells)
        self._bullet(whole, start, form="row", cells=texts, header=header)


_TARGET = re.compile(rf"({'|'.join(SETTINGS)})(?::\s*|\s+)(\S.*)")
_CALLOUT = re.compile(r"\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*")
_NUMBER = re.compile(rb"[ \t]*(\d{1,9})[.)]")


def _only(tag: dict[str, Any]) -> tuple[str, Any]:
    return next(iter(tag.items()))


LONGEST_TITLE = 60
"""Characters of a line in bold that may be a heading; longer ones are statements."""


def _is_title(bullet: Bullet) -> bool:
    """A short line wholly in bold: `**Chapter 2**`."""
    text = bullet.text
    return (
        bullet.form == "paragraph"
        and len(text) <= LONGEST_TITLE
        and text[-1] not in ".:;,!?"
        and _is_bold(text, bullet.marks)
    )


def _is_bold(text: str, marks: Iterable[Mark]) -> bool:
    return any(mark == Mark("strong", 0, len(text)) for mark in marks)


LONGEST_NAME = 4
"""Words of a line in bold that is a heading in lower case, too; longer ones are statements."""


def _is_name(text: str) -> bool:
    """`Caching Policy 2 - Check on use`: a few words, or capitals, before any dash or colon."""
    words = re.split(r" [-–—] |: ", text, maxsplit=1)[0].split()
    capitals = all(word[0].isupper() for word in words if len(word) > LONGEST_NAME)
    return len(words) <= LONGEST_NAME or capitals


LONGEST_INTRODUCTION = 12
"""Words of a line without a colon that introduces the list below it: `Its parts are`."""


def _introduces(bullet: Bullet, is_attached: bool) -> bool:
    """Whether a paragraph is what the list right after it is about."""
    text = bullet.text.rstrip("*_ ")
    if text.endswith((":", "：")) or asks(bullet):
        return True
    if "\n?" in text:
        return is_attached
    if text.endswith((".", "!", ";", "。", "！")) or bullet.form != "paragraph" or "\n" in text:
        return False
    return is_attached or len(text.split()) <= LONGEST_INTRODUCTION


_RESOURCES = re.compile(
    r"(?:\s*[\[(]?(?:pdf|papers?|blog(?: post)?|video(?: \d+)?|slides?|code|link|arxiv|"
    r"github|website|site|project(?: page)?|source|doi|html|wiki|wikipedia|talk|recording|youtube|"
    r"repo|demo|poster|supplement|url|data|dataset)[\])]?,?)+\s*$",
    re.IGNORECASE,
)


def _take_resources(inline: Inline) -> None:
    """Take links such as `[pdf]` off a heading's end."""
    links = [mark for mark in inline.marks if mark.kind == "link"]
    if not links or links[0].start == 0:
        return
    start = len(inline.text[: links[0].start].rstrip(" [("))
    if _RESOURCES.fullmatch(inline.text, start):
        inline.edit([(start, len(inline.text), "")])
