"""Write rows into a package, in bulk.

genanki knows Anki's schema, note types and decks; its own way to write a note costs ten times
what the database needs for it, and stamps everything with the time of the build.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from flashcards.anki.library import genanki
from flashcards.anki.note_types import CHANGED, MODEL_IDS, models

if TYPE_CHECKING:
    from flashcards.anki.package import Row

FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can hold; a real one would make each build differ."""
LAST_DUE = 999_999
"""Where Anki's positions of new cards should end."""


def package(rows: Sequence[Row], media: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The bytes of a package with these notes, and these files by their names."""
    written = BytesIO()
    names = json.dumps({str(at): name for at, name in enumerate(media)})
    with ZipFile(written, "w") as archive:
        _add(archive, "collection.anki2", _Package(rows).database(), ZIP_DEFLATED)
        _add(archive, "media", names.encode(), ZIP_DEFLATED)
        for at, data in enumerate(media.values()):
            _add(archive, str(at), data, ZIP_STORED)  # pictures are packed as they are
    return written.getvalue()


def _add(archive: ZipFile, name: str, data: bytes, method: int) -> None:
    entry = ZipInfo(name, FIRST_DATE)
    entry.create_system = 3
    archive.writestr(entry, data, method, compresslevel=1)


APKG_SCHEMA, APKG_COL = genanki.apkg_schema.APKG_SCHEMA, genanki.apkg_col.APKG_COL


class _Package(genanki.Package):  # type: ignore[misc]
    """genanki's package with rows in the place of notes."""

    def __init__(self, rows: Sequence[Row]) -> None:
        ids = {name: deck_id(name) for name in sorted({row.deck for row in rows})}
        super().__init__([genanki.Deck(ids[name], name) for name in ids])
        self.rows = rows
        self.deck_ids = ids

    def database(self) -> bytes:
        """The collection as a database file."""
        with sqlite3.connect(":memory:") as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            self.write_to_db(connection.cursor(), CHANGED, None)
            connection.commit()
            data = connection.serialize()
        connection.close()
        return data

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Any) -> None:
        """Schema, decks and types once, then all notes and cards, then the indexes."""
        tables, indexes = _parted_schema()
        cursor.executescript(tables)
        cursor.executescript(APKG_COL)
        decks = json.loads(cursor.execute("SELECT decks FROM col").fetchone()[0])
        decks |= {str(deck.deck_id): deck.to_json() for deck in self.decks}
        types = {str(model.model_id): model.to_json(timestamp, 1) for model in models()}
        cursor.execute(
            "UPDATE col SET decks = ?, models = ?", (json.dumps(decks), json.dumps(types))
        )
        numbered = list(_numbered(self.rows))
        cursor.executemany(
            "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, '', 0, 0, '')",
            (
                (number, row.guid, MODEL_IDS[row.kind], row.changed, row.tags, row.fields)
                for number, row in numbered
            ),
        )
        cursor.executemany(
            "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
            self._cards(numbered),
        )
        cursor.executescript(indexes)

    def _cards(self, numbered: Sequence[tuple[int, Row]]) -> Iterator[tuple[int, ...]]:
        step = max(1, min(10, LAST_DUE // max(1, len(numbered))))
        last = 0
        for at, (number, row) in enumerate(numbered):
            due = min((at + 1) * step, LAST_DUE)
            for ordinal in row.ords:
                last = max(last + 1, number)
                yield last, number, self.deck_ids[row.deck], ordinal, row.changed, due


def _numbered(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """The rows with the ids of their notes: rising, and each a time in milliseconds, by which
    Anki says when a note was added."""
    last = 0
    for row in rows:
        last = max(last + 1, row.changed * 1000)
        yield last, row


def _parted_schema() -> tuple[str, str]:
    """genanki's schema without its indexes, and these: filling them last is faster."""
    statements = APKG_SCHEMA.split(";")
    indexes = [part for part in statements if part.strip().upper().startswith("CREATE INDEX")]
    tables = [part for part in statements if part not in indexes]
    return ";".join(tables) + ";", ";".join(indexes) + ";"


def deck_id(name: str) -> int:
    """A deck's id: a number like a time in milliseconds, the same wherever the name is.

    Anki matches decks by their name, so that two of one id but other names stay two.
    """
    return 10**12 + int.from_bytes(blake2b(name.encode(), digest_size=5).digest())
