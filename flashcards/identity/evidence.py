"""Evidence: what else than its text says that a bullet is one of the last build."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable
from typing import TypeVar

from flashcards.identity.likeness import likeness
from flashcards.identity.spots import Place, Spot

Pair = tuple[Spot, Spot]
T = TypeVar("T", bound=Hashable)


class Drift:
    """Where the bullets of a file, and of a place, went: what sure pairs say of unsure ones."""

    def __init__(self, sure: Iterable[Pair], of: Collection[str]) -> None:
        """`of` are the paths of the old bullets that will be asked about."""
        self._paths: dict[str, Counter[str]] = defaultdict(Counter)
        self._places: dict[tuple[str, Place], Counter[tuple[str, Place]]] = defaultdict(Counter)
        for old, new in sure:
            if old.path in of:
                self._paths[old.path][new.path] += 1
                self._vote(old, new)

    def _vote(self, old: Spot, new: Spot) -> None:
        """One vote for the place, and for each place above that the two have in common."""
        then, now = old.place, new.place
        self._places[old.path, then][new.path, now] += 1
        while then and now and then[-1] == now[-1]:
            then, now = then[:-1], now[:-1]
            self._places[old.path, then][new.path, now] += 1

    def went(self, spot: Spot) -> tuple[str, Place] | None:
        """Path and place where most of an old bullet's neighbours are now; where it has none, as
        seen from the nearest place above that has."""
        for end in range(len(spot.place), -1, -1):
            votes = self._places.get((spot.path, spot.place[:end]))
            if votes:
                path, place = max(votes, key=lambda place: (votes[place], place))
                return path, place + spot.place[end:]
        return None

    def home(self, spot: Spot) -> str:
        """The file where an old bullet is to be expected."""
        went = self.went(spot)
        if went:
            return went[0]
        votes = self._paths.get(spot.path)
        return max(votes, key=lambda path: (votes[path], path)) if votes else spot.path

    def of_path(self, old: Spot, new: Spot) -> float:
        """From 0 to 1: the same file, or how many others went the same way, or just its name."""
        if old.path == new.path:
            return 1.0
        named_alike = old.path.rpartition("/")[2] == new.path.rpartition("/")[2]
        return max(_share(self._paths.get(old.path), new.path), named_alike / 3)

    def of_place(self, old: Spot, new: Spot) -> float:
        """From 0 to 1: the same headings and parents, or how many others went the same way, or
        how alike they are."""
        if old.place == new.place:
            return 1.0
        went = _share(self._places.get((old.path, old.place)), (new.path, new.place))
        return max(went, likeness(" > ".join(old.place), " > ".join(new.place)) * 2 / 3)

    def around(self, old: Spot, new: Spot) -> float:
        """From 0 to 2: file and place together."""
        return self.of_path(old, new) + self.of_place(old, new)

    def weigh(self, old: Spot, new: Spot) -> float:
        """All of it together, and the cards, for bullets with equal texts."""
        return 3 * self.around(old, new) + content(old, new)


def _share(votes: Counter[T] | None, new: T) -> float:
    return votes[new] / votes.total() if votes else 0.0


def content(old: Spot, new: Spot) -> float:
    """How many of the cards' questions and answers are the same, from 0 to 2."""
    most = max(len(old.faces), len(new.faces))
    questions = {f.question for f in old.faces} & {f.question for f in new.faces}
    answers = {f.answer for f in old.faces} & {f.answer for f in new.faces}
    return (len(questions) + len(answers)) / most
