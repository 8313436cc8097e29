"""Assignments: who goes with whom, so that the whole fits best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeVar

T = TypeVar("T")

WEIGHED = 40
"""The most on a side that are weighed all against all: the time grows with the third power."""


def assign(old: Sequence[T], new: Sequence[T], score: Callable[[T, T], float]) -> list[tuple[T, T]]:
    """As many pairs as there can be, with the greatest sum of scores; in order where all is equal.

    Beyond `WEIGHED` on a side the pairs are taken in order.
    """
    if len(old) == len(new) == 1 or max(len(old), len(new)) > WEIGHED:
        return list(zip(old, new, strict=False))
    if len(old) > len(new):
        return [(o, n) for n, o in assign(new, old, lambda n, o: score(o, n))]
    scores = [[score(o, n) for n in new] for o in old]
    return [(old[row], new[column]) for row, column in enumerate(_best_columns(scores))]


def best_first(pairs: Iterable[tuple[tuple[float, ...], T, T]]) -> list[tuple[T, T]]:
    """Pairs taken by score, the highest first, each side once: whom both like best comes first.

    The scores are to differ wherever the outcome should not hang on the order of `pairs`.
    """
    taken: set[int] = set()
    chosen = []
    for _, old, new in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        if id(old) not in taken and id(new) not in taken:
            taken |= {id(old), id(new)}
            chosen.append((old, new))
    return chosen


def _best_columns(scores: Sequence[Sequence[float]]) -> list[int]:
    """A column for each row (no more rows than columns), each once, with the greatest sum.

    The Hungarian method with potentials: Kuhn 1955, Munkres 1957. Column 0 is where each row
    starts from; the others are counted from 1.
    """
    prices = _Prices([0.0] * (len(scores) + 1), [0.0] * (len(scores[0]) + 1))
    row_of = [0] * (len(scores[0]) + 1)
    for row in range(1, len(scores) + 1):
        row_of[0] = row
        column, came_from = _free_column(scores, prices, row_of)
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    columns = {row: column for column, row in enumerate(row_of) if column and row}
    return [columns[row] - 1 for row in range(1, len(scores) + 1)]


@dataclass(slots=True)
class _Prices:
    rows: list[float]
    columns: list[float]


def _free_column(
    scores: Sequence[Sequence[float]], prices: _Prices, row_of: Sequence[int]
) -> tuple[int, list[int]]:
    """The nearest column without a row, and for each column the one its path came from."""
    count = len(row_of)
    slack, came_from = [inf] * count, [0] * count
    reached, column = [0], 0
    waiting = set(range(1, count))
    while row_of[column]:
        row = row_of[column]
        for j in waiting:
            cost = -scores[row - 1][j - 1] - prices.rows[row] - prices.columns[j]
            if cost < slack[j]:
                slack[j], came_from[j] = cost, column
        following = min(waiting, key=lambda j: (slack[j], j))
        step = slack[following]
        for j in reached:
            prices.rows[row_of[j]] += step
            prices.columns[j] -= step
        for j in waiting:
            slack[j] -= step
        waiting.remove(following)
        reached.append(following)
        column = following
    return column, came_from
