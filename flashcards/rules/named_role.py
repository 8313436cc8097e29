"""Ask how an approach works, where a label introduces it by name.

- Approach: Simulated Annealing. Accept worse solutions with falling probability
Q: How does Simulated Annealing work?
A: By accepting worse solutions with falling probability

- Solution: Write-Ahead Logging to survive crashes - record each change before applying it
Q: How does Write-Ahead Logging survive crashes?
A: By recording each change before applying it

- Approach: be nice. It pays.
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.imperatives import as_means
from flashcards.english.questions import imperative_base
from flashcards.english.sentences import sentences
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.terms import is_proper_name, names_a_way

SCOPE = "bullet"
NEEDS = ":"

_TO_AND_HOW = re.compile(r"^(?P<name>[^.,;:]{3,60}?) to (?P<end>[^.,;:]{3,80}?) [-–—] (?P<how>.+)$")


def read(passage: Passage) -> Iterator[Reading]:
    if not names_a_way(passage.label):
        return
    found = _TO_AND_HOW.match(passage.body.rstrip("."))
    if found and is_proper_name(found["name"]) and imperative_base(found["end"]):
        name = re.sub(r"\s*\([^)]*\)", "", found["name"])
        yield Reading(f"How does {name} {found['end']}?", as_means(found["how"]))
        return
    parts = sentences(passage.body)
    if len(parts) >= 2 and is_proper_name(parts[0]) and 4 <= word_count(parts[1]) <= 25:
        name = parts[0].rstrip(".")
        yield Reading(f"How does {name} work?", as_means(parts[1].rstrip(".")))
