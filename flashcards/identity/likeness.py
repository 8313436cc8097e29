"""How alike two texts are, and the forms of a text that are compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

COMPARED = 2000
"""Characters of a text that are compared: the time grows with their square."""

_UNIFIED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...",
                          "*": None, "_": None, "=": None, "`": None})  # fmt: skip
_TASK = re.compile(
    r"(?:\[[^\]]\]|TODO|DOING|DONE|LATER|NOW|WAITING|CANCELLED)\s+(?:\[#[ABC]\]\s+)?"
)
_ANCHOR = re.compile(r"\s\^[A-Za-z0-9-]+$")
_LABEL = re.compile(r"\s*(?:\[[ xX]\]\s+)?(.{2,80}?)(?:\s*::?(?=\s|$)|\s+(?:-+|–|—|=|=>|->|→)\s)")
_CELL = re.compile(r"\|\s*([^|]{2,80}?)\s*\|")
_WORD = re.compile(r"\w+")
_SHORT = 24
"""Characters of a text that may be a label without a mark."""
_STEM = 5
"""Letters by which a word is known in its other forms: stores, stored, storing."""
_SMALL = 3
"""Letters of words that most sentences have."""


def likeness(one: str, other: str) -> float:
    """From 0 to 1: twice the longest common subsequence over both lengths."""
    from rapidfuzz.distance import Indel  # a first build compares nothing

    return Indel.normalized_similarity(one[:COMPARED], other[:COMPARED])


def squeezed(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split()) if "  " in text or "\t" in text else text


def normal(text: str) -> str:
    """The text without what an editor changes by itself: case, spaces, emphasis, quotes, anchors,
    a task's state, the mark at its end, empty columns."""
    bare = _ANCHOR.sub("", _TASK.sub("", text, count=1) if _TASK.match(text) else text)
    folded = unicodedata.normalize("NFKC", bare).translate(_UNIFIED).casefold()
    return " ".join(folded.split()).rstrip(".:;,| ")


def label(text: str) -> str:
    """What stands before the first colon, dash or equals sign, or in the first column of a row, or
    a short text as a whole, in normal form; or nothing."""
    found = _LABEL.match(text.replace("**", "").replace("__", "")) or _CELL.match(text)
    if found:
        return normal(found[1])
    return normal(text) if len(text) <= _SHORT else ""


def begins(one: str, other: str, least: int = 20) -> bool:
    """Whether the shorter text, if it is long enough to tell, begins the longer one."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= least and longer.startswith(shorter)


def words(text: str) -> set[str]:
    """What a text is found by: its words, or pairs of letters where a script has no spaces."""
    found: set[str] = set()
    for word in _WORD.findall(text[:COMPARED].casefold()):
        if word.isascii() or len(word) < 3:
            found.add(word)
        else:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
    return found


def shared_words(one: str, other: str) -> float:
    """From 0 to 1: how many of their telling words two texts have in common, by count.

    Sentences built alike have the small words and half their letters in common, and say other
    things; a reworded sentence keeps most of its longer words.
    """
    mine, yours = _telling(one), _telling(other)
    if not mine or not yours:
        return 0.0
    return 2 * (mine & yours).total() / (mine.total() + yours.total())


def _telling(text: str) -> Counter[str]:
    found = _WORD.findall(normal(text[:COMPARED]))
    return Counter(word[:_STEM] for word in found if len(word) > _SMALL or not word.isascii())
