"""Ask what an abbreviation stands for, where its letters prove it.

- Named entity recognition (NER) finds people and places
Q: What does NER stand for?
A: Named entity recognition

## Scaling Message Queues (MQ)
- Delayed MQ (DMQ) holds messages back
Q: What does DMQ stand for?
A: Delayed Message Queues

- MLD = maximum lift depth
Q: What does MLD stand for?
A: Maximum lift depth

- Missing at Random (MCAR)
no card

- Made by IBM (International)
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english.abbreviations import expansions, in_full
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
SIDE = True
NEUTRAL = True
NEEDS = "( = : - – —"


def read(passage: Passage) -> Iterator[Reading]:
    for pair in expansions(passage.text)[:2]:
        words = in_full(pair.words, lambda: _said_before(passage))
        question = f"What does {pair.abbreviation} stand for?" if passage.english else ""
        yield Reading(question or pair.abbreviation, words)


MOST_BEFORE = 40
"""Bullets before, in which a name may be spelled out."""


def _said_before(passage: Passage) -> list[str]:
    """The headings above a bullet and the bullets before it in the same part of the note."""
    bullet = passage.bullet
    texts = [heading.text for heading in reversed(bullet.headings)]
    line = bullet.span.line
    part = bullet.headings[-1:]
    near = [b.text for b in passage.note.bullets if b.headings[-1:] == part and b.span.line < line]
    return [*texts, *reversed(near[-MOST_BEFORE:])]
