"""Stories of a workspace: what is there before, what its owner does, what the program says.

Each folder holds `before/`, often `after/`, and `story.console`. In a story, `edit` lays after/
over the workspace: its notes and curation replace those of before/. `pytest --bless` rewrites what
the commands print; read the difference before you commit it.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from transcript import Step, agrees, command_line, parse, run, shown

STORIES = sorted(path.parent for path in Path(__file__).parent.glob("*/story.console"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_story(story: Path, tmp_path: Path, bless: bool) -> None:
    tools, workspace = tmp_path / "bin", tmp_path / "workspace"
    tools.mkdir()
    command_line(tools)
    shutil.copytree(story / "before", workspace)
    script = story / "story.console"
    steps = parse(script.read_text(encoding="utf-8"))
    told = [tell(step, story, workspace, tools) for step in steps]
    if bless:
        script.write_text(shown(told), encoding="utf-8")
    for step, happened in zip(steps, told, strict=True):
        assert bless or agrees(step.expected, happened.expected), (
            f"$ {step.command}\n{happened.expected}\ninstead of\n\n{step.expected}"
        )


def tell(step: Step, story: Path, workspace: Path, tools: Path) -> Step:
    if step.prose:
        return step
    if step.command == "edit":
        lay(story / "after", workspace)
        return step
    return replace(step, expected=run(step.command, workspace, tools))


def lay(after: Path, workspace: Path) -> None:
    """The notes of after/ replace all notes; its other files replace those of their name."""
    shutil.rmtree(workspace / "notes")
    (workspace / "notes").mkdir()
    shutil.copytree(after, workspace, dirs_exist_ok=True)


def test_there_are_stories() -> None:
    assert len(STORIES) >= 6
