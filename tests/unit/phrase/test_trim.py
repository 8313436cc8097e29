"""Long questions and answers, and what is left of them."""

from __future__ import annotations

import pytest

from flashcards.model import Reading
from flashcards.phrase.trim import trimmed

LONG = "A boat with a flat bottom and two sails that carries grain along the canals of the delta"

CUT = [
    (f"{LONG}; its crew lives on board", LONG, "Its crew lives on board."),
    (
        "A boat that carries grain along the canals, which freeze in most winters and are closed "
        "to all traffic then",
        "A boat that carries grain along the canals",
        "Which freeze in most winters and are closed to all traffic then.",
    ),
    (
        "To keep the grain of the whole village dry over the winter (e.g. barley that is to be "
        "sown in spring)",
        "To keep the grain of the whole village dry over the winter",
        "E.g. barley that is to be sown in spring.",
    ),
]


@pytest.mark.parametrize(("answer", "kept", "extra"), CUT)
def test_the_rest_of_a_long_answer_stands_below_it(answer: str, kept: str, extra: str) -> None:
    assert trimmed(Reading("What is a weir boat?", answer)) == Reading(
        "What is a weir boat?", kept, extra=extra
    )


LEFT = [
    ("What is a weir boat?", "A boat, which carries grain"),
    (
        "What are the two boats of the delta?",
        "A boat with a flat bottom that carries grain along the canals; a boat with a keel that "
        "goes out to sea",
    ),
    (
        "When is the canal closed?",
        "When the ice on the canal is thicker than a hand, because no boat that carries grain can "
        "break it then",
    ),
]


@pytest.mark.parametrize(("question", "answer"), LEFT)
def test_what_is_short_or_a_list_stays_whole(question: str, answer: str) -> None:
    assert trimmed(Reading(question, answer)).answer == answer


def test_a_long_question_loses_its_brackets() -> None:
    asked = (
        "Why do the farmers of the delta (most of whom live on one of the islands) bring the grain "
        "of the harvest to the old mill in boats?"
    )
    short = (
        "Why do the farmers of the delta bring the grain of the harvest to the old mill in boats?"
    )
    assert trimmed(Reading(asked, "To save time")).question == short
