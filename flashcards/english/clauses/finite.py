"""Which word of a clause is its finite verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses.evidence import (
    acts_by_name,
    governs_a_noun,
    is_only_past,
    lowers_something,
    stands_between_names,
)
from flashcards.english.clauses.subjects import (
    is_adverb,
    last_of_subject,
    only_adverb,
    subject_is_plural,
)
from flashcards.english.tagging import Tagged, is_plural
from flashcards.english.verbs import SEEKS, TAKES_THAT


class Head(NamedTuple):
    """Where a clause's finite verb stands among its words, and how sure that is."""

    at: int
    certainty: int
    """3 an auxiliary or a word that is only a verb, 2 mostly a verb, 1 decided by its place."""


def finite_verb(tagged: Sequence[Tagged], start: int) -> Head | None:
    """The surest candidate from `start` on; of equals the first."""
    best: Head | None = None
    for head in _candidates(tagged, start):
        if best is None:
            best = head
        elif best.certainty >= 2 and _is_settled(tagged, best.at, head.at):
            break
        elif head.certainty > best.certainty or _is_surer(tagged, best.at, head.at):
            best = head
        if best.certainty == 3 and not _is_reduced(tagged, best.at):
            break
    return best or _past(tagged, start)


def _is_surer(tagged: Sequence[Tagged], at: int, later: int) -> bool:
    """Whether a later third person that is only a verb beats what may be a participle."""
    third = tagged[later].may("Z") and tagged[later].verbness == 3 and not tagged[later].may("B")
    return third and _is_reduced(tagged, at)


def _is_settled(tagged: Sequence[Tagged], at: int, later: int) -> bool:
    """Whether a verb stays the best in sight of a later one."""
    return not _is_reduced(tagged, at) or _is_bare(tagged, at, later)


def _past(tagged: Sequence[Tagged], start: int) -> Head | None:
    """The only verb of a clause, where it is in the past and its object follows: `Judges disliked
    Poe's tales`. A participle would stand before a preposition, or beside another verb."""
    for at in _outside(tagged, start):
        word, after = tagged[at], tagged[at + 1] if at + 1 < len(tagged) else None
        if at > start and (word.may("S:;") or word.text in ",:;"):
            return None
        if at > start and stands_between_names(tagged, at):
            return Head(at, 2)
        if at > start and word.may("E") and not word.may("VAN") and after is not None:
            ends = last_of_subject(tagged, start, at) is not None
            told = tagged[start].may("D") or subject_is_plural(tagged[start:at])
            fits = (
                after.lower in _BEFORE_CLAUSES
                or after.may("D#")
                or (after.may("N") and (told or after.is_capitalised))
            )
            tried = after.lower == "to" and any(form.base in SEEKS for form in word.forms)
            if ends and tried:
                return Head(at, 2)
            fits = fits and (not after.may("ITSC.") or after.lower in _BEFORE_CLAUSES)
            fits = fits or acts_by_name(tagged, start, at)
            fits = fits or (after.lower == "that" and any(f.base in TAKES_THAT for f in word.forms))
            return Head(at, 2) if ends and fits else None
    return None


def _candidates(tagged: Sequence[Tagged], start: int) -> Iterator[Head]:
    """Words that may be the finite verb, less the verb of a relative clause in the subject."""
    found = in_relative = False
    relative, resume = -1, start
    for at in _outside(tagged, start):
        if at < resume:
            continue
        if at > start and _opens_a_relative(tagged, at):
            if found:
                return
            in_relative, relative = True, at
        elif in_relative and at == relative + 1 and tagged[at].may("VZE"):
            in_relative, resume = False, _verb_group_end(tagged, at)
        elif _ends_the_search(tagged, at, start, found):
            return
        elif certainty := _certainty(tagged, start, at):
            if in_relative:
                in_relative, resume = False, _verb_group_end(tagged, at)
            else:
                found = True
                yield Head(at, certainty)


_PERSONAL = closed.SUBJECT_PRONOUNS - {"there"}


def _opens_a_relative(tagged: Sequence[Tagged], at: int) -> bool:
    """`the cells that store fat`, `the birds we hear of`, `the second way habits spread`."""
    word, before = tagged[at], tagged[at - 1]
    if word.lower in closed.RELATIVES:
        return before.may("N#A")
    if word.lower in _PERSONAL:
        return before.may("N") and not before.may("I") and before.verbness <= 1
    return before.lower in _TAKE_A_CLAUSE and word.may("NADP") and not word.may("IZB")


_TAKE_A_CLAUSE = frozenset("way ways reason reasons moment day time times".split())
"""Nouns that a clause may follow without `that`."""


def _outside(tagged: Sequence[Tagged], start: int) -> Iterator[int]:
    """The words outside of brackets and of relative clauses between commas."""
    depth, at = 0, start
    while at < len(tagged):
        text = tagged[at].text
        depth += (text in "([") - (text in ")]")
        if depth == 0 and text == "," and at > start and _opens_relative(tagged, at + 1):
            closing = _next_comma(tagged, at + 1)
            if closing is None:
                return
            at = closing
        elif depth == 0:
            yield at
        at += 1


def _ends_the_search(tagged: Sequence[Tagged], at: int, start: int, found: bool) -> bool:
    """A mark or a conjunction after which another clause begins."""
    word = tagged[at]
    text = word.text
    if text in {";", ":", "->", "→", "=>", "="} or (text in "—–-" and found):
        return True
    if at == start:
        return False
    inside = word.lower == "once" and tagged[at - 1].lower == "at"
    inside = inside or (word.lower == "that" and tagged[at - 1].may("I"))  # `for that change`
    return (
        (word.may("S") and not word.may("I") and not inside)
        or (found and word.lower in {"because", "since", "until"})
        or (word.lower in _BEFORE_CLAUSES and _holds_a_verb(tagged[at + 2 : at + 9]))
    )


def _holds_a_verb(words: Sequence[Tagged]) -> bool:
    """Whether a sure verb stands among them, before a comma."""
    for word in words:
        if word.text in ",;:":
            return False
        if word.may("BHM") or any(f.usual == "V" and f.tag in "ZVE" for f in word.forms):
            return True
    return False


_BEFORE_CLAUSES = frozenset("after before until since once".split())
"""Prepositions that open a clause where a verb follows."""


_OPEN_AN_ASIDE = closed.RELATIVES | {"including", "such", "like"}


def _opens_relative(tagged: Sequence[Tagged], at: int) -> bool:
    return at < len(tagged) and tagged[at].lower in _OPEN_AN_ASIDE


def _next_comma(tagged: Sequence[Tagged], at: int) -> int | None:
    return next((i for i in range(at, len(tagged)) if tagged[i].text == ","), None)


def _verb_group_end(tagged: Sequence[Tagged], at: int) -> int:
    """The index after a run of auxiliaries, adverbs and participles."""
    lexical = not tagged[at].may("BHOM")
    at += 1
    if lexical:
        return at  # `the dam we built is old`
    while (at < len(tagged) and tagged[at].may("BHOM!")) or (
        at < len(tagged) and tagged[at].may("RXVG") and tagged[at - 1].may("BHOM!R")
    ):
        at += 1
    return at


def _is_reduced(tagged: Sequence[Tagged], at: int) -> bool:
    """Whether a past form may be a participle after its noun: `models trained on noise`."""
    word = tagged[at]
    return (
        word.may("E")
        and word.may("X")
        and not word.may("BHOM")
        and not (at + 1 < len(tagged) and tagged[at + 1].may("DP"))
    )


def _is_bare(tagged: Sequence[Tagged], at: int, later: int) -> bool:
    """Whether the later verb hangs on the object of the one at `at`: `railways made towns grow`."""
    plain = not tagged[later].may("BHOMZE") and tagged[later].may("V")
    return plain and later == at + 2 and is_plural(tagged[at + 1].lower)


def _certainty(tagged: Sequence[Tagged], start: int, at: int) -> int:
    """How surely the word at `at` is the finite verb of the subject before it; 0 no."""
    word = tagged[at]
    if at == start or not word.may("BHOMVZE"):
        return 0
    before = last_of_subject(tagged, start, at)
    if before is None or word.lower in {"be", "been", "being", "having"}:
        return 0
    plural = subject_is_plural(tagged[start:at])
    if word.may("BHOM"):
        return 3 if _agrees(word.lower, plural, before.lower) else 0
    if word.may("A") and not word.forms:
        return 0
    return _lexical_certainty(tagged, start, at, plural)


def _lexical_certainty(tagged: Sequence[Tagged], start: int, at: int, plural: bool) -> int:
    word = tagged[at]
    following = tagged[at + 1] if at + 1 < len(tagged) else None
    if following is not None and following.may("BHM") and not following.may("N"):
        return 0  # the noun before an auxiliary: `the changes are`
    if word.may("VZE") and _follows_its_pronoun(tagged, start, at):
        return 3
    best = 0
    before = tagged[at - 1]
    modified = at - 2 >= start and tagged[at - 2].may("AD#") and not tagged[at - 2].may("V")
    after_plural = is_plural(before.lower) and before.may("N")
    after_plural = after_plural and (modified or not before.may("Z"))
    after_name = bool(_MIXED_CASE.search(before.text))
    adverb = only_adverb(before) and at - 2 >= start and tagged[at - 2].may("N)")
    for form in word.forms:
        sure = {"V": 3, "v": 2, "n": 1}.get(form.usual, 1)
        if form.tag == "Z" and not plural:
            changes = form.base in _CHANGES and _goes_on(following)
            if not any(w.may("I") and not w.may("N") for w in tagged[start:at]):
                changes = changes or tagged[start].lower in _SINGULAR
                changes = changes or _takes_object(tagged, start, following)
                changes = changes or governs_a_noun(tagged, start, at)
            changes = changes or (following is not None and following.lower in _ONLY_AFTER_VERBS)
            best = max(best, 2 if changes or after_name or adverb else sure)
        elif form.tag == "V" and plural:
            raised = after_plural or adverb or _is_surely_plural(tagged, start, at, following)
            best = max(best, 2 if sure == 1 and raised else sure)
        elif form.tag == "E":
            told = tagged[start].may("D") or plural
            object_ = following is not None and (
                following.may("DP#") or (told and following.may("NA") and not following.may("IR"))
            )
            past = is_only_past(word) and (following is None or following.may("IRD#T"))
            best = max(best, 3 if past else min(sure, 2) if object_ else 1)
    if best == 1:
        best = 2 if following and _opens_an_object(tagged, at + 1) else 0
    if word.may("A") and best < 3:
        return 2 if plural and lowers_something(tagged, start, at) else 0
    return best


def _is_surely_plural(
    tagged: Sequence[Tagged], start: int, at: int, following: Tagged | None
) -> bool:
    """`Experiments show that`, `both cats and dogs use it`: the subject can be nothing else."""
    object_ = following is not None and following.may("N") and is_plural(following.lower)
    if following is None or not (following.may("D#SPAR") or object_):
        return False
    if tagged[start].lower in _PREMODIFIERS:
        return False
    lone = start + 1 == at and is_plural(tagged[start].lower) and not tagged[start].may("V")
    return lone or tagged[start].lower == "both"


def _follows_its_pronoun(tagged: Sequence[Tagged], start: int, at: int) -> bool:
    """`They use`, `it often uses`: after a pronoun as the whole subject stands its verb."""
    last = at - 1
    while last > start and is_adverb(tagged[last]):
        last -= 1
    pronoun = tagged[start].lower
    if last != start or pronoun not in _PERSONAL:
        return False
    wanted = "ZE" if pronoun in {"it", "he", "she"} else "VE"
    return any(form.tag in wanted for form in tagged[at].forms)


def _opens_an_object(tagged: Sequence[Tagged], at: int) -> bool:
    """`the vase`, `three vases`, `at least three vases`."""
    word = tagged[at]
    bounded = word.lower == "at" and at + 1 < len(tagged) and tagged[at + 1].lower in _BOUNDS
    return word.lower in _OPEN_AN_OBJECT or word.may("#") or bounded


_BOUNDS = {"least", "most"}


_ONLY_AFTER_VERBS = frozenset("if because unless until when".split())
_OPEN_AN_OBJECT = closed.POSSESSIVES | frozenset("a an the this these that no another both".split())
_SINGULAR = frozenset("a an each every".split())
"""After these a word in -s can hardly be the head noun: `a lever trades`."""
_PARTICLES = frozenset("up down out off back away".split())


def _takes_object(tagged: Sequence[Tagged], start: int, following: Tagged | None) -> bool:
    """`the index maps words`, `the liver breaks down`: what follows suits a verb only."""
    if following is None or not (tagged[start].lower == "the" or tagged[start].is_name):
        return False
    plain = is_plural(following.lower) and following.may("N")
    return following.lower in _PARTICLES or (plain and not following.may("V"))


_PREMODIFIERS = frozenset("systems sports sales arms goods savings operations graphics".split())
"""Plurals that stand before other nouns: `systems design`."""
_MIXED_CASE = re.compile(r"[a-z][A-Z]|^[A-Z][a-z]+[A-Z]|^[A-Z]{2}[a-z]")
"""`PLink measures`: a name in mixed case is seldom part of a compound, so the verb is certain."""
_CHANGES = frozenset("increase decrease rise fall grow drop shrink improve decline vary".split())


def _goes_on(following: Tagged | None) -> bool:
    """What may follow `increases` as a verb: an end, a preposition, an adverb."""
    return following is None or following.may("IRS") or following.lower in {"and", "to"}


def _agrees(auxiliary: str, plural: bool, before: str) -> bool:
    if auxiliary in {"are", "were", "aren't", "weren't"}:
        return True  # `Q/K are`, `the GAN are`: the verb says more than the noun's ending
    if auxiliary in {"have", "do", "don't", "haven't"}:
        return plural or before.endswith("s")
    if auxiliary in {"is", "was", "has", "does", "doesn't", "isn't", "wasn't", "hasn't"}:
        return not plural or auxiliary in {"is", "was"}
    return True
