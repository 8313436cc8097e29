"""The entries of a curation file, as frozen dataclasses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from flashcards.model import Kind, Span

Section = Literal["defaults", "tune", "drop", "add", "pin", "split"]
SECTIONS: tuple[Section, ...] = ("defaults", "tune", "drop", "add", "pin", "split")

TEXTS = ("question", "answer", "text", "context", "extra", "hint")
"""The keys under which an entry holds texts; `text` is a cloze with its gaps."""

Texts = Mapping[str, str]
_NONE: Texts = MappingProxyType({})
_NOWHERE: Mapping[str, Span] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Was:
    """The draft that a tune or a split was made against."""

    asked: str
    """Its question, or the text of a cloze."""
    answer: str | None = None
    """None where only the question was written down, and for a cloze."""
    kind: Kind | None = None
    """None where only the question was written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What all entries have."""

    id: str
    span: Span
    """Where its id stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Entry):
    """An entry that holds texts of a card."""

    texts: Texts = field(default_factory=lambda: _NONE)
    """Those that are given; an empty one takes away what the draft has."""
    spans: Mapping[str, Span] = field(default_factory=lambda: _NOWHERE)
    """Where each key of the entry stands."""
    kind: Kind | None = None

    def where(self, key: str) -> Span:
        """Where a key stands, or the entry."""
        return self.spans.get(key, self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tune(Written):
    """Other words for a card."""

    more_tags: tuple[str, ...] = ()
    less_tags: tuple[str, ...] = ()
    was: Was | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop(Entry):
    """No card."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(Written):
    """A card that no bullet makes; its key is its id."""

    tags: tuple[str, ...] = ()
    session: str = ""
    """A heading of the package's notes, whose tags the card gets."""
    at: str = ""
    """A note, with or without a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin(Written):
    """A card that stays as it is, whatever becomes of its bullet."""

    tags: tuple[str, ...] = ()
    deck: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Entry):
    """Several cards in place of one; the first that has no id of its own keeps the history."""

    parts: tuple[Written, ...]
    was: Was | None = None


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for all notes of a package."""

    deck: str = ""
    tags: tuple[str, ...] = ()
    rules_off: frozenset[str] = frozenset()
    rules_on: frozenset[str] = frozenset()
    mode: Literal["", "strict", "default", "max"] = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Curation:
    """One file of decks/, read. The entries are in the file's order, by id."""

    package: str
    path: str
    defaults: Defaults = field(default_factory=Defaults)
    tune: Mapping[str, Tune] = field(default_factory=dict)
    drop: Mapping[str, Drop] = field(default_factory=dict)
    add: Mapping[str, Add] = field(default_factory=dict)
    pin: Mapping[str, Pin] = field(default_factory=dict)
    split: Mapping[str, Split] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    """Where something in the file is wrong: all that may be an id in it; else nothing."""

    @property
    def broken(self) -> bool:
        """Whether something in the file could not be read."""
        return bool(self.words)
