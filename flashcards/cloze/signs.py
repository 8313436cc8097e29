"""Rows that signs join, `low insulin -> high glucose -> diabetes` and `inducer = allolactose`, and
what of them to hide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from flashcards import lazy_re as re
from flashcards.cloze.written import Hidden
from flashcards.english import closed
from flashcards.english.everyday import GENERIC, VAGUE
from flashcards.english.imperatives import commanded
from flashcards.english.lists import number_word
from flashcards.english.sentences import is_short
from flashcards.english.stems import stems, tells
from flashcards.english.tagging import is_common_word, tag
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.lint import LONGEST_GAP, MOST_GAPS, MOST_HIDDEN

ARROW, EQUALS = "->", "="


class Stretch(NamedTuple):
    """A part of a text."""

    start: int
    end: int


class Link(NamedTuple):
    """A sign, and what it joins."""

    sign: str
    left: Stretch
    right: Stretch


def links(text: str) -> list[Link]:
    """The signs of a text with their sides, in order; none inside of brackets, code or formulas.

    A comma parts an equation from what stands before it, a semicolon or a full stop any row.

    >>> text = "leading = continuous, lagging = in pieces"
    >>> [(text[slice(*one.left)], text[slice(*one.right)]) for one in links(text)]
    [('leading', 'continuous'), ('lagging', 'in pieces')]
    """
    opened = comma = 0
    signs: list[tuple[Token, int]] = []  # each with the place where its left side begins
    ends: list[int] = []
    joins = _JOINS | {RANKS} if len(_RANKED.findall(text)) > 1 else _JOINS
    for token in _outside(text):
        if token.text in joins and text[token.start - 1 : token.start].isspace():
            if len(ends) < len(signs):
                ends.append(
                    comma - 1 if token.text not in _CHAINS and comma > opened else token.start
                )
            signs.append((token, comma if token.text not in _CHAINS and comma > opened else opened))
            opened = comma = token.end
        elif token.text in _PARTS and not _is_within_word(text, token):
            comma = token.end
            if token.text != ",":
                if len(ends) < len(signs):
                    ends.append(token.start)
                opened = token.end
    if len(ends) < len(signs):
        ends.append(len(text))
    return [
        Link(sign.text, _bare(text, start, sign.start), _bare(text, sign.end, end))
        for (sign, start), end in zip(signs, ends, strict=True)
    ]


RANKS = ">"
_RANKED = re.compile(r"(?<=[a-z)]) > (?=[A-Za-z(])")
"""`Earth > solar system > galaxy`: one alone compares, `supply > demand`."""
_JOINS = frozenset([ARROW, EQUALS, "≈", "≠", "≡", "∝"])
_CHAINS = frozenset([ARROW, RANKS])
_PARTS = frozenset([",", ";", "."])
_CLOSING = {"(": ")", "[": "]", "{": "}", "“": "”"}


def _outside(text: str) -> Iterator[Token]:
    """The marks that stand in no bracket and no quotation."""
    within: list[str] = []
    for token in tokens(text):
        if token.kind != "mark":
            continue
        if within and token.text == within[-1]:
            within.pop()
        elif token.text in _CLOSING:
            within.append(_CLOSING[token.text])
        elif token.text == '"':
            within.append('"')
        elif not within:
            yield token


def _is_within_word(text: str, mark: Token) -> bool:
    """The full stop of `esp.`, not that of `Ca.`"""
    before = text[: mark.end]
    return mark.text == "." and is_short(before) and before.rpartition(" ")[2].islower()


def _bare(text: str, start: int, end: int) -> Stretch:
    """Without the blanks and commas around."""
    found = text[start:end]
    lead = len(found) - len(found.lstrip(" ,;"))
    return Stretch(start + lead, max(start + lead, start + len(found.rstrip(" ,;."))))


MOST_LINKS = 5
_SIGNS_OF_CODE = re.compile(
    r"[\\{}|_*#]\w|\w_|\w\[(?![A-Z])|==|:=|!=|[<+*/-]=|\w\(\w*\) =|= [\w.]+\(|…|\.\.\.|•|<\w+>|<$|"
    r"</|\bvs\b|\b(?:is|are|be|was|equals?|to|by|of) (?:=|->)|"
    r"\d[%kKM]? -> [~$]?\d"
)
_WRITTEN = re.compile(r"`[^`]*`|\$(?![\d ])[^$]*\$")
"""Code and formulas that are marked as such, and may hold any sign."""
_MENU = re.compile(
    r"(?:^|> )(?:settings|preferences|options|file|edit|view|tools|help|window|menu|insert|"
    r"control panel|format|system|start|network|properties|advanced|general|account|profile)\b"
    r"(?= -?>|$)",
    re.IGNORECASE,
)
"""The way through the menus of a program."""
_TALK = re.compile(r"\?|!|\b(?:you|your|we|our|my|don['’]?t|e\.g|i\.e|etc|eg)\b", re.IGNORECASE)


def is_row(text: str) -> bool:
    """Whether words are joined by signs: no formula, no code, no path through menus, no advice."""
    joined = links(text)
    if not 1 <= len(joined) <= MOST_LINKS or _TALK.search(text):
        return False
    if _SIGNS_OF_CODE.search(_WRITTEN.sub("X", text)):
        return False
    if any(_runs_on(text[slice(*link.left)]) for link in joined[1:]):
        return False
    sides = [text[slice(*one)] for link in joined for one in (link.left, link.right)]
    if any(word_count(side) > LONGEST_COMPARED for side in sides if _COMPARED.search(side)):
        return False
    if _MENU.search(text) or any(side.count("`") % 2 or not _tells(side) for side in sides):
        return False
    return sum(token.kind == "word" for token in tokens(text)) * 3 >= word_count(text)


LONGEST_COMPARED = 3
_COMPARED = re.compile(r"[a-z] [<>] [a-z]")
"""`supply > demand`; between more words the sign stands for what comes next."""


def _runs_on(station: str) -> bool:
    """Whether a row ends within it and the next begins: `wind and rain Second cause`."""
    return any(
        not before.is_capitalised and word.is_capitalised and is_common_word(word.lower)
        for before, word in pairwise(tokens(station))
        if before.kind != "mark" and not word.is_name and len(word.text) > 1
    )


_TELLING = re.compile(
    r"[^\W\d_]{3,}|[a-z]?[A-Z]{2,}|[a-z][A-Z]|[^\W_]*\d[^\W_]*|[^\W_]*[A-Z][^\W_]+|\$[^$]+\$|`[^`]+`"
)


def _tells(side: str) -> bool:
    """Whether a side says more than a letter."""
    return bool(_TELLING.search(side)) and bool(tokens(side))


def says_of_what(left: str, *, named: bool) -> bool:
    """Whether the first side of a row says what it is about: by itself, as `alcohol inhibits ADH`
    does, or with what is named above it, `Price`."""
    words = {token.lower for token in tokens(left)}
    if not stems(left) or (len(words) > 1 and words <= _EMPTY):
        return False
    rare = any(tells(t) and not is_common_word(t.lower) and len(t.text) > 3 for t in tokens(left))
    return named or rare or len(stems(left)) > 1


def hidden(text: str, shown: int) -> list[list[Hidden]]:
    """What to hide of a row, the better ways first: of a chain each station but the first, of a
    pair the side that the other one tells. `shown` counts the words that stand before the text."""
    joined = links(text)
    whole = word_count(text) + shown
    if len(joined) == 1:
        return [[one] for one in _of_a_pair(text, joined[0], whole)]
    found = [one for link in joined for one in _fitting(text, link.right, whole)[:1]]
    return [found[:MOST_GAPS]] if found else []


def _of_a_pair(text: str, link: Link, whole: int) -> Iterator[Hidden]:
    right = _fitting(text, link.right, whole)
    left = _named(text, link, whole)
    entire = [one for one in right if one.end == _past(text, link.right)]
    if listed(text, link):
        yield from (*entire, *left)
    elif link.sign != ARROW:
        yield from (*(one for one in right if one not in entire), *entire, *left)
    else:
        yield from (*right, *left)


def is_deed(text: str, link: Link) -> bool:
    """Whether an arrow points to what to do, `loose wheel -> check the axle`, where a learner may
    think of much else."""
    return link.sign == ARROW and commanded(text[slice(*link.right)]) is not None


def listed(text: str, link: Link) -> list[str]:
    """The things of a list that a sign points to; none where it is no list."""
    return _listed(text[link.right.start : _past(text, link.right)])


def _listed(said: str) -> list[str]:
    items = [item for item in _JOINTS.split(said) if item]
    named = all(_is_thing(item) for item in items)
    least = 2 if _TIED.search(said) else 3
    return items if len(items) >= least and named else []


def _is_thing(item: str) -> bool:
    """Whether an item of a list is a short name, and no part of a formula."""
    found = tokens(item)
    plain = "(" not in item and ")" not in item and " / " not in item
    return plain and tag(found[0]).may("NA") and word_count(item) <= LONGEST_NAME


_JOINTS = re.compile(r", (?:and )?| \+ | and ")
_TIED = re.compile(r" \+ | and ")


def _fitting(text: str, side: Stretch, whole: int) -> list[Hidden]:
    """A side without the bracket at its end, and what stands before its first comma, where a gap
    has room for them."""
    end = _past(text, side)
    said = text[side.start : end]
    count = len(_listed(said))
    found = [Hidden(side.start, end, f"{number_word(count)} things" if count else "")]
    comma = said.find(", ")
    if comma > 0:
        found.append(Hidden(side.start, side.start + comma))
    return [one for one in found if _may_be_hidden(text[one.start : one.end], whole)]


_BRACKET = re.compile(r"(?<=[\w%.]) \([^()]*\)$")


def _past(text: str, side: Stretch) -> int:
    bracket = _BRACKET.search(text, side.start, side.end)
    return bracket.start() if bracket else side.end


_REMARK = re.compile(
    r"(?:no longer|not|so|then|thus|therefore|hence|see|only|this|that|it|they|these|very|"
    r"much|quite|too)\b",
    re.IGNORECASE,
)


_EMPTY = GENERIC | VAGUE | closed.DEGREE_ADVERBS | closed.FUNCTION_WORDS
_OPEN_ENDS = frozenset("where which that who of the with to for and or".split())


def says_what(said: str) -> bool:
    """Whether a side that a sign points to says something; not where it is a remark or a plan."""
    if _REMARK.match(said) or (said[:1].isupper() and commanded(said)):
        return False
    words = [token.lower for token in tokens(said) if token.kind != "mark"]
    cut = words[-1:] and words[-1] in _OPEN_ENDS
    return not cut and not set(words) <= _EMPTY


def _may_be_hidden(said: str, whole: int) -> bool:
    size = word_count(said)
    if not 1 <= size <= LONGEST_GAP or size > whole * MOST_HIDDEN or "}" in said:
        return False
    return says_what(said) and said.count("(") == said.count(")") and not said.count('"') % 2


LONGEST_NAME = 4
LEAST_TOLD = 3
"""Content words that tell which name is meant."""


def _named(text: str, link: Link, whole: int) -> list[Hidden]:
    """The left side, where it is a name that the right side explains."""
    name = text[slice(*link.left)]
    told = stems(text[slice(*link.right)])
    found = tokens(name)
    if told & stems(name):
        return []
    if word_count(name) > LONGEST_NAME or len(told) < LEAST_TOLD or not _may_be_hidden(name, whole):
        return []
    plain = all(token.kind == "word" or token.text in "-'’" for token in found)
    last = tag(found[-1])
    return [Hidden(*link.left)] if plain and last.may("NA") and not last.may("ID") else []
