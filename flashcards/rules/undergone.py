"""Ask for what stands behind the preposition that belongs to a verb: what something is split into,
made of, based on, consists of or leads to; or where it is kept.

- Aspirin is derived from willow bark.
Q: What is aspirin derived from?
A: Willow bark

- Raw wool is spun into yarn, and yarn into twine
Q: What is raw wool spun into?
A: Yarn

- Tide tables are stored in the wheelhouse of the ferry
Q: Where are tide tables stored?
A: In the wheelhouse of the ferry

- Ribosomes consist of a large and a small subunit.
Q: What do ribosomes consist of?
A: A large and a small subunit

- Vitamin C deficiency leads to scurvy
Q: What does vitamin C deficiency lead to?
A: Scurvy

- Kant distinguishes between phenomena and noumena
Q: What two things does Kant distinguish between?
A: Phenomena and noumena

- Bacteria reproduce by binary fission
Q: How do bacteria reproduce?
A: By binary fission

- Besides the keel, the bottom is made of slate
Q: Besides the keel, what is the bottom made of?
A: Slate

- Tuberculosis is transmitted by airborne droplets
Q: What is tuberculosis transmitted by?
A: Airborne droplets

- Wooden locks replaced by iron ones in 1871
Q: What were wooden locks replaced by?
A: Iron ones in 1871

## Lighthouse
- Written in 1641
no card

- The system depends on other systems
no card

- Fog may lead to delays on the ferry
no card

- The crew was divided by this
no card

- Wool can be spun into many kinds of yarn
no card

- The hull is cleaned by scraping it
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import Clause, subject_is_plural
from flashcards.english.everyday import GENERIC, VAGUE
from flashcards.english.stems import tells
from flashcards.english.tagging import tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject, what
from flashcards.passages.complements import can_answer, pins_down, whole
from flashcards.passages.facts import is_a_fact
from flashcards.passages.passage import Passage
from flashcards.passages.relations import related

NEEDS = "into to of from on by as with in at inside under through for between against"
NEEDS_CLAUSE = True

LONGEST_ANSWER = 14

_TIES = {
    "into": "split divide break convert transform translate turn separate group partition spin cut "
    "sort merge compile organize organise decompose fold",
    "to": "convert map translate connect attach assign link restrict limit apply reduce expose "
    "compare confine bind tie adapt",
    "of": "compose make make-up comprise",
    "from": "derive extract make compute generate obtain sample draw build learn create inherit "
    "calculate estimate distill descend",
    "on": "base train evaluate test model",
    "by": "inspire follow determine control drive represent limit precede accompany bound "
    "divide multiply batch sort group measure replace govern trigger influence fund surround",
    "as": "represent describe define express interpret see regard treat model know encode classify "
    "implement view label",
    "with": "combine compare associate initialize initialise replace fill label mix coat line",
    "in": "measure write express encode",
    "through": "feed pass send route pump push",
}
_TIED = {f"{base}:{tie}" for tie, bases in _TIES.items() for base in bases.split()}
_KEPT = frozenset("store locate keep place define declare register host save display put".split())
_PLACES = frozenset("in on at inside under within".split())


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is not None and clause.voice == "active":
        yield from related(passage)
        return
    if clause is None or clause.voice != "passive" or clause.negated or clause.certainty < _SURE:
        return
    tie, _, rest = clause.rest.partition(" ")
    if not rest or not names_its_subject(clause) or not _is_plain(passage, clause):
        return
    kept = clause.base in _KEPT and tie in _PLACES
    tied = f"{clause.base}:{tie}" in _TIED
    if not kept and not tied and not _is_done_by(passage, clause, tie):
        return
    thing = _thing(rest)
    if not tied and not kept and not _is_agent(thing):
        return
    if tie == "in" and thing.isdigit():
        return  # a year, which asks for `when`
    if not can_answer(thing) or word_count(thing) > LONGEST_ANSWER or _by_doing(tie, thing):
        return
    if kept:
        yield from _where(passage, clause, f"{tie} {thing}")
        return
    asked = ask(passage, clause, what(thing), tie)
    counted = what(thing) != "What"
    if pins_down(asked, least=1.3) and (counted or clause.auxiliary.lower() not in _MAY_BE):
        yield Reading(asked, thing)


def _is_done_by(passage: Passage, clause: Clause, tie: str) -> bool:
    """`Insulin is secreted by …`: what a kind of thing undergoes, it does from one thing."""
    now = tie == "by" and clause.tense == "present"
    return now and clause.base not in _MANNERS and is_a_fact(passage)


_MANNERS = frozenset(
    "sort group order multiply divide increase decrease reduce scale shift grow raise lower "
    "denote number rank pay hash index mean follow separate use call do".split()
)
"""Verbs whose `by` says how, by how much, or in what order."""


def _is_agent(thing: str) -> bool:
    """No number, no way of doing it, no everyday word."""
    found = tokens(thing)
    if not found or found[0].kind == "number" or found[0].lower in _NO_AGENTS:
        return False
    return bool({t.lower for t in found if tells(t)} - GENERIC - VAGUE)


_NO_AGENTS = frozenset(
    "hand default chance design means way far itself themselves at another other others some "
    "this these e.g first most many few very virtue definition law force mistake accident".split()
)
_SURE = 3
_TYING = re.compile(r"\b(?:then|first|now|again|next|been|rather|also|therefore|instead)\b")
_MAY_BE = frozenset("can may could might should would will".split())
"""What may be done to a thing is many things, unless they are counted."""


def _is_plain(passage: Passage, clause: Clause) -> bool:
    """A fact in full, whose auxiliary agrees with its subject."""
    auxiliary = clause.auxiliary.lower()
    if _TYING.search(clause.middle) or passage.text.endswith(":"):
        return False
    plural = subject_is_plural(tag_all(clause.subject))
    agrees = plural == (auxiliary in {"are", "were", "have"})
    return agrees or auxiliary in _MAY_BE or clause.subject.lower().endswith("data")


def _thing(rest: str) -> str:
    """What the preposition governs, without what hangs on the clause."""
    _, adjuncts = split_adjuncts(rest)
    ends = (a.start for a in adjuncts if a.kind in _HANGING)
    thing = whole(rest[: next(ends, len(rest))].rstrip(" ,.;"))
    thing = _ANOTHER.split(thing, maxsplit=1)[0]
    thing = _CUT_END.sub("", thing)
    return "" if _VAGUE.match(thing) or " we " in thing else thing


_CUT_END = re.compile(r" in (?:response|order|addition|contrast|reaction)$")
_ANOTHER = re.compile(r", and (?=(?:each|the|a|an|all|every|\w+ into)\b)")
_VAGUE = re.compile(
    r"(?:the same|the (?:\d+|two|three|four|five)|different|various|several|other|many) ", re.I
)


_HANGING = frozenset(["reason", "purpose", "condition", "time", "contrast", "means", "result"])


def _by_doing(tie: str, thing: str) -> bool:
    """`cleaned by scraping it` says how."""
    return tie == "by" and tokens(thing)[0].lower.endswith("ing")


def _where(passage: Passage, clause: Clause, place: str) -> Iterator[Reading]:
    asked = ask(passage, clause, "Where", "")
    if word_count(place) >= _SHORTEST_PLACE and pins_down(clause.subject, least=1):
        yield Reading(asked, place)


_SHORTEST_PLACE = 3
