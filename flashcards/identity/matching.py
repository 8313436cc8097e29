"""Matching: which bullet of this build is which one of the last, from the surest to the least."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from flashcards.identity.assignment import assign, best_first
from flashcards.identity.candidates import Scored, alike, beginnings
from flashcards.identity.evidence import Drift, Pair, content
from flashcards.identity.likeness import label, normal
from flashcards.identity.spots import Spot

LABEL = 12
"""Texts shorter than this are in many places: alone they say nothing about where one went."""
SURE, FAIR, WEAK = 0.85, 0.75, 0.6
"""Likeness that is enough in another file, in the same file, and in the same place."""
LEAST = 0.45
"""Likeness that bullets with the same label need."""
NEAR = 4 / 3
"""Evidence of file and place that lets a label move: the same place in a file of the same name."""

Key = Callable[[Spot], Hashable]
Group = tuple[list[Spot], list[Spot]]


class Matching:
    """The pairs so far, and the bullets of both sides that have none yet."""

    def __init__(self, old: Sequence[Spot], new: Sequence[Spot]) -> None:
        self.old, self.new = list(old), list(new)
        self.pairs: list[Pair] = []

    def take(self, pairs: Iterable[Pair]) -> None:
        """Set pairs; each bullet must be in one only."""
        found = list(pairs)
        if found:
            taken = {id(spot) for pair in found for spot in pair}
            self.pairs += found
            self.old = [spot for spot in self.old if id(spot) not in taken]
            self.new = [spot for spot in self.new if id(spot) not in taken]

    def groups(self, new_key: Key, old_key: Key | None = None) -> Iterator[Group]:
        """The bullets of both sides that share a key; `None` is shared with nobody."""
        if not self.old or not self.new:
            return
        new: dict[Hashable, list[Spot]] = defaultdict(list)
        for spot in self.new:
            new[new_key(spot)].append(spot)
        new.pop(None, None)
        old: dict[Hashable, list[Spot]] = defaultdict(list)
        for spot in self.old:
            if (key := (old_key or new_key)(spot)) in new:
                old[key].append(spot)
        for key, spots in old.items():
            yield spots, new[key]

    def alone(self, new_key: Key, old_key: Key | None = None) -> list[Pair]:
        """Pairs of bullets whose key nobody else has."""
        groups = self.groups(new_key, old_key)
        return [(old[0], new[0]) for old, new in groups if len(old) == len(new) == 1]


def match(live: Sequence[Spot], retired: Sequence[Spot], new: Sequence[Spot]) -> list[Pair]:
    """Pairs of old and new bullets, each bullet in one pair at most.

    Bullets that retired come back with their text before another one counts as reworded.
    """
    state = Matching(live, new)
    state.take(state.alone(lambda spot: spot.anchor or None))
    _by_text(state)
    returning = Matching(retired, state.new)
    returning.take(returning.alone(lambda spot: spot.anchor or None))
    _by_text(returning)
    state.new = returning.new
    _by_likeness(state)
    returning.new = state.new
    returning.take(_best(_within(returning, _path, FAIR)))
    return state.pairs + returning.pairs


def _path(spot: Spot) -> str:
    return spot.path


def _by_text(state: Matching) -> None:
    """The same words: at the same place, in the same file, elsewhere."""
    _settle(state, lambda spot: (spot.path, spot.place, spot.source), _twins)
    state.take(state.alone(lambda spot: (spot.path, spot.source)))
    state.take(state.alone(lambda spot: spot.source if len(spot.source) >= LABEL else None))
    if not state.old or not state.new:
        return
    state.take(state.alone(_place_and_text))
    state.take(state.alone(lambda spot: (_name(spot), spot.place, spot.source)))
    drift = Drift(state.pairs)
    _settle(
        state,
        lambda spot: (spot.path, spot.place, spot.source),
        drift.weigh,
        lambda spot: (*(drift.went(spot) or ("", ())), spot.source),
    )
    _settle(state, lambda spot: (spot.path, spot.source), drift.weigh)
    _settle(state, lambda spot: spot.source if len(spot.source) >= LABEL else None, drift.weigh)
    pairs = [pair for group in state.groups(lambda spot: spot.source)
             for pair in assign(*group, drift.weigh)]  # fmt: skip
    state.take(pair for pair in pairs if drift.around(*pair) >= NEAR)


def _name(spot: Spot) -> str:
    return spot.path.rpartition("/")[2]


def _place_and_text(spot: Spot) -> Hashable:
    """A label whose headings make it long enough to be found by."""
    telling = len(spot.source) + sum(map(len, spot.place)) >= LABEL
    return (spot.place, spot.source) if telling else None


def _settle(
    state: Matching,
    new_key: Key,
    score: Callable[[Spot, Spot], float],
    old_key: Key | None = None,
) -> None:
    """Pair as many as there can be of those that share a key."""
    pairs: list[Pair] = []
    for old, new in state.groups(new_key, old_key):
        if len(old) == len(new) == 1:
            pairs.append((old[0], new[0]))
        else:
            pairs += assign(old, new, score)
    state.take(pairs)


def _twins(old: Spot, new: Spot) -> float:
    """Bullets with the same text at the same place differ in their cards and their order."""
    return content(old, new) + 0.1 / (1 + abs(old.nth - new.nth))


def _by_likeness(state: Matching) -> None:
    """Other words: reworded in the file, grown, reworded and moved at once, reworded much."""
    state.take(state.alone(lambda spot: (spot.path, normal(spot.source))))
    state.take(_best(_within(state, _path, FAIR)))
    state.take(_best(beginnings(state.old, state.new, same_file=True)))
    if not state.old or not state.new:
        return
    drift = Drift(state.pairs)
    state.take(_best(_elsewhere(state, drift)))
    _by_label(state)
    weak = _within(state, _path, WEAK)
    state.take(_best(pair for pair in weak if drift.of_place(*pair[1:]) >= WEAK))


def _within(state: Matching, key: Key, least: float) -> Iterator[Scored]:
    for old, new in state.groups(key):
        yield from alike(old, new, least)


def _elsewhere(state: Matching, drift: Drift) -> Iterator[Scored]:
    """Alike in another file: less is enough where others went the same way."""
    long_old = [spot for spot in state.old if len(spot.source) >= 20]
    long_new = [spot for spot in state.new if len(spot.source) >= 20]
    for score, old, new in alike(long_old, long_new, FAIR):
        if score >= SURE or drift.of_path(old, new) >= 1 / 3:
            yield score, old, new
    for score, old, new in beginnings(state.old, state.new, same_file=False):
        if drift.of_path(old, new) >= 1 / 3:
            yield score, old, new


def _by_label(state: Matching) -> None:
    """The same label, which no other in its place or file has, before other words."""
    labels = {id(spot): label(spot.source) for spot in [*state.old, *state.new]}
    for with_place in (True, False):
        pairs = state.alone(
            lambda spot: (
                (spot.path, spot.place if with_place else (), labels[id(spot)])  # noqa: B023
                if labels[id(spot)]
                else None
            )
        )
        like = (pair for old, new in pairs for pair in alike([old], [new], LEAST))
        state.take(_best(like))


def _best(pairs: Iterable[Scored]) -> list[Pair]:
    """Taken by likeness; where that is equal, the same place and the same cards come first."""
    return best_first(
        ((round(score, 3), old.place == new.place, content(old, new)), old, new)
        for score, old, new in pairs
    )
