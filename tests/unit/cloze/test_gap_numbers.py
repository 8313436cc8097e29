"""Which gap a statement gets whose point is a number."""

from __future__ import annotations

from flashcards.notes import read
from flashcards.phrase import phrase


def clozes(line: str) -> list[str]:
    note, _ = read(f"# Whales\n\n## Sleep of whales\n- {line}\n", "notes/whales.md")
    return [draft.reading.question for draft in phrase(note).drafts if draft.rule == "gap"]


def test_the_one_number_is_the_point() -> None:
    line = "By comparison, the lungs of old whales require only 7 percent of rest-time oxygen"
    assert clozes(line) == [
        "By comparison, the lungs of old whales require only {{c1::7}} percent of rest-time oxygen"
    ]


def test_a_number_in_brackets_is_not() -> None:
    line = "Most filtration (65%) happens in the proximal baleen"
    note, _ = read(f"# Whales\n\n## Meals\n- {line}\n- Old proximal baleen\n", "notes/whales.md")
    asked = [draft.reading.question for draft in phrase(note).drafts if draft.rule == "gap"]
    assert asked[:1] == ["Most filtration (65%) happens in the {{c1::proximal baleen::p… b…}}"]
