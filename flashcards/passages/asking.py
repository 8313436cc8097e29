"""How rules that read sentences put their questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import Adjunct, Kind, split_adjuncts
from flashcards.english.clauses import Clause
from flashcards.english.lists import is_open, number_word, split_list
from flashcards.english.normal import without_asides
from flashcards.english.questions import imperative_base, invert
from flashcards.english.tagging import tag, tag_all
from flashcards.english.tokens import Token, tokens
from flashcards.passages.passage import Passage
from flashcards.passages.roles import is_role


@dataclass(frozen=True, slots=True)
class Hanging:
    """An adjunct of a clause, cut out of it."""

    adjunct: Adjunct
    before: str
    """The clause's rest up to the adjunct."""
    whole: str
    """The adjunct and all that follows."""


_TRAILING = re.compile(
    r"[\s,;:]*(?:\b(?:so|and|but|or|mainly|mostly|partly|simply|just|"
    r"especially|particularly))?[\s,;:]*$"
)
_SPLICED = re.compile(r", (?:she|he|it|they|we) \w")
_HEDGED = re.compile(r"\b(?:presumably|probably|perhaps|maybe|possibly|likely)$")
_TURN = re.compile(r",? (?:but|however|whereas|and unlike) |; |, let (?=\$)")
"""Where another thought begins, which is no part of the reason, the means or the end."""


def hanging(passage: Passage, *kinds: Kind) -> Hanging | None:
    """The first adjunct of these kinds after the main verb, or None.

    A contrast or a relative clause before it makes it part of something else.
    """
    clause = passage.clause
    if clause is None or clause.rest.startswith("that "):
        return None
    _, adjuncts = split_adjuncts(clause.rest)
    for adjunct in adjuncts:
        if adjunct.kind in kinds:
            before = _TRAILING.sub("", clause.rest[: adjunct.start])
            if _SPLICED.search(before):
                return None  # `she was the queen, she died in spring`
            if _HEDGED.search(before):
                return None  # a guess, which the question would turn into a fact
            if before.split(" ", 1)[0].lower() in {"it", "them", "him", "her", "this", "these"}:
                return None  # a question would not say what that is
            whole = _TURN.split(clause.rest[adjunct.start :], maxsplit=1)[0]
            return Hanging(adjunct, before.strip(), whole.strip())
        if adjunct.kind in {"relative", "contrast", "condition"}:
            return None
    return None


def answer_after(found: Hanging) -> str:
    """The adjunct without its opening word."""
    return found.whole[len(found.adjunct.marker) :].strip(" ,")


def ask(passage: Passage, clause: Clause, word: str, rest: str) -> str:
    """`Why` and a clause: `Why does bread rise?`, `In winter, why do trees shed leaves?`."""
    subject = without_asides(passage.lowered(clause.subject))
    if subject.lower() == "we":
        subject, rest = "you", re.sub(r"\bour\b", "your", rest)
    elif _APPOSED.search(subject) and not subject.endswith(","):
        subject += ","
    asked = f"{word} {invert(clause, subject, rest)}?"
    return f"{clause.lead}, {passage.lowered(asked)}" if clause.lead else asked


_APPOSED = re.compile(
    r"^[^,]+, (?:by|called|known|named|especially|particularly|e\.g\.|such as) [^,]+$"
)
"""`The tide, by its nature`: an aside whose second comma stood before the verb."""


@lru_cache(maxsize=16)
def stands_alone(clause: Clause) -> bool:
    """Whether the clause can be asked about as it is: a statement about something that the
    question can name, after no lead or one that a question can keep."""
    found = tokens(clause.subject)
    subject = {token.lower for token in found}
    if subject & _SPEAKERS or not found or found[0].lower in _UNTOLD or subject & _POINTERS:
        return False
    if len(found) == 1 and is_role(clause.subject):
        return False  # the benefit of what?
    if len(found) == 1 and tag(found[0]).may("EX") and not tag(found[0]).may("NAP#"):
        return False  # `Trained used Adam`: a slip of the pen
    if _runs_on(clause, found) or _MOMENT.match(clause.subject):
        return False
    apart = any(tag(token).may("I") for token in found[2:])
    if len(found) > 1 and found[0].lower in {"the", "a", "an"} and not apart:
        untold = _UNTOLD_AFTER_THE if len(found) > 2 else _BARE_NOUNS
        told = found[1].lower not in untold or _is_title(found)
        if not told:
            return False
    if {"either", "instead"} & set(clause.middle.split()):
        return False
    speaking = subject & {"we", "you", "one"}
    if speaking and (len(found) > 1 or clause.base in _MINDS or clause.tense == "past"):
        return False
    if _THAT.search(clause.rest):
        return False
    return not clause.lead or is_setting(clause.lead)


def _runs_on(clause: Clause, found: tuple[Token, ...]) -> bool:
    """`Began in Rome, the guild`, `tide above the lock, water`: two clauses that a comma joins."""
    opens = tag(found[0])
    if len(found) == 1 and opens.may("#") and opens.lower != "one":
        return True  # `six`, where the parser took a noun for the verb
    if opens.may("E") and not opens.may("XNADP") and len(found) > 1:
        return True
    commas = [at for at, token in enumerate(found) if token.text == ","]
    if len(commas) != 1 or not commas[0] or not tag(found[commas[0] - 1]).may("N"):
        return False
    behind = clause.text.find(clause.subject) + len(clause.subject)
    apposed = clause.text[behind : behind + 1] == ","
    listed = any(token.lower in {"and", "or", "&", "nor"} for token in found)
    return not apposed and not listed and not tag(found[commas[0] - 1]).may("A")


_MOMENT = re.compile(
    r"the (?:minute|moment|second|instant|day|time|way|event|case|more|less) "
    r"(?:an?|the|you|we|they|it|one)\b",
    re.IGNORECASE,
)
"""`The moment a kiln cools`: when something happens, and no subject."""


_LAYOUT = re.compile(
    r"\b(?:parts?|half|side|panel|row|chapters?|sections?|pages?|appendix|preface|rest) of "
    r"(?:(?:the|this) )?(?:book|course|video|article|lecture|talk|paper|figure|picture|diagram)\b|"
    r"^(?:the |this )?(?:\w+ )?(?:book|chapter|course|lecture|section|video|slide)$",
    re.IGNORECASE,
)
"""What tells of a text's own parts."""


def _is_title(found: tuple[Token, ...]) -> bool:
    """`The Last Supper`: a name, whatever its words say."""
    return len(found) > 2 and found[1].is_capitalised and found[2].is_capitalised


LONGEST_TOPIC = 5
"""Words of what a claim is about, where a question names it."""


def topic_of(claim: Clause) -> str:
    """The subject of a claim, where a question can name it; or nothing."""
    found = tokens(claim.subject)
    plain = all(token.kind != "mark" for token in found) and not claim.lead and not claim.following
    if not plain or len(found) > LONGEST_TOPIC or not names_its_subject(claim) or claim.also:
        return ""
    return claim.subject if tag(found[-1]).may("N") else ""


def names_its_subject(clause: Clause) -> bool:
    """Whether the subject is all that is told of it: `bees`, not `some bees` or `you`; what `some
    bees` do fits many answers, why they do it one."""
    first = tokens(clause.subject)[0].lower
    told = first not in _UNTELLING and not _LAYOUT.search(clause.subject)
    return told and stands_alone(clause)


def is_loose(clause: Clause) -> bool:
    """Whether a clause tells what often is so: one of many things."""
    return bool(_LOOSELY.search(clause.middle))


_LOOSELY = re.compile(r"\b(?:often|sometimes|usually|commonly|frequently|generally|typically)\b")
_THAT = re.compile(
    r"\b(?:in|of|for|on|at|to|from|with|by|than) (?:that|this) [a-z]+|\b(?:then|otherwise)\.?$"
)
"""`in that layer` and a `then` at the end point at something outside of the question."""
_MINDS = frozenset("hope want think need feel like believe wish see know say guess find".split())
_SPEAKERS = closed.FIRST_OR_SECOND_PERSON - {"our", "us", "we", "you", "your"} | {"there"}
_POINTERS = frozenset("them these those this it they he she him".split())
_UNTOLD = frozenset(
    "other others another either neither none both such same nobody everyone everything something "
    "anything nothing what which e.g i.e that better naive whatever whoever have has had".split()
)
"""Words that open a subject which is not told: `either of them`, `another system`."""
_QUANTIFIERS = frozenset(
    "some many much certain most several various any few more two three everybody someone".split()
)
_UNTELLING = _QUANTIFIERS | {"you", "one", "people"}
_BARE_NOUNS = frozenset(
    "attacker author user result default rest derivative bit process thing idea problem reason "
    "answer question method approach system model algorithm other latter former following same "
    "difference trick point goal number value function output input case example way part".split()
)
"""`the bit`, `the process`: known to who heard the talk."""
_UNTOLD_AFTER_THE = frozenset(
    "additional other latter former same next previous above following first second third last "
    "final main key most best only new resulting above better good common naive simple".split()
)


_SETTINGS = frozenset("in at on during for with without after before under within among since "
                      "between over throughout besides".split())  # fmt: skip


_CLAUSES = frozenset("when while as if once by using after before because since".split())
_WIDEST_SETTING, _WIDEST_CLAUSE = 8, 12


def is_setting(lead: str) -> bool:
    """`In deep water`, `As bread cools`: a lead that a question can keep."""
    found = tokens(lead)
    if any(t.lower in _UNKNOWN or t.text in ",;:" for t in found):
        return False
    if found[-1].lower in {"purposes", "instance", "now", "reason", "reasons"}:
        return False
    if found[0].lower in _SETTINGS:
        return len(found) <= _WIDEST_SETTING
    return found[0].lower in _CLAUSES and 3 <= len(found) <= _WIDEST_CLAUSE


_UNKNOWN = closed.POINTING | closed.FIRST_OR_SECOND_PERSON - {"our", "us", "we", "you", "your"}


def without_modal(clause: Clause) -> Clause:
    """`can be sorted` as `are sorted`: an end is asked of what is done, not of what may be."""
    if clause.auxiliary.lower() not in {"can", "may", "could", "might", "should", "must", "will"}:
        return clause
    if clause.voice == "passive" and clause.middle.split()[:1] == ["be"]:
        be = "are" if clause.plural else "is"
        return replace(clause, auxiliary=be, middle=clause.middle.removeprefix("be ").strip())
    if clause.voice == "active" and clause.middle == clause.base:
        return replace(clause, auxiliary="", middle=clause.base, verb=clause.base)
    return clause


def what(answer: str) -> str:
    """`What`, or `What three things` where the answer is a list of things (C4)."""
    bare = re.sub(r"\s*\([^()]*\)", "", answer)
    items = split_list(bare)
    counted = items and len(items) <= 4 and not is_open(bare) and all(map(_is_item, items))
    return f"What {number_word(len(items))} things" if items and counted else "What"


def _is_item(item: str) -> bool:
    """A short noun phrase of its own: not the `convolutional` of `convolutional and linear
    layers`, not `the areas of judgment` of `the areas of judgment and reason`."""
    found = tag_all(item)
    if not found or found[0].lower in {"similar", "not", "especially"} or imperative_base(item):
        return False
    if len(found) == 1 and found[0].may("#") and not found[0].may("N"):
        return False  # the `three` of `three or four layers`
    if any((word.may("IS") and not word.may("N")) or word.may("ZE") for word in found[:-1]):
        return False
    last = found[-1]
    noun = last.may("N#") or last.text in {'"', "”"}
    return noun and not (last.may("A") and not last.forms and len(found) <= 2)
