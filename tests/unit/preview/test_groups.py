"""Cards by note, session and talk."""

from __future__ import annotations

from flashcards.build import build
from flashcards.pages import Written, page_of
from flashcards.preview.groups import Group, grouped
from flashcards.sources import Sources

NOTE = """# Biology

- Life :: what grows

## Session 1: Cells

- Osmosis :: movement of water

### Membranes

- Aquaporin :: a channel for water

## Session 2: Genes

- Codon :: three letters
"""
CURATION = """add:
  first: {question: Why are cells small?, answer: to feed, session: Session 1}
  loose: {question: Who reads this?, answer: nobody}
"""


def told(group: Group) -> tuple[str, str, tuple[str, ...], list[str]]:
    asked = [card.question for card in group.cards]
    return group.title, group.path, group.headings, asked


def groups(
    notes: dict[str, str], curation: str = ""
) -> list[tuple[str, str, tuple[str, ...], list[str]]]:
    built = build(Sources(notes, {"decks/bio.yaml": curation} if curation else {}), 1)
    read = [page_of(Written(path, text)).note for path, text in notes.items()]
    return [told(group) for group in grouped(built.cards, read)]


def test_headings_group_cards_and_the_title_is_no_session() -> None:
    path = "notes/bio.md"
    assert groups({path: NOTE}, CURATION) == [
        ("Biology", path, (), ["Life", "Who reads this?"]),
        ("Biology", path, ("Session 1: Cells",), ["Osmosis", "Why are cells small?"]),
        ("Biology", path, ("Session 1: Cells", "Membranes"), ["Aquaporin"]),
        ("Biology", path, ("Session 2: Genes",), ["Codon"]),
    ]


def test_a_card_without_a_note_stands_in_its_deck() -> None:
    notes = {"notes/bio/a.md": "- Osmosis :: movement of water\n", "notes/bio/b.md": "# Empty\n"}
    assert groups(notes, "add:\n  loose: {question: Who?, answer: nobody}\n")[-1] == (
        "Bio",
        "",
        (),
        ["Who?"],
    )
