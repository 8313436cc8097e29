"""Notes in every dialect, each with the outline that the reader must make of it.

A fixture in outlines/ holds some notes on one subject. `pytest --bless` rewrites the outlines; read
the difference before you commit it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from outlines import Example, outline, parse, shown

FIXTURES = sorted((Path(__file__).parent / "outlines").glob("*.txt"))
EXAMPLES = [
    pytest.param(example, id=f"{path.stem}: {example.title.splitlines()[0]}")
    for path in FIXTURES
    for example in parse(path.read_text(encoding="utf-8"), path.stem)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_note_has_its_outline(example: Example, bless: bool) -> None:
    assert bless or outline(example.note, example.path) == example.outline


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_fixture_is_written_as_it_is_read(path: Path, bless: bool) -> None:
    text = path.read_text(encoding="utf-8")
    examples = parse(text, path.stem)
    if bless:
        made = [replace(one, outline=outline(one.note, one.path)) for one in examples]
        path.write_text(shown(made), encoding="utf-8")
    else:
        assert shown(examples) == text


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("end", ["\r\n", "\n"], ids=["CRLF", "LF"])
def test_line_ends_and_a_byte_order_mark_change_nothing(example: Example, end: str) -> None:
    written = "\ufeff" + end.join(example.note.split("\n")) + end
    assert outline(written, example.path) == outline(example.note, example.path)
