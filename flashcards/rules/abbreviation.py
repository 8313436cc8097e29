"""Ask what an abbreviation stands for, where its letters prove it.

- Named entity recognition (NER) finds people and places
Q: What does NER stand for?
A: Named entity recognition

- Missing at Random (MCAR)
no card

- Made by IBM (International)
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english.abbreviations import expansions
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
SIDE = True
NEUTRAL = True


def read(passage: Passage) -> Iterator[Reading]:
    for pair in expansions(passage.text)[:2]:
        if passage.english:
            yield Reading(f"What does {pair.abbreviation} stand for?", pair.words)
        else:
            yield Reading(pair.abbreviation, pair.words)
