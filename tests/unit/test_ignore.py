"""Patterns that leave notes out."""

from __future__ import annotations

import pytest

from flashcards.ignore import Ignored


@pytest.mark.parametrize(
    ("pattern", "path", "is_folder", "covered"),
    [
        ("drafts/", "notes/drafts", True, True),
        ("drafts/", "notes/a/drafts", True, True),
        ("drafts/", "notes/drafts", False, False),
        ("*.txt", "notes/a/list.txt", False, True),
        ("*.txt", "notes/a/list.md", False, False),
        ("notes/a/*.md", "notes/a/x.md", False, True),
        ("notes/a/*.md", "notes/a/b/x.md", False, False),
        ("notes/**/x.md", "notes/a/b/x.md", False, True),
        ("/notes/a", "notes/a", True, True),
        ("a?.md", "notes/ab.md", False, True),
        ("a?.md", "notes/abc.md", False, False),
        ("a.b", "notes/aXb", False, False),
        ("# drafts", "notes/# drafts", False, False),
    ],
)
def test_a_pattern_covers(pattern: str, path: str, is_folder: bool, covered: bool) -> None:
    assert Ignored.read(pattern).covers(path, is_folder) is covered


def test_the_last_pattern_that_matches_decides() -> None:
    ignored = Ignored.read("*.txt\n!keep.txt\n")
    assert ignored.covers("notes/a.txt", False)
    assert not ignored.covers("notes/keep.txt", False)


def test_backups_of_note_programs_are_left_out() -> None:
    ignored = Ignored.read("")
    assert ignored.covers("notes/logseq/bak", True)
    assert ignored.covers("notes/vault/logseq/bak", True)
    assert not ignored.covers("notes/bak", True)
