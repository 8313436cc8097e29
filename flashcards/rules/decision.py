"""Ask what a meeting decided; nothing else of its minutes is worth a card.

## Garden committee
- Agenda: the pond
- Attendees: Ines, Rolf
- Decision: The pond will be dug in April
Q: Garden committee: what was decided?
A: The pond will be dug in April

## Notes
- Decisions
    - Dig the pond in April
    - Plant two willows
Q: Notes: which two decisions were made?
A: Dig the pond in April; plant two willows

- We decided to wait
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.lists import number_word
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.lists import list_reading, members_of
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic

SCOPE = ("heading", "bullet")
MINUTES = True
NEEDS = "decision decisions decided agreed resolution resolutions resolved consensus"

LONGEST = 25

_DECISIONS = re.compile(
    r"^(?:(?:key |main )?decisions?(?: made| taken)?|agreed|resolutions?)$", re.I
)
_DECIDED = re.compile(
    r"^(?:decision|decided|agreed|resolved|resolution|consensus)\s*[:–—-]\s+(?P<what>\S.*)$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    label = passage.text.strip().rstrip(":")
    if _DECISIONS.match(label) and len(passage.members) > 1:
        members = members_of(passage.members)
        if members:
            texts = [members[0].text, *(passage.lowered(member.text) for member in members[1:])]
            about = _meeting(passage)
            asked = f"{about}: which {number_word(len(texts))} decisions were made?"
            reading = list_reading(asked, f"{about}: decisions", texts) if about else None
            if reading:
                yield reading
        return
    found = _DECIDED.match(passage.text.strip())
    if found and passage.heading is None and 3 <= word_count(found["what"]) <= LONGEST:
        about = _about(passage)
        if about:
            yield Reading(f"{about}: what was decided?", found["what"].rstrip("."))


def _meeting(passage: Passage) -> str:
    """The meeting that a list of decisions stands below: `Garden committee 2021-04-02`."""
    above = [h for h in passage.bullet.headings if h is not passage.heading]
    named = [f"{h.text} {h.date}".strip() for h in above if not _DECISIONS.match(h.text)]
    return next(reversed(named), passage.note.title)


def _about(passage: Passage) -> str:
    crumbs = [crumb for crumb in passage.context if not is_generic(crumb)]
    return next(reversed(crumbs), "")
