"""Every rule's docstring is its manual; here the examples in it are run."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import flashcards.rules
from flashcards.notes import read
from flashcards.phrase import phrase
from flashcards.rules import ORDER, Rule, all_rules


class Example(NamedTuple):
    rule: Rule
    note: str
    cards: list[tuple[str, str]]
    """Questions with their answers, a cloze with an empty answer; none for `no card`."""


def examples(rule: Rule) -> Iterator[Example]:
    """The blocks of a manual that hold a note and then its cards as `Q:`, `A:` and `C:` lines."""
    for block in rule.manual.split("\n\n")[1:]:
        lines = textwrap.dedent(block).rstrip().splitlines()
        start = next((at for at, line in enumerate(lines) if _is_expected(line)), None)
        if start is None:
            continue
        yield Example(rule, "\n".join(lines[:start]) + "\n", list(_cards(lines[start:])))


def _is_expected(line: str) -> bool:
    return line.startswith(("Q: ", "C: ")) or line == "no card"


def _cards(lines: list[str]) -> Iterator[tuple[str, str]]:
    for at, line in enumerate(lines):
        if line.startswith("Q: "):
            yield line[3:], lines[at + 1].removeprefix("A: ")
        elif line.startswith("C: "):
            yield line[3:], ""


EXAMPLES = [example for rule in all_rules() for example in examples(rule)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule.name}: {e.note[:30]}")
def test_a_rule_does_what_its_manual_says(example: Example) -> None:
    note, problems = read(example.note, "notes/example.md")
    made = [
        (draft.reading.question, draft.reading.answer if draft.reading.kind == "qa" else "")
        for draft in phrase(note, mode="max").drafts
        if draft.rule == example.rule.name
    ]
    assert not problems
    assert made == example.cards


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_manual_shows_a_card_and_an_abstention(rule: Rule) -> None:
    shown = list(examples(rule))
    assert any(example.cards for example in shown)
    assert any(not example.cards for example in shown)


def test_every_rule_file_is_listed_once() -> None:
    folder = Path(flashcards.rules.__file__).parent
    assert sorted(ORDER) == sorted(p.stem for p in folder.glob("*.py") if p.stem != "__init__")
