"""Ask what a heading or a label means, where the first thing below it says what it is.

## Osmosis
- A process in which water crosses a membrane
Q: What is osmosis?
A: A process in which water crosses a membrane

- The concept of a tipping point:
    - Threshold beyond which a change feeds itself
Q: What is a tipping point?
A: Threshold beyond which a change feeds itself

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

## Rivers
- Parts of a river:
  - source
  - mouth
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.clauses import parse, subject_is_plural
from flashcards.english.imperatives import as_gerund, commanded
from flashcards.english.normal import spell_out
from flashcards.english.questions import one_of
from flashcards.english.sentences import sentences
from flashcards.english.tagging import is_plural, tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.lists import names_a_class
from flashcards.passages.passage import Passage
from flashcards.passages.roles import are_agents
from flashcards.passages.terms import bare_name, with_article
from flashcards.passages.topics import is_generic, is_noun_phrase, without_bracket

SCOPE = ("heading", "bullet")
LONGEST_TERM = 4
LONGEST_GLOSS = 25

_KINDS = (
    "art|process|practice|act|method|technique|way|set|collection|group|function|algorithm|tool|"
    "program|protocol|system|model|measure|metric|study|branch|field|theory|principle|threshold|"
    "type|kind|form|state|structure|framework|library|language|process|procedure|mechanism|device|"
    "strategy|approach|attack|behaviou?r|phenomenon|concept|property|ability|software|standard|"
    "network|object|data structure|place|person|someone|part|unit|sequence|list|graph|tree|value|"
    "combination|mixture|result|collection|version|variant|extension|generali[sz]ation|point|moment|"
    "period|step|stage|phase|layer|component|element|factor|quantity|distance|area|region|space|"
    "class|category|family|member|event|operation|command|variable|parameter|symbol|message|signal|"
    "request|vector|matrix|equation|rule|law|statement|assumption|idea|problem|question|"
    "number|ratio|amount|rate|condition|situation|disease|organ|cell|molecule|document|contract"
)
_GLOSS = re.compile(
    rf"^(?:(?:an?|the|any|one) )?(?:[\w-]+ ){{0,3}}?(?:{_KINDS})s? "
    r"(?:of|for|to|that|which|who|where|when|in which|by which|used|with|between|beyond which)\b",
    re.IGNORECASE,
)
_KIND_FIRST = re.compile(
    rf"^(?:{_KINDS})s? (?:of|that|which|where|when|in which|by which|beyond which)\b", re.IGNORECASE
)
"""`Threshold beyond which …` is no instruction, although its first word may be a verb."""
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
    if not _is_term(term) or not 2 <= word_count(gloss) <= LONGEST_GLOSS:
        return
    if gloss.endswith(":") or re.search(r", \d+$", gloss) or tag(tokens(gloss)[0]).may("I"):
        return
    yield from _explained(term, gloss, passage)


def _explained(term: str, gloss: str, passage: Passage) -> Iterator[Reading]:
    plain = passage.names.lowered_title(term) if passage.heading else passage.lowered(term)
    plural = subject_is_plural(tag_all(without_bracket(term)))
    does = commanded(gloss) is not None and not _KIND_FIRST.match(gloss)
    if plural and does and are_agents(term) and not re.search(r" (?:for|of|to|in) ", term):
        yield Reading(f"What do {plain} do?", gloss)
    elif not does and _is_gloss(gloss, term, plural=plural):
        if gloss.lower().startswith(("a ", "an ")) and not plural:
            plain = one_of(plain)
        yield Reading(f"What {'are' if plural else 'is'} {with_article(plain)}?", gloss)
    elif _WHEN.match(gloss) and "," not in gloss and not plural:
        yield Reading(f"What is {_the(plain)}?", gloss)
    elif passage.bullet.form == "step" and _is_instruction(gloss, passage):
        yield Reading(f"What is done in the step “{plain}”?", as_gerund(gloss))


_RELATIVE = re.compile(
    r"^(?:(?:an?|any) )?(?:[\w-]+ ){1,7}?(?:that|which|who) (?!is |are |can )[\w-]+", re.IGNORECASE
)
_ORDERED = re.compile(r"^(?:the )?(?:first|second|third|last|another|other|each|one|next)\b", re.I)


def _is_gloss(gloss: str, term: str, *, plural: bool) -> bool:
    """`Art of …`: a noun phrase that says what kind of thing the term is."""
    if (
        not (_GLOSS.match(gloss) or _RELATIVE.match(gloss))
        or _ORDERED.match(gloss)
        or parse(gloss) is not None
    ):
        return False
    words = tag_all(gloss)[:2]
    if len(words) > 1 and words[0].may("XE") and not words[0].may("NA") and words[1].may("IT"):
        return False
    told = len(words) > 1 and words[0].may("V") and words[1].may("RI")
    if told and not _KIND_FIRST.match(gloss):
        return False
    echoes = gloss.lower().startswith(term.lower())
    return not echoes and not (plural and names_a_class(term))


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


_WHEN = re.compile(r"^when (?:an?|the|something|someone|one|two|some|\w+s) ", re.IGNORECASE)


def _the(plain: str) -> str:
    return re.sub(r"^an? ", "the ", one_of(plain)) if "(" not in plain else f"the {plain}"


def _is_instruction(gloss: str, passage: Passage) -> bool:
    """The one thing to do below a label that is no heading."""
    if passage.heading is not None or word_count(gloss) < 5 or commanded(gloss) is None:
        return False
    if {token.lower for token in tokens(gloss)} & {"you", "your", "i", "we", "them", "it"}:
        return False
    return not any(commanded(member.text) for member in passage.members[1:])


def _is_term(term: str) -> bool:
    bare = without_bracket(term)
    return bool(
        term
        and 1 <= word_count(bare) <= LONGEST_TERM
        and not is_generic(term)
        and not re.search(r"[?:;,()/\d]", bare)
        and is_noun_phrase(bare)
    )
