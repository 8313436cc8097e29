"""Which sentences tell a fact of a kind of thing."""

from __future__ import annotations

from flashcards.notes import read
from flashcards.phrase import phrase


def test_a_letter_with_an_article_is_no_kind() -> None:
    note, _ = read("# Valves\n- The Q stands for quick, as in a quick and quiet stop\n", "notes/a.md")
    assert phrase(note, mode="max").drafts == ()
