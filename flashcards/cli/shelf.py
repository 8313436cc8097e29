"""The shelf: what a run keeps for the next, so that a build makes anew only what changed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyromark

import flashcards
from flashcards.cli.crew import phrased, unpacked
from flashcards.pages import Page, Written, pages_of

if TYPE_CHECKING:
    from sqlite3 import Connection

SMALL = 50_000
"""Characters of notes that are phrased sooner than a shelf is opened."""
FORGOTTEN = 30 * 24 * 3600
"""Seconds after which the shelf of a workspace that is not built any more is thrown away."""


class Shipped(NamedTuple):
    """What was written into a package, and the state of its file right after."""

    contents: str
    state: str


class Shelf:
    """Makes pages, and keeps those of a workspace in the user's cache folder, with the state of
    the packages.

    A page is found by all that it depends on: what was written, and the program's own files. The
    folder can be deleted at any time; where it cannot be read or written, a run goes on without
    it. It is not in the workspace, whose files may come from others.
    """

    def __init__(self, root: Path) -> None:
        folder = _cache_folder()
        name = blake2b(os.fsencode(root.resolve()), digest_size=12).hexdigest()
        self._file = folder / f"{name}.pages" if folder else None

    def __call__(self, written: Sequence[Written]) -> Iterator[Page]:
        """The pages of these notes, in their order."""
        if not self._file or sum(len(one.text) for one in written) < SMALL:
            yield from pages_of(written)
            return
        program = _program()
        keys = [_key(program, one) for one in written]
        held = self._all()
        pages = [_page(held.get(key)) for key in keys]
        fresh = phrased([one for one, page in zip(written, pages, strict=True) if page is None])
        made: dict[bytes, bytes] = {}
        for at, key in enumerate(keys):
            page = pages[at]
            if page is None:
                page, made[key] = next(fresh)
            yield page
        stale = held.keys() - set(keys)
        if made or stale:
            self._keep(made, stale)

    def packages(self) -> dict[str, Shipped]:
        """What was written into each package, by its path, when this program wrote it last."""
        program = _program()
        rows = self._rows("select path, program, contents, state from packages")
        return {path: Shipped(*facts) for path, by, *facts in rows if by == program}

    def keep_packages(self, shipped: Mapping[str, Shipped]) -> None:
        """Remember what was written."""
        from sqlite3 import Error

        program = _program()
        rows = [(path, program, one.contents, one.state) for path, one in shipped.items()]
        with suppress(Error, OSError), closing(self._open()) as shelf:
            shelf.executemany("insert or replace into packages values (?, ?, ?, ?)", rows)
            shelf.commit()

    def _all(self) -> dict[bytes, bytes]:
        """Everything on the shelf."""
        return dict(self._rows("select key, page from pages"))

    def _rows(self, query: str) -> list[Any]:
        from sqlite3 import Error

        try:
            with closing(self._open()) as shelf:
                return shelf.execute(query).fetchall()
        except (Error, OSError):
            self._clear()
            return []

    def _keep(self, made: Mapping[bytes, bytes], stale: Iterable[bytes]) -> None:
        from sqlite3 import Error

        with suppress(Error, OSError), closing(self._open()) as shelf:
            shelf.executemany("delete from pages where key = ?", [(key,) for key in stale])
            shelf.executemany("insert or replace into pages values (?, ?)", made.items())
            shelf.commit()

    def _open(self) -> Connection:
        import sqlite3

        if not self._file:
            raise OSError("no folder for a cache")
        if not self._file.exists():
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _throw_away_old(self._file.parent)
        shelf = sqlite3.connect(self._file, timeout=1)
        shelf.execute("pragma synchronous = off")
        shelf.execute("create table if not exists pages (key blob primary key, page blob)")
        columns = "path text primary key, program text, contents text, state text"
        shelf.execute(f"create table if not exists packages ({columns})")
        return shelf

    def _clear(self) -> None:
        with suppress(OSError):
            if self._file:
                self._file.unlink()


def _page(data: bytes | None) -> Page | None:
    return unpacked(data) if data else None


def _key(program: str, one: Written) -> bytes:
    habits = [sorted(one.habits.off), sorted(one.habits.on), one.habits.english]
    whole = repr([program, one.mode, habits, one.path, one.text])
    return blake2b(whole.encode(errors="surrogatepass"), digest_size=16).digest()


@lru_cache(1)
def _program() -> str:
    """What tells one state of the program from another: its files, also while it is worked on."""
    folder = Path(flashcards.__file__).parent
    files = sorted(folder.rglob("*.py")) + sorted(folder.rglob("*.txt"))
    states = [(file.name, file.stat()) for file in [*files, Path(pyromark.__file__)]]
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
