"""Ask what a named definition, theorem or law states.

- Theorem (Pythagoras): In a right triangle, $a^2 + b^2 = c^2$.
Q: What does the theorem of Pythagoras state?
A: In a right triangle, $a^2 + b^2 = c^2$

- Definition 2.1 (Flotilla). A group of ships that sail under one command.
Q: What is the definition of “flotilla”?
A: A group of ships that sail under one command

- Theorem 4: see the book
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"

LONGEST = 25

_NAMED = re.compile(
    r"^(?P<kind>definition|theorem|lemma|corollary|proposition|axiom|law|principle|conjecture)"
    r"(?: \d[\d.]*)?\s*(?:\((?P<bracket>[^()]{3,50})\)|of (?P<of>[^:.(]{3,50}?))\s*[.:]\s+"
    r"(?P<said>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def read(passage: Passage) -> Iterator[Reading]:
    found = _NAMED.match(passage.text.strip())
    if found is None:
        return
    kind = found["kind"].lower()
    name, said = (found["bracket"] or found["of"]).strip(), found["said"].strip().rstrip(".")
    name = name.removeprefix("of ")
    if not 3 <= word_count(said) <= LONGEST or said.endswith(":"):
        return
    if kind == "definition":
        yield Reading(f"What is the definition of “{passage.lowered(name)}”?", said)
    elif kind in name.lower():
        yield Reading(f"What does {_with_the(name)} state?", said)
    else:
        yield Reading(f"What does the {kind} of {name} state?", said)


def _with_the(name: str) -> str:
    return name if "'" in name or "’" in name or name.lower().startswith("the ") else f"the {name}"
