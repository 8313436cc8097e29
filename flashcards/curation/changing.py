"""The change of one section of a curation file, pair by pair, all other bytes left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flashcards import lazy_re as re
from flashcards.curation.scalars import Value, after_colon, flow_pair, in_flow, inline, item, pair
from flashcards.curation.splices import Splices
from flashcards.curation.tree import Place, Tree, grow
from flashcards.model import Span
from flashcards.problems import Problem, Refused

STEP = 2
"""Columns by which a file indents that shows no habit of its own."""

NOTHING = ("", "~", "null")
"""How YAML may write that a section holds nothing."""


def no_place(path: str, what: str, reason: str) -> Problem:
    """The problem that an edit would change more than it should, or nothing."""
    hint = f"{reason}; nothing was changed, edit {path or 'the file'} by hand"
    return Problem(f"{what} cannot be changed by the program here", Span(path, 1), hint)


class Edit(Splices):
    """One change of a curation file; raises `Refused` where the text leaves no place for it."""

    def set(self, section: str, entries: Mapping[str, Value]) -> str:
        """The text in which a section holds these values by key."""
        tree = grow(self.text)
        if tree.root is None:
            self.append(tree, section, entries, 0, STEP)
        elif tree.root.kind != "mapping":
            raise Refused(no_place(self.path, f"{section}:", "the file is no mapping"))
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
        if found[1].kind == "mapping" or found[1].value in NOTHING:
            self.replace(root, found, held, step)
        else:
            reason = "it holds no entries by id"
            raise Refused(no_place(self.path, f"{found[0].value}:", reason))

    def remove(self, section: str, key: str) -> str:
        """The text without this entry."""
        root = grow(self.text).root
        found = _pair_of(root, section) if root else None
        entry = _pair_of(found[1], key) if found else None
        if found is None or entry is None:
            raise Refused(no_place(self.path, f"{section}: {key}:", "an alias stands for it"))
        self.cut(found[1], [entry])
        return self.spliced()

    def append(self, tree: Tree, section: str, held: Value, indent: int, step: int) -> None:
        """Write a section below everything else."""
        at = tree.end
        written = " " * indent + pair(section, held, indent, step, self.eol)
        self.lines(at, [written] if not self.parts_sections(tree) else ["", written])

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
                raise Refused(no_place(self.path, f"{first.value}:", "it shares its line"))
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
