"""Ask what is a bottleneck or a risk, where a label is said to be one.

## TinyDB
- Page splits: a bottleneck
Q: What is a bottleneck in TinyDB?
A: Page splits

## TinyDB
- Page splits: a step in which a full page is divided
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic, is_noun_phrase, looks_like_system

SCOPE = "bullet"
NEEDS = ":"

_ONE = re.compile(
    r"^(?:an?|the) (?:main |major |common |biggest |key |typical |real )?(?:bottleneck|problem|"
    r"risk|challenge|limitation|weakness|strength|advantage|drawback|prerequisite|requirement|danger|"
    r"pitfall|threat|obstacle|weak point|priority)\.?$",
    re.IGNORECASE,
)
LONGEST_THING = 6


def read(passage: Passage) -> Iterator[Reading]:
    place = _place(passage)
    if not place:
        return
    if passage.label and _ONE.match(passage.body) and _is_thing(passage.label):
        yield Reading(f"What is {passage.body.rstrip('.')} in {place}?", passage.label)


def _place(passage: Passage) -> str:
    """The talk or the label that the statement stands under, as it reads inside of a sentence."""
    label = passage.parent_label
    if label and not is_generic(label) and word_count(label) <= 4 and is_noun_phrase(label):
        return passage.lowered(label)
    name = passage.topic.name
    if not name or is_generic(name) or word_count(name) > 5 or passage.topic.kind == "person":
        return ""
    return name if looks_like_system(name) else passage.names.lowered_title(name)


_UNTOLD = closed.POINTING | closed.PRONOUNS


def _is_thing(text: str) -> bool:
    points = {token.lower for token in tokens(text)} & _UNTOLD
    return not points and word_count(text) <= LONGEST_THING and is_noun_phrase(text)
