"""Ask how an approach works, where a label introduces it by name.

- Approach: Simulated Annealing. Accept worse solutions with falling probability
Q: How does Simulated Annealing work?
A: Accept worse solutions with falling probability

- Solution: Write-Ahead Logging to survive crashes - record each change before applying it
Q: How does Write-Ahead Logging survive crashes?
A: Record each change before applying it

- Approach: be nice. It pays.
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.questions import imperative_base
from flashcards.english.sentences import sentences
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"

_LABELS = re.compile(
    r"^(?:the |our |proposed |main |key )?"
    r"(?:approach|method|solution|idea|technique|algorithm|tool|strategy|trick|fix|proposal)$",
    re.IGNORECASE,
)
_TO_AND_HOW = re.compile(r"^(?P<name>[^.,;:]{3,60}?) to (?P<end>[^.,;:]{3,80}?) [-–—] (?P<how>.+)$")


def read(passage: Passage) -> Iterator[Reading]:
    if not _LABELS.match(passage.label):
        return
    found = _TO_AND_HOW.match(passage.body.rstrip("."))
    if found and _is_name(found["name"]) and imperative_base(found["end"]):
        name = re.sub(r"\s*\([^)]*\)", "", found["name"])
        yield Reading(f"How does {name} {found['end']}?", found["how"])
        return
    parts = sentences(passage.body)
    if len(parts) >= 2 and _is_name(parts[0]) and 4 <= word_count(parts[1]) <= 25:
        name = parts[0].rstrip(".")
        yield Reading(f"How does {name} work?", parts[1])


def _is_name(text: str) -> bool:
    """Two to five words, all with a capital but the small ones."""
    found = [token for token in tokens(re.sub(r"\([^)]*\)", "", text)) if token.kind == "word"]
    capitals = [token for token in found if token.is_capitalised]
    return 1 <= len(found) <= 5 and len(capitals) * 3 >= len(found) * 2
