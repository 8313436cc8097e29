"""Whether a note holds the minutes of a meeting, of which only decisions are worth recalling."""

from __future__ import annotations

import re

from flashcards.model import Note

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


def is_minutes(note: Note) -> bool:
    """Two signs: a title such as `Call 13`, parts such as `Agenda` and `Attendees`."""
    parts = {
        match[0].lower()
        for text in (
            *(heading.text for heading in note.headings),
            *(bullet.text for bullet in note.bullets if bullet.parent is None),
        )
        if (match := _PART.match(text))
    }
    return len(parts) + bool(_TITLE.search(note.title)) >= 2
