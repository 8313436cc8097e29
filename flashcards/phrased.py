"""How notes may be phrased, and what phrasing one gives: drafts, or why a bullet makes none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flashcards.model import Bullet, Draft

Kind = Literal[
    "covered", "label", "link", "metadata", "to-do", "opinion", "orphan", "not understood",
    "other language", "flawed", "surplus", "markup",
    "minutes", "broken",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Silence:
    """A bullet that makes no card."""

    bullet: Bullet
    kind: Kind
    reason: str
    """One line for the writer of the note."""
    misses: tuple[str, ...] = ()
    """The nearest miss of each rule that came close, one line each."""


Mode = Literal["strict", "default", "max"]


@dataclass(frozen=True, slots=True)
class Phrased:
    """What the rules made of a note."""

    drafts: tuple[Draft, ...]
    """In the order of the note; those of one bullet stand together."""
    silences: tuple[Silence, ...]
    """One for each bullet without a draft, in the order of the note."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What the owner of notes knows better about them than the program."""

    off: frozenset[str] = frozenset()
    """Rules that are not to be tried."""
    on: frozenset[str] = frozenset()
    """Rules to be tried although they wait for `--mode max`."""
    english: bool | None = None
    """Whether the notes are English; None leaves it to a guess."""


AS_USUAL = Habits()
