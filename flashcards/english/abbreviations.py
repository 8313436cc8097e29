"""Abbreviations and what they stand for, by a strict test of letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from flashcards import lazy_re as re

WELL_KNOWN = frozenset(
    "AI ML GPU GPUS CPU CPUS URL HTML CSS USA US UK EU UN PDF TV PC ID OK FAQ DIY CEO CTO CFO "
    "HR PR IT QA API HTTP HTTPS WWW USB RAM JSON XML SQL AM PM BC AD NY LA NASA FBI DNA".split()
)
"""Abbreviations that stand for themselves; asking them teaches nothing."""

_PAREN = re.compile(r"\(([^()]{2,80})\)")
_ABBREVIATION = re.compile(r"^[A-Z][A-Za-z0-9&/-]{1,9}s?$")
_SMALL = frozenset("of the and in for to a an on by with at from or as & is".split())
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’][a-z]+)?")


@dataclass(frozen=True, slots=True)
class Expansion:
    abbreviation: str
    words: str
    start: int
    """Where `words (ABBR)` or `ABBR (words)` begins in the text."""
    end: int


def expansions(text: str) -> list[Expansion]:
    """The pairs `Named Entity Recognition (NER)` and `NER (named entity recognition)` of a text.

    >>> [(e.abbreviation, e.words) for e in expansions("a bank of Finite State Machines (FSMs)")]
    [('FSM', 'Finite State Machines')]
    >>> [(e.abbreviation, e.words) for e in expansions("PIN = personal identification number")]
    [('PIN', 'personal identification number')]
    >>> expansions("Warm Ovens for Rising Bread (LOAF)")
    []
    """
    found = list(_expansion_told(text))
    for paren in _PAREN.finditer(text):
        inside, reach = paren.group(1).strip(), max(0, paren.start() - _FARTHEST)
        before = text[reach : paren.start()].rstrip()
        if _is_abbreviation(inside):
            words = _expansion_before(before, inside)
            if words:
                start = reach + len(before) - len(words)
                found.append(Expansion(_singular(inside), words, start, paren.end()))
        else:
            last = before.rsplit(None, 1)[-1].lstrip("(“\"'*") if before else ""
            if _is_abbreviation(last) and stands_for(_singular(last), inside):
                found.append(Expansion(_singular(last), inside, paren.start() - 1 - len(last),
                                       paren.end()))  # fmt: skip
    return [pair for pair in found if pair.abbreviation.upper() not in WELL_KNOWN]


_TOLD = re.compile(
    r"^(?P<short>[A-Z][A-Za-z0-9&/-]{1,9}s?) ?(?:=|:| -| –| —) [\"“]?"
    r"(?P<words>[A-Za-z][^.,;:=()\"“”]{4,80})"
)


def _expansion_told(text: str) -> Iterator[Expansion]:
    """`ABBR = words`, `ABBR: words`, at the head of a text."""
    told = _TOLD.match(text)
    if told is None or not _is_abbreviation(told["short"]):
        return
    short, words = _singular(told["short"]), told["words"].strip()
    if stands_for(short, words):
        yield Expansion(short, words, 0, told.start("words") + len(words))


_FARTHEST = 400
"""Characters before an abbreviation in which its words stand."""


def spells_out(short: str, text: str) -> bool:
    """Whether a text opens with what an abbreviation stands for."""
    return any(_expansion_told(f"{short} = {text}"))


def _is_abbreviation(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return bool(_ABBREVIATION.match(word)) and capitals >= 2 and capitals * 2 >= len(word) - 1


def _singular(abbreviation: str) -> str:
    plural = abbreviation.endswith("s") and abbreviation[:-1].isupper()
    return abbreviation[:-1] if plural else abbreviation


def _expansion_before(before: str, abbreviation: str) -> str:
    """The last words of a text that the letters stand for, or nothing."""
    short = _singular(abbreviation)
    found = list(_WORD.finditer(before))
    for count in range(2, min(len(found), len(short) + 4) + 1):
        words = before[found[-count].start() :]
        if re.search(r"[.;:,()!?]", words):
            return ""
        if words.split(None, 1)[0].lower() not in _SMALL and stands_for(short, words):
            return words
    return ""


def stands_for(abbreviation: str, words: str) -> bool:
    """Whether the letters are the initials of the words, small words and hyphens optional, or
    non-empty prefixes of all content words in order.

    >>> stands_for("FLEET", "Flexible Ensemble Training")
    True
    >>> stands_for("MCAR", "Missing at Random")
    False
    """
    letters = re.sub(r"[^a-z0-9]", "", abbreviation.lower())
    parts = [part.lower() for part in _WORD.findall(words.replace("-", " "))]
    if len(parts) < 2 or len(parts) > 12 or len(letters) < 2:
        return False
    return _matches(letters, tuple(parts)) and letters != "".join(parts)


def _matches(letters: str, parts: tuple[str, ...]) -> bool:
    """Dynamic programme over (letters used): every part gives a prefix, small words may give none.

    Prefixes longer than one letter are taken only where the letters themselves go on so (FLE-E-T),
    hence at most as many as half of the letters may be second or later ones of their word.
    """
    states: dict[int, int] = {0: 0}  # letters used -> fewest non-initial letters
    for part in parts:
        following: dict[int, int] = {}
        for used, extra in states.items():
            if part in _SMALL:
                following[used] = min(following.get(used, 99), extra)
            longest = 0
            while (
                longest < len(part)
                and used + longest < len(letters)
                and part[longest] == letters[used + longest]
            ):
                longest += 1
                after = used + longest
                following[after] = min(following.get(after, 99), extra + longest - 1)
        states = following
    return states.get(len(letters), 99) <= len(letters) // 2


_SHORT = re.compile(r"\b[A-Z]{2,6}\b")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}")


def in_full(words: str, texts: Callable[[], Iterable[str]]) -> str:
    """An expansion with its own abbreviations spelled out, where earlier texts do so.

    `texts` is asked only where there is something to spell out.

    >>> in_full("Asynchronous SHA", lambda: ["Approach: Successive Halving"])
    'Asynchronous Successive Halving'
    >>> in_full("Random Forest", lambda: [])
    'Random Forest'
    """
    short = _SHORT.search(words)
    if short is None or len(words.split()) < 2:
        return words
    for text in texts():
        for found in _CAPITALISED.findall(text):
            for name in _ends_of(found):
                if stands_for(short[0], name):
                    return words.replace(short[0], name, 1)
    return words


def _ends_of(name: str) -> Iterator[str]:
    """A run of capitalised words, and its ends: `Scaling Message Queues`, `Message Queues`."""
    parts = name.split(" ")
    for start in range(len(parts)):
        yield " ".join(parts[start:])
