"""Which bullets the list card of their parent or their heading asks for already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from flashcards import lazy_re as re
from flashcards.braces import shown
from flashcards.english.stems import stems
from flashcards.model import Bullet, Draft, Reading
from flashcards.passages.lists import member_of

_LABEL = re.compile(r"^.*?[:?] ")
_NUMBER = re.compile(r"^\d{1,2}\. ")


class Asked:
    """The items of the cards made so far, by the bullet or heading that they stand below."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self._items: dict[object, set[str]] = {}
        self._told: dict[object, set[frozenset[str]]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        heading = draft.bullet.form == "heading"
        key: object = draft.bullet.headings[-1] if heading else id(draft.bullet)
        self._items.setdefault(key, set()).update(_items(draft.reading))
        if draft.reading.kind == "qa":
            self._told.setdefault(key, set()).update(_told(draft.reading))

    def holds(self, bullet: Bullet) -> Literal["", "whole", "label"]:
        """Whether a card asks for all that the bullet says, or only for its label."""
        items = self._items.get(_above(bullet))
        if not items:
            return ""
        if _plain(bullet.text) in items:
            return "whole"
        member = member_of(bullet)
        return "label" if member and _plain(member.text) in items else ""

    def tells(self, bullet: Bullet) -> bool:
        """Whether the answer of a card above a bullet without one gives all of its words, in
        whatever forms: `Gathering wood` tells `Gather wood`."""
        return bool(self.holds(bullet)) or stems(bullet.text) in self._told.get(_above(bullet), ())


def _above(bullet: Bullet) -> object:
    return id(bullet.parent) if bullet.parent else next(reversed(bullet.headings), None)


def _told(reading: Reading) -> Iterator[frozenset[str]]:
    """The words of the whole answer and of its items, whatever their forms."""
    for text in (reading.answer, *reading.answer.split("; ")):
        told = stems(text)
        if len(told) >= LEAST_TOLD:
            yield told


LEAST_TOLD = 2
"""Content words that an item needs to be known by them, in any form."""


def _items(reading: Reading) -> list[str]:
    """The members of a list; of any other card its whole answer."""
    if reading.kind == "qa":
        return [_plain(_NUMBER.sub("", item)) for item in reading.answer.split("; ")]
    told = _LABEL.sub("", shown(reading.question), count=1)
    return [_plain(_NUMBER.sub("", item)) for item in told.split("; " if "; " in told else ", ")]


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .;,:").lower()
