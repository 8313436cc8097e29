"""Ask for the members of a group that a parent names and its children list.

- Three layers of the skin
    - epidermis
    - dermis
    - hypodermis
Q: What are the three layers of the skin?
A: Epidermis; dermis; hypodermis

## Volcanoes
- Types of lava
    - pahoehoe: smooth and ropy
    - aa: rough and broken
Q: What are the two types of lava?
A: Pahoehoe; aa

- Thoughts
    - nice talk
    - too long
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.lists import NUMBERS, number_word
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import is_plural, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.passage import Passage
from flashcards.passages.roles import ROLES, role_of
from flashcards.passages.topics import is_generic

SCOPE = ("heading", "bullet")

MOST_ITEMS = 4
LONGEST_ITEM = 7

_COUNT = re.compile(
    rf"^(?:the |there are |we have )?(?P<count>{'|'.join(NUMBERS[2:])}|\d)\s+(?P<rest>.+)$", re.I
)


def read(passage: Passage) -> Iterator[Reading]:
    members = passage.members
    if not 2 <= len(members) <= MOST_ITEMS:
        return
    items = [_item(member) for member in members]
    if not all(items):
        return
    asked = _group(passage, len(items))
    if asked:
        yield Reading(asked, "; ".join([items[0], *map(passage.lowered, items[1:])]))


def _item(member: Bullet) -> str:
    """The member's name: all of a short phrase, or what stands before its explanation."""
    text = member.text.strip().rstrip(".;,")
    head, separator, _ = text.partition(": ")
    if not separator:
        head = re.split(r"\s[-–—]\s", text, maxsplit=1)[0]
    head = head.strip()
    if not 1 <= word_count(head) <= LONGEST_ITEM or "?" in head or is_generic(head):
        return ""
    opening = tag(tokens(head)[0])
    if opening.may("SC") or parse(head) or imperative_base(head) or opening.lower in {"e.g", "etc"}:
        return ""
    return head


def _group(passage: Passage, count: int) -> str:
    """The question, where the label is a plural that names its own group."""
    label = passage.text.strip().rstrip(":.")
    counted = _COUNT.match(label)
    if counted:
        said = counted["count"].lower()
        if said not in {number_word(count), str(count)}:
            return ""
        label = counted["rest"]
    if word_count(label) > 10 or re.search(r"[?(,;]|: ", label) or parse(label):
        return ""
    words = tokens(label)
    if words[0].lower in closed.PRONOUNS or is_generic(words[-1].text):
        return ""
    plain = (
        passage.names.lowered_title(label)
        if passage.heading is not None
        else passage.lowered(label)
    )
    role = role_of(label)
    if role is not None:
        of = role.of or _of_topic(passage, role.noun)
        return f"What are the {number_word(count)} {role.noun} {of}?" if of else ""
    if not _is_plural_group(plain) or (is_generic(label) and not counted):
        return ""
    return f"What are the {number_word(count)} {plain}?"


def _of_topic(passage: Passage, noun: str) -> str:
    subject = passage.subject
    if not subject and passage.heading is None and passage.topic.kind == "topic":
        subject = passage.names.lowered_title(passage.topic.name)
    return f"{ROLES[noun]} {subject}" if subject and word_count(subject) <= 6 else ""


def _is_plural_group(label: str) -> bool:
    """`layers of the skin`, `cache policies`: a plural head, told apart by more than itself."""
    found = tokens(label)
    head = next((at for at, t in enumerate(found) if tag(t).may("I") and not tag(t).may("N")),
                len(found))  # fmt: skip
    if head == 0 or len(found) < 2:
        return False
    if tag(found[0]).lower in {"this", "these", "some", "other", "all", "many", "more", "various"}:
        return False
    return is_plural(found[head - 1].lower) and imperative_base(label) is None
