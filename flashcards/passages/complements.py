"""What a verb takes, told apart from what merely hangs on the clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import Adjunct, split_adjuncts
from flashcards.english.clauses import Clause, parse
from flashcards.english.lists import split_list
from flashcards.english.questions import third_person_start
from flashcards.english.stems import stems
from flashcards.english.tagging import Tagged, tag
from flashcards.english.tokens import Token, tokens, word_count

LONGEST = 18
"""Words of a complement that an answer can give as a whole."""
LONGEST_TAIL = 10
"""Words of an adjunct that the question keeps."""

_FRAMES = frozenset(
    "turn:into convert:into convert:to divide:into transform:into map:to map:onto connect:to "
    "combine:with compare:with compare:to replace:with replace:by provide:with add:to apply:to "
    "assign:to attach:to send:to protect:from protect:against prevent:from distinguish:from "
    "extract:from remove:from separate:from use:as use:for treat:as define:as describe:as "
    "see:as support:as link:to link:with discourage:from stop:from represent:as associate:with "
    "share:with supply:with equip:with load:into split:into break:into insert:into feed:into "
    "spend:on base:on impose:on place:on place:in bring:to expose:to limit:to constrain:to "
    "restrict:to confine:to reduce:to relate:to attribute:to translate:into substitute:for "
    "exchange:for give:to pass:to offer:to give:in prefer:to owe:to convince:of inform:of "
    "rob:of deprive:of remind:of accuse:of mistake:for use:in use:on need:for require:for "
    "change:to change:from change:into derive:from choose:as pick:as know:as pay:for trade:for "
    "mix:with store:in keep:in run:on perform:on train:on evaluate:on test:on measure:in "
    "measure:with have:on allocate:to devote:to dedicate:to transfer:to deliver:to grant:to "
    "judge:by release:into secrete:into inject:into move:from push:into "
    "force:into fuse:into see:as view:as regard:as conceive:as portray:as interpret:as "
    "liken:to draw:from".split()
)
"""Verbs that take an object and a preposition of their own."""
_HANGS = {"reason", "purpose", "means", "condition", "time", "contrast", "result"}
_TURN = re.compile(
    r"(?:, (?:since|because|instead) |"
    r",? (?:but|however,?|whereas|while|so|thus|therefore|hence|thereby|"
    r"which|making|leading|allowing|causing|resulting|giving|including|e\.g\.|"
    r"i\.e\.|especially|particularly) |"
    r", (?:and )?(?=[a-z]+(?:ed|t|s) (?:it|them|him|her) )|"
    r", (?:and|or) (?=(?:\S+ )?(?:is|are|can|has|have|then|thus|also|so)\b)|"
    r", (?=[a-z]+ing\b)| - | – | — |; |: |, not\b|, such as | -> )"
)
"""Where what is added begins: a result, an aside, another thought."""


@dataclass(frozen=True, slots=True)
class Complement:
    """What stands after a verb: `heat into power` and `when it cools`."""

    thing: str
    """The object with all that belongs to it."""
    tail: str
    """An adjunct after it, short enough for a question to keep; or empty."""


def complement(clause: Clause) -> Complement | None:
    """The whole object of an active clause, and what of the rest a question can keep."""
    rest = clause.rest.rstrip(".")
    cut = None if _QUESTION.match(rest) else _first_hanging(clause, rest)
    thing = whole(rest[: cut.start] if cut else rest)
    tail = ""
    if cut and thing == _trimmed(rest[: cut.start]):
        tail = _tail(rest[cut.start :], framed=_is_framed(clause, cut))
    return Complement(thing, tail) if thing and word_count(thing) <= LONGEST else None


_QUESTION = re.compile(r"(?:how|what|why|whether|which|who|where) ")
"""`how a sail is set in strong wind`: what hangs in a question is its own."""


def _first_hanging(clause: Clause, rest: str) -> Adjunct | None:
    """The first adjunct that is no part of the object; what follows a relative clause is its."""
    for adjunct in split_adjuncts(rest)[1]:
        if adjunct.kind == "relative":
            return None
        if _follows_a_participle(rest, adjunct):
            continue
        framed = _is_framed(clause, adjunct) and "," not in rest[: adjunct.start]
        if framed or _hangs(adjunct):
            return adjunct
    return None


def _follows_a_participle(rest: str, adjunct: Adjunct) -> bool:
    """`goods produced in a country`: it hangs on the participle."""
    before = tokens(rest[: adjunct.start])
    return len(before) > 1 and before[-1].may("X") and before[-1].verbness > 1


def _hangs(adjunct: Adjunct) -> bool:
    if adjunct.marker == "as":
        return parse(adjunct.text[2:].strip()) is not None
    if adjunct.marker == "to" and word_count(adjunct.text) < 3:
        return False  # `which sails to set`
    if adjunct.marker == "by" and not re.match(r"by \w+ing\b", adjunct.text):
        return False
    return adjunct.kind in _HANGS or adjunct.marker in {
        "without",
        "within",
        "throughout",
        "through",
    }


def _is_framed(clause: Clause, adjunct: Adjunct) -> bool:
    return f"{clause.base}:{adjunct.marker}" in _FRAMES


def _trimmed(text: str) -> str:
    return re.sub(r"[\s,;]*\b(?:and|or|but|so)?[\s,;]*$", "", text).strip()


def whole(text: str) -> str:
    """Without an aside in brackets where the whole is long, and without what is added."""
    turned = _trimmed(_TURN.split(f"{text} ", maxsplit=1)[0].strip())
    turned = next(_predicates(turned), turned)
    not_only = re.search(r"\bnot (?:just|only|merely)\b", turned)
    text = _trimmed(text.split("; ", 1)[0]) if not_only else turned
    if word_count(text) > LONGEST or text.count("(") != text.count(")"):
        text = _trimmed(re.sub(r"\s*\([^()]*\)?", "", text))
    return text


def _predicates(text: str) -> Iterator[str]:
    """What stands before a verb that a comma ties to the same subject: `ideas, avoids insults`."""
    for comma in _VERB_AFTER.finditer(text):
        if third_person_start(text[comma.end() :]):
            yield text[: comma.start()]


_VERB_AFTER = re.compile(r", (?=[a-z]+s [a-z])")


def _tail(text: str, *, framed: bool) -> str:
    """The first adjunct, up to a mark; without a clause that points."""
    tail = text if _is_listed(text) else _trimmed(_TAIL_ENDS.split(text, maxsplit=1)[0])
    words = {token.lower for token in tokens(tail)}
    if tail.count("`") % 2:
        return ""
    if word_count(tail) > LONGEST_TAIL or words & _POINTERS:
        return ""
    return "" if not framed and tokens(tail)[0].lower in _ASIDE else tail


def _is_listed(tail: str) -> bool:
    """`into id, ego and superego`: its commas end nothing."""
    items = split_list(tail.removeprefix("into ")) if tail.startswith("into ") else None
    return bool(items) and len(items or ()) > 2


_TAIL_ENDS = re.compile(r"\s*[,;:(]|\s[-–—]\s")
_POINTERS = frozenset("this these them it they".split())
_ASIDE = frozenset("while whereas although though despite as".split())
_VAGUE = frozenset(
    "thing things way ways model models method methods result results approach approaches "
    "system systems problem problems work lot value values number data people one ones other "
    "others different many several some more most certain various good better new same "
    "information example examples kind kinds type types case cases part parts set bit "
    "following destination resource resources algorithm algorithms instruction instructions "
    "application applications operation operations amount rest something anything noise "
    "element elements action actions baseline baselines api apis performance".split()
)


def is_telling(answer: str) -> bool:
    """Whether an answer says something of its own: not `other models`, `good results`."""
    found = tokens(answer)
    if not found:
        return False
    content = {t.lower for t in found if t.kind != "mark"} - closed.FUNCTION_WORDS
    return bool(content - _VAGUE)


_LIGHT = frozenset(
    "use have need contain include produce create provide give make get take see pick compute "
    "support learn store add show achieve reach keep hold choose know define send return find "
    "want do put run perform build offer face require generate involve target present propose "
    "describe introduce suggest be can may good bad different important useful hard difficult "
    "easy main key new system model method approach process thing way user people author "
    "authors often usually also".split()
)
"""Verbs and nouns that go with many objects and subjects: they pin nothing down."""


NAME = 1.5
"""The weight of a name, which the context often tells already."""
CODE = 2.0
"""The weight of a piece of code: what `closeLid` takes or returns is one thing."""
LEAST_TOLD = 2.0
"""What a question must tell, by `weight`, so that one answer fits it (C4)."""


def pins_down(*told: str, least: float = LEAST_TOLD) -> bool:
    """Whether the words of a question leave but one answer (C4)."""
    return weight(" ".join(told)) >= least


def weight(text: str) -> float:
    """How much words tell: a name more, a word 1, one that goes with everything a third."""
    told = 0.0
    for token in {token.lower: token for token in tokens(text)}.values():
        if token.kind == "mark" or token.lower in closed.FUNCTION_WORDS:
            continue
        if token.is_name:
            told += CODE if token.text[0] == "`" and len(token.text) > _SHORTEST else NAME
        else:
            told += 0.34 if stems(token.lower) & _LIGHT_STEMS else 1
    return told


_SHORTEST = 4
"""Characters of a piece of code, with its signs, that is more than a letter or two."""
_LIGHT_STEMS = stems(" ".join(sorted(_LIGHT)))


def is_phrase(thing: str) -> bool:
    """Whether a text reads as a noun phrase, or as a question in one: `whether to stop`."""
    found = tokens(thing)
    if not found:
        return False
    opening, last = tag(found[0]), tag(found[-1])
    if opening.lower in {"whether", "what", "how", "why", "which"}:
        return len(found) >= 3
    if (
        _GAPPED.search(thing)
        or (" = " in thing and "$" not in thing)
        or (len(found) > 2 and tag(found[1]).may("BHM"))
    ):
        return False
    if opening.lower in _MAY_NOT_OPEN or opening.lower in closed.SUBJECT_PRONOUNS:
        return False
    if opening.may("IRSCT!.") and not opening.may("ND#A") and opening.text not in '"“':
        return False
    if opening.lower in _NO_OPENINGS or thing.lower().startswith("such as ") or "$$" in thing:
        return False
    if len(found) > 1 and tag(found[1]).may("I") and _is_adverbial(opening):
        return False
    gerund = opening.may("G") and bool(opening.forms)
    if len(found) == 1 and (opening.lower.rstrip("s").endswith("ward") or opening.lower in _WHERE):
        return False
    if len(found) == 1 and (gerund or (opening.may("A") and not opening.may("#"))):
        return False
    return last.may("N#GX") or last.text in {")", '"', "”", "%"} or _ends_in_order(found)


def _ends_in_order(found: tuple[Token, ...]) -> bool:
    """`World War I`, `prisms etc`."""
    last = found[-1]
    numeral = len(found) > 1 and found[-2].is_capitalised and last.text in {"I", "V", "X"}
    return numeral or last.lower == "etc"


_GAPPED = re.compile(r", [A-Z]\w* (?:the|an?|its) ")
"""`the left bank, Basel the right one`: a second statement without its verb."""


def can_answer(thing: str) -> bool:
    """Whether a text can stand alone as what a question asks for."""
    return is_phrase(thing) and is_telling(thing)


def _is_adverbial(word: Tagged) -> bool:
    """`fastest in winter`, `closer to it` stand where an object would."""
    return word.lower.endswith("est") or (word.may("AR") and not word.may("N"))


_WHERE = frozenset("outdoors indoors upstairs downstairs abroad overseas overnight".split())
_NO_OPENINGS = frozenset(
    "ourselves yourself themselves itself to that who where when better well much it them us "
    "you me him her closer further more".split()
)
_MAY_NOT_OPEN = closed.POINTING - {"such", "its", "their", "another", "same"}
