"""Open what Anki wrote: a package, or the collection itself, of which only a copy is touched."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from flashcards.problems import Problem, Refused

SHARED_BYTES = 0x40000002, 510
"""Where SQLite locks a database, and how many bytes of it."""


def database(path: Path) -> bytes:
    """The database in a collection or a package. Refused if it is neither, or Anki is open."""
    from flashcards.anki.reading import is_database, unpacked

    try:
        with path.open("rb") as file:
            start = file.read(16)
            file.seek(0)
            if not is_database(start):
                return unpacked(file)
            if _is_taken(file):
                hint = "close Anki and try again, or export a package from it"
                raise Refused(Problem(f"{path} is open in Anki", hint=hint))
        return _copied(path)
    except OSError as error:
        raise Refused(Problem(f"{path} cannot be read: {error.strerror}")) from None


def _copied(path: Path) -> bytes:
    """A collection as it is after all that its log file holds."""
    import sqlite3

    with TemporaryDirectory() as folder:
        copy = Path(folder) / "collection.anki2"
        shutil.copyfile(path, copy)
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{path}-wal", f"{copy}-wal")
        try:
            with closing(sqlite3.connect(copy)) as connection:
                connection.execute("SELECT 1 FROM sqlite_master").fetchone()
                return connection.serialize()
        except sqlite3.DatabaseError as error:
            raise Refused(Problem(f"{path} cannot be read: {error}")) from None


if sys.platform == "win32":
    import msvcrt

    def _is_taken(file: BinaryIO) -> bool:
        start, length = SHARED_BYTES
        os.lseek(file.fileno(), start, os.SEEK_SET)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, length)
        except OSError:
            return True
        os.lseek(file.fileno(), start, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, length)
        return False

else:
    import fcntl

    def _is_taken(file: BinaryIO) -> bool:
        start, length = SHARED_BYTES
        try:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, length, start)
        except OSError:
            return True
        fcntl.lockf(file, fcntl.LOCK_UN, length, start)
        return False
