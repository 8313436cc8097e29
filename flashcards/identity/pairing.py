"""Pairing: the pairs of bullets that are settled, and those of both builds that have none yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from flashcards.identity.assignment import assign
from flashcards.identity.evidence import Drift, Pair
from flashcards.identity.spots import Spot

Key = Callable[[Spot], Hashable]
Group = tuple[list[Spot], list[Spot]]


class Pairing:
    """The pairs so far, and the bullets of both sides that have none yet."""

    def __init__(self, old: Sequence[Spot], new: Sequence[Spot]) -> None:
        self.old, self.new = list(old), list(new)
        self.pairs: list[Pair] = []

    @property
    def done(self) -> bool:
        """Whether a side has none left."""
        return not self.old or not self.new

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
        if self.done:
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

    def settle(
        self,
        new_key: Key,
        score: Callable[[Spot, Spot], float],
        old_key: Key | None = None,
    ) -> None:
        """Pair as many as there can be of those that share a key, so that the whole fits best."""
        pairs: list[Pair] = []
        for old, new in self.groups(new_key, old_key):
            if len(old) == len(new) == 1:
                pairs.append((old[0], new[0]))
            else:
                pairs += assign(old, new, score)
        self.take(pairs)

    def drift(self) -> Drift:
        """What the pairs so far say of those that are left."""
        return Drift(self.pairs, {spot.path for spot in self.old})
