"""Ask where something happens or lives.

- Fermentation takes place in the cytoplasm of the yeast cell
Q: Where does fermentation take place?
A: In the cytoplasm of the yeast cell

- Emperor penguins breed on the sea ice of Antarctica.
Q: Where do emperor penguins breed?
A: On the sea ice of Antarctica

- Most accidents happen at home
no card

- The meeting takes place in May
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause
from flashcards.english.tagging import is_common_word
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject
from flashcards.passages.complements import Complement, can_answer, complement, pins_down
from flashcards.passages.passage import Passage
from flashcards.passages.tails import NO_PLACES

NEEDS = "in on at inside within under along near between beneath above outside throughout"
NEEDS_CLAUSE = True

_STAYING = frozenset("occur happen live grow reside dwell nest breed hibernate originate".split())
_PLACE = re.compile(
    r"(?P<place>(?:in|on|at|inside|within|under|along|near|between|beneath|above|outside|"
    r"throughout) (?P<thing>.+))$"
)
LONGEST = 10
"""Words of the place."""
LEAST_TOLD = 2
"""Words of what the preposition governs, where the last is an everyday word."""


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.negated or clause.voice != "active" or clause.lead:
        return
    if not names_its_subject(clause) or clause.auxiliary.lower() in {"may", "might", "could"}:
        return
    said = _said(clause)
    found = complement(said[0]) if said else None
    if said is None or found is None:
        return
    place = _place(found)
    asked = ask(passage, clause, "Where", f"{said[1]} {found.tail}".strip())
    if place and pins_down(clause.subject, least=1):
        yield Reading(asked, place)


def _said(clause: Clause) -> tuple[Clause, str] | None:
    """The clause with the place alone behind its verb, and what belongs to the verb."""
    if clause.base in _STAYING:
        return clause, ""
    if clause.base == "take" and clause.rest.startswith("place "):
        return replace(clause, rest=clause.rest.removeprefix("place ")), "place"
    return None


def _place(found: Complement) -> str:
    match = _PLACE.match(found.thing)
    if match is None or word_count(match["place"]) > LONGEST or not can_answer(match["thing"]):
        return ""
    words = [token.lower for token in tokens(match["thing"])]
    told = len(words) >= LEAST_TOLD or not is_common_word(words[-1])
    vague = not NO_PLACES.isdisjoint(words) or any(word[0].isdigit() for word in words)
    return match["place"] if told and not vague else ""
