"""Corrections: what the user knows better about which card is which, written into the lock."""

from __future__ import annotations

from dataclasses import replace

from flashcards.lock import Lock, LockEntry
from flashcards.problems import Problem, Refused, did_you_mean
from flashcards.versions import carried_over


def same(lock: Lock, old: str, new: str) -> Lock:
    """The lock in which the card now called `new` is `old` again; `new` is given up.

    `lock` is one that knows both: the last build's, or that of a fresh `identify`. If `old` was in
    use for another bullet, that one gets a new id at the next build. Raises `Refused` where an id
    is unknown, or both are one.
    """
    was, now = _entry(lock, old), _entry(lock, new)
    if old == new:
        raise Refused(Problem(f'"{old}" is the same already'))
    heir = replace(
        now,
        id=old,
        gone=was.gone,
        line=was.line,
        changed=was.changed,
        digest=was.digest,
        retired=0,
        parted=False,
    )
    heir = carried_over(was, heir)
    return Lock.of((dict(lock.entries) | {old: heir, new: replace(now, parted=True)}).values())


def split(lock: Lock, id: str) -> Lock:
    """The lock in which the bullet of this card is another card: it gets a new id at the next
    build, and this one retires for good, unless `same` takes it back.

    Raises `Refused` where the id is unknown.
    """
    return Lock.of((dict(lock.entries) | {id: replace(_entry(lock, id), parted=True)}).values())


def _entry(lock: Lock, id: str) -> LockEntry:
    entry = lock.entries.get(id)
    if entry is None:
        raise Refused(Problem(f'no card "{id}"', hint=did_you_mean(id, lock.entries)))
    if entry.added:
        problem = f'"{id}" is written by hand: its id is its key in the curation'
        raise Refused(Problem(problem))
    return entry
