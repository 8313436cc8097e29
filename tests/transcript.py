"""Console transcripts: `$ command` lines that are run, each followed by what it prints.

A line that holds only `…` stands for any lines.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ANY = "…"


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a transcript: a command with its output, or a line of prose."""

    prose: str = ""
    command: str = ""
    expected: str = ""


def parse(text: str) -> list[Step]:
    """The steps of a transcript. Lines that begin with `#` are prose."""
    steps: list[Step] = []
    command, output = "", ""
    for line in [*text.splitlines(), "$ "]:
        if line.startswith(("$ ", "# ")) or line == "#":
            if command:
                steps.append(Step(command=command, expected=output))
            command, output = "", ""
            if line.startswith("$ "):
                command = line[2:]
            else:
                steps.append(Step(prose=line))
        else:
            output += line + "\n"
    return steps


def shown(steps: list[Step]) -> str:
    """The transcript as text."""
    return "".join(
        f"{step.prose}\n" if step.prose else f"$ {step.command}\n{step.expected}" for step in steps
    )


def agrees(expected: str, printed: str) -> bool:
    """Whether a command printed what the transcript shows."""
    parts = [part.strip("\n") for part in f"\n{expected}\n".split(f"\n{ANY}\n")]
    lines = f"\n{printed.rstrip()}\n"
    if len(parts) == 1:
        return lines == f"\n{expected.rstrip()}\n"
    at = 0
    for number, part in enumerate(parts):
        wanted = f"\n{part}\n" if part else "\n"
        last = number == len(parts) - 1
        found = lines.rfind(wanted) if last else lines.find(wanted, at)
        if found < at or (number == 0 and found > 0) or (last and lines[found:] != wanted):
            return False
        at = found + len(wanted) - 1
    return True


def difference(step: Step, printed: str) -> str:
    """What a failing test tells of a command that printed something else."""
    return f"$ {step.command}\n{printed}\ninstead of\n\n{step.expected}"


def environment() -> dict[str, str]:
    """Variables with which another process finds the code under test."""
    import flashcards

    home = str(Path(flashcards.__file__).parent.parent)
    found = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": found}


def run(command: str, folder: Path, tools: Path) -> str:
    """What a command prints, problems included, and its exit code where that is not 0."""
    variables = {
        **environment(),
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + (f"exit {done.returncode}\n" if done.returncode else "")


def command_line(folder: Path) -> Path:
    """A folder for PATH with a `flashcards` that runs this checkout's code."""
    tool = folder / "flashcards"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m flashcards "$@"\n')
    tool.chmod(0o755)
    return folder
