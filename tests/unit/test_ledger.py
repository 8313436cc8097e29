"""The ledger of rules: what blind judges found of each, and what ships by default."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flashcards.phrase import EXPLICIT
from flashcards.rules import Rule, all_rules

LEDGER = Path(__file__).parents[2] / "benchmarks" / "quality" / "ledger.json"
FLOOR = 0.8
"""The share of a rule's judged cards that must be usable for the rule to be on by default."""

FOUND = json.loads(LEDGER.read_text(encoding="utf-8"))
ON = [rule for rule in all_rules() if rule.by_default and rule.name not in EXPLICIT]


@pytest.mark.parametrize("rule", ON, ids=lambda rule: rule.name)
def test_a_rule_that_is_on_was_judged_and_is_usable(rule: Rule) -> None:
    found = FOUND[rule.name]
    assert found["usable"] >= FLOOR * found["sampled"]
    assert bool(found["date"]) == bool(found["sampled"])


def test_the_ledger_names_the_rules_that_are_on_and_no_others() -> None:
    assert list(FOUND) == sorted(rule.name for rule in ON)


def test_most_of_what_is_on_was_judged() -> None:
    """A rule of which no card was met in any sample is the exception."""
    assert sum(not found["sampled"] for found in FOUND.values()) * 4 <= len(FOUND)
