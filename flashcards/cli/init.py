"""`flashcards init`: a workspace to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

UNCOMMITTED = "decks/*.apkg\ndecks/.lock\n.flashcards/\n"
"""What a build can make again: .gitignore names it, the lock and the curation are committed."""

MERGED = "decks/cards.lock merge=union\n"
"""How git merges the lock: the cards of both branches, line by line, without a conflict."""


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Made if it is not there.")] = (
        Path()
    ),
) -> None:
    """Start a workspace: notes/ with an example, decks/, and what git is to know of it.

    Nothing that exists is overwritten.

    \b
      flashcards init my-notes
      cd my-notes
      flashcards build
    """
    from importlib.resources import files

    from flashcards.cli.screen import say
    from flashcards.workspace import Workspace

    example = files("flashcards.cli").joinpath("example.md").read_text(encoding="utf-8")
    workspace = Workspace(folder)
    wanted = {"notes/honeybee.md": example}
    for name, lines in {".gitignore": UNCOMMITTED, ".gitattributes": MERGED}.items():
        if (folder / name).exists():
            say(f"{name} is there already; add to it:\n{lines}")
        else:
            wanted[name] = lines
    workspace.create(wanted, folders=["decks"])
    where = "" if folder == Path() else f" -C {folder}"
    print(f"wrote {', '.join(str(folder / path) for path in wanted)}")
    print(f"next: flashcards build{where}, then File > Import in Anki")
