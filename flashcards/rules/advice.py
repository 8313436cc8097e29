"""Hide where, with what or for whom something is forbidden, behind its initials.

## First aid
- Never give aspirin to children under twelve.
C: Never give aspirin to {{c1::children under twelve::c… under t…}}

## Speeches
- Do not open a talk with an apology
C: Do not open a talk with an {{c1::apology::ap…}}

## Drugs
- Avoid beta blockers in asthma
C: Avoid beta blockers in {{c1::asthma::as…}}

## Hives
- Avoid sudden movements when handling bees
Q: What should you avoid when handling bees?
A: Sudden movements

## Plans
- Do not rely on it
no card

## Plans
- Do not rely on luck
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.initials import initials
from flashcards.english.stems import stems
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.complements import can_answer, pins_down
from flashcards.passages.passage import Passage

NEEDS = "not don t never avoid dont"

_BAN = re.compile(
    r"^(?:(?:you|one|we) (?:should|must) )?(?:do not|don['’]?t|not|never|avoid)\s+(?:ever )?",
    re.IGNORECASE,
)
_TIES = frozenset(
    "in at on with to from into during before after near under behind beside while within "
    "without against inside outside".split()
)
LONGEST_HIDDEN, LONGEST_TAIL = 7, 12
LEAST_TOLD = 1.3
"""What verb and object must tell, by `weight`."""


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.strip().rstrip(".!")
    ban = _BAN.match(text)
    if ban is None or passage.label or not passage.context or _points(text):
        return
    doing = text[ban.end() :]
    avoided = ban.group().lower().strip().endswith("avoid")
    if not doing or not (avoided or tag(tokens(doing)[0]).may("V")):
        return
    what, adjuncts = split_adjuncts(doing if avoided else doing.partition(" ")[2])
    if not what or not can_answer(what) or not adjuncts:
        return
    if avoided and adjuncts[0].kind in {"condition", "time"}:
        yield from _avoided(what, doing[adjuncts[0].start :])
        return
    at, tie = text.rfind(adjuncts[0].text), adjuncts[0].marker
    article, thing = _PARTS.findall(text[at + len(tie) :])[0]
    if tie not in _TIES or at < 0 or ", " in text or not _may_be_hidden(thing):
        return
    if pins_down(text[ban.end() : at], least=LEAST_TOLD):
        gap = f"{{{{c1::{thing}::{initials(thing)}}}}}"
        yield Reading(f"{text[: at + len(tie)]}{article}{gap}", thing, "cloze")


_PARTS = re.compile(r"^(\s+(?:(?:an?|the) )?)(.+)$")


_POINTERS = closed.POINTING | frozenset("it them they he she me him us yourself".split())


def _points(text: str) -> bool:
    return bool({token.lower for token in tokens(text)} & _POINTERS) or "{" in text


def _may_be_hidden(thing: str) -> bool:
    gerund = bool(thing) and tag(tokens(thing)[0]).may("G")
    told = can_answer(thing) or (gerund and word_count(thing) > 1)
    return told and word_count(thing) <= LONGEST_HIDDEN and bool(stems(thing))


def _avoided(thing: str, tail: str) -> Iterator[Reading]:
    """`Avoid sudden movements when handling bees`."""
    if 3 <= word_count(tail) <= LONGEST_TAIL:
        yield Reading(f"What should you avoid {tail}?", thing)
