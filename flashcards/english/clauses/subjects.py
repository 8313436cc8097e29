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
        or (last == start and word.may("Z"))
        or word.lower in {"this", "that", "these", "those", "it", "there"}
    )
    return word if ends and not (word.may("ITMC") and not word.may("P")) else None


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
