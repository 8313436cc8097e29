"""Ask what serves an end, where a bullet says to use it.

## Bread baking
- Use a scale to measure flour
Q: What can be used to measure flour?
A: A scale

- Can use "model cards" to document a model
Q: What can be used to document a model?
A: Model cards

- Beeswax is used as the sealant of the jar
Q: What is used as the sealant of the jar?
A: Beeswax

- Old tires are used as fenders for small boats
Q: What are old tires used as?
A: Fenders for small boats

- Use caution
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import parse
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.complements import is_telling
from flashcards.passages.passage import Passage

NEEDS = "use used"

_USE = re.compile(r"^(?:(?:can|could|may|should|must|to|always|they|we|you)\s+){0,2}use\s+", re.I)


def read(passage: Passage) -> Iterator[Reading]:
    match = _USE.match(passage.text)
    if match is None:
        yield from _in_a_role(passage)
        return
    thing, adjuncts = split_adjuncts(passage.text[match.end() :].rstrip("."))
    if not adjuncts or adjuncts[0].marker != "to" or adjuncts[0].kind != "purpose":
        return
    end = passage.text[match.end() :].rstrip(".")[adjuncts[0].start :]
    if not 1 <= word_count(thing) <= 10 or word_count(end) < 3:
        return
    named = thing.strip('"“”') if thing[:1] in '"“' and thing.count('"') in {0, 2} else thing
    system = passage.topic.kind == "system" and not passage.parent_label
    if system:
        yield Reading(f"What does {passage.topic.name} use {end}?", named)
    elif word_count(end) <= LONGEST_END and _is_short_name(named):
        yield Reading(f"What can be used {end}?", named)


LONGEST_TOOL, LONGEST_END = 4, 14
"""Words, where no system is named that uses it: a short name to a plain end has one answer."""


def _is_short_name(named: str) -> bool:
    points = {token.lower for token in tokens(named)} & closed.POINTING
    return word_count(named) <= LONGEST_TOOL and not points


_ROLE = re.compile(
    r"^(?P<thing>[^,;:]{2,60}?) (?P<be>is|are|was|were) (?:often |usually |also )?used as "
    r"(?P<role>[^,;:]{6,80}?)(?: (?:while|since|because|when|if)\b.*)?\.?$",
    re.IGNORECASE,
)
LONGEST_THING = 7


def _in_a_role(passage: Passage) -> Iterator[Reading]:
    """`Beeswax is used as the sealant`: of the one thing in a role ask what it is, else ask for
    the role."""
    found = _ROLE.match(passage.text)
    if found is None or word_count(found["thing"]) > LONGEST_THING or parse(found["thing"]):
        return
    thing, role = passage.lowered(found["thing"]), found["role"]
    words = {token.lower for token in tokens(f"{thing} {role}")}
    if words & (closed.POINTING | closed.PRONOUNS):
        return
    if role.startswith("the ") and word_count(role) >= 3:
        yield Reading(f"What {_SINGULAR[found['be'].lower()]} used as {role}?", thing)
    elif word_count(role) >= 2 and not role.startswith("the ") and is_telling(role):
        yield Reading(f"What {found['be'].lower()} {thing} used as?", role)


_SINGULAR = {"is": "is", "are": "is", "was": "was", "were": "was"}
