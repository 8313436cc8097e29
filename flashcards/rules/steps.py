"""Ask for the steps of a procedure, where its parts are numbered.

- Making sourdough
    1. Feed the starter
    2. Mix the dough
    3. Bake
Q: What are the three steps of making sourdough?
A: 1. Feed the starter; 2. mix the dough; 3. bake

- Winners
    1. Norway
    2. Chile
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.lists import number_word
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic

SCOPE = ("heading", "bullet")

MOST_STEPS = 7
LONGEST_STEP = 8
"""Words; longer steps are sentences of their own."""

_STEP_WORDS = re.compile(
    r"^(?:the\s+)?(?:main\s+|basic\s+|\w+\s+)?(?:steps?|stages?|phases?|procedure|process|workflow|"
    r"recipe|cycle)\b\s*(?:of|to|for|in|when)?\s*",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    found = [child for child in passage.members if child.form == "step"]
    if not 2 <= len(found) <= MOST_STEPS or len(found) * 2 < len(passage.members):
        return
    texts = [_short(step) for step in found]
    subject = _procedure(passage)
    if not subject or any(not text or word_count(text) > LONGEST_STEP for text in texts):
        return
    announced = _STEP_WORDS.match(passage.text) is not None
    if not announced and sum(_is_action(text) for text in texts) * 2 <= len(texts):
        return
    later = (f"{n}. {passage.lowered(text)}" for n, text in enumerate(texts[1:], 2))
    answer = "; ".join([f"1. {texts[0]}", *later])
    yield Reading(f"What are the {number_word(len(found))} steps of {subject}?", answer)


def _short(step: Bullet) -> str:
    """The step, or its label where it explains itself: `Feed: add flour and water`."""
    label, colon, _ = step.text.partition(": ")
    text = label if colon and word_count(label) <= 5 else step.text
    return text.strip().rstrip(".:;").strip()


def _is_action(text: str) -> bool:
    first = next(iter(tokens(text)), None)
    return imperative_base(text) is not None or (first is not None and tag(first).may("VG"))


def _procedure(passage: Passage) -> str:
    """What the steps are steps of."""
    named = passage.text.rstrip(":?. ")
    named = re.sub(r"^how to\s+", "", named, flags=re.IGNORECASE)
    subject = _STEP_WORDS.sub("", named).strip()
    if not subject or is_generic(subject):
        subject = passage.topic.name if passage.heading is None else ""
    if not subject or word_count(subject) > 7 or "?" in subject:
        return ""
    if passage.heading is not None:
        return passage.names.lowered_title(subject)
    return passage.lowered(subject)
