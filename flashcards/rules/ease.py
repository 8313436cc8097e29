"""Ask what something makes easier, harder or possible.

- Dry wood makes it easier to light a fire in the rain
Q: What does dry wood make easier?
A: Lighting a fire in the rain

- A tripod makes it possible to photograph the stars, which need long exposures
Q: What does a tripod make possible?
A: Photographing the stars

- This makes it easy to win
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.imperatives import as_gerund
from flashcards.english.questions import imperative_base
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone
from flashcards.passages.complements import whole
from flashcards.passages.passage import Passage

NEEDS = "it"
NEEDS_CLAUSE = True

LONGEST_ANSWER = 18
_EASES = re.compile(
    r"^it (?:much |very |far |a lot )?(?P<how>easier|harder|possible|impossible|easy|hard|"
    r"difficult|simple|simpler|cheaper|faster|safer) (?:for (?P<whom>[\w' -]{2,30}?) )?"
    r"to (?P<doing>[a-z].+)$"
)
_POINTING = frozenset("it them this these they he she".split())


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.base not in {"make", "render"} or "," in clause.subject:
        return
    found = _EASES.match(clause.rest.rstrip("."))
    if (
        found is None
        or clause.negated
        or not stands_alone(clause)
        or imperative_base(found["doing"]) is None
    ):
        return
    doing = as_gerund(whole(found["doing"]))
    if not 3 <= word_count(doing) <= LONGEST_ANSWER:
        return
    if tokens(doing)[-1].lower in _POINTING or tokens(doing)[1].lower in _POINTING:
        return
    whom = f" for {found['whom']}" if found["whom"] else ""
    yield Reading(ask(passage, clause, "What", f"{found['how']}{whom}"), doing)
