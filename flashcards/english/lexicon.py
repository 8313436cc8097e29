"""The word lists: which forms a verb has, what a word usually is, which rare words are no names.

words.txt is made by benchmarks/lexicon.py and rare.txt by benchmarks/rare.py, which say where they
come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


_Row = list[str]
"""The five forms of a verb, and a flag for each: `use uses used used using vVVVV`."""


class Lexicon:
    """The word list, looked up by lower-case word."""

    def __init__(self, text: str) -> None:
        _, verbs, adjectives, nouns, adverbs = text.split("\n\n")
        self.adjectives = frozenset(adjectives.split())
        self.nouns = frozenset(nouns.split())
        self.adverbs = frozenset(adverbs.split())
        rows = [line.split(" ") for line in verbs.split("\n")]
        self._verbs: dict[str, _Row] = {row[0]: row for row in rows}
        self._forms: dict[str, tuple[_Row, ...]] = {}
        for row in rows:
            for form in row[:5]:
                there = self._forms.get(form, ())
                if not there or there[-1] is not row:
                    self._forms[form] = (*there, row)

    def forms(self, word: str) -> tuple[Form, ...]:
        """What verb forms the word may be; empty where it is no verb."""
        found = self._forms.get(word)
        if found is None:
            return self._prefixed(word)
        return tuple(_as_forms(word, found))

    def known_forms(self) -> frozenset[str]:
        """All forms of the verbs that stand in the list."""
        return frozenset(self._forms)

    def _prefixed(self, word: str) -> tuple[Form, ...]:
        """`recomputed` is a form of `recompute`, because `computed` is one of `compute`."""
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) > len(prefix) + 3:
                bare = word.removeprefix(prefix)
                found = _as_forms(bare, self._forms.get(bare, ()))
                return tuple(form._replace(base=prefix + form.base) for form in found)
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


def _as_forms(word: str, rows: Iterable[_Row]) -> Iterator[Form]:
    for row in rows:
        for at, form in enumerate(row[:5]):
            if form == word:
                yield Form(row[0], "VZEXG"[at], row[5][at])


@cache
def lexicon() -> Lexicon:
    """The whole word list, read once a process."""
    return Lexicon((files("flashcards.english") / "words.txt").read_text("utf-8"))


@cache
def _rare() -> frozenset[str]:
    return frozenset((files("flashcards.english") / "rare.txt").read_text("utf-8").split())


_SINGULARS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("es", "is"), ("a", "um"), ("a", "on"),
              ("ae", "a"), ("i", "us"))  # fmt: skip
"""Endings of plurals, and what stands in their place in the singular."""


@lru_cache(maxsize=65536)
def is_rare_noun(word: str) -> bool:
    """Whether a lower-case word that words.txt lacks is a noun of the sciences and trades all the
    same, in the singular or the plural; so it is no name."""
    return any(
        f"{word.removesuffix(end)}{back}" in _rare()
        for end, back in _SINGULARS
        if word.endswith(end)
    )
