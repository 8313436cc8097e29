"""What hangs on a clause: reasons, purposes, means, conditions, each by its opening word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flashcards.english.tagging import Tagged, tag_all

Kind = Literal[
    "reason", "purpose", "means", "condition", "time", "contrast", "example", "relative",
    "result", "place",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Adjunct:
    kind: Kind
    marker: str
    """The opening words, lower case: `because`, `in order to`."""
    text: str
    """The adjunct with its marker, as written, up to the next one."""
    start: int
    """Where it begins in the text it was found in."""


_TWO_WORDS: dict[tuple[str, str], Kind] = {
    ("so", "that"): "purpose",
    ("in", "order"): "purpose",
    ("instead", "of"): "contrast",
    ("rather", "than"): "contrast",
    ("as", "opposed"): "contrast",
    ("due", "to"): "reason",
    ("thanks", "to"): "reason",
    ("owing", "to"): "reason",
    ("because", "of"): "reason",
    ("such", "as"): "example",
    ("for", "example"): "example",
    ("for", "instance"): "example",
    ("as", "long"): "condition",
    ("as", "soon"): "condition",
    ("only", "if"): "condition",
    ("only", "when"): "condition",
    ("even", "if"): "contrast",
    ("even", "though"): "contrast",
    ("by", "means"): "means",
}
_ONE_WORD: dict[str, Kind] = {
    "because": "reason",
    "since": "reason",
    "using": "means",
    "via": "means",
    "when": "condition",
    "whenever": "condition",
    "if": "condition",
    "unless": "condition",
    "once": "time",
    "until": "time",
    "till": "time",
    "after": "time",
    "before": "time",
    "during": "time",
    "while": "contrast",
    "whereas": "contrast",
    "although": "contrast",
    "though": "contrast",
    "despite": "contrast",
    "unlike": "contrast",
    "without": "place",
    "e.g": "example",
    "where": "relative",
    "which": "relative",
    "who": "relative",
    "whose": "relative",
    "that": "relative",
}
_PLACES = frozenset(
    "in on at from into onto for with over under across between within to as through against "
    "among toward towards around near behind beside inside outside onto above below along "
    "throughout".split()
)  # fmt: skip


@lru_cache(maxsize=8192)
def split_adjuncts(text: str) -> tuple[str, tuple[Adjunct, ...]]:
    """The text before the first adjunct, and the adjuncts in order.

    >>> split_adjuncts("requests to replicas because one may be slow")[0]
    'requests'
    >>> [(a.kind, a.text) for a in split_adjuncts("the load by splitting it when busy")[1]]
    [('means', 'by splitting it'), ('condition', 'when busy')]
    """
    tagged = tag_all(text)
    starts = list(_openings(tagged))
    if not starts:
        return text.strip().rstrip(",;"), ()
    found = []
    for place, (at, kind, marker) in enumerate(starts):
        begin = tagged[at].start
        end = tagged[starts[place + 1][0]].start if place + 1 < len(starts) else len(text)
        piece = text[begin:end].strip().rstrip(",;").strip()
        found.append(Adjunct(kind, marker, piece.removesuffix(" and").rstrip(), begin))
    return text[: found[0].start].strip().rstrip(",;"), tuple(found)


def _openings(tagged: Sequence[Tagged]) -> list[tuple[int, Kind, str]]:
    found: list[tuple[int, Kind, str]] = []
    depth = 0
    for at, word in enumerate(tagged):
        text = word.text
        depth += (text in "([“") - (text in ")]”")
        if depth > 0 and text not in "([“":
            continue
        opening = _opening(tagged, at)
        if opening and not (found and at - found[-1][0] < 2):
            found.append((at, *opening))
    return found


def _opening(tagged: Sequence[Tagged], at: int) -> tuple[Kind, str] | None:
    word = tagged[at].lower
    after = tagged[at + 1] if at + 1 < len(tagged) else None
    if after is None:
        return None
    pair = (word, after.lower)
    if pair in _TWO_WORDS:
        return _TWO_WORDS[pair], " ".join(pair)
    if word in _BY_NEIGHBOURS:
        return _by_neighbours(tagged, at)
    if word in _ONE_WORD:
        return _ONE_WORD[word], word
    return ("place", word) if word in _PLACES else None


_BY_NEIGHBOURS = frozenset("to as like using via by since that".split())


def _by_neighbours(tagged: Sequence[Tagged], at: int) -> tuple[Kind, str] | None:
    """A word whose neighbours say what it opens."""
    word, after = tagged[at].lower, tagged[at + 1]
    before = tagged[at - 1] if at else None
    if word == "to" and _is_infinitive(tagged, at) and _opens_purpose(tagged, at):
        return "purpose", word
    if word == "as" and after.lower in _AS_BEFORE:
        return "reason", word
    if word in {"using", "via"} and before and before.may("I") and not before.may("NX"):
        return None  # `the effect of using`
    if word == "since" and (after.may("#") or after.lower == "then"):
        return "time", word
    if word == "that" and not (before and before.may("N")):
        return None
    if word == "as" and before and before.may("V"):
        return None
    if word == "by":
        return "means", word
    if word == "like":
        return ("place", word) if before and before.may("VZE") else None
    return ("place" if word in {"to", "as"} else _ONE_WORD[word]), word


_TAKES_TO = frozenset(
    "able need needs want wants try tries tend tends have has had is are was be seem seems "
    "appear appears fail fails begin begins start starts continue continues like likely "
    "unlikely learn learns how what where when easy hard easier harder difficult possible "
    "impossible due ready free willing sure going used ought allowed required expected said "
    "known supposed believed thought considered shown found designed need ability attempt "
    "desire right power way ways time tendency opportunity chance decision reason permission "
    "order refuse refuses decide decides choose chooses agree agrees hope hopes plan plans "
    "manage manages prefer prefers helps help allows allow enables enable enough too only not "
    "doomed constrained destined bound forced inclined tempted having intended meant designed "
    "motivated compelled obliged encouraged and or respect regard relation according compared "
    "prior similar equal close up seem proves proven ability long soon often much many "
    "best better".split()
)


_AS_BEFORE = frozenset("it they there he she this you we these".split())
"""`as it melts` gives a reason, `as wax` a role."""


def _is_infinitive(tagged: Sequence[Tagged], at: int) -> bool:
    """`to sort`, `to quickly sort`."""
    after = tagged[at + 1]
    if after.may("V"):
        return True
    split = after.lower.endswith("ly") and after.may("R") and at + 2 < len(tagged)
    return split and tagged[at + 2].may("V")


def _opens_purpose(tagged: Sequence[Tagged], at: int) -> bool:
    """`use X to sort`, but not `needs to sort`, `easy to sort`, `the need to sort`."""
    before = tagged[at - 1] if at else None
    ranges = any(word.lower == "from" for word in tagged[max(0, at - 4) : at])
    if ranges and tagged[at + 1].verbness <= 1:
        return False  # `from flower to flower`
    if before is not None and before.lower == "time" and tagged[at - 2].lower == "of":
        return True
    return before is None or before.lower not in _TAKES_TO
