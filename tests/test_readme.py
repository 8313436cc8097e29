"""The README's console blocks, run in their order; `pytest --bless` rewrites what they print.

The two commands that install something are left to `.ci/run`, which takes them from the README.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from transcript import ANY, Step, agrees, command_line, difference, parse, run, shown

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def test_the_console_blocks_print_what_they_show(tmp_path: Path, bless: bool) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    command_line(tools)
    folder = tmp_path / "home"
    folder.mkdir()
    text = README.read_text(encoding="utf-8")
    told: list[str] = []
    failures: list[str] = []
    for block in BLOCK.findall(text):
        steps: list[Step] = []
        for step in parse(block):
            if step.command.startswith("cd "):
                folder /= step.command[3:]
            elif "pip install" not in step.command:
                printed = run(step.command, folder, tools)
                if not agrees(step.expected, printed):
                    failures.append(difference(step, printed))
                    if f"{ANY}\n" not in step.expected:
                        step = replace(step, expected=printed)
            steps.append(step)
        told.append(shown(steps))
    if bless:
        blocks = iter(told)
        README.write_text(BLOCK.sub(lambda _: next(blocks), text), encoding="utf-8")
    assert bless or not failures, "\n".join(failures)


def test_two_commands_install_and_run_and_test() -> None:
    commands = re.findall(r"^\$ (.*pip install.*)$", README.read_text(encoding="utf-8"), re.M)
    assert [command.rpartition(" && ")[2] for command in commands] == [
        ".venv/bin/flashcards build",
        ".venv/bin/pytest",
    ]


def test_every_command_of_the_program_is_in_the_readme() -> None:
    from flashcards.cli import COMMANDS

    text = README.read_text(encoding="utf-8")
    missing = [one.__name__ for one in COMMANDS if not re.search(rf"\b{one.__name__}\b", text)]
    assert missing == []


def test_every_file_that_the_readme_links_to_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = re.findall(r"(?:\]\(\s*|src=\"|srcset=\")([^)#:\"]+?)\s*[)\"]", text)
    missing = [link for link in links if not (README.parent / link).exists()]
    assert missing == []
