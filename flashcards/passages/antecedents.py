"""Which words before a sentence its `these habits` or `he` refers to."""

from __future__ import annotations

from flashcards.english import closed
from flashcards.english.tagging import tag
from flashcards.english.tokens import Token, tokens
from flashcards.passages.names import Names

_MOST_WORDS = 4


def named_before(text: str, head: str) -> str:
    """The last noun phrase of a text that ends with the same noun and says more of it: for
    `habits`, `organizational habits`; with `the` where it is singular; or nothing.

    >>> named_before("Firms are guided by organizational habits that spread", "habits")
    'organizational habits'
    >>> named_before("Firms are guided by habits", "habits")
    ''
    """
    found = tokens(text)
    for at in range(len(found) - 1, 0, -1):
        if found[at].lower != head:
            continue
        start = at
        while start > 0 and at - start < _MOST_WORDS and _modifies(found[start - 1]):
            start -= 1
        if start < at:
            phrase = text[found[start].start : found[at].end]
            return phrase if head.endswith("s") else f"the {phrase}"
    return ""


def _modifies(token: Token) -> bool:
    word = tag(token)
    if token.kind != "word" or word.lower in closed.FUNCTION_WORDS or word.may("#"):
        return False
    if word.lower == "own":
        return False  # `its own rhythm`: whose?
    return word.may("A") or (word.may("NX") and not word.may("V"))


def person_before(subject: str, names: Names) -> str:
    """The name of a person that a subject is, for `he` and `she`; or nothing."""
    found = tokens(subject)
    named = 1 <= len(found) <= 3 and all(
        token.is_capitalised and not token.is_name and names.is_name(token) for token in found
    )
    return subject if named else ""
