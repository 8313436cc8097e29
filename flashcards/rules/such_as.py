"""Ask for examples of a group, where a sentence names some in passing.

- Soft cheeses such as brie and ricotta spoil within days.
Q: What are two examples of soft cheeses?
A: Brie and ricotta

- There are several sorting networks, e.g. bitonic sort
Q: What is an example of sorting networks?
A: Bitonic sort

- Things such as these happen
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.lists import is_open, number_word, split_list
from flashcards.english.tagging import is_plural, tag, tag_all
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.model import Reading
from flashcards.passages.complements import is_telling, weight
from flashcards.passages.passage import Passage

BY_DEFAULT = False

_NAMING = re.compile(r",? \(?(?:such as|e\.g\.,?|for example,?|for instance,?|including) ")
MOST_ITEMS = 4
LONGEST_GROUP = 5


def read(passage: Passage) -> Iterator[Reading]:
    found = _NAMING.search(passage.text)
    if found is None:
        return
    group = _group(passage, passage.text[: found.start()])
    bracketed = "(" in found.group()
    listed = _up_to_end(passage.text[found.end() :], bracketed=bracketed)
    items = split_list(listed) or ([listed] if word_count(listed) <= 4 else [])
    if not items and not bracketed:
        listed, where = _with_place(listed)
        items = [listed] if listed else []
        group = f"{group} {where}" if group else ""
    items = [re.sub(r"^(?:or|and) ", "", item) for item in items]
    if not group or not 1 <= len(items) <= MOST_ITEMS or not all(map(_is_item, items)):
        return
    if weight(group) < 1.3:
        return
    if len(items) == 1:
        yield Reading(f"What is an example of {group}?", items[0])
    else:
        answer = listed if not is_open(listed) else ", ".join(items)
        yield Reading(f"What are {number_word(len(items))} examples of {group}?", answer)


def _group(passage: Passage, before: str) -> str:
    """The plural noun phrase that a text ends with, or nothing."""
    found = tokens(before)
    start = len(found)
    while start > 0 and _belongs(found[start - 1], last=start == len(found)):
        start -= 1
    words = found[start + _opens_with_verb(found, start) :]
    if not 1 <= len(words) <= LONGEST_GROUP or not is_plural(words[-1].lower):
        return ""
    return passage.lowered(before[words[0].start :].strip())


_QUANTIFIERS = frozenset("several many some various other certain few most different all".split())


def _opens_with_verb(found: tuple[Token, ...], start: int) -> bool:
    """`use search trees`, `to store large files`, `at running two threads`."""
    if start >= len(found) - 1:
        return False
    first = tag(found[start])
    if first.lower in {"beware", "avoid", "consider", "note", "see"}:
        return True
    if start > 0 and found[start - 1].lower == "to":
        return first.may("V")
    doing = first.may("G") and bool(first.forms)
    if start > 0:
        return doing and tag(found[start - 1]).may("I")
    return doing or (first.may("V") and not first.may("A") and found[0].is_capitalised)


def _belongs(token: Token, *, last: bool) -> bool:
    word = tag(token)
    if word.lower in closed.FUNCTION_WORDS | _QUANTIFIERS or token.kind == "mark":
        return False
    if last:
        return word.may("N")
    if any(form.tag == "V" and form.usual == "V" for form in word.forms) and not word.may("A"):
        return False
    return word.may("NAX") or (word.may("G") and bool(word.forms))


_END = re.compile(
    r"[;:)]|\. |, (?=(?:which|but|so|that|while|where|who|they|it|this)\b)|, and (?=it|they)"
)


def _up_to_end(text: str, *, bracketed: bool) -> str:
    """The list alone: up to a bracket, another clause, or the verb that the group is subject of."""
    if bracketed:
        return text.partition(")")[0].strip()
    text = _END.split(text, maxsplit=1)[0].strip().rstrip(".")
    found = tag_all(text)
    for at in range(1, len(found)):
        word = found[at]
        verb = word.may("BHMO") or any(f.tag in "ZV" and f.usual in "Vv" for f in word.forms)
        if verb and not word.may("A") and found[at - 1].may("N"):
            return text[: word.token.start].strip().rstrip(",")
    return text


def _with_place(listed: str) -> tuple[str, str]:
    """`brie` and `in warm rooms` for `brie in warm rooms`."""
    item, adjuncts = split_adjuncts(listed)
    if not adjuncts or adjuncts[0].kind != "place" or word_count(item) > MOST_ITEMS:
        return "", ""
    where = listed[adjuncts[0].start :].partition(",")[0]
    return (item, where) if word_count(where) <= LONGEST_PLACE else ("", "")


LONGEST_PLACE = 8


def _is_item(item: str) -> bool:
    found = tag_all(item)
    if not found or not is_telling(item) or len(found) > 7:
        return False
    if found[0].lower in closed.POINTING | closed.PRONOUNS | closed.SUBORDINATORS:
        return False
    if found[0].may("IG") and not found[0].may("N"):
        return False
    return found[-1].may("NG#") or found[-1].token.text in {")", '"', "”"}
