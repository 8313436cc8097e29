"""Spots: the bullets of this build and of the last one, in one form, so that they can be paired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from flashcards.identity.likeness import squeezed
from flashcards.lock import LockEntry
from flashcards.model import Bullet, Draft, Kind

Place = tuple[str, ...]

_PARENTS = 3
"""How many parents tell a place: deeper ones would make a lock grow with the square of nesting."""
_CLIP = 80
"""Characters of a heading or parent that tell a place."""


@dataclass(slots=True, eq=False)
class Face:
    """A card of a bullet, as it is compared."""

    kind: Kind
    question: str
    answer: str
    slot: int
    key: int
    """Its number among all drafts, or its index among the lock's entries."""


@dataclass(slots=True, eq=False)
class Spot:
    """A bullet with cards, of this build or of the last one."""

    path: str
    place: Place
    source: str
    """Its first line as written."""
    anchor: str
    order: tuple[int, int]
    """Sorts the spots of one path; for an old one it is only a guess."""
    faces: list[Face] = field(default_factory=list)
    nth: int = 0

    @property
    def text(self) -> str:
        """The same with single spaces: the columns of a table are padded anew at each edit."""
        return squeezed(self.source)


def spots_of(drafts: Sequence[Draft], first: int = 0) -> list[Spot]:
    """The bullets that these drafts come from, with their drafts as faces. The drafts of a bullet
    stand in their order; `first` is the number of the first one among all."""
    spots: dict[int, Spot] = {}
    places: dict[tuple[int, int], Place] = {}
    for number, draft in enumerate(drafts, first):
        bullet = draft.bullet
        spot = spots.get(id(bullet))
        if spot is None:
            key = id(bullet.headings), id(bullet.parent)
            place = places.get(key)
            if place is None:
                place = places[key] = place_of(bullet)
            span = bullet.span
            spot = spots[id(bullet)] = Spot(
                span.path, place, bullet.source, bullet.anchor, (span.line, span.column)
            )
        reading = draft.reading
        slot = len(spot.faces)
        spot.faces.append(Face(reading.kind, reading.question, reading.answer, slot, number))
    return list(spots.values())


def in_order(spots: Iterable[Spot]) -> list[Spot]:
    """The bullets of this build by path and order, each knowing which of its twins it is."""
    ordered = sorted(spots, key=_sorting)
    _count_twins(ordered)
    return ordered


def _sorting(spot: Spot) -> tuple[object, ...]:
    face = spot.faces[0]
    return spot.path, spot.order, spot.source, spot.place, face.question, face.answer


def _count_twins(spots: Iterable[Spot]) -> None:
    seen: dict[tuple[str, Place, str], int] = {}
    for spot in spots:
        key = spot.path, spot.place, spot.source
        spot.nth = seen.get(key, 0)
        seen[key] = spot.nth + 1


def old_spots(entries: Sequence[LockEntry], chosen: Iterable[int]) -> list[Spot]:
    """The bullets that these entries came from, by path and guessed order; `chosen` are indexes
    of `entries`."""
    spots: dict[tuple[str, Place, str, int, str], Spot] = {}
    for index in chosen:
        entry = entries[index]
        key = entry.path, entry.place, entry.source, entry.nth, entry.anchor
        spot = spots.get(key)
        if spot is None:
            order = (entry.line, entry.nth)
            spot = spots[key] = Spot(entry.path, entry.place, entry.source, entry.anchor, order)
            spot.nth = entry.nth
        spot.faces.append(Face(entry.kind, entry.question, entry.answer, entry.slot, index))
    for spot in spots.values():
        spot.faces.sort(key=lambda face: (face.slot, face.key))
    return sorted(spots.values(), key=lambda spot: (spot.path, spot.order, spot.place, spot.source))


def place_of(bullet: Bullet) -> Place:
    """The headings above a bullet and its nearest parents, outermost first, shortened."""
    headings = [heading.text[:_CLIP] for heading in bullet.headings]
    parents: list[str] = []
    above = bullet.parent
    while above is not None and len(parents) < _PARENTS:
        parents.append(above.text[:_CLIP])
        above = above.parent
    return (*headings, *reversed(parents))
