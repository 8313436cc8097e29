"""Rows of figures, `glucose >11, ketones >3`: a value behind or before each name."""

from __future__ import annotations

from itertools import pairwise

from flashcards import lazy_re as re
from flashcards.cloze.statements import is_sentence
from flashcards.english import closed
from flashcards.english.measures import MEASURE, tells_a_value
from flashcards.english.stems import stems
from flashcards.english.tagging import is_common_word
from flashcards.english.tokens import tokens, word_count
from flashcards.lint import MOST_GAPS

LONGEST_ITEM = 7
"""Words of a name with its value."""
LONGEST_ALONE = 8
LONGEST_ROW = 20
MOST_AROUND = 5
"""Ends of the things around a lone value: those of four."""

_LABEL = re.compile(r"^[^:]{2,60}: ")
_JOINTS = re.compile(r"[,;] (?:and |or )?| (?:and|or|\+) ")
_NUMBERED = re.compile(
    r"\b(?:fig(?:ure)?|table|section|step|chapter|version|v|page|pages|pp?|part|lecture|week|slide|"
    r"exercise|question|no|grade|type|class|stage|phase|layers?|train|test|epochs?|batch|seed|"
    r"room|row|line)\b\.?|\b(?:1[0-9]|20)\d\d\b|[=→`$\\{}|@#]|->|https?:|\d\.\d+\.\d",
    re.IGNORECASE,
)
"""What a number only numbers, the sizes of an experiment, years."""
_MONTH = re.compile(rf"\b(?:{'|'.join(closed.MONTHS)})\b")


def figures(text: str) -> list[re.Match[str]]:
    """The values or the changes of a row, in order, or nothing where a text is no such row."""
    if _NUMBERED.search(text) or _MONTH.search(text) or is_sentence(text):
        return []
    return _changes(text) if _ARROWS.search(text) else _values(text)


_ARROWS = re.compile(r"[↑↓]")
_CHANGE = re.compile(r"[↑↓] ?[^,;:↑↓]*[^\s,;:↑↓]")
_CHANGES = re.compile(r"[↑↓] ?[^;:↑↓]*[^\s;:↑↓]")
"""`↑ bradykinin`, and where semicolons part them `↑ pulse, pressure`."""


def _changes(text: str) -> list[re.Match[str]]:
    parted = ";" in text
    found = list((_CHANGES if parted else _CHANGE).finditer(text))
    items = len(re.findall(";" if parted else "[,;]", text)) + 1
    whole = len(found) == len(_ARROWS.findall(text)) <= MOST_GAPS
    told = bool(found) and found[0].start() > 0 and items <= len(found)
    return found if told and whole and word_count(text) <= LONGEST_ROW else []


def _values(text: str) -> list[re.Match[str]]:
    label = _LABEL.match(text)
    start = label.end() if label else 0
    cuts = [start, *(joint.end() for joint in _JOINTS.finditer(text, start)), len(text)]
    found = []
    for opening, closing in pairwise(cuts):
        measures = list(MEASURE.finditer(text, opening, closing))
        if len(measures) > 1 or word_count(text[opening:closing]) > LONGEST_ITEM:
            return []
        found += measures
    if len(found) == 1:
        among = label and len(cuts) <= MOST_AROUND and _is_sure(found[0])
        return found if among or (len(cuts) == 2 and _is_told(text, found[0])) else []
    several = 2 <= len(found) <= MOST_GAPS and len(found) * 2 >= len(cuts)
    telling = [one for one in found if tells_a_value(one) or (label and _counts(text, one))]
    return found if several and len(telling) == len(found) else []


def _is_sure(found: re.Match[str]) -> bool:
    """Whether a value has a sign or a unit, or is a range; a score may be anything."""
    return bool(found["bound"] or found["unit"]) or ("." not in found[0] and tells_a_value(found))


def _is_told(text: str, found: re.Match[str]) -> bool:
    """`Resting potential ≈ -70 mV`: one value at the end of its name."""
    rest = text[found.end() :].strip(" .")
    named = len(stems(text[: found.start()])) > 1 or found["bound"] or found["unit"]
    short = word_count(text) <= LONGEST_ALONE
    return bool(tells_a_value(found) and named and not rest and short)


def _counts(text: str, found: re.Match[str]) -> bool:
    """`3` in `3 Na+ out`: a number before what it counts."""
    following = text[found.end() :].strip().split(" ", 1)[0]
    return following[:1].isalpha() and text[: found.start()].rstrip()[-1:] in ":,;"


def is_row_of_figures(text: str) -> bool:
    """Whether a text names things, each with its value."""
    return bool(figures(text))


def opens_without_name(text: str) -> bool:
    """Whether a row opens in the middle of what is said: `by 1720`, `only damp for 3 days`, `one
    between 4 and 9 kg`."""
    found = tokens(text)
    return bool(found) and found[0].lower in _NO_NAME


_NO_NAME = (
    closed.PREPOSITIONS | closed.PRONOUNS | closed.SUBORDINATORS | closed.COORDINATORS
) | frozenset("one another others only just about around roughly even still already also".split())


def says_of_what(name: str) -> bool:
    """Whether the words before the first value tell what has it."""
    found = [t for t in tokens(name) if t.kind == "word"]
    return len(found) > 1 or any(not is_common_word(token.lower) for token in found)
