"""Which lines tell something of the thing above them, and what that thing is called there."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.passages.above import Thing, tells_of_thing, thing_above
from flashcards.passages.names import Names
from flashcards.passages.parting import bullet_passage
from flashcards.passages.passage import Passage


def last_passage(text: str) -> Passage:
    """The last bullet of a note, knowing the one before it."""
    note, _ = read(text, "notes/example.md")
    lines, headings = (b.text for b in note.bullets), (h.text for h in note.headings)
    names = Names.of(lines, headings)
    before: Passage | None = None
    for bullet in note.bullets:
        before = bullet_passage(bullet, note, names, before, english=True)
    assert before is not None
    return before


def thing(text: str) -> Thing | None:
    return thing_above(last_passage(text))


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("## Bile", "bile"),
        ("## Pancreas", "the pancreas"),
        ("## Treaty of Ghent", "the Treaty of Ghent"),
        ("## The heart", "the heart"),
        ("## Bile\n### Properties", "bile"),
        ("- **Bile**:\n", "bile"),
        ("- Bile - a yellow fluid\n", "bile"),
        ("- Bile is a yellow fluid\n", "bile"),
    ],
)
def test_a_heading_or_a_label_names_the_thing(above: str, name: str) -> None:
    line = "    - Made in the liver" if above.startswith("-") else "- Made in the liver"
    found = thing(f"# Notes on this and that\n\n{above}\n{line}\n")
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "heading",
    [
        "Liver and kidneys",
        "Causes of the war",
        "Biology",
        "How bile is made",
        "Treatment",
        "My internship",
        "Storing boats",
        "Homework",
    ],
)
def test_what_names_no_one_thing_has_no_line_about_it(heading: str) -> None:
    assert thing(f"## {heading}\n- Made in the liver\n") is None


def test_a_line_may_go_on_about_a_member_of_a_group() -> None:
    assert thing("## Enzymes\n- Amylase\n- Made in the mouth\n") is None
    assert thing("## Arteries\n- Thick walls\n- Made of muscle\n") is not None


def test_a_person_is_told_of_in_the_past() -> None:
    person = thing("## Ada Croft\n- Born in Leeds\n- Taught by her aunt\n")
    assert person is not None
    assert person.past
    assert person.be == "was"


def test_only_a_line_without_a_subject_tells_of_the_thing() -> None:
    assert tells_of_thing(last_passage("## Bile\n- Made in the liver\n"))
    assert not tells_of_thing(last_passage("## Bile\n- The liver makes it from cholesterol\n"))
    assert not tells_of_thing(last_passage(f"## Bile\n- Made in {'x' * 100_000}\n"))
