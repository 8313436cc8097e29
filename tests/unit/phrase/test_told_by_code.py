"""A short question is asked where the code that it names leaves but one answer."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.phrase import phrase


def asked(line: str) -> list[str]:
    note, _ = read(f"# Kettle\n\n- {line}\n", "notes/kettle.md")
    return [d.reading.question for d in phrase(note).drafts if d.reading.kind == "qa"]


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("`closeLid` returns a handle", "What does `closeLid` return?"),
        ("The `boil()` hook is called when the lid shuts", "When is the `boil()` hook called?"),
    ],
)
def test_code_tells_enough(line: str, question: str) -> None:
    assert asked(line) == [question]


@pytest.mark.parametrize(
    "line", ["The lid returns a handle", "The hook is called when the lid shuts"]
)
def test_a_plain_word_does_not(line: str) -> None:
    assert asked(line) == []


def test_code_that_only_a_label_above_names_does_not() -> None:
    note, _ = read("# Kettle\n\n- `closeLid`\n    - Returns a handle\n", "notes/kettle.md")
    assert not any(d.reading.question.startswith("What does") for d in phrase(note).drafts)
