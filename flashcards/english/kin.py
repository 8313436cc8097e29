"""Words of one family: `deterrent` and `deterrence`, a word and a slip of the pen."""

from __future__ import annotations

from functools import lru_cache

from flashcards.english.stems import stems

_SHORTEST, _SHORTEST_SLIP, _OPENING = 6, 7, 3
"""Letters that words of a family open with; letters of a word whose slip is seen through; letters
at its head in which no slip is."""
_ENDING = 3
"""Letters at the end of a word in which a slip may make another word: `nitrate`, `nitrite`."""
_MOST = 60
"""Words that are compared with others one by one; no answer has more."""


def akin(one: str, other: str) -> bool:
    """Whether two stems are of one family, or one is the other with one letter amiss.

    >>> akin("deterrent", "deterrenc"), akin("echelon", "echolon"), akin("vector", "vecotr")
    (True, True, True)
    >>> akin("matrix", "matric"), akin("vertex", "vertic"), akin("vertex", "vermin")
    (True, True, False)
    >>> akin("nitrat", "nitrit"), akin("absorption", "adsorption"), akin("explicit", "implicit")
    (False, False, False)
    """
    if one == other or _plain(one) == _plain(other):
        return True
    least, most = sorted((len(one), len(other)))
    if least < _SHORTEST or one[:_OPENING] != other[:_OPENING]:
        return False
    same = next((at for at in range(least) if one[at] != other[at]), least)
    if same >= _SHORTEST and same * 4 >= most * 3:
        return True
    left, right = one[same:], other[same:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    missed = left[1:] == right or left == right[1:]
    amiss = left[1:] == right[1:] and len(left) > _ENDING and most >= _SHORTEST_SLIP
    return swapped or missed or amiss


def _plain(word: str) -> str:
    """`matrix` and the `matric` of `matrices` alike."""
    return f"{word[:-2]}ic" if len(word) > _SHORTEST_ROOT and word.endswith(("ix", "ex")) else word


_SHORTEST_ROOT = 4


def parts(text: str) -> frozenset[str]:
    """The stems of a text, and of what its words with a hyphen are made of."""
    return stems(text) | stems(text.replace("-", " ")) if "-" in text else stems(text)


def seen(told: frozenset[str], shown: frozenset[str]) -> frozenset[str]:
    """Those of the stems that others show: a word of their family, or all parts of a compound.

    >>> sorted(seen(stems("row-echelon matrices"), parts("Matrix in row echolon form")))
    ['matric', 'row-echelon']
    """
    if len(told) > _MOST:
        return told & shown
    return frozenset([word for word in told if word in shown or _is_akin(word, shown)])


@lru_cache(maxsize=64)
def _by_opening(shown: frozenset[str]) -> dict[str, list[str]]:
    """The stems by their first letters, which words of a family share."""
    found: dict[str, list[str]] = {}
    for word in shown:
        found.setdefault(word[:_OPENING], []).append(word)
    return found


def _is_seen(word: str, shown: frozenset[str]) -> bool:
    return word in shown or _is_akin(word, shown)


def _is_akin(word: str, shown: frozenset[str]) -> bool:
    alike = _by_opening(shown).get(word[:_OPENING])
    if alike and len(word) > _SHORTEST_ROOT and any(akin(word, other) for other in alike):
        return True
    made_of = stems(word.replace("-", " ")) if "-" in word else frozenset()
    return bool(made_of) and all(_is_seen(part, shown) for part in made_of)
