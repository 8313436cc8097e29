"""Ask what a symbol of a formula denotes.

- Ideal gas law: $pV = nRT$
    - where $n$ is the amount of gas in moles
Q: What does $n$ denote in ideal gas law?
A: The amount of gas in moles

- `x` denotes the input of the layer
Q: What does `x` denote?
A: The input of the layer

- $n$ is large
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.clauses import parse
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic, label_of

SCOPE = "bullet"
BY_DEFAULT = False
NEEDS = "$ `"

LONGEST_MEANING = 20

_SHORT = re.compile(r"^\\?[A-Za-z]+(?:[_^]\{?\w{1,5}\}?)?'?(?:\([A-Za-z, ]+\))?$")
"""No relation, no element of a list."""

_LETTER = r"\w|alpha|beta|gamma|delta|theta|sigma|lambda|mu|\w_\w{1,3}|\w'"
_SYMBOL = re.compile(
    rf"^(?:where |with |and |here,? )?(?P<symbol>\$[^$]{{1,30}}\$|`(?:{_LETTER})`)"
    r"(?: is | are | denotes? | stands for | represents |: | = | - | – )(?P<meaning>[^$`].*)$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    found = _SYMBOL.match(passage.text.strip())
    if found is None:
        return
    symbol, meaning = found["symbol"], found["meaning"].strip().rstrip(".,;")
    first = meaning.split(" ", 1)[0].lower()
    if not 2 <= word_count(meaning) <= LONGEST_MEANING or parse(meaning):
        return
    if not _SHORT.match(symbol.strip("$`")) or re.search(r"[$`]", meaning):
        return
    if first not in {"the", "a", "an"} and not re.match(r"\w+ (?:\w+ )?of \w", meaning):
        return
    yield Reading(f"What does {symbol} denote{_within(passage)}?", meaning)


def _within(passage: Passage) -> str:
    """` in the ideal gas law`, the formula that the bullet belongs to."""
    parent = passage.bullet.parent
    above = label_of(parent) if parent else ""
    if not above or is_generic(above) or word_count(above) > 5 or "$" in above:
        return ""
    return f" in {passage.lowered(above)}"
