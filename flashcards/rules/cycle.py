"""Ask what something cycles or alternates between.

## Pomodoro
- Alternate between focused work and short breaks
Q: Pomodoro: which two things alternate?
A: Focused work and short breaks

## Crop rotation
- Cycle between wheat / clover / turnips until the soil is tired
Q: Crop rotation: which three things form the cycle?
A: Wheat, clover and turnips

- Alternate routes
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.lists import number_word
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic

NEEDS = "between"

_CYCLE = re.compile(
    r"^(?P<verb>cycles?|alternates?|iterates?|oscillates?) between (?P<list>[^.;:?()]{5,100}?)"
    r"(?: until .*| while .*)?\.?$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*/\s*|\s*,\s*(?:and\s+)?|\s+and\s+")
LONGEST_ITEM = 4


def read(passage: Passage) -> Iterator[Reading]:
    found = _CYCLE.match(passage.text)
    name = passage.topic.name
    if found is None or not name or is_generic(name):
        return
    items = [item.strip() for item in _JOINT.split(found["list"]) if item.strip()]
    if not 2 <= len(items) <= 5 or any(word_count(item) > LONGEST_ITEM for item in items):
        return
    answer = ", ".join(map(passage.lowered, items[:-1])) + f" and {passage.lowered(items[-1])}"
    asked = "form the cycle" if found["verb"].lower()[0] in "ci" else "alternate"
    yield Reading(f"{name}: which {number_word(len(items))} things {asked}?", answer)
