"""Where a note's cards go: package, deck, tags."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.notes.headings import date_in
from flashcards.notes.places import deck_of, package_of, slug, tags_of, title_of

NOTE = """
# Coast Days 2021

## Session 2: Dunes (3/2/2021)

### GrassNet: Maps of Marram

- Grass holds #sand/white
  - deep roots

### It's 5 o'clock

- Tea
"""


@pytest.mark.parametrize(
    ("path", "package", "deck", "title"),
    [
        ("notes/coast.md", "coast", "Coast", "Coast"),
        ("notes/geo/01_graph_nets.md", "geo", "Geo::01 graph nets", "Graph nets"),
        ("notes/geo/wet/Lake Baikal.markdown", "geo", "Geo::Wet::Lake Baikal", "Lake Baikal"),
        ("notes/2020-03-02 Tides.txt", "2020-03-02 Tides", "2020-03-02 Tides", "Tides"),
        ("notes/2020_03_02.md", "2020_03_02", "2020 03 02", "2020-03-02"),
        ("notes/.md", ".md", "Md", "Md"),
        ("notes/a::b.md", "a::b", "A b", "A b"),
        ("notes/3d-printing.md", "3d-printing", "3d printing", "3d printing"),
        ("notes/graph/pages/wet___Big lake.md", "graph", "Graph::Wet::Big lake", "Big lake"),
        ("notes/graph/pages/wet%2Flake.md", "graph", "Graph::Wet::Lake", "Lake"),
        ("notes/graph/journals/2020_03_02.md", "graph", "Graph::Journals", "2020-03-02"),
        ("notes/pages/lake.md", "pages", "Pages::Lake", "Lake"),
        ("notes/py/__init___py.md", "py", "Py::Init py", "Init py"),
        ("notes/pages/___.md", "pages", "Pages::Notes", "Notes"),
        ("notes/_____.md", "_____", "Notes", "Notes"),
    ],
)
def test_a_path_says_package_deck_and_title(path: str, package: str, deck: str, title: str) -> None:
    note, _ = read("- x", path)
    assert (package_of(path), deck_of(note), title_of(path)) == (package, deck, title)


def test_front_matter_names_the_deck() -> None:
    note, _ = read("---\ndeck: Sea::Shore\n---\n- x", "notes/geo/coast.md")
    assert deck_of(note) == "Sea::Shore"


def test_tags_name_section_date_and_what_the_writer_wrote() -> None:
    note, _ = read(f"---\ntags: [my notes, '#wet']\n---{NOTE}", "notes/coast.md")
    grass, roots, tea = note.bullets
    section = "coast::session-2"
    own = ("my-notes", "wet")
    assert tags_of(note, grass) == (
        f"{section}::grassnet", "coast::date::2021-03-02", *own, "sand::white",
    )  # fmt: skip
    assert tags_of(note, roots) == tags_of(note, grass)[:-1]
    assert tags_of(note, tea)[0] == f"{section}::its-5-oclock"


def test_what_stands_below_a_heading_bears_its_tags() -> None:
    note, _ = read("- x\n\n## Rivers #wet\n\n- a\n\n### Silt #fine #card/x\n\n- b\n", "notes/x.md")
    _, a, b = note.bullets
    assert tags_of(note, a) == ("x::rivers", "wet")
    assert tags_of(note, b) == ("x::rivers::silt", "wet", "fine", "card::x")


def test_a_file_in_a_folder_is_a_level_and_may_carry_the_date() -> None:
    note, _ = read("- x", "notes/log/2020-03-02.md")
    assert tags_of(note, note.bullets[0]) == ("log::2020-03-02", "log::date::2020-03-02")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Größe der “Düne”", "größe-der-düne"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("a" * 30 + " " + "b" * 40, "a" * 30),
        ("… ?!", ""),
        ("ﬁne", "fine"),
    ],
)
def test_a_slug_is_words_in_any_script(text: str, found: str) -> None:
    assert slug(text) == found


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("Tides (Monday 3/2/2020)", "2020-03-02", "Tides"),
        ("Tides (Monday 3/2/2020", "2020-03-02", "Tides"),
        ("31/12/2020 Tides", "2020-12-31", "Tides"),
        ("Tides, 2.3.2020", "2020-03-02", "Tides"),
        ("Tides – Sat, March 7th 2020", "2020-03-07", "Tides"),
        ("7 March 2020 – Tides", "2020-03-07", "Tides"),
        ("Tides 2020-02-30", "", "Tides 2020-02-30"),
        ("Tides 13/13/2020", "", "Tides 13/13/2020"),
        ("Version 1.2.3", "", "Version 1.2.3"),
        ("Chapter 3/4", "", "Chapter 3/4"),
        ("May 2020", "", "May 2020"),
    ],
)
def test_a_date_is_found_in_any_dress(text: str, day: str, rest: str) -> None:
    assert date_in(text) == (day, rest)
