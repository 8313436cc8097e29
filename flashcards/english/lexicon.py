"""The word list: which forms a verb has, and what a word usually is.

words.txt is made by benchmarks/lexicon.py, which says where it comes from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Form(NamedTuple):
    """A form of a verb: `uses` is the third person of `use`."""

    base: str
    tag: str
    """`V` base, `Z` third person, `E` past, `X` participle, `G` gerund."""
    usual: str
    """What the form mostly is: `V` only a verb, `v` a verb, `n` a noun, `a` an adjective, `-` not
    known."""


class Lexicon:
    """The word list, looked up by lower-case word."""

    def __init__(self, text: str) -> None:
        self._verbs: dict[str, list[str]] = {}
        self._forms: dict[str, list[tuple[str, int]]] = {}
        self.adjectives: set[str] = set()
        self.adverbs: set[str] = set()
        self.nouns: set[str] = set()
        for line in text.splitlines():
            kind, *words = line.split(" ")
            if kind == "v":
                self._verbs[words[0]] = words
                for place in range(5):
                    self._forms.setdefault(words[place], []).append((words[0], place))
            elif kind == "a":
                self.adjectives.add(words[0])
            elif kind == "r":
                self.adverbs.add(words[0])
            elif kind == "n":
                self.nouns.add(words[0])

    def forms(self, word: str) -> tuple[Form, ...]:
        """What verb forms the word may be; empty where it is no verb."""
        found = self._forms.get(word, ())
        return tuple(Form(base, "VZEXG"[at], self._verbs[base][5][at]) for base, at in found)

    def inflected(self, base: str, tag: str) -> str | None:
        """The form of a known verb, or None: `("use", "G")` gives `using`."""
        forms = self._verbs.get(base)
        return forms["VZEXG".index(tag)] if forms else None


@cache
def lexicon() -> Lexicon:
    """The whole word list, read once a process."""
    return Lexicon((files("flashcards.english") / "words.txt").read_text("utf-8"))
