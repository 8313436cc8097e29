"""Read notes back: from a collection, or from a package that Anki or this program wrote."""

from __future__ import annotations

import json
import sqlite3
import struct
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from flashcards.problems import Problem, Refused

DATABASES = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Where a package holds its notes: the first that is there; the others only say "update Anki"."""

ALWAYS_FINE = 64 << 20
MOST_TIMES = 200
"""A database may be this many times as large as what it was packed into: text packs to a tenth."""
MOST = 4 << 30
"""Bytes of a database; Anki itself refuses collections far smaller than this."""

_CHUNK = 1 << 20
_HEADER = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Found:
    """A note as it stands in Anki."""

    guid: str
    fields: Mapping[str, str]
    """HTML by the fields' names."""
    tags: tuple[str, ...]
    changed: int
    """When it last changed, in seconds since 1970; before Anki 25.02, also when it was imported."""
    suspended: bool = False


def is_database(start: bytes) -> bool:
    """Whether a file that begins like this is a collection, not a package."""
    return start.startswith(_HEADER)


def unpacked(file: BinaryIO) -> bytes:
    """The database in a package (.apkg, .colpkg), of any format that Anki writes.

    Refused if the file is no package, breaks off, or holds more than a package would.
    """
    try:
        with ZipFile(file) as archive:
            names = {entry.filename: entry for entry in archive.infolist()}
            name = next((name for name in DATABASES if name in names), "")
            if not name:
                raise Refused(Problem("a zip file, but no package of Anki's", hint=_EXPORT))
            entry = names[name]
            with archive.open(entry) as packed:
                if name == DATABASES[0]:
                    return _unzstd(packed, entry)
                return _read(packed, _most(entry.compress_size))
    except _BROKEN_ZIP as error:
        raise Refused(Problem(f"not a whole package: {error}", hint=_EXPORT)) from None


_EXPORT = "in Anki, File > Export makes .apkg and .colpkg files"


_BROKEN_ZIP = (
    *(BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
    *(struct.error, zlib.error),
)
"""What the standard library raises over zip files that are broken or encrypted."""
_BROKEN_DATABASE = (
    *(sqlite3.Error, ValueError, KeyError, TypeError, AttributeError),
    *(MemoryError, OverflowError, RecursionError),
)
"""What comes of reading a database in which anything may stand anywhere."""


def _most(packed_size: int) -> int:
    return min(MOST, max(ALWAYS_FINE, packed_size * MOST_TIMES))


def _read(packed: IO[bytes], most: int) -> bytes:
    """All bytes of a stream, given up once they are more than a package would hold."""
    parts: list[bytes] = []
    size = 0
    while part := packed.read(_CHUNK):
        size += len(part)
        if size > most:
            message = f"unpacks to more than {most >> 20} MB, which no collection of this size does"
            raise Refused(Problem(message, hint="nothing was read"))
        parts.append(part)
    return b"".join(parts)


def _unzstd(packed: IO[bytes], entry: ZipInfo) -> bytes:
    from zstandard import ZstdDecompressor, ZstdError

    try:
        with ZstdDecompressor(max_window_size=1 << 27).stream_reader(packed) as stream:
            return _read(stream, _most(entry.file_size))
    except ZstdError as error:
        raise Refused(Problem(f"not a whole package: {error}", hint=_EXPORT)) from None


def notes_of(database: bytes, wanted: Collection[str]) -> list[Found]:
    """The notes with these guids. Refused if the bytes are no collection of Anki's."""
    if not is_database(database):
        raise Refused(Problem("not a collection of Anki's", hint=_EXPORT))
    # The header says that a log file belongs to the database; in memory there is none.
    plain = database[:18] + b"\x01\x01" + database[20:]
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(plain)
        connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
        return list(_notes(connection, wanted))
    except _BROKEN_DATABASE as error:
        message = f"a collection that cannot be read: {error}"
        raise Refused(Problem(message, hint=_EXPORT)) from None
    finally:
        connection.close()


def _notes(connection: sqlite3.Connection, wanted: Collection[str]) -> Iterator[Found]:
    types = _field_names(connection)
    suspended = {row[0] for row in connection.execute("SELECT nid FROM cards WHERE queue = -1")}
    rows = connection.execute("SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id")
    for number, guid, type_id, changed, tags, fields in rows:
        if guid in wanted:
            named = dict(zip(types.get(type_id, ()), fields.split("\x1f"), strict=False))
            yield Found(guid, named, tuple(tags.split()), changed, number in suspended)


def _field_names(connection: sqlite3.Connection) -> Mapping[int, tuple[str, ...]]:
    """The names of the fields of each note type."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    found: dict[int, tuple[str, ...]] = {}
    if "fields" in tables:
        for type_id, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            found[type_id] = (*found.get(type_id, ()), name)
        return found
    (models,) = connection.execute("SELECT models FROM col").fetchone()
    for model in json.loads(models).values():
        fields = sorted(model["flds"], key=lambda field: field["ord"])
        found[int(model["id"])] = tuple(field["name"] for field in fields)
    return found
