"""A question is not asked where the line that says what it is about would give its answer away."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.phrase import phrase


def asked(title: str, line: str) -> list[str]:
    note, _ = read(f"# {title}\n## Notes\n- {line}\n", "notes/kettle.md")
    return [d.reading.question for d in phrase(note).drafts if d.reading.kind == "qa"]


LINE = "Scale is removed by boiling vinegar"


def test_a_title_that_holds_the_answer_leaves_nothing_to_say_what_the_question_is_about() -> None:
    assert asked("Kettles", LINE) == ["How is scale removed?"]
    assert asked("Boiling vinegar", LINE) == []


@pytest.mark.parametrize("name", ["TLS", "`scale`"])
def test_a_name_in_the_question_says_it(name: str) -> None:
    line = f"{name} is started by boiling vinegar"
    assert asked("Boiling vinegar", line) == [f"How is {name} started?"]


def test_what_the_writer_marked_as_a_card_is_asked_anyhow() -> None:
    note, _ = read("# Vinegar\n## Notes\nQ: Which is it?\nA: vinegar\n", "notes/kettle.md")
    assert [draft.reading.question for draft in phrase(note).drafts] == ["Which is it?"]
