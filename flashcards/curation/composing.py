"""What an entry of the file is to hold, made from a card and from what its owner wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flashcards.curation.entries import TEXTS
from flashcards.curation.reading import KEYS
from flashcards.curation.scalars import Value
from flashcards.model import Card

Held = dict[str, Any]
"""An entry as data, its keys in the order in which they are written."""


def texts_of(card: Card) -> dict[str, str]:
    """A card's texts under the keys of an entry, those that it has none of left empty."""
    asked = {"text": card.question}
    if card.kind == "qa":
        asked = {"question": card.question, "answer": card.answer}
    return {**asked, "context": card.context, "extra": card.extra, "hint": card.hint}


def was_of(draft: Card) -> dict[str, str]:
    """The draft, as a tune remembers it."""
    return {key: text for key, text in texts_of(draft).items() if key in KEYS["was"]}


def tune_of(draft: Card, before: Mapping[str, Value], texts: Mapping[str, str]) -> Held:
    """A tune with these texts in place of those it had; empty if it would change nothing.

    `before` is the entry as it stands, whose kind and tags stay. Where it says neither what is
    asked nor what is answered, it need not remember the draft: it goes with any words.
    """
    said = texts_of(draft)
    kept = {key: text for key, text in texts.items() if text != said.get(key, "")}
    rest = {key: before[key] for key in ("kind", "tags") if key in before}
    made = in_order({**kept, **rest}, "tune")
    return {**made, "was": was_of(draft)} if made.keys() & {*KEYS["was"], "kind"} else made


def retagged(before: Value | None, more: Sequence[str], less: Sequence[str]) -> Held:
    """The tags of a tune with some more to add and some more to remove."""
    known: Mapping[str, Any] = (
        before if isinstance(before, Mapping) else {"add": before} if before else {}
    )
    adds, removes = _tags(known.get("add", [])), _tags(known.get("remove", []))
    found = {
        "add": [tag for tag in dict.fromkeys([*adds, *more]) if tag not in less],
        "remove": [tag for tag in dict.fromkeys([*removes, *less]) if tag not in more],
    }
    return {key: tags for key, tags in found.items() if tags}


def _tags(held: Value) -> list[str]:
    return held.split() if isinstance(held, str) else [str(tag) for tag in held]


def pin_of(card: Card, deck: str) -> Held:
    """A pin that holds all of a card; its deck only if it is not the one named."""
    made: Held = {key: text for key, text in texts_of(card).items() if text}
    if card.deck != deck:
        made["deck"] = card.deck
    return {**made, "tags": list(card.tags)}


def split_of(draft: Card, parts: Sequence[Mapping[str, str]]) -> Held:
    """A split into these cards; all but the first get an id of their own, where they have none."""
    named = [
        {"id": f"{draft.id}-{number}", **part} if number > 1 else dict(part)
        for number, part in enumerate(parts, start=1)
    ]
    return {"was": was_of(draft), "cards": [in_order(part, "part") for part in named]}


def in_order(held: Mapping[str, Value], of: str) -> Held:
    """An entry's fields in the order in which they are written."""
    return {key: held[key] for key in KEYS[of] if key in held}


def filled_in(before: Mapping[str, Value], texts: Mapping[str, str], of: str) -> Held:
    """An added card, or one of a split, with other texts; what is empty is left out."""
    rest = {key: held for key, held in before.items() if key not in TEXTS}
    kept = {key: text for key, text in texts.items() if text}
    return in_order({**rest, **kept}, of)
