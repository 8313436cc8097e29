"""Ask what changes with what, where a sentence ties two comparatives.

- The deeper a well goes, the warmer its water is.
Q: What happens the deeper a well goes?
A: The warmer its water is

- The sooner the better
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

BY_DEFAULT = False
NEEDS = "the"

_PAIR = re.compile(
    r"^(?P<more>the (?:more|less|fewer|\w+er)\b [^,;:]{3,80}), "
    r"(?P<then>the (?:more|less|fewer|\w+er)\b [^;:]{3,120}?)\.?$",
    re.IGNORECASE,
)
_POINTERS = re.compile(r"\b(?:this|these|it|they|I|he|she)\b", re.IGNORECASE)


def read(passage: Passage) -> Iterator[Reading]:
    found = _PAIR.match(passage.text)
    if found is None or _POINTERS.search(found["more"]) or word_count(found["more"]) < 3:
        return
    if word_count(found["then"]) >= 3:
        yield Reading(f"What happens {passage.lowered(found['more'])}?", found["then"])
