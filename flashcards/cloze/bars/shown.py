"""A gap that the rest of the card gives away."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.cloze.bars.sight import NUMBERS, SURE, Sight
from flashcards.english import closed
from flashcards.english.abbreviations import stands_for
from flashcards.english.kin import seen
from flashcards.english.tagging import is_common_word


def is_shown(sight: Sight) -> bool:
    """Whether the rest of the card has the same words, or says too little."""
    few = 3
    if sight.statement.told and sight.trait in SURE:
        few = 1 if sight.trait == "quantity" else 2
    elif sight.trait != "subject" and sight.statement.tells_of_a_kind:
        few = 2
    if len(sight.rest) < few or _shares_a_word(sight.hidden, sight.visible):
        return True
    if any(code[:3].lower() == sight.hidden[:3].lower() for code in _CODE.findall(sight.visible)):
        return True
    short = _IN_BRACKETS.match(sight.after)
    if short and stands_for(short[1], sight.hidden):
        return True
    if sight.trait in NUMBERS or sight.trait == "degree":
        return False
    return not sight.answer or bool(seen(frozenset(sight.answer), frozenset(sight.rest)))


_CODE = re.compile(r"`(\w{3,})")
_IN_BRACKETS = re.compile(r" \(([A-Za-z]{2,8})\)")
_ACRONYM = re.compile(r"[A-Z]{3,}")
"""`RPC` beside `jsonrpc`."""
_CAPITALS = re.compile(r"[A-Z]{2,}s?")
"""`AZ` beside `AZs`."""
_SYMBOL = re.compile(r"\b[B-Z]\b")
"""`N` in `N outputs`; not the article."""
LONG_WORD = 6
"""Letters of a word that gives itself away inside of another: `state` in `onstatechange`."""


def _shares_a_word(hidden: str, visible: str) -> bool:
    """`:price` beside `price`: a long word of the gap that stands elsewhere too."""
    if hidden.startswith("`") and hidden.strip("`").lower() in visible.lower():
        return True
    if set(_SYMBOL.findall(hidden)) & set(_SYMBOL.findall(visible)):
        return True
    if any(short.lower() in visible.lower() for short in _ACRONYM.findall(hidden)):
        return True
    if _CAPITALS.fullmatch(hidden) and re.search(rf"\b{hidden.rstrip('s')}s?\b", visible):
        return True
    words = set(re.findall(r"[a-z]{3,}", hidden.lower())) - closed.FUNCTION_WORDS
    if not words.isdisjoint(re.findall(r"[a-z]{3,}", visible.lower())):
        return True
    return any(len(word) >= LONG_WORD and word in visible.lower() for word in words)


def is_told(sight: Sight) -> bool:
    """Whether the context line, or an abbreviation in it or of it, gives the gap away."""
    if sight.trait in NUMBERS or sight.trait == "degree":
        return False
    told = seen(frozenset(sight.answer), sight.statement.told)
    if told and len(told) * 2 >= len(sight.answer):
        return True
    crumbs = sight.statement.passage.context
    shown = set(re.findall(r"[a-z]{4,}", " ".join(crumbs).lower()))
    words = re.findall(r"[a-z]{4,}", sight.hidden.lower())
    if any(word in shown and not is_common_word(word) for word in words):
        return True
    short = sight.hidden.rstrip("s")
    return any(stands_for(short, c) or stands_for(c.rstrip("s"), sight.hidden) for c in crumbs)
