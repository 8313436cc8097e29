"""The cache: what a run leaves for the next in the user's cache folder, a file a workspace."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from functools import lru_cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import flashcards

if TYPE_CHECKING:
    from sqlite3 import Connection

_DIGESTS = "select path, state, digest from media"

FORGOTTEN = 30 * 24 * 3600
"""Seconds after which the file of a workspace that is not built any more is thrown away."""

PATIENCE = 1.0
"""Seconds to wait for another run that writes; what it keeps is no reason to wait longer."""
_IN_USE = (5, 6)
"""SQLITE_BUSY and SQLITE_LOCKED: the file is good, and another run has it."""


class Shipped(NamedTuple):
    """What was written into a package, and the state of its file right after."""

    contents: str
    state: str


class Cache:
    """The file of one workspace, with the state of its packages.

    It can be deleted at any time; where it cannot be read or written, a run goes on without it. It
    is not in the workspace, whose files may come from others.
    """

    def __init__(self, root: Path) -> None:
        folder = _cache_folder()
        name = blake2b(os.fsencode(root.resolve()), digest_size=12).hexdigest()
        self.file = folder / f"{name}.pages" if folder else None

    def packages(self) -> dict[str, Shipped]:
        """What was written into each package, by its path, when this program wrote it last."""
        now = program()
        rows = self.rows("select path, program, contents, state from packages")
        return {path: Shipped(*facts) for path, by, *facts in rows if by == now}

    def keep_packages(self, shipped: Mapping[str, Shipped]) -> None:
        """Remember what was written."""
        by = program()
        rows = [(path, by, one.contents, one.state) for path, one in shipped.items()]
        self.change(("insert or replace into packages values (?, ?, ?, ?)", rows))

    def digests(self) -> dict[str, tuple[str, str]]:
        """The state and the digest of each picture, sound and video that was read, by its path."""
        return {path: (state, digest) for path, *(state, digest) in self.rows(_DIGESTS)}

    def keep_digests(self, digests: Mapping[str, tuple[str, str]]) -> None:
        """Remember what was read."""
        if digests:
            rows = [(path, *facts) for path, facts in digests.items()]
            self.change(("insert or replace into media values (?, ?, ?)", rows))

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """What is found; nothing where nothing can be read."""
        from sqlite3 import Error

        try:
            with closing(self._open()) as file:
                return file.execute(query, values).fetchall()
        except (Error, OSError) as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _IN_USE:
                self._clear()
            return []

    def change(self, *changes: tuple[str, Iterable[Sequence[object]]]) -> None:
        """Run each statement with all its rows; all of them or none."""
        from sqlite3 import Error

        with suppress(Error, OSError), closing(self._open()) as file:
            for statement, rows in changes:
                file.executemany(statement, rows)
            file.commit()

    def _open(self) -> Connection:
        import sqlite3

        if not self.file:
            raise OSError("no folder for a cache")
        if not self.file.exists():
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _throw_away_old(self.file.parent)
        file = sqlite3.connect(self.file, timeout=PATIENCE)
        file.execute("pragma synchronous = off")
        file.execute("create table if not exists pages (key blob primary key, page blob)")
        columns = "path text primary key, program text, contents text, state text"
        file.execute(f"create table if not exists packages ({columns})")
        file.execute("create table if not exists settled (key blob, states text, told blob)")
        file.execute("create table if not exists media (path text primary key, state, digest)")
        return file

    def _clear(self) -> None:
        with suppress(OSError):
            if self.file:
                self.file.unlink()


@lru_cache(1)
def program() -> str:
    """What tells one state of the program from another: its files, also while it is worked on."""
    folder = Path(flashcards.__file__).parent
    files = sorted(folder.rglob("*.py")) + sorted(folder.rglob("*.txt"))
    parser = find_spec("pyromark")  # found, not loaded
    files += [Path(parser.origin)] if parser and parser.origin else []
    states = [(file.name, file.stat()) for file in files]
    facts = [f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in states]
    return blake2b("\n".join([sys.version, *facts]).encode(), digest_size=16).hexdigest()


def _cache_folder() -> Path | None:
    """Where this system keeps what programs can make again; none where nobody is at home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "flashcards" if os.path.isabs(base) else None


def _throw_away_old(folder: Path) -> None:
    for file in folder.glob("*.pages"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > FORGOTTEN:
                file.unlink()
