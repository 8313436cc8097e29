"""First letters, as a hint for hidden words."""

from __future__ import annotations

from flashcards.english import closed
from flashcards.english.tokens import tokens

LONG_WORD = 6
"""Letters of a lone word of which two are given away, since many words share one."""


def initials(hidden: str) -> str:
    """The first letter of each word; function words, and what is no word, are given in full.

    >>> initials("head of the set"), initials("plankton"), initials("`sort`")
    ('h… of the s…', 'pl…', '`s…')
    """
    if len(tokens(hidden)) == 1 and len(hidden) >= LONG_WORD:
        return f"{hidden[:2]}…"
    return " ".join(_initial(word) for word in hidden.split())


def _initial(word: str) -> str:
    if word[0] == "`":
        return f"`{word[1:2]}…"
    kept = word.lower() in closed.FUNCTION_WORDS or not word[0].isalpha()
    return word if kept else f"{word[0]}…"
