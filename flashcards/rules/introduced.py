"""Ask what is introduced under a topic.

## Weather forecasts
- Introduce the Brier score (BS)
Q: Weather forecasts: which score is introduced?
A: The Brier score (BS)

## Weather forecasts
- Introduce this
no card

## Weather forecasts
- Start with the toughest regions
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens
from flashcards.model import Reading
from flashcards.passages.complements import can_answer
from flashcards.passages.passage import Passage

LEAST_GIVEN = 2
NEEDS = "introduce propose present"

_DONE = {"introduce": "introduced", "propose": "proposed", "present": "presented"}
LONGEST_NAME = 6


def read(passage: Passage) -> Iterator[Reading]:
    text, topic = passage.text.rstrip("."), passage.topic.name
    base = imperative_base(text)
    if base is None or not topic or not passage.bullet.headings or passage.label:
        return
    asked, thing = _introduced(text, base)
    if asked and can_answer(thing) and not _points(thing):
        yield Reading(f"{topic}: {asked}?", thing)


def _introduced(text: str, base: str) -> tuple[str, str]:
    """`Introduce the Brier score` names what is introduced, by its head noun."""
    thing = text.split(None, 1)[1] if " " in text else ""
    found = tokens(re.sub(r"\s*\([^()]*\)", "", thing))
    if base not in _DONE or not 2 <= len(found) <= LONGEST_NAME:
        return "", ""
    if not found[-1].lower.isalpha() or tag(found[-1]).may("I"):
        return "", ""
    return f"which {found[-1].lower} is {_DONE[base]}", thing


def _points(thing: str) -> bool:
    pointing = closed.POINTING | {"them", "me", "him"}
    return bool({token.lower for token in tokens(thing)} & pointing)
