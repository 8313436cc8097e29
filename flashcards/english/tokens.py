"""A clause as words with their places; code and formulas are single words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from flashcards.english.tagging import Tagged

Kind = Literal["word", "number", "atom", "mark"]

_ATOM = r"(?<!`)`++[^`]+`+|\$\$[^$]+\$\$|\$(?![\s\d][^$]*\s\$)[^$\s](?:[^$]*[^$\s])?\$(?!\d)"
_NUMBER = r"[$€£~±]?\d(?:[\d,.:/×–-]*\d)?(?:\s?%)?(?!\w)"
_WORD_GOES_ON = r"(?:[-'’.&/+@]\w++)*+[+#]*+'?+"
_WORD = rf"\w++{_WORD_GOES_ON}"
_MARK = r"\.\.\.|->|[^\s]"
_PIECE = re.compile("|".join((rf"[^\W\d]\w*+{_WORD_GOES_ON}", _ATOM, _NUMBER, _WORD, _MARK)))
"""Nearly all pieces are words that open with no digit, so these are looked for first."""
_KINDS: dict[Kind, re.Pattern[str]] = {
    "atom": re.compile(_ATOM),
    "number": re.compile(_NUMBER),
    "word": re.compile(_WORD),
}
# A full stop inside a word (i.i.d., node.js) belongs to it when a letter follows.


class Word:
    """What a token is wherever it stands."""

    __slots__ = ("is_capitalised", "is_name", "kind", "lower", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.kind = kind = _kind(text)
        self.lower = text.lower().replace("’", "'")
        named = kind == "word" and len(text) > 1 and bool(_NAME.search(text))
        self.is_name = kind == "atom" or named
        """Looks like a name of its own: an acronym, CamelCase, digits among letters, code."""
        self.is_capitalised = kind == "word" and text[:1].isupper()


class Token:
    """A word in its place. Rules ask a token many times, so it holds all answers ready."""

    __slots__ = (
        "end", "is_capitalised", "is_name", "kind", "lower", "start", "tagged", "text", "word",
    )  # fmt: skip

    def __init__(self, word: Word, start: int, end: int) -> None:
        self.word = word
        self.text = word.text
        self.kind = word.kind
        self.lower = word.lower
        self.is_name = word.is_name
        self.is_capitalised = word.is_capitalised
        self.start = start
        self.end = end
        """`clause[start:end]` is the text."""
        self.tagged: Tagged | None = None
        """What it may be, once somebody has asked `tagging.tag`."""


def _kind(text: str) -> Kind:
    for kind, pattern in _KINDS.items():
        if pattern.fullmatch(text):
            return kind
    return "mark"


_NAME = re.compile(r"[a-z][A-Z]|^[A-Z]{2}|[A-Z].*\d|\d.*[A-Z]|^[A-Z]\.[A-Z]|[+#]$")


@lru_cache(maxsize=65536)
def word_of(text: str) -> Word:
    """What is known of a word by its letters alone."""
    return Word(text)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words, numbers, atoms (code, formulas) and marks of a text, in order."""
    return tuple(map(word_of, _PIECE.findall(text)))


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The same, each in its place."""
    found = []
    end = 0
    for word in words(text):
        start = text.index(word.text, end)  # only white space is between two of them
        end = start + len(word.text)
        found.append(Token(word, start, end))
    return tuple(found)


@lru_cache(maxsize=4096)
def word_count(text: str) -> int:
    """How many words a learner reads."""
    return len([word for word in words(text) if word.kind != "mark"])
