"""Cards that the writer marked for a plugin are taken over word for word."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.phrase import phrase


def cards(text: str) -> list[tuple[str, str]]:
    note, _ = read(text, "notes/x.md")
    return [(draft.reading.question, draft.reading.answer) for draft in phrase(note).drafts]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("What flows?\n?\nA river\n", [("What flows?", "A river")]),
        ("Steps?\n?\nDig\nSow\n", [("Steps?", "Dig\nSow")]),
        ("Steps?\n?\n1. Dig\n2. Sow\n", [("Steps?", "1. Dig; 2. Sow")]),
        ("Parts?\n?\nThere are two\n- Bed\n- Bank\n", [("Parts?", "There are two; Bed; Bank")]),
        ("## How? #card\n```sh\nls\n```\n", [("How?", "```sh\nls\n```")]),
        ("- Parts #card\n  - Bed:\n    - sand\n    - mud\n", [("Parts", "Bed: sand, mud")]),
        ("- A {{cloze delta}} #card\n  - at sea\n", [("A {{c1::delta}}", "delta")]),
        ("- Parts\n  - Bed\n", []),
        ("- Parts #card\n", []),
    ],
)
def test_a_mark_makes_a_card(text: str, made: list[tuple[str, str]]) -> None:
    assert cards(text) == made


def test_what_a_plugin_reads_is_a_card_only_in_a_note_that_is_written_for_it() -> None:
    line = "Silt::fine grains\n"
    assert cards(line) == []
    assert cards(f"---\ntags: flashcards/water\n---\n{line}") == [("Silt", "fine grains")]
    assert cards(f"{line}<!--SR:!2020-03-02,4,270-->\n") == [("Silt", "fine grains")]


@pytest.mark.parametrize("line", ["see http://x.org::y", "`a::b` and c", "a::b::c", "std::a b::c"])
def test_two_colons_in_addresses_and_code_make_none(line: str) -> None:
    assert cards(f"#flashcards\n\n{line}\n") == []


def test_the_mark_is_no_tag_of_the_card() -> None:
    from flashcards.notes.places import tags_of

    note, _ = read("- What flows? #card #water/sweet\n  - A river\n", "notes/x.md")
    assert tags_of(note, note.bullets[0]) == ("x", "water::sweet")
