"""The line above a question: the talk, and the nearest part that names something."""

from __future__ import annotations

import textwrap

import pytest

from flashcards.notes import read
from flashcards.passages.names import Names
from flashcards.passages.parting import bullet_passage
from flashcards.passages.topics import context_of, is_noun_phrase


def contexts(text: str) -> dict[str, str]:
    """The context line of each bullet, by the bullet's text."""
    note, _ = read(textwrap.dedent(text), "notes/example.md")
    return {bullet.text: " › ".join(context_of(bullet, note)) for bullet in note.bullets}


def test_a_talk_of_a_conference_stands_without_the_conference() -> None:
    found = contexts("""
        # BirdConf 2021
        # Session 1: Migration (Monday 3/1/2021)
        ## Tern: Long Flights on Little Fuel
        - first
        - Burning fat
            - second
        """)
    assert found["first"] == "Tern"
    assert found["second"] == "Tern › Burning fat"


def test_a_title_stands_without_its_subtitle_before_the_nearest_section() -> None:
    found = contexts("""
        # The Reef: A Life Below
        ## Key points
        - first
        ## Corals
        ### Bleaching
        - second
        """)
    assert found["first"] == "The Reef"
    assert found["second"] == "The Reef › Bleaching"


@pytest.mark.parametrize("label", ["Always swim upwards", "They sleep:", "Because it is cold"])
def test_a_label_that_is_no_name_is_passed_over(label: str) -> None:
    found = contexts(f"# The Reef\n## Corals\n- {label}\n    - child\n")
    assert found["child"] == "The Reef › Corals"


def test_one_side_of_a_heading_is_named_in_full() -> None:
    found = contexts("""
        # The Reef
        ## Direct vs indirect damage
        - Direct:
            - first
        - Indirect
            - second
        """)
    assert found["first"] == "The Reef › Direct damage"
    assert found["second"] == "The Reef › Indirect damage"


def test_a_colon_within_a_formula_parts_no_label() -> None:
    found = contexts("""
        - A map $f: A \\to B$
          - first
        """)
    assert found["first"] == r"A map $f: A \to B$"


LONG = "How the Common Swift Sleeps on the Wing for Ten Months of the Year without Ever Landing"


def test_a_title_is_shown_at_any_length_and_without_who_gave_the_talk() -> None:
    def shown(title: str) -> str:
        return contexts(f"# {title}\n## Notes\n- first\n")["first"]

    assert shown(LONG) == LONG
    assert shown(f"{LONG} {LONG}") == f"{LONG} How the …"
    assert shown('"Sleep on the Wing" by Ada Brook') == "Sleep on the Wing"
    assert shown('"The Sleeping Swift" by the sea') == '"The Sleeping Swift" by the sea'


def test_a_heading_that_names_nothing_leaves_the_word_to_its_subtitle() -> None:
    found = contexts("""
        # History: The Silk Road
        - first
        # Notes on Trade
        - second
        """)
    assert found["first"] == "The Silk Road"


def test_a_weekday_names_nothing() -> None:
    found = contexts("""
        # The Sky
        ## Week 2 Friday -- Planets
        - first
        """)
    assert found["first"] == "The Sky › Planets"


def test_a_name_that_only_counts_is_shown_with_its_subtitle() -> None:
    found = contexts("""
        # Canals
        ## Lock type 2 - Mitre gates
        - first
        """)
    assert found["first"] == "Canals › Lock type 2 - Mitre gates"


@pytest.mark.parametrize(
    ("label", "named"), [("Built by Ada Brook", False), ("Built environment", True)]
)
def test_what_was_done_to_a_thing_is_no_name_for_it(label: str, named: bool) -> None:
    assert is_noun_phrase(label) is named


@pytest.mark.parametrize(
    ("statement", "subject"),
    [("A sluice is opened before a storm", ""), ("A lock gate moves twice a day", "a lock gate")],
)
def test_a_statement_lends_its_own_subject_to_what_stands_below_it(
    statement: str, subject: str
) -> None:
    note, _ = read(f"# Canals\n## Lock gate\n- {statement}:\n    - of oak\n", "notes/example.md")
    names = Names.of(bullet.text for bullet in note.bullets)
    bullet = note.bullets[-1]
    assert bullet_passage(bullet, note, names, None, english=True).subject == subject
