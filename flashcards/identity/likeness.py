"""How alike two texts are, and the forms of a text that are compared."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Indel

COMPARED = 2000
"""Characters of a text that are compared: the time grows with their square."""

_UNIFIED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...",
                          "*": None, "_": None, "=": None, "`": None})  # fmt: skip
_LABEL = re.compile(r"\s*(?:\[[ xX]\]\s+)?(.{2,80}?)(?:\s*::?(?=\s|$)|\s+(?:-+|–|—|=|=>|->|→)\s)")
_WORD = re.compile(r"\w+")
_SPACED = re.compile(r"[\W_]+")


def likeness(one: str, other: str) -> float:
    """From 0 to 1: twice the longest common subsequence over both lengths."""
    return Indel.normalized_similarity(one[:COMPARED], other[:COMPARED])


def normal(text: str) -> str:
    """The text without what an editor changes by itself: case, spaces, emphasis, quotes."""
    folded = unicodedata.normalize("NFKC", text).translate(_UNIFIED).casefold()
    return " ".join(folded.split())


def label(text: str) -> str:
    """What stands before the first colon, dash or equals sign, in normal form; or nothing."""
    found = _LABEL.match(text.replace("**", "").replace("__", ""))
    return normal(found[1]) if found else ""


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
