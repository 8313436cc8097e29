"""A candidate in its statement, and what the bars ask about it."""

from __future__ import annotations

from functools import cached_property

from flashcards.cloze.candidates import Candidate
from flashcards.cloze.statements import Statement
from flashcards.english import closed
from flashcards.english.stems import stems
from flashcards.english.tokens import words

NUMBERS = frozenset(["quantity", "count"])
SURE = NUMBERS | {"marked", "name", "naming", "list", "kind"}
"""Traits of gaps that one word beside them may pin, together with the context line."""
WHOLES = frozenset(["term", "list", "degree", "state", "end"])
"""Traits of gaps that may hold or stand in a row."""


class Sight:
    """A candidate in its statement, and what the checks ask about it."""

    def __init__(self, statement: Statement, candidate: Candidate) -> None:
        self.statement, self.candidate = statement, candidate
        start, end, self.trait, _ = candidate
        self.before = statement.text[:start]
        self.hidden = statement.text[start:end]
        self.after = statement.text[end:]

    @cached_property
    def visible(self) -> str:
        return f"{self.statement.lead}{self.before} {self.after}"

    @cached_property
    def answer(self) -> set[str]:
        start, end = self.candidate.start, self.candidate.end
        return {stem for at, till, stem in self.statement.stemmed if start <= at and till <= end}

    @cached_property
    def rest(self) -> set[str]:
        start, end = self.candidate.start, self.candidate.end
        beside = {stem for at, till, stem in self.statement.stemmed if till <= start or at >= end}
        return beside | stems(self.statement.lead)

    @cached_property
    def content(self) -> list[str]:
        """Its words in lower case, without those that only hold a sentence together."""
        return [
            token.lower
            for token in words(self.hidden)
            if token.kind != "mark" and token.lower not in closed.FUNCTION_WORDS
        ]
