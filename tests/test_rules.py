"""Every rule's docstring is its manual; here the examples in it are run."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import flashcards.rules
from flashcards.notes import read
from flashcards.passages.names import Names
from flashcards.passages.parting import bullet_passage, heading_passages, sentence_passages
from flashcards.passages.passage import Passage
from flashcards.phrase import phrase
from flashcards.rules import ORDER, Ordered, Rule, all_rules


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


def passages(text: str) -> Iterator[tuple[str, Passage]]:
    """All that rules read of a note, each with its scope."""
    note, _ = read(text, "notes/example.md")
    names = Names.of(bullet.text for bullet in note.bullets)
    for passage in heading_passages(note, names, english=True):
        yield "heading", passage
    for bullet in note.bullets:
        whole = bullet_passage(bullet, note, names, None, english=True)
        yield "bullet", whole
        yield from (("sentence", passage) for passage in sentence_passages(whole))


@pytest.mark.parametrize("note", sorted({example.note for example in EXAMPLES}))
def test_a_rule_makes_nothing_where_it_does_not_find_what_it_needs(note: str) -> None:
    for scope, passage in passages(note):
        tried = [rule for rule in all_rules() if scope in rule.scopes]
        tried = [rule for rule in tried if passage.bullet.form in rule.forms]
        for rule in set(tried) - set(Ordered(tried).fitting(passage)):
            assert not list(rule.read(passage)), rule.name


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_manual_shows_a_card_and_an_abstention(rule: Rule) -> None:
    shown = list(examples(rule))
    assert any(example.cards for example in shown)
    assert any(not example.cards for example in shown)


def test_every_rule_file_is_listed_once() -> None:
    folder = Path(flashcards.rules.__file__).parent
    rules = {path.stem for path in folder.iterdir()} - {"__init__", "__pycache__"}
    assert sorted(ORDER) == sorted(rules)
