"""The parser's verbs against a hand-tagged list, and both against an independent tagger.

The list is verbs.txt. The tagger is textblob's PatternTagger, a rule tagger with a lexicon of its
own (Brill's approach), which runs offline; it knows nothing of clauses, so it can only say whether
a word is a verb where it stands.
"""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from textblob.en.taggers import PatternTagger

from flashcards.english.clauses import parse
from flashcards.english.tokens import tokens


class Noted(NamedTuple):
    text: str
    verb: str
    """The finite main verb, or nothing."""


def _noted() -> list[Noted]:
    lines = (Path(__file__).parent / "verbs.txt").read_text("utf-8").splitlines()
    pairs = (line.rsplit(" | ", 1) for line in lines if not line.startswith("#"))
    return [Noted(text, "" if verb == "-" else verb) for text, verb in pairs]


NOTED = _noted()


def ours(text: str) -> str:
    clause = parse(text)
    return clause.verb if clause else ""


@cache
def tagged(text: str) -> dict[str, str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its word list open
        return dict(PatternTagger().tag(text))


@pytest.mark.parametrize("noted", NOTED, ids=lambda noted: noted.text)
def test_a_verb_is_the_right_one_or_none(noted: Noted) -> None:
    """A wrong verb makes a garbled question, a missing one only a missing card."""
    assert ours(noted.text) in {noted.verb, ""}


def test_most_verbs_are_found() -> None:
    told = [noted for noted in NOTED if noted.verb]
    missed = [noted.text for noted in told if not ours(noted.text)]
    assert len(missed) * 10 <= len(told), missed


def test_the_list_agrees_with_the_tagger() -> None:
    """The hand did not tag to suit the parser: the tagger takes three of four of its verbs for
    verbs too (of the others it knows only the noun: `hunt`, `lives`)."""
    told = [noted for noted in NOTED if noted.verb]
    agreed = [noted for noted in told if tagged(noted.text).get(noted.verb, "").startswith("VB")]
    assert len(agreed) * 4 >= len(told) * 3, len(agreed)


def test_the_parser_finds_more_of_them_than_the_tagger_alone() -> None:
    """Taking the tagger's first finite verb instead would be wrong more often."""

    def by_tagger(text: str) -> str:
        tags = tagged(text)
        words = [token.text for token in tokens(text)]
        return next((word for word in words if tags.get(word) in {"VBZ", "VBP", "VBD"}), "")

    right = sum(ours(noted.text) == noted.verb for noted in NOTED)
    assert right > sum(by_tagger(noted.text) == noted.verb for noted in NOTED)
