"""Whether a name with a description is that of somebody: `Teodor Brandt – keeper of the light`."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.tagging import is_common_word, is_plural
from flashcards.english.tokens import tokens, word_count
from flashcards.passages.passage import Passage

LONGEST_NAME = 5
LONGEST_ROLE = 22
"""Words."""

_ROLES = frozenset(
    "king queen emperor empress prince princess duke duchess earl count countess lord lady baron "
    "tsar tsarina czar sultan caliph shah pharaoh pope bishop archbishop cardinal priest priestess "
    "monk nun abbot saint prophet apostle god goddess hero heroine titan nymph wizard witch knight "
    "general admiral marshal colonel captain commander soldier warrior sailor pilot explorer "
    "president chancellor premier minister pm senator governor mayor ambassador envoy statesman "
    "politician lawyer judge justice attorney secretary chief leader ruler dictator tyrant monarch "
    "regent heir founder co-founder inventor discoverer pioneer architect engineer designer "
    "painter sculptor poet author writer novelist playwright dramatist composer singer musician "
    "actor actress dancer director producer philosopher thinker theologian scholar professor "
    "teacher tutor student pupil disciple scientist doctor surgeon nurse merchant banker "
    "entrepreneur businessman businesswoman ceo magnate farmer servant slave peasant "
    "revolutionary rebel reformer activist assassin spy traitor martyr critic friend rival enemy "
    "ally adviser advisor brother sister son daughter father mother uncle aunt cousin nephew niece "
    "husband wife widow widower lover mistress fiancé fiancée orphan boy girl man woman character "
    "protagonist antagonist villain narrator member advocate supporter opponent defender champion "
    "successor predecessor editor publisher translator photographer filmmaker chemist".split()
)
"""Nouns that say what somebody is."""
_MADE = re.compile(r"(?:[bcdfglmnprstvyz]ist|ologer|nomer|grapher|[cths]ian|mathematician)$")
_HEAD = re.compile(
    r"^(?:(?:an?|the|one of the) )?(?:[\w'’.-]+ ){0,5}?(?P<head>[\w-]+)"
    r"(?=$|[,;.(:]| (?:of|from|to|in|who|that|at|for|and|under|during|with|since|until|by|whose)\b)"
)
_WHO = re.compile(r"^(?:[\w'’.-]+ ){1,6}who (?!people\b)[\w-]+")


def is_role_of_a_person(text: str) -> bool:
    """Whether a description opens with what somebody is.

    >>> is_role_of_a_person("German emperor, abdicated in 1918")
    True
    >>> is_role_of_a_person("three wars between Rome and Carthage")
    False
    """
    noun = _head(text).lower()
    return noun in _ROLES or bool(_MADE.search(noun)) or bool(_WHO.match(text))


def _head(text: str) -> str:
    """The noun that says what kind of thing a description is of."""
    found = _HEAD.match(text)
    return found["head"] if found else ""


_DOER = re.compile(r"[a-z]{3,}[eo]r$")
"""`keeper`; of a full name only, since a `tower` ends like that, too."""


_PARTICLES = frozenset("of the de la le du des von van der den di da al el ibn bin y i".split())
_ABOVE = re.compile(
    r"\b(?:people|persons|figures|characters|leaders|philosophers|thinkers|kings|rulers|emperors|"
    r"scientists|writers|authors|artists|politicians|generals|theorists|protagonists|personalities|"
    r"contributors|who['’]?s who|dramatis personae)$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:1\d{3}|his|her|he|she|[a-z,;] [A-Z][a-z]+)\b")
"""What tells of one: a year, a pronoun, a name."""


def is_among_people(passage: Passage) -> bool:
    """Whether the heading or the label above says that people follow: `Key people`."""
    parent, headings = passage.bullet.parent, passage.bullet.headings[-1:]
    above = parent.text if parent else headings[0].text if headings else ""
    return bool(_ABOVE.search(above.strip().rstrip(":")))


def is_somebody(name: str, told: str, passage: Passage) -> bool:
    """Whether a name is that of somebody, by what is told behind it and by what stands above.

    A title that many bear is nobody's name: `Quaestor: official in charge of the treasury`.
    """
    words = [word for word in tokens(re.sub(r"\s*\([^()]*\)$", "", name)) if word.kind == "word"]
    bearing = [word for word in words if word.lower not in _PARTICLES]
    if not 1 <= len(bearing) <= LONGEST_NAME or not all(word.is_capitalised for word in bearing):
        return False
    lone = len(words) == 1 and (words[0].is_name or is_plural(words[0].lower))
    if words[0].lower in _PARTICLES or lone or any(letter.isdigit() for letter in name):
        return False
    if is_among_people(passage):
        return word_count(told) > 1
    unknown = [word for word in bearing if not is_common_word(word.lower)]
    full = len(bearing) > 1 and len(unknown) == len(bearing) and bool(_DOER.search(_head(told)))
    if not unknown or not (full or is_role_of_a_person(told)):
        return False
    known = len(bearing) > 1 or words[0].lower in passage.names.inside
    return known or bool(_OWN.search(told))


def was(told: str, passage: Passage) -> bool:
    """Whether somebody lived in the past, as far as the lines around tell: `Who was …?`"""
    beside = " ".join(other.text for other in passage.around(20))
    return bool(_PAST.search(told)) or bool(_LONG_AGO.search(beside))


_YEARS = r"\b(?:1[0-8]\d{2}|19[0-4]\d|\d{2,3} (?:BC|BCE|AD))\b"
_LONG_AGO = re.compile(_YEARS)
_PAST = re.compile(
    rf"{_YEARS}|\b(?:died|born|killed|executed|assassinated|murdered|abdicated|"
    r"stabbed|beheaded|guillotined|crowned|reigned|ruled|was|former|first|last)\b"
)


def tells_a_deed(told: str) -> bool:
    """`Wrote three plays`, `First woman in the academy`."""
    words = tokens(told)
    done = words[0].may("EX") and not words[0].may("NA")
    return done or words[0].lower in {"first", "last", "only", "leading", "one"}


def tells_who(told: str) -> bool:
    """Whether a description can answer `Who was …?`: no statement with a subject of its own."""
    whole = 2 <= word_count(told) <= LONGEST_ROLE and not told.endswith(("?", ":"))
    return whole and (parse(told) is None or is_role_of_a_person(told))
