"""What a question and its answer say, whatever slips the note has."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.phrase import phrase

SLIPS = [
    (
        "In Ruk, painting your own sails are forbidden because of the smell",
        "In Ruk, why is painting your own sails forbidden?",
    ),
    (
        "The width of the hulls and masts are measured because of the drag",
        "Why is the width of the hulls and masts measured?",
    ),
    (
        "Rigvec (introduced in Holm et al. 1913) is a method for the repair of torn sails",
        "What is Rigvec?",
    ),
    ("Rigvec(RV) is a method for the repair of torn sails", "What is Rigvec (RV)?"),
    (
        "The enviroment of the hulls is checked becuase of hte worms",
        "Why is the environment of the hulls checked?",
    ),
    (
        "A edge of the sail is sewn twice because of the wind",
        "Why is an edge of the sail sewn twice?",
    ),
    (
        "The majority of the hulls are painted because of the worms",
        "Why are the majority of the hulls painted?",
    ),
]


@pytest.mark.parametrize(("bullet", "asked"), SLIPS)
def test_a_slip_of_the_note_is_mended(bullet: str, asked: str) -> None:
    note, _ = read(f"# Boats\n\n- {bullet}\n", "notes/boats.md")
    questions = [draft.reading.question for draft in phrase(note).drafts]
    assert asked in questions


def test_praise_is_left_out_of_an_answer() -> None:
    note, _ = read("# Boats\n\n- Rigvec uses the wonderful Tarn library\n", "notes/boats.md")
    answers = [draft.reading.answer for draft in phrase(note, mode="max").drafts]
    assert "The Tarn library" in answers
