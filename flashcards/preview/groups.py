"""Cards by note, session and talk, in the order in which one reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flashcards.model import Card, Heading, Note


@dataclass(frozen=True, slots=True)
class Group:
    """Cards below the same headings."""

    title: str
    """The note's title, or the deck of cards that stand in no note."""
    path: str
    """The note; empty for cards that stand in none."""
    headings: tuple[str, ...] = ()
    """From the outermost; without the title."""
    cards: list[Card] = field(default_factory=list)


def grouped(cards: Sequence[Card], notes: Sequence[Note]) -> list[Group]:
    """The cards in groups.

    A card that no bullet makes stands with those that share its first tag, which is that of its
    session; else with others of its deck.
    """
    groups: dict[tuple[str, ...], Group] = {}
    by_tag: dict[tuple[str, str], Group] = {}
    chains = _chains(notes)
    titles = {note.path: note.title for note in notes}
    without: list[Card] = []
    for card in cards:
        path = card.span.path
        headings = chains.get((path, card.span.line))
        if headings is None:
            without.append(card)
            continue
        names = tuple(heading.text for heading in headings)
        names = names[1:] if names[:1] == (titles[path],) else names
        group = groups.setdefault((path, *names), Group(titles[path], path, names))
        group.cards.append(card)
        by_tag.setdefault((card.package, card.tags[0]), group)
    for card in without:
        known = by_tag.get((card.package, card.tags[0])) if card.tags else None
        group = known or groups.setdefault(("", card.deck), Group(card.deck, ""))
        group.cards.append(card)
    return list(groups.values())


def _chains(notes: Sequence[Note]) -> dict[tuple[str, int], tuple[Heading, ...]]:
    """The headings above each line at which a bullet begins."""
    return {
        (bullet.span.path, bullet.span.line): bullet.headings
        for note in notes
        for bullet in note.bullets
    }
