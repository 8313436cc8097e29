"""Faces: the cards of one bullet, then and now, paired with each other."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterator, Sequence

from flashcards.identity.assignment import assign
from flashcards.identity.evidence import Drift
from flashcards.identity.likeness import likeness
from flashcards.identity.spots import Face, Spot

Pair = tuple[Face, Face]


def pair_faces(old: Sequence[Face], new: Sequence[Face], more: Sequence[Face] = ()) -> list[Pair]:
    """As many pairs as there can be: by question, then answer, then likeness, then order.

    `more` are old cards that are the new bullet's too, and stand behind the others where no
    question says which is which.
    """
    if len(old) == len(new) == 1 and not more:
        return [(old[0], new[0])]
    pairs: list[Pair] = []
    for key in (_whole, _question):
        pairs += _alone(_without(pairs, [*old, *more]), _without(pairs, new), key)
    for faces in (old, more):
        there, here = _without(pairs, faces), _without(pairs, new)
        if there and here:
            pairs += assign(there, here, _fit)
    return pairs


def _without(pairs: Sequence[Pair], faces: Sequence[Face]) -> list[Face]:
    return [face for face in faces if not any(face is one for pair in pairs for one in pair)]


def _whole(face: Face) -> Hashable:
    return face.question, face.answer, face.kind


def _question(face: Face) -> Hashable:
    return face.question, face.kind


def _alone(old: Sequence[Face], new: Sequence[Face], key: Callable[[Face], Hashable]) -> list[Pair]:
    """Those that share a key; several with one key in their order."""
    waiting: dict[Hashable, list[Face]] = {}
    for face in reversed(old):
        waiting.setdefault(key(face), []).append(face)
    return [(waiting[key(face)].pop(), face) for face in new if waiting.get(key(face))]


def _fit(old: Face, new: Face) -> float:
    return (
        4 * (old.question == new.question)
        + 2 * (old.answer == new.answer)
        + likeness(old.question, new.question)
        + likeness(old.answer, new.answer) / 2
        + (old.kind == new.kind) / 2
        + 0.1 / (1 + abs(old.slot - new.slot))
    )


def pair_leftovers(
    old: Sequence[tuple[Spot, Face]],
    new: Sequence[tuple[Spot, Face]],
    drift: Drift,
    least: float = 0.0,
) -> list[Pair]:
    """Cards whose bullets were not paired, or had more cards than their pair.

    First those of bullets with the same text in the same file, with at least this likeness of
    their questions; then those that ask and answer the same in the same file, or ask the same at
    the same place, or where its bullets went, and alone do so: half of a bullet that was split,
    one of two that became one, a label whose text was written anew.
    """
    pairs: list[Pair] = []

    def asked_where_it_went(spot: Spot, face: Face) -> Hashable:
        went = drift.went(spot)
        return (*went, face.question, face.kind) if went else None

    for new_key, old_key in (
        (_text_of, _text_of),
        (_words_of, _words_of),
        (_asked_there, _asked_there),
        (_asked_there, asked_where_it_went),
    ):
        paired = {id(face) for pair in pairs for face in pair}
        for there, here in _sharing(old, new, old_key, new_key, paired):
            if new_key is _text_of:
                found = pair_faces(there, here)
                pairs += [pair for pair in found if _question_likeness(*pair) >= least]
            elif len(there) == len(here) == 1:
                pairs.append((there[0], here[0]))
    return pairs


def _sharing(
    old: Sequence[tuple[Spot, Face]],
    new: Sequence[tuple[Spot, Face]],
    old_key: Callable[[Spot, Face], Hashable],
    new_key: Callable[[Spot, Face], Hashable],
    paired: Container[int],
) -> Iterator[tuple[list[Face], list[Face]]]:
    here: dict[Hashable, list[Face]] = {}
    for spot, face in new:
        if id(face) not in paired:
            here.setdefault(new_key(spot, face), []).append(face)
    there: dict[Hashable, list[Face]] = {}
    for spot, face in old:
        if id(face) not in paired and (wanted := old_key(spot, face)) in here:
            there.setdefault(wanted, []).append(face)
    for wanted, faces in there.items():
        yield faces, here[wanted]


def _text_of(spot: Spot, face: Face) -> Hashable:
    return spot.path, spot.source


def _words_of(spot: Spot, face: Face) -> Hashable:
    return spot.path, face.question, face.answer, face.kind


def _asked_there(spot: Spot, face: Face) -> Hashable:
    return spot.path, spot.place, face.question, face.kind


def _question_likeness(old: Face, new: Face) -> float:
    return 1.0 if old.answer == new.answer else likeness(old.question, new.question)
