"""Ask what a piece of code is for, where a phrase behind it says no more than that.

- `zip` for walking two lists side by side
Q: What is `zip` for?
A: Walking two lists side by side

- `shelf.top()` to read the uppermost book. It stays there.
Q: What is `shelf.top()` for?
A: To read the uppermost book

- wax.melt() : to turn a candle into a puddle
Q: What is `wax.melt()` for?
A: To turn a candle into a puddle

- `zip` for now
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

NEEDS = "for to"

SHORTEST, LONGEST = 2, 16
"""Words of what it is for."""

_FOR = re.compile(
    r"^(?:(?P<code>`[^`]{2,60}`)|(?P<call>[A-Za-z][\w.]{1,50}\(\)))(?: ?:| [-–—])?"
    r" (?P<tie>for|to) (?P<end>[^;:?]{8,140}?)\.?$"
)


def read(passage: Passage) -> Iterator[Reading]:
    found = _FOR.match(passage.text)
    if found is None:
        return
    end, tie = found["end"], found["tie"]
    first = tag(tokens(end)[0])
    said = {token.lower for token in tokens(end)}
    if said & (closed.POINTING | {"me", "now"}) or not SHORTEST <= word_count(end) <= LONGEST:
        return
    if (tie == "to" and not first.may("V")) or (tie == "for" and parse(end) and not first.may("G")):
        return
    code = found["code"] or f"`{found['call']}`"
    yield Reading(f"What is {code} for?", f"to {end}" if tie == "to" else end)
