"""The command line: each command loads, makes one pure call, reports and saves."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from flashcards.cli import (
    add,
    build,
    cards,
    check,
    diff,
    drop,
    explain,
    init,
    pin,
    preview,
    pull,
    review,
    rules,
    same,
    schema,
    split,
    tune,
)
from flashcards.cli.app import app
from flashcards.cli.plainly import Command

__all__ = ["app", "run"]

COMMANDS = (
    init.init,
    build.build,
    diff.diff,
    cards.cards,
    explain.explain,
    check.check,
    tune.tune,
    drop.drop,
    add.add,
    pin.pin,
    review.review,
    same.same,
    split.split,
    pull.pull,
    preview.preview,
    rules.rules,
    schema.schema,
)
"""In the order of --help, which is the order in which a user meets them."""

for _command in COMMANDS:
    app.command(cls=Command)(_command)


_DROPPED = 50_000
"""Objects after which a run looks for what it dropped: bullets know each other in circles, and a
build drops those of each page."""


def run() -> None:
    """Run the command of sys.argv and exit: 0 fine, 1 problems were found, 2 wrong usage."""
    _have_streams()
    _speak_every_language()
    gc.set_threshold(_DROPPED, 20, 50)
    gc.enable()
    try:
        app(prog_name="flashcards")
    except BrokenPipeError:
        _forget_output()
        sys.exit(1)
    except Exception as error:
        _explain(error)
        sys.exit(1)


def _explain(error: Exception) -> None:
    """Draw the problems of a refused run, or of a full disk; anything else is a fault of the
    program's own."""
    from flashcards.cli.screen import report
    from flashcards.problems import Problem, Refused

    if isinstance(error, OSError) and not error.filename:  # no file was opened: it is the output
        _forget_output()
        error = Refused(Problem(f"the output cannot be written: {error.strerror}"))
    if not isinstance(error, Refused):
        raise error
    with suppress(OSError):
        report(error.problems)


def _forget_output() -> None:
    """Let what a stream still holds go nowhere, so that leaving does not fail on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _have_streams() -> None:
    """Whoever starts the program without a stream, such as `>&-`, wants nothing printed there."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _speak_every_language() -> None:
    """Never fail on a letter that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
