"""What a question asks for as a whole, and whether it leaves but one answer."""

from __future__ import annotations

import pytest

from flashcards.english.clauses import parse
from flashcards.passages.complements import complement, is_phrase, is_telling, pins_down, whole


@pytest.mark.parametrize(
    ("text", "thing", "tail"),
    [
        ("Guilds set prices that held for years", "prices that held for years", ""),
        ("Guilds set prices when a year began", "prices", "when a year began"),
        ("A mill turns grain into flour", "grain", "into flour"),
        ("Monks used maps made by others", "maps made by others", ""),
        ("A hard frost splits rock, which then rolls down", "rock", ""),
        ("Bees carry pollen from flower to flower", "pollen from flower to flower", ""),
    ],
)
def test_the_object_is_whole(text: str, thing: str, tail: str) -> None:
    clause = parse(text)
    assert clause is not None
    found = complement(clause)
    assert found is not None
    assert (found.thing, found.tail) == (thing, tail)


def test_what_is_added_is_left_out() -> None:
    assert whole("salt, making the dough firm") == "salt"
    assert whole("bread and salt") == "bread and salt"


@pytest.mark.parametrize("text", ["a tame goose", "whether to stop", "what geese eat", "24 hours"])
def test_a_phrase(text: str) -> None:
    assert is_phrase(text)


@pytest.mark.parametrize("text", ["fastest in winter", "it", "moving", "to stop", "this one"])
def test_no_phrase(text: str) -> None:
    assert not is_phrase(text)


def test_an_answer_tells_something() -> None:
    assert is_telling("other geese")
    assert not is_telling("other models")


def test_light_words_pin_nothing_down() -> None:
    assert pins_down("What do inner layers of bark store?")
    assert not pins_down("What does the system use?")
