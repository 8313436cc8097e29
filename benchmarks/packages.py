"""How long a package takes to write, against plain genanki and against the database alone.

    python -m benchmarks.packages [1000 10000 100000]

All three write the same notes in one run, each the best of some tries in CPU seconds. The floor is
what SQLite needs to take the finished rows with executemany, in a zip with deflate at level 1.
"whole" makes HTML of the cards as well.
"""

from __future__ import annotations

import gc
import json
import sqlite3
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from flashcards.anki.note_types import MODEL_IDS, models
from flashcards.anki.package import Row, package_bytes, row_of
from flashcards.anki.writing import package
from flashcards.model import Card, Kind, Span

SIZES = (1_000, 10_000, 100_000)
TRIES = {1_000: 7, 10_000: 5, 100_000: 2}


def cards(count: int, kind: Kind, decks: int = 1) -> list[Card]:
    """Cards as notes make them: a question of ten words, an answer of twenty; in so many decks."""
    return [
        Card(
            id=f"what-does-worker-{number}",
            kind=kind,
            question=f"What does {_gap(f'worker {number}', kind)} do while the others wait for it?",
            answer=f"It takes batch {number} from the queue; "
            + "it adds up the gradients of it " * 3,
            package="bench",
            deck=f"Bench::{number * decks // count}" if decks > 1 else "Bench",
            span=Span("notes/bench.md", number),
            source="",
            context="Training",
            tags=("bench::session-1::training", "bench::date::2020-03-02"),
            changed=1_790_000_000,
        )
        for number in range(count)
    ]


def _gap(words: str, kind: Kind) -> str:
    return f"{{{{c1::{words}}}}}" if kind == "cloze" else words


def seconds(work: Callable[[], object], tries: int) -> float:
    """The CPU seconds of the quickest of some tries."""
    best = float("inf")
    for _ in range(tries):
        gc.collect()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def plain_genanki(rows: Sequence[Row]) -> bytes:
    """genanki as its manual shows it."""
    types = {model.model_id: model for model in models()}
    deck = genanki.Deck(1_600_000_000_000, "Bench")
    for row in rows:
        fields = row.fields.split("\x1f")
        model = types[MODEL_IDS[row.kind]]
        deck.add_note(genanki.Note(model, fields, guid=row.guid, tags=row.tags.split()))
    file = BytesIO()
    genanki.Package(deck).write_to_file(file)
    return file.getvalue()


def floor(notes: Sequence[tuple[object, ...]], of_notes: Sequence[tuple[object, ...]]) -> bytes:
    """The rows of notes and of their cards, in a database in a zip."""
    connection = sqlite3.connect(":memory:")
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    connection.executescript(APKG_SCHEMA + APKG_COL)
    connection.executemany(f"INSERT INTO notes VALUES ({', '.join('?' * 11)})", notes)
    connection.executemany(f"INSERT INTO cards VALUES ({', '.join('?' * 18)})", of_notes)
    connection.commit()
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        data = connection.serialize()
        archive.writestr("collection.anki2", data, zipfile.ZIP_DEFLATED, compresslevel=1)
        archive.writestr("media", json.dumps({}))
    connection.close()
    return file.getvalue()


def finished(rows: Sequence[Row]) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The rows as SQLite takes them."""
    notes = [
        (at, row.guid, MODEL_IDS[row.kind], row.changed, -1, row.tags, row.fields, "", 0, 0, "")
        for at, row in enumerate(rows, 1)
    ]
    of_notes = [
        (at, at, 1, 0, row.changed, -1, 0, 0, at, 0, 0, 0, 0, 0, 0, 0, 0, "")
        for at, row in enumerate(rows, 1)
    ]
    return notes, of_notes


def main(sizes: Sequence[int]) -> None:
    names = "  ".join(f"{name:>8}" for name in ("floor s", "writing", "whole", "genanki"))
    print(f"{'notes':>14}  {names}  (times the floor)")
    for kind in ("qa", "cloze"):
        for size in sizes:
            made = cards(size, "cloze" if kind == "cloze" else "qa")
            rows = [row_of(card) for card in made]
            table = finished(rows)
            tries = TRIES.get(size, 3)
            base = seconds(lambda table=table: floor(*table), tries)
            others = [
                seconds(lambda rows=rows: package(rows), tries),
                seconds(lambda made=made: package_bytes(made), tries),
                seconds(lambda rows=rows: plain_genanki(rows), tries),
            ]
            told = "  ".join(f"{other / base:8.1f}" for other in others)
            print(f"{kind:>6}{size:>8,}  {base:8.3f}  {told}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
