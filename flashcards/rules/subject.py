"""Ask what it is that a sentence says something particular about.

- Dwarf pines thrive in acid soil on southern slopes.
Q: Which pines thrive in acid soil on southern slopes?
A: Dwarf pines

- The model is fast
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.questions import predicate_of_what
from flashcards.english.stems import stems
from flashcards.english.tagging import tag
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import names_its_subject
from flashcards.passages.complements import weight, whole
from flashcards.passages.passage import Passage
from flashcards.passages.topics import context_of

BY_DEFAULT = False

LONGEST_SUBJECT = 9
LEAST_SAID = 4
"""Content words that the predicate must have, so that one subject fits (C4)."""
LEAST_WEIGHT = 3.0
LONGEST_PREDICATE = 18
_EMPTY = re.compile(r"^(?:another|how|what|why|where|when|who|from)\b")


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.lead or clause.certainty < 2 or not names_its_subject(clause):
        return
    if clause.negated or _EMPTY.match(clause.rest):
        return
    subject = clause.subject
    found = tokens(subject)
    if not _is_term(found) or clause.subject not in passage.text:
        return
    told = stems(" ".join([*context_of(passage.bullet, passage.note), passage.topic.name]))
    said = stems(clause.predicate)
    if stems(subject) <= told or len(said) < LEAST_SAID or not said - told:
        return
    predicate = whole(re.split(r"[;:]| \(", clause.rest, maxsplit=1)[0])
    if weight(f"{clause.middle} {predicate}") < LEAST_WEIGHT:
        return
    if word_count(predicate) > LONGEST_PREDICATE or "," in predicate:
        return
    head = found[-1]
    if _is_derived(head.lower, predicate) or _is_derived(head.lower, clause.base):
        return
    if len(found) > 1 and clause.plural and _is_kind(found):
        asked = " ".join(filter(None, [clause.auxiliary, clause.middle, predicate]))
        yield Reading(f"Which {head.text} {asked}?", subject)
    elif not clause.plural or not clause.auxiliary:
        yield Reading(f"What {predicate_of_what(clause, predicate)}?", subject)


_INDEFINITE = frozenset("a an some many most no".split())


def _is_term(found: tuple[Token, ...]) -> bool:
    """A noun phrase without a pointer, a relative clause or a head that fits anything."""
    if not 1 <= len(found) <= LONGEST_SUBJECT or any(t.kind == "mark" for t in found):
        return False
    if found[0].lower in closed.POINTING | closed.POSSESSIVES | _INDEFINITE:
        return False
    if any(t.lower in closed.RELATIVES or t.lower in {"and", "or"} for t in found):
        return False
    first = tag(found[0])
    if first.may("#") or (first.may("V") and not first.may("NA") and not first.may("G")):
        return False
    head = found[-1].lower
    singular = head[:-3] + "y" if head.endswith("ies") else head.rstrip("s")
    vague = singular in _VAGUE and not any(t.is_name for t in found[:-1])
    return not vague and tag(found[-1]).may("N")


def _is_derived(noun: str, said: str) -> bool:
    """`the generator generates`: the question would give the answer."""
    root = noun[:6]
    return len(noun) > 6 and any(token.lower.startswith(root) for token in tokens(said))


def _is_kind(found: tuple[Token, ...]) -> bool:
    """An adjective or noun before a plural head: `deep-sea vents`."""
    return found[0].lower not in closed.DETERMINERS and all(
        tag(token).may("NAGX") for token in found[:-1]
    )


_VAGUE = frozenset(
    "thing activity member tool part idea way reason problem issue point example result "
    "one other model system method "
    "approach data user people person author goal key answer question difference work program "
    "function value number case element step process algorithm network layer paper state "
    "node object item set list type kind structure information option application".split()
)
