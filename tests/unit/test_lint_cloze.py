"""What the lint says of the form of a cloze."""

from __future__ import annotations

import pytest

from flashcards.lint import Face, lint


def codes(text: str, context: str = "") -> list[str]:
    return [flaw.code for flaw in lint(Face("cloze", text, "", context)) if flaw.code != "empty"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Smoke calms the colony", "cloze"),
        ("{{c1::Smoke}} {{c1::calms the}} colony", "cloze"),
        ("Smoke calms {{c1::the}} colony in the hive", "cloze"),
        ("{{c1::a}} {{c2::b}} {{c3::c}} {{c4::d}} {{c5::e}} are five of the many letters", "cloze"),
        ("The smoker makes smoke, and {{c1::smoke}} calms the colony", "leak"),
        ("A {{c1::smoker::smokers}} calms the whole colony for a while", "leak"),
    ],
)
def test_a_flaw_of_form(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Smoke {{c1::calms::calms or upsets}} the whole colony for a while",
        "{{c1::Drones}} mate, and {{c2::workers}} forage for the whole colony",
        "The colony winters as a tight {{c1::cluster::c…}}",
    ],
)
def test_a_cloze_of_good_form(text: str) -> None:
    assert codes(text) == []


def test_the_context_line_must_not_hold_the_gap() -> None:
    text = "Most losses in winter come from {{c1::varroa}} and damp"
    assert codes(text, context="Beekeeping") == []
    assert codes(text, context="Beekeeping › Varroa") == ["leak"]
