"""Ask what a heading or a label means, where the first thing below it says what it is.

## Osmosis
- A process in which water crosses a membrane
Q: What is osmosis?
A: A process in which water crosses a membrane

- The concept of a tipping point:
    - Threshold beyond which a change feeds itself
Q: What is a tipping point?
A: Threshold beyond which a change feeds itself

## Bow drill
- A simple wooden tool to start a fire by friction
Q: What is a bow drill?
A: A simple wooden tool to start a fire by friction

## Plating
- Coating a spoon with a thin layer of silver in a bath
Q: What is plating?
A: Coating a spoon with a thin layer of silver in a bath

## Hedged request
- Send the letter to two offices and cancel it at the slower one
Q: What is a hedged request?
A: Sending the letter to two offices and canceling it at the slower one

- Escape speed
    - $v = \\sqrt{2GM/r}$
Q: What is the formula for escape speed?
A: $v = \\sqrt{2GM/r}$

- False alarm rate (FAR)
    - When a detector reports a fire that is not there
Q: What is the false alarm rate (FAR)?
A: When a detector reports a fire that is not there

1. Decanting
    - Pour the wine into a jug before the guests arrive
Q: What is done in the step “decanting”?
A: Pouring the wine into a jug before the guests arrive

## Osmosis
- A nice topic
no card

## Leagues
- Hanse - a union of merchants that traded in the north
no card

## Harbours
- Law of the quay: a ship pays where its keel first touches the ground
no card

## Landforms
- Headlands and bays form where bands of hard and soft rock meet the sea
no card

## Sorting of wet timber
- How do you decide which logs to dry first?
no card

## Winders
- Have three drums of oak
no card

## Fatal blow
- How the Guild of Bakers Came to Rule the Town
no card

## Rivers
- Parts of a river:
  - source
  - mouth
no card

## Kilns
- Mechanism of firing
  - the clay gives off its water
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import parse, subject_is_plural
from flashcards.english.imperatives import as_gerund, commanded
from flashcards.english.normal import spell_out
from flashcards.english.questions import one_of
from flashcards.english.sentences import sentences
from flashcards.english.tagging import is_plural, tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.glosses import KIND_FIRST, is_gloss, may_be_gloss
from flashcards.passages.names import is_title
from flashcards.passages.passage import Passage
from flashcards.passages.roles import are_agents, is_role
from flashcards.passages.terms import bare_name, counted, with_article
from flashcards.passages.topics import is_generic, is_noun_phrase, without_bracket

SCOPE = ("heading", "bullet")
LONGEST_TERM = 4
LONGEST_GLOSS = 25
LONGEST_LABEL = 5

_WRAPPING = re.compile(
    r"^(?:the )?(?:concept|idea|notion|definition|meaning) of (?:the )?|^what (?:is|are) (?:the )?|"
    r"\s+(?:overview|introduction|basics|definition|intro)$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    if not passage.members or passage.members[0].form in {"code", "row", "task", "quote"}:
        return
    said = sentences(spell_out(passage.members[0].text))
    gloss = said[0].strip().rstrip(".") if said else ""
    term = _WRAPPING.sub("", passage.text.strip().rstrip(":?.")).strip()
    term = bare_name(term)
    if passage.heading is not None and _DEFINING.match(passage.text):
        yield from _defined(passage, gloss)
        return
    if not _is_term(term):
        return
    if _FORMULA.match(gloss):
        if not subject_is_plural(tag_all(without_bracket(term))):
            yield from _formula(term, gloss, passage)
        return
    if not 2 <= word_count(gloss) <= LONGEST_GLOSS:
        return
    if _IS_NAME.search(gloss) or is_title(gloss):
        return
    if gloss.endswith((":", "?")) or re.search(r", \d+$", gloss) or tag(tokens(gloss)[0]).may("I"):
        return
    if is_role(gloss) or (passage.members[0].children and word_count(gloss) <= LONGEST_LABEL):
        return  # a label of its own
    yield from _explained(term, gloss, passage)


def _explained(term: str, gloss: str, passage: Passage) -> Iterator[Reading]:
    plain = passage.names.lowered_title(term) if passage.heading else passage.lowered(term)
    plural = subject_is_plural(tag_all(without_bracket(term)))
    does = commanded(gloss) is not None and not KIND_FIRST.match(gloss)
    be = "are" if plural else "is"
    if (
        plural
        and does
        and commanded(gloss) not in _HAVING
        and are_agents(term)
        and not re.search(r" (?:for|of|to|in) ", term)
    ):
        yield Reading(f"What do {plain} do?", gloss)
    elif not does and (is_gloss(gloss, term, plural=plural) or _is_loosely_told(gloss, passage)):
        if gloss.lower().startswith(("a ", "an ")) and not plural:
            plain = one_of(plain)
        plain = with_article(plain)
        plain = plain if plural else counted(plain, passage)
        yield Reading(f"What {be} {plain}?", gloss)
    elif _WHEN.match(gloss) and not _RULING.search(gloss) and not plural:
        yield Reading(f"What is {counted(_the(plain), passage)}?", gloss)
    elif passage.bullet.form == "step" and _is_instruction(gloss, passage):
        yield Reading(f"What is done in the step “{plain}”?", as_gerund(gloss))
    elif does and not plural and _ACTIVITY.search(term) and _is_whole(gloss, passage):
        yield Reading(f"What is {with_article(plain)}?", as_gerund(gloss))


_HAVING = frozenset("have need come contain include require consist belong".split())
"""Verbs that say how something is, where one asks for its work."""
_IS_NAME = re.compile(r"^[^,(]{2,40}?(?: (?:[-–—]|->|=)|:) ")
"""`Guild - a union of bakers`: the first of the terms below a heading."""
_FORMULA = re.compile(r"^(\$\$?)(?!.*\\begin)[^$]{2,160}?=[^$]{3,160}\1$")


def _formula(term: str, gloss: str, passage: Passage) -> Iterator[Reading]:
    plain = passage.names.lowered_title(term) if passage.heading else passage.lowered(term)
    if not _STATED.search(term) and "$" not in term:
        yield Reading(f"What is the formula for {plain}?", gloss)


_STATED = re.compile(
    r"\b(?:theorem|lemma|law|inequality|identity|formula|equation|corollary|rule|proof|example|"
    r"property|notation|complexity)\b",
    re.IGNORECASE,
)
"""What a formula states, or is; there is no formula for it."""


def _is_loosely_told(gloss: str, passage: Passage) -> bool:
    """A noun phrase or an activity that stands alone; the first of several is one of a list."""
    if not may_be_gloss(gloss) or _TIED.search(passage.text):
        return False
    return not any(may_be_gloss(member.text.rstrip(".")) for member in passage.members[1:6])


_TIED = re.compile(r" (?:from|between|to|for|in|with|over|on|at|and|as) ")
"""What only a name that is made up for a section holds: `Difference from grafting`."""


def _is_whole(gloss: str, passage: Passage) -> bool:
    """All that is to be done, rather than the first step of it."""
    words = {token.lower for token in tokens(gloss)}
    told = word_count(gloss) >= SHORTEST_DOING and not words & _NO_DOING
    return told and not any(commanded(member.text) for member in passage.members[1:6])


SHORTEST_DOING = 7
_NO_DOING = frozenset("this these you your we let assume suppose say consider denote".split())
_ACTIVITY = re.compile(
    r"(?:ing|request|order|method|technique|trick|attack|search|sort|strategy|theft|test)$", re.I
)


_DEFINING = re.compile(r"^(?:definition|what is it\??|meaning|what it is)$", re.IGNORECASE)


def _defined(passage: Passage, gloss: str) -> Iterator[Reading]:
    """`Definition` as a heading defines what the heading above it names."""
    term = passage.topic.name
    opens = tag(tokens(gloss)[0]) if gloss else None
    if opens is None or not _is_term(term) or parse(gloss) or commanded(gloss):
        return
    sound = opens.may("NAD") and not opens.may("IPS") and not gloss.endswith(":")
    if sound and 3 <= word_count(gloss) <= LONGEST_GLOSS:
        be = "are" if is_plural(tokens(term)[-1].lower) else "is"
        yield Reading(f"What {be} {passage.names.lowered_title(term)}?", gloss)


_WHEN = re.compile(
    r"^when (?:an?|the|something|someone|one|two|some|several|multiple|all|no|\w+s) ", re.IGNORECASE
)


_RULING = re.compile(r",| (?:must|should|will|would|has to|have to) ")
"""What tells that a clause with `when` is followed by another, which says what is so then."""


def _the(plain: str) -> str:
    return f"the {plain}" if "(" in plain else with_article(one_of(with_article(plain)))


def _is_instruction(gloss: str, passage: Passage) -> bool:
    """The one thing to do below a label that is no heading."""
    if passage.heading is not None or word_count(gloss) < 5 or commanded(gloss) is None:
        return False
    if {token.lower for token in tokens(gloss)} & {"you", "your", "i", "we", "them", "it"}:
        return False
    return not any(commanded(member.text) for member in passage.members[1:])


_ABOVE_ALL = re.compile(r"(?:especially|particularly|mainly|mostly|only|also|even) ", re.I)
"""What ties a name to another one before it."""


def _is_term(term: str) -> bool:
    bare = without_bracket(term)
    return bool(
        term
        and 1 <= word_count(bare) <= LONGEST_TERM
        and not is_generic(term)
        and not re.search(r"[?:;,()/\d]", bare)
        and is_noun_phrase(bare)
        and not _ABOVE_ALL.match(bare)
    )
