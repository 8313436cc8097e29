"""What a build starts from, and the names of the files that it reads and writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NOTES = "notes"
DECKS = "decks"
LOCK = f"{DECKS}/cards.lock"
ORG = ".org"
ENDINGS = (".md", ".markdown", ".txt", ORG)
"""The endings of note files."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The texts that a build starts from, by their paths from the workspace."""

    notes: Mapping[str, str]
    curations: Mapping[str, str] = field(default_factory=dict)
    lock: bytes = b""
    """As it is on disk, in UTF-8."""
    unread: frozenset[str] = frozenset()
    """Files and folders that are there but could not be read."""
    media: tuple[str, ...] = ()
    """The paths of all pictures, sounds and videos in notes/, sorted."""


def package_path(package: str) -> str:
    """Where the package is that Anki imports."""
    return f"{DECKS}/{package}.apkg"


def curation_path(package: str) -> str:
    """Where the curation of a package is."""
    return f"{DECKS}/{package}.yaml"
