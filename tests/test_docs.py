"""The examples of docs/curation.md, run; `pytest --bless` rewrites what the commands print."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

from transcript import agrees, command_line, difference, parse, run, shown

PAGE = Path(__file__).parent.parent / "docs/curation.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_each_example_has_the_effect_that_the_page_shows(tmp_path: Path, bless: bool) -> None:
    """A yaml block is the whole curation for the console blocks below it, over the same note."""
    tools = tmp_path / "bin"
    tools.mkdir()
    command_line(tools)
    workspace = tmp_path / "home"
    note, failures = "", []
    text = PAGE.read_text(encoding="utf-8")
    told_blocks: list[str] = []
    for language, block in BLOCK.findall(text):
        if language == "markdown":
            note = block
            fresh(workspace, note, "")
        elif language == "yaml":
            fresh(workspace, note, block)
        elif language == "console":
            steps = parse(block)
            told = [replace(s, expected=run(s.command, workspace, tools)) for s in steps]
            told_blocks.append(f"```console\n{shown(told)}```")
            failures += [
                difference(step, happened.expected)
                for step, happened in zip(steps, told, strict=True)
                if not agrees(step.expected, happened.expected)
            ]
    if bless:
        blocks = iter(told_blocks)
        text = BLOCK.sub(lambda found: next(blocks) if found[1] == "console" else found[0], text)
        PAGE.write_text(text, encoding="utf-8")
    assert bless or not failures, "\n".join(failures)


def fresh(workspace: Path, note: str, curation: str) -> None:
    """The page's workspace, built once without curation."""
    from flashcards.build import build
    from flashcards.lock import dump
    from flashcards.sources import Sources

    shutil.rmtree(workspace, ignore_errors=True)
    (workspace / "notes").mkdir(parents=True)
    (workspace / "decks").mkdir()
    (workspace / "notes/cells.md").write_text(note, encoding="utf-8")
    lock = dump(build(Sources({"notes/cells.md": note}), 1700000000).lock)
    (workspace / "decks/cards.lock").write_bytes(lock)
    if curation:
        (workspace / "decks/cells.yaml").write_text(curation, encoding="utf-8")
