"""What a kind of thing consists of, leads to, codes for: what stands behind the preposition that
belongs to its verb."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import Clause
from flashcards.english.everyday import GENERIC, VAGUE
from flashcards.english.stems import stems, tells
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, what
from flashcards.passages.complements import is_phrase, whole
from flashcards.passages.facts import is_a_fact, tells_of_a_kind
from flashcards.passages.passage import Passage

LONGEST_ANSWER = 14
_TIES = {
    "of": "consist die",
    "in": "result culminate specialize specialise engage end believe",
    "to": "lead contribute correspond belong bind react respond attach adapt adhere conform "
    "connect switch give-rise translate",
    "from": "result stem arise originate derive come emerge evolve descend differ suffer develop "
    "benefit spring form",
    "on": "depend rely rest hinge feed live act focus center centre thrive",
    "for": "code account stand compensate compete control",
    "with": "present react interact compete interfere correlate deal lie bind begin start end vary",
    "as": "serve act function present",
    "between": "distinguish differentiate oscillate lie form",
    "into": "turn convert transform develop differentiate dissociate decompose divide split drain "
    "flow empty open evolve ionize ionise",
    "against": "protect guard",
    "by": "reproduce spread multiply",
}
_TIED = {f"{base}:{tie}" for tie, bases in _TIES.items() for base in bases.split()}
_ADDED = frozenset(["reason", "purpose", "condition", "time", "contrast", "means", "result"])
_TYING = re.compile(r"\b(?:also|then|next|again|instead|rather|therefore|even|now|first)\b")


def related(passage: Passage) -> Iterator[Reading]:
    """`Ribosomes consist of …`, `Kant distinguishes between …`."""
    clause = passage.clause
    if clause is not None and clause.base == "have" and clause.rest.startswith("to do with "):
        yield from _concerned(passage, clause)
    if clause is None or clause.voice != "active" or _TYING.search(clause.middle):
        return
    if clause.following:
        return  # the `and` may as well stand in a list
    found = _TIE.match(clause.rest.rstrip("."))
    if found is None or f"{clause.base}:{found['tie']}" not in _TIED or not is_a_fact(passage):
        return
    thing = _thing(found["thing"])
    if not _is_told(thing) or stems(clause.subject) & stems(thing):
        return
    if found["tie"] == "by":
        yield Reading(ask(passage, clause, "How", found["adverb"] or ""), f"by {thing}")
    else:
        tie = f"{found['adverb'] or ''}{found['tie']}"
        yield Reading(ask(passage, clause, what(thing), tie), thing)


def _concerned(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """`Investing activities have to do with long-term assets`."""
    thing = _thing(clause.rest.removeprefix("to do with ").rstrip("."))
    if tells_of_a_kind(passage, clause) and _is_told(thing):
        yield Reading(ask(passage, clause, what(thing), "to do with"), thing)


_TIE = re.compile(
    r"(?P<adverb>(?:[a-z]+ly|mostly|down|back|up) )?"
    r"(?P<tie>of|in|to|from|on|for|with|as|between|into|against|by) (?P<thing>.+)$"
)


def _thing(rest: str) -> str:
    """What the preposition governs, without what hangs on the clause."""
    _, adjuncts = split_adjuncts(rest)
    ends = (a.start for a in adjuncts if a.kind in _ADDED)
    return whole(rest[: next(ends, len(rest))].rstrip(" ,.;"))


def _is_told(thing: str) -> bool:
    """A noun phrase with a word of its own, and no verb in its place: `lead to delay the ship`."""
    if _ENDING.fullmatch(thing):
        return True
    if not thing or word_count(thing) > LONGEST_ANSWER or not is_phrase(thing):
        return False
    found = tokens(thing)
    opening = tag(found[0])
    if opening.kinds == "V" or (opening.may("V") and len(found) > 1 and tag(found[1]).may("DP")):
        return False
    telling = {t.lower for t in found if tells(t)} - GENERIC - VAGUE
    return bool(telling) and not _POINTS.search(thing)


_ENDING = re.compile(r"[-–][a-z]{2,}")
"""`-pril`, with which names of drugs end."""
_POINTS = re.compile(
    r"\d/\d|\b(?:this|these|those|it|them|they|us|you|me)\b|^(?:what|how|that|which|other|another)\b",
    re.IGNORECASE,
)
