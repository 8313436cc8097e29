"""Ask what a term means, where a colon or a dash stands between it and its meaning.

- **Osmosis**: water crossing a membrane
Q: What is osmosis?
A: Water crossing a membrane

- Tail latency - the time that the slowest requests take
Q: What is tail latency?
A: The time that the slowest requests take

- Stragglers: workers that finish long after all others
Q: What are stragglers?
A: Workers that finish long after all others

- **Osmosis** was covered last week
no card

- Monday: bring the lab coats
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.clauses import parse, subject_is_plural
from flashcards.english.lists import split_list
from flashcards.english.questions import imperative_base, one_of, third_person_start
from flashcards.english.tagging import is_common_word, tag
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.roles import is_role
from flashcards.passages.topics import is_generic

SCOPE = "bullet"
NEUTRAL = True

LONGEST_TERM = 5
"""Words; longer labels are statements or field names."""
SHORTEST_MEANING = 3

_STATES = frozenset("have be depend head is has does can may could must should will".split())
"""Verbs that say how a term is, where `What does it do?` would ask for something else."""

_DASHED = re.compile(r"^(?P<term>[^-–—:.,;?!]{2,60}?)\s+[-–—]{1,2}\s+(?P<meaning>\S.*)$")
_NOT_TERMS = re.compile(
    r"^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|"
    r"may|june|july|august|september|october|november|december|note|nb|ps|p\.s\.|tip|warning|"
    r"today|tomorrow|yesterday|now|here|also|first|second|third|finally|next|then|so|thus|why|how|"
    r"what|when|where|who|goal|rule|case|part|day|week|step|figure|fig|table|eq|section|example|"
    r"ex|e\.g|i\.e|update|edit|source|answer|question|option|default|true|false|yes|no|one|two)\b",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    term, meaning = _term_and_meaning(passage)
    if not term or not _is_term(term, passage) or not _is_meaning(meaning, passage):
        return
    if not passage.english:
        yield Reading(term, meaning)
        return
    yield _formula(term, meaning, passage) or _asked(term, meaning, passage)


def _term_and_meaning(passage: Passage) -> tuple[str, str]:
    if passage.label:
        return passage.label, passage.body
    match = _DASHED.match(passage.text)
    if match and (_is_set_apart(passage, match["term"]) or word_count(match["term"]) <= 3):
        return match["term"].strip(), match["meaning"].strip()
    return "", ""


def _is_set_apart(passage: Passage, term: str) -> bool:
    """Bold, italic or code at the head of the bullet, over the whole term."""
    mark = passage.opening_mark()
    return mark is not None and mark.end >= len(term.strip("“”\"'")) - 1


def _is_term(term: str, passage: Passage) -> bool:
    words = tokens(term)
    if not 1 <= word_count(term) <= LONGEST_TERM or _NOT_TERMS.match(term):
        return False
    if "/" in term:
        return False
    if is_role(term) or is_generic(term) or words[0].lower in closed.PRONOUNS:
        return False
    if any(token.kind == "number" or token.text in "/?!=>@&," for token in words):
        return False
    if not passage.english:
        return True
    if passage.names.labels[term.lower()] > 1 or _may_be_a_person(words, passage):
        return False
    first, last = tag(words[0]), tag(words[-1])
    if first.may("IS") and not first.may("N"):
        return False
    acts = imperative_base(term) is not None or (
        len(words) > 1 and first.may("V") and not first.may("NA")
    )
    joined = any(token.lower in {"and", "or", "vs", "that", "to", "is"} for token in words)
    return not acts and not joined and last.may("NG#")


def _may_be_a_person(words: tuple[Token, ...], passage: Passage) -> bool:
    """`Ada: agrees`: one or two capitalised words that English does not know, not set apart."""
    plain = len(words) <= 2 and all(token.is_capitalised and not token.is_name for token in words)
    known = any(is_common_word(token.lower) for token in words)
    return plain and not known and not _is_set_apart(passage, words[0].text)


def _is_meaning(meaning: str, passage: Passage) -> bool:
    is_formula = meaning.startswith("$") and "=" in meaning
    if is_formula:
        return True
    if len(re.findall(r"\w+", meaning)) < SHORTEST_MEANING or meaning.endswith("?"):
        return False
    if not passage.english:
        return word_count(meaning) <= 25
    circular = bool(passage.label) and meaning.lower().startswith(passage.label.lower())
    if circular or " + " in meaning:
        return False
    if _names_an_instance(meaning, passage) or _is_judgement(meaning):
        return False
    opening = tokens(meaning)[0]
    if opening.kind == "number" or opening.lower in closed.POINTING | {"i", "we", "you", "see"}:
        return False
    if split_list(meaning) is not None and opening.lower not in {"a", "an", "the"}:
        return False
    if imperative_base(meaning):
        return passage.text.startswith("`")
    return _is_phrase(meaning)


def _names_an_instance(meaning: str, passage: Passage) -> bool:
    """`Optimiser: Adam in the last run` names one of a kind and explains nothing."""
    found = tokens(meaning)
    if all(t.is_capitalised or t.kind != "word" for t in found[:3]) and len(found) <= 6:
        return True  # a person, a product: `Chair - Ada Byron (10:30)`
    return passage.names.is_name(found[0]) and len(found) > 1 and tag(found[1]).may("IC.")


def _is_judgement(meaning: str) -> bool:
    """`Pruning: slow but thorough` says how it is, not what it is."""
    found = [tag(token) for token in tokens(meaning)[:2]]
    return found[0].may("A") and not found[0].may("ND") and (len(found) < 2 or found[1].may("C.I"))


def _is_phrase(meaning: str) -> bool:
    """A noun phrase, or a verb whose subject the term is; not a statement about something else."""
    opening = tag(tokens(meaning)[0])
    if third_person_start(meaning):
        return third_person_start(meaning) not in _STATES
    if opening.may("IS") and not opening.may("N") and opening.lower not in {"how", "when", "where"}:
        return False
    if opening.may("D"):
        return True
    if opening.lower in closed.QUESTION_WORDS - {"how", "where", "when"}:
        return False
    return not _has_finite_verb(meaning) and imperative_base(meaning) is None


def _has_finite_verb(meaning: str) -> bool:
    """An auxiliary before any relative clause: `outputs that are late` has none of its own."""
    for token in tokens(meaning):
        if token.lower in closed.RELATIVES | closed.SUBORDINATORS or token.text in ",;(":
            return False
        if token.lower in closed.MODALS | closed.BE | closed.HAVE | closed.DO:
            return True
    return parse(meaning) is not None


def _without_arrow(meaning: str) -> str:
    """`small changes -> large effects` as words."""
    sides = meaning.split(" -> ")
    if len(sides) != 2 or tag(tokens(sides[0])[0]).may("G"):
        return meaning
    plural = subject_is_plural([tag(token) for token in tokens(sides[0])])
    return f"{sides[0]} {'lead' if plural else 'leads'} to {sides[1]}"


def _formula(term: str, meaning: str, passage: Passage) -> Reading | None:
    found = tokens(meaning.rstrip("."))
    if len(found) == 1 and meaning.startswith("$"):
        return Reading(f"What is the formula for {passage.lowered(term)}?", meaning.rstrip("."))
    return None


def _asked(term: str, meaning: str, passage: Passage) -> Reading:
    inside = passage.lowered(term) if not term.isupper() else term
    meaning = _without_arrow(meaning)
    plural = subject_is_plural([tag(token) for token in tokens(term)])
    if third_person_start(meaning) or imperative_base(meaning):
        return Reading(f"What {'do' if plural else 'does'} {inside} do?", meaning)
    if plural:
        return Reading(f"What are {inside}?", meaning)
    if meaning.lower().startswith(("a ", "an ")):
        inside = one_of(inside)
    return Reading(f"What is {inside}?", meaning)
