"""The shelf: the pages that a run keeps for the next, so that only what changed is made anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from hashlib import blake2b

from flashcards.cli import cache
from flashcards.cli.crew import phrased, unpacked
from flashcards.pages import Page, Written, pages_of

SMALL = 2_000
"""Characters of notes that are phrased sooner than a shelf is opened."""
AT_ONCE = 250
"""Pages that are taken from the shelf, or put there, at a time: all would fill the memory, and a
run that is interrupted should not have worked in vain."""


class Shelf(cache.Cache):
    """Makes pages, and keeps those of a workspace in its cache.

    A page is found by all that it depends on: what was written, and the program's own files.
    """

    def __call__(self, written: Sequence[Written]) -> Iterator[Page]:
        """The pages of these notes, in their order."""
        if not self.file or sum(len(one.text) for one in written) < SMALL:
            yield from pages_of(written)
            return
        now = cache.program()
        keys = [_key(now, one) for one in written]
        there = {key for (key,) in self.rows("select key from pages")}
        fresh = phrased([one for one, key in zip(written, keys, strict=True) if key not in there])
        self._drop(there.difference(keys))
        made = _Made(self)
        try:
            for start in range(0, len(keys), AT_ONCE):
                ours = keys[start : start + AT_ONCE]
                held = self._held([key for key in ours if key in there])
                for one, key in zip(written[start:], ours, strict=False):
                    page = unpacked(held.pop(key, b"")) if key in there else None
                    if page is None:
                        packed = fresh if key not in there else phrased([one])
                        page, data = next(packed)
                        made.add(key, data)
                    yield page
        finally:
            made.keep()

    def _held(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is on the shelf by these keys; another run may have taken some away meanwhile."""
        marks = ", ".join("?" * len(keys))
        query = f"select key, page from pages where key in ({marks})"
        return dict(self.rows(query, keys)) if keys else {}

    def _drop(self, keys: Collection[bytes]) -> None:
        """Take away what no note needs any more, so that a shelf grows with the notes alone."""
        if keys:
            self.change(("delete from pages where key = ?", [(key,) for key in keys]))


class _Made:
    """Pages on their way to the shelf, put there some at a time."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._pages: dict[bytes, bytes] = {}

    def add(self, key: bytes, data: bytes) -> None:
        self._pages[key] = data
        if len(self._pages) == AT_ONCE:
            self.keep()

    def keep(self) -> None:
        if self._pages:
            statement = "insert or replace into pages values (?, ?)"
            self._shelf.change((statement, list(self._pages.items())))
            self._pages.clear()


def _key(program: str, one: Written) -> bytes:
    habits = [sorted(one.habits.off), sorted(one.habits.on), one.habits.english]
    whole = repr([program, one.mode, habits, one.path, one.text, one.blocks])
    return blake2b(whole.encode(errors="surrogatepass"), digest_size=16).digest()
