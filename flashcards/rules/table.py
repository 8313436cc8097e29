"""Ask for the cells of a small table: each by the first cell of its row and the head of its column.

| Planet | Moons | Largest moon |
|---|---|---|
| Mars | 2 | Phobos |
Q: For Mars, how many moons?
A: 2
Q: For Mars, what is the largest moon?
A: Phobos

| Term | Meaning |
|---|---|
| Osmosis | water crossing a membrane |
Q: What is osmosis?
A: Water crossing a membrane

| Protocol | Ordered | Encrypted |
|---|---|---|
| TCP | yes | no |
| UDP | no | no |
Q: Ordered: which of the two protocols?
A: TCP

| a | b |
|---|---|
| 1 | 2 |
no card
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from flashcards.english.lists import number_word
from flashcards.english.questions import imperative_base, third_person_start
from flashcards.english.tagging import is_plural, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
BY_DEFAULT = False
FORMS = ("row",)
NEUTRAL = True

MOST_CELLS = 30
"""Of a table that is asked cell by cell."""
MOST_PAIRS = 60
"""Rows of a table of two columns, as a glossary has."""
LONGEST_CELL, LONGEST_KEY = 12, 6
MOST_A_ROW = 3

_TERMS = re.compile(
    r"^(?:terms?|words?|names?|concepts?|commands?|keywords?|abbreviations?|acronyms?|symbols?|"
    r"functions?|operators?|options?|flags?|types?|methods?|keys?|shortcuts?)$",
    re.IGNORECASE,
)
_MEANINGS = re.compile(
    r"^(?:meanings?|definitions?|descriptions?|explanations?|what it (?:does|means|is)|stands for|"
    r"purpose|usage|use|actions?|effects?|functions?|notes?|details?|summary)$",
    re.IGNORECASE,
)
_YES = re.compile(r"^(?:yes|y|true|x|✓|✔️?|✅|☑|ja|sí|oui)$", re.IGNORECASE)
_NO = re.compile(r"^(?:no|n|false|-|–|—|✗|✘|❌|nein|non)?$", re.IGNORECASE)


def read(passage: Passage) -> Iterator[Reading]:
    rows = _table(passage)
    bullet = passage.bullet
    header, key = bullet.header, bullet.cells[0].strip() if bullet.cells else ""
    if len(header) < 2 or not re.search(r"[^\W\d_]", key) or word_count(key) > LONGEST_KEY:
        return
    if not header[1].strip() or any(len(row.cells) != len(header) for row in rows):
        return
    if len(header) == 2:
        if len(rows) <= MOST_PAIRS:
            yield from _pair(passage, key, header, bullet.cells[1].strip())
        return
    if len(rows) * len(header) > MOST_CELLS:
        return
    matrix = [at for at in range(1, len(header)) if _is_yes_no(rows, at)]
    if rows[0] is bullet:
        yield from _marked(passage, rows, matrix)
    cells = [at for at in range(1, len(header)) if at not in matrix and _tells_rows_apart(rows, at)]
    for at in cells[:MOST_A_ROW]:
        yield from _cell(passage, key, header[at].strip(), bullet.cells[at].strip())


def _table(passage: Passage) -> list[Bullet]:
    """The rows of the passage's table: those below the same heads, without a gap; so many before
    and after as a table may have that is asked."""
    bullet = passage.bullet
    around = bullet.parent.children if bullet.parent else passage.note.bullets
    at = bisect_left(around, bullet.span.line, key=lambda other: other.span.line)
    first = last = at
    lowest, highest = max(0, at - MOST_PAIRS), min(len(around) - 1, at + MOST_PAIRS)
    while first > lowest and around[first - 1].header is bullet.header and bullet.header:
        first -= 1
    while last < highest and around[last + 1].header is bullet.header:
        last += 1
    return list(around[first : last + 1])


def _pair(passage: Passage, key: str, header: tuple[str, ...], cell: str) -> Iterator[Reading]:
    if not re.search(r"\w", cell) or word_count(cell) > 25 or _YES.match(cell) or _NO.match(cell):
        return
    if not passage.english:
        yield Reading(key, cell)
        return
    head = header[1].strip()
    plain = passage.lowered(key)
    if _MEANINGS.match(head) and (_TERMS.match(header[0].strip()) or word_count(cell) > 2):
        acts = bool(third_person_start(cell) or imperative_base(cell))
        acts = acts or (key.startswith("`") and tag(tokens(cell)[0]).may("Z"))
        if word_count(cell) >= 2:
            yield Reading(f"What does {plain} do?" if acts else _what_is(plain), cell)
        return
    if (
        word_count(head) <= 3
        and "/" not in head
        and tag(tokens(head)[-1]).may("N")
        and word_count(cell) <= 12
    ):
        be = "are" if is_plural(tokens(head)[-1].lower) else "is"
        yield Reading(f"What {be} the {passage.lowered(head)} of {_inside(key, passage)}?", cell)
        return
    yield from _cell(passage, key, head, cell)


def _inside(key: str, passage: Passage) -> str:
    """A key as it reads inside of a sentence; a single word may be a name and keeps its capital."""
    return passage.lowered(key) if word_count(key) > 1 else key


def _what_is(plain: str) -> str:
    return f"What {'are' if is_plural(tokens(plain)[-1].lower) else 'is'} {plain}?"


def _cell(passage: Passage, key: str, head: str, cell: str) -> Iterator[Reading]:
    if not re.search(r"\w", cell) or word_count(cell) > LONGEST_CELL or _NO.match(cell):
        return
    if not re.search(r"[^\W\d_]{2}", head) or word_count(head) > 5 or _YES.match(cell):
        return
    if not passage.english:
        yield Reading(f"{key}: {head}", cell)
        return
    plain, key = passage.lowered(head), _inside(key, passage)
    counted = re.fullmatch(r"~?\d+", cell) and is_plural(tokens(head)[-1].lower)
    if counted:
        yield Reading(f"For {key}, how many {plain}?", cell)
    elif "/" in head or imperative_base(head) or tag(tokens(head)[0]).may("MBHO"):
        yield Reading(f"{key}: {plain}?", cell)
    else:
        be = "are" if is_plural(tokens(head)[-1].lower) else "is"
        yield Reading(f"For {key}, what {be} the {plain}?", cell)


def _is_yes_no(rows: list[Bullet], column: int) -> bool:
    cells = [row.cells[column].strip() for row in rows]
    return all(_YES.match(cell) or _NO.match(cell) for cell in cells) and len(rows) > 1


def _tells_rows_apart(rows: list[Bullet], column: int) -> bool:
    cells = {row.cells[column].strip() for row in rows}
    return len(cells) * 2 > len(rows)


def _marked(passage: Passage, rows: list[Bullet], columns: list[int]) -> Iterator[Reading]:
    """For each column of ticks: which rows have one."""
    if not passage.english:
        return
    header = passage.bullet.header
    group = passage.lowered(header[0].strip()) or "row"
    group = group if is_plural(group) else f"{group}s"
    for column in columns[:MOST_A_ROW]:
        ticked = [row.cells[0].strip() for row in rows if _YES.match(row.cells[column].strip())]
        if 1 <= len(ticked) <= 4 and len(ticked) < len(rows):
            asked = f"which of the {number_word(len(rows))} {group}?"
            if len(ticked) > 1:
                asked = f"which {number_word(len(ticked))} of the {number_word(len(rows))} {group}?"
            yield Reading(f"{header[column].strip()}: {asked}", "; ".join(ticked))
