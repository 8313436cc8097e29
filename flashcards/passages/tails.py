"""When and where something is said to be: the ends of a predicate that a question asks for."""

from __future__ import annotations

from typing import NamedTuple

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.tagging import is_common_word, is_plural
from flashcards.english.tokens import tokens, word_count

_MONTHS = "|".join(closed.MONTHS)
_YEAR = (
    r"(?:(?:1\d|20)\d\d|[3-9]\d\d(?=\.?$))(?: ?[-–/] ?\d{2,4})?(?: (?:BCE?|AD|CE))?|"
    r"\d{1,3} (?:BCE?|AD|CE)|AD \d{1,4}"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?(?:{_MONTHS})(?: \d{{1,2}}(?:st|nd|rd|th)?)?,?"
    r"(?: (?:1\d|20)\d\d)?"
)
_AGE = (
    r"the (?:early |mid-?|late )?(?:(?:1\d|20)\d0s|"
    r"\d{1,2}(?:st|nd|rd|th) centur(?:y|ies)(?: (?:BCE?|AD))?)"
)
_DATE = rf"(?:(?:early |late |spring |summer |autumn |winter )?(?:{_YEAR})|{_DAY}|{_AGE})"
_WHEN = re.compile(
    r"(?:^|,? )"
    r"(?P<when>(?:in|on|since|until|around|about|circa|during|from|between|before|after|by) "
    rf"{_DATE}(?: (?:to|until|and|[-–]) {_DATE})?)\.?$"
)
SMALL_IN_NAMES = frozenset("de da di du von van der la le al ibn el".split())
"""Words without a capital that stand in names."""


class Told(NamedTuple):
    """A predicate's end, parted."""

    rest: str
    when: str
    """`in 1648`; or empty."""


def part_time(rest: str) -> Told:
    """What is said, without the date at its end, and that date with its preposition.

    >>> part_time("by Robert Koch in 1882")
    Told(rest='by Robert Koch', when='in 1882')
    >>> part_time("in Rome"), part_time("in the 19th century").when
    (Told(rest='in Rome', when=''), 'in the 19th century')
    """
    found = _WHEN.search(rest)
    if found is None:
        return Told(rest, "")
    return Told(rest[: found.start()].rstrip(" ,"), found["when"])


_ALWAYS_PLACES = frozenset(
    "behind between beneath inside within underneath near along above below beside outside "
    "throughout around across opposite beyond amid among".split()
)
_MAYBE_PLACES = frozenset("in on at under".split())
NO_PLACES = frozenset(
    "case cases order practice theory time times parallel response terms term stage stages step "
    "steps phase phases way ways sequence turn place fact general part addition front isolation "
    "detail moment future past beginning end once least most minutes hours days weeks months "
    "years seconds century centuries spring summer autumn winter night favour favor honour "
    "honor return exchange reaction conjunction combination relation accordance line contrast "
    "comparison proportion charge pregnancy danger risk infancy childhood adulthood wartime "
    "peacetime temperature pressure ph number size form shape colour color vitro vivo rate "
    "pairs groups pseudonyms pseudonym name names rule control conditions circumstances "
    "moderation excess doses half two three four front background home".split()
) | {month.lower() for month in closed.MONTHS}
LONGEST_PLACE = 12


def is_place(preposition: str, thing: str) -> bool:
    """Whether a preposition and what it governs say where.

    >>> is_place("behind", "the stomach"), is_place("in", "the liver"), is_place("in", "1648")
    (True, True, False)
    """
    words = [token.lower for token in tokens(thing)]
    if not words or word_count(thing) > LONGEST_PLACE or any(w[0].isdigit() for w in words[:1]):
        return False
    if preposition in _ALWAYS_PLACES:
        return not any(word[0].isdigit() for word in words)
    if preposition not in _MAYBE_PLACES or words[0] in NO_PLACES or is_about_people(thing):
        return False
    head = next((at for at, w in enumerate(words) if at and w in closed.PREPOSITIONS), len(words))
    return words[head - 1] not in NO_PLACES and not words[0].endswith("ing")


_PEOPLE = frozenset(
    "people patients children men women adults infants babies neonates sailors smokers workers "
    "males females boys girls individuals humans students elderly adolescents teenagers newborns "
    "athletes soldiers members citizens savers borrowers consumers farmers pregnant someone those "
    "diabetics asthmatics alcoholics immunocompromised".split()
)


def is_about_people(thing: str) -> bool:
    """Whether a noun phrase names people: `men over 40`, `pregnant women`."""
    found = tokens(thing)
    head = next(
        (at for at, t in enumerate(found) if at and t.lower in closed.PREPOSITIONS), len(found)
    )
    return bool(found) and found[head - 1].lower in _PEOPLE


_VAGUE = re.compile(
    r"(?:many|several|various|different|other|some|most|certain|numerous|multiple|similar|a lot|"
    r"lots|the (?:same|following|above|latter|former|other)|this|that|these|those|it|them|its|"
    r"their|his|her|all (?:kinds|sorts|other)|any|each|both|one|two|three|more|less|fewer|my|our|"
    r"your) ?\b",
    re.IGNORECASE,
)


def is_vague(thing: str) -> bool:
    """Whether it tells too little to be asked for: `many antibiotics`, `this`."""
    return thing[:1].islower() and bool(_VAGUE.match(thing))


def are_named(who: str) -> bool:
    """Whether what follows `by` is somebody: a name, or people."""
    found = [token for token in tokens(who) if token.kind == "word"]
    content = [t for t in found if t.lower not in closed.FUNCTION_WORDS | SMALL_IN_NAMES]
    if not content or any(t.lower.endswith("ing") for t in found[:1]):
        return False
    return content[0].is_capitalised and any(t.is_capitalised and not t.is_name for t in content)


def is_agent(who: str) -> bool:
    """Whether it is a name or people that may do something on purpose."""
    found = tokens(who)
    last = found[-1].lower if found else ""
    people = last in _PEOPLE or bool(
        re.search(r"(?:ists?|ians?|ers|ors|ants|men|monks|kings?|queen|pope)$", last)
    )
    return are_named(who) or people or (bool(last) and not is_common_word(last) and is_plural(last))


_DEGREES = re.compile(r"(?:about |around )?-?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(?:°|degrees|K\b)")
_PH = re.compile(r"(?:a )?pH (?:of )?\d")


def measured(tie: str, thing: str) -> str:
    """How to ask for a degree: `above what temperature`; or empty.

    >>> measured("above", "60 °C"), measured("at", "pH 7"), measured("at", "home")
    ('Above what temperature', 'At what pH', '')
    """
    if tie not in {"at", "above", "below", "around"}:
        return ""
    if _DEGREES.match(thing):
        return f"{tie.capitalize()} what temperature"
    return f"{tie.capitalize()} what pH" if _PH.match(thing) else ""


_LENGTH = re.compile(
    r"(?:for )?(?:about |around |up to |at least |only |over |under )?(?:\d[\d.,]*|an?|one|two|"
    r"three|four|five|six|seven|eight|nine|ten)"
    r"(?: ?(?:[-–]|to|or) ?(?:\d[\d.,]*|two|three|four|five|six))? "
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))$"
)


def is_duration(text: str) -> bool:
    """Whether it says how long: `for about 120 days`.

    >>> is_duration("for about 120 days"), is_duration("3 to 5 weeks"), is_duration("for fun")
    (True, True, False)
    """
    return bool(_LENGTH.match(text))
