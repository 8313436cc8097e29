"""A number that is no news."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.cloze.bars.sight import NUMBERS, Sight
from flashcards.passages.roles import role_of

_NUMBERED = re.compile(r"\b(?:fig(?:ure)?|table|section|step|chapter|version|page)\b", re.I)


_MONTH = re.compile(
    r"\s*(?:st|nd|rd|th)?,? ?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I
)
_MERELY_USED = re.compile(
    r"\b(?:is|are|was|were) (?:used|collected|made|taken|trained|tested|run|done)$"
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$|\d[A-Z]$")
_PART_OF = re.compile(r"\b(?:of|between|from|with|to) (?:the )?$")
"""`the angle between two planes`: the number is no news."""
_ANY_ONE = re.compile(r"\ban? $", re.IGNORECASE)
_NOUN = re.compile(r" [A-Za-z]")
_OF_A_NOUN = re.compile(r"(?:an?|the|one) (?:\w+ ){1,4}(?:that|which|who) [^,;:]*$", re.IGNORECASE)
"""`A fault that takes`, of which nothing else is said."""
_YEAR = re.compile(r"1\d{3}|20\d\d")
LEAST_COUNTED = 3
"""Content words beside a number in a sentence; `10k ratings were collected` says little."""


_RANGE = re.compile(r"\d\s?[-–]\s?\d")
_TOTAL = re.compile(r"\b(?:total|sum) of \d")


_GROUP = re.compile(r" (?P<what>[a-z]+s)\b")
"""`two advantages`: which they are is worth knowing."""


def is_reckoned(sight: Sight) -> bool:
    """A number that others beside it tell: `four rings 0-3`, `2 and 3, a total of 5`."""
    if sight.trait not in NUMBERS:
        return False
    if _TOTAL.search(sight.statement.text):
        return True
    counted = _GROUP.match(sight.after)
    group = counted is not None and role_of(counted["what"]) is not None
    return sight.trait == "count" and (group or bool(_RANGE.search(sight.after)))


_FIGURES = re.compile(r"\d+(?:[.–-]\d+)*[kKM]?\b")


def is_one_figure_of_several(sight: Sight) -> bool:
    """`120k train, 1.9k test`: sizes in a row, without a verb."""
    several = len(_FIGURES.findall(sight.statement.text)) > 1
    return several and sight.trait in NUMBERS and not sight.statement.sound


def numbers_a_part(sight: Sight) -> bool:
    """A number of a figure, a day of a date, a number about which little is said."""
    if sight.trait not in NUMBERS:
        return False
    if _ANY_ONE.search(sight.before) and _NOUN.match(sight.after):
        return True  # `on a 2 GHz machine`: the one that happened to be there
    if sight.statement.clause is None and _OF_A_NOUN.match(sight.before):
        return True
    if _ORDINAL.match(sight.hidden) or (sight.trait == "count" and _PART_OF.search(sight.before)):
        return True
    text = sight.statement.text
    if _NUMBERED.search(text) or _MERELY_USED.search(text) or _MONTH.match(sight.after):
        return True
    told = sight.statement.clause is not None and " that " not in text
    least = LEAST_COUNTED - bool(told and _YEAR.fullmatch(sight.hidden))
    return sight.statement.sound and len(sight.rest) < least and ": " not in text
