"""`flashcards same`: two ids are one card."""

from __future__ import annotations

from typing import Annotated

import typer

from flashcards.cli.app import Folder
from flashcards.cli.completion import ids


def same(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The card to keep.", autocompletion=ids)
    ],
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="The card that it is now.", autocompletion=ids)
    ],
    folder: Folder = None,
) -> None:
    """Say that NEW is the card OLD in other words: OLD's id and history go on, NEW is given up.

    For a bullet that was rewritten so much that a build took it for another one. Each is an id,
    which may be shortened, or a place such as notes/lecture.md:12.

    \b
      flashcards same what-is-osmosis-8b2a what-does-water-do-11c0
      flashcards same what-is-osmosis-8b2a lecture:12
    """
    from flashcards import identity
    from flashcards.cli.loading import editing
    from flashcards.cli.which import one_card, one_id
    from flashcards.lock import Lock, dump
    from flashcards.sources import LOCK

    with editing(folder) as loaded:
        built = loaded.built
        heir = one_card(new, built.cards, [note.path for note in built.notes]).id
        keeper = one_id(old, [*built.before.entries, heir])
        known = dict(built.before.entries)
        known.setdefault(heir, built.fresh(heir))
        corrected = identity.same(Lock.of(known.values()), keeper, heir)
        loaded.workspace.write(LOCK, dump(corrected))
    print(f"{heir} is {keeper} again; run flashcards build")
