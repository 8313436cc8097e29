"""The word lists: which forms a verb has, what a word usually is, which rare words are no names.

words.txt is made by benchmarks/lexicon.py and rare.txt by benchmarks/rare.py, which say where they
come from.
"""

from __future__ import annotations

from functools import cache, lru_cache
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


_PREFIXES = ("re-", "re", "pre-", "pre", "un", "over", "mis", "co-", "de-", "de", "out", "under")


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
        found = self._forms.get(word)
        if found is None:
            return self._prefixed(word)
        return tuple(Form(base, "VZEXG"[at], self._verbs[base][5][at]) for base, at in found)

    def known_forms(self) -> frozenset[str]:
        """All forms of the verbs that stand in the list."""
        return frozenset(self._forms)

    def _prefixed(self, word: str) -> tuple[Form, ...]:
        """`recomputed` is a form of `recompute`, because `computed` is one of `compute`."""
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) > len(prefix) + 3:
                found = self._forms.get(word.removeprefix(prefix), ())
                return tuple(
                    Form(prefix + base, "VZEXG"[at], self._verbs[base][5][at]) for base, at in found
                )
        return ()

    def inflected(self, base: str, tag: str) -> str | None:
        """The form of a known verb, or None: `("use", "G")` gives `using`."""
        forms = self._verbs.get(base)
        if forms is not None:
            return forms["VZEXG".index(tag)]
        prefix = next(
            (p for p in _PREFIXES if base.startswith(p) and base[len(p) :] in self._verbs), ""
        )
        return prefix + self._verbs[base[len(prefix) :]]["VZEXG".index(tag)] if prefix else None


@cache
def lexicon() -> Lexicon:
    """The whole word list, read once a process."""
    return Lexicon((files("flashcards.english") / "words.txt").read_text("utf-8"))


@cache
def _rare() -> str:
    return (files("flashcards.english") / "rare.txt").read_text("utf-8")


_SINGULARS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("es", "is"), ("a", "um"), ("a", "on"),
              ("ae", "a"), ("i", "us"))  # fmt: skip
"""Endings of plurals, and what stands in their place in the singular."""


@lru_cache(maxsize=65536)
def is_rare_noun(word: str) -> bool:
    """Whether a lower-case word that words.txt lacks is a noun of the sciences and trades all the
    same, in the singular or the plural; so it is no name."""
    return any(
        f"\n{word.removesuffix(end)}{back}\n" in _rare()
        for end, back in _SINGULARS
        if word.endswith(end)
    )
