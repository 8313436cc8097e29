"""Writing: finished rows into a package, against the database and the zip alone."""

from __future__ import annotations

from packages import cards, finished, floor, seconds

from flashcards.anki.package import row_of
from flashcards.anki.writing import package

NOTES = 100_000
DECKS = (1, 1_000, 3_000)


def measured(runs: int) -> dict[int, tuple[float, float]]:
    """Processor seconds of the floor and of ours for so many notes, by the number of decks."""
    found = {}
    for decks in DECKS:
        rows = [row_of(card) for card in cards(NOTES, "qa", decks)]
        table = finished(rows)
        tries = [(_once(lambda t=table: floor(*t)), _once(lambda r=rows: package(r)))
                 for _ in range(runs)]  # fmt: skip
        least, ours = (min(column) for column in zip(*tries, strict=True))
        found[decks] = (least, ours)
    return found


def _once(work: object) -> float:
    return seconds(work, 1)
