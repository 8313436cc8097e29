"""Many entries written in one go read as if they had been written one after the other."""

from __future__ import annotations

import pytest

from flashcards.curation.edit import contents, set_entries, set_entry

ENTRIES = {
    "a": {"answer": "one"},
    "known": {"answer": "two", "tags": {"add": ["exam"]}},
    "b": {"question": "Why: so?", "answer": "- three\n- four"},
}
TEXTS = (
    "",
    "# mine\n",
    "tune:\n",
    "tune: {}\n",
    "tune: {known: {answer: old}}\n",
    "tune:\n  known:   # keep me\n    answer: old\n\n  other: {answer: x}  # too\ndrop:\n  x: y\n",
    "drop:\n    x: y   # four columns",
    "tune:\r\n  known:\r\n    answer: old\r\n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_all_at_once_or_one_by_one(text: str) -> None:
    singly = text
    for key, value in ENTRIES.items():
        singly = set_entry(singly, "tune", key, value)
    at_once = set_entries(text, "tune", ENTRIES)
    assert contents(at_once) == contents(singly)
    assert at_once.count("# keep me") == text.count("# keep me")
    assert set_entries(at_once, "tune", ENTRIES) == at_once
