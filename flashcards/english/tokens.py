"""A clause as words with their places; code and formulas are single words."""

from __future__ import annotations

from functools import lru_cache

from flashcards.english.words import Word, word_count, words

__all__ = ["Token", "tokens", "word_count", "words"]


class Token:
    """A word in its place, with all that is known of it. Rules ask a token many times, so it holds
    all answers ready."""

    __slots__ = (
        "_among", "end", "forms", "is_capitalised", "is_name", "kind", "kinds", "lower", "start",
        "text", "verbness",
    )  # fmt: skip

    def __init__(self, word: Word, start: int, end: int) -> None:
        (
            self.text,
            self.kind,
            self.lower,
            self.is_name,
            self.is_capitalised,
            self.kinds,
            self._among,
            self.forms,
            self.verbness,
        ) = word
        self.start = start
        self.end = end
        """`clause[start:end]` is the text."""

    def may(self, kinds: str) -> bool:
        """Whether it may be one of these, by their letters in `Word.kinds`."""
        return not self._among.isdisjoint(kinds)

    @property
    def token(self) -> Token:
        """Itself."""
        return self


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words, numbers, atoms and marks of a text, in order, each in its place."""
    found = []
    end = 0
    for word in words(text):
        start = text.index(word[0], end)  # only white space is between two of them
        end = start + len(word[0])
        found.append(Token(word, start, end))
    return tuple(found)
