"""A gap whose words fit nearly everywhere."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.cloze.bars.sight import NUMBERS, Sight
from flashcards.cloze.wanting import is_comparative
from flashcards.cloze.words import KINDS, MADE_PREPOSITION, WEAK
from flashcards.english.closed import NUMBER_WORDS
from flashcards.english.everyday import GENERIC, VAGUE
from flashcards.english.tagging import is_common_word

_WITHOUT_NEWS = GENERIC | KINDS


def is_generic(sight: Sight) -> bool:
    """Words that fit nearly everywhere, alone or as what tells a kind apart."""
    content, trait = sight.content, sight.trait
    if trait in NUMBERS or trait == "degree":
        return False
    if not content or all(word in _WITHOUT_NEWS for word in content):
        return True
    if trait == "term" or (trait == "marked" and "`" not in sight.hidden):
        return content[-1] in GENERIC and not _is_a_term(content)
    return trait not in {"marked", "name", "naming", "list"} and _is_generic_phrase(sight)


def _is_a_term(content: list[str]) -> bool:
    """`guest operating system`, `IKEA effect`: other words tell what a general noun is here."""
    telling = [w for w in content[:-1] if w not in _TELLING_NOTHING and w not in NUMBER_WORDS]
    return bool(telling) and content[-1] not in _PARTS_OF_A_TEXT


_PARTS_OF_A_TEXT = frozenset(
    "issue issues problem problems example examples question questions idea ideas reason reasons "
    "case cases point points people fact facts result results purpose goal goals way ways".split()
)
"""Nouns that say what a note is about to tell."""
_TELLING_NOTHING = VAGUE | GENERIC | WEAK


def _is_generic_phrase(sight: Sight) -> bool:
    """A phrase that an empty head, an idiom or exchangeable adjectives make a poor gap."""
    content, trait = sight.content, sight.trait
    if _BEFORE_NOUN.search(sight.before) and MADE_PREPOSITION.match(sight.hidden + sight.after):
        return True
    if trait == "complement" and content[-1] in {"example", "examples"}:
        return True
    if content[-1] in _EMPTY_HEADS or _IDIOM.search(f"{sight.before}{sight.hidden}"):
        return True
    if content[-1] in VAGUE or is_comparative(content[-1]):
        return True
    if trait not in {"subject", "kind"} and " of " in sight.hidden and content[-1] not in GENERIC:
        return content[0] in GENERIC
    if content[-1] in GENERIC and (trait in {"subject", "kind"} or _TIED.match(sight.after)):
        return True
    telling = content if trait == "kind" else content[:-1]
    vague_first = trait == "kind" and content[0] in VAGUE
    return vague_first or (bool(telling) and all(word in _TELLING_NOTHING for word in telling))


_TIED = re.compile(r"\s*(?:of|for)\b")
_EMPTY_HEADS = frozenset("way ways thing things time times case cases part parts lot lots".split())
_BEFORE_NOUN = re.compile(r"\b(?:in|on|by|with|at|for|as)(?: the| a)? $", re.IGNORECASE)
_IDIOM = re.compile(
    r"\b(?:tak|mak|pay|giv|hav|tell)\w* (?:\w+ )?(?:care|place|part|advantage|account|note|sense|"
    r"use|attention|rise|trouble|difficulty|difference)(?: of [\w ]+)?$"
)
"""`take care`, `make sense`: a verb and a noun that are one."""


def is_plain_subject(sight: Sight) -> bool:
    content = sight.content
    lone = len(content) == 1
    apart = sight.after.startswith((" (", " -", " –", " —", ";"))
    return sight.trait == "subject" and (apart or (lone and is_common_word(content[0])))
