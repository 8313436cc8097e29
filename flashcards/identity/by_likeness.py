"""Bullets with other words: reworded, grown, or edited while their file was renamed or split."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain

from flashcards.identity.assignment import best_first
from flashcards.identity.candidates import Scored, alike, beginnings
from flashcards.identity.evidence import Drift, Pair, content
from flashcards.identity.likeness import label, likeness, normal, shared_words
from flashcards.identity.pairing import Key, Pairing
from flashcards.identity.spots import Place, Spot

SURE, FAIR, WEAK = 0.85, 0.75, 0.6
"""Likeness that is enough in another file, in the same file, and in the same place."""
LEAST = 0.45
"""Likeness that bullets with the same label need."""
HALF = 0.5
"""Share of their telling words that bullets have in common whose likeness is weak."""
TELLING = 20
"""Characters from which on a text can be found by its likeness in another file."""


def pair_by_likeness(pairing: Pairing) -> None:
    """Pair bullets whose words changed, from the surest to the least."""
    _restyled(pairing, _path)
    pairing.take(best(within(pairing, FAIR, _path)))
    pairing.take(best(beginnings(pairing.old, pairing.new, _path)))
    if pairing.done:
        return
    drift = pairing.drift()
    _restyled(pairing, drift.home)
    expected = within(pairing, FAIR, drift.home)
    pairing.take(best(chain(expected, _elsewhere(pairing))))
    pairing.take(best(beginnings(pairing.old, pairing.new, drift.home)))
    _by_label(pairing, drift)
    weak = within(pairing, WEAK, drift.home)
    pairing.take(best(pair for pair in weak if _weighs_enough(pair, drift)))


def pair_returning(pairing: Pairing) -> None:
    """Pair retired bullets with those that are back in the same file in other words: they made no
    card for a while."""
    _restyled(pairing, _path)
    pairing.take(best(within(pairing, FAIR, _path)))
    pairing.take(best(beginnings(pairing.old, pairing.new, _path)))


def _path(spot: Spot) -> str:
    return spot.path


def _restyled(pairing: Pairing, home: Callable[[Spot], str]) -> None:
    """The same but for case, spaces, emphasis, quotes, anchors and the like."""
    words = _Once(normal)

    def at_place(spot: Spot, path: str) -> Hashable:
        return path, spot.place, words(spot)

    def in_file(spot: Spot, path: str) -> Hashable:
        return path, words(spot)

    for key in (at_place, in_file):
        pairing.take(
            pairing.alone(lambda spot: key(spot, spot.path), lambda spot: key(spot, home(spot)))  # noqa: B023
        )


class _Once:
    """A form of each bullet's text, made once."""

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form
        self._known: dict[int, str] = {}

    def __call__(self, spot: Spot) -> str:
        known = self._known.get(id(spot))
        if known is None:
            known = self._known[id(spot)] = self._form(spot.text)
        return known


def within(pairing: Pairing, least: float, home: Key) -> Iterator[Scored]:
    """Pairs with at least this likeness of which the new one is where the old one belongs."""
    for old, new in pairing.groups(_path, home):
        yield from alike(old, new, least)


def _elsewhere(pairing: Pairing) -> Iterator[Scored]:
    long_old = [spot for spot in pairing.old if len(spot.text) >= TELLING]
    long_new = [spot for spot in pairing.new if len(spot.text) >= TELLING]
    yield from alike(long_old, long_new, SURE)


def _by_label(pairing: Pairing, drift: Drift) -> None:
    """The same label, which no other in its place or file has, before other words."""
    labels = _Once(label)

    def there(spot: Spot, *where: str | Place) -> Hashable:
        return (*where, labels(spot)) if labels(spot) else None

    def at_place(spot: Spot) -> Hashable:
        return there(spot, spot.path, spot.place)

    def in_file(spot: Spot) -> Hashable:
        return there(spot, spot.path)

    for new_key, old_key in (
        (at_place, lambda spot: there(spot, drift.home(spot), spot.place)),
        (at_place, lambda spot: there(spot, *(drift.went(spot) or ()))),
        (in_file, lambda spot: there(spot, drift.home(spot))),
    ):
        pairing.take(
            (old, new)
            for old, new in pairing.alone(new_key, old_key)
            if likeness(old.text, new.text) >= LEAST
            or (new_key is at_place and _grown_label(old, new, labels))
        )


def _grown_label(old: Spot, new: Spot, labels: Callable[[Spot], str]) -> bool:
    """Whether one of them is nothing but the label of the other."""
    return any(normal(spot.text) == labels(spot) for spot in (old, new))


def _weighs_enough(pair: Scored, drift: Drift) -> bool:
    _, old, new = pair
    return drift.of_place(old, new) >= WEAK and shared_words(old.text, new.text) >= HALF


def best(pairs: Iterable[Scored]) -> list[Pair]:
    """Taken by likeness; where that is equal, the same place and the same cards come first."""
    return best_first(
        ((round(score, 3), old.place == new.place, content(old, new)), old, new)
        for score, old, new in pairs
    )
