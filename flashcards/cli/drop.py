"""`flashcards drop`: no card."""

from __future__ import annotations

from typing import Annotated

import typer

from flashcards.cli.app import Folder
from flashcards.cli.completion import ids


def drop(
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="An id, or a place in a note.", autocompletion=ids),
    ],
    reason: Annotated[str, typer.Option(help="Why, for whoever reads decks/*.yaml.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Let the card be again.")] = False,
    folder: Folder = None,
) -> None:
    """Leave a card out of its package. The note stays as it is; decks/*.yaml holds the reason.

    The card stays in Anki until you delete it there; `build` prints what to search for. With
    --undo it arrives again, history and all.

    \b
      flashcards drop what-is-osmosis-8b2a --reason "too easy"
      flashcards drop lecture:12
      flashcards drop what-is-osmosis-8b2a --undo
    """
    from flashcards.cli.curating import Curator
    from flashcards.cli.loading import load, reporting

    loaded = load(folder)
    curator = Curator(loaded)
    with reporting(loaded.workspace):
        if undo:
            print(curator.undo("drop", name))
            return
        card = curator.card(name)
        path = curator.path("drop", card.id, card.package)
        curator.set("drop", card.id, reason, path)
        print(f"dropped {card.id} in {path}")
