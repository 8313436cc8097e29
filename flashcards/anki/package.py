"""Packages: cards as bytes that Anki imports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flashcards.anki.guid import guid
from flashcards.anki.notes import fields_of, tags_of
from flashcards.model import Card, Kind
from flashcards.problems import Problem, Refused


@dataclass(frozen=True, slots=True)
class Row:
    """A note as Anki's database holds it, and the numbers of its cards, counted from 0."""

    guid: str
    kind: Kind
    changed: int
    tags: str
    fields: str
    deck: str
    ords: tuple[int, ...]


def package_bytes(
    cards: Sequence[Card], read: Callable[[str], bytes | None] = lambda path: None
) -> bytes:
    """The package that holds these cards, in this order; the same cards give the same bytes.

    `read` gives the bytes of a file that a card shows, by its path. Refused if such a file is gone,
    if two cards would be one note in Anki, or a cloze has no gap: Anki would import the first twice
    and the second not at all, and say nothing.
    """
    from flashcards.anki.writing import package

    rows, problems, seen = [], [], set[str]()
    for card in cards:
        row = row_of(card)
        if not row.ords:
            problems.append(Problem(f"{card.id} is a cloze without a gap", card.span, _GAP))
        elif row.guid in seen:
            problems.append(Problem(f"two cards have the id {card.id}", card.span))
        seen.add(row.guid)
        rows.append(row)
    files = {file.name: file for card in cards for file in card.media if file.name}
    media = {name: read(file.path) for name, file in sorted(files.items())}
    for name, data in media.items():
        if data is None:
            gone = files[name]
            problems.append(Problem(f"{gone.path} is gone since it was found", gone.media.span))
    if problems:
        raise Refused(*problems)
    return package(rows, {name: data for name, data in media.items() if data is not None})


_GAP = "hide words in its question like this: {{c1::words}}"


def row_of(card: Card) -> Row:
    """The row of a card's note."""
    fields, ords = fields_of(card)
    return Row(
        guid=guid(card.id, card.kind),
        kind=card.kind,
        changed=card.changed,
        tags=f" {' '.join(tags_of(card))} ",
        fields="\x1f".join(fields),
        deck=card.deck,
        ords=ords,
    )
