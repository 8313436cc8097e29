"""The pipeline as a pure function: texts in, cards and the next lock out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from flashcards.build import Built, Sources, build, lint_cards, too_much_retires
from flashcards.changes import anki_search
from flashcards.lock import dump
from flashcards.model import Card, Span
from flashcards.pages import Page, Written, pages_of
from flashcards.problems import Refused

TERMS = {
    "Osmosis": "the movement of water through a membrane",
    "Ribosome": "a particle that builds proteins",
    "Cytosol": "the fluid inside a cell",
    "Vacuole": "a space in a cell that is filled with fluid",
    "Lysosome": "a bubble that digests what the cell no longer needs",
    "Chloroplast": "the part of a plant cell that makes sugar from light",
}


def note(*terms: str) -> str:
    return "# Cells\n\n" + "".join(f"- {term} :: {TERMS[term]}\n" for term in terms)


def run(notes: Mapping[str, str], before: Built | None = None, now: int = 1000) -> Built:
    lock = dump(before.lock) if before else b""
    return build(Sources(notes=dict(sorted(notes.items())), lock=lock), now)


def kinds(built: Built) -> list[tuple[str, str]]:
    return [(change.kind, change.id.rpartition("-")[0]) for change in built.changes]


def test_each_entry_of_notes_becomes_a_package() -> None:
    built = run({"notes/a.md": note("Osmosis"), "notes/b/c.md": note("Ribosome")})
    assert {name: len(cards) for name, cards in built.packages.items()} == {"a": 1, "b": 1}
    (card,) = built.packages["b"]
    assert (card.deck, card.question, card.changed) == ("B::C", "Ribosome", 1000)


def test_the_next_build_of_the_same_notes_changes_nothing() -> None:
    first = run({"notes/a.md": note(*TERMS)})
    second = run({"notes/a.md": note(*TERMS)}, first, now=2000)
    assert second.changes == ()
    assert dump(second.lock) == dump(first.lock)
    assert second.packages == first.packages


def test_only_what_changed_is_stamped() -> None:
    first = run({"notes/a.md": note("Osmosis", "Ribosome")})
    edited = note("Osmosis", "Ribosome").replace("builds", "assembles")
    second = run({"notes/a.md": edited}, first, now=2000)
    assert kinds(second) == [("reworded", "ribosome")]
    stamps = {card.question: card.changed for card in second.cards}
    assert stamps == {"Osmosis": 1000, "Ribosome": 2000}


def test_new_moved_retired_and_returned() -> None:
    first = run({"notes/a.md": note("Osmosis", "Ribosome"), "notes/b.md": note("Cytosol")})
    second = run({"notes/a.md": note("Osmosis"), "notes/b.md": note("Cytosol", "Vacuole")}, first)
    assert sorted(kinds(second)) == [
        ("new", "vacuole"),
        ("retired", "ribosome"),
    ]
    third = run({"notes/a.md": note("Osmosis", "Ribosome", "Cytosol")}, second)
    assert sorted(kinds(third)) == [
        ("moved", "cytosol"),
        ("retired", "vacuole"),
        ("returned", "ribosome"),
    ]


def test_a_shift_of_lines_is_no_change() -> None:
    first = run({"notes/a.md": note("Osmosis")})
    second = run({"notes/a.md": "\n\n" + note("Osmosis")}, first)
    assert second.changes == ()
    assert second.packages == first.packages
    assert second.cards[0].span.line == first.cards[0].span.line + 2


def test_front_matter_makes_no_cards_or_another_deck() -> None:
    silent = "---\nflashcards: false\n---\n" + note("Osmosis")
    elsewhere = "---\ndeck: Life::Small\ntags: [exam]\n---\n" + note("Ribosome")
    built = run({"notes/a.md": silent, "notes/b.md": elsewhere})
    (card,) = built.cards
    assert card.deck == "Life::Small"
    assert "exam" in card.tags


@pytest.mark.parametrize(("stay", "stops"), [(4, False), (3, True), (0, True)])
def test_more_than_a_third_is_asked_for(stay: int, stops: bool) -> None:
    first = run({"notes/a.md": note(*TERMS)})
    second = run({"notes/a.md": note(*list(TERMS)[:stay])}, first)
    assert bool(too_much_retires(second)) is stops


def test_a_short_note_may_be_rewritten_unasked() -> None:
    first = run({"notes/a.md": note("Osmosis", "Ribosome")})
    second = run({"notes/a.md": note("Cytosol")}, first)
    assert too_much_retires(second) == []


def test_a_note_that_cannot_be_read_retires_nothing() -> None:
    first = run({"notes/a.md": note(*TERMS), "notes/b.md": note("Osmosis")})
    sources = Sources(
        notes={"notes/b.md": note("Osmosis")},
        lock=dump(first.lock),
        unread=frozenset({"notes/a.md"}),
    )
    second = build(sources, 2000)
    assert second.held == {"a"}
    assert second.changes == ()
    assert dump(second.lock) == dump(first.lock)


def test_a_folder_that_cannot_be_read_retires_nothing() -> None:
    first = run({"notes/a/b/c.md": note(*TERMS), "notes/a/d.md": "# Empty\n"})
    sources = Sources(
        notes={"notes/a/d.md": "# Empty\n"}, lock=dump(first.lock), unread=frozenset({"notes/a/b"})
    )
    second = build(sources, 2000)
    assert second.held == {"a"}
    assert dump(second.lock) == dump(first.lock)


def test_a_broken_lock_is_refused() -> None:
    with pytest.raises(Refused, match="half done"):
        build(Sources(notes={"notes/a.md": note("Osmosis")}, lock=b"x\n<<<<<<< ours\n"), 1)


def test_the_order_of_files_does_not_matter() -> None:
    notes = {"notes/a.md": note("Osmosis"), "notes/b.md": note("Osmosis", "Ribosome")}
    backwards = dict(reversed(notes.items()))
    one, other = build(Sources(notes=notes), 1), build(Sources(notes=backwards), 1)
    assert dump(one.lock) == dump(other.lock)
    assert one.cards == other.cards


def test_the_notes_may_be_phrased_elsewhere() -> None:
    asked: list[str] = []

    def elsewhere(written: Sequence[Written]) -> Iterator[Page]:
        asked.extend(one.path for one in written)
        return pages_of(written)

    notes = {"notes/a.md": note("Osmosis"), "notes/b.md": ""}
    built = build(Sources(notes=notes), 1, pages_of=elsewhere)
    assert asked == ["notes/a.md", "notes/b.md"]
    assert [card.question for card in built.cards] == ["Osmosis"]


def test_flaws_of_cards_are_warnings_at_their_place() -> None:
    card = Card("x", "qa", "What is it?", "Water", "a", "A", Span("notes/a.md", 3), "it is water")
    problem, *_ = lint_cards([card])
    assert (problem.severity, problem.span) == ("warning", card.span)
    assert "flashcards tune x" in problem.hint
    assert lint_cards([replace(card, question="What fills the cytosol?")]) == []


def test_what_to_type_into_anki() -> None:
    assert anki_search(["b-2", "a-1"]) == '"Id:a-1" or "Id:b-2"'
