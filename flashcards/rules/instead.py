"""Ask what is done, used or meant instead of something else.

- Praise the effort instead of the outcome
Q: What should you praise instead of the outcome?
A: The effort

- Bees store honey rather than nectar.
Q: What do bees store rather than nectar?
A: Honey

- A head waiter should suggest a cheap dish instead of reading out the whole menu
Q: What should a head waiter do instead of reading out the whole menu?
A: Suggest a cheap dish

- Slate is laid instead of clay tiles where frost is common
Q: What is laid instead of clay tiles where frost is common?
A: Slate

- Don't argue about prices; instead, ask what the guest can pay.
Q: What should you do instead of arguing about prices?
A: Ask what the guest can pay

- Never shake the jar, turn it once instead
Q: What should you do instead of shaking the jar?
A: Turn it once

- Weavers do not knot the ends, instead they tuck the ends under.
Q: What do weavers do instead of knotting the ends?
A: Tuck the ends under

- He left instead of me
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import Clause
from flashcards.english.imperatives import as_gerund, commanded
from flashcards.english.questions import gerund, imperative_base, predicate_of_what
from flashcards.english.stems import stem, stems
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject, what
from flashcards.passages.complements import can_answer, pins_down, whole
from flashcards.passages.passage import Passage

NEEDS = "instead rather"

_OF = re.compile(
    r"^(?P<done>[^;:]*?),?\s?\b(?P<tie>instead of|rather than) (?P<other>[^;:.]+)\.?$",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"^(?:do not|don['’]?t|never|you should(?:n['’]t| not)) (?P<doing>[^,;:.]+)[,;.] (?:but )?"
    r"(?P<told>[^;:.]+)\.?$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"^(?P<denied>[^,;:.]+)[,;.] (?:but )?(?:instead,? (?:they|it|he|she|we)|(?:they|it|he|she|we) "
    r"instead) (?P<told>[^;:.]+)\.?$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r",? ?\b(?:instead|rather)\b,? ?", re.IGNORECASE)
LONGEST_OTHER, LONGEST_ANSWER = 12, 18
_SURE = 3


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.strip()
    forbidden = _FORBIDDEN.match(text)
    if forbidden:
        yield from _of_forbidden(forbidden["doing"], forbidden["told"])
        return
    denied = _DENIED.match(text)
    if denied:
        yield from _of_denied(passage.saying(denied["denied"]), denied["told"])
        return
    clause = passage.clause
    if clause and clause.certainty < _SURE and imperative_base(text):
        clause = None
    found = _OF.match(clause.rest if clause else text)
    if found is None or not 1 <= word_count(found["other"]) <= LONGEST_OTHER:
        return
    if (
        " - " in found["other"]
        or _points(found["other"])
        or tag(tokens(found["other"])[0]).may("I")
    ):
        return
    if clause:
        yield from _of_clause(passage, clause, found)
    else:
        yield from _of_command(found)


_POINTERS = (closed.POINTING | frozenset("it them they he she me him us".split())) - frozenset(
    "its their his her our your".split()
)


def _points(text: str) -> bool:
    return bool({token.lower for token in tokens(text)} & _POINTERS)


def _of_forbidden(doing: str, told: str) -> Iterator[Reading]:
    """`Do not argue, instead ask`."""
    said = _INSTEAD.sub(" ", told).strip()
    base = imperative_base(doing)
    if base is None or commanded(said) is None or _points(doing):
        return
    asked = f"What should you do instead of {as_gerund(doing)}?"
    if LEAST_TOLD <= word_count(said) <= LONGEST_ANSWER and pins_down(doing, least=1.3):
        yield Reading(asked, said)


LEAST_TOLD = 2


def _of_denied(passage: Passage, told: str) -> Iterator[Reading]:
    """`Weavers do not knot the ends, instead they tuck them under`."""
    clause = passage.clause
    if clause is None or not clause.negated or clause.voice != "active" or _points(clause.rest):
        return
    if not names_its_subject(clause) or not clause.auxiliary:
        return
    aside = f"instead of {gerund(clause.base)} {clause.rest}".strip()
    plain = "does" if not clause.plural and clause.tense != "past" else "do"
    auxiliary = "did" if clause.tense == "past" else plain
    doing = replace(clause, auxiliary=auxiliary, middle="do")
    if LEAST_TOLD <= word_count(told) <= LONGEST_ANSWER:
        yield Reading(ask(passage, doing, "What", aside), told)


def _of_clause(passage: Passage, clause: Clause, found: re.Match[str]) -> Iterator[Reading]:
    """`Bees store honey rather than nectar`."""
    if not names_its_subject(clause) or clause.negated or clause.also or clause.base == "have":
        return
    if clause.subject not in passage.text and clause.subject != "the authors":
        return  # a pronoun may well stand for another thing
    done, aside = found["done"].strip(), f"{found['tie']} {found['other']}"
    if clause.voice == "passive" and not done:
        subject = passage.lowered(clause.subject)
        if can_answer(subject) and not clause.lead:
            yield Reading(f"What {predicate_of_what(clause, aside)}?", subject)
        return
    if clause.voice != "active" or not done:
        return
    if _is_doing(found["other"], done):
        doing = replace(clause, base="do", verb="do", middle="do")
        if word_count(done) < LONGEST_ANSWER:
            yield Reading(ask(passage, doing, "What", aside), f"{clause.base} {done}")
        return
    tie, thing = _contrasted(done)
    asked = ask(passage, clause, what(thing), f"{tie} {aside}".strip())
    if thing and pins_down(asked):
        yield Reading(asked, thing)


def _of_command(found: re.Match[str]) -> Iterator[Reading]:
    """`Measure outcomes instead of effort`."""
    done = _YOU.sub("", found["done"])
    base = imperative_base(done)
    if base is None or " " not in done:
        return
    aside = f"{found['tie']} {found['other']}"
    if _is_doing(found["other"], done):
        if word_count(done) <= LONGEST_ANSWER and pins_down(found["other"], least=1.3):
            yield Reading(f"What should you do {aside}?", done)
        return
    tie, thing = _contrasted(done.split(None, 1)[1])
    asked = " ".join(f"{base} {tie} {aside}".split())
    if thing and pins_down(asked, least=1.3):
        yield Reading(f"{what(thing)} should you {asked}?", thing)


_YOU = re.compile(r"^(?:(?:you|one|we) )?(?:should|must|can|have to) (?:always )?", re.IGNORECASE)


def _is_doing(other: str, done: str) -> bool:
    """`copying it`, and not `leading questions` beside `open questions`."""
    found = tokens(other)
    first = tag(found[0])
    same = stem(found[-1].lower) in stems(done)
    return first.may("G") and bool(first.forms) and not (same and len(found) < _SURE)


def _contrasted(done: str) -> tuple[str, str]:
    """The preposition of a verb and the thing that the other stands against; empty where more than
    one phrase of the clause might be meant."""
    first = tokens(done)[0]
    tied = tag(first).may("I") and not tag(first).may("N")
    thing = done[first.end :].strip() if tied else done
    thing = whole(thing)
    apart = split_adjuncts(thing)[1]
    if not thing or not can_answer(thing) or (apart and not tied) or _points(thing):
        return "", ""
    return (first.text if tied else ""), thing
