"""Ask for a name, or what a name means, where a sentence gives both.

- The corpus callosum (also called the callosal commissure) joins both halves
Q: What is another name for the corpus callosum?
A: The callosal commissure

- The study of fungi is called mycology.
Q: What is the study of fungi called?
A: Mycology

- Serve from memory first, from disk only on a miss ("read-through")
Q: What does “read-through” mean?
A: Serve from memory first, from disk only on a miss

- Parting a field into strips, called "contour farming"
Q: What does “contour farming” mean?
A: Parting a field into strips

- Heather
    - Low evergreen shrub
    - Also known as ling
Q: What is another name for heather?
A: Ling

- Puma
    - Also called cougar, mountain lion or catamount
Q: What are three other names for puma?
A: Cougar, mountain lion or catamount

- Harbours must be dredged; beaches only after a storm ("second tide")
no card

- They are also called
no card

## Non-metallic
- also known as soft hulls
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.imperatives import as_gerund
from flashcards.english.lists import number_word, split_list
from flashcards.english.questions import invert
from flashcards.english.stems import stems
from flashcards.english.tagging import tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import stands_alone
from flashcards.passages.passage import Passage

LEAST_TOLD = 3
NEEDS = 'called known named termed referred aka k ka ak " “'
"""Content words of a question for what a described thing is called."""

_ALSO = re.compile(
    r"^(?P<thing>[^(),;:]{2,60}?)\s?(?:\(|, )(?:or |also |sometimes |often |commonly |usually )*"
    r"(?:called|known as|named|referred to as|a\.?k\.?a\.?)\s+(?P<name>[^(),;]{2,50})[),]",
    re.IGNORECASE,
)
_MEANT = re.compile(r"^(?P<meaning>[^()]{12,160}?)\s*\([\"“](?P<name>[^\"”()]{3,40})[\"”]\)\.?$")
_LISTED = re.compile(r"; |^\d")
"""`Harbours yes; beaches no`: what the name behind it means is only a part of it."""
_COINED = re.compile(
    r"^(?P<meaning>[^:;]{12,160}?), (?:which (?:is|are) |so-)?(?:called|known as|termed|dubbed) "
    r"(?:an? |the )?[\"“](?P<name>[^\"”()]{3,40})[\"”]\.?$"
)
LONGEST_NAME = 6


_BELOW = re.compile(
    r"^(?:(?:also|sometimes|often|commonly) )?(?:called|known as|referred to as) "
    r"(?P<names>[^.:;()]{3,90})\.?$",
    re.IGNORECASE,
)
MOST_NAMES = 4
_ADJECTIVE = re.compile(r"non-\w+(?:ic|al|ous|ive|ed|ar)$", re.IGNORECASE)
"""`Non-metallic` what?"""


def _below(passage: Passage) -> Iterator[Reading]:
    """`Also known as ling` below `Heather`."""
    found = _BELOW.match(passage.text)
    subject = re.sub(r"^an? ", "", passage.subject) if found else ""
    if found is None or not subject or "$" in subject or _ADJECTIVE.match(subject):
        return
    names = split_list(found["names"]) or [found["names"]]
    if any(stems(name) == stems(subject) for name in names):
        return  # the name that the question tells
    if len(names) > MOST_NAMES or any(word_count(name) > LONGEST_NAME for name in names):
        return
    if len(names) == 1:
        yield Reading(f"What is another name for {subject}?", _bare(names[0]))
    else:
        yield Reading(
            f"What are {number_word(len(names))} other names for {subject}?", found["names"]
        )


def read(passage: Passage) -> Iterator[Reading]:
    if _BELOW.match(passage.text):
        yield from _below(passage)
        return
    found = _ALSO.match(passage.text)
    if found and _is_thing(found["thing"]) and word_count(found["name"]) <= LONGEST_NAME:
        thing = passage.lowered(found["thing"].strip())
        yield Reading(f"What is another name for {thing}?", _bare(found["name"]))
        return
    meant = _MEANT.match(passage.text)
    if meant and 4 <= word_count(meant["meaning"]) <= 25 and not _LISTED.search(meant["meaning"]):
        yield Reading(f"What does “{meant['name']}” mean?", meant["meaning"])
        return
    coined = _COINED.match(passage.text)
    if coined and 3 <= word_count(coined["meaning"]) <= 25:
        meaning = as_gerund(re.sub(r"\s*\([^()]*\)$", "", coined["meaning"]))
        yield Reading(f"What does “{coined['name']}” mean?", meaning)
        return
    yield from _called(passage)


def _is_thing(text: str) -> bool:
    """A noun phrase from its first word to its last, and not the end of a longer sentence."""
    found = tag_all(text)
    if len(found) > 5 or (found[0].may("PIS") and not found[0].may("D")):
        return False
    return not any(word.may("BHMO") or word.lower in closed.PREPOSITIONS for word in found)


def _called(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause and ("$" in clause.subject or re.search(r"\b(?:if|when|iff)\b", clause.rest)):
        return  # what it is called under a condition, which the question would drop
    if clause and re.fullmatch(r"the \w+(?: \w+)?", clause.subject, re.IGNORECASE):
        return  # `the operating system`: which one, and in what role?
    if clause is None or clause.voice != "passive" or not stands_alone(clause) or clause.negated:
        return
    name, _ = split_adjuncts(clause.rest.removeprefix("as ").removeprefix("to as "))
    tied = {"call": "", "name": "", "term": "", "know": "as", "refer": "to as"}
    if clause.base not in tied or not clause.rest.startswith(tied[clause.base]):
        return
    opening = tokens(name)[:1]
    if not opening or word_count(name) > LONGEST_NAME or opening[0].lower in {"by", "when", "for"}:
        return
    asked = invert(clause, passage.lowered(clause.subject), tied[clause.base])
    if len(stems(asked)) >= LEAST_TOLD or passage.topic.kind == "system":
        yield Reading(f"What {asked}?", _bare(name))


def _bare(name: str) -> str:
    name = name.strip()
    quoted = re.fullmatch(r"(?:an? )?[\"“]([^\"”]+)[\"”]", name)
    return quoted[1] if quoted else name
