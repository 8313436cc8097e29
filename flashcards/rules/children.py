"""Ask for the members of a group that a parent, a heading or a sentence announces.

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

- The hull consists of:
    - a keel
    - ribs
    - planks
Q: What three things does the hull consist of?
A: A keel; ribs; planks

- Greenhouse gases
    - water vapour
    - carbon dioxide
    - methane
    - nitrous oxide
    - ozone
C: Greenhouse gases: water vapour, {{c1::carbon dioxide}}, methane, {{c2::nitrous oxide}}, {{c3::ozone}}

- Preventing scurvy
    - Eat citrus fruit
    - Store cabbage
Q: What are two ways of preventing scurvy?
A: Eat citrus fruit; store cabbage

- Thoughts
    - nice talk
    - too long
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from flashcards.english import closed
from flashcards.english.clauses import Clause
from flashcards.english.lists import number_word
from flashcards.english.tagging import is_plural, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask
from flashcards.passages.lists import Member, as_group, list_reading, members_of
from flashcards.passages.passage import Passage
from flashcards.passages.roles import ROLES, is_role, names_several, role_of
from flashcards.passages.topics import is_generic

SCOPE = ("heading", "bullet")

LONGEST_NAME = 7
LONGEST_LABEL = 8


def read(passage: Passage) -> Iterator[Reading]:
    members = [member for member in passage.members if member.form != "code"]
    if len(members) < 2 or any(member.form in {"task", "row"} for member in members):
        return
    if passage.heading is not None and any(member.form == "paragraph" for member in members):
        return
    found = members_of(members)
    if found is None:
        return
    reading = _asked(passage, found)
    if reading is not None:
        yield reading


def _asked(passage: Passage, found: list[Member]) -> Reading | None:
    label = _label(passage)
    texts = [found[0].text, *(passage.lowered(member.text) for member in found[1:])]
    statements = any(member.kind == "statement" for member in found)
    short = all(word_count(member.text) <= LONGEST_NAME for member in found)
    count = len(found)
    question = _announced(passage, count) or _role(passage, label, count)
    if not question and not statements and short:
        question = _group(passage, label, count) or _ways(label, passage, found)
    if not question:
        return None
    return list_reading(question, _cloze_label(label, passage), texts)


def _label(passage: Passage) -> str:
    return re.sub(r"\s*[-–—:.]+$", "", passage.text.strip()).strip()


def _cloze_label(label: str, passage: Passage) -> str:
    """The label, with its subject where it is only a role: `Benefits of sleep`."""
    role = role_of(label)
    if role is not None and not role.of:
        of = _of_topic(passage, role.noun)
        return f"{role.noun.capitalize()} {of}" if of else ""
    return label if word_count(label) <= LONGEST_LABEL and "{" not in label else ""


# A sentence announces its members

_OBJECT = re.compile(
    r"^(?P<tie>(?:of|in|into|by|on|for|from|with|to|between|among) )?(?:at least )?"
    r"(?P<count>the following|following|these|several|various|many|multiple|different|some|two|"
    r"three|four|five|six|seven|eight|nine|ten|\d)(?: \d)? (?P<what>.+)$"
)
_DANGLING = re.compile(
    r"^(?P<told>.*\b(?:(?:consists?|composed|made(?: up)?|comprised) of|includes?|including|"
    r"contains?|comprises?|are|is|covers?|can|can be|may be|must|should|provides?|supports?|has|"
    r"have|requires?|needs?|(?:determined|caused|influenced|driven|affected|given|done) by|"
    r"depends? on|relies on|leads? to|divided into|split into|in|by|of|for|to))$"
)


def _announced(passage: Passage, count: int) -> str:
    label = _label(passage)
    clause = passage.clause
    if clause is not None and not clause.lead and not clause.also:
        counted = _OBJECT.match(clause.rest.rstrip(": "))
        if counted and clause.subject.lower() not in {"there", "here"}:
            return _counted(passage, clause, counted, count)
    if not _DANGLING.match(label) or word_count(label) > 14:
        return ""
    return _with_object(passage, label, count)


def _counted(passage: Passage, clause: Clause, counted: re.Match[str], count: int) -> str:
    """`Training consists of two passes:`."""
    said = counted["count"].lower()
    number = said in closed.NUMBER_WORDS or said.isdigit()
    if number and said not in {number_word(count), str(count)}:
        return ""
    what = counted["what"]
    if word_count(what) > 6 or not any(is_plural(token.lower) for token in tokens(what)):
        return ""
    rest = (counted["tie"] or "").strip()
    return ask(passage, clause, f"What {number_word(count)} {what}", rest)


def _with_object(passage: Passage, label: str, count: int) -> str:
    """`The hull consists of:` asks for its things."""
    modal = re.search(r"\b(?:can|may|must|should|could)$", label)
    clause = replace(passage, text=f"{label} {'do ' if modal else ''}things").clause
    if clause is None or clause.also or not clause.rest.endswith("things") or clause.negated:
        return ""
    subject = {token.lower for token in tokens(clause.subject)}
    if subject & (closed.PRONOUNS | closed.FIRST_OR_SECOND_PERSON | {"examples", "example"}):
        return ""
    rest = clause.rest.removesuffix("things").strip()
    return ask(passage, clause, f"What {number_word(count)} things", rest)


# A label names its members


def _role(passage: Passage, label: str, count: int) -> str:
    """`Problems:` announces its members, whatever their form."""
    role = role_of(label)
    if role is None or not names_several(label):
        return ""
    of = role.of or _of_topic(passage, role.noun)
    return f"What are the {number_word(count)} {role.noun} {of}?" if of else ""


def _of_topic(passage: Passage, noun: str) -> str:
    subject = passage.subject
    if not subject and passage.heading is None and passage.topic.kind == "topic":
        subject = passage.names.lowered_title(passage.topic.name)
    return f"{ROLES[noun]} {subject}" if subject and word_count(subject) <= 6 else ""


def _group(passage: Passage, label: str, count: int) -> str:
    if not label or label.endswith("?"):
        return ""
    plain = passage.names.lowered_title(label) if passage.heading else passage.lowered(label)
    return as_group(label, plain, count)


def _ways(label: str, passage: Passage, found: list[Member]) -> str:
    """`Preventing scurvy` over things to do; `Access control` over its parts."""
    if is_generic(label) or not 1 <= word_count(label) <= 6 or is_role(label):
        return ""
    number = number_word(len(found))
    plain = passage.names.lowered_title(label) if passage.heading else passage.lowered(label)
    words = tokens(label)
    if not _are_actions(found):
        return ""
    if len(words) > 1 and tag(words[0]).may("G") and not tag(words[1]).may("IS"):
        return f"What are {number} ways of {plain}?"
    if re.match(r"how to \w", plain):
        return f"What are {number} ways to {plain[7:]}?"
    return ""


def _are_actions(found: list[Member]) -> bool:
    """Things to do: one is certain to open with a verb, and all the others may."""
    return any(member.kind == "action" for member in found) and all(
        member.kind == "action" or tag(tokens(member.text)[0]).may("VG") for member in found
    )
