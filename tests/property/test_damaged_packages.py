"""Whatever a file holds, reading it ends in notes or in a problem that says what is wrong."""

from __future__ import annotations

import io
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zstandard import ZstdCompressor

from flashcards.anki.guid import guid
from flashcards.anki.package import package_bytes
from flashcards.anki.reading import notes_of, unpacked
from flashcards.model import Card, Span
from flashcards.problems import Refused

CARD = Card("a", "qa", "Question?", "Answer", "p", "Deck", Span("notes/p.md", 1), "", changed=9)
CARDS = [replace(CARD, id=f"card-{at}", tags=("one", "two")) for at in range(40)]
GUIDS = {guid(card.id, card.kind) for card in CARDS}
PACKAGE = package_bytes(CARDS)
DATABASE = unpacked(io.BytesIO(PACKAGE))


def read(package: bytes) -> int:
    """How many notes are in there; 0 if it is refused, and -1 if nothing says why."""
    try:
        return len(notes_of(unpacked(io.BytesIO(package)), GUIDS))
    except Refused as refused:
        return 0 if refused.problems[0].message else -1


def test_what_was_written_is_read() -> None:
    (first, *rest) = notes_of(DATABASE, GUIDS)
    assert len(rest) == len(CARDS) - 1
    assert first.fields["Answer"] == "Answer"
    assert (first.tags, first.changed, first.suspended) == (("one", "two"), 9, False)


DAMAGE = st.lists(
    st.tuples(st.integers(0, 1 << 20), st.binary(min_size=1, max_size=40)), min_size=1, max_size=6
)


def damaged(data: bytes, damage: list[tuple[int, bytes]]) -> bytes:
    bytes_now = bytearray(data)
    for at, new in damage:
        start = at % len(data)
        bytes_now[start : start + len(new)] = new
    return bytes(bytes_now)


@given(DAMAGE)
@settings(max_examples=150, deadline=None)
def test_a_damaged_package(damage: list[tuple[int, bytes]]) -> None:
    assert 0 <= read(damaged(PACKAGE, damage)) <= len(CARDS)


@given(DAMAGE)
@settings(max_examples=150, deadline=None)
def test_a_damaged_database(damage: list[tuple[int, bytes]]) -> None:
    assert 0 <= read(zipped("collection.anki2", damaged(DATABASE, damage))) <= len(CARDS)


@given(st.integers(0, len(PACKAGE) - 1))
@settings(max_examples=60, deadline=None)
def test_a_package_that_breaks_off(size: int) -> None:
    assert read(PACKAGE[:size]) == 0


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes(data: bytes) -> None:
    assert read(data) == 0
    with pytest.raises(Refused):
        notes_of(data, GUIDS)
    with pytest.raises(Refused):
        notes_of(b"SQLite format 3\x00" + data, GUIDS)


def zipped(name: str, data: bytes) -> bytes:
    from zipfile import ZIP_DEFLATED, ZipFile

    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()


def test_bombs_are_given_up_early() -> None:
    zeros = bytes(200 << 20)
    packed = ZstdCompressor(level=1).compress(zeros)
    assert len(packed) < 1 << 20
    for name, data in (("collection.anki21b", packed), ("collection.anki21", zeros)):
        with pytest.raises(Refused, match="unpacks to more than 64 MB"):
            unpacked(io.BytesIO(zipped(name, data)))


@pytest.mark.parametrize("schema", ["CREATE TABLE notes (x)", "CREATE TABLE col (models)", ""])
def test_a_database_of_another_program(schema: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema + "; CREATE TABLE other (y);")
    data = connection.serialize()
    connection.close()
    with pytest.raises(Refused, match="cannot be read"):
        notes_of(data, GUIDS)
