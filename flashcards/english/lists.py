"""Lists inside a sentence: `A, B, and C`."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count

_LAST = re.compile(r",?\s+(?:and|or|&|as well as)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:,?\s*(?:and|or)?\s*(?:etc\.?|and so on|and so forth|and more|among others|…|\.\.\.))+\s*$",
    re.IGNORECASE,
)
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def split_list(text: str, *, longest: int = 8) -> list[str] | None:
    """The items of a list of phrases, or None where the text is no plain list.

    `longest` is the number of words an item may have. A closing "etc." is dropped; ask
    `is_open` about it.

    >>> split_list("poor latency, high cost, and lock-in")
    ['poor latency', 'high cost', 'lock-in']
    >>> split_list("fever + rash + sore throat")
    ['fever', 'rash', 'sore throat']
    >>> split_list("A tree, which is a graph without cycles, and more")
    """
    body = _without_tail(text.strip().rstrip(".;")).strip()
    separator = ";" if ";" in body else "," if "," in body or " + " not in body else "+"
    pieces = _split_outside(body, separator)
    if pieces:
        head, last = pieces[:-1], pieces[-1]
        joined = _LAST.split(" " + last) if separator == "," else [last]
        items = [*head, *joined] if len(pieces) > 1 else _pair(body)
    else:
        items = []
    items = [_bare(item) for item in items]
    items = [item for item in items if item]
    if not 2 <= len(items) <= 12 or any(not _is_phrase(item, longest) for item in items):
        return None
    return items


_TAILS = ("etc", "etc.", "so on", "so forth", "more", "others", "…", "...")
"""How what `_TAIL` finds ends, which is sooner seen."""


def _without_tail(text: str) -> str:
    return _TAIL.sub("", text) if text.rstrip().lower().endswith(_TAILS) else text


def is_open(text: str) -> bool:
    """Whether a list says that it has further members: `A, B, etc.`."""
    return bool(_TAIL.search(text.strip().rstrip(".;") + " ")) or text.rstrip(" .").endswith("etc")


def _pair(body: str) -> list[str]:
    parts = re.split(r"\s+(?:and|or|&)\s+", body)
    return parts if len(parts) == 2 else [body]


def _bare(item: str) -> str:
    return re.sub(r"^(?:and|or|&)\s+", "", item.strip()).strip(" ,;")


def _split_outside(text: str, separator: str) -> list[str]:
    """Split at a separator outside of brackets, quotes, code and formulas."""
    pieces, start, depth = [], 0, 0
    for token in tokens(text):
        depth += (token.text in "([{“") - (token.text in ")]}”")
        if token.text == separator and depth <= 0:
            pieces.append(text[start : token.start])
            start = token.end
    pieces.append(text[start:])
    return [piece for piece in pieces if piece.strip()]


_NO_ITEMS = frozenset("to also so then thus instead rather not but hence".split())
_CLAUSAL = closed.AUXILIARIES | closed.RELATIVES | closed.SUBJECT_PRONOUNS | frozenset({"not"})


_OPEN_NO_ITEM = closed.SUBORDINATORS | _NO_ITEMS


def _is_phrase(item: str, longest: int) -> bool:
    here = tokens(item)
    if " such as " in f" {item} " or "e.g." in item:
        return False
    if not here or word_count(item) > longest or item.count("(") != item.count(")"):
        return False
    first = tag(here[0])
    if first.lower in _OPEN_NO_ITEM:
        return False
    return not any(token.lower in _CLAUSAL for token in here)


def number_word(count: int) -> str:
    """`3` as `three`; above ten in digits."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
