"""A gap that too little pins down."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.cloze.bars.sight import NUMBERS, SURE, Sight
from flashcards.english import closed
from flashcards.english.questions import imperative_base
from flashcards.english.tokens import tokens, word_count

LEAST_OF_FRAGMENT = 5
"""Content words of a text without a verb, unless the gap is sure by itself."""


_POINTS_AWAY = re.compile(
    r"\botherwise\b|\bcertain \w+s\b|\b(?:an?|the) similar (?!to\b)|"
    r"\bthat (?:data|model|method|result|paper|approach|value|case)\b|`\w'?`",
    re.IGNORECASE,
)
"""A thing told of before, a symbol whose formula the card does not show."""


SHORT = 12
"""Words of a text; below it, one hidden word is pinned by too little, as judges found."""
_PINNED = NUMBERS | {"list", "term", "naming", "state", "degree"}


_CLOSES = re.compile(r"\s*(?:$|[.,;])")


def is_terse(sight: Sight) -> bool:
    """One word or piece of code out of a short text, where the first letters are all there is."""
    lone = len(sight.content) < 2 or "`" in sight.hidden
    if sight.trait == "name" and sight.statement.sound and _CLOSES.match(sight.after):
        return False
    short = word_count(sight.statement.lead + sight.statement.text) < SHORT
    return short and lone and sight.trait not in _PINNED


_OF_AN_ORDER = frozenset(["object", "place", "list", "means"])


def is_open_order(sight: Sight) -> bool:
    """What a command acts on, where only its verb stands before: `Lock [hives and sheds]`."""
    if sight.trait not in _OF_AN_ORDER or sight.statement.lead or " to " in sight.after:
        return False
    opening = tokens(sight.before)
    few = len([token for token in opening if token.lower not in closed.FUNCTION_WORDS]) == 1
    return few and imperative_base(sight.statement.text) is not None


def points_away(sight: Sight) -> bool:
    return bool(_POINTS_AWAY.search(sight.statement.text))


def is_lone_acronym(sight: Sight) -> bool:
    """`NN`, `TCB`: one of many that would fit; not where the text explains it."""
    return sight.trait == "name" and bool(re.fullmatch(r"[A-Z]{2,5}s?", sight.hidden))


_SURE_IN_A_FRAGMENT = SURE - {"kind", "marked"} | {"term"}


def is_bare_fragment(sight: Sight) -> bool:
    """A text without a verb and with few words, unless the gap is sure by itself."""
    if sight.trait == "list" and not sight.statement.sound:
        return ": " not in sight.statement.text
    if sight.statement.sound or sight.trait in _SURE_IN_A_FRAGMENT:
        return False
    return len(sight.rest | sight.answer) < LEAST_OF_FRAGMENT
