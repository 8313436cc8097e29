"""Ask what is difficult, and why, where a note names a difficulty without a sentence.

## RoboChef
- Difficulty with transparent plates
Q: What does RoboChef have difficulty with?
A: Transparent plates

## Insect taxonomy
- Hard to tell larvae apart, with no keys to the early stages
Q: Why is it hard to tell larvae apart?
A: No keys to the early stages

- Hard to say
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.imperatives import commanded
from flashcards.english.lists import split_list
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import looks_like_system

NEEDS = (
    "difficulty difficulties problem problems trouble "
    "difficult hard tricky impossible easy expensive"
)

_WITH = re.compile(
    r"^(?:difficult(?:y|ies)|problems?|trouble) with (?P<what>[^,;:.?]{5,80})\.?$", re.I
)
_HARD = re.compile(
    r"^(?P<hard>difficult|hard|tricky|impossible|easy|expensive) to (?P<what>[^,;:.?]{8,80}?)"
    r"(?:, with | because of | because | due to | since |, as |: | - )(?P<why>\S.{8,})$",
    re.IGNORECASE,
)
LONGEST_REASON = 20


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.rstrip(".")
    found = _WITH.match(text)
    if found and looks_like_system(passage.subject) and not _points(found["what"]):
        yield Reading(f"What does {passage.subject} have difficulty with?", found["what"])
    found = _HARD.match(text)
    if found is None or not commanded(found["what"]) or not _counted(found["why"]):
        return
    what = _placed(found["what"], passage)
    if what and 2 <= word_count(found["why"]) <= LONGEST_REASON:
        yield Reading(f"Why is it {found['hard'].lower()} to {what}?", found["why"])


_HERE = re.compile(r"\b(?:in|of) (?:this|the) (?:area|field|domain|subject)\b", re.IGNORECASE)


def _placed(what: str, passage: Passage) -> str:
    """The activity, with `in this area` named; empty where it points at something unknown."""
    name = passage.names.lowered_title(passage.topic.name) if passage.topic.name else ""
    what = _HERE.sub(f"on {name}", what) if name else what
    return "" if _points(what) else what


def _points(text: str) -> bool:
    return bool({token.lower for token in tokens(text)} & closed.POINTING)


def _counted(why: str) -> bool:
    """A reason, or two or three of them; a longer list is no answer to a why."""
    items = split_list(why)
    return items is None or len(items) <= 3
