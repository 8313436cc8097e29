"""Rewrite a note, in whatever dialect it is written, into plain CommonMark."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.notes.dressed import Dressed


def dress(lines: Sequence[str], path: str, skip: int = 0) -> Dressed:
    """The lines as CommonMark reads them as their writer meant; the first `skip` are left out."""
    dressed = Dressed(path, list(lines))
    for number in range(skip, len(lines)):
        dressed.add(lines[number].replace("\r", " "), number)
    return dressed
