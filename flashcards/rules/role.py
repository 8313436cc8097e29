"""Ask for what a label collects: problems, benefits, examples, uses, kinds.

## Sleep deprivation
- Effects: poor memory, slow reactions, irritability
Q: What are three effects of sleep deprivation?
A: Poor memory, slow reactions, irritability

- Problems with monocultures: pests, soil exhaustion
Q: What are two problems with monocultures?
A: Pests, soil exhaustion

## Notes
- Pros: cheap, quick
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english.lists import is_open, number_word, split_list
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.roles import ROLES, names_several, role_of

SCOPE = "bullet"

MOST_ITEMS = 4
"""More at once is not one fact (C3)."""


def read(passage: Passage) -> Iterator[Reading]:
    found = role_of(passage.label)
    if found is None or not names_several(passage.label):
        return
    items = split_list(passage.body)
    if items is None or len(items) > MOST_ITEMS:
        return
    whose = found.of or _default_subject(passage, found.noun)
    if not whose:
        return
    answer = ", ".join(items) + (", etc." if is_open(passage.body) else "")
    yield Reading(f"What are {number_word(len(items))} {found.noun} {whose}?", answer)


def _default_subject(passage: Passage, noun: str) -> str:
    """`of sleep deprivation`, from the parent's label or the talk's name."""
    above = passage.subject or (
        passage.names.lowered_title(passage.topic.name) if passage.topic.kind == "topic" else ""
    )
    if not above or word_count(above) > 6:
        return ""
    return f"{ROLES[noun]} {above}"
