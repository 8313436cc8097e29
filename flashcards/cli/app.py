"""The typer application, and the options that commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flashcards.cli.plainly import Group

app = typer.Typer(
    name="flashcards",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class ModeName(StrEnum):
    """How sure a rule must be of its card."""

    strict = "strict"
    default = "default"
    max = "max"


def _version(wanted: bool) -> None:
    if wanted:
        from flashcards import __version__

        print(f"flashcards {__version__}")
        raise typer.Exit


@app.callback()
def flashcards(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Option("-C", metavar="DIR", help="Work on the workspace in DIR.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Print the version.")
    ] = False,
) -> None:
    """Plain Markdown notes in, Anki decks out.

    A workspace is a folder with notes/ and decks/. Start one, or turn the notes of the current
    folder into decks:

    \b
      flashcards init my-notes     a workspace with an example note
      flashcards build             notes/*.md -> decks/*.apkg, for Anki's File > Import
      flashcards diff              what a build would change
      flashcards explain notes/lecture.md:12

    `flashcards COMMAND --help` shows each command with examples.
    """
    context.obj = folder


def _of_all_commands(context: typer.Context, folder: Path | None) -> Path:
    """The -C of the command, else the one before the command, else here."""
    chosen = folder or context.obj or Path()
    if not context.resilient_parsing and not chosen.is_dir():
        raise typer.BadParameter(f"there is no folder {chosen}")
    return Path(chosen)


Folder = Annotated[
    Path | None,
    typer.Option(
        "-C",
        metavar="DIR",
        help="Work on the workspace in DIR instead of the current folder.",
        callback=_of_all_commands,
    ),
]
"""The workspace's folder. A command gets a path, never None."""

Mode = Annotated[
    ModeName,
    typer.Option(
        "--mode",
        help="strict: only cards without a warning; max: also rules that often read amiss.",
    ),
]

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only, and no progress.")]
