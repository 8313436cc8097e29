"""How much work it is to phrase a note, counted: seconds depend on the machine, work does not."""

from __future__ import annotations

import gc
import re
from collections import Counter
from functools import _lru_cache_wrapper

import pytest

from flashcards import phrase
from flashcards.english import words
from flashcards.model import Draft
from flashcards.notes import read
from flashcards.passages.passage import Passage
from flashcards.phrased import Mode
from flashcards.rules import Rule

NOTE = """\
# Tidal mills

## How they work

- A tidal mill stores water behind a dam while the tide rises
    - The gate shuts by itself, because the falling tide pulls at it
    - Then the wheel turns for about five hours a day
- **Undershot wheel**: a wheel that is driven by the water below it
- Wheels of oak
- slower than a windmill, and never idle for long
- The miller opened the sluice in the dark. Nobody paid him for that.
- Drawbacks:
    - Work at odd hours
    - Silt in the pond
- `turn(gate)` returns how far it stands open
- This made them popular with monks
- needs $v = \\frac{h}{t}$ and a dry summer
"""
BULLETS = 13
OF_TEXTS = ("flashcards.english", "flashcards.passages", "flashcards.cloze")
"""Where what is found out of a text is kept."""


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each rule is tried."""
    counts: Counter[str] = Counter()
    drafts = phrase._drafts

    def counting(rule: Rule, passage: Passage, mode: Mode) -> tuple[list[Draft], list[str]]:
        counts[rule.name] += 1
        return drafts(rule, passage, mode)

    monkeypatch.setattr(phrase, "_drafts", counting)
    return counts


class Splitting:
    """The pattern that splits texts into words, and how many letters it has read."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.letters = 0

    def findall(self, text: str) -> list[str]:
        self.letters += len(text)
        return self.pattern.findall(text)

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text)


def test_few_rules_are_tried_on_a_bullet(tried: Counter[str]) -> None:
    """A rule that raises this names in `NEEDS` what stands in all that it reads."""
    note, _ = read(NOTE, "notes/mills.md")
    phrase.phrase(note)
    assert len(note.bullets) == BULLETS
    assert sum(tried.values()) <= 20 * BULLETS
    assert max(tried.values()) <= 2 * BULLETS


def test_a_text_is_split_into_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the bullets themselves, rules split what they make of them: sides, subjects, cards."""
    for found in gc.get_objects():
        if isinstance(found, _lru_cache_wrapper) and found.__module__.startswith(OF_TEXTS):
            found.cache_clear()
    splitting = Splitting(words._PIECE)
    monkeypatch.setattr(words, "_PIECE", splitting)
    note, _ = read(NOTE, "notes/mills.md")
    phrase.phrase(note)
    written = sum(len(bullet.text) for bullet in note.bullets)
    assert written < splitting.letters <= 5 * written
