"""What a question tells by itself and with the line above it: enough that one answer fits, and none
of the answer."""

from __future__ import annotations

from collections import Counter

from flashcards import lazy_re as re
from flashcards.english.questions import third_person_start
from flashcards.english.stems import stems, tells
from flashcards.english.tagging import is_common_word
from flashcards.english.tokens import word_count, words
from flashcards.model import Reading
from flashcards.passages.complements import pins_down, weight
from flashcards.passages.facts import is_a_fact
from flashcards.passages.names import is_known
from flashcards.passages.passage import Passage
from flashcards.rules import EXPLICIT, Rule

OPEN = "more than one answer would fit"


def thin(rule: Rule, reading: Reading, passage: Passage) -> str:
    """Why a card of this rule would say too little, or nothing. The system of a talk, whose title
    tells what it is for, does few things: there a short question has one answer."""
    on_a_talk = passage.topic.kind == "system" and passage.topic.subtitle
    if not on_a_talk and not _asks_enough(reading.question, rule.least_asked, passage):
        return OPEN
    if rule.name not in EXPLICIT and _is_garbled(reading.question, passage):
        return "it holds words that nobody knows"
    if rule.name not in EXPLICIT and _counts_what_was_told(reading.question, passage):
        return "it counts things that the note told of before"
    if rule.least_given and word_count(reading.answer) < rule.least_given:
        return "the answer tells too little"
    if rule.name in EXPLICIT or not passage.context:
        return ""
    if not context_line(reading, passage).startswith(passage.context[0]):
        named = any(word.is_name for word in words(reading.question))
        told = named or pins_down(reading.question, least=_ENOUGH)
        return "" if told else "the line that says what it is about would give the answer away"
    return ""


def _is_garbled(question: str, passage: Passage) -> bool:
    """`Why oubdt aplpes wrdo?`: most of its words are known neither to English nor to the note,
    which does not come back to them."""
    if not passage.english:
        return False
    told = [word for word in words(question) if tells(word) and word.kind == "word"]
    unknown = {
        word.lower
        for word in told
        if word.text.islower()
        and word.text.isalpha()
        and passage.names.counts[word.lower] <= 1
        and not is_known(word.lower)
    }
    return len(unknown) > 1 and len(unknown) * 2 > len(told)


def _counts_what_was_told(question: str, passage: Passage) -> bool:
    """`between the two locks`, where nothing above names the locks."""
    found = _COUNTED.search(question)
    return found is not None and not stems(found[1]) & stems(" ".join(passage.context))


_COUNTED = re.compile(
    r"(?<!are )(?<!is )(?<!were )\bthe (?:two|three|four|five) ([a-z]+s)(?=[?,]| (?:by|with|in)\b)"
)


_ENOUGH = 4.0
"""What a question must tell that stands without the title of its talk, by `weight`."""


def _asks_enough(question: str, least: int, passage: Passage) -> bool:
    """Whether a question has content words enough that one answer fits it, or makes up for them."""
    told = len(stems(question))
    if told >= least:
        return True
    if told + TOLD_ONCE >= least and _is_told_once(question, passage):
        return True
    if told + 1 >= max(least, _FEWEST) and _all_tells(question, told, passage):
        return True
    return told >= _OF_A_FACT and _asks_a_fact(question, told, passage)


def _asks_a_fact(question: str, told: int, passage: Passage) -> bool:
    """Whether a question asks for all that a plain fact says of its subject."""
    clause = passage.clause
    if clause is None or not is_a_fact(passage):
        return False
    tied = clause.subject.lower().startswith("the ")
    if weight(question) < told - _LIGHT_VERB * (not tied) or (tied and clause.voice == "passive"):
        return False
    whole = stems(question) <= stems(f"{clause.subject} {clause.middle}")
    tied = told > _OF_A_FACT and not _LOOSE.search(question)
    return whole or tied or clause.voice != "active"


_LOOSE = re.compile(r"\b(?:within|without|throughout|when|before|after|during|if)\b")
"""What may hang on the thing asked for rather than on the question."""


TOLD_ONCE = 2
"""What a subject adds to the words of a question, where the note tells but one thing of it."""


_FEWEST, _SURE = 4, 3
_OF_A_FACT = 2
"""Words of a question about a kind of thing or a name: its subject and its verb."""
_LIGHT_VERB = 0.67
"""By how much its weight may stay below their number: `contain` goes with much."""


def _all_tells(question: str, told: int, passage: Passage) -> bool:
    """Whether each word of the question tells, none going with everything as `use` and `user` do,
    of a verb that is certain and of what is so, not of what may be, and with a subject that the
    writer wrote there."""
    clause = passage.clause
    if clause is None or clause.certainty < _SURE or clause.subject not in passage.text:
        return False
    may_be = clause.auxiliary.lower() in _MODALS and not clause.negated
    return not may_be and weight(question) >= told


def _is_told_once(question: str, passage: Passage) -> bool:
    """Whether the question is of something that the note names nowhere else: `What does warfarin
    inhibit?` has one answer there, however short it is."""
    clause = passage.clause
    if clause is None or clause.lead or clause.auxiliary.lower() in _MODALS or clause.negated:
        return False
    if "," in clause.subject or third_person_start(clause.text):
        return False
    beside = Counter(word.lower for word in words(passage.bullet.text))
    subject = [word.lower for word in words(clause.subject) if tells(word)]
    once = [word for word in subject if 0 < passage.names.counts[word] <= beside[word]]
    telling = len(subject) > 1 or not all(map(is_common_word, once))
    return bool(once) and telling and clause.subject.lower() in question.lower()


_MODALS = frozenset("can could may might must should will would".split())
"""What something can do is more than one thing."""


def is_told_by_code(rule: Rule, reading: Reading, passage: Passage) -> bool:
    """Whether a short question pins its answer down by the code that it names, as the writer did in
    that very sentence: what `closeLid` returns is one thing."""
    codes = [code for code in _CODE.findall(reading.question) if code in passage.text]
    negated = re.search(r"\b(?:not|never)\b", reading.question)
    told = len(stems(reading.question)) + 2 * len(codes)
    return bool(codes) and not negated and told >= rule.least_asked


_CODE = re.compile(r"`[^`\s]{3,}`")


def context_line(reading: Reading, passage: Passage) -> str:
    """The context line, less the parts that would give the answer away."""
    if not passage.context:
        return ""
    answer = stems(reading.answer)
    return " › ".join(crumb for crumb in passage.context if not _gives_away(crumb, answer, reading))


def _gives_away(crumb: str, answer: frozenset[str], reading: Reading) -> bool:
    told = stems(crumb) & answer
    return bool(told) and len(told - stems(reading.question)) * 2 > len(answer)
