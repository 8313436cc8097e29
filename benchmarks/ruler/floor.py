"""The floor: what no Python that reads notes and writes a package can do without.

    python floor.py NOTES FILE ROWS

Reads all notes, iterates the events of the Markdown parser with their ranges, writes ROWS rows of
notes and as many of cards with executemany, and zips the database with deflate at level 1.
"""

import sqlite3
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pyromark

SCHEMA = """
create table notes (id integer primary key, guid text, mid integer, mod integer, usn integer,
    tags text, flds text, sfld integer, csum integer, flags integer, data text);
create table cards (id integer primary key, nid integer, did integer, ord integer, mod integer,
    usn integer, type integer, queue integer, due integer, ivl integer, factor integer,
    reps integer, lapses integer, left integer, odue integer, odid integer, flags integer,
    data text);
"""


def texts(notes: Path) -> list[str]:
    """The text of each item, as its first range of text says."""
    found = []
    parser = pyromark.Markdown(
        options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_MATH
    )
    for path in sorted(notes.rglob("*.md")):
        data = path.read_bytes()
        for event, place in parser.events_with_range(data.decode()):
            if isinstance(event, dict) and "Text" in event:
                found.append(data[place["start"] : place["end"]].decode())
    return found


def write(rows: list[str], file: Path) -> None:
    """So many notes and cards, in a zip."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(f"pragma journal_mode = off; pragma synchronous = off; {SCHEMA}")
    notes = (
        (at, f"{at:020x}", 1, 1, -1, " part::note ", f"{text}\x1f{text}\x1f\x1fnote\x1f\x1fnotes",
         "", 0, 0, "")
        for at, text in enumerate(rows, 1)
    )  # fmt: skip
    cards = ((at, at, 1, 0, 1, -1, 0, 0, at, 0, 0, 0, 0, 0, 0, 0, 0, "")
             for at in range(1, len(rows) + 1))  # fmt: skip
    connection.executemany(f"insert into notes values ({', '.join('?' * 11)})", notes)
    connection.executemany(f"insert into cards values ({', '.join('?' * 18)})", cards)
    connection.commit()
    with ZipFile(file, "w") as archive:
        archive.writestr("collection.anki2", connection.serialize(), ZIP_DEFLATED, compresslevel=1)


if __name__ == "__main__":
    found = texts(Path(sys.argv[1]))
    count = int(sys.argv[3])
    write((found * (count // len(found) + 1))[:count], Path(sys.argv[2]))
