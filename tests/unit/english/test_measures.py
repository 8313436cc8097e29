"""Values as notes write them, with their signs and units."""

from __future__ import annotations

import pytest

from flashcards.english.measures import MEASURE, tells_a_value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("BP < 120/80", ["< 120/80"]),
        ("held at -70 mV", ["-70 mV"]),
        ("about ~ 7 days", ["~ 7 days"]),
        ("7 ± 2 items", ["7 ± 2"]),
        ("water at 37 °C, ice at 0°C", ["37 °C", "0°C"]),
        ("losing >3.5 g/d", [">3.5 g/d"]),
        ("1.6 × 10^-19 J", ["1.6 × 10^-19 J"]),
        ("pH 7.35–7.45", ["7.35–7.45"]),
        ("in base2 and x86", []),
        ("at 10.0.0.1", ["10.0.0.1"]),
    ],
)
def test_a_value_is_found_with_its_sign_and_unit(text: str, values: list[str]) -> None:
    assert [found[0] for found in MEASURE.finditer(text)] == values


@pytest.mark.parametrize(("text", "told"), [("3", False), ("3 mg", True), ("<3", True)])
def test_a_bare_number_is_no_value(text: str, told: bool) -> None:
    found = MEASURE.search(text)
    assert found is not None
    assert tells_a_value(found) == told
