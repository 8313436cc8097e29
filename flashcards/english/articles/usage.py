"""How a note itself speaks of its things: as names, with `a`, with `the`, in the plural."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from flashcards import lazy_re as re


class Usage:
    """How a note speaks of its things, counted when it is first asked."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _told(self) -> tuple[frozenset[str], Counter[tuple[str, str]]]:
        """The words that the note writes without a capital; how often an article stands before
        each, up to two words away."""
        plain: set[str] = set()
        after: Counter[tuple[str, str]] = Counter()
        for text in self._texts:
            plain.update(_PLAIN.findall(text))
            for article, phrase in _ARTICLE.findall(text):
                sort = "the" if article.lower() == "the" else "a"
                after.update((sort, word) for word in phrase.lower().split())
        return frozenset(plain), after

    def writes(self, word: str) -> bool:
        """Whether the note has the word without a capital, as no name would be."""
        return word in self._told[0]

    def counts(self, noun: str) -> bool:
        """Whether the note has it with an article or in the plural: a name has neither."""
        plain, after = self._told
        told = after["a", noun] or after["the", noun]
        return bool(told) or f"{noun}s" in plain or f"{noun}es" in plain

    def joins(self, one: str, other: str) -> bool:
        """Whether the note has the two words side by side, both without a capital."""
        return (one, other) in self._pairs

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        plain = (_RUN.findall(text) for text in self._texts)
        runs = (run.split(" ") for found in plain for run in found)
        return frozenset(pair for run in runs for pair in pairwise(run))

    def is_bare(self, noun: str) -> bool:
        """Whether the note has it as it would have a name or a mass: right behind a preposition, or
        at the head of a sentence: `in boost`, `Boost is old`."""
        return noun in self._bare

    @cached_property
    def _bare(self) -> frozenset[str]:
        behind = (noun for text in self._texts for noun in _BARE.findall(text))
        ahead = (found[1].lower() for text in self._texts if (found := _OPENING.match(text)))
        return frozenset([*behind, *ahead])

    def is_definite(self, noun: str) -> bool:
        """Whether the note says `the` before it, more than once, and never `a`."""
        _, after = self._told
        return after["the", noun] > 1 and not after["a", noun]


_PLAIN = re.compile(r"(?<![\w`-])[a-z][a-z-]*(?![\w`])")
_ARTICLE = re.compile(r"\b([Tt]he|[Aa]n?) ((?:[a-z-]+ ){0,2}[a-z-]+)")
_BARE = re.compile(r"\b(?:in|of|with|from|by|via|using|into|for|on) ([a-z][a-z-]*)(?![\w`-])")
_RUN = re.compile(r"(?<![\w`'’-])[a-z][a-z-]*(?: [a-z][a-z-]*)+(?![\w`])")
_OPENING = re.compile(r"([A-Za-z][a-z-]*) [a-z]")
