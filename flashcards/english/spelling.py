"""Slips of the pen, mended where but one word can be meant: `hte`, `recieve`, `enviroment`.

Only what no word list knows is touched, and only if a single common word is one such slip away.
spelling.txt is made by benchmarks/spelling.py, which says where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.lexicon import lexicon

SHORTEST = 6
"""Letters of a word, but for those that hold a sentence together, which may be shorter."""
_SHORTEST_LACKING, _SHORTEST_VOWEL = 8, 8
_VOWELS = "aeiou"
_KEPT = re.compile(r"`[^`]*`|\$[^$]*\$|\{\{c\d+::|::[^{}]*\}\}")
_WORD = re.compile(r"(?<![\w'’.@/_\\-])[a-z]{3,}(?![\w'’@/_-])|^[A-Z][a-z]{2,}(?![\w'’@/_-])")


def mended(text: str) -> str:
    """The text without such slips; code, formulas, names and hints stay as they are.

    >>> mended("Becuase hte enviroment is a `recieve`, occuring seperately")
    'Because the environment is a `recieve`, occurring separately'
    >>> mended("Its not a part of it's hull, but its own")
    "It's not a part of its hull, but its own"
    >>> mended("Gardner discretely percepts a centrepiece, a backend, Hte")
    'Gardner discretely percepts a centrepiece, a backend, Hte'
    """
    if not any(map(_is_slip, _WORD.findall(text))) and not _KEPT.search(text):
        return _of_it(text)
    pieces, last = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [_in_words(text[last : kept.start()]), kept[0]]
        last = kept.end()
    return "".join([*pieces, _in_words(text[last:])])


def _in_words(text: str) -> str:
    return _of_it(_WORD.sub(lambda found: _meant(found[0]), text))


def _of_it(text: str) -> str:
    if "ts " not in text and "t's " not in text and "t’s " not in text:
        return text
    return _IS.sub(r"\1t's", _OWN.sub(r"\1its", text))


_OWN = re.compile(r"\b((?:of|with|from|into|by|through|within|under) )it['’]s(?= [a-z])")
"""`a part of it's hull`."""
_IS = re.compile(r"\b([Ii])ts(?= (?:not|a|an|the|never|because)\b)")
"""`its not the hull`."""


@lru_cache(maxsize=65536)
def _is_slip(word: str) -> bool:
    return _meant(word) != word


def _meant(word: str) -> str:
    meant = _right(word.lower())
    if word.islower():
        return meant
    return meant.capitalize() if meant in closed.FUNCTION_WORDS else word  # `Poolish`


@lru_cache(maxsize=65536)
def _right(word: str) -> str:
    words, real, wrong = _listed()
    known = word in words or word in real or word in closed.FUNCTION_WORDS or _is_known(word)
    if known and word not in wrong:
        return word
    if len(word) < SHORTEST:
        sure = len(word) > 3 or word in _OUGHT
        meant = {made for made in _swapped(word) if sure and made in _SHORT}
    else:
        meant = {made for made in _repairs(word) if made in words and not _BRITISH.search(word)}
    return meant.pop() if len(meant) == 1 else word


def _is_known(word: str) -> bool:
    """Whether the word list has it; what only ends like an English word may be a slip."""
    known = lexicon()
    nouns = known.nouns
    if word in nouns or word in known.adjectives or word in known.adverbs or known.forms(word):
        return True
    return word.removesuffix("s") in nouns or word.removesuffix("es") in nouns


@cache
def _listed() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The common words, those that look like a slip and are none, and slips that are well known."""
    lines = (files("flashcards.english") / "spelling.txt").read_text("utf-8").split("\n")[1:]
    return (
        frozenset(line for line in lines if line[:1] not in "-+"),
        frozenset(line[1:] for line in lines if line[:1] == "-"),
        frozenset(line[1:] for line in lines if line[:1] == "+"),
    )


_SHORT = frozenset("the and than that with this which have when they what where been from".split())
_OUGHT = frozenset(["hte", "teh", "adn"])
"""Of three letters no other slips are sure: `pre`, `nad` and `ist` are words elsewhere."""
_BRITISH = re.compile(r"(?:i[sz](?:e[sd]?|ing)|res?)$")


def _repairs(word: str) -> Iterator[str]:
    """The words of which this one may be a slip."""
    yield from _swapped(word)
    if len(word) + 1 >= _SHORTEST_LACKING:
        for at in range(1, len(word)):
            for letter in "abcdefghijklmnopqrstuvwxyz":
                yield word[:at] + letter + word[at:]
    if len(word) > _SHORTEST_LACKING:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word)) if _twice(word, at))
    if len(word) >= _SHORTEST_VOWEL:
        yield from _other_vowels(word)


def slips_of(word: str) -> Iterator[str]:
    """What may be written for a word by one such slip."""
    if len(word) >= SHORTEST or word in _SHORT:
        yield from _swapped(word)
    if len(word) >= _SHORTEST_LACKING:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))
    if len(word) >= SHORTEST:
        yield from (word[:at] + word[at] + word[at:] for at in range(1, len(word)))
    if len(word) >= _SHORTEST_VOWEL:
        yield from _other_vowels(word)


def _swapped(word: str) -> Iterator[str]:
    """Two letters beside each other the other way round."""
    first = 1 if len(word) >= SHORTEST else 0
    for at in range(first, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _twice(word: str, at: int) -> bool:
    return word[at] == word[at - 1]


def _other_vowels(word: str) -> Iterator[str]:
    """One vowel inside for another: `seperate`."""
    for at in range(2, len(word) - 1):
        if word[at] in _VOWELS:
            yield from (word[:at] + other + word[at + 1 :] for other in _VOWELS)
