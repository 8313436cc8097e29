"""How rules that read sentences put their questions."""

from __future__ import annotations

from dataclasses import dataclass

from flashcards.english.adjuncts import Adjunct, Kind, split_adjuncts
from flashcards.english.lists import number_word, split_list
from flashcards.english.questions import invert
from flashcards.passages.passage import Passage


@dataclass(frozen=True, slots=True)
class Hanging:
    """An adjunct of a clause, cut out of it."""

    adjunct: Adjunct
    before: str
    """The clause's rest up to the adjunct."""
    whole: str
    """The adjunct and all that follows."""


def hanging(passage: Passage, *kinds: Kind) -> Hanging | None:
    """The first adjunct of these kinds after the main verb, or None.

    A contrast or a relative clause before it makes it part of something else.
    """
    clause = passage.clause
    if clause is None:
        return None
    _, adjuncts = split_adjuncts(clause.rest)
    for adjunct in adjuncts:
        if adjunct.kind in kinds:
            before = clause.rest[: adjunct.start].strip().rstrip(",;").strip()
            return Hanging(adjunct, before, clause.rest[adjunct.start :].strip())
        if adjunct.kind in {"relative", "contrast", "condition"}:
            return None
    return None


def answer_after(found: Hanging) -> str:
    """The adjunct without its opening word."""
    return found.whole[len(found.adjunct.marker) :].strip(" ,")


def ask(passage: Passage, word: str, rest: str) -> str:
    """`Why` and a clause: `Why does bread rise?`. Needs `passage.clause`."""
    clause = passage.clause
    assert clause is not None
    return f"{word} {invert(clause, passage.lowered(clause.subject), rest)}?"


def what(answer: str) -> str:
    """`What`, or `What three things` where the answer is a list (C4)."""
    items = split_list(answer)
    return f"What {number_word(len(items))} things" if items and len(items) <= 4 else "What"
