"""What a thing does or did, where a line opens with the verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import Adjunct, split_adjuncts
from flashcards.english.clauses import Clause, parse
from flashcards.english.lexicon import Form
from flashcards.english.questions import invert, third_person_start
from flashcards.english.sentences import sentences
from flashcards.english.stems import stem, stems
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.english.verbs import NEVER_PASSIVE
from flashcards.model import Reading
from flashcards.passages.above import Thing
from flashcards.passages.asking import what
from flashcards.passages.complements import can_answer, complement, whole
from flashcards.passages.passage import Passage
from flashcards.passages.tails import is_duration, is_place, is_vague, measured, part_time
from flashcards.rules.about_it.lines import is_said_again, points

LONGEST_LINE, LONGEST_ANSWER = 22, 13

_NO_VERBS = frozenset(
    "be have do can may could must should will include use support allow enable help provide get "
    "give make let need want try tend seem appear offer handle keep go come put take say "
    "show note see look mean cost".split()
)
"""Verbs of which too much could be the object, or too little is told by it."""
_MAKING = frozenset(
    "force cause require compel order encourage persuade oblige teach train".split()
)
"""Verbs that take somebody and what they are to do."""
_LIVING = frozenset(
    "contain lack consist carry produce live occur belong feed lay secrete absorb store release "
    "require possess lie originate grow form contribute inhabit resemble transport synthesise "
    "synthesize migrate breed".split()
)
"""Verbs in the plural that hardly open a command."""
_STAYING = frozenset(
    "occur happen live grow reside dwell nest breed hibernate originate rise meet sit lie begin "
    "start end stand arise form run develop fight study die teach settle land act".split()
)
_LASTING = frozenset("live last persist survive reign rule take run".split())
_FRAMES = frozenset(
    "drain:into flow:through flow:into flow:from burn:with burn:in contrast:with result:in "
    "result:from range:from deal:with act:on act:as act:by act:through work:by work:on work:at "
    "work:best function:as form:in form:from stretch:from break:into break:down link:to "
    "move:away change:into convert:to convert:into differ:from drain:to develop:from "
    "develop:into end:in end:with start:in start:with project:to branch:into curve:around "
    "attack:by spread:by spread:through spread:to spread:from feed:on interact:with react:with "
    "focus:on rest:on rank:among signal:through travel:to travel:through rise:in rise:from "
    "divide:into divide:by stem:from border:on stop:at stop:after peak:at peak:in boil:at "
    "melt:at freeze:at turn:into turn:to".split()
)
"""Verbs whose third person may be a noun, with what follows where it is none."""
_TIES = frozenset("to into with from on against through of for".split())


def read(passage: Passage, thing: Thing) -> Iterator[Reading]:
    text = passage.text.strip().rstrip(".")
    if not 2 <= word_count(text) <= LONGEST_LINE:
        return
    opening = "" if len(sentences(text)) > 1 else _opening(text)
    if not opening or not _agrees(opening, text, thing) or is_said_again(text, passage, 1):
        return
    clause = _clause(text, thing, past=opening == "past")
    if clause and stem(clause.base) not in stems(thing.name) and _is_plain(clause):
        yield from _readings(clause)


def read_statement(text: str, thing: Thing) -> Iterator[Reading]:
    """`It began in 1929`: a statement with a pronoun for the thing."""
    clause = parse(text)
    if clause is None or clause.voice != "active" or clause.lead:
        return
    clause = replace(clause, subject=thing.name, plural=thing.plural)
    if _is_plain(clause):
        yield from _readings(clause)


def _agrees(opening: str, text: str, thing: Thing) -> bool:
    """Whether a verb fits the thing: `Breaks` is said of one, `Nested Loop Join` of nothing."""
    if opening == "past":
        return thing.past or not any(token.is_capitalised for token in tokens(text)[1:2])
    return thing.plural == (opening == "plural")


def _is_plain(clause: Clause) -> bool:
    """A fact, on which no reason, means or condition hangs, that other rules ask for."""
    none = clause.base == "have" and clause.rest.startswith("no ")
    if (clause.base in _NO_VERBS and not none) or clause.also or clause.following:
        return False
    plainly = clause.auxiliary.lower() in {"", "does", "do", "did"}
    if not plainly or (clause.negated and not clause.auxiliary):
        return False
    hanging = {adjunct.kind for adjunct in split_adjuncts(clause.rest)[1][:3] if _hangs(adjunct)}
    return clause.base in _MAKING or not hanging & _ELSEWHERE


_ELSEWHERE = frozenset(["reason", "purpose", "means", "condition", "result", "example"])


def _hangs(adjunct: Adjunct) -> bool:
    """Whether it is more than the preposition of the verb: `by fanning`, not `to war`."""
    if adjunct.start == 0 and adjunct.marker == "to":
        return False
    return adjunct.marker != "by" or bool(re.match(r"by [a-z]+ing\b", adjunct.text))


def _opening(text: str) -> str:
    """Whether a text opens with a verb in the `singular`, the `plural` or the `past`; or empty."""
    found = tokens(text)
    at = 0
    while at < len(found) - 2 and found[at].lower.endswith("ly") and found[at].may("R"):
        at += 1
    word, after = found[at], found[at + 1] if at + 1 < len(found) else None
    if after is None or word.is_name:
        return ""
    if third_person_start(text):
        return "singular"
    tags = {form.tag: form for form in word.forms}
    if "Z" in tags and _is_verb(tags["Z"], word, after, len(found)):
        return "singular"
    if "V" in tags and word.lower in _LIVING and not after.may("BHM"):
        return "plural"
    return "past" if _is_past(word, after) else ""


def _is_verb(form: Form, word: Token, after: Token, length: int) -> bool:
    """Whether what may be a plural noun is a verb: `Drains into the vein`, `Digests proteins`."""
    if f"{form.base}:{after.lower}" in _FRAMES:
        return True
    if form.base in _NOUNS or not 2 <= length <= _SHORT_LINE:
        return False
    return after.may("NAD") and not after.may("BHMOIX#") and not after.is_capitalised


_SHORT_LINE = 10
_NOUNS = frozenset(
    "type kind part example benefit name note class group step stage rule form sort drug sign "
    "cell layer loan share bond stock bank price wage tax sale trade law court right act power "
    "effect result fact test model state function feature factor point issue case user file "
    "page key node set list value unit tool plan goal task skill force wave light head hand "
    "back body face time season month year day hour nerve muscle bone joint organ market firm "
    "labour labor sample".split()
)
"""Verbs whose third person is a plural, where a noun follows."""


def _is_past(word: Token, after: Token) -> bool:
    """`Became`, `Ended the`; not `Ended by`, `Increased pressure`."""
    if not word.may("E") or (word.may("VNA") and word.lower not in _PASTS):
        return False
    if not word.may("X"):
        return True
    if word.lower in NEVER_PASSIVE and after.may("ITR"):
        return after.lower != "by"
    determined = after.may("D") or (after.kind == "word" and after.is_capitalised)
    return determined and not after.may("I")


_PASTS = frozenset("fell saw became led".split())
"""Forms in the past that are other words as well."""


def _clause(text: str, thing: Thing, *, past: bool) -> Clause | None:
    """The statement that the line makes, with its subject put in."""
    lowered = text[:1].lower() + text[1:]
    pronoun = "they" if thing.plural else "it"
    clause = parse(f"{pronoun} {lowered}")
    if clause is None or clause.subject != pronoun or clause.voice != "active":
        return None
    tense = "past" if past else clause.tense
    return replace(clause, subject=thing.name, plural=thing.plural, tense=tense)


def _readings(clause: Clause) -> Iterator[Reading]:
    rest, when = part_time(clause.rest)
    bare = replace(clause, rest=rest)
    if rest:
        for reading in _of_rest(bare):
            dated = f"{reading.question.rstrip('?')} {when}?" if when else reading.question
            yield replace(reading, question=dated)
    if when and not when.startswith(("by ", "about ")) and word_count(rest) <= _LONGEST_KEPT:
        yield Reading(_ask(bare, "When", rest), when)


_LONGEST_KEPT = 9


def _ask(clause: Clause, word: str, rest: str) -> str:
    return f"{word} {invert(clause, clause.subject, rest)}?"


def _of_rest(clause: Clause) -> Iterator[Reading]:
    found = tokens(clause.rest)
    if not found or points(clause.rest):
        return
    special = _special(clause)
    if special:
        yield special
        return
    at = 0
    while at < len(found) - 1 and (_ADVERB.match(found[at].lower) or found[at].lower == "best"):
        at += 1
    particle = found[at].lower in _PARTICLES and clause.base in _PARTED
    at += found[at].lower in _PARTICLES and not particle and at + 1 < len(found)
    if particle:
        yield from _object(
            replace(clause, rest=clause.rest[found[at].end :].strip()), found[at].text
        )
    elif clause.rest[:1].isupper() and found[0].may("I"):
        yield Reading(_ask(clause, "What", ""), whole(clause.rest))  # a title
    elif found[at].may("IT") or (clause.rest.startswith("place ") and len(found) > 1):
        at += found[at].lower == "place"
        kept, rest = clause.rest[: found[at].start].strip(), clause.rest[found[at].start :]
        yield from _by_preposition(clause, kept, rest)
    elif clause.base not in _STAYING - _TAKING:
        yield from _object(clause, "")


_TAKING = frozenset("form run develop settle start begin end teach fight study".split())
_PARTICLES = frozenset("down off up out away".split())
_PARTED = frozenset("break give take split filter move carry drive".split())
_ADVERB = re.compile(r"[a-z]{2,}ly$")


def _special(clause: Clause) -> Reading | None:
    """What is no plain object: what somebody teaches, aims at, makes others do; how long it is."""
    rest = clause.rest
    if rest.startswith("that "):
        return Reading(_ask(clause, "What", ""), rest) if _fits(rest) else None
    lacks = _NONE.match(rest) if clause.base == "have" else None
    if lacks:
        lacking = replace(clause, base="lack", verb="lack", middle="lack", auxiliary="")
        asked = _ask(lacking, "What", "")
        return Reading(asked, lacks["what"]) if can_answer(lacks["what"]) else None
    if clause.base in _AIMING and rest.startswith("to "):
        return Reading(_ask(clause, "What", "to do"), rest.removeprefix("to "))
    if clause.base in _LASTING and is_duration(rest):
        return Reading(_ask(clause, "How long", ""), rest)
    made = _MADE_TO.match(rest) if clause.base in _MAKING else None
    return Reading(_ask(clause, "What", f"{made['whom']} to do"), made["deed"]) if made else None


_NONE = re.compile(r"no (?P<what>[a-z]\S*(?: \S+){0,3})$")
_AIMING = frozenset("aim seek attempt strive".split())
_MADE_TO = re.compile(r"(?P<whom>(?:[\w'’-]+ ){0,3}[\w'’-]+) to (?P<deed>(?!the|a |an )[a-z]+ .+)$")


_LAST_ADVERB = re.compile(r"(?P<rest>.+) (?P<how>[a-z]+ly)$")


def _object(clause: Clause, particle: str) -> Iterator[Reading]:
    """`What does amylase break down into maltose?`"""
    hung = _LAST_ADVERB.match(clause.rest)
    if hung and not clause.auxiliary:
        how = f"{hung['how']} {clause.middle}"
        clause = replace(clause, rest=hung["rest"], middle=how)
    said = complement(clause)
    if said is None or is_vague(said.thing) or not _fits(said.thing):
        return
    counted = said.thing[0].isdigit() or said.thing.split()[0].lower() in closed.NUMBER_WORDS
    if not counted and can_answer(said.thing):
        kept = f"{particle} {said.tail}".strip()
        yield Reading(_ask(clause, what(said.thing), kept), said.thing)


def _by_preposition(clause: Clause, kept: str, rest: str) -> Iterator[Reading]:
    """What the preposition behind the verb asks for: when, where, or what."""
    tie, _, governed = rest.partition(" ")
    thing = whole(governed)
    degree = measured(tie, thing)
    if degree:
        yield Reading(_ask(clause, degree, kept), thing.removeprefix("pH ").removeprefix("of "))
    elif not thing or is_vague(thing) or not _fits(thing) or (tie == "from" and " to " in thing):
        return
    elif is_place(tie, thing) and (clause.base in _STAYING or kept == "place"):
        yield Reading(_ask(clause, "Where", kept), f"{tie} {thing}")
    elif tie in {"when", "if", "during", "after", "before"}:
        yield Reading(_ask(clause, "When", kept), f"{tie} {thing}")
    elif tie == "by" and re.match(r"[a-z]+ing\b", thing):
        yield Reading(_ask(clause, "How", kept), f"{tie} {thing}")
    elif tie in _TIES and can_answer(thing) and not (thing[0].isdigit() or _does(tie, thing)):
        yield Reading(_ask(clause, what(thing), f"{kept} {tie}".strip()), thing)


def _does(tie: str, thing: str) -> bool:
    """`to stop it`: an infinitive."""
    first = tokens(thing)[0]
    return tie == "to" and first.may("V") and not first.may("N")


def _fits(answer: str) -> bool:
    return word_count(answer) <= LONGEST_ANSWER
