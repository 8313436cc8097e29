"""Whether a label is a sign or a heading for what several lines tell of one and the same thing."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.stems import stem, stems
from flashcards.english.tokens import tokens
from flashcards.passages.passage import Passage

_LABELLED = re.compile(r"(?P<name>[^:]{2,50}?)(?:: | [-–—] )(?P<first>\w+) ")
_NEAR, _SAME = 6, 2
"""Bullets on either side, and how many of them open as this one does."""
_BRACKETED = re.compile(r"[A-Za-z][\w-]+ \([^()]*\)")


def stands_for(name: str, meaning: str, passage: Passage) -> bool:
    """`Blue towel: tides flood the quay` beside others that tell of tides, or `Blue ribbon:
    corvamide (drug against fever)`, whose bracket explains the other name."""
    return bool(_BRACKETED.fullmatch(meaning)) or _tells_of_another(name, meaning, passage)


def _tells_of_another(name: str, meaning: str, passage: Passage) -> bool:
    clause = parse(meaning)
    if clause is None or clause.lead or not clause.subject:
        return False
    first = tokens(clause.subject)[0].lower
    if first in closed.FUNCTION_WORDS or stem(first) in stems(name):
        return False
    near = [_LABELLED.match(bullet.text) for bullet in passage.around(_NEAR)]
    opens = [found["first"].lower() for found in near if found and found["name"] != name]
    return sum(stem(word) == stem(first) for word in opens) >= _SAME
