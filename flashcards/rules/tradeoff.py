"""Ask which two things are traded against each other.

## Caches
- There is a latency/freshness tradeoff
Q: Which tradeoff do caches face?
A: Latency vs freshness

## Compilers
- Tradeoff between compile time and run time
Q: Which tradeoff do compilers face?
A: Compile time vs run time

## Caches
- They thought about tradeoffs a lot
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import subject_is_plural
from flashcards.english.tagging import tag_all
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

NEEDS = "tradeoff tradeoffs trade"

_SLASHED = re.compile(
    r"^(?:there is |has |have |faces? )?(?:a |an |the )?(?P<one>[\w -]{2,40}?)\s?/\s?"
    r"(?P<other>[\w -]{2,40}?)\s+trade-?offs?\.?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^(?:there is |has |have |faces? )?(?:a |an |the )?trade-?offs? between (?P<one>[^,;.]{2,60}?)"
    r" (?:and|vs\.?) (?P<other>[^,;.]{2,60})\.?$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    found = _SLASHED.match(passage.text) or _BETWEEN.match(passage.text)
    whose = passage.subject or passage.names.lowered_title(passage.topic.name)
    if found is None or not whose or max(word_count(found["one"]), word_count(found["other"])) > 5:
        return
    do = "do" if subject_is_plural(tag_all(whose)) else "does"
    yield Reading(f"Which tradeoff {do} {whose} face?", f"{found['one']} vs {found['other']}")
