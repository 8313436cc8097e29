"""Ask what a system uses, where a phrase without a verb says it and what it is for.

## TinyDB
- Shadow pages for crash recovery
Q: What does TinyDB use for crash recovery?
A: Shadow pages

## TinyDB
- Deduplication via content hashes
Q: How does TinyDB do deduplication?
A: Via content hashes

## Crash recovery
- Shadow pages for long transactions
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.imperatives import commanded
from flashcards.english.questions import third_person_start
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_noun_phrase, looks_like_system

NEEDS = "for via"

_FOR = re.compile(r"^(?P<means>[^,;:.?()]{5,60}?) for (?P<end>[^,;:.?]{5,60})\.?$")
_VIA = re.compile(r"^(?P<end>[^,;:.?()]{5,60}?) via (?P<means>[^,;:.?]{5,60})\.?$", re.IGNORECASE)
LONGEST_PART = 5
"""Words on either side."""


def read(passage: Passage) -> Iterator[Reading]:
    name = passage.subject
    if passage.label or not looks_like_system(name) or passage.members or parse(passage.text):
        return
    using = _FOR.match(passage.text)
    found = using or _VIA.match(passage.text)
    if found is None or not all(map(_is_phrase, (found["means"], found["end"]))):
        return
    end, means = passage.lowered(found["end"]), passage.lowered(found["means"])
    if using:
        yield Reading(f"What does {name} use for {end}?", means)
    else:
        yield Reading(f"How does {name} do {end}?", f"via {means}")


_UNTOLD = closed.POINTING | closed.PRONOUNS


def _is_phrase(text: str) -> bool:
    """A noun phrase that says enough: no command, no pronoun, no bare common noun."""
    found = tokens(text)
    points = {token.lower for token in found} & _UNTOLD
    if points or commanded(text) or third_person_start(text) or not is_noun_phrase(text):
        return False
    return (
        1 < word_count(text) <= LONGEST_PART
        or tag(found[0]).may("G")
        or "-" in text
        or (len(found) == 1 and len(text) > 9)
    )
