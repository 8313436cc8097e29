"""Whether what stands below a label is of one form, and whether the label names it."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english.lists import number_word
from flashcards.english.questions import imperative_base, third_person_start
from flashcards.english.tagging import tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet
from flashcards.passages.lists import Member, is_plain_name, names_a_class
from flashcards.passages.passage import Passage

LONGEST_NAME = 7
"""Words of a member that is a name."""


def are_alike(label: str, found: list[Member]) -> bool:
    """All of them things, all something to do, or all told of the label; or all of them
    statements, of a class that the label names."""
    if any(member.kind == "statement" for member in found):
        return names_a_class(label) and all(member.kind == "statement" for member in found)
    if {number_word(len(found)), str(len(found))} & set(label.lower().split()[:4]):
        return True  # `There are four ways to …` counts them
    told = sum(is_told(member.text) for member in found)
    if told:
        return told == len(found)
    if _WAYS.search(label):
        return True
    if are_actions(found):
        return not (_THINGS.search(label) and any(imperative_base(one.text) for one in found))
    named = sum(member.kind == "name" for member in found)
    short = SHORT if named * 2 >= len(found) else 0
    return all(
        one.kind == "name" or _is_doing(one.text) or word_count(one.text) <= short for one in found
    )


SHORT = 2
"""Words of a name among names, whatever its first word may be: `pinpoint pupils`."""


_WAYS = re.compile(
    r"\b(?:tactics|techniques|strategies|tips|tricks|measures|remedies|ways)\b", re.IGNORECASE
)
"""Plurals of which both a thing and something to do may be one."""
_THINGS = re.compile(
    r"\b(?:problems|issues|challenges|difficulties|causes|symptoms|risks|types|kinds|categories|"
    r"components|parts|elements|features|properties|characteristics|layers|levels|states|modes|"
    r"inputs|outputs|signs|algorithms|systems|metrics)\b(?! (?:that|which|you))",
    re.IGNORECASE,
)
"""Plurals of which no command is one: what it commands is how to meet them."""


SPEAKING = re.compile(r"(?:we|you|one|they|it)\b", re.IGNORECASE)
"""How a sentence opens that is part of a text."""


def is_told(text: str) -> bool:
    """`Used in radios`, `Can be folded`, `Receives the signal`: a predicate without its subject."""
    words = tag_all(text)[:2]
    if len(words) < 2:
        return False
    auxiliary = words[0].may("MBH") and not words[0].may("N")
    passive = words[0].may("X") and not words[0].may("NA") and words[1].may("IT")
    return auxiliary or passive or third_person_start(text) is not None


def _is_doing(text: str) -> bool:
    """`Running the graph` stands beside things as well as beside things to do."""
    return tag(tokens(text)[0]).may("G")


def are_actions(found: list[Member]) -> bool:
    """Things to do: one is certain to open with a verb, and all the others may."""
    return any(member.kind == "action" for member in found) and all(
        member.kind == "action" or tag(tokens(member.text)[0]).may("VG") for member in found
    )


def is_member(passage: Passage) -> bool:
    """Whether the label is itself one of a list of names, so that what is below it tells of it:
    `Worker nodes` beside `Cluster manager`."""
    if passage.heading is not None or passage.bullet.form == "paragraph":
        return False
    beside = _beside(passage)
    names = [other for other in beside if _is_bare(other.text) and not _heads(other)]
    return len(names) * 2 > len(beside)


def _beside(passage: Passage) -> list[Bullet]:
    """The bullets beside it; of the outermost ones those before it."""
    bullet = passage.bullet
    if bullet.parent is not None:
        return [other for other in bullet.parent.children[:_NEAR] if other is not bullet]
    found: list[Bullet] = []
    before = passage.previous
    while before is not None and len(found) < _NEAR:
        if before.bullet is not bullet:
            found.append(before.bullet)
        before = before.previous
    return found


def _heads(bullet: Bullet) -> bool:
    """Whether it is the label of a list of its own: `Allotropes of carbon`."""
    return bool(bullet.children) and (names_a_class(bullet.text) or " of " in bullet.text)


_NEAR = 8
"""Neighbours that tell what kind of list a label stands in."""


def _is_bare(text: str) -> bool:
    return not text.endswith(":") and word_count(text) <= LONGEST_NAME and is_plain_name(text)
