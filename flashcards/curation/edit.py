"""One entry of a curation file changed, and no other byte of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flashcards.curation.scalars import (
    Value,
    after_colon,
    flow_pair,
    in_flow,
    inline,
    item,
    pair,
)
from flashcards.curation.syntax import Page, compose, plain
from flashcards.curation.tree import Place, Tree, grow
from flashcards.model import Span
from flashcards.problems import Problem, Refused

STEP = 2
"""Columns by which a file indents that shows no habit of its own."""


def set_entry(text: str, section: str, key: str, value: Value, path: str = "") -> str:
    """The text in which `section: key:` holds this value.

    Of an entry that is there, only what differs is rewritten, so that its comments and quotes
    stay. `path` is only named in problems. Raises `Refused` where the file cannot be read, and
    where it is written in a way that leaves no place for the change.
    """
    return set_entries(text, section, {key: value}, path)


def set_entries(text: str, section: str, entries: Mapping[str, Value], path: str = "") -> str:
    """The text in which a section holds all these values, by key; else as `set_entry`."""
    data = contents(text, path)
    before = _section(data, section)
    fresh = {key: _tidy(value) for key, value in entries.items()}
    fresh = {key: value for key, value in fresh.items() if before.get(key) != value}
    if not fresh:
        return text
    edited = _Edit(text, path).set(section, fresh)
    what = f"{section}: {next(iter(fresh))}:" if len(fresh) == 1 else f"{section}:"
    return _checked(edited, {**data, section: {**before, **fresh}}, path, what)


def remove_entry(text: str, section: str, key: str, path: str = "") -> str:
    """The text without this entry; comments above it stay. Raises as `set_entry` does."""
    data = contents(text, path)
    held = _section(data, section)
    if key not in held:
        return text
    edited = _Edit(text, path).remove(section, key)
    del held[key]
    return _checked(edited, {**data, section: held}, path, f"{section}: {key}:")


def entry_of(text: str, section: str, key: str, path: str = "") -> Value | None:
    """What an entry holds, or None where there is none."""
    found: Value | None = _section(contents(text, path), section).get(key)
    return found


def contents(text: str, path: str = "") -> dict[str, Any]:
    """All that a file says, as texts, dicts and lists; raises `Refused` where it is no YAML."""
    page = Page(path, text)
    root = compose(page)
    data = plain(root, page) if root is not None else ""
    if isinstance(data, str) and not data:
        return {}
    if isinstance(data, dict):
        return data
    raise Refused(Problem("this file holds no sections such as tune:", Span(path, 1)))


def _tidy(value: Value) -> Any:
    """The value as it reads back: without space around texts, line ends of one kind."""
    if isinstance(value, str):
        return re.sub(r"\r\n?", "\n", value).strip()
    if isinstance(value, Mapping):
        return {key.strip(): _tidy(one) for key, one in value.items()}
    return [_tidy(one) for one in value]


_NOTHING = ("", "~", "null")


def _section(data: Mapping[str, Any], section: str) -> dict[str, Any]:
    held = data.get(section, {})
    return dict(held) if isinstance(held, dict) else {}


def _checked(edited: str, wanted: Mapping[str, Any], path: str, what: str) -> str:
    """The edited text, if it says what is wanted and nothing else."""
    try:
        found = contents(edited, path)
    except Refused as refused:
        reason = refused.problems[0].message
        raise Refused(_no_place(path, what, f"it would not read any more: {reason}")) from None
    if _in_order(found) != _in_order(wanted):
        raise Refused(_no_place(path, what, "another entry would change with it"))
    return edited


def _in_order(data: Mapping[str, Any]) -> list[Any]:
    """All that counts: the order of entries too, and no difference between two empty sections."""
    return [
        (name, list(held.items()) if isinstance(held, dict) else [] if held in _NOTHING else held)
        for name, held in data.items()
    ]


def _no_place(path: str, what: str, reason: str) -> Problem:
    hint = f"{reason}; nothing was changed, edit {path or 'the file'} by hand"
    return Problem(f"{what} cannot be changed by the program here", Span(path, 1), hint)


@dataclass(slots=True)
class _Edit:
    """One change of one text, as splices that are made at the end."""

    text: str
    path: str
    splices: list[tuple[int, int, str]] = field(default_factory=list)
    """Where each begins and ends, and what stands there then."""

    def set(self, section: str, entries: Mapping[str, Value]) -> str:
        tree = grow(self.text)
        if tree.root is None:
            self.append(tree, section, entries, 0, STEP)
        elif tree.root.kind != "mapping":
            raise Refused(_no_place(self.path, f"{section}:", "the file is no mapping"))
        else:
            self.in_root(tree, tree.root, section, entries)
        return self.spliced()

    def in_root(self, tree: Tree, root: Place, section: str, entries: Mapping[str, Value]) -> None:
        step = _habit(root, self.text)
        found = _pair_of(root, section)
        if found is None and root.flow:
            self.insert(root, section, entries, len(root.pairs), step)
        elif found is None:
            self.append(tree, section, entries, self.column(root.pairs[0][0].start), step)
        elif found[1].kind != "mapping" or (not found[1].pairs and not root.flow):
            self.fill(root, found, entries, step)
        else:
            known = {key.value: (key, held) for key, held in found[1].pairs}
            # Of splices at one place the earlier comes first: what an entry gets, then new ones.
            for key in sorted(entries, key=lambda key: key not in known):
                if key in known:
                    self.update(found[1], known[key], entries[key], step)
                else:
                    self.insert(found[1], key, entries[key], len(found[1].pairs), step)

    def fill(self, root: Place, found: tuple[Place, Place], held: Value, step: int) -> None:
        """Put the first entry into a section that has none."""
        if found[1].kind == "mapping" or found[1].value in _NOTHING:
            self.replace(root, found, held, step)
        else:
            reason = "it holds no entries by id"
            raise Refused(_no_place(self.path, f"{found[0].value}:", reason))

    def remove(self, section: str, key: str) -> str:
        root = grow(self.text).root
        found = _pair_of(root, section) if root else None
        entry = _pair_of(found[1], key) if found else None
        if found is None or entry is None:
            raise Refused(_no_place(self.path, f"{section}: {key}:", "an alias stands for it"))
        self.cut(found[1], [entry])
        return self.spliced()

    def spliced(self) -> str:
        """The text after all splices; of two at one place, the earlier comes first."""
        text = self.text
        ordered = sorted(enumerate(self.splices), key=lambda one: (*one[1][:2], one[0]))
        for _, (start, end, new) in reversed(ordered):
            text = text[:start] + new + text[end:]
        return text

    # Where lines begin and end.

    @property
    def eol(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_stop(self, at: int) -> int:
        """The end of the line, before its line end."""
        stop = self.text.find("\n", at)
        stop = len(self.text) if stop < 0 else stop
        return stop - 1 if stop > 0 and self.text[stop - 1] == "\r" else stop

    def next_line(self, at: int) -> int:
        stop = self.text.find("\n", at)
        return len(self.text) if stop < 0 else stop + 1

    def below(self, place: Place) -> int:
        """The start of the line below a value."""
        at_start = place.end > place.start and self.text[place.end - 1] == "\n"
        return place.end if at_start else self.next_line(place.end)

    def column(self, at: int) -> int:
        return at - self.line_start(at)

    def colon(self, key: Place) -> int:
        """After the colon that follows a key, or the key's end where there is none."""
        found = re.compile(r"\s*:").match(self.text, key.end)
        return found.end() if found else key.end

    def leads_its_line(self, place: Place) -> bool:
        return not self.text[self.line_start(place.start) : place.start].strip()

    def splice(self, start: int, end: int, new: str) -> None:
        self.splices.append((start, end, new))

    # Changes of a mapping.

    def append(self, tree: Tree, section: str, held: Value, indent: int, step: int) -> None:
        """Write a section below everything else."""
        at = tree.end
        written = " " * indent + pair(section, held, indent, step, self.eol)
        self.lines(at, [written] if not self.parts_sections(tree) else ["", written])

    def lines(self, at: int, lines: Sequence[str]) -> None:
        """Put lines in at the start of a line, or at a text's end that has no line end."""
        written = self.eol.join(lines)
        broken_off = at > 0 and self.text[at - 1] != "\n"
        self.splice(at, at, self.eol + written if broken_off else written + self.eol)

    def parts_sections(self, tree: Tree) -> bool:
        """Whether this file keeps an empty line between its sections."""
        pairs = tree.root.pairs if tree.root else []
        if len(pairs) < 2:
            return False
        between = self.text[self.below(pairs[-2][1]) : pairs[-1][0].start]
        return any(not line.strip() for line in between.split("\n")[:-1])

    def parts_entries(self, mapping: Place) -> bool:
        """Whether an empty line stands between the last two entries."""
        if len(mapping.pairs) < 2:
            return False
        between = self.text[self.below(mapping.pairs[-2][1]) : mapping.pairs[-1][0].start]
        return any(not line.strip() for line in between.split("\n")[:-1])

    def insert(self, mapping: Place, key: str, value: Value, at: int, step: int) -> None:
        """Put a pair before the pair number `at`."""
        if mapping.flow:
            self.insert_in_flow(mapping, flow_pair((key, value)), at)
            return
        first = mapping.pairs[0][0]
        indent = self.column(first.start)
        written = pair(key, value, indent, step, self.eol)
        if at == 0 and self.leads_its_line(first):
            self.lines(self.line_start(first.start), [" " * indent + written])
            return
        if at == 0:
            self.splice(first.start, first.start, f"{written}{self.eol}{' ' * indent}")
            return
        apart = [""] if at == len(mapping.pairs) and self.parts_entries(mapping) else []
        self.lines(self.below(self.last(mapping.pairs[at - 1])), [*apart, " " * indent + written])

    def last(self, of: tuple[Place, Place]) -> Place:
        """A pair's value, or a place after its colon where it has none."""
        key, value = of
        return value if value.end > key.end else Place("scalar", key.start, self.colon(key))

    def insert_in_flow(self, mapping: Place, written: str, at: int) -> None:
        if not mapping.pairs:
            self.splice(mapping.end - 1, mapping.end - 1, written)
        elif at == 0:
            start = mapping.pairs[0][0].start
            self.splice(start, start, f"{written}, ")
        else:
            end = self.last(mapping.pairs[at - 1]).end
            self.splice(end, end, f", {written}")

    def update(self, around: Place, of: tuple[Place, Place], value: Value, step: int) -> None:
        """Give a pair of the mapping `around` another value, leaving alone what stays the same."""
        old = of[1]
        if isinstance(value, Mapping) and old.kind == "mapping" and old.pairs and value:
            self.merge(old, value, step)
        elif isinstance(value, Sequence) and self.can_match(old, value):
            for held, one in zip(old.items, value, strict=False):
                if isinstance(one, Mapping):
                    self.merge(held, one, step)
            self.add_items(old, value[len(old.items) :], step)
        else:
            self.replace(around, of, value, step)

    def can_match(self, old: Place, value: Sequence[Value]) -> bool:
        """Whether a list in the text can be brought to a new one item by item."""
        return (
            old.kind == "sequence"
            and not old.flow
            and 0 < len(old.items) <= len(value)
            and all(isinstance(one, Mapping) and one for one in value)
            and all(self.follows_its_dash(held) for held in old.items)
        )

    def follows_its_dash(self, held: Place) -> bool:
        """Whether an item of a list is a mapping that begins on the line of its dash."""
        before = self.text[self.line_start(held.start) : held.start]
        return held.kind == "mapping" and bool(held.pairs) and before.strip() == "-"

    def add_items(self, old: Place, more: Sequence[Value], step: int) -> None:
        if not more:
            return
        indent = self.text.rfind("-", 0, old.items[0].start) - self.line_start(old.items[0].start)
        _, below = after_colon(list(more), indent - step, step, self.eol)
        self.lines(self.below(old), [below.removeprefix(self.eol)])

    def merge(self, old: Place, value: Mapping[str, Value], step: int) -> None:
        kept = {key.value: (key, held) for key, held in old.pairs}
        names = list(kept)
        gone = [kept[name] for name in names if name not in value]
        if old.flow and len(gone) == len(names):
            inside = ", ".join(map(flow_pair, value.items()))
            self.splice(old.pairs[0][0].start, self.last(old.pairs[-1]).end, inside)
            return
        if len(gone) == len(names) and not self.leads_its_line(old.pairs[0][0]):
            start = old.pairs[0][0].start
            written = item(value, self.column(start), step, self.eol)
            self.splice(start, self.last(old.pairs[-1]).end, written)
            return
        self.cut(old, gone)
        at = 0
        for name, one in value.items():
            if name in kept:
                at = names.index(name) + 1
                if not self.says(kept[name][1], one):
                    self.update(old, kept[name], one, step)
            else:
                self.insert(old, name, one, at, step)

    def says(self, place: Place, value: Value) -> bool:
        """Whether a place holds this value already."""
        if place.kind == "scalar":
            return place.value.strip() == value
        if place.kind == "mapping" and isinstance(value, Mapping):
            held = {key.value: one for key, one in place.pairs}
            return list(held) == list(value) and all(map(self.says, held.values(), value.values()))
        if place.kind == "sequence" and isinstance(value, list):
            return len(place.items) == len(value) and all(map(self.says, place.items, value))
        return False

    def cut(self, mapping: Place, gone: Sequence[tuple[Place, Place]]) -> None:
        """Take pairs out."""
        if mapping.flow:
            self.cut_in_flow(mapping, [mapping.pairs.index(one) for one in gone])
            return
        first = mapping.pairs[0][0]
        stays = 0
        if mapping.pairs[0] in gone and not self.leads_its_line(first):
            kept = [at for at, one in enumerate(mapping.pairs) if one not in gone]
            if not kept:
                raise Refused(_no_place(self.path, f"{first.value}:", "it shares its line"))
            stays = kept[0]
            self.splice(first.start, mapping.pairs[stays][0].start, "")
        for of in mapping.pairs[stays:]:
            if of in gone:
                self.splice(self.line_start(of[0].start), self.below(self.last(of)), "")

    def cut_in_flow(self, mapping: Place, gone: Sequence[int]) -> None:
        """Take pairs out, each with the comma behind it, or before it where nothing follows."""
        last_kept = max(set(range(len(mapping.pairs))) - {*gone}, default=-1)
        for at in gone:
            end = self.last(mapping.pairs[at]).end
            self.splice(mapping.pairs[at][0].start, end, "")
            before = at if at < last_kept else at - 1
            if before >= 0:
                self.cut_comma(self.last(mapping.pairs[before]).end)
        if last_kept < 0:
            self.cut_comma(self.last(mapping.pairs[-1]).end)

    def cut_comma(self, at: int) -> None:
        """Take the comma out that follows, if there is one, and the spaces behind it."""
        comma = self.comma(at)
        if comma is not None:
            spaces = re.compile(r", *").match(self.text, comma)
            self.splice(comma, spaces.end() if spaces else comma + 1, "")

    def comma(self, at: int) -> int | None:
        """The comma that follows, past spaces, line ends and comments."""
        found = re.compile(r"(?:\s+#[^\n]*|\s)*(,)").match(self.text, at)
        return found.start(1) if found else None

    def replace(self, around: Place, of: tuple[Place, Place], value: Value, step: int) -> None:
        """Write another value in the place of a pair's old one."""
        key, old = of
        colon = self.colon(key)
        if around.flow:
            new = inline(value, True, old.style) if isinstance(value, str) else in_flow(value)
            if old.empty:
                self.splice(colon, colon, f" {new}" if colon > key.end else f": {new}")
            else:
                self.splice(old.start, old.end, new)
            return
        head, below = after_colon(value, self.column(key.start), step, self.eol)
        if isinstance(value, str) and old.style in ("'", '"') and not below:
            head = f" {inline(value, style=old.style)}"
        if old.empty:
            self.splice(colon, colon, head)
            self.splice(self.line_stop(colon), self.line_stop(colon), below)
        elif self.line_start(old.start) > key.start:
            self.splice(colon, colon, head)
            self.splice(self.line_stop(colon), self.line_stop(colon), below)
            self.splice(self.line_start(old.start), self.below(old), "")
        elif old.style in ("|", ">"):
            comment = re.compile(r"[^\n#]*?(\s+#[^\r\n]*)?\r?$", re.M).match(self.text, old.start)
            kept = (comment[1] or "") if comment else ""
            end = old.end if self.text[old.end - 1] != "\n" else self.line_stop(old.end - 1)
            self.splice(old.start, end, head.strip() + kept + below)
        else:
            start = old.start if head else colon
            self.splice(start, old.end, head.strip())
            self.splice(self.line_stop(old.end), self.line_stop(old.end), below)


def _pair_of(mapping: Place, key: str) -> tuple[Place, Place] | None:
    return next((one for one in mapping.pairs if one[0].value == key), None)


def _habit(root: Place, text: str) -> int:
    """How many columns the file indents by: an entry's fields, else the entries of a section."""
    sections = list(_blocks(root))
    nested = [(section, entry) for section in sections for entry in _blocks(section)]
    for outer, inner in [*nested, *((root, section) for section in sections)]:
        step = _column(inner, text) - _column(outer, text)
        if step > 0:
            return step
    return STEP


def _blocks(mapping: Place) -> Iterator[Place]:
    """The mappings in a block mapping that are blocks as well."""
    if not mapping.flow:
        yield from (held for _, held in mapping.pairs if held.pairs and not held.flow)


def _column(mapping: Place, text: str) -> int:
    start = mapping.pairs[0][0].start
    return start - text.rfind("\n", 0, start)
