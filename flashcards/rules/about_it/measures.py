"""The number that a line gives of a thing: its half-life, how long it is, how many parts it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.stems import stems
from flashcards.english.tagging import is_plural
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.above import Thing, siblings
from flashcards.passages.passage import Passage

LONGEST_LINE, LONGEST_NAME = 12, 4

_ABOUT = (
    r"(?:(?:about|around|approximately|approx\.?|roughly|up to|at least|at most|over|under|"
    r"less than|more than|~|≈|<|>) ?)?"
)
_NUMBER = r"[-–]?[$€£]?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?"
_MEASURE = re.compile(
    r"(?P<what>[A-Za-z][A-Za-z' -]{2,40}?)(?: of|:| =| is| ≈| ~)? "
    rf"(?P<value>{_ABOUT}{_NUMBER}(?: ?[%°\w/³²]\S*)?(?: \w+)?)$"
)
_LONG = re.compile(
    rf"(?P<value>{_ABOUT}{_NUMBER} ?(?:[a-zµ°²³]+)) "
    r"(?P<how>long|wide|high|tall|deep|thick|old|heavy|across)$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?P<count>\d{1,3}(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?P<parts>[a-z][a-z' -]{2,40})$",
    re.IGNORECASE,
)
_MEASURES = frozenset(
    "half-life point period temperature ph number mass weight density length height width depth "
    "area volume speed velocity frequency wavelength capacity size dose rate ratio index "
    "duration age population lifespan life expectancy mortality prevalence incidence risk "
    "charge gain yield threshold term radius diameter distance thickness pressure output score "
    "target budget price cost turnover gdp share majority range concentration voltage "
    "resistance constant formula iq".split()
)
_UNITS = frozenset(
    "seconds minutes hours days weeks months years decades centuries km m cm mm metres meters "
    "miles kg g mg tons tonnes litres liters percent dollars euros pounds times points pages "
    "people participants subjects patients students marks credits words chapters questions "
    "types kinds ways things examples options reasons steps methods forms parts others more "
    "of".split()
)


def read(passage: Passage, thing: Thing) -> Iterator[Reading]:
    text = passage.text.strip().rstrip(".")
    if not 2 <= word_count(text) <= LONGEST_LINE:
        return
    found = _LONG.match(text) or _COUNT.match(text) or _MEASURE.match(text)
    if found is None:
        return
    if found.re is _LONG:
        how = "wide" if found["how"] == "across" else found["how"].lower()
        yield Reading(f"How {how} {thing.be} {thing.name}?", found["value"])
    elif found.re is _COUNT:
        yield from _count(thing, found["count"], found["parts"], passage)
    else:
        yield from _measure(thing, found["what"].strip(), found["value"])


def _measure(thing: Thing, named: str, value: str) -> Iterator[Reading]:
    words = [token.lower for token in tokens(named)]
    if not words or len(words) > LONGEST_NAME or words[-1] not in _MEASURES:
        return
    if closed.FUNCTION_WORDS.intersection(words) or stems(named) & stems(thing.name):
        return
    if any(token.may("XE") and not token.may("NA") for token in tokens(named)):
        return
    known = tokens(named)[0].is_name
    plain = named if known else named[:1].lower() + named[1:]
    be = "is" if thing.plural else thing.be
    yield Reading(f"What {be} the {plain} of {thing.name}?", value)


def _count(thing: Thing, count: str, parts: str, passage: Passage) -> Iterator[Reading]:
    words = tokens(parts)
    if len(words) > LONGEST_NAME or not is_plural(words[-1].lower) or words[-1].lower in _UNITS:
        return
    if any(
        word.lower in closed.FUNCTION_WORDS or (word.may("ZX") and not word.may("NA"))
        for word in words
    ):
        return
    if words[0].lower in _UNITS or stems(parts) & stems(thing.name) or passage.members:
        return
    counted = sum(bool(_COUNT.match(b.text)) for b in siblings(passage))
    if counted > _MOST_COUNTED:
        return
    do = "did" if thing.past else "do" if thing.plural else "does"
    yield Reading(f"How many {parts} {do} {thing.name} have?", count)


_MOST_COUNTED = 4
"""Counts below one thing; more are the lines of a table."""
