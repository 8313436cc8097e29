"""Blocks that a graph shows in other places, by their ids."""

from __future__ import annotations

from flashcards.build import build
from flashcards.notes import blocks_of, read
from flashcards.sources import Sources

SILT, LOOP, GONE = (f"5f1d2c3b-0a1b-4c2d-8e3f-00000000000{number}" for number in range(3))
RIVERS = f"""
- fine *silt*
  id:: {SILT}
- from (({SILT})) to (({LOOP}))
  id:: {LOOP}
"""


def texts(note: str) -> list[str]:
    path = "notes/g/pages/a.md"
    blocks = blocks_of({path: note, "notes/g/pages/rivers.md": RIVERS})
    return [bullet.text for bullet in read(note, path, blocks.get(path, {}))[0].bullets]


def test_a_reference_shows_its_block_wherever_it_is() -> None:
    assert texts(f"- (({SILT}))\n- {{{{embed (({SILT}))}}}}") == ["fine silt", "fine silt"]
    assert texts(f"- A\n  id:: {GONE}\n- (({GONE}))") == ["A", "A"]


def test_within_a_text_a_block_is_quoted() -> None:
    assert texts(f"- See (({SILT})) there") == ["See “fine silt” there"]


def test_what_no_note_holds_and_what_is_code_shows_nothing_else() -> None:
    assert texts(f"- See (({GONE})) there\n- `(({SILT}))`") == ["See there", f"`(({SILT}))`"]


def test_a_block_may_show_another_but_not_for_ever() -> None:
    (text,) = texts(f"- (({LOOP}))")
    assert text.startswith("from “fine silt” to “from “fine silt” to")
    assert len(text) < 200


def test_a_note_without_references_is_not_among_them() -> None:
    assert blocks_of({"notes/a.md": RIVERS.replace("((", "("), "notes/b.md": "- ((x))"}) == {}


def test_a_block_that_is_shown_answers_and_makes_no_second_card() -> None:
    sources = Sources(
        {
            "notes/g/pages/a.md": f"- What does a river carry? #card\n\t- (({SILT}))\n",
            "notes/g/pages/b.md": f"- {{{{embed (({SILT}))}}}}\n",
            "notes/g/pages/rivers.md": RIVERS,
        }
    )
    (card,) = build(sources, now=1).cards
    assert (card.question, card.answer) == ("What does a river carry?", "fine silt")


def test_an_edit_of_the_block_changes_the_card_that_shows_it() -> None:
    asking = f"- What does a river carry? #card\n\t- (({SILT}))\n"
    notes = {"notes/g/a.md": asking, "notes/g/rivers.md": RIVERS}
    first = build(Sources(notes), now=1)
    from flashcards.lock import dump

    edited = notes | {"notes/g/rivers.md": RIVERS.replace("fine", "grey")}
    second = build(Sources(edited, lock=dump(first.lock)), now=2)
    assert [card.answer for card in second.cards] == ["grey silt"]
    assert [card.id for card in second.cards] == [card.id for card in first.cards]
