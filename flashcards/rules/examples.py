"""Ask for the example that a bullet gives of its parent.

- Endothermic reactions
    - E.g. photosynthesis
Q: What is an example of endothermic reactions?
A: Photosynthesis

- Reactions can absorb heat from their surroundings
    - E.g. one of them
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.lists import number_word, split_list
from flashcards.english.questions import imperative_base, third_person_start
from flashcards.english.tagging import is_plural
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic

SCOPE = "bullet"
BY_DEFAULT = False

_OPENING = re.compile(r"^(?:e\.g\.|ex\.?:|example:|for example,?|for instance,?|such as)\s+", re.I)
LONGEST = 10
"""Words of an example; longer ones are stories."""


def read(passage: Passage) -> Iterator[Reading]:
    match = _OPENING.match(passage.text)
    parent = passage.parent_label
    if match is None or not parent or is_generic(parent):
        return
    example = passage.text[match.end() :].strip().rstrip(".")
    if (
        imperative_base(parent)
        or third_person_start(parent)
        or re.match(r"\w+ly\b|often\b", parent)
    ):
        return
    if not example or word_count(example) > LONGEST or not is_plural(tokens(parent)[-1].lower):
        return
    subject = passage.lowered(parent)
    items = split_list(example)
    if items and len(items) <= 4:
        yield Reading(f"What are {number_word(len(items))} examples of {subject}?", example)
    elif items is None and "," not in example:
        yield Reading(f"What is an example of {subject}?", example)
