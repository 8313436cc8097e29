"""Ask for the object of a sentence whose verb is certain.

- Willow bark contains salicin.
Q: What does willow bark contain?
A: Salicin

- The liver can store vitamins, iron and sugar
Q: What three things can the liver store?
A: Vitamins, iron and sugar

- The results make sense
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import Clause
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone, what
from flashcards.passages.passage import Passage

LONGEST_SUBJECT = 8
LONGEST_OBJECT = 14
LEAST_OF_AUTHORS = 7
"""Words of a question about what the authors did; shorter ones fit everything they did."""

_EMPTY_VERBS = frozenset(
    "be become seem remain have make take give get do go come let keep hold look feel think "
    "know want need try tend say see find put set turn work play happen exist matter mean "
    "appear fall stay start begin help like show tell ask believe argue claim note suggest "
    "call allow enable cause force encourage permit require let consider assume expect bring run "
    "lead result depend rely consist refer stand live die".split()
)
"""Verbs whose object says little, or belongs to an idiom: make sense, take place."""


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or not stands_alone(clause) or clause.negated or clause.voice not in _VOICES:
        return
    if clause.voice == "progressive" and clause.auxiliary.lower() in closed.MODALS:
        return
    if clause.base in _EMPTY_VERBS or word_count(clause.subject) > LONGEST_SUBJECT:
        return
    thing, rest = _object(clause)
    if not thing or not _is_thing(thing):
        return
    asked = ask(passage, clause, what(thing), rest)
    if clause.subject != "the authors" or word_count(asked) >= LEAST_OF_AUTHORS:
        yield Reading(asked, thing)


_VOICES = {"active", "progressive"}


def _object(clause: Clause) -> tuple[str, str]:
    """The object, and what of the rest the question keeps."""
    thing, adjuncts = split_adjuncts(clause.rest)
    if not adjuncts:
        return thing, ""
    first = adjuncts[0]
    if first.kind in {"relative", "example"} or (first.kind == "place" and first.marker == "for"):
        whole = clause.rest.rstrip(".")
        return (whole, "") if word_count(whole) <= LONGEST_OBJECT else (thing, "")
    if first.kind in {"place", "means", "purpose", "time", "condition"}:
        tail = re.split(r"\s*[,;:(]", clause.rest[first.start :].rstrip("."), maxsplit=1)[0]
        return thing, tail if word_count(tail) <= 10 else ""
    return thing, ""


def _is_thing(thing: str) -> bool:
    found = tokens(thing)
    if not found or word_count(thing) > LONGEST_OBJECT:
        return False
    opening, last = tag(found[0]), tag(found[-1])
    if opening.lower in closed.POINTING | closed.SUBJECT_PRONOUNS | closed.RELATIVES | {
        "to",
        "how",
    }:
        return False
    if opening.may("IRSCT") and not opening.may("ND#A"):
        return False
    if re.search(r"[;:]|\band (?:is|are|can|has|have|then|also)\b", thing):
        return False
    if found[0].text == "(":
        return False
    return last.may("N#G") or last.token.text in {")", '"', "”"}
