"""`flashcards preview`: the cards as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flashcards.cli.app import Folder, Mode, ModeName

PAGE = ".flashcards/preview.html"
"""Where the page goes; version control leaves the folder out."""


def preview(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help=f"Instead of {PAGE}.")
    ] = None,
    show: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in the browser.")
    ] = True,
    mode: Mode = ModeName.default,
    folder: Folder = None,
) -> None:
    """Write the cards that a build would ship as one page, and open it.

    A click turns a card; the page needs no network and can be sent to somebody else.

    \b
      flashcards preview
      flashcards preview -o cards.html --no-open
    """
    from flashcards.cli.loading import load
    from flashcards.cli.screen import has_errors, report
    from flashcards.cli.summary import counted
    from flashcards.preview import page

    loaded = load(folder, mode=mode.value)
    workspace, built = loaded.workspace, loaded.built
    target = output.resolve() if output else workspace.root.resolve() / PAGE
    workspace.write(str(target), page(built.cards, workspace.root.resolve().name).encode())
    print(f"wrote {output or PAGE}: {counted(len(built.cards), 'card')}")
    report(built.problems, workspace)
    if show:
        typer.launch(target.as_uri())
    raise typer.Exit(has_errors(built.problems))
