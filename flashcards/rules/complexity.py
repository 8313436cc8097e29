"""Ask how the effort of a procedure grows, where its order is given.

- `push(x)` is O(1). The end of the array is known.
Q: What is the complexity of `push(x)`?
A: O(1)

- The complexity of merge sort is $O(n \\log n)$
Q: What is the complexity of merge sort?
A: $O(n \\log n)$

- Bucket sort
    - Runs in linear time
Q: In what time does bucket sort run?
A: In linear time

- Linked
    - `find(x)` is O(n)
Q: Linked: what is the complexity of `find(x)`?
A: O(n)

- It is O(n)
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_noun_phrase

NEEDS = "o time complexity theta omega"

LONGEST_THING = 8

_INSIDE = r"(?:[^()$]|\([^()$]*\))*"
_ORDER = rf"(?:\$\\?(?:O|Theta|Omega)\({_INSIDE}\)\$|`?[OΘΩ]\({_INSIDE}\)`?)"
_IS = re.compile(
    rf"^(?:the )?(?:(?:time |space )?complexity of )?(?P<thing>\S[^;:]{{0,80}}?)"
    rf" (?:is|takes|runs in|has (?:a )?complexity|costs) (?P<order>{_ORDER})"
    r"(?: time)?(?=[\s.,;]|$)",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"^runs in (?P<time>(?:linear|constant|quadratic|cubic|logarithmic|exponential|polynomial|"
    r"linearithmic|sublinear) time)\.?$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text
    runs = _RUNS.match(text)
    if runs:
        if passage.subject:
            yield Reading(f"In what time does {passage.subject} run?", f"in {runs['time'].lower()}")
        return
    found = _IS.match(text)
    if found is None or not _is_thing(found["thing"]):
        return
    asked = f"what is the complexity of {passage.lowered(found['thing'])}?"
    above = passage.parent_label
    told = f"{above}: " if above and not is_noun_phrase(above) and word_count(above) <= 3 else ""
    yield Reading(told + asked, found["order"].strip("`"))


def _is_thing(text: str) -> bool:
    told = {token.lower for token in tokens(text)} & _NO_THINGS
    listed = any(token.text == "," for token in tokens(text))
    return not told and not listed and word_count(text) <= LONGEST_THING


_NO_THINGS = closed.POINTING | closed.PRONOUNS | closed.SUBORDINATORS
