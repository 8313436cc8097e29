"""Words cut to a stem, so that two texts can be compared."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from flashcards.english import closed
from flashcards.english.lexicon import lexicon
from flashcards.english.tokens import Token
from flashcards.english.words import Word, word_of, words


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The content words of a text, cut to a stem, for comparing two texts."""
    return frozenset(filter(None, map(_told, map(_TEXT, words(text)))))


_TEXT = attrgetter("text")


@lru_cache(maxsize=65536)
def _told(text: str) -> str:
    """The stem of a word, where it says something."""
    word = word_of(text)
    return stem(word.lower) if tells(word) else ""


def tells(word: Word | Token) -> bool:
    """Whether a word says something: no mark, no letter, no word that holds a sentence together."""
    return word.kind != "mark" and word.lower not in closed.FUNCTION_WORDS and len(word.text) > 1


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest endings: `partitions` and `partitioning` are `partition`."""
    forms = lexicon().forms(word)
    if forms and len(forms[0].base) > 2:
        word = forms[0].base
    for ending in ("ations", "ation", "ings", "ing", "ers", "er", "ies", "es", "ed", "ly", "s", "y",
                   "e"):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
