"""What the readers of lines without a subject have in common."""

from __future__ import annotations

from flashcards.english import closed
from flashcards.english.tokens import tokens
from flashcards.passages.above import siblings
from flashcards.passages.passage import Passage


def is_said_again(text: str, passage: Passage, words: int) -> bool:
    """Whether another line beside it opens alike: its answer would be as good (C4)."""
    opening = " ".join(text.lower().split()[:words]) + " "
    return sum(f"{other.text.lower()} ".startswith(opening) for other in siblings(passage)) > 1


_NAMING = frozenset("same such their its that then here former".split())
_POINTING = closed.POINTING - _NAMING | frozenset("we you my our your".split())


def points(text: str) -> bool:
    """Whether words stand for something that a question would not name."""
    return not _POINTING.isdisjoint(token.lower for token in tokens(text))
