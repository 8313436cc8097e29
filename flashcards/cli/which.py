"""Which card the user means: an id, the beginning or the end of one, or a place in a note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from flashcards.model import Card
from flashcards.problems import Problem, Refused, did_you_mean
from flashcards.workspace import nearest_note

_PLACE = re.compile(r"(.+?):(\d+)(?::\d+)?")


def place(name: str, paths: Sequence[str]) -> tuple[str, int] | None:
    """The note and the line of `notes/x.md:12`, `x.md:12` or `x:12`; None if it is no place."""
    found = _PLACE.fullmatch(name)
    if not found:
        return None
    path = nearest_note(found[1], paths)
    if path not in paths:
        full = paths if path.startswith("notes/") else [one.removeprefix("notes/") for one in paths]
        raise Refused(Problem(f"no note {found[1]}", hint=did_you_mean(path, full)))
    return path, int(found[2])


def cards_at(name: str, cards: Sequence[Card], paths: Sequence[str]) -> list[Card]:
    """The cards that a place or an id means. Refused if it means none."""
    where = place(name, paths)
    if where:
        found = [card for card in cards if (card.span.path, card.span.line) == where]
        if not found:
            hint = f"flashcards explain {name} says why"
            raise Refused(Problem(f"no card at {name}", hint=hint))
        return found
    wanted = one_id(name, [card.id for card in cards])
    return [card for card in cards if card.id == wanted]


def one_card(name: str, cards: Sequence[Card], paths: Sequence[str]) -> Card:
    """The one card that a place or an id means. Refused if there are several."""
    found = cards_at(name, cards, paths)
    if len(found) > 1:
        raise Refused(_ambiguous(name, [card.id for card in found]))
    return found[0]


def one_id(name: str, ids: Iterable[str]) -> str:
    """The id that is `name`, or the only one that begins or ends with it."""
    known = list(dict.fromkeys(ids))
    if name in known:
        return name
    found = [one for one in known if one.startswith(name)]
    found = found or [one for one in known if one.endswith(f"-{name}")]
    if len(found) > 1:
        raise Refused(_ambiguous(name, found))
    if not found:
        hint = did_you_mean(name, known) or "flashcards cards lists all ids"
        raise Refused(Problem(f'no card "{name}"', hint=hint))
    return found[0]


_MOST_NAMED = 8


def _ambiguous(name: str, ids: list[str]) -> Problem:
    more = ", …" if len(ids) > _MOST_NAMED else ""
    return Problem(
        f'"{name}" may be one of {len(ids)} cards', hint=", ".join(ids[:_MOST_NAMED]) + more
    )
