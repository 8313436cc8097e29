"""Ask how many, how much or how long, where a sentence gives a number with its unit.

- A queen lays up to 2,000 eggs a day
Q: How many eggs a day does a queen lay?
A: Up to 2,000

- Clay pots need four hours to dry
Q: How many hours do clay pots need to dry?
A: Four

- Bread dough rests for 20-30 minutes before baking.
Q: How long does bread dough rest before baking?
A: For 20-30 minutes

- A bread oven needs a temperature between 230 and 260 °C
Q: What temperature does a bread oven need?
A: Between 230 and 260 °C

- The harbour of Edo reached the size of Delft by 1720
no card

- Cold storage lowers the loss of vitamins by 30 to 50 %
Q: By how much does cold storage lower the loss of vitamins?
A: By 30 to 50 %

- The normal pulse of a resting horse is 28 to 44 beats per minute
Q: What is the normal pulse of a resting horse?
A: 28 to 44 beats per minute

- The poem has three kinds of rhyme
Q: How many kinds of rhyme does the poem have?
A: Three

- The dough rests for two hours then.
no card

- Sourdough bread has two advantages
no card

- Two of three agree
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause
from flashcards.english.tagging import is_plural, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage
from flashcards.passages.roles import role_of

NEEDS_CLAUSE = True

_NUMBER = (
    r"(?:~?\d[\d.,]*(?:\s?[-–±]\s?\d[\d.,]*)?|"
    + "|".join(closed.NUMBER_WORDS)
    + r"|hundreds|thousands|millions)"
)
_BOUND = (
    r"(?:(?:only |just )?(?:up to|at least|at most|about|around|roughly|approximately|over|"
    r"more than|less than|fewer than|nearly|almost|exactly|some|between)\s+)?"
)
_COUNTED = re.compile(
    rf"^(?P<many>{_BOUND}{_NUMBER}(?: (?:and|to|or) {_NUMBER})?) "
    r"(?P<what>(?:[a-z][\w-]* )*?[a-z][\w-]*s|people)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    rf"^(?P<value>for {_BOUND}{_NUMBER}(?: to {_NUMBER})? (?:\w+ )?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|generations?|hrs?|mins?|ms))\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"^(?:an?|the) (?P<what>(?:[a-z][\w-]* )?(?:temperature|size|length|width|height|depth|weight|"
    r"speed|rate|age|distance|diameter|volume|density|latency|bandwidth|accuracy|score|capacity|"
    r"range|lifetime|frequency|pressure|voltage|hydration|concentration|dose|price|cost|resolution|"
    r"complexity|error rate|population|area|radius|mass))"
    r" (?:of )?(?P<value>(?:between |around |about |above |below |over |under |up to |at least |at "
    r"most |roughly |approximately |less than |more than )?[$€£~≈<>≤≥]*\d[^,;:()]{0,40}?)\.?$",
    re.IGNORECASE,
)
_HEATED = re.compile(
    r"^at (?P<value>(?:about |around |roughly |~ ?)?[-−]?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)? ?"
    r"(?:°\s?[CF]?|degrees(?: \w+)?|K))(?P<rest>$|[ ,(].*)"
)
_BY = re.compile(
    rf"^(?P<what>[^,;:()]+?),? (?P<by>by (?:a factor of )?{_BOUND}{_NUMBER}(?: to {_NUMBER})?"
    r"(?: ?(?:%|percent|percentage points?|times|fold|degrees?|°C|[a-z]+s))?)$",
    re.IGNORECASE,
)
_BY_YEAR = re.compile(r"by (?:1[0-9]|20)\d\d", re.IGNORECASE)
_LOWERED = re.compile(r"\w by (?:\w+ ){0,4}?[\d$]")
_SIZES = frozenset(
    "temperature size length width height depth weight speed rate age distance diameter volume "
    "density latency bandwidth pressure voltage concentration dose radius mass pulse ph half-life "
    "lifespan population area frequency duration wavelength period point ratio "
    "percentage share proportion".split()
)
"""Nouns that have a number."""
_SIZE = re.compile(
    rf"^{_BOUND}[$€£~≈<>≤≥]?{_NUMBER}(?:(?: to | and | ?[-–±] ?){_NUMBER})?(?: ?[%°]C?)?"
    r"(?: [\w/.°%²³-]+){0,4}$",
    re.IGNORECASE,
)
_TIME = re.compile(r"^ (?:a|an|per|each|every) \w+")
LONGEST_TAIL = 10


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or not names_its_subject(clause) or clause.negated or clause.certainty < 2:
        return
    rest = clause.rest.rstrip(".")
    lasting, heated = _LASTING.match(rest), _HEATED.match(rest)
    if lasting:
        yield from _at_or_for(passage, clause, "How long", lasting)
        return
    if heated and clause.voice == "active":
        yield from _at_or_for(passage, clause, "At what temperature", heated)
        return
    measured = _MEASURED.match(rest)
    if measured and clause.voice == "active":
        asked = ask(passage, clause, f"What {measured['what']}", "")
        if pins_down(asked, least=2):
            yield Reading(asked, measured["value"])
        return
    if _LOWERED.search(rest) or clause.voice == "copula":
        yield from _sized(passage, clause, rest)
        return
    if clause.base == "take" and clause.subject.lower() not in passage.text.lower():
        return  # what takes so long, need not be what the heading names
    counted = _COUNTED.match(rest) if clause.voice == "active" else None
    if counted:
        yield from _counted(passage, clause, counted)


def _at_or_for(
    passage: Passage, clause: Clause, word: str, found: re.Match[str]
) -> Iterator[Reading]:
    asked = ask(passage, clause, word, _kept(found["rest"]))
    if pins_down(asked, least=2):
        yield Reading(asked, found["value"])


def _sized(passage: Passage, clause: Clause, rest: str) -> Iterator[Reading]:
    """By how much something is changed, how large it is."""
    lowered = _BY.match(rest)
    if lowered and _BY_YEAR.fullmatch(lowered["by"]):
        return  # by when
    if lowered and clause.voice == "active":
        asked = ask(passage, clause, "By how much", lowered["what"])
        if pins_down(asked, least=2):
            yield Reading(asked, lowered["by"])
    elif clause.voice == "copula" and _is_a_size(clause, rest):
        yield Reading(ask(passage, clause, "What", ""), rest)


def _is_a_size(clause: Clause, rest: str) -> bool:
    """`The normal pulse of a horse is 28 to 44 beats per minute`."""
    head = re.split(r" (?:of|for|in|at) ", clause.subject, maxsplit=1)[0].split()[-1].lower()
    usual = clause.middle in {"", "usually", "typically", "normally", "about", "roughly"}
    plain = usual and not clause.also and head in _SIZES
    return plain and bool(_SIZE.match(rest)) and pins_down(clause.subject, least=2)


def _counted(passage: Passage, clause: Clause, found: re.Match[str]) -> Iterator[Reading]:
    what, rest = found["what"], found["rest"]
    if _ONE_BOUND.match(found["many"]):
        return  # `between two extremes`
    if word_count(what) > 3 or not is_plural(what.split()[-1]) or rest.startswith((":", " (")):
        return
    if any(tag(token).may("IBHMOS") and not tag(token).may("N") for token in tokens(what)):
        return
    of = _OF.match(rest)
    if of:
        what, rest = what + of.group(), rest[of.end() :]
    rate = _TIME.match(rest)
    if rate:
        what, rest = what + rate.group(), rest[rate.end() :]
    if role_of(what) and not of:
        return  # `two advantages`: which they are is worth knowing, not how many
    asked = ask(passage, clause, f"How many {what}", _kept(rest))
    if pins_down(asked, least=2):
        yield Reading(asked, found["many"])


_OF = re.compile(r" of [\w'’-]+(?: (?!in|on|at|for|to|per|and|or|with|from|by)[\w'’-]+)?")
_ONE_BOUND = re.compile(r"between (?!.* and )", re.IGNORECASE)


def _kept(rest: str) -> str:
    """What follows the number, where it is short and points at nothing."""
    rest = re.split(r"[,;:(]| - | and | but ", rest, maxsplit=1)[0].strip()
    words = {token.lower for token in tokens(rest)}
    return rest if word_count(rest) <= LONGEST_TAIL and not words & closed.POINTING else ""
