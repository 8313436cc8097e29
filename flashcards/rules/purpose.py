"""Ask what something is for, where a sentence says to what end it is done.

- Trees shed leaves to save water in winter.
Q: Why do trees shed leaves?
A: To save water in winter

- Salt is used to melt ice on roads
Q: What is salt used for?
A: To melt ice on roads

- Batches need to fit into memory
no card

- Guilds shaped the trade of the town by their repeated attempts to keep the prices up
no card

- Old hulls could be tarred twice a year to keep the water out
no card

- The ice of the lake can grow from the shore to reach the islands
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.english.verbs import IS_MADE_TO, TAKES_INFINITIVE
from flashcards.model import Reading
from flashcards.passages.asking import Hanging, ask, hanging, stands_alone, without_modal
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage
from flashcards.passages.topics import looks_like_system

LEAST_GIVEN = 5
LEAST_ASKED = 4
NEEDS = "to so order"
NEEDS_CLAUSE = True

_USED = {"use", "employ", "utilize", "utilise", "apply", "need", "require"}


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    found = hanging(passage, "purpose")
    if clause is None or found is None or not stands_alone(clause) or word_count(found.whole) < 3:
        return
    if _BELONGS.search(found.before) or _TRIED.search(found.before):
        return  # `the means for ants to signal`
    end = _with_second(found.whole.split(": ")[0], clause.also)
    if clause.voice == "passive" and not found.before and clause.base in IS_MADE_TO - _USED:
        return
    if _belongs_to_noun(clause, found.before) or _PARTICIPIAL.search(f" {found.before}"):
        return
    if found.adjunct.marker == "so that" and clause.voice == "passive":
        return  # how it is done, rather than why
    if _is_no_aim(clause, passage) or _grows(clause, found) or _GOES_ON.search(found.whole):
        return
    clause = without_modal(clause)
    if clause.voice == "passive" and clause.base in _USED and not found.before:
        yield Reading(ask(passage, clause, "What", "for"), end)
    elif clause.base not in TAKES_INFINITIVE and clause.voice != "copula":
        asked = ask(passage, clause, "Why", found.before)
        if pins_down(asked, least=1.6):
            yield Reading(asked, end)


def _is_no_aim(clause: Clause, passage: Passage) -> bool:
    """What others can do with it, what comes of it, what a heading is made to do, a view on it."""
    able = clause.auxiliary.lower() in _ABLE and clause.voice == "active"
    may = clause.auxiliary.lower() in {"could", "might", "may"} and clause.voice == "passive"
    others = able and clause.subject.lower() not in {"you", "we", "one"}
    return (
        others
        or may
        or clause.base in _ENDING_IN
        or _is_supplied(clause, passage)
        or _OPINION.search(passage.text) is not None
    )


_OPINION = re.compile(r"\b(?:wonderful|awesome|amazing|fantastic|lovely)\b", re.IGNORECASE)
_ABLE = frozenset(["can", "could", "may", "might"])
_ENDING_IN = frozenset("combine merge come converge interact join unite bind conspire".split())
"""Verbs after which an infinitive tells the result: `streams merge to form a river`."""


def _is_supplied(clause: Clause, passage: Passage) -> bool:
    """Whether a heading was made the subject that is no system: it may only be the topic."""
    named = clause.subject.lower() in passage.text.lower() or clause.subject == "the authors"
    return clause.voice == "active" and not named and not looks_like_system(clause.subject)


def _grows(clause: Clause, found: Hanging) -> bool:
    """`grows from a brook to reach the sea`, `keeps rising to …`: the infinitive tells how far."""
    if clause.base == "keep":
        return re.match(r"\w+ing\b", found.before) is not None
    grows = clause.base in _GROWING and clause.voice == "active"
    return grows and re.match(r"from |$", found.before) is not None


_GROWING = frozenset("grow rise fall increase drop decrease shrink swell climb".split())
_TRIED = re.compile(
    r"\b(?:attempt|effort|tr(?:y|ie)|aim|agree|refuse|fail|decide|plan|promise|want|need|tend)"
    r"(?:e?d|e?s)?$"
)
"""Words that take an infinitive, at the end of another clause: `and the king agreed to`."""
_GOES_ON = re.compile(
    r"\bsuch (?!as\b)|\band (?:one|an?|the|two) (?:\S+ ){1,4}to [a-z]+\b", re.IGNORECASE
)
"""`to turn such logs`; `one saw to cut planks and one plane to smooth them`."""
_BELONGS = re.compile(
    r"\bfrom \w+ing\b|\b(?:you|we|one) (?:would |can |could )?use$|\bfor (?:\S+ ){0,3}\S+$|"
    r", (?!and |or )[a-z]+ (?:an?|the) "
)
"""What the infinitive belongs to: `the means for ants to signal`, `the tools you use to cut`; or
a second command."""
_PARTICIPIAL = re.compile(r",? \w+ing (?:it|them|him|her|us)$")
"""`…, forcing them to stop`: the infinitive belongs to the participle."""
_NOUNS_WITH_TO = re.compile(
    r"\b(?:methods?|approach(?:es)?|techniques?|algorithms?|frameworks?|systems?|models?|tools?|"
    r"strateg(?:y|ies)|ways?|means|efforts?|attempts?|plans?|estimators?|mechanisms?)$"
)
_GIVING = frozenset("describe present suggest propose introduce provide give offer have need find "
                    "develop be show know want discuss".split())  # fmt: skip


def _belongs_to_noun(clause: Clause, before: str) -> bool:
    """`proposes a method to sort`, `includes hooks to open it`: the infinitive says what the method
    or what is included does."""
    given = clause.base in _GIVING and bool(_NOUNS_WITH_TO.search(before))
    return given or clause.base in {"include", "contain", "comprise", "mean", "involve"}


def _with_second(end: str, also: str) -> str:
    """`to create X` and `permit Y`: a second verb in the same form belongs to the end."""
    first = tag(tokens(also)[0]) if also else None
    joined = f"{end} and {also}"
    fits = first is not None and first.may("V") and word_count(joined) <= LONGEST_END
    return joined if fits else end


LONGEST_END = 20
