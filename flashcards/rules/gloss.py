"""Ask what a heading or a label means, where the first thing below it says what it is.

## Osmosis
- A process in which water crosses a membrane
Q: What is osmosis?
A: A process in which water crosses a membrane

- The concept of a tipping point:
    - Threshold beyond which a change feeds itself
Q: What is a tipping point?
A: Threshold beyond which a change feeds itself

## Osmosis
- A nice topic
no card

## Rivers
- Parts of a river:
  - source
  - mouth
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.clauses import parse
from flashcards.english.tagging import is_plural
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic, is_noun_phrase

SCOPE = ("heading", "bullet")

LONGEST_TERM = 4
LONGEST_GLOSS = 25

_KINDS = (
    "art|process|practice|act|method|technique|way|set|collection|group|function|algorithm|tool|"
    "program|protocol|system|model|measure|metric|study|branch|field|theory|principle|threshold|"
    "type|kind|form|state|structure|framework|library|language|process|procedure|mechanism|device|"
    "strategy|approach|attack|behaviou?r|phenomenon|concept|property|ability|software|standard|"
    "network|object|data structure|place|person|someone|part|unit|sequence|list|graph|tree|value|"
    "number|ratio|amount|rate|condition|situation|disease|organ|cell|molecule|document|contract"
)
_GLOSS = re.compile(
    rf"^(?:(?:an?|the|any|one) )?(?:[\w-]+ ){{0,3}}?(?:{_KINDS})s? "
    r"(?:of|for|to|that|which|who|where|when|in which|by which|used|with|between|beyond which)\b",
    re.IGNORECASE,
)
_WRAPPING = re.compile(
    r"^(?:the )?(?:concept|idea|notion|definition|meaning) of (?:the )?|^what (?:is|are) (?:the )?|"
    r"\s+(?:overview|introduction|basics|definition|intro)$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    if not passage.members:
        return
    first = passage.members[0]
    gloss = first.text.strip().rstrip(".")
    term = _WRAPPING.sub("", passage.text.strip().rstrip(":?.")).strip()
    if not _is_term(term) or not _GLOSS.match(gloss) or word_count(gloss) > LONGEST_GLOSS:
        return
    if parse(gloss) is not None or gloss.endswith(":"):
        return
    plain = passage.names.lowered_title(term) if passage.heading else passage.lowered(term)
    be = "are" if is_plural(tokens(term)[-1].lower) else "is"
    yield Reading(f"What {be} {plain}?", gloss)


def _is_term(term: str) -> bool:
    return bool(
        term
        and 1 <= word_count(term) <= LONGEST_TERM
        and not is_generic(term)
        and not re.search(r"[?:;,()/\d]", term)
        and is_noun_phrase(term)
    )
