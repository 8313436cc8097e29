"""The lock: what the program remembers of each card, as JSON Lines, and the stamps of changes.

A header line with the version, then one card a line, sorted by id, so that git merges card by
card. Two branches' additions merge to their union; where a merge kept both sides of one card's
line, the one that changed last stands.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from io import BytesIO
from operator import attrgetter
from sys import intern
from types import MappingProxyType
from typing import Any

from flashcards.model import Card, Kind, Span
from flashcards.problems import Problem, Refused, did_you_mean

VERSION = 1

_HEADER = '{"flashcards":"lock","version":%d}'
_MARK_OF_ORDER = "\ufeff".encode()
_MARKERS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
"""What git writes at the start of a line where a merge needs a person."""
_MOST_PROBLEMS = 10
_RESTORE = "restore the file from version control, for example: git checkout -- "


@dataclass(frozen=True, slots=True, kw_only=True)
class LockEntry:
    """One card: where it was read last, what it asked then, and what was shipped of it."""

    id: str
    kind: Kind = "qa"
    package: str = ""
    path: str = ""
    place: tuple[str, ...] = ()
    """The headings above its bullet, outermost first, then the nearest parents, shortened."""
    source: str = ""
    """Its bullet's first line as written."""
    anchor: str = ""
    nth: int = 0
    """Which of the bullets with the same source at the same place, counted from 0."""
    slot: int = 0
    """Which of its bullet's cards, counted from 0."""
    question: str = ""
    answer: str = ""
    gone: tuple[tuple[int, str], ...] = ()
    """Numbers of a cloze that its text no longer uses, with the words they hid."""
    line: int = 0
    """The line that the card shows: where its bullet stood when its content last changed."""
    changed: int = 0
    """When its content last changed, in seconds since 1970; 0 where it was never shipped."""
    digest: str = ""
    """Of the shipped content; empty where it was never shipped."""
    deck: str = ""
    """Anki's name for the deck that it shipped in, where that is not the one of its path."""
    shown: str = ""
    """Digests of the texts and tags that were shipped; empty where they are not known."""
    past: tuple[str, ...] = ()
    """Those of earlier builds, so that a note in Anki that is older than the last build is known
    for what it is."""
    in_anki: str = ""
    """The digest of words that the learner's note says already, since they were pulled from it, and
    when it was changed there: what ships with this stamp updates nothing. Kept until other words
    ship."""
    retired: int = 0
    """Since when nothing in the notes makes this card; 0 where something does."""
    added: bool = False
    """Written by hand in the curation, so that no bullet makes it."""
    parted: bool = False
    """Told to be no card of these notes any more: it never comes back by itself."""
    pinned: bool = False
    """Shipped although it is retired."""
    shipped: str = ""
    """The kind that was shipped, where the curation made it another than the draft's."""

    @property
    def live(self) -> bool:
        """Whether the last build shipped it."""
        return bool(self.digest) and (not self.retired or self.pinned)


@dataclass(frozen=True, slots=True)
class Lock:
    """All entries by id; `Lock()` is the empty one."""

    entries: Mapping[str, LockEntry] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, entries: Iterable[LockEntry]) -> Lock:
        """The lock with these entries; of two with one id, the last."""
        return cls(MappingProxyType({entry.id: entry for entry in entries}))


_KEYS = tuple(field.name for field in fields(LockEntry))
_DEFAULTS = tuple(field.default for field in fields(LockEntry))
_values = attrgetter(*_KEYS)
_TYPES: dict[str, type] = {"id": str} | {
    key: list if isinstance(default, tuple) else type(default)
    for key, default in zip(_KEYS[1:], _DEFAULTS[1:], strict=True)
}


def load(data: bytes, path: str) -> Lock:
    """Read a lock's text, in UTF-8; an empty one is an empty lock.

    Raises `Refused`, with the places, on a missing header, an unknown version, conflict markers
    and lines that are broken or no cards. `path` is only named in the problems.
    """
    data = data.removeprefix(_MARK_OF_ORDER)
    if not data.strip():
        return Lock()
    _refuse(_conflicts(data, path))
    lines = (line.rstrip(b"\r\n") for line in BytesIO(data))
    header = next(lines)
    _check_header(header.decode(errors="replace"), path)
    entries: dict[str, LockEntry] = {}
    problems: list[Problem] = []
    reader = _Reader()
    for number, line in enumerate(lines, start=2):
        if not line or line == header:
            continue
        try:
            entry = reader.entry(line)
        except _Unreadable as unreadable:
            problems.append(unreadable.problem(path, number))
            if len(problems) == _MOST_PROBLEMS:
                break
            continue
        other = entries.get(entry.id)
        if other is None or _precedence(entry) > _precedence(other):
            entries[entry.id] = entry
    _refuse(problems)
    return Lock(MappingProxyType(entries))


def dump(lock: Lock) -> bytes:
    """The lock's text, in UTF-8: what `load` reads back to an equal lock."""
    return b"".join(lines_of(lock))


def lines_of(lock: Lock) -> Iterator[bytes]:
    """The same line by line, for a lock that is too large to be held twice."""
    yield f"{_HEADER % VERSION}\n".encode()
    for id in sorted(lock.entries):
        yield f"{_line(lock.entries[id])}\n".encode()


def restamp(lock: Lock, cards: Sequence[Card], now: int) -> tuple[Lock, tuple[Card, ...]]:
    """The lock and the cards with the time that each card's content last changed.

    `cards` are all that ship, `now` is in seconds since 1970. Where what a learner sees differs
    from what was shipped, `changed` moves on, to `now` or one past the old time, and the shown
    line becomes the present one; else both stay, so that a shift of lines updates no note. Words
    that were pulled from Anki get the stamp that they have there.
    The deck is no part of it, since an import never moves a card to another deck.
    """
    entries = dict(lock.entries)
    stamped = []
    for card in cards:
        entry = entries.get(card.id) or _added(card)
        digest = digest_of(card)
        if entry.digest != digest:
            entry = _changed(entry, digest, card.span.line, now)
        if entry.added and (entry.retired or entry.package != card.package):
            entry = replace(entry, retired=0, package=card.package)
        shipped = "" if card.kind == entry.kind else card.kind
        pinned = bool(entry.retired)
        if (entry.shipped, entry.pinned) != (shipped, pinned):
            entry = replace(entry, shipped=shipped, pinned=pinned)
        entries[card.id] = entry
        stamped.append(_stamped(card, entry))
    ids = {card.id for card in cards}
    for entry in lock.entries.values():
        if entry.id in ids:
            continue
        if entry.added and not entry.retired:
            entries[entry.id] = replace(entry, retired=now)
        elif entry.pinned:
            entries[entry.id] = replace(entry, pinned=False)
    return Lock(MappingProxyType(entries)), tuple(stamped)


def _changed(entry: LockEntry, digest: str, line: int, now: int) -> LockEntry:
    pulled, _, changed = entry.in_anki.partition(" ")
    if pulled == digest and changed.isdecimal() and int(changed) > entry.changed:
        return replace(entry, digest=digest, changed=int(changed))
    changed_now = max(now, entry.changed + 1)
    return replace(entry, digest=digest, changed=changed_now, line=line, in_anki="")


def _stamped(card: Card, entry: LockEntry) -> Card:
    span = card.span
    if (card.changed, span.line) == (entry.changed, entry.line):
        return card
    if span.line != entry.line:
        span = replace(span, line=entry.line)
    return replace(card, changed=entry.changed, span=span)


def _added(card: Card) -> LockEntry:
    return LockEntry(
        id=card.id, kind=card.kind, package=card.package, path=card.span.path, added=True
    )


def digest_of(card: Card) -> str:
    """Of all that a note in Anki holds of the card, the line number and its deck left out."""
    shown = [card.kind, card.question, card.answer, card.context, card.extra, card.hint]
    shown += [card.span.path, card.package, *sorted(card.tags), *sorted(card.by_hand)]
    shown += [f"{name} {m.kind} {m.start} {m.end} {m.address}" for name, m in card.marks]
    for file in card.media:
        media = file.media
        shown += [file.side, file.name or media.address, media.alt, str(media.width)]
    return blake2b(json.dumps(shown).encode(), digest_size=8).hexdigest()


def to_ship_anew(lock: Lock, ids: Collection[str]) -> Lock:
    """The lock with which the next build gives these cards a new stamp, so that Anki takes them."""
    return Lock.of(
        replace(entry, digest=_ANEW) if entry.id in ids and entry.digest else entry
        for entry in lock.entries.values()
    )


def to_ship_as_pulled(lock: Lock, stands: Mapping[str, tuple[Card, int]]) -> Lock:
    """The lock with which the next build gives these cards the stamps that their notes have in
    Anki; `stands` holds the cards as they will ship and these stamps, by id."""
    return Lock.of(
        replace(entry, in_anki=f"{digest_of(stands[entry.id][0])} {stands[entry.id][1]}")
        if entry.id in stands
        else entry
        for entry in lock.entries.values()
    )


_ANEW = "-"
"""Stands for the digest of what was shipped where it must count as changed."""


def _precedence(entry: LockEntry) -> tuple[int, bool, str]:
    """Of two lines for one card: the later change, then the one in use, then any, but always
    the same."""
    return entry.changed, not entry.retired, _line(entry)


def _line(entry: LockEntry) -> str:
    values = zip(_KEYS, _values(entry), _DEFAULTS, strict=True)
    return _encode({key: value for key, value, default in values if value != default})


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class _Unreadable(Exception):
    """A line that is no card: why, where in the line, and what to do."""

    def __init__(self, message: str, column: int = 1, width: int = 1, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.column, self.width, self.hint = message, column, width, hint

    def problem(self, path: str, line: int) -> Problem:
        span = Span(path, line, self.column, self.width)
        return Problem(self.message, span, self.hint or _RESTORE + path)


class _Reader:
    """Reads line after line; what many cards have in common is kept in memory once."""

    def __init__(self) -> None:
        self._shapes: set[tuple[object, ...]] = set()
        """Keys and types that were found right before."""
        self._common: dict[object, object] = {}
        self._places: dict[tuple[str, ...], tuple[str, ...]] = {}

    def entry(self, data: bytes) -> LockEntry:
        """The card of a line."""
        line = _decoded(data)
        row = _parsed(line)
        shape = (*row, *map(type, row.values()))
        if shape not in self._shapes:
            _check_shape(row, line)
            self._shapes.add(shape)
        if not row.get("id"):
            raise _Unreadable("this card has no id", 1, len(line))
        if row.get("kind", "qa") not in ("qa", "cloze"):
            raise _at(line, "kind", f'unknown kind "{row["kind"]}"', 'it is "qa" or "cloze"')
        for name in _COMMON:
            if name in row:
                row[name] = self._common.setdefault(row[name], row[name])
        if "place" in row:
            place = tuple(intern(str(part)) for part in row["place"])
            row["place"] = self._places.setdefault(place, place)
        if "past" in row:
            row["past"] = tuple(map(str, row["past"]))
        if "gone" in row:
            row["gone"] = _gone(line, row["gone"])
        return LockEntry(**row)


_COMMON = ("kind", "package", "path", "changed")


def _check_shape(row: Mapping[str, object], line: str) -> None:
    for name, value in row.items():
        expected = _TYPES.get(name)
        if expected is None:
            raise _at(line, name, f'unknown key "{name}"', did_you_mean(name, _TYPES))
        if type(value) is not expected:
            raise _at(line, name, f'"{name}" is not {_NAMES[expected]}')


_NAMES = {str: "a text", int: "a whole number", bool: "true or false", list: "a list"}


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        column = len(line[: error.start].decode()) + 1
        raise _Unreadable("this line is not UTF-8", column) from None


_decode = json.JSONDecoder().decode


def _parsed(line: str) -> dict[str, Any]:
    try:
        row = _decode(line)
    except json.JSONDecodeError as error:
        broken_off = error.pos >= len(line.rstrip()) or error.msg.startswith("Unterminated")
        message = "this line breaks off" if broken_off else "this line is broken"
        raise _Unreadable(message, error.pos + 1) from None
    except RecursionError:
        raise _Unreadable("this line is broken", 1, len(line)) from None
    if not isinstance(row, dict):
        raise _Unreadable("this line is no card", 1, len(line))
    return row


def _gone(line: str, rows: list[Any]) -> tuple[tuple[int, str], ...]:
    try:
        return tuple((int(number), str(words)) for number, words in rows)
    except (TypeError, ValueError):
        raise _at(line, "gone", '"gone" is no list of numbers with words') from None


def _at(line: str, name: str, message: str, hint: str = "") -> _Unreadable:
    written = json.dumps(name, ensure_ascii=False)
    return _Unreadable(message, max(0, line.find(written)) + 1, len(written), hint)


def _conflicts(data: bytes, path: str) -> list[Problem]:
    hint = "keep the cards of both sides and delete the lines with the markers"
    return [
        Problem("a merge was left half done", Span(path, number, 1, 7), hint)
        for number, line in enumerate(BytesIO(data), start=1)
        if line.startswith(_MARKERS)
    ][:_MOST_PROBLEMS]


def _check_header(line: str, path: str) -> None:
    whole = Span(path, 1, 1, max(1, len(line)))
    try:
        header = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        header = None
    if not isinstance(header, dict) or header.get("flashcards") != "lock":
        missing = "the first line is not the header of a lock"
        raise Refused(Problem(missing, whole, f"it should be: {_HEADER % VERSION}"))
    if header.get("version") != VERSION:
        message = f"unknown version {json.dumps(header.get('version'))} of the lock"
        hint = f"this program reads version {VERSION}: update flashcards"
        raise Refused(Problem(message, whole, hint))


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Refused(*problems)
