"""The `flashcards` command."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line; what can be said without loading it is said at once."""
    with suppress(OSError):  # told by the command line, which knows how
        text = _known(sys.argv[1:])
        if text:
            print(text, flush=True)
            return
    gc.disable()  # imports drop nothing; the run sets its own pace
    from flashcards.cli import run

    run()


def _known(arguments: list[str]) -> str:
    """The version, or the help for terminals that are no narrower than usual; else nothing."""
    if arguments == ["--version"]:
        from flashcards import __version__

        return f"flashcards {__version__}"
    if arguments in (["--help"], ["-h"]) and _columns() >= _USUAL:
        with open(os.path.join(os.path.dirname(__file__), "help.txt"), encoding="utf-8") as file:
            return file.read().rstrip("\n")
    return ""


_USUAL = 80
"""Columns that typer fills at most."""


def _columns() -> int:
    """As typer counts them."""
    wanted = os.environ.get("COLUMNS", "")
    try:
        return int(wanted or 0) or os.get_terminal_size().columns
    except (ValueError, OSError):
        return _USUAL


if __name__ == "__main__":
    main()
