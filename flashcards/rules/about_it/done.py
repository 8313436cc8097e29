"""What is done to a thing: where it is made, by whom it was found, what it is used for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flashcards import lazy_re as re
from flashcards.english.lexicon import Form, lexicon
from flashcards.english.sentences import sentences
from flashcards.english.tagging import tag
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.english.verbs import NEVER_PASSIVE
from flashcards.model import Reading
from flashcards.passages.above import Thing
from flashcards.passages.asking import what
from flashcards.passages.complements import can_answer, whole
from flashcards.passages.passage import Passage
from flashcards.passages.tails import (
    is_about_people,
    is_agent,
    is_place,
    is_vague,
    measured,
    part_time,
)
from flashcards.rules.about_it.lines import is_said_again, points

LONGEST_LINE, LONGEST_ANSWER = 24, 16

_BEFORE = frozenset(
    "not never rarely first mainly mostly often usually best commonly primarily also originally "
    "initially largely typically generally most sometimes finally later officially last".split()
)
"""Adverbs before the participle that a question keeps."""
_PARTICLES = frozenset("up out down off over away".split())
_HISTORIC = frozenset(
    "sign negotiate ratify draft found establish discover invent propose develop introduce coin "
    "build construct overthrow dismiss defeat execute assassinate abolish repeal annul seal "
    "publish write compose paint lead crown elect appoint exile imprison bear educate raise "
    "award adopt enact launch win occupy invade conquer restore reject commission create "
    "issue pioneer formulate synthesise synthesize isolate describe name design organise organize "
    "proclaim declare crush dissolve banish arrest murder kill release pass suspend administer "
    "inaugurate unveil destroy patent demonstrate fight end start begin hold convene decide "
    "replace marry bury bomb".split()
)
"""What is done once: a question about it is in the past."""
_ONLY_PAST = _HISTORIC - frozenset(
    "write lead raise award release pass create describe name design administer destroy end start "
    "begin hold decide replace develop elect appoint suspend kill adopt demonstrate publish "
    "isolate introduce organise organize establish compose".split()
)
_MADE = _HISTORIC | frozenset("practise support popularise popularize advocate champion".split())
"""What somebody does: `by` names who."""
_OF = frozenset("make compose comprise form consist build".split())
_ENDS = frozenset("use need require employ apply".split())
"""Verbs of which an infinitive says for what."""


@dataclass(frozen=True, slots=True)
class _Done:
    """`First described by Koch in 1882`, taken apart."""

    thing: Thing
    base: str
    said: str
    """The participle with its adverbs and particle: `first described`, `made up`."""
    rest: str
    when: str

    @property
    def be(self) -> str:
        historic = self.base in _HISTORIC or (self.base == "form" and self.thing.is_named)
        once = historic and (bool(self.when) or is_agent(self.rest.removeprefix("by ")))
        dated = bool(re.search(r"\b(?:1\d|20)\d\d\b", self.when))
        return self.thing.was if once or dated or self.base in _ONLY_PAST else self.thing.be

    def ask(self, opening: str, rest: str = "") -> str:
        return " ".join(filter(None, [opening, self.be, self.thing.name, self.said, rest])) + "?"


def read(passage: Passage, thing: Thing) -> Iterator[Reading]:
    if not _may_open(passage.text) or len(sentences(passage.text)) > 1:
        return
    for part in _parts(passage.text):
        done = _taken_apart(part, thing)
        if done is None:
            return
        if not is_said_again(part, passage, 2):
            yield from _readings(done)


def _may_open(text: str) -> bool:
    return word_count(text) <= LONGEST_LINE and _opening(tokens(text)) is not None


def _opening(found: tuple[Token, ...]) -> tuple[Form, int] | None:
    """The participle that a text opens with, and where its preposition stands; None where it opens
    with none. Adverbs before and behind are passed over."""
    at = 0
    while at < min(3, len(found) - 2) and (
        found[at].lower in _BEFORE or (found[at].lower.endswith("ly") and found[at].may("R"))
    ):
        at += 1
    if len(found) < at + 3:
        return None
    word, after = found[at], found[at + 1]
    late = after.lower in _PARTICLES or (after.may("R") and not after.may("IN"))
    end = at + 2 if late and len(found) > at + 3 else at + 1
    forms = [form for form in word.forms if form.tag == "X"] or _rare_form(word)
    if not forms or word.is_name or word.lower in _READ_ELSEWHERE:
        return None
    form = next((form for form in forms if form.base == "find"), forms[0])
    return (form, end) if _is_passive(word, form, found[end]) else None


def _is_passive(word: Token, form: Form, tie: Token) -> bool:
    """Whether a participle before a preposition is one: `Cut into rings` may be a command."""
    if not (tie.may("IT") or tie.lower in {"when", "if"}):
        return False
    if tie.lower == "of":
        return form.base in _OF
    command = any(other.tag == "V" and other.base != "found" for other in word.forms)
    return tie.lower == "by" or not (command or word.lower in NEVER_PASSIVE)


def _rare_form(word: Token) -> list[Form]:
    """The participle of a verb that the word list lacks: `contraindicated`."""
    rare = word.lower.endswith("ed") and len(word.lower) > _SHORTEST_RARE and word.lower.isalpha()
    return [Form(word.lower[:-1], "X", "V")] if rare and not word.forms else []


_SHORTEST_RARE = 6
_READ_ELSEWHERE = frozenset("interested called known referred compared".split())
"""Participles that other rules read, and such as say little."""


def _parts(text: str) -> Iterator[str]:
    """The participles of a line, each with what belongs to it: `Made in the liver, stored in …`."""
    text = text.strip().rstrip(".")
    last = 0
    for joint in re.finditer(r"(?:;|, and|, but|,) (?=[a-z]+)", text):
        if _may_open(text[joint.end() :]):
            yield text[last : joint.start()]
            last = joint.end()
    yield text[last:]


def _taken_apart(text: str, thing: Thing) -> _Done | None:
    found = tokens(text)
    opened = _opening(found)
    if opened is None:
        return None
    form, end = opened
    said = text[: found[end - 1].end]
    rest, when = part_time(text[found[end].start :])
    return _Done(thing, form.base, said[:1].lower() + said[1:], rest, when)


def _readings(done: _Done) -> Iterator[Reading]:
    if done.rest:
        yield from _of_rest(done)
    if done.when and not done.when.startswith(("by ", "about ")):
        yield Reading(done.ask("When"), done.when)


def _of_rest(done: _Done) -> Iterator[Reading]:
    reason = _REASON.search(done.rest)
    if reason:
        yield Reading(done.ask("Why", done.rest[: reason.start()]), reason["reason"])
        return
    purpose = _PURPOSE.search(done.rest)
    if purpose and _is_end(purpose, done.rest):
        end = purpose["end"]
        end = end if word_count(end) <= LONGEST_ANSWER else whole(end)
        yield Reading(done.ask("Why", done.rest[: purpose.start()]), end)
        return
    by = _BY_WHOM.match(done.rest)
    if by is None or done.base not in _MADE or not is_agent(by["who"]):
        yield from _by_preposition(done, done.rest)
        return
    yield Reading(_who(done, (by["after"] or "").strip()), by["who"])
    if by["before"]:
        yield from _by_preposition(done, by["before"])


_REASON = re.compile(r" (?P<reason>(?:because(?: of)?|due to|owing to) .+)$")
_PURPOSE = re.compile(r",? (?P<end>(?:in order )?to (?P<verb>[a-z]+) .+)$")
_BY_WHOM = re.compile(
    r"(?:^|(?P<before>.+?) )by (?P<who>[^;:()]+?)(?P<after> (?:in|at|on|during|for|from|as|to|"
    r"while|when|with|after|because|under) .+)?$"
)


def _is_end(purpose: re.Match[str], rest: str) -> bool:
    """Whether an infinitive says to what end, and says enough."""
    verb = tag(tokens(purpose["verb"])[0])
    told = word_count(purpose["end"]) >= _SHORTEST_END and not points(rest)
    return told and verb.may("V") and not rest.startswith("to ")


_SHORTEST_END = 3


def _who(done: _Done, rest: str) -> str:
    """`Who first described measles?`"""
    *adverbs, last = done.said.split()
    particle = last if last in _PARTICLES else ""
    adverbs = adverbs[:-1] if particle else adverbs
    past = lexicon().inflected(done.base, "E") or last
    return " ".join(filter(None, ["Who", *adverbs, past, particle, done.thing.name, rest])) + "?"


def _by_preposition(done: _Done, rest: str) -> Iterator[Reading]:
    """What the preposition behind the participle asks for: when, how, where, or what."""
    tie, _, governed = rest.partition(" ")
    tie = tie.lower()
    if not governed or governed[:1] in "([" or points(rest):
        return
    if tie == "to" and tag(tokens(governed)[0]).may("V") and not tag(tokens(governed)[0]).may("D"):
        if done.base in _ENDS and word_count(rest) >= _SHORTEST_END:
            yield Reading(done.ask("What", "for"), whole(rest))
        return
    timed = (
        tie in _TIMES or (tie == "after" and done.base != "name") or bool(_AT_THE_END.match(rest))
    )
    if timed or rest.lower().startswith(_RESPONSES):
        yield Reading(done.ask("When"), rest)
        return
    thing = whole(governed)
    thing = _AGENT.split(thing, maxsplit=1)[0] if tie != "by" else thing
    if word_count(thing) <= LONGEST_ANSWER and not is_vague(thing):
        yield from _asked(done, tie, thing)


_AT_THE_END = re.compile(r"at the (?:end|beginning|start|time|height) of ")
_TIMES = frozenset("when if during before once".split())
_RESPONSES = ("in response to ", "in the absence of ", "in the presence of ")
_AGENT = re.compile(r" by (?=[a-z])")
_NO_MEANS = frozenset(
    "characterise characterize cause follow accompany trigger mark precede".split()
)


def _asked(done: _Done, tie: str, thing: str) -> Iterator[Reading]:
    """The question that a preposition and what it governs answer."""
    degree = measured(tie, thing)
    doing = re.match(r"[a-z]+ing\b", thing) and done.base not in _NO_MEANS
    if degree:
        yield Reading(done.ask(degree), thing.removeprefix("pH ").removeprefix("of "))
    elif tie in {"via", "using"} or (tie in {"by", "through"} and doing):
        yield Reading(done.ask("How"), f"{tie} {thing}")
    elif is_place(tie, thing) and _has_a_place(done, tie):
        yield Reading(done.ask("Where"), f"{tie} {thing}")
    elif tie == "in" and is_about_people(thing):
        yield Reading(done.ask("In whom"), thing)
    elif _may_end(done, tie, thing) and can_answer(thing) and not thing[0].isdigit():
        yield Reading(done.ask(_what(done, tie, thing), tie), thing)


def _what(done: _Done, tie: str, thing: str) -> str:
    """`What`, `What two things`; of somebody `Who`."""
    if done.base == "name":
        return "Who or what"
    somebody = tie == "by" and done.base in _PERSONAL and is_agent(thing)
    return "Who" if somebody else what(thing)


_PERSONAL = frozenset(
    "criticise criticize influence rediscover oppose admire succeed mentor teach dominate inhabit "
    "practise practice populate rule govern recruit advise betray solve tackle".split()
)
"""Verbs of which somebody is the agent, where a name stands behind `by`."""


def _may_end(done: _Done, tie: str, thing: str) -> bool:
    """Whether a question can end with the preposition."""
    if done.base == "write" and tie == "in":
        return word_count(thing) == 1  # a language
    return tie in _STRANDED and (tie != "on" or done.base in _ON)


_STRANDED = frozenset("by from with of for into on to as in through against after onto".split())
_ON = frozenset(
    "base build model focus center centre found perform test cook print impose place depend ground "
    "inflict bestow confer rest rely train".split()
)
"""Verbs whose `on` is theirs, so that a question can end with it."""
_LYING = frozenset("locate situate find build fight bear place store hold".split())
_NO_PLACE = frozenset(
    "write measure express describe involve contraindicate interest deal specialise specialize "
    "use increase decrease reduce elevate raise lower classify divide split group indicate "
    "impair state trade quote implicate engage code encode implement program root ground embed "
    "cover drench".split()
)
"""Verbs whose `in` says no place."""


def _has_a_place(done: _Done, tie: str) -> bool:
    return done.base not in _NO_PLACE and (tie != "on" or done.base in _LYING)
