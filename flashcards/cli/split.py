"""`flashcards split`: a bullet is no longer the card that it was taken for."""

from __future__ import annotations

from typing import Annotated

import typer

from flashcards.cli.app import Folder
from flashcards.cli.completion import ids


def split(
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="An id, or a place in a note.", autocompletion=ids),
    ],
    folder: Folder = None,
) -> None:
    """Say that a bullet is another card now: it gets an id and a history of its own.

    For a bullet that was replaced by another fact and that a build took for a rewording. The old
    card retires; `same` takes it back. To make several cards of one bullet: flashcards tune ID
    --split.

    \b
      flashcards split what-is-osmosis-8b2a
      flashcards split lecture:12
    """
    from flashcards import identity
    from flashcards.cli.loading import editing
    from flashcards.cli.which import one_card
    from flashcards.lock import dump
    from flashcards.sources import LOCK

    with editing(folder) as loaded:
        built = loaded.built
        card = one_card(name, built.cards, [note.path for note in built.notes])
        corrected = identity.split(built.before, card.id)
        loaded.workspace.write(LOCK, dump(corrected))
    print(f"{card.id} retires, and its bullet becomes a new card; run flashcards build")
