"""Bullets that kept their words: where they stood, elsewhere in the file, in another one."""

from __future__ import annotations

from collections.abc import Hashable

from flashcards.identity.assignment import assign
from flashcards.identity.evidence import Drift, content
from flashcards.identity.pairing import Pairing
from flashcards.identity.spots import Place, Spot

LABEL = 12
"""Texts shorter than this are in many places: alone they say nothing about where one went."""
NEAR = 4 / 3
"""Evidence of file and place that lets a label move: the same place in a file of the same name."""


def pair_by_text(pairing: Pairing) -> None:
    """Pair bullets with the same words, as many as there can be within a file."""
    pairing.settle(lambda spot: (spot.path, spot.place, spot.source), _twins)
    pairing.take(pairing.alone(lambda spot: (spot.path, spot.source)))
    pairing.take(pairing.alone(_long))
    if pairing.done:
        return
    _in_file(pairing, pairing.drift())
    pairing.take(pairing.alone(_place_and_text))
    pairing.take(pairing.alone(lambda spot: (_name(spot), spot.place, spot.source)))
    if pairing.done:
        return
    _elsewhere(pairing, pairing.drift())


def _in_file(pairing: Pairing, drift: Drift) -> None:
    """Where a file has a text several times: by the places where the neighbours went, then by
    the headings and parents nearest to the bullet, then as they fit best."""

    def went(spot: Spot) -> Hashable:
        there = drift.went(spot)
        return (*there, spot.source) if there and there[0] == spot.path else None

    pairing.settle(lambda spot: (spot.path, spot.place, spot.source), drift.weigh, went)
    for nearest in (slice(1, None), slice(-2, None), slice(-1, None), slice(0, -1)):
        key = _Part(nearest)
        pairing.settle(key, drift.weigh)
    pairing.settle(lambda spot: (spot.path, spot.source), drift.weigh)


class _Part:
    """Path, text and a part of the place, where there is one."""

    def __init__(self, part: slice) -> None:
        self._part = part

    def __call__(self, spot: Spot) -> Hashable:
        place: Place = spot.place[self._part]
        return (spot.path, place, spot.source) if place else None


def _elsewhere(pairing: Pairing, drift: Drift) -> None:
    def went(spot: Spot) -> Hashable:
        there = drift.went(spot)
        return (*there, spot.source) if there else None

    pairing.settle(lambda spot: (spot.path, spot.place, spot.source), drift.weigh, went)
    pairing.settle(_long, drift.weigh)
    groups = pairing.groups(lambda spot: spot.source)
    pairs = [pair for group in groups for pair in assign(*group, drift.weigh)]
    pairing.take(pair for pair in pairs if drift.around(*pair) >= NEAR)


def _long(spot: Spot) -> Hashable:
    return spot.source if len(spot.source) >= LABEL else None


def _name(spot: Spot) -> str:
    return spot.path.rpartition("/")[2]


def _place_and_text(spot: Spot) -> Hashable:
    """A label whose headings make it long enough to be found by."""
    telling = len(spot.source) + sum(map(len, spot.place)) >= LABEL
    return (spot.place, spot.source) if telling else None


def _twins(old: Spot, new: Spot) -> float:
    """Bullets with the same text at the same place differ in their cards and their order."""
    return content(old, new) + 0.1 / (1 + abs(old.nth - new.nth))
