"""A build's drafts and the last build's lock, made into cards that keep their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from flashcards.identity.evidence import Drift
from flashcards.identity.faces import pair_faces, pair_leftovers
from flashcards.identity.gaps import no_longer, renumbered
from flashcards.identity.matching import match
from flashcards.identity.names import born
from flashcards.identity.spots import Face, Spot, in_order, old_spots
from flashcards.lock import Lock, LockEntry
from flashcards.notes.places import package_of

_package = lru_cache(package_of)

Fate = Literal["same", "moved", "reworded", "new", "returned"]

_LIKE_QUESTION = 0.6
"""Likeness from which on a question asks what one asked that was retired."""


@dataclass(frozen=True, slots=True)
class Known:
    """Which card a draft is; its words, with the cloze numbers of the lock, stand there."""

    id: str
    fate: Fate
    was: LockEntry | None
    """What the lock knew of it; none for a new card."""


@dataclass(frozen=True, slots=True)
class Identified:
    """What became of all drafts and of all cards of the lock."""

    known: tuple[Known, ...]
    """One for each draft, by their numbers."""
    retired: tuple[LockEntry, ...]
    """In use until this build, with no draft any more; by id."""
    lock: Lock
    """The lock after this build, before `restamp`."""


def identify(new: Iterable[Spot], lock: Lock, now: int) -> Identified:
    """Find for each draft of the whole workspace the card that it was, or give it a new id.

    `new` are the bullets of the drafts, whose order does not matter, nor that of the files. `now`,
    in seconds since 1970, is the time at which cards retire.
    """
    entries = [lock.entries[id] for id in sorted(lock.entries)]
    matchable = [i for i, entry in enumerate(entries) if not entry.added and not entry.parted]
    live = old_spots(entries, (i for i in matchable if not entries[i].retired))
    retired = old_spots(entries, (i for i in matchable if entries[i].retired))
    spots = in_order(new)
    was = {new.key: entries[old.key] for old, new in _matched(live, retired, spots)}
    kept = {entry.id for entry in was.values()}
    known: dict[int, Known] = {}
    after = dict(lock.entries)
    for spot in spots:
        for face in spot.faces:
            known[face.key], after_it = _known(was.get(face.key), spot, face, after)
            after[after_it.id] = after_it
    lost = tuple(
        entry for entry in entries if not entry.retired and not entry.added and entry.id not in kept
    )
    after.update((entry.id, replace(entry, retired=now)) for entry in lost)
    return Identified(tuple(known[key] for key in sorted(known)), lost, Lock.of(after.values()))


def _matched(
    live: Sequence[Spot], retired: Sequence[Spot], new: Sequence[Spot]
) -> list[tuple[Face, Face]]:
    """Pairs of old and new cards."""
    found = match(live, retired, new)
    pairs = _faces(found)
    wanted = sum(len(spot.faces) for spot in new)
    for old, least in ((live, 0.0), (retired, _LIKE_QUESTION)):
        if len(pairs) == wanted:
            break
        taken = {id(face) for pair in pairs for face in pair}
        left_old, left_new = _left(old, taken), _left(new, taken)
        if left_old and left_new:
            drift = Drift(found, {spot.path for spot, _ in left_old})
            pairs += pair_leftovers(left_old, left_new, drift, least)
    return pairs


def _faces(found: Sequence[tuple[Spot, Spot]]) -> list[tuple[Face, Face]]:
    """Pairs of cards from pairs of bullets; a new bullet may be in two, with a live one first."""
    olds: dict[int, list[Face]] = {}
    whole = {id(now): now.faces for _, now in found}
    more: dict[int, list[Face]] = {}
    for then, now in found:
        (more if id(now) in olds else olds)[id(now)] = then.faces
    return [
        pair
        for key, faces in olds.items()
        for pair in pair_faces(faces, whole[key], more.get(key, ()))
    ]


def _left(spots: Sequence[Spot], taken: set[int]) -> list[tuple[Spot, Face]]:
    return [(spot, face) for spot in spots for face in spot.faces if id(face) not in taken]


def _known(
    was: LockEntry | None, spot: Spot, face: Face, taken: Mapping[str, LockEntry]
) -> tuple[Known, LockEntry]:
    """The draft as the card that it was, or as a new one, and the lock's new line for it."""
    if was is None:
        born_now = LockEntry(id=born(spot, face.slot, face.question, taken))
        return Known(born_now.id, "new", None), _written(born_now, spot, face, face.question)
    question = _with_numbers(face, was)
    is_so = _unchanged(was, spot, face, question)
    entry = was if is_so else _written(was, spot, face, question)
    return Known(was.id, _fate(was, entry), was), entry


def _unchanged(was: LockEntry, spot: Spot, face: Face, question: str) -> bool:
    return (
        was.source == spot.source
        and was.question == question
        and was.answer == face.answer
        and was.path == spot.path
        and was.place == spot.place
        and was.kind == face.kind
        and (was.nth, was.slot, was.anchor) == (spot.nth, face.slot, spot.anchor)
        and not was.retired
    )


def _written(was: LockEntry, spot: Spot, face: Face, question: str) -> LockEntry:
    """The entry with what the draft is now; the stamps stay."""
    gone = dict(was.gone)
    if "cloze" in (was.kind, face.kind):
        gone = no_longer(question, was.question, gone)
    return LockEntry(
        id=was.id,
        kind=face.kind,
        package=_package(spot.path),
        path=spot.path,
        place=spot.place,
        source=spot.source,
        anchor=spot.anchor,
        nth=spot.nth,
        slot=face.slot,
        question=question,
        answer=face.answer,
        gone=tuple(gone.items()),
        line=was.line,
        changed=was.changed,
        digest=was.digest,
        deck=was.deck,
        shown=was.shown,
        past=was.past,
        in_anki=was.in_anki,
        shipped=was.shipped,
    )


def _with_numbers(face: Face, was: LockEntry) -> str:
    """The question with the cloze numbers of the lock."""
    if face.kind == "qa" or face.question == was.question:
        return face.question
    return renumbered(face.question, was.question, dict(was.gone))


def _fate(was: LockEntry | None, entry: LockEntry) -> Fate:
    if was is None:
        return "new"
    if was.retired:
        return "returned"
    if (was.kind, was.question, was.answer) != (entry.kind, entry.question, entry.answer):
        return "reworded"
    return "same" if (was.path, was.place) == (entry.path, entry.place) else "moved"
