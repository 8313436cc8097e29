"""The curation that ships with the notes: each kind of entry, and none of them in vain."""

from __future__ import annotations

from pathlib import Path

from flashcards.build import Built, build
from flashcards.curation.entries import SECTIONS, Defaults
from flashcards.sources import Sources

ROOT = Path(__file__).parents[3]
NOTES, DECK = "notes/mlsys-2020.md", "decks/mlsys-2020.yaml"


def built() -> Built:
    text = {path: (ROOT / path).read_text(encoding="utf-8") for path in (NOTES, DECK)}
    return build(Sources({NOTES: text[NOTES]}, {DECK: text[DECK]}), 1000)


def test_nothing_in_it_is_wrong_or_stale() -> None:
    assert built().problems == ()


def test_it_shows_each_kind_of_entry() -> None:
    (curation,) = built().curations.values()
    assert curation.defaults != Defaults()
    assert all(getattr(curation, section) for section in SECTIONS)


def test_each_kind_of_entry_has_its_effect() -> None:
    ships = built()
    (curation,) = ships.curations.values()
    marks = {card.id: card.curated for card in ships.cards}
    assert {marks[one] for one in curation.tune} == {"tuned"}
    assert {marks[one] for one in curation.add} == {"added"}
    assert {marks[one] for one in curation.pin} == {"pinned"}
    parts = {part.id for split in curation.split.values() for part in split.parts}
    assert {marks[one] for one in parts} == {"split"}
    assert not set(curation.drop) & set(marks)
    assert {card.deck for card in ships.cards} == {curation.defaults.deck}
