"""Ask what to leave or never to leave, where a bullet forbids or insists.

- Do not open a speech with an apology.
Q: What should you not open a speech with?
A: An apology

- Never bury seed potatoes near apples
Q: Where should you never bury seed potatoes?
A: Near apples

- Avoid sudden movements when handling bees
Q: What should you avoid when handling bees?
A: Sudden movements

- Do not use it
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import Adjunct, split_adjuncts
from flashcards.english.questions import imperative_base
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.complements import can_answer, pins_down
from flashcards.passages.passage import Passage

BY_DEFAULT = False

_OPENING = re.compile(
    r"^(?:(?:you|one|we) (?:should|must) )?(?P<how>do not|don['’]?t|not|never|always)\s+(?:ever )?",
    re.IGNORECASE,
)
_AVOID = re.compile(r"^(?:you should |one should |always )?avoid ", re.IGNORECASE)
_PLACES = frozenset("at behind under near inside outside onto beside above below between".split())
_STRANDED = frozenset("with on from to for about of into against as".split())


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.rstrip(".!")
    avoided = _AVOID.match(text)
    if avoided:
        yield from _avoided(text[avoided.end() :])
        return
    opening = _OPENING.match(text)
    if opening is None or passage.label:
        return
    doing = text[opening.end() :]
    if imperative_base(doing) is None and not doing.startswith("be "):
        return
    word = {"never": "never ", "always": "always "}.get(opening["how"].lower(), "not ")
    _, adjuncts = split_adjuncts(doing)
    if len(adjuncts) == 1 and not _points(doing):
        yield from _at_its_end(doing, adjuncts[0], word)


def _at_its_end(doing: str, last: Adjunct, word: str) -> Iterator[Reading]:
    """`V O P N`, with one preposition: ask for what follows it."""
    before = doing[: last.start].strip()
    thing = last.text[len(last.marker) :].strip()
    if last.kind != "place" or not can_answer(thing):
        return
    if last.marker in _PLACES and pins_down(before, least=1.3):
        yield Reading(f"Where should you {word}{before}?", last.text)
    elif last.marker in _STRANDED and pins_down(before, least=1):
        yield Reading(f"What should you {word}{before} {last.marker}?", thing)


def _avoided(text: str) -> Iterator[Reading]:
    thing, adjuncts = split_adjuncts(text)
    if not adjuncts or _points(text) or adjuncts[0].kind not in {"condition", "time"}:
        return
    tail = text[adjuncts[0].start :]
    if can_answer(thing) and 3 <= word_count(tail) <= 12:
        yield Reading(f"What should you avoid {tail}?", thing)


def _points(text: str) -> bool:
    return bool({t.lower for t in tokens(text)} & (closed.POINTING | {"them", "me", "him"}))
