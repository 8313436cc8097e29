"""First letters, as a hint for hidden words."""

from __future__ import annotations

from flashcards.english import closed
from flashcards.english.tokens import tokens

LONG_WORD = 6
"""Letters of a lone word of which two are given away, since many words share one."""


def initials(hidden: str) -> str:
    """The first letter of each word; the little words that tie them are given in full, and nothing
    of a number or a lone letter, of which the first sign would be all.

    >>> initials("head of the set"), initials("plankton"), initials("`sort`"), initials("ring 0")
    ('h… of the s…', 'pl…', '`s…`', 'r… …')
    """
    if hidden[0] != "`" and len(tokens(hidden)) == 1 and len(hidden) >= LONG_WORD:
        return f"{hidden[:2]}…"
    return " ".join(_initial(word) for word in hidden.split())


_SHOWN = (
    closed.PREPOSITIONS | closed.COORDINATORS | closed.POSSESSIVES | frozenset(["the", "a", "an"])
)
"""Words that tie those of a gap together: `of`, `the`; not `another`, `both`."""


def _initial(word: str) -> str:
    if word[0] == "`":
        return f"`{word[1:2]}…`"
    if word.lower() in _SHOWN:
        return word
    return f"{word[0]}…" if word[0].isalpha() and len(word) > 1 else "…"
