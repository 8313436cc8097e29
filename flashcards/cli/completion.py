"""What the shell offers after Tab: ids of cards, from the lock."""

from __future__ import annotations

from pathlib import Path

import typer


def ids(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of live cards that begin with what is typed; none where the lock is not readable."""
    from flashcards.lock import load
    from flashcards.problems import Refused
    from flashcards.sources import LOCK
    from flashcards.workspace import Workspace

    folder = context.params.get("folder") or Path()
    try:
        lock = load(Workspace(folder).bytes_of(LOCK) or b"", LOCK)
    except Refused:
        return []
    live = (entry.id for entry in lock.entries.values() if not entry.retired)
    return sorted(one for one in live if one.startswith(incomplete))
