"""Phrases that want no article although their noun is counted."""

from __future__ import annotations

from flashcards.english.articles.places import ASKING
from flashcards.english.tokens import Token


def is_fixed(found: tuple[Token, ...], at: int, end: int) -> bool:
    """Whether the phrase of the words from `at` to `end` stays as it is: `kind of function`,
    `in place`, `from client to server`, `little cost`."""
    before, here, head = found[at - 1].lower, found[at].lower, found[end - 1].lower
    if before == "of" and at > 1 and found[at - 2].lower in _KINDS:
        return True
    if (before == "in" and head in _WAYS) or (here in _MEASURES and found[end].lower != "of"):
        return True
    return here in _WORDS.get(before, ()) or _is_listed(found, at, end) or _is_said(found, at, end)


_KINDS = frozenset(
    "kind kinds type types sort sorts form forms lack number amount piece point out part because "
    "instead terms case species rate category categories time lot lots".split()
)
"""`type of function`, `time of day`."""
_WAYS = frozenset("format mode order style form fashion context process".split())
"""`in JSON format`, `in alphabetical order`."""
_MEASURES = frozenset("little much less more enough half whatever".split())
_WORDS = {
    before: frozenset(words.split())
    for before, words in {
        "in": "place step line turn case part question range scope school court bed person series "
        "sequence class column principle tandem cache hex practice front",
        "on": "board stage target page request screen site disk video",
        "at": "home school point bay step first level node least most",
        "under": "test attack stress",
        "to": "end date scale",
        "as": "part input output result example",
        "from": "home scratch",
        "of": "course interest sense thumb house mouth",
        "for": "instance example",
        "over": "time",
    }.items()
}
"""Words that stand bare after a preposition: `in turn`, `rule of thumb`."""


def _is_listed(found: tuple[Token, ...], at: int, end: int) -> bool:
    """`from client to server`, `locks and keys`: pairs need no article."""
    after = found[end]
    if after.lower in {"and", "or", "nor", "vs"} or after.text in {"/", "-", "–"}:
        return True
    if after.text == "(":
        return not (end + 1 < len(found) and found[end + 1].text.isupper())  # `(CER)`
    comma = after.text == "," and not (end + 1 < len(found) and found[end + 1].lower in ASKING)
    words = {token.lower for token in found}
    paired = found[at - 1].lower in {"from", "to"} and {"from", "to"} <= words
    return comma or paired or (at > 1 and found[at - 2].lower == found[at].lower)


def _is_said(found: tuple[Token, ...], at: int, end: int) -> bool:
    """`Why is cost function convex set?` says one thing of another, and hides where one ends."""
    asked = found[0].lower in {"why", "when", "how"} and found[at - 1].lower in {"is", "was"}
    return asked and found[end].text == "?"
