"""The patterns of the whole program, each of which is compiled when it is first used."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

import flashcards
from flashcards import lazy_re


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """All that stand in a module of their own, by their names."""
    for module in pkgutil.walk_packages(flashcards.__path__, "flashcards."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, lazy_re._Later):
                    yield f"{module.name}.{name}", value


def test_each_pattern_is_sound() -> None:
    found = dict(patterns())
    assert len(found) > 400
    for name, pattern in found.items():
        assert pattern.pattern, name


def test_a_pattern_is_compiled_once_and_when_it_is_first_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = []
    monkeypatch.setattr(re, "compile", lambda *given: made.append(given) or _compile(*given))
    pattern = lazy_re.compile(r"(\w+)s", re.IGNORECASE)
    assert not made
    assert pattern.fullmatch("WHEELS")
    assert pattern.sub(r"\1", "wheels") == "wheel"
    assert made == [(r"(\w+)s", re.IGNORECASE)]


_compile = re.compile


def test_a_faulty_pattern_is_told_as_re_tells_it() -> None:
    pattern = lazy_re.compile("(")
    with pytest.raises(re.error, match="unterminated"):
        pattern.search("")


TERMS = """
from flashcards import lazy_re
from flashcards.pages import Written, page_of

made = []
compiled = lazy_re.re.compile
lazy_re.re.compile = lambda *given: made.append(given) or compiled(*given)
text = "# Tides\\n\\n- **Tidal bore**: a wave up a river\\n- **Ebb**: the fall of the sea\\n"
page = page_of(Written("notes/tides.md", text))
print(len(page.phrased.drafts), len(made))
"""


def test_a_note_of_terms_asks_for_few_patterns() -> None:
    """What no rule needs of a note is not compiled: that takes longer than all that it says."""
    run = [sys.executable, "-c", TERMS]
    cards, made = map(int, subprocess.run(run, capture_output=True, check=True).stdout.split())
    assert cards
    assert made < 0.4 * len(dict(patterns()))
