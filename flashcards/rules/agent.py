"""Ask who made, found or thought of something, where a sentence names them.

- The pendulum clock was invented by Christiaan Huygens in 1656
Q: Who invented the pendulum clock in 1656?
A: Christiaan Huygens

- Cubism was pioneered by Picasso and Braque.
Q: Who pioneered cubism?
A: Picasso and Braque

- The song was written by this
no card

- The hole is found by searching
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause
from flashcards.english.lexicon import lexicon
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import names_its_subject
from flashcards.passages.passage import Passage

NEEDS = "by"
NEEDS_CLAUSE = True

LONGEST_NAME = 8
"""Words of who did it."""

_MADE = frozenset(
    "invent discover found coin write compose paint design propose pioneer introduce formulate "
    "develop build create commission lead establish publish prove describe direct sculpt draw "
    "win conquer sign defeat assassinate".split()
)
_BY = re.compile(
    r"^(?:\w+ly )?by (?P<who>[^,;:()]+?)(?P<rest> (?:in|at|on|between|around|during|after|before|"
    r"for|from|as|to|while|when|with) .+)?$"
)
_SMALL = frozenset("the of de da di du von van der and la le al ibn & el".split())
"""Words without a capital that stand in names."""


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.voice != "passive" or clause.negated or clause.lead:
        return
    if clause.base not in _MADE or clause.auxiliary.lower() not in {"was", "were"}:
        return
    found = _BY.match(clause.rest.rstrip("."))
    if found is None or not names_its_subject(clause) or not _is_named(found["who"]):
        return
    rest = f" {found['rest'].strip()}" if found["rest"] else ""
    subject = passage.lowered(clause.subject)
    yield Reading(f"Who {_did(clause)} {subject}{rest}?", found["who"])


def _did(clause: Clause) -> str:
    """The verb in the past, with its adverbs."""
    adverbs = [word for word in clause.middle.split()[:-1] if word != "been"]
    return " ".join([*adverbs, lexicon().inflected(clause.base, "E") or clause.verb])


def _is_named(who: str) -> bool:
    """Whether every word is part of a name: `Leonardo da Vinci`, `the Wright brothers`."""
    found = [token for token in tokens(who) if token.kind != "mark"]
    capitals = [token for token in found if token.is_capitalised]
    others = [t for t in found if not t.is_capitalised and t.lower not in _SMALL | _KIN]
    return bool(capitals) and not others and word_count(who) <= LONGEST_NAME


_KIN = frozenset("brothers sisters brother sister family group school".split())
