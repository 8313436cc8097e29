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

- The ferry takes passengers free of charge on the following days:
    - Sundays
    - Feast days
Q: On what two days does the ferry take passengers free of charge?
A: Sundays; feast days

- Hikers treat water in 1 of 2 ways:
    - Boil it
    - Add iodine
Q: In what two ways do hikers treat water?
A: Boil it; add iodine

# Hormones
## Aldosterone
- Increases
    - sodium reabsorption
    - potassium secretion
Q: What two things does aldosterone increase?
A: Sodium reabsorption; potassium secretion

- The Bauhaus, closed in 1933, taught crafts. Three workshops:
    - weaving
    - metal
    - ceramics
Q: What are the three workshops of the Bauhaus?
A: Weaving; metal; ceramics

- Treatment steps for sprains: RICE
    - Rest
    - Ice
    - Compression
    - Elevation
Q: What are the four treatment steps for sprains?
A: Rest; ice; compression; elevation

- Step 1 - Prepare the paddy
    - Plough the field
    - Flood the field
Q: What two things are done in step 1, “Prepare the paddy”?
A: Plough the field; flood the field

- Renovation
    - Strip the walls
    - Replace the wiring
    - Paint every room
Q: What three things are done in renovation?
A: Strip the walls; replace the wiring; paint every room

- Visible colours
    - red
    - orange
    - yellow
    - green
    - blue
C: Visible colours: red, {{c1::orange::or…}}, yellow, {{c2::green::g…}}, {{c3::blue::b…}}

- Preventing scurvy
    - Eat citrus fruit
    - Store cabbage
Q: What are two ways of preventing scurvy?
A: Eat citrus fruit; store cabbage

- Competitive inhibition
    - raises the threshold
    - leaves the maximum unchanged
Q: What two things does competitive inhibition do?
A: Raises the threshold; leaves the maximum unchanged

- Three rules of the boat, 1. sit down in the middle, 2. no shoes, 3. keep one hand free
Q: What are the three rules of the boat?
A: Sit down in the middle; no shoes; keep one hand free

- Parts of a boat
    - Carries the sail
    - Mast
no card

- Crew of the ferry
- Engine room
- Deck hands
    - Ropes
    - Fenders
no card

## Harbours
- Masters must keep a log
    - Exceptions
        - Barges
        - Small ferries
Q: Masters must keep a log: what are the two exceptions?
A: Barges; small ferries

## Scurvy
- Clinical features:
    - swollen gums
    - loose teeth
Q: What are the two clinical features of scurvy?
A: Swollen gums; loose teeth

## Draughtsmen
- Wren's tools
    - dividers
    - ruler
Q: What are Wren's two tools?
A: Dividers; ruler

## Utilitarianism
- Objections
    - ignores justice
    - too demanding
Q: What are the two objections to utilitarianism?
A: Ignores justice; too demanding

## Scurvy
- Prevention
    - citrus fruit
    - cabbage
Q: What two things does the prevention of scurvy include?
A: Citrus fruit; cabbage

## Moving house
- Pull factors
    - jobs
    - rents
Q: What are the two pull factors?
A: Jobs; rents

## What is Rigging
- 2 kinds:
    - standing
    - running
Q: What are the two kinds of rigging?
A: Standing; running

- Problems with Old Masts
    - Dry Rot
    - Loose Wedges
    - (old masts bend)
Q: What are the three problems with old masts?
A: Dry rot; loose wedges; (old masts bend)

- Locally stored data:
    - ticket sales
    - weather reports
Q: What are the two kinds of locally stored data?
A: Ticket sales; weather reports

## Harbours
- Lighthouses
    - Purpose: warn of rocks
    - Lamp oil
    - Keepers
no card

- Normal depths
    - Quay: 4-6 m
    - Mole: 9 m
no card

## Order of service
- Soup
- Fish
- Cheese
Q: What three things make up the order of service, from first to last?
A: Soup; fish; cheese

- There are two tunes available to the piper:
    - The slow march
    - The reel
Q: What are the two tunes available to the piper?
A: The slow march; the reel

- Sailing challenges
    - Reef the sail early
    - Watch the boom
no card

- Rules of the house
    - We close at nine
    - We lock the gate
no card

- Outer zones
    - Uses a small pump
    - Needs no light
no card

## Smoke houses
A smoke house keeps fish from going bad by the smoke of a slow fire of alder.

Some of the people who live on the coast would rather hang their fish in the wind.

Wind and frost take the water out of the fish until it is as hard as wood.

Applications:
- cod
- haddock
no card

- Harbour challenges
    - Speaker: Ada Lind
    - Silt
    - Ice
no card

- Thoughts
    - nice talk
    - too long
no card

- Mitre gates
    - Structure: two doors of oak
    - Function: hold the tide back
    - Origin: Dutch
no card

1. Capture the whole image
2. Capture video
    - Security cameras
    - Clock of the harbour
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from flashcards import lazy_re as re
from flashcards.english.lists import number_word
from flashcards.english.questions import third_person_start
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.alike import (
    LONGEST_NAME,
    SPEAKING,
    are_actions,
    are_alike,
    is_member,
)
from flashcards.passages.announcing import announced, label_of_list
from flashcards.passages.collecting import collected, of_topic
from flashcards.passages.lists import (
    LONGEST_ANSWER,
    MOST_AT_ONCE,
    MOST_IN_CLOZE,
    Member,
    as_group,
    is_plain_name,
    list_reading,
    members_of,
    names_a_class,
)
from flashcards.passages.mnemonics import without_mnemonic
from flashcards.passages.names import capitalised
from flashcards.passages.numbered import numbered_inside
from flashcards.passages.passage import Passage
from flashcards.passages.role_nouns import GROUPS, ROLES
from flashcards.passages.roles import Role, is_attribute, is_role, role_of
from flashcards.passages.ways import ways

SCOPE = ("heading", "bullet")

LONGEST_LABEL = 8


def read(passage: Passage) -> Iterator[Reading]:
    if {"1", "2"} <= passage.signs and not passage.members:
        yield from _numbered(passage)
    members = [member for member in passage.members if member.form != "code"]
    if passage.heading is not None:
        members = _listed_first(passage, members)
    if not 2 <= len(members) <= MOST_IN_CLOZE:
        return
    if any(member.form in {"task", "row"} or " :: " in member.text for member in members):
        return  # chores, cells, and what is a card of its own
    label = label_of_list(passage)
    head = label.rpartition(" ")[2].lower()
    if _LOOSE.search(label) or (head in ROLES | GROUPS and not passage.context):
        return  # nothing says whose methods, rules or parts these are
    if not names_a_class(label) and (any(map(_is_side, members)) or _are_values(members)):
        return
    found = members_of(members)
    if found is None or (len(found) == 2 and not all(map(_names, found))):
        return
    if sum(map(_is_side, members)) > 1:
        return  # what is said of the thing above, under labels of its own
    reading = _asked(passage, found)
    if reading is not None:
        yield reading


def _is_side(member: Bullet) -> bool:
    """`Causes: …`, `Stages` over their own."""
    label, colon, _ = member.text.partition(":")
    return bool(colon or member.children) and (is_role(label) or is_attribute(label))


def _are_values(members: list[Bullet]) -> bool:
    """`HR: 60-100 bpm`: the label promises the figures."""
    return sum(bool(_VALUE.match(member.text)) for member in members) * 2 > len(members)


_VALUE = re.compile(r"[^:]{1,40}: [<>≤≥~±+-]? ?\d")


def _listed_first(passage: Passage, members: list[Bullet]) -> list[Bullet]:
    """The list right below a heading; also names behind a paragraph, where the heading says of what
    class they are."""
    prose = bool(members) and members[0].form == "paragraph" and members[0].text.endswith(".")
    prose = prose and names_a_class(label_of_list(passage))
    listed = list(takewhile(_is_listed, members[1:] if prose else members))
    return [] if prose and not all(is_plain_name(member.text) for member in listed) else listed


def _is_listed(member: Bullet) -> bool:
    return member.form in {"bullet", "step"}


def _numbered(passage: Passage) -> Iterator[Reading]:
    """`Two rules of the boat, 1. sit down, 2. hold on`."""
    label, items = numbered_inside(passage.text)
    found = [Member(item) for item in items]
    if 2 <= len(found) <= MOST_IN_CLOZE:
        reading = _asked(passage.saying(label), found)
        if reading is not None:
            yield reading


def _names(member: Member) -> bool:
    """Whether it may name a thing: not a lone `Automated`."""
    words = tokens(member.text)
    return len(words) != 1 or tag(words[0]).may("N#")


_LOOSE = re.compile(
    r"\b(?:potential|possible|of interest|interesting|ideas|idea$|examples?|common)\b",
    re.IGNORECASE,
)
"""What makes a group one of the moment, whose members nobody could know."""


def _asked(passage: Passage, found: list[Member]) -> Reading | None:
    written = label_of_list(passage)
    label = without_mnemonic(written, [member.text for member in found])
    texts = passage.lowered_row([member.text for member in found])
    count = len(found)
    short = all(word_count(member.text) <= LONGEST_NAME for member in found) or (
        count <= MOST_AT_ONCE and sum(word_count(member.text) for member in found) <= LONGEST_ANSWER
    )
    question = announced(passage, count)
    if not question and any(SPEAKING.match(member.text) for member in found):
        return None
    question = question or collected(passage, label, found)
    if not question and label != written:
        question = as_group(label, passage.lowered(label), count)
    if not question and short and are_alike(label, found):
        question = _group(passage, label, found) or ways(label, passage, found)
    if not question:
        return None
    return list_reading(question, _cloze_label(label, passage), texts)


_LIST_OF = re.compile(r"^(?:a )?list of (?:the )?", re.IGNORECASE)


def _cloze_label(label: str, passage: Passage) -> str:
    """The label, with its subject where it is only a role: `Benefits of sleep`."""
    role = role_of(label)
    if role is not None and not role.of:
        of = of_topic(passage, role)
        return f"{role.asked.capitalize()} {of}" if of else ""
    label = capitalised(_LIST_OF.sub("", label))
    return label if word_count(label) <= LONGEST_LABEL and "{" not in label else ""


_AGENTS = re.compile(r"^(?:[\w-]+ ){0,3}\w+(?:er|or|ist|eur|ian)s$")


def _group(passage: Passage, label: str, found: list[Member]) -> str:
    label = _LIST_OF.sub("", label)
    bare = _BRACKET.sub("", label)
    if not label or label.endswith("?"):
        return ""
    plain = passage.names.lowered_title(label) if passage.heading else passage.lowered(label)
    if _AGENTS.search(label) and all(member.kind == "action" for member in found):
        return f"What {number_word(len(found))} things do {plain} do?"
    if all(third_person_start(member.text) for member in found):
        return ""  # what each of them does, and not which they are
    named = all(is_plain_name(member.text) for member in found) or are_actions(found)
    if not names_a_class(bare) and " of " not in bare and is_member(passage):
        return ""
    if not named and not names_a_class(bare):
        return ""
    asked = as_group(bare, _BRACKET.sub("", plain), len(found))
    whole = _with_its_whole(asked, passage) if bare == label else asked
    return f"{whole[:-1]}{label[len(bare) :]}?" if asked else ""


_BRACKET = re.compile(r"\s*\([^()]{1,40}\)$")


_BARE = re.compile(r"^What are (?:the )?[a-z]+ (?:(?P<sort>[a-z-]+) )?(?P<noun>[a-z]+)\?$")


def _with_its_whole(asked: str, passage: Passage) -> str:
    """`What are the three kinds?`, of what the heading names."""
    bare = _BARE.match(asked)
    if bare is None or bare["noun"] not in ROLES | GROUPS:
        return asked
    if bare["sort"] and not tag(tokens(bare["sort"])[0]).may("AG"):
        return asked
    of = of_topic(passage, Role(bare["noun"], ""))
    return f"{asked.removesuffix('?')} {of}?" if of else asked
