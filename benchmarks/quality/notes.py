"""The notes that a command of this folder is given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def notes_in(paths: Iterable[Path]) -> list[Path]:
    """The files among the paths, and the Markdown below the folders among them, in order."""
    return [note for path in paths for note in (sorted(path.rglob("*.md")) or [path])]
