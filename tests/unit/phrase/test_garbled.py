"""A question most of whose words nobody knows is not asked."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.phrase import phrase


def asked(question: str, more: str = "") -> list[str]:
    note, _ = read(f"# Kettle\n\n- {question}\n    - Limescale\n{more}", "notes/kettle.md")
    return [draft.reading.question for draft in phrase(note).drafts if draft.reading.kind == "qa"]


@pytest.mark.parametrize(
    ("question", "more", "made"),
    [
        ("Why oubdt kettels humm loudly?", "", False),
        ("Why oubdt kettels humm loudly?", "- oubdt kettels humm\n", True),
        ("Why does a kettle hum loudly?", "", True),
    ],
)
def test_words_that_neither_english_nor_the_note_knows(
    question: str, more: str, made: bool
) -> None:
    assert (question in asked(question, more)) is made
