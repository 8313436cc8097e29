"""`flashcards pin`: a card that stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from flashcards.cli.app import Folder
from flashcards.cli.completion import ids

if TYPE_CHECKING:
    from flashcards.cli.curating import Curator


def pin(
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="An id, or a place in a note.", autocompletion=ids),
    ],
    undo: Annotated[bool, typer.Option("--undo", help="Let the note say again.")] = False,
    folder: Folder = None,
) -> None:
    """Keep a card as it is, whatever becomes of its bullet, even if that goes.

    \b
      flashcards pin what-is-osmosis-8b2a
      flashcards pin lecture:12
      flashcards pin what-is-osmosis-8b2a --undo
    """
    from flashcards.cli.curating import Curator
    from flashcards.cli.loading import load, reporting

    loaded = load(folder)
    curator = Curator(loaded)
    with reporting(loaded.workspace):
        print(curator.undo("pin", name) if undo else pinned(curator, curator.card(name).id))


def pinned(curator: Curator, card_id: str) -> str:
    """Write a card's draft down for good, and say so."""
    from flashcards.curation.composing import pin_of
    from flashcards.notes.places import readable
    from flashcards.problems import Problem, Refused

    draft = curator.loaded.built.drafts.get(card_id)
    if draft is None:
        message = f"{card_id} is written by hand, so that no note can take it away"
        raise Refused(Problem(message))
    path = curator.path("pin", card_id, draft.package)
    curator.set("pin", card_id, pin_of(draft, readable(draft.package)), path)
    return f"pinned {card_id} in {path}"
