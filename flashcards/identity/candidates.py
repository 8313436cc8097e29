"""Candidates: bullets whose texts are alike, without comparing all with all where they are many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from flashcards.identity.likeness import COMPARED, begins, likeness, words
from flashcards.identity.spots import Spot

Scored = tuple[float, Spot, Spot]

CROWDED = 50_000
"""Pairs up to which all are compared with all; beyond, only those that share rare words."""
_RAREST = 4
"""How many of its rarest words a text is looked up by."""
_COMMON = 30
"""How many texts may share a word before it is too common to look up by."""
_BEGINNING = 20
"""Characters that a text must have to tell which one it begins."""


def alike(old: Sequence[Spot], new: Sequence[Spot], least: float) -> Iterator[Scored]:
    """Pairs with at least this likeness."""
    if len(old) * len(new) <= CROWDED:
        yield from _all(old, new, least)
        return
    for spot, few in _sharing_rare_words(old, new):
        yield from _all(few, [spot], least)


def _all(old: Sequence[Spot], new: Sequence[Spot], least: float) -> Iterator[Scored]:
    from rapidfuzz import process  # a first build compares nothing
    from rapidfuzz.distance import Indel

    texts = [spot.text[:COMPARED] for spot in old]
    for spot in new:
        found = process.extract(
            spot.text[:COMPARED],
            texts,
            scorer=Indel.normalized_similarity,
            score_cutoff=least,
            limit=None,
        )
        for _, score, index in sorted(found, key=lambda row: row[2]):
            yield score, old[index], spot


def _sharing_rare_words(
    old: Sequence[Spot], new: Sequence[Spot]
) -> Iterator[tuple[Spot, list[Spot]]]:
    having: dict[str, list[Spot]] = defaultdict(list)
    for spot in old:
        for word in words(spot.text):
            having[word].append(spot)
    for spot in new:
        known = [word for word in words(spot.text) if 0 < len(having.get(word, ())) <= _COMMON]
        rarest = sorted(known, key=lambda word: (len(having[word]), word))[:_RAREST]
        few = {id(found): found for word in rarest for found in having[word]}
        if few:
            yield spot, list(few.values())


def beginnings(
    old: Sequence[Spot], new: Sequence[Spot], home: Callable[[Spot], str]
) -> Iterator[Scored]:
    """Pairs of which one text begins the other and the new one is where the old one belongs."""
    having: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in old:
        if len(spot.text) >= _BEGINNING:
            having[home(spot), spot.text[:_BEGINNING]].append(spot)
    for spot in new:
        for other in having.get((spot.path, spot.text[:_BEGINNING]), ())[:_COMMON]:
            if begins(other.text, spot.text):
                yield likeness(other.text, spot.text), other, spot
