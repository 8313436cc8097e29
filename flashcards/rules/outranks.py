"""Ask what matters more, where a bullet puts one thing above another with a sign.

- Regular practice > long sessions
Q: What matters more than long sessions?
A: Regular practice

- Sleep quality > sleep duration
no card

- n > 30
no card

- Settings > Network > Proxy
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.stems import stems
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

NEEDS = ">"

_PAIR = re.compile(
    r"^(?P<more>[A-Za-z][A-Za-z ,'’-]+[a-z]) > (?P<less>[A-Za-z][A-Za-z ,'’-]+[a-z])$"
)
LONGEST_SIDE = 6


def read(passage: Passage) -> Iterator[Reading]:
    found = _PAIR.match(passage.text.rstrip("."))
    if found is None or max(word_count(found["more"]), word_count(found["less"])) > LONGEST_SIDE:
        return
    if stems(found["more"]) & stems(found["less"]):
        return  # `small classes > large classes`: the question would tell
    if word_count(found["more"]) > 1 and word_count(found["less"]) > 1:
        yield Reading(f"What matters more than {passage.lowered(found['less'])}?", found["more"])
