"""What has the place that a subject names, or what is said of one: the capital of a country, the
cause of a disease, the largest of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause
from flashcards.english.everyday import GENERIC, VAGUE
from flashcards.english.stems import stems, tells
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import names_its_subject, stands_alone
from flashcards.passages.complements import can_answer, is_phrase
from flashcards.passages.facts import is_unheard_of, names_a_kind
from flashcards.passages.passage import Passage

_PEOPLE = frozenset(
    "father mother founder inventor discoverer author composer architect leader king queen "
    "president emperor creator ruler successor".split()
)
_PLACES = _PEOPLE | frozenset(
    "cause capital antidote treatment cure remedy site location unit symbol currency language "
    "precursor substrate byproduct antonym synonym opposite inverse vector reservoir pathogen "
    "complication symptom trigger target currency religion seat hallmark prototype ancestor".split()
)
"""Nouns of which something has one: the cause, the capital, the unit."""
_TOP = (
    r"(?:leading|main|primary|principal|chief|major|only|sole|first-line|first|last|"
    r"(?:second|third)[ -]\w+est|most (?:common|frequent|abundant|widespread|frequently \w+)|"
    r"(?!interest|honest|modest|b)[a-z]{2,}est|predominant|drug of choice)"
)
"""What only one of a kind is."""
_OF = re.compile(r"^(?:the |an? )?(?P<head>[\w -]+?) (?:of|for|in|among|on|behind) (?P<whose>.+)$")
_FIRST = re.compile(rf"^(?:the )?{_TOP} ", re.IGNORECASE)
_TURN = re.compile(r"[,;:(]| [-–—] | (?:because|which|who|while|but|since|although|whereas|so) ")
LONGEST_SAID, LONGEST_NAMED = 12, 8
"""Words of a place, and of what has it."""


def held(passage: Passage) -> Iterator[Reading]:
    """`The capital of Australia is Canberra`, `Smoking is the leading cause of …`."""
    clause = passage.clause
    if clause is None or clause.voice != "copula" or clause.lead or clause.negated:
        return
    be = clause.auxiliary.lower()
    if clause.middle or clause.also or be not in {"is", "are", "was", "were"}:
        return
    said = _TURN.split(clause.rest.rstrip("."), maxsplit=1)[0].strip()
    if _is_place(clause.subject) and stands_alone(clause):
        if _may_hold(said) and not stems(said) & stems(clause.subject):
            yield Reading(_asked(clause.subject, be, passage), said)
    elif said.lower().startswith("the ") and _is_place(said) and _holds(passage, clause, said):
        one = "is" if be in {"is", "are"} else "was"
        yield Reading(_asked(said, one, passage), clause.subject)


def _is_place(text: str) -> bool:
    """`the capital of Australia`, `the most common cause of death`, `the hardest material`."""
    found = tokens(text)
    if word_count(text) > LONGEST_SAID or {t.lower for t in found} & _POINTING or "," in text:
        return False
    if any(token.lower in GENERIC for token in found[-1:]) and not _OF.match(text):
        return False
    named = _OF.match(text)
    first = _FIRST.match(text)
    if first:
        enough = len(stems(text)) >= (2 if named else 3)
        return enough and tag(found[-1]).may("NX#") and _is_told(text[first.end() :])
    if named is None or named["head"].split()[-1].lower() not in _PLACES:
        return False
    return _is_told(named["whose"])


_POINTING = frozenset(
    "this that these those it its they their our your we you which who one ones above below "
    "such here there us my best".split()
)


def _is_told(whose: str) -> bool:
    return bool({t.lower for t in tokens(whose) if tells(t)} - GENERIC - VAGUE)


def _may_hold(said: str) -> bool:
    """A thing that has a place: no mere class of things, no judgement."""
    found = tokens(said)
    if not 1 <= word_count(said) <= LONGEST_NAMED or not (can_answer(said) or _is_named(said)):
        return False
    if found[0].lower in {"a", "an"} and len([t for t in found if tells(t)]) < _LEAST_OF_ONE:
        return False
    return found[0].lower not in {"to", "that", "how", "what", "when", "where", "not"}


_LEAST_OF_ONE = 2
"""Words of a thing with an indefinite article, so that it tells more than `a problem`."""


def _is_named(said: str) -> bool:
    found = tokens(said)
    return len(found) == 1 and found[0].is_capitalised and is_phrase(f"the {said}")


def _holds(passage: Passage, clause: Clause, place: str) -> bool:
    """Whether the subject has the place, and neither it nor the context line gives it away."""
    written = clause.subject in passage.text and names_its_subject(clause)
    found = tokens(clause.subject)
    if found[0].lower == "the" and not is_unheard_of(passage, found):
        return False
    told = stems(" ".join(passage.context))
    hidden = not stems(clause.subject) <= told and not stems(place) & stems(clause.subject)
    return written and names_a_kind(found) and hidden


def _asked(place: str, be: str, passage: Passage) -> str:
    lowered = passage.lowered(place)
    article = "" if re.match(r"(?:the|an?) ", lowered, re.IGNORECASE) else "the "
    held = _OF.match(place)
    who = held is not None and held["head"].split()[-1].lower() in _PEOPLE
    return f"{'Who' if who else 'What'} {be} {article}{lowered}?"
