"""Progress: how far a long run is, how fast it goes and how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flashcards.pages import Page

SLOW = 1.0
"""Seconds of work before a bar appears."""
OFTEN = 0.1
"""Seconds between two drawings."""
_WIDTH = 30


class Progress:
    """Wraps pages that are made one by one; on a terminal, draws a bar below which they go on."""

    def __init__(self, quiet: bool = False) -> None:
        self._draws = not quiet and sys.stderr.isatty()

    def __call__(self, pages: Iterator[Page], sizes: Sequence[int]) -> Iterator[Page]:
        """The same pages; `sizes` are the characters of their notes, by which time is told."""
        if not self._draws or not sizes:
            yield from pages
            return
        started = drawn = time.monotonic()
        work = bullets = 0
        try:
            for done, page in enumerate(pages):
                now = time.monotonic()
                if now - started > SLOW and now - drawn > OFTEN:
                    drawn = now
                    seconds = now - started
                    left = seconds * (sum(sizes) / max(1, work) - 1)
                    _draw(done, len(sizes), bullets / seconds, left)
                yield page
                work += sizes[done]
                bullets += len(page.note.bullets)
        finally:
            if drawn > started:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _draw(done: int, total: int, speed: float, left: float) -> None:
    filled = _WIDTH * done // total
    bar = "#" * filled + "." * (_WIDTH - filled)
    line = f"[{bar}] {done:,} of {total:,} notes, {speed:,.0f} bullets a second, {_told(left)} left"
    print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)


def _told(seconds: float) -> str:
    """
    >>> _told(4.6), _told(200)
    ('5 s', '3 min 20 s')
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
