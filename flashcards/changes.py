"""What a build changes about each card, and what that does to its history in Anki."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from flashcards.anki.note_types import NAMES
from flashcards.identity import Known
from flashcards.lock import Lock, LockEntry
from flashcards.model import Card, Kind, Span
from flashcards.notes.places import deck_by_path
from flashcards.versions import deck_of_last_build

ChangeKind = Literal[
    "new", "returned", "reworded", "moved", "rephrased", "curated", "reset", "dropped", "retired"
]
MEANING: Mapping[ChangeKind, str] = {
    "new": "new",
    "returned": "back with their bullets, history and all",
    "reworded": "reworded in the notes, the history stays",
    "moved": "moved, the history stays",
    "rephrased": "phrased differently, the history stays",
    "curated": "curated in decks/, the history stays",
    "reset": "of another kind now (question or cloze), the history begins again",
    "dropped": "dropped in decks/",
    "retired": "retired, no bullet makes them any more",
}
"""The kinds of change, in the order in which they are told."""

LEAVES_A_NOTE: frozenset[ChangeKind] = frozenset({"dropped", "retired"})
"""What an import cannot do: the note stays in Anki until its owner deletes it there."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one card. A card that moved and was reworded counts as reworded."""

    kind: ChangeKind
    id: str
    package: str
    span: Span
    """Where it stands; for a card that leaves, where it stood."""
    before: LockEntry | None
    after: Card | None


def changes_of(
    before: Lock,
    after: Lock,
    cards: Sequence[Card],
    known: Sequence[Known],
    held: Collection[str] = (),
) -> tuple[Change, ...]:
    """The changes between two locks, sorted by place.

    `cards` are all that ship, restamped; nothing changes in the packages that are `held` back.
    """
    fates = {one.id: one for one in known}
    shipped = {card.id for card in cards}
    changes = [_of_card(card, before.entries.get(card.id), fates.get(card.id)) for card in cards]
    found = [change for change in changes if change]
    for entry in before.entries.values():
        now = after.entries[entry.id]
        if entry.live and entry.id not in shipped and now.package not in held:
            found.append(_left("retired" if now.retired else "dropped", entry))
    return tuple(sorted(found, key=lambda change: (change.span.path, change.span.line, change.id)))


def _of_card(card: Card, entry: LockEntry | None, known: Known | None) -> Change | None:
    kind = _kind(card, entry, known)
    return Change(kind, card.id, card.package, card.span, entry, card) if kind else None


def _kind(card: Card, entry: LockEntry | None, known: Known | None) -> ChangeKind | None:
    fate = known.fate if known else "same"
    if entry is None or not entry.digest:
        return "new"
    if (entry.shipped or entry.kind) != card.kind:
        return "reset"
    if not entry.live or (fate == "returned" and not entry.pinned):
        return "returned"
    if entry.source != card.source and not entry.added:
        return "reworded"
    if fate == "moved" or deck_left(entry, card):
        return "moved"
    if entry.changed == card.changed:
        return None
    return "curated" if card.curated else "rephrased"


def deck_left(entry: LockEntry | None, card: Card) -> str:
    """The deck in which a card was shipped, where it ships in another one now; else empty."""
    if entry is None or not entry.digest:
        return ""
    deck = deck_of_last_build(entry)
    if not deck and entry.path != card.span.path:
        deck = deck_by_path(entry.path)
    return deck if deck != card.deck else ""


def _left(kind: ChangeKind, entry: LockEntry) -> Change:
    return Change(kind, entry.id, entry.package, Span(entry.path, entry.line), entry, None)


def anki_search(ids: Iterable[str]) -> str:
    """What to type into Anki's browser to select these cards."""
    return " or ".join(f'"Id:{card_id}"' for card_id in sorted(ids))


def note_type_search(kind: Kind) -> str:
    """What to type into Anki's browser to select the notes of a kind."""
    return f'"note:{NAMES[kind]}"'
