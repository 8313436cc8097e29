"""Which bullets are minutes of a meeting."""

from __future__ import annotations

import textwrap

from flashcards.notes import read
from flashcards.passages.minutes import Minutes


def in_minutes(text: str, path: str = "notes/example.md") -> dict[str, bool]:
    note, _ = read(textwrap.dedent(text), path)
    minutes = Minutes.of(note)
    return {bullet.text: minutes.hold(bullet) for bullet in note.bullets}


def test_a_meeting_with_an_agenda_is_minutes_throughout() -> None:
    found = in_minutes("""
        # Garden meeting 7
        ## Agenda
        - the pond
        # The pond
        - Ines wants reeds
        """, "notes/Meeting_7.md")  # fmt: skip
    assert all(found.values())


def test_a_meeting_within_other_notes_is_minutes_alone() -> None:
    found = in_minutes("""
        # Garden
        ## Ponds
        - Reeds keep the water clean
        ## Meeting 2021-04-02
        ### Attendees
        - Ines
        """)
    assert found == {"Reeds keep the water clean": False, "Ines": True}


def test_what_stands_above_the_title_of_a_plan_is_none_of_it() -> None:
    found = in_minutes("""
        Reeds keep the water clean

        ### Pond roadmap
        #### Reeds
        - plant them
        """)
    assert found == {"Reeds keep the water clean": False, "plant them": True}


def test_an_agenda_alone_makes_no_minutes() -> None:
    found = in_minutes("""
        # Lecture 3: Ponds
        ## Agenda
        - reeds
        """)
    assert found == {"reeds": False}
