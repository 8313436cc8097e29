"""Blocks of a graph that other blocks show by their ids, as Logseq has it: `((5f1d2c3b-…))`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from flashcards import lazy_re as re
from flashcards.model import Bullet

ID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
SHOWN = re.compile(rf"\(\(({ID})\)\)|\{{\{{embed \(\(({ID})\)\)\}}\}}")
"""A reference to a block, or its embed, in the text of a note."""

_REFERENCE = re.compile(rf"\(\(({ID})\)\)")
_NAMED = re.compile(rf"^[ \t]*(?:[-*] )?id::[ \t]+({ID})[ \t]*$", re.MULTILINE)

Blocks = Mapping[str, str]
"""The texts of blocks by their ids."""

DEEPEST = 3
"""How often a block that is shown may itself show one."""


def shown_in(
    texts: Mapping[str, str], bullets: Callable[[str, str, Blocks], Iterable[Bullet]]
) -> Mapping[str, Blocks]:
    """For each note, by path, the blocks of other notes and its own that it refers to.

    `bullets` reads a note from its text, its path and the blocks that it may show. Notes that
    refer to none are left out; so is a block that no note holds.
    """
    wanted = {
        path: frozenset(_REFERENCE.findall(text)) for path, text in texts.items() if "((" in text
    }
    all_wanted = frozenset[str]().union(*wanted.values())
    if not all_wanted:
        return {}
    holders = [
        path
        for path, text in texts.items()
        if "id::" in text and not all_wanted.isdisjoint(_NAMED.findall(text))
    ]
    found: dict[str, str] = {}
    for _ in range(DEEPEST):
        before = dict(found)
        for path in holders:
            for bullet in bullets(texts[path], path, found):
                if bullet.anchor in all_wanted:
                    found[bullet.anchor] = bullet.text
        if found == before:
            break
    return {
        path: {one: found[one] for one in sorted(ids) if one in found}
        for path, ids in wanted.items()
        if not ids.isdisjoint(found)
    }
