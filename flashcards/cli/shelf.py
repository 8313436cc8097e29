"""The shelf: the pages that a run keeps for the next, so that only what changed is made anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from flashcards.cli import cache
from flashcards.cli.crew import phrased, unpacked
from flashcards.pages import Page, Written, pages_of

SMALL = 50_000
"""Characters of notes that are phrased sooner than a shelf is opened."""


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
            self.change(
                ("delete from pages where key = ?", [(key,) for key in stale]),
                ("insert or replace into pages values (?, ?)", made.items()),
            )

    def _all(self) -> dict[bytes, bytes]:
        """Everything on the shelf."""
        return dict(self.rows("select key, page from pages"))


def _page(data: bytes | None) -> Page | None:
    return unpacked(data) if data else None


def _key(program: str, one: Written) -> bytes:
    habits = [sorted(one.habits.off), sorted(one.habits.on), one.habits.english]
    whole = repr([program, one.mode, habits, one.path, one.text, one.blocks])
    return blake2b(whole.encode(errors="surrogatepass"), digest_size=16).digest()
