"""Which parts of a note record what people do: minutes and plans, of which only decisions last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flashcards import lazy_re as re
from flashcards.model import Bullet, Heading, Note

_TITLE = re.compile(
    r"\b(?:meetings?|minutes|stand-?ups?|retro(?:spective)?|one-on-one|1:1|call\s*#?\d+|sync)\b",
    re.IGNORECASE,
)
_PARTS = (
    "agenda|attendees|attendance|present|absent|apologies|participants|action items?|"
    "action points?|next meeting|next call|minutes|meeting (?:date|time|duration|notes|info)|"
    "decisions?|moderators?|note[- ]?takers?|recording|client updates|announcements?"
)
_PART = re.compile(rf"^(?:{_PARTS})\b", re.IGNORECASE)


_PLAN = re.compile(
    r"\b(?:(?<!test )plans?|roadmap|tracker|sprint|backlog|prompts|journal|diary|changelog|"
    r"translations|to-?dos?|tasks? list|project ideas?|ideas? list)$|^(?:my|our) |"
    r"\b(?:sprint|roadmap|backlog)\b",
    re.IGNORECASE,
)
"""Titles of notes that plan or log something."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What of a note is minutes."""

    whole: bool
    below: frozenset[Heading]
    """Headings of meetings, where a note holds other things, too."""

    @classmethod
    def of(cls, note: Note) -> Minutes:
        """Two signs make minutes: a title such as `Call 13`, parts such as `Agenda`."""
        title = note.headings[0] if note.headings and note.headings[0].text == note.title else None
        meetings: dict[Heading, list[str]] = {}
        around: list[Heading] = []
        for heading in note.headings:
            while around and around[-1].level >= heading.level:
                around.pop()
            for meeting in around:
                meetings[meeting].append(heading.text)
            if heading is not title and _TITLE.search(heading.text):
                around.append(heading)
                meetings[heading] = []
        below = frozenset(heading for heading, texts in meetings.items() if _parts(texts))
        top = [bullet.text for bullet in note.bullets if bullet.parent is None]
        everything = _parts([*(heading.text for heading in note.headings), *top])
        if title and _PLAN.search(note.title) and any(not b.headings for b in note.bullets):
            return cls(False, below | {title})  # what stands above the plan is none of it
        if _PLAN.search(note.title) or (_TITLE.search(note.title) and everything):
            return cls(True, below)
        return cls(not below and len(everything) >= 2, below)

    def hold(self, bullet: Bullet) -> bool:
        return self.whole or any(heading in self.below for heading in bullet.headings)


def _parts(texts: Iterable[str]) -> set[str]:
    return {match[0].lower() for text in texts if (match := _PART.match(text))}
