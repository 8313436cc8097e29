"""Bring a table's rows into a form in which the parser loses none of their cells."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards import lazy_re as re
from flashcards.notes.formulas import in_dollars
from flashcards.notes.hidden import code_spans

_PIPE = re.compile(r"(?<!\\)\|")
_ALIAS = re.compile(r"(\[\[[^\[\]|\\]*)\|(?=[^\[\]|]*\]\])")
_FORMULA = re.compile(r"\$(?=\S)[^$|]*\|[^$]*(?<=\S)\$(?!\d)")


def rows(lines: Sequence[str]) -> list[str]:
    r"""The rows of a table, its header first, as CommonMark's tables have them.

    A pipe in a wikilink is none of the table's; neither is one in code or a formula, where the
    row has more cells than the header. A row that still has more gives the header empty ones.

    >>> rows(["| a | b |", "|---|---|", "| `x|y` | [[c|d]] |", "| 1 | 2 | 3 |"])
    ['| a | b | |', '|---|---| --- |', '| `x\\|y` | [[c\\|d]] |', '| 1 | 2 | 3 |']
    """
    found = [_ALIAS.sub(r"\1\\|", in_dollars(line)) for line in lines]
    wanted = _cells(found[0])
    found = [row if _cells(row) <= wanted else _escaped(row) for row in found]
    missing = max(map(_cells, found)) - wanted
    if missing > 0:
        found[0] = _widened(found[0], "", missing)
        found[1:2] = [_widened(row, " ---", missing) for row in found[1:2]]
    return found


def _cells(row: str) -> int:
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(_PIPE.findall(inner)) + 1


def _escaped(row: str) -> str:
    """With a backslash before the pipes that stand in code or in a formula."""
    parts: list[str] = []
    at = 0
    for start, end in code_spans(row):
        parts += [row[at:start], _PIPE.sub(r"\\|", row[start:end])]
        at = end
    whole = "".join([*parts, row[at:]])
    return _FORMULA.sub(lambda match: _PIPE.sub(r"\\|", match[0]), whole)


def _widened(row: str, cell: str, missing: int) -> str:
    closed = row if row.endswith("|") and not row.endswith("\\|") else f"{row} |"
    return closed + f"{cell} |" * missing
