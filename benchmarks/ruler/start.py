"""Start-up: how long it takes until the program says its first word, against Python alone."""

from __future__ import annotations

import sys
from collections import defaultdict

from ruler import process
from ruler.process import Spent
from ruler.stages import FLASHCARDS

PYTHON = "python -c pass"
COMMANDS = {
    PYTHON: (sys.executable, "-c", "pass"),
    "--version": (*FLASHCARDS, "--version"),
    "--help": (*FLASHCARDS, "--help"),
}


def measured(runs: int) -> dict[str, Spent]:
    """The medians of so many runs of each, in turn."""
    found: dict[str, list[Spent]] = defaultdict(list)
    for _ in range(runs):
        for name, command in COMMANDS.items():
            found[name].append(process.run(command))
    return {name: process.typical(spent) for name, spent in found.items()}
