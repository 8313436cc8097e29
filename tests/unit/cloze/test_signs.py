"""What signs join, and which texts are such rows."""

from __future__ import annotations

import pytest

from flashcards.cloze.signs import is_row, links


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("rain -> mud", [("rain", "mud")]),
        ("one wheel, axis = oak", [("axis", "oak")]),
        ("oak (hard = slow) -> fire", [("oak (hard = slow)", "fire")]),
        ("rain -> mud; frost -> ice", [("rain", "mud"), ("frost", "ice")]),
        (
            "rain -> mud, esp. clay -> slips",
            [("rain", "mud, esp. clay"), ("mud, esp. clay", "slips")],
        ),
        ("Earth > solar system > galaxy", [("Earth", "solar system"), ("solar system", "galaxy")]),
        ("supply > demand", []),
        ("`a -> b` and c", []),
    ],
)
def test_a_sign_joins_what_stands_beside_it(text: str, sides: list[tuple[str, str]]) -> None:
    found = [(text[slice(*one.left)], text[slice(*one.right)]) for one in links(text)]
    assert found == sides


@pytest.mark.parametrize(
    "text",
    [
        "File -> Open -> Recent",
        "Settings > Network > Proxy",
        "result = compute(x)",
        "x = y",
        "p -> q",
        "rose from 80% -> 85%",
        "you -> check the oven",
        "sand -> silt Second row -> mud",
        "find work > convince them -> negotiate",
        "the sum is = 1",
    ],
)
def test_code_menus_and_plans_are_no_rows(text: str) -> None:
    assert not is_row(text)
