"""Readable text from a paragraph as the parser leaves it: tags, anchors and signs taken off."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from flashcards import lazy_re as re
from flashcards.model import Mark
from flashcards.notes import marked
from flashcards.notes.graph import SHOWN, Blocks
from flashcards.notes.html import scripted

JOINT = "\u2061"
"""Stands for a space within a tag, `#[[land forms]]`; written as one at last."""

ESCAPED = "\u2060"
"""Stands before a sign that the writer escaped, so that it is read as none; taken off at last."""

_NONE: Blocks = {}

Edit = tuple[int, int, str]
"""Replace `text[start:end]` by a string."""


@dataclass(frozen=True, slots=True)
class Embed:
    """A file that a text shows: where in the text, and from which byte to which."""

    at: int
    address: str
    beside: str
    """What its brackets hold: a description, a width, or both."""
    start: int
    end: int


@dataclass(slots=True)
class Inline:
    """A paragraph's text while its signs are taken off one after another."""

    text: str
    marks: list[Mark]
    tags: list[str] = field(default_factory=list)
    anchor: str = ""
    properties: dict[str, str] = field(default_factory=dict)
    is_task: bool = False
    embeds: list[Embed] = field(default_factory=list)

    def edit(self, edits: Iterable[Edit]) -> None:
        """Make replacements, given in order and without overlap; marks move along."""
        made = list(edits)
        if not made:
            return
        parts: list[str] = []
        at, shift, shifts = 0, 0, []
        for start, end, replacement in made:
            parts += [self.text[at:start], replacement]
            shifts.append(shift)
            shift += len(replacement) - (end - start)
            at = end
        self.text = "".join([*parts, self.text[at:]])
        if self.marks or self.embeds:
            moved = _Moved(made, shifts, [start for start, _, _ in made])
            self.marks = list(moved.marks(self.marks))
            self.embeds = [replace(one, at=moved.place(one.at)) for one in self.embeds]

    def outside(self, found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
        """The matches that do not start within code or a formula."""
        kept = [mark for mark in self.marks if mark.kind in ("code", "math")]
        if not kept:
            yield from found
            return
        kept.sort(key=lambda mark: mark.start)
        starts = [mark.start for mark in kept]
        for match in found:
            at = bisect_right(starts, match.start()) - 1
            if at < 0 or kept[at].end <= match.start():
                yield match


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where places in a text are after an edit."""

    edits: list[Edit]
    shifts: list[int]
    starts: list[int]

    def place(self, place: int) -> int:
        at = bisect_right(self.starts, place) - 1
        if at < 0:
            return place
        start, end, replacement = self.edits[at]
        if place < end:
            return start + self.shifts[at] + min(place - start, len(replacement))
        return place + self.shifts[at] + len(replacement) - (end - start)

    def marks(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        for mark in marks:
            start, end = self.place(mark.start), self.place(mark.end)
            if start < end:
                yield replace(mark, start=start, end=end)


def finish(
    inline: Inline, *, opens_item: bool = False, opens_note: bool = False, blocks: Blocks = _NONE
) -> None:
    """Leave the text that a reader of the notes sees, with what was taken off it beside it.

    `opens_item`: the text stands first in a list item; `opens_note`: nothing stands before it;
    `blocks` are those that the note refers to.
    A line of its own that is `?` or `??`, and an `A:` line below a `Q:`, keep their line breaks;
    all other lines are joined by a space.
    """
    text = inline.text
    if "::" in text:
        _take_properties(inline, opens_item, opens_note)
    if "card" in text or "STARTI" in text:
        _take_marked(inline)
    if "\n" in inline.text:
        _join_lines(inline)
    _take_signs(inline, text)
    _take_task(inline)
    if "((" in text:
        _take_references(inline, blocks)
    _tidy(inline)


def _take_signs(inline: Inline, text: str) -> None:
    """What stands anywhere in a text; `text` may still hold what was taken off before."""
    if "==" in text:
        _take_highlights(inline, _DOUBLE_EQUALS)
    if "^^" in text:
        _take_highlights(inline, _DOUBLE_CARETS)
    if "{{" in text or "[^" in text or "[:" in text:
        _take_macros(inline)
    if "^[" in text or "{" in text:
        _take_additions(inline)
    if "#" in text:
        _take_tags(inline)
    if "^" in text or "~" in text:
        _take_scripts(inline)
    if "^" in text:
        _take_anchor(inline)


KNOWN_PROPERTIES = frozenset(
    "id collapsed title type tags alias aliases public icon template filters heading "
    "background-color created-at updated-at created updated file file-path source url link date "
    "author authors year published status rating deck cover banner exclude-from-graph-view "
    "template-including-parent hl-page hl-color hl-type hl-stamp ls-type doi isbn publisher "
    "query-table query-properties query-sort-by query-sort-desc parent up related".split()
)
"""Keys of Logseq's and Dataview's that describe a block or a page."""

_OWN_KEYS = ("card-", "logseq.", "hl-", "ls-", "query-")
"""How keys begin that Logseq writes itself."""

ORDERED = "logseq.order-list-type"
"""The key of an item with a number."""

_PROPERTY = re.compile(r"^([a-z][\w./-]*)::(?:\s+(.*))?$", re.IGNORECASE)
_FIELD = re.compile(r"[\[(]([\w -]{1,40})::[ ]?([^\[\]()]*)[\])]")


def _take_properties(inline: Inline, opens_item: bool, opens_note: bool) -> None:
    """Take `key:: value` lines off: well-known keys, a page's first lines, a block's later ones."""
    edits: list[Edit] = []
    start = 0
    lines = inline.text.split("\n")
    is_page = opens_note and all(_PROPERTY.match(line) for line in lines)
    for number, line in enumerate(lines):
        match = _PROPERTY.match(line)
        if match and (
            is_page
            or match[1].lower() in KNOWN_PROPERTIES
            or match[1].lower().startswith(_OWN_KEYS)
            or (opens_item and number and match[1].islower())
        ):
            inline.properties[match[1].lower()] = (match[2] or "").strip()
            end = start + len(line)
            edits.append((start, min(end + 1, len(inline.text)), ""))
        start += len(line) + 1
    inline.edit(edits)
    fields = inline.outside(_FIELD.finditer(inline.text))
    inline.edit((match.start(), match.end(), "") for match in fields)
    inline.anchor = inline.properties.get("id", "")


def _take_marked(inline: Inline) -> None:
    """Write `question #card` above its answer as a question, a line `?` and the answer."""
    for start, end, text, tags in marked.edits(inline.text):
        inline.edit([(start, end, text)])
        inline.tags += tags


_WIDE = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u3001-\u3003]"
_WIDE_BREAK = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")
_PARTED = re.compile(r"\n(\?\??)[ \t]*(?=\n|$)")
_LINE_ENDED = re.compile(r"(?<=\n)[^\n]{1,44}\n(?=[A-Z0-9])")
"""A short line of an answer before one that begins anew."""
_ASKED = re.compile(r"\s*Q(?:uestion)?\s*[:.]", re.IGNORECASE)
_ANSWERED = re.compile(r"\n(?=A(?:nswer)?\s*[:.])")


_DEFINED = re.compile(r":?\n:[ \t]+(?=\S)")


def _join_lines(inline: Inline) -> None:
    found = list(inline.outside(_DEFINED.finditer(inline.text)))
    inline.edit((m.start(), m.end(), "; " if number else ": ") for number, m in enumerate(found))
    inline.edit((m.start(), m.end(), "") for m in _WIDE_BREAK.finditer(inline.text))
    text = inline.text
    kept: set[int] = set()
    parted = _PARTED.search(text)
    if parted:
        kept = {parted.start(), parted.end()}
        kept |= {match.end() - 1 for match in _LINE_ENDED.finditer(text, parted.end() + 1)}
    elif _ASKED.match(text):
        answered = _ANSWERED.search(text)
        kept = {answered.start()} if answered else set()
    lines = text.replace("\n", " ")
    parts: list[str] = []
    at = 0
    for end in sorted(end for end in kept if end < len(lines)):
        parts += [lines[at:end], "\n"]
        at = end + 1
    inline.text = "".join([*parts, lines[at:]])


_DOUBLE_EQUALS = re.compile(r"(?<!=)==(?!=)")


_DOUBLE_CARETS = re.compile(r"(?<!\^)\^\^(?!\^)")


def _take_highlights(inline: Inline, sign: re.Pattern[str]) -> None:
    """Turn `==stretches==` into marks, Logseq's `^^stretches^^` too; `a == b` stays."""
    text = inline.text
    signs: list[tuple[int, int]] = []
    opened = -1
    for match in inline.outside(sign.finditer(text)):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if opened >= 0 and before.strip() and not (after.isascii() and after.isalnum()):
            signs.append((opened, match.start()))
            opened = -1
        elif after.strip() and not (before.isascii() and before.isalnum()):
            opened = match.start()
    inline.marks += [Mark("highlight", start + 2, end) for start, end in signs]
    inline.marks.sort(key=lambda mark: (mark.start, -mark.end))
    inline.edit((at, at + 2, "") for pair in signs for at in pair)


_MACRO = re.compile(
    r"\[\^[^\[\]\s]{1,40}\]|^\s*\[:[a-z][\w.#]* .*\]\s*$|"
    r"\{\{(?:query|renderer|video|youtube(?:-timestamp)?|tweet|twitter|vimeo|pdf|function|"
    r"namespace|zotero-[\w-]+)\b[^{}]*\}\}"
)
_EMBED = re.compile(r"\{\{embed\s+((?!\(\()[^{}]*)\}\}")


def _take_macros(inline: Inline) -> None:
    """Take macros and hiccup off; of a page that is embedded its name stays."""
    inline.edit((m.start(), m.end(), "") for m in inline.outside(_MACRO.finditer(inline.text)))
    embeds = list(inline.outside(_EMBED.finditer(inline.text)))
    inline.edit(e for m in embeds for e in ((m.start(), m.start(1), ""), (m.end(1), m.end(), "")))


def _take_references(inline: Inline, blocks: Blocks) -> None:
    """Show the blocks that the text refers to, each as a link; those that are not there go.

    Within another text a block is quoted, since it may be a sentence of its own.
    """
    found = list(inline.outside(SHOWN.finditer(inline.text)))
    inline.marks += [Mark("link", m.start(), m.end()) for m in found]
    texts = [blocks.get(m[1] or m[2], "") for m in found]
    if len(found) != 1 or found[0][0] != inline.text.strip():
        texts = [f"“{text}”" if text else "" for text in texts]
    inline.edit((m.start(), m.end(), text) for m, text in zip(found, texts, strict=True))


_ADDED = re.compile(
    r"\^\[([^\[\]]*)\]|(?<!\{)\{:?(?:width|height)[= ][^{}]*\}| ?(?<!\{)\{:? ?[#.][\w-][^{}]*\}\s*$"
)


def _take_additions(inline: Inline) -> None:
    """Write Pandoc's `^[notes]` in parentheses; take its `{.classes}` off."""
    found = inline.outside(_ADDED.finditer(inline.text))
    inline.edit((m.start(), m.end(), f" ({m[1].strip()})" if m[1] else "") for m in found)


_TAG = re.compile(rf"(?<![^\s(])#([^\W\d_][\w/{JOINT}-]*)")
_SAID_OF_IT = re.compile(r"\s+(?:is|are|was|were|has|have|had|can|means|does)\b")
"""After a tag that is the subject of its sentence: `#delta is land at a mouth`."""


def _take_tags(inline: Inline) -> None:
    """Keep `#tags` apart; those within a sentence leave their word behind."""
    text = inline.text
    found = list(inline.outside(_TAG.finditer(text)))
    if not found:
        return
    inline.tags += [match[1].strip("/-").replace(JOINT, " ") for match in found]
    gone = {start for end in (len(text), text.find("\n?")) for start in _closing(text, found, end)}
    at = 0
    for match in found:
        if text[at : match.start()].strip() or _SAID_OF_IT.match(text, match.end()):
            break
        gone.add(match.start())
        at = match.end()
    inline.edit(
        (match.start(), match.end(), "")
        if match.start() in gone
        else (match.start(), match.end(), _said(match[1]))
        for match in found
    )


def _said(tag: str) -> str:
    """What a tag is within a sentence."""
    return tag.rstrip("/-").rsplit("/", 1)[-1].replace(JOINT, " ")


def _closing(text: str, found: list[re.Match[str]], end: int) -> Iterator[int]:
    """Where the tags start that nothing stands between and a place in the text."""
    for match in reversed(found):
        if match.start() < end:
            if text[match.end() : end].strip():
                return
            yield match.start()
            end = match.start()


_SCRIPT = re.compile(r"(?<=[\w)])\^([+-]?\w{1,3}[+-]?)\^(?!\w)|(?<=[^\W\d_])~(\d{1,3}|[a-z])~")


def _take_scripts(inline: Inline) -> None:
    """Write `x^2^` as `x²` and `H~2~O` as `H₂O`."""
    inline.edit(
        (m.start(), m.end(), scripted(m[1], "sup") if m[1] else scripted(m[2], "sub"))
        for m in inline.outside(_SCRIPT.finditer(inline.text))
    )


_ANCHOR = re.compile(r"(?:^|(?<=\s))\^([A-Za-z0-9][A-Za-z0-9-]+)$")
_SHORTEST_NUMBER = 6
"""Digits of an id that is a number, as plugins make them of the time; fewer are a power."""


def _take_anchor(inline: Inline) -> None:
    end = len(inline.text.rstrip())
    match = _ANCHOR.search(inline.text[:end], max(0, end - 80))
    if match and (not match[1].isdigit() or len(match[1]) >= _SHORTEST_NUMBER):
        inline.anchor = match[1]
        inline.edit([(match.start(), len(inline.text), "")])


_TASK = re.compile(
    r"\s*(?:(?:TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|CANCELL?ED|IN-PROGRESS)\b:?\s+"
    r"|\[[ xX/<>!?*\"‘“~-]\]\s+|[☐☑☒]\s*)(?:\[#[A-C]\]\s+)?"
)
_PRIORITY = re.compile(r"\s*\[#[A-C]\]\s+")


def _take_task(inline: Inline) -> None:
    match = _TASK.match(inline.text)
    inline.is_task = match is not None
    match = match or _PRIORITY.match(inline.text)
    if match:
        inline.edit([(0, match.end(), "")])


_DECORATION = re.compile(
    r"\s*(?:(?:[\U0001F000-\U0001F44C\U0001F44F-\U0001FAFF\u2600-\u2704\u2706-\u2712\u2719-\u274B"
    r"\u274D\u274F-\u27BF\u2B00-\u2BFF\u231A\u231B\u23E9-\u23FA\uFE0F\u200D]|\d\uFE0F?\u20E3)\s*)+"
    r"(?=\S)"
)
"""Pictures before a text. Ticks, crosses and thumbs stay: they say yes or no."""

_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u00ad]|[ \t\u00a0]{2,}|[\t\u00a0\x00-\x08\x0b-\x1f]")


def _tidy(inline: Inline) -> None:
    """Take off pictures before the text and space around it; make space single."""
    if inline.embeds:
        inline.edit((m.start(), m.end(), "") for m in _BEFORE_SIGN.finditer(inline.text))
    text = inline.text
    if not text.isascii() or not text.isprintable() or "  " in text:
        found = inline.outside(_INVISIBLE.finditer(text))
        inline.edit((m.start(), m.end(), "" if m[0] in _NOTHING else " ") for m in found)
        decoration = _DECORATION.match(inline.text)
        if decoration:
            inline.edit([(0, decoration.end(), "")])
    if "\n" in inline.text:
        inline.edit((m.start(), m.end(), "") for m in re.finditer(r"[ \t]+(?=\n)", inline.text))
    text = inline.text
    stripped = text.strip()
    if len(stripped) != len(text):
        before = len(text) - len(text.lstrip())
        after = before + len(stripped)
        inline.edit([(0, before, ""), (after, len(text), "")] if stripped else [(0, len(text), "")])


_BEFORE_SIGN = re.compile(r" +(?=[?.,;!)](?:\s|$))")
"""The space that a picture leaves between a word and the sign after it."""

_NOTHING = frozenset("\u200b\u2060\ufeff\u00ad")
