"""Ask for the cells of a small table: each by the first cell of its row and the head of its column.

| Planet | Moons | Largest moon |
|---|---|---|
| Mars | 2 | Phobos |
| Neptune | 16 | Triton |
Q: How many moons does Mars have?
A: 2
Q: What is the largest moon of Mars?
A: Phobos
Q: How many moons does Neptune have?
A: 16
Q: What is the largest moon of Neptune?
A: Triton

| Term | Meaning |
|---|---|
| Osmosis | water crossing a membrane |
Q: What is osmosis?
A: Water crossing a membrane

| Code | Meaning |
|---|---|
| 404 | not found |
Q: What does code 404 mean?
A: Not found

| Sort | Average | Worst |
|---|---|---|
| Pilesort | $O(n)$ | $O(n^2)$ |
| Rakesort | $O(n)$ | $O(n^3)$ |
Q: What is the worst-case complexity of Pilesort?
A: $O(n^2)$
Q: What is the worst-case complexity of Rakesort?
A: $O(n^3)$

| Feature | Lime mortar | Cement |
|---|---|---|
| Setting time | weeks | hours |
Q: How do lime mortar and cement differ in setting time?
A: Lime mortar: weeks; cement: hours

| Protocol | Ordered | Encrypted |
|---|---|---|
| TCP | yes | no |
| UDP | no | no |
Q: Which of the two protocols is ordered?
A: TCP

| Trick | Before | After |
|---|---|---|
| Double slash | `/a/b` | `/a//b` |
| Dots | `/a/c` | `/a/./c` |
no card

| a | b |
|---|---|
| 1 | 2 |
no card
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.lists import number_word
from flashcards.english.questions import imperative_base, third_person_start
from flashcards.english.tagging import is_plural, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.codes import deed, is_code
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_noun_phrase

SCOPE = "bullet"
FORMS = ("row",)
NEUTRAL = True

MOST_CELLS = 30
"""Of a table that is asked cell by cell."""
MOST_PAIRS = 60
"""Rows of a table of two columns, as a glossary has."""
LONGEST_CELL, LONGEST_KEY, LONGEST_HEAD = 12, 5, 3
LONGEST_MEANING = 25
MOST_A_ROW = MOST_COMPARED = 3

_TERMS = re.compile(
    r"^(?:terms?|words?|names?|concepts?|commands?|keywords?|abbreviations?|acronyms?|symbols?|"
    r"functions?|operators?|options?|flags?|types?|methods?|keys?|shortcuts?|codes?|notations?|"
    r"parameters?|arguments?|variables?|signals?|status codes?|error codes?)$",
    re.IGNORECASE,
)
_MEANINGS = re.compile(
    r"^(?:meanings?|definitions?|descriptions?|explanations?|what it (?:does|means|is)|stands for|"
    r"purpose|usage|actions?|effects?|functions?)$",
    re.IGNORECASE,
)
_ASPECTS = re.compile(
    r"^(?:aspects?|features?|criteri(?:on|a)|property|properties|categor(?:y|ies)|characteristics?|"
    r"attributes?|factors?|dimensions?|basis|parameters?|)$",
    re.IGNORECASE,
)
"""Heads of a first column whose cells say in what regard things are compared."""
_NO_KEYS = re.compile(
    r"^(?:#|no\.?|nr\.?|id|dates?|days?|weeks?|time|year|lecture|session|chapter|sections?|topics?|"
    r"steps?|tasks?|tests?|tricks?|models?|datasets?|experiments?|runs?|who|person|team|owner|"
    r"questions?|pages?|links?|files?|before|input|examples?|pros|cons|problems?|"
    r"(?:dis)?advantages?|benefits?|drawbacks?|strengths?|weaknesses)$",
    re.IGNORECASE,
)
"""Heads of a first column that tell no things apart which one learns."""
_NO_HEADS = re.compile(
    r"\b(?:notes?|comments?|remarks?|links?|urls?|status|examples?|details?|sources?|references?|"
    r"ratings?|scores?|results?|readings?|topics?|before|after|input|output|tests?|others?|pages?|"
    r"priority|progress|owner|id|score|accuracy|f1|loss|bleu|values?|total|counts?|grade|age|email)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^(?:yes|y|true|x|✓|✔️?|✅|☑|ja|sí|oui)$", re.IGNORECASE)
_NO = re.compile(r"^(?:no|n|false|-|–|—|✗|✘|❌|nein|non|\?|n/?a)?$", re.IGNORECASE)
_MEASURED = re.compile(r"[-+±]?\d+\.\d+%?(?: ?[/±(].*)?")
"""A figure of an experiment, which nobody recalls."""
_COUNTED = re.compile(
    r"\b(?:ports?|year|default|size|number|code|layer|charge|capacity|weight|mass|length|degree|order)$",
    re.IGNORECASE,
)
"""Heads below which a bare number is worth knowing."""
_GROWTH = re.compile(r"[$`]?(?:O|\\?Theta|\\?Omega|Θ|Ω)\s?\(.*")
_CASE = re.compile(r"(?P<case>best|average|worst)(?:[- ]case)?(?: time)?", re.IGNORECASE)
_OF_CODE = re.compile(
    r"\b(?:commands?|syntax|functions?|operators?|keywords?|methods?|shortcuts?|keys?|flags?|"
    r"notations?|symbols?|codes?|types?|class|classes|options?|ports?|files?|extensions?)$",
    re.IGNORECASE,
)
"""Heads below which code is the thing itself, and no example of one."""


def read(passage: Passage) -> Iterator[Reading]:
    bullet = passage.bullet
    header, key = bullet.header, bullet.cells[0].strip() if bullet.cells else ""
    rows = _table(passage)
    if len(header) < 2 or not header[1].strip() or not key or word_count(key) > LONGEST_KEY:
        return
    if any(len(row.cells) != len(header) for row in rows):
        return
    if len(header) == 2 and len(rows) <= MOST_PAIRS:
        yield from _pair(passage, key, rows)
    elif passage.english and len(rows) * len(header) <= MOST_CELLS and _names(key):
        yield from _wide(passage, key, rows)


_ATTRIBUTE = re.compile(
    r"\b(?:costs?|prices?|speed|size|rate|colou?r|length|weight|height|density|population|capital|"
    r"year|date|age|location|purpose|cause|treatment|symptoms?|risk|complexity|latency|throughput|"
    r"mass|charge|area|depth|currency|founder|author|duration|frequency|temperature|diet|habitat)$",
    re.IGNORECASE,
)
"""Heads that say of the things in the first column how they are, where it has no head itself."""


def _names(key: str) -> bool:
    """Whether a first cell names a thing."""
    if is_code(key) or _is_bare(key) or re.search(r"[^\W\d_]{2}", key) is None:
        return is_code(key)
    return word_count(key) == 1 or is_noun_phrase(key)


def _wide(passage: Passage, key: str, rows: list[Bullet]) -> Iterator[Reading]:
    bullet, header = passage.bullet, passage.bullet.header
    first = header[0].strip()
    if _ASPECTS.match(first) and (first or not any(map(_ATTRIBUTE.search, header[1:]))):
        yield from _compared(passage, key)
        return
    keys = {row.cells[0].strip() for row in rows}
    if _NO_KEYS.match(first) or first.lower() in {"name", "names"} or len(keys) < len(rows):
        return
    matrix = [at for at in range(1, len(header)) if _is_yes_no(rows, at)]
    if rows[0] is bullet:
        yield from _marked(passage, rows, matrix)
    cells = [at for at in range(1, len(header)) if at not in matrix and _tells(rows, at)]
    for at in cells[:MOST_A_ROW]:
        head, cell = header[at].strip(), bullet.cells[at].strip()
        if _MEANINGS.match(head):
            yield from _meaning(passage, key, first, cell) if is_code(key) else ()
        else:
            yield from _cell(passage, key, head, cell)


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


def _pair(passage: Passage, key: str, rows: list[Bullet]) -> Iterator[Reading]:
    first, head = (name.strip() for name in passage.bullet.header)
    cell = passage.bullet.cells[1].strip()
    if not re.search(r"\w", cell) or word_count(cell) > LONGEST_MEANING or _is_bare(cell):
        return
    if not passage.english:
        if re.search(r"[^\W\d_]", key):
            yield Reading(key, cell)
    elif _MEANINGS.match(head) and (_TERMS.match(first) or word_count(cell) > 2):
        yield from _meaning(passage, key, first, cell)
    elif _names(key) and not _NO_KEYS.match(first) and _tells(rows, 1):
        yield from _cell(passage, key, head, cell)


def _meaning(passage: Passage, key: str, first: str, cell: str) -> Iterator[Reading]:
    plain = passage.lowered(key)
    if not re.search(r"[^\W\d_]", key):
        if is_noun_phrase(first) and not is_plural(first):
            yield Reading(f"What does {first.lower()} {key} mean?", cell)
        return
    acts = third_person_start(cell) or imperative_base(cell)
    if acts or (is_code(key) and (deed(cell) or word_count(cell) == 1)):
        yield Reading(f"What does {plain} do?", cell)
    elif word_count(cell) >= 2 and (_names(key) or is_code(key)):
        yield Reading(
            f"What {'are' if is_plural(tokens(plain)[-1].lower) else 'is'} {plain}?", cell
        )


def _compared(passage: Passage, key: str) -> Iterator[Reading]:
    """`Skin | moist | dry` below `Frog` and `Toad`: how they differ in it."""
    header = [head.strip() for head in passage.bullet.header[1:]]
    cells = [cell.strip() for cell in passage.bullet.cells[1:]]
    if not 2 <= len(header) <= MOST_COMPARED or not all(map(_names, header)):
        return
    if len(set(cells)) < len(cells) or any(map(_is_bare, cells)) or _NO_HEADS.search(key):
        return
    if any(map(_NO_HEADS.search, header)) or sum(map(word_count, cells)) > LONGEST_CELL:
        return
    *others, last = things = [passage.lowered(head) for head in header]
    said = map(passage.lowered, cells)
    told = "; ".join(f"{thing}: {cell}" for thing, cell in zip(things, said, strict=True))
    regard = passage.names.lowered_title(key)
    differ = f"How do {', '.join(others)} and {last} differ in {regard}?"
    yield Reading(differ, told)


def _cell(passage: Passage, key: str, head: str, cell: str) -> Iterator[Reading]:
    if not re.search(r"\w", cell) or word_count(cell) > LONGEST_CELL or _is_bare(cell):
        return
    if not re.search(r"[^\W\d_]{2}", head) or word_count(head) > LONGEST_HEAD or "/" in head:
        return
    if _NO_HEADS.search(head) or (cell[0] == "`" and key[0] != "`" and not _OF_CODE.search(head)):
        return
    asked = _asked(passage, key, head, cell)
    if asked:
        yield Reading(asked, cell)


def _asked(passage: Passage, key: str, head: str, cell: str) -> str:
    plain = passage.names.lowered_title(head)
    inside = passage.lowered(key) if word_count(key) > 1 else key  # a single word may be a name
    last = tokens(head)[-1].lower
    if _GROWTH.fullmatch(cell):
        case = _CASE.fullmatch(head)
        if case:
            return f"What is the {case['case'].lower()}-case complexity of {inside}?"
        kind = plain.removesuffix(" complexity")
        return f"What is the {kind} complexity of {inside}?" if kind in {"time", "space"} else ""
    if re.fullmatch(r"~?\d+", cell) and is_plural(last):
        do = "do" if is_plural(key) and key.islower() else "does"
        return f"How many {plain} {do} {inside} have?"
    if re.fullmatch(r"[\d.,]+ ?[%kKM]?", cell) and not _COUNTED.search(head):
        return ""
    if not is_noun_phrase(head) or imperative_base(head) or not tag(tokens(head)[-1]).may("N"):
        return ""
    return f"What {'are' if is_plural(last) else 'is'} the {plain} of {inside}?"


def _is_bare(cell: str) -> bool:
    """Yes, no, nothing, or a measured figure."""
    return bool(_YES.match(cell) or _NO.match(cell) or _MEASURED.fullmatch(cell))


def _is_yes_no(rows: list[Bullet], column: int) -> bool:
    cells = [row.cells[column].strip() for row in rows]
    return all(_YES.match(cell) or _NO.match(cell) for cell in cells) and len(rows) > 1


def _tells(rows: list[Bullet], column: int) -> bool:
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
            head, all_of = header[column].strip(), f"of the {number_word(len(rows))} {group}"
            several = f"{number_word(len(ticked))} " if len(ticked) > 1 else ""
            which, be = f"hich {several}{all_of}", "are" if several else "is"
            quality = tag(tokens(head)[-1]).may("XA") and word_count(head) == 1
            told = f"W{which} {be} {head.lower()}?" if quality else f"{head}: w{which}?"
            yield Reading(told, "; ".join(ticked))
