"""Emphasis and links of a note, as they come onto its cards."""

from __future__ import annotations

import pytest

from flashcards.anki.notes import fields_of
from flashcards.build import build
from flashcards.sources import Sources


def shown(note: str) -> list[str]:
    """Question and answer of the one card that a note makes."""
    (card,) = build(Sources({"notes/x.md": note}), 1).cards
    return fields_of(card)[0][:2]


@pytest.mark.parametrize(
    ("note", "question", "answer"),
    [
        (
            "- Photon :: a **quantum** of *light*",
            "Photon",
            "a <strong>quantum</strong> of <em>light</em>",
        ),
        ("- *Which* law? :: Snell's", "<em>Which</em> law?", "Snell's"),
        (
            "- Photon :: a quantum of [light](https://x.example/a)",
            "Photon",
            'a quantum of <a href="https://x.example/a">light</a>',
        ),
        ("- Photon :: a quantum of [light](javascript:x)", "Photon", "a quantum of light"),
        (
            "- Photon :: a quantum of [light](light.md) and [[Waves]]",
            "Photon",
            "a quantum of light and Waves",
        ),
        (
            "- **Osmosis**: the movement of *water* through a membrane",
            "What is osmosis?",
            "The movement of <em>water</em> through a membrane",
        ),
    ],
)
def test_words_that_stand_as_in_the_note_look_as_in_the_note(
    note: str, question: str, answer: str
) -> None:
    assert shown(note) == [question, answer]


def test_a_gap_does_not_show_where_the_writer_saw_something() -> None:
    assert shown("- The {{c1::retina}} turns **light** into signals")[0] == (
        "The {{c1::retina}} turns light into signals"
    )


def test_emphasis_is_part_of_what_ships() -> None:
    first, second = (
        build(Sources({"notes/x.md": note}), 1).contents("x")
        for note in ("- Photon :: a quantum", "- Photon :: a *quantum*")
    )
    assert first != second
