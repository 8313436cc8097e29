"""Ask for the members of a group that a sentence counts and lists.

- There are three types of leaven: yeast, sourdough and baking soda
Q: What are the three types of leaven?
A: Yeast; sourdough; baking soda

- A knot has three parts: the standing part, the bight and the working end
Q: What three parts does a knot have?
A: The standing part; the bight; the working end

- Sails come in two shapes (square, triangular)
Q: What two shapes do sails come in?
A: Square; triangular

- The two ends of a rope are the bitter end and the working end
Q: What are the two ends of a rope?
A: The bitter end; the working end

- Alloying, forging and quenching are the three steps of the smith
Q: What are the three steps of the smith?
A: Alloying; forging; quenching

- The main causes of the fire were drought, wind and a broken wire
Q: What were the three main causes of the fire?
A: Drought; wind; a broken wire

- There are three types of leaven: yeast and others
no card

- There are several reasons: cost, time and risk
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.lists import is_open, number_word, split_list
from flashcards.english.tagging import is_plural
from flashcards.english.tokens import tokens
from flashcards.model import Reading
from flashcards.passages.announcing import announced
from flashcards.passages.lists import as_group, list_reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_noun_phrase

FORMS = ("bullet", "step", "paragraph")
"""No quotation: the sign before it may say `more than`, where a number follows."""
NEEDS = "two three four five six seven eight 2 3 4 5 6 7 8 are were"

_MANY = r"two|three|four|five|six|seven|eight|[2-8]"
_LISTED = re.compile(
    rf"^(?P<label>[^:(<>≤≥~]*\b(?:{_MANY})\b[^:(]*?)"
    r"(?:: ?(?P<open>[^:]+)|\((?P<aside>[^()]+)\))\.?$",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"\b(?:{_MANY})\b", re.IGNORECASE)
_ARE = re.compile(r"^(?P<left>[^:()]{5,120}?) (?P<be>are|were) (?P<right>[^:()]{5,160}?)\.?$")
_EXIST = re.compile(r" (?:exist|are known|can be distinguished|are distinguished)$")


def read(passage: Passage) -> Iterator[Reading]:
    listed = _LISTED.match(passage.text)
    if listed:
        yield from _after_a_label(
            passage, listed["label"].strip(), listed["open"] or listed["aside"]
        )
        return
    said = _ARE.match(passage.text)
    if said is None:
        return
    for group, row in ((said["left"], said["right"]), (said["right"], said["left"])):
        members = _members(row)
        if members and _names_a_group(group, len(members)):
            yield from _asked(passage, group, members, said["be"])
            return


def _after_a_label(passage: Passage, label: str, row: str) -> Iterator[Reading]:
    members = _members(row)
    if members is None or not _counts(label, len(members)):
        return
    label = _EXIST.sub("", label)
    question = announced(passage.saying(f"{label}:"), len(members))
    if not question and (label.startswith("There ") or parse(label) is None):
        question = as_group(label, passage.lowered(label), len(members))
    reading = list_reading(question, label, members) if question else None
    if reading:
        yield reading


def _asked(passage: Passage, group: str, members: list[str], be: str) -> Iterator[Reading]:
    plain = re.sub(r"^the ", "", passage.lowered(group))
    question = as_group(group, plain, len(members))
    if not question.startswith("What are "):
        return
    question = question.removeprefix("What are ").removeprefix("the ")
    reading = list_reading(f"What {be} the {question}", group, members)
    if reading:
        yield reading


def _members(row: str) -> list[str] | None:
    return None if is_open(row) else split_list(row)


def _counts(label: str, many: int) -> bool:
    """Whether the one number of a label is that of the members."""
    counts = _COUNT.findall(label)
    return len(counts) == 1 and counts[0].lower() in {number_word(many), str(many)}


def _names_a_group(group: str, many: int) -> bool:
    """`the three steps of the smith`, `the main causes of the fire`."""
    if not group.lower().startswith("the ") or not is_noun_phrase(group):
        return False
    counted = _COUNT.search(group)
    head = re.split(r" (?:of|in|for|to|behind|between) ", group, maxsplit=1)[0]
    several = is_plural(tokens(head)[-1].lower) and head != group
    return several and (_counts(group, many) if counted else bool(_SORTED.match(head)))


_SORTED = re.compile(r"^the (?:main|key|chief|major|principal|basic|primary) ", re.IGNORECASE)
"""What tells that a list without a count is whole."""
