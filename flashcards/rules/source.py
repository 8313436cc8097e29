"""Ask what something comes from, rests on or is caused by, leads to or serves as.

## The water of the Alps
- In spring, alpine rivers originate from the melting ice of glaciers.
Q: In spring, what do alpine rivers originate from?
A: The melting ice of glaciers

## The sea and the sky
- The low tide was caused by the pull of the moon
Q: What caused the low tide?
A: The pull of the moon

- The house was sold by auction
no card

- Fog may lead to delays on the ferry
no card

- Tides are noticed by most sailors
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import Clause, subject_is_plural
from flashcards.english.lexicon import lexicon
from flashcards.english.questions import third_person
from flashcards.english.stems import stems
from flashcards.english.tagging import is_common_word, is_plural, tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.english.verbs import IS_MADE_TO, TAKES_INFINITIVE
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject, stands_alone, what
from flashcards.passages.complements import is_phrase, is_telling, pins_down, whole
from flashcards.passages.passage import Passage

BY_DEFAULT = False
NEEDS_CLAUSE = True

_TIED = frozenset(
    "base:on derive:from compose:of make:of depend:on consist:of result:in lead:to refer:to "
    "rely:on belong:to stem:from originate:from arise:from build:on focus:on correspond:to "
    "map:to split:into divide:into convert:into convert:to transform:into divide:by "
    "measure:in measure:by define:as know:as call:as know:for characterize:by determine:by "
    "associate:with correlate:with compare:to relate:to aim:at apply:to limit:to connect:to "
    "attach:to store:in store:on locate:in find:in trigger:by drive:by surround:by replace:by "
    "replace:with evolve:from inherit:from differ:from protect:from protect:against "
    "suffer:from account:for contribute:to react:with bind:to optimize:for train:on test:on "
    "evaluate:on run:on operate:on feed:into write:in implement:in specialize:in allow:for "
    "stand:for contend:for compete:for compete:with wait:for search:for look:for combine:with "
    "merge:with tag:with train:with interact:with interfere:with deal:with cope:with comply:with "
    "agree:with scale:with vary:with expand:on start:with respond:to react:to adhere:to point:to "
    "subscribe:to conform:to switch:to attract:to serve:as act:as function:as use:for come:from "
    "emerge:from benefit:from recover:from participate:in engage:in invest:in multiply:into "
    "iterate:over range:over restrict:to add:to expose:to feed:on live:on thrive:on".split()
)
"""Verbs and the preposition that belongs to them, so that it may end the question."""
_MANNERS = frozenset(
    "sort group order multiply divide increase decrease reduce scale shift grow rise fall separate "
    "accompany default number rank mean pay hash index partition stand go come denote "
    "approximate".split()
)
"""Verbs whose `by` says how or how much, not who or what."""
_NO_AGENTS = frozenset(
    "hand default chance design means way far itself themselves at another other others some this "
    "these e.g first most many few very".split()
)
_MEASURES = frozenset(
    "length size date name type time order number percent amount score id key value category "
    "frequency weight distance factor rank degree age".split()
)
"""What things are sorted, batched or scaled by."""
_PARTICLES = frozenset("back up down out off on away over".split())


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or not passage.context or clause.voice == "copula":
        return
    if not stands_alone(clause) or _is_dim(clause):
        return
    before, adjuncts = split_adjuncts(clause.rest)
    adverb = before if re.fullmatch(r"[a-z]+ly", before) and before != "only" else ""
    if not adjuncts or (before not in {"", "only", *_PARTICLES} and not adverb):
        return
    preposition = adjuncts[0].marker
    where = _up_to_extra(clause.rest[adjuncts[0].start :], preposition)
    if preposition == "by" and clause.voice == "passive" and not clause.negated:
        yield from _agent(passage, clause, where, before)
    elif adverb and 1 <= word_count(where) <= LONGEST_ANSWER and _is_thing(where):
        asked = ask(passage, clause, what(where), f"{adverb} {preposition}")
        tied = f"{clause.base}:{preposition}" in _TIED
        idiom = _IDIOM.match(f"{preposition} {where}")
        if tied and not idiom and names_its_subject(clause) and pins_down(asked):
            yield Reading(asked, where)
    elif before and before != "only":
        return
    elif 1 <= word_count(where) <= LONGEST_ANSWER and _is_thing(where):
        yield from _stranded(passage, clause, preposition, f"{before} {where}".strip())


def _stranded(passage: Passage, clause: Clause, preposition: str, where: str) -> Iterator[Reading]:
    """`S rests on X` → `What does S rest on?`"""
    asked = ask(passage, clause, what(where), preposition)
    tied = f"{clause.base}:{preposition}" in _TIED
    opening = tag(tokens(where)[0])
    infinitive = opening.kinds == "V" or (
        clause.base in TAKES_INFINITIVE | IS_MADE_TO and opening.may("V")
    )
    if preposition == "to" and infinitive:
        return
    if preposition in _PLACES_WHERE and not tied:
        asked, where = ask(passage, clause, "Where", ""), f"{preposition} {where}"
    elif not tied or _IDIOM.match(f"{preposition} {where}"):
        return
    if _is_bare(passage, clause) or stems(clause.base) <= stems(re.sub(r"\W+", " ", where)):
        return  # `closes on close()`
    least = (1.3 if tied else 2) + 0.5 * clause.negated
    if names_its_subject(clause) and pins_down(asked, least=least):
        yield Reading(asked, where)


def _is_thing(where: str) -> bool:
    opening = tokens(where)[0].lower
    doing = opening.endswith("ing") and bool(tag(tokens(where)[0]).forms)
    if opening in closed.RELATIVES | {"how"}:
        return False
    if _VAGUE.match(where) or _ANOTHER.search(where):
        return False
    return (doing or is_phrase(where)) and is_telling(where)


_VAGUE = re.compile(
    r"the (?:same|\d+) |(?:the|an?|its own|different|other|various|some|many|several) [a-z]+$", re.I
)
"""`the dataset`, `different tasks`: answers that tell too little."""
_ANOTHER = re.compile(r"\band (?:makes|is|are|has|have|does|can|will|then)\b|[.!] [A-Z]")
"""Where a second thought begins."""


_PLACES_WHERE = frozenset("near behind beneath inside outside below above".split())
_IDIOM = re.compile(
    r"^(?:for (?:now|example|instance|free|\w* ?(?:reason|time|years?|hours?|days?)|this|all)\b|"
    r"from scratch|on (?:time|average|purpose|demand|par|the (?:other|one) hand|top)\b|over time|"
    r"to (?:date|some extent|the (?:extent|point)|be|the same)\b|of course|(?:between|around|about|"
    r"over) \d|as (?:well|such|expected|follows|usual|soon|long|of|if|though|part)\b|"
    r"with (?:respect|regard|the help|care|ease)\b)"
)
LONGEST_ANSWER = 16
_MAY_BE = frozenset("can cannot can't could may might will would won't".split())
"""What something may come to is one thing among many."""


def _is_dim(clause: Clause) -> bool:
    """One thing among many, a clause that leans on another, or one read wrongly."""
    if clause.auxiliary.lower() in _MAY_BE or clause.also or _TYING.search(clause.middle):
        return True
    return clause.certainty < _SURE or not _agrees(clause)


def _is_bare(passage: Passage, clause: Clause) -> bool:
    """`control` in `Control is passed to the kernel`: of what, the question would not say."""
    subject = passage.lowered(clause.subject)
    return not clause.plural and subject.isalpha() and is_common_word(subject)


def _agrees(clause: Clause) -> bool:
    """Whether the auxiliary fits the subject, which is read wrongly where it does not."""
    plural = subject_is_plural(tag_all(clause.subject))
    return clause.auxiliary.lower() not in (closed.BE | closed.HAVE) or clause.plural == plural


_SURE = 2
_TYING = re.compile(r"\b(?:also|then|next|again|instead|rather|therefore?|even|now|first|only)\b")


_ADDED = {"reason", "purpose", "condition", "time", "contrast", "means"}


def _up_to_extra(rest: str, marker: str) -> str:
    """What follows the preposition, without a clause that only adds to it."""
    object_ = rest[len(marker) :].strip().rstrip(".")
    cut = next((a for a in split_adjuncts(object_)[1] if a.kind in _ADDED), None)
    return whole(object_[: cut.start] if cut else object_)


def _agent(passage: Passage, clause: Clause, agent: str, particle: str) -> Iterator[Reading]:
    """`S is caused by X` → `What causes S?`, `S is held back by X` → `What holds S back?`"""
    subject = passage.lowered(clause.subject)
    if clause.base not in _MANNERS and _is_agent(agent) and word_count(clause.subject) <= 8:
        asked = " ".join(filter(None, [_active(clause), subject, particle]))
        asked = f"{'who' if _PEOPLE.search(agent) else 'what'} {asked}?"
        yield Reading(f"{clause.lead}, {asked}" if clause.lead else asked, agent)
    elif clause.base in _MANNERS and _is_measure(agent) and pins_down(clause.subject, least=1):
        yield Reading(ask(passage, clause, "How", particle), f"By {agent}")


def _is_measure(agent: str) -> bool:
    """A short noun phrase that things are sorted or scaled by: `status`, `their square root`."""
    found = tokens(agent)
    doing = bool(found) and found[0].lower.endswith("ing")
    return 1 <= len(found) <= 6 and is_phrase(agent) and not doing


_PEOPLE = re.compile(
    r"\b(?:researchers?|scientists?|people|users?|governments?|compan(?:y|ies)|authors?|attackers?|"
    r"engineers?|monks?|king|queen|developers?|teams?|students?|doctors?|[Cc]lients?|customers?|"
    r"employees?|hackers?|farmers?|artists?|women|men|children|parents|members|admins?)$|"
    r"^(?:an? |the )?(?:researchers?|scientists?|people|users?|engineers?|attackers?)\b"
)


def _is_agent(agent: str) -> bool:
    """A noun phrase of at most 16 words; no action, no number, no manner (`by default`)."""
    found = tokens(agent)
    if not is_phrase(agent) or word_count(agent) > 16 or found[0].kind == "number":
        return False
    if len(found) == 1 and found[0].text.islower() and not is_plural(found[0].lower):
        return False
    if found[-1].lower in _MEASURES:
        return False
    return not found[0].lower.endswith("ing") and found[0].lower not in _NO_AGENTS


def _active(clause: Clause) -> str:
    auxiliary = clause.auxiliary.lower()
    if auxiliary in closed.MODALS:
        return f"{auxiliary} {clause.base}"
    if clause.tense == "past" or auxiliary in closed.HAVE:
        return lexicon().inflected(clause.base, "E") or clause.verb
    return third_person(clause.base)
