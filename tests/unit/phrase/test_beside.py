"""What a fallback adds to the other cards of a bullet."""

from __future__ import annotations

from flashcards.model import Bullet, Draft, Reading, Span
from flashcards.phrase.beside import beside

BULLET = Bullet(text="", source="", span=Span("notes/a.md", 1), headings=())


def draft(question: str, answer: str = "", *, last_resort: bool = False) -> Draft:
    return Draft("gap", Reading(question, answer, "cloze", last_resort=last_resort), BULLET, "")


def test_a_sentence_that_another_card_asks_for_is_left_out() -> None:
    asked = draft("What do glaciers carve into granite?", "Deep valleys")
    same = draft("Glaciers carve deep {{c1::valleys}} into granite")
    other = draft("Moraines mark the furthest {{c1::advance}} of the ice")
    assert beside([asked], [same, other]) == [other]


def test_a_last_resort_is_taken_alone() -> None:
    weak = draft("Moraines mark the furthest {{c1::advance}} of the ice", last_resort=True)
    asked = draft("What do glaciers carve into granite?", "Deep valleys")
    assert beside([], [weak]) == [weak]
    assert beside([asked], [weak]) == []


def test_the_added_ones_differ_from_each_other() -> None:
    one = draft("Moraines mark the furthest {{c1::advance}} of the ice")
    again = draft("Moraines mark the {{c1::furthest advance}} of the ice")
    assert beside([], [one, again]) == [one]
