"""The crew: processes that read and phrase many notes at once, each note packed for keeping."""

from __future__ import annotations

import gc
import os
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from io import BytesIO
from operator import attrgetter
from typing import Any

from flashcards.model import Bullet, Draft, Heading, Mark, Reading, Span
from flashcards.pages import Page, Written, page_of
from flashcards.phrased import Silence

WORTH_IT = 60_000
"""Characters from which on a second process pays for its start."""
_LOAD = 20_000
"""Characters that a process is given at a time."""

Packed = tuple[Page, bytes]
"""A page and what `unpacked` makes it from; empty for one that is nested too deeply."""


def phrased(written: Sequence[Written]) -> Iterator[Packed]:
    """Read and phrase these notes, in their order."""
    crew = min(os.cpu_count() or 1, 16)
    size = sum(len(one.text) for one in written)
    loads = list(_loads(written))
    if crew > 1 and size >= WORTH_IT and len(loads) > 1:
        yield from _together(loads, crew)
    else:
        yield from map(_packed, map(page_of, written))


def unpacked(data: bytes) -> Page | None:
    """The page again, or None where it cannot be had."""
    try:
        page = pickle.loads(data)
    except Exception:  # whatever a damaged file makes of it; the note is read again then
        return None
    return page if isinstance(page, Page) else None


def _packed(page: Page) -> Packed:
    data = BytesIO()
    pickler = pickle.Pickler(data, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    try:
        pickler.dump(page)
    except RecursionError:
        return page, b""
    return page, data.getvalue()


def _by_constructor(kind: type[Any]) -> Callable[[Any], tuple[object, ...]]:
    """How to pack a frozen value so that it is unpacked by its constructor: twice as fast as by
    the state that dataclasses hand out."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (kind, values(value))


_OF_BULLET = tuple(field.name for field in fields(Bullet))
_values_of_bullet = attrgetter(*_OF_BULLET)
_CHILDREN = _OF_BULLET.index("children")


_TEXT, _SOURCE = _OF_BULLET.index("text"), _OF_BULLET.index("source")


def _pack_bullet(bullet: Bullet) -> tuple[object, ...]:
    """A bullet knows its parent, which knows it: its children are filled in when it is there. A
    page packs its note first, which names parents before their children."""
    values = list(_values_of_bullet(bullet))
    values[_CHILDREN] = []
    if values[_TEXT] == values[_SOURCE]:
        values[_TEXT] = values[_SOURCE]  # so that both are one again
    if not bullet.children:
        return Bullet, tuple(values)
    return Bullet, tuple(values), bullet.children, None, None, _fill_bullet


def _fill_bullet(bullet: Bullet, children: Sequence[Bullet]) -> None:
    bullet.children.extend(children)


_REDUCERS: dict[type, Callable[[Any], Any]] = {
    kind: _by_constructor(kind) for kind in (Draft, Heading, Mark, Reading, Silence, Span)
} | {Bullet: _pack_bullet}


def _loads(written: Sequence[Written]) -> Iterator[list[Written]]:
    """The notes in portions of like size."""
    load: list[Written] = []
    size = 0
    for one in written:
        load.append(one)
        size += len(one.text)
        if size >= _LOAD:
            yield load
            load, size = [], 0
    if load:
        yield load


def _together(loads: Sequence[list[Written]], crew: int) -> Iterator[Packed]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        with ProcessPoolExecutor(crew, initializer=_join, initargs=(os.getpid(),)) as pool:
            try:
                for load, packed in zip(loads, pool.map(_work, loads), strict=True):
                    done += 1
                    for one, data in zip(load, packed, strict=True):
                        yield unpacked(data) or page_of(one), data
            except BaseException:  # Ctrl-C, or nobody wants the rest: not one more is begun
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except (OSError, BrokenProcessPool, NotImplementedError):  # a system that lets none start
        for load in loads[done:]:
            yield from map(_packed, map(page_of, load))


def _work(load: Sequence[Written]) -> list[bytes]:
    return [_packed(page_of(one))[1] for one in load]


_DROPPED = 50_000
"""Objects after which a process of the crew looks for what it dropped: all but the bytes of its
pages, and bullets know each other in circles."""


def _join(parent: int) -> None:
    """Work in a process of its own: tidy up after each few pages, and end when the run that started
    it was killed."""
    gc.freeze()
    gc.set_threshold(_DROPPED, 10, 10)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
