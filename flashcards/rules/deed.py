"""Ask what something does, where the first thing below its name says it at length.

## Contour plowing
- Follows the lines of a slope such that rain does not carry the soil away
Q: What does contour plowing do?
A: Follows the lines of a slope such that rain does not carry the soil away

## Contour plowing
- Slows the water on its way down the slope as well
no card

## Patterns of the sea
- Patterns we see in the sand when the tide has gone out
no card

## Contour plowing
- Needs more time than plowing up and down
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import subject_is_plural
from flashcards.english.questions import third_person_start
from flashcards.english.tagging import tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SHORTEST, LONGEST = 6, 20
"""Words of the deed."""

_NO_DEEDS = closed.AUXILIARIES | frozenset(
    "have be need require use include contain consist depend mean refer stand work run look seem "
    "become remain belong come go start begin take make get apply lead result tend want try "
    "describe consider assume cost say allow let help enable cause force".split()
)
"""Verbs that say how something is, or what others do with it."""


_INSIDE = frozenset("that it its such".split())
"""Words that point at what the deed itself names."""


_OUTSIDE = closed.POINTING - _INSIDE


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.rstrip(".")
    base = third_person_start(text)
    if not base or base in _NO_DEEDS or not SHORTEST <= word_count(text) <= LONGEST:
        return
    subject = passage.subject if _is_first(passage) else ""
    found = tokens(text)
    if not subject or subject_is_plural(tag_all(subject)):
        return
    points = {token.lower for token in found} & _OUTSIDE
    first_verb = found[0].lower if not tag(found[0]).may("R") else found[1].lower
    if points or _BESIDE.search(text) or first_verb == base:
        return
    if text.count("(") == text.count(")"):
        yield Reading(f"What does {subject} do?", text)


_BESIDE = re.compile(r"\b(?:also|as well|too)\b")
"""What something does beside other things, or as others do."""


def _is_first(passage: Passage) -> bool:
    """The first bullet below its label or heading, and its first sentence."""
    bullet, before = passage.bullet, passage.previous
    if bullet.parent is not None:
        return before is None
    return before is None or (
        before.bullet is not bullet and before.bullet.headings != bullet.headings
    )
