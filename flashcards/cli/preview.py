"""`flashcards preview`: the cards as a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flashcards.cli.app import Folder, Mode, ModeName

if TYPE_CHECKING:
    from flashcards.model import Note

PAGE = ".flashcards/preview.html"
"""Where the page goes; version control leaves the folder out."""


def preview(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help=f"Instead of {PAGE}.")
    ] = None,
    show: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in the browser.")
    ] = True,
    editor: Annotated[
        str,
        typer.Option(
            envvar="FLASHCARDS_EDITOR",
            metavar="NAME|ADDRESS",
            help="Which editor the links to the notes open; none: no links.",
        ),
    ] = "",
    mode: Mode = ModeName.default,
    folder: Folder = None,
) -> None:
    """Write the cards that a build would ship as one page, and open it.

    The page needs no network: formulas and pictures are in it. A click or a key turns a card; new
    and reworded is what is so since the last build. A link beside each card opens its note in
    $VISUAL or $EDITOR, if that is an editor which browsers can open, else in VS Code. Links hold
    the path of your notes on this machine: --editor none leaves them out of a page for others.

    \b
      flashcards preview
      flashcards preview -o cards.html --no-open --editor none
      flashcards preview --editor "my-editor://open?file={path}&line={line}"
    """
    from flashcards.cli.loading import load, reporting
    from flashcards.cli.screen import has_errors, report
    from flashcards.cli.summary import counted
    from flashcards.preview import Desk, page

    address = _address(editor)
    notes: list[Note] = []
    loaded = load(folder, mode=mode.value, look=lambda page: notes.append(page.note))
    workspace, built = loaded.workspace, loaded.built
    root = workspace.root.resolve()
    desk = Desk(address, root.as_uri().removeprefix("file://"), workspace.bytes_of)
    html = page(root.name, built.cards, notes, built.changes, desk)
    target = output.resolve() if output else root / PAGE
    with reporting(workspace):
        workspace.write(str(target), html.encode())
    print(f"wrote {output or PAGE}: {counted(len(built.cards), 'card')}")
    report(built.problems, workspace)
    if show:
        typer.launch(target.as_uri())
    raise typer.Exit(has_errors(built.problems))


def _address(wanted: str) -> str:
    """The address of the editor that is wanted, else of the user's own."""
    from flashcards.cli.editor import users_editor
    from flashcards.preview.editors import ADDRESSES, address, editor_of

    found = address(wanted or editor_of(users_editor()[0]))
    if found is None:
        names = ", ".join(ADDRESSES)
        hint = "or an address that holds {path}, and may hold {line} and {column}"
        raise typer.BadParameter(f"{wanted!r} is none of {names}; {hint}", param_hint="--editor")
    return found
