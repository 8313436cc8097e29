"""Which sentences tell a fact of a kind of thing."""

from __future__ import annotations

from flashcards.notes import read
from flashcards.phrase import phrase


def test_a_letter_with_an_article_is_no_kind() -> None:
    text = "# Valves\n- The Q stands for quick and the R for reverse, as on the old ones\n"
    note, _ = read(text, "notes/a.md")
    assert [draft.rule for draft in phrase(note).drafts] == []
