"""Matching: which bullet of this build is which one of the last, from the surest to the least."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.identity.by_likeness import pair_by_likeness, pair_returning
from flashcards.identity.by_text import pair_by_text
from flashcards.identity.evidence import Pair
from flashcards.identity.pairing import Pairing
from flashcards.identity.spots import Spot


def match(live: Sequence[Spot], retired: Sequence[Spot], new: Sequence[Spot]) -> list[Pair]:
    """Pairs of old and new bullets, those of live ones first.

    Bullets that retired come back with their text before another one counts as reworded. One that
    comes back with more cards than had retired is in a second pair, where a live bullet is its
    likeness: an edit that was taken back.
    """
    pairing = Pairing(live, new)
    _by_anchor(pairing)
    pair_by_text(pairing)
    returning = Pairing(retired, pairing.new)
    _by_anchor(returning)
    pair_by_text(returning)
    richer = [now for then, now in returning.pairs if len(now.faces) > len(then.faces)]
    pairing.new = returning.new + richer
    pair_by_likeness(pairing)
    paired = {id(now) for _, now in pairing.pairs}
    returning.new = [spot for spot in returning.new if id(spot) not in paired]
    pair_returning(returning)
    return pairing.pairs + returning.pairs


def _by_anchor(pairing: Pairing) -> None:
    """An id that the writer's own tools put there decides, unless a copy has it too."""
    pairing.take(pairing.alone(lambda spot: spot.anchor or None))
