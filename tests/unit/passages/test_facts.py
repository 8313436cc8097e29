"""Which sentences tell a fact of a kind or of a name, so that a short question has one answer."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.passages.facts import is_a_fact
from flashcards.passages.names import Names
from flashcards.passages.parting import bullet_passage
from flashcards.phrase import phrase


def told(*lines: str) -> bool:
    """Whether the first of the lines of a note tells a fact."""
    note, _ = read("# Notes\n\n" + "".join(f"- {line}\n" for line in lines), "notes/a.md")
    names = Names.of(bullet.text for bullet in note.bullets)
    return is_a_fact(bullet_passage(note.bullets[0], note, names, None, True))


@pytest.mark.parametrize(
    "line",
    [
        "A wick lowers the melting point of wax",
        "Inflation erodes the value of savings",
        "Podocytes wrap around capillaries",
        "Vitamin C deficiency leads to scurvy",
        "The cornea bends light",
        "The tidal bureau measures the height of the waves",
        "Pavlov discovered classical conditioning",
    ],
)
def test_what_is_so_of_a_kind_or_was_of_a_name(line: str) -> None:
    assert told(line)


@pytest.mark.parametrize(
    "line",
    [
        "The method erodes the rock",
        "Users erode the path",
        "It erodes the rock",
        "Policy leads to change",
        "Inflation may erode the value of savings",
        "Inflation does not erode the value of land",
        "Sailors found their way",
        "Biases read speed",
        "Coppersmiths use borax",
        "Some bees sting",
    ],
)
def test_everything_else_is_none(line: str) -> None:
    assert not told(line)


def test_the_ties_a_word_to_what_the_note_told_before() -> None:
    assert told("The cornea bends light")
    assert not told("The cornea bends light", "A cornea may be replaced")


def test_a_fact_of_a_thing_told_before_is_one_where_the_verb_is_another() -> None:
    assert told("Lenses refract light", "Lenses break", "Mirrors refract light")
    assert not told("Lenses refract light", "Old lenses refract it and break", "Mirrors refract")


def test_two_facts_in_the_same_words_are_none() -> None:
    assert not told("Lenses refract light", "Lenses refract sound as well")


def test_a_letter_with_an_article_is_no_kind() -> None:
    text = "# Valves\n- The Q stands for quick and the R for reverse, as on the old ones\n"
    note, _ = read(text, "notes/a.md")
    assert [draft.rule for draft in phrase(note).drafts] == []
