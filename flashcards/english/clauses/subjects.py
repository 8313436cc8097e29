"""The words before a finite verb: where they end, and whether they are plural."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.english import closed
from flashcards.english.tagging import Tagged, is_plural


def is_adverb(word: Tagged) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word.lower in closed.DEGREE_ADVERBS or (word.may("R") and not word.may("N"))


def only_adverb(word: Tagged) -> bool:
    """Whether a word can be nothing else: `generally`."""
    return word.may("R") and not word.may("NAVX")


def last_of_subject(tagged: Sequence[Tagged], start: int, at: int) -> Tagged | None:
    """The word before a verb, adverbs passed over, where it can end a subject."""
    last = at - 1
    while last >= start and is_adverb(tagged[last]):
        last -= 1
    if last < start:
        return None
    word = tagged[last]
    if word.text in {")", '"', "”", "'", ",", "%"}:
        return word
    if word.may("V") and last > start and tagged[last - 1].lower == "to":
        return word  # `the work to do is`
    ends = (
        word.may("N#PGX")
        or (last == start and (word.may("Z") or _is_a_language(word)))
        or word.lower in {"this", "that", "these", "those", "it", "there"}
    )
    return word if ends and not (word.may("ITMC") and not word.may("P")) else None


def _is_a_language(word: Tagged) -> bool:
    """`English` in `English belongs to …`."""
    named = word.lower.endswith(("ish", "ese", "ian", "ean")) or word.lower in _LANGUAGES
    return word.is_capitalised and named


_LANGUAGES = frozenset("french german dutch greek latin hebrew arabic czech thai hindi".split())


def subject_is_plural(words: Sequence[Tagged]) -> bool:
    """Whether a subject takes a plural verb: its head is plural, or two heads are joined."""
    head: Tagged | None = None
    for at, word in enumerate(words):
        if word.lower in {"and", "&"} and head is not None and at > 0:
            return True
        if (word.may("I") and not word.may("N")) or word.lower in closed.RELATIVES:
            break
        if word.text in {"(", ","}:
            if head is not None and word.text == "(":
                break
            continue
        if word.may("N#PG") and word.kind != "mark":
            head = word
    if head is None:
        return bool(words) and is_plural(words[0].lower)
    first = words[0].lower
    if first in {"a", "an", "this", "that", "each", "every", "one"}:
        return False
    acronym = head.text.isupper() and len(head.text) > 1
    return (
        (is_plural(head.lower) and not acronym)
        or head.lower in {"i", "we", "you", "they"}
        or (first in {"these", "those", "many", "several", "few", "both", "all"})
    )


def is_surely_singular(words: Sequence[Tagged]) -> bool:
    """Whether a verb in the plural does not agree: `the colour of the leaves`, `building your own
    boats`; not `the majority of the boats`.

    >>> from flashcards.english.tokens import tokens
    >>> [is_surely_singular(tokens(text)) for text in ("the colour of the leaves", "leaves",
    ...     "mending your own nets", "the rest of them", "the bow and stern of boats")]
    [True, False, True, False, False]
    """
    if len(words) < 3:
        return False
    if words[0].may("G") and words[0].forms:
        return words[1].may("D") and not any(word.lower in {"and", "or"} for word in words)
    if words[0].lower != "the" or "of" not in {word.lower for word in words[2:4]}:
        return False
    head = words[1 if words[2].lower == "of" else 2]
    known = head.may("N") and head.text.islower() and head.lower.isalpha()
    return known and not is_plural(head.lower) and head.lower not in _AMOUNTS


_AMOUNTS = frozenset(
    "number majority minority rest remainder set lot pair couple group variety range half series "
    "percent percentage bulk most part kind type sort crowd team family class third quarter".split()
)
"""Nouns whose verb may agree with what follows their `of`."""
