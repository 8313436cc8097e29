"""Matching: which bullet of this build is which one of the last, from the surest to the least."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.identity.by_likeness import FAIR, best, pair_by_likeness, within
from flashcards.identity.by_text import pair_by_text
from flashcards.identity.evidence import Pair
from flashcards.identity.pairing import Pairing
from flashcards.identity.spots import Spot


def match(live: Sequence[Spot], retired: Sequence[Spot], new: Sequence[Spot]) -> list[Pair]:
    """Pairs of old and new bullets, each bullet in one pair at most.

    Bullets that retired come back with their text before another one counts as reworded.
    """
    pairing = Pairing(live, new)
    _by_anchor(pairing)
    pair_by_text(pairing)
    returning = Pairing(retired, pairing.new)
    _by_anchor(returning)
    pair_by_text(returning)
    pairing.new = returning.new
    pair_by_likeness(pairing)
    returning.new = pairing.new
    returning.take(best(within(returning, FAIR, lambda spot: spot.path)))
    return pairing.pairs + returning.pairs


def _by_anchor(pairing: Pairing) -> None:
    """An id that the writer's own tools put there decides, unless a copy has it too."""
    pairing.take(pairing.alone(lambda spot: spot.anchor or None))
