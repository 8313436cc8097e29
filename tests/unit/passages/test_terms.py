"""Labels that name a thing, and labels that are something else."""

from __future__ import annotations

from flashcards.notes import read
from flashcards.phrase import phrase


def test_a_label_that_is_nothing_but_its_bracket_is_no_term() -> None:
    note, _ = read("- (NER) - the red and the blue entities\n", "notes/example.md")
    assert phrase(note).drafts == ()
