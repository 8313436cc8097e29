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

- A leaf has two kinds of veins:
    - the large ones carry water
    - the small ones spread it
Q: What two kinds of veins does a leaf have?
A: The large ones carry water; the small ones spread it

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
from flashcards.passages.asking import ask
from flashcards.passages.passage import Passage
from flashcards.passages.roles import ROLES, names_several, role_of
from flashcards.passages.topics import is_generic

SCOPE = ("heading", "bullet")

MOST_ITEMS = 4
LONGEST_ITEM = 7
LONGEST_STATEMENT = 10
"""Words of a member that is a statement of its own, where the parent says how many there are."""
LONGEST_ANSWER = 25

_NUMBER = rf"(?P<count>{'|'.join(NUMBERS[2:])}|\d)"
_COUNTED_GROUP = re.compile(
    rf"^(?:the |there are |we have )?{_NUMBER}\s+(?P<rest>.+)$", re.IGNORECASE
)
_COUNTED_OBJECT = re.compile(
    rf"^(?P<tie>(?:of|in|into|by|on|for|from|with|to) )?{_NUMBER} (?P<what>.+)$"
)


def read(passage: Passage) -> Iterator[Reading]:
    members = passage.members
    if not 2 <= len(members) <= MOST_ITEMS:
        return
    asked = _counted_statement(passage, len(members)) or _role(passage, len(members))
    items = [_item(member, statements=bool(asked)) for member in members]
    asked = asked or _group(passage, len(members))
    answer = "; ".join([items[0], *map(passage.lowered, items[1:])])
    if asked and all(items) and word_count(answer) <= LONGEST_ANSWER:
        yield Reading(asked, answer)


def _item(member: Bullet, *, statements: bool) -> str:
    """The member's name: all of a short phrase, or what stands before its explanation."""
    text = member.text.strip().rstrip(".;,")
    head, separator, _ = text.partition(": ")
    if not separator:
        head = re.split(r"\s[-–—]\s", text, maxsplit=1)[0]
    head = head.strip()
    if "?" in head or is_generic(head) or not head:
        return ""
    if statements:
        return head if word_count(head) <= LONGEST_STATEMENT else ""
    opening = tag(tokens(head)[0])
    if opening.may("SC") or parse(head) or imperative_base(head) or opening.lower in {"e.g", "etc"}:
        return ""
    return head if word_count(head) <= LONGEST_ITEM else ""


def _counted_statement(passage: Passage, count: int) -> str:
    """`Training consists of two passes:` announces its members."""
    clause = passage.clause
    if clause is None or clause.lead or clause.also or clause.subject.lower() == "there":
        return ""
    counted = _COUNTED_OBJECT.match(clause.rest.rstrip(": "))
    if counted is None or counted["count"] not in {number_word(count), str(count)}:
        return ""
    what = counted["what"]
    if word_count(what) > 6 or not any(is_plural(token.lower) for token in tokens(what)):
        return ""
    rest = (counted["tie"] or "").strip()
    return ask(passage, clause, f"What {number_word(count)} {what}", rest)


def _role(passage: Passage, count: int) -> str:
    """`Problems:` announces its members, whatever their form."""
    label = passage.text.strip().rstrip(":.")
    role = role_of(label)
    if role is None or not names_several(label):
        return ""
    of = role.of or _of_topic(passage, role.noun)
    return f"What are the {number_word(count)} {role.noun} {of}?" if of else ""


def _group(passage: Passage, count: int) -> str:
    """The question, where the label is a plural that names its own group."""
    label = passage.text.strip().rstrip(":.")
    counted = _COUNTED_GROUP.match(label)
    if counted:
        if counted["count"].lower() not in {number_word(count), str(count)}:
            return ""
        label = counted["rest"]
    if word_count(label) > 10 or re.search(r"[?(,;]|: ", label) or parse(label):
        return ""
    words = tokens(label)
    if words[0].lower in closed.PRONOUNS | closed.QUESTION_WORDS or is_generic(words[-1].text):
        return ""
    plain = passage.lowered(label)
    if passage.heading is not None:
        plain = passage.names.lowered_title(label)
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
