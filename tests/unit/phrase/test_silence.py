"""Every bullet without a card says why, each kind of reason shown by a note."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.phrase import phrase
from flashcards.phrased import Silence


def silences(text: str) -> dict[str, Silence]:
    note, _ = read(text, "notes/rivers.md")
    return {silence.bullet.text: silence for silence in phrase(note).silences}


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("- [ ] Look at the delta", "to-do"),
        ("- TODO measure the silt", "to-do"),
        ("- check out the museum of deltas", "to-do"),
        ("- https://example.org/rivers", "link"),
        ("- Film: https://example.org/rivers", "link"),
        ("- [The Rhine](https://example.org)", "link"),
        ("- ada@example.org (Harbour Lab)", "link"),
        ("- Authors: Ada Brook, Ben Marsh", "metadata"),
        ("- Slides: on the web site", "metadata"),
        ("- Main length:: 1230 km is long", "metadata"),
        ("- I think deltas are the best part of a river", "opinion"),
        ("```\nflow = area * speed\n```", "markup"),
        ("- …", "markup"),
        ("- Marsh", "orphan"),
        ("- Why do rivers bend?", "orphan"),
        ("- Which of them bends more, and so on and on", "not understood"),
        ("- Los ríos van hacia el mar y nadie sabe por qué corren", "other language"),
    ],
)
def test_a_bullet_is_silent_for_its_kind_of_reason(bullet: str, kind: str) -> None:
    (silence,) = silences(bullet).values()
    assert silence.kind == kind
    assert silence.reason


@pytest.mark.parametrize(
    "bullet",
    [
        "- A `my` declaration is a variable of its own block",
        "- A delta is a landform at the mouth of a river",
        "- See-saws are levers that turn about their middle",
        "- World War I is a war that began in 1914",
        "- Later versions use a compass",
        '- "I am the river" is the motto of the museum',
    ],
)
def test_what_only_looks_like_an_aside_or_a_reminder_is_read(bullet: str) -> None:
    told = silences(f"# Notes\n\n{bullet}")
    assert not {silence.kind for silence in told.values()} & {"opinion", "to-do"}


@pytest.mark.parametrize(
    "bullet", ["- In my view rivers bend", "- Read chapter 3", "- I'd call it a delta"]
)
def test_what_is_an_aside_or_a_reminder_is_not_read(bullet: str) -> None:
    (silence,) = silences(f"# Notes\n\n{bullet}").values()
    assert silence.kind in {"opinion", "to-do"}


def test_a_link_with_bullets_below_it_is_a_label() -> None:
    told = silences("# Rivers\n\n- [[Discharge]]\n    - $Q = v \\cdot A_{bed}$\n")
    assert [silence.kind for silence in told.values()] == ["covered"]


def test_a_label_leaves_the_word_to_its_children() -> None:
    told = silences("- Mouths\n  - A delta is a landform at the mouth of a river\n")
    assert told["Mouths"].kind in {"label", "covered"}


def test_what_a_parent_asks_for_is_covered() -> None:
    told = silences("# Rivers\n\n- Kinds of grain:\n  - silt\n  - sand\n  - clay\n")
    assert {silence.kind for text, silence in told.items() if text != "Kinds of grain:"} == {
        "covered"
    }


def test_what_the_answer_above_gives_in_another_form_is_covered() -> None:
    told = silences("1. Decanting\n    - Pour the old wine into a clean jug before serving it\n")
    assert {silence.kind for silence in told.values()} == {"covered"}


def test_a_bullet_that_asks_the_same_again_is_surplus() -> None:
    told = silences("- A delta is a landform at the mouth of a river\n" * 2)
    assert [silence.kind for silence in told.values()] == ["surplus"]


def test_a_word_without_its_referent_is_named() -> None:
    (silence,) = silences("- They whisper among themselves, to and fro\n").values()
    assert silence.kind in {"not understood", "flawed"}


def test_a_long_address_takes_no_time() -> None:
    (silence,) = silences(f"- www.{'.' * 50_000} x y\n").values()
    assert silence.kind != "link"
