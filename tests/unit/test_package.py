"""Packages as files: what is in them, and what they refuse."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from hashlib import blake2b
from typing import Any

import pytest

from flashcards.anki.guid import guid
from flashcards.anki.note_types import CHANGED
from flashcards.anki.notes import FIELDS
from flashcards.anki.package import package_bytes
from flashcards.model import Card, Span
from flashcards.problems import Refused

OSMOSIS = Card(
    id="what-is-osmosis-8b2a",
    kind="qa",
    question="What is osmosis?",
    answer="water crossing a membrane",
    package="cells",
    deck="Cells",
    span=Span("notes/cells.md", 5),
    source="**Osmosis**: water crossing a membrane",
    context="Membranes",
    hint="think of water",
    tags=("cells::session-1", "two words", "wide\u3000space", "cells::session-1", " "),
    changed=1_700_000_000,
)
GAP = replace(
    OSMOSIS, id="gap", kind="cloze", question="{{c2::ATP}} and {{c5::ADP}}", answer="ATP; ADP"
)


@contextmanager
def opened(package: bytes) -> Iterator[sqlite3.Connection]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        data = archive.read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        yield connection


def rows(package: bytes, query: str) -> list[Any]:
    with opened(package) as connection:
        return connection.execute(query).fetchall()


def models(package: bytes) -> list[Any]:
    ((text,),) = rows(package, "SELECT models FROM col")
    return list(json.loads(text).values())


def test_the_same_cards_give_the_same_bytes() -> None:
    assert package_bytes([OSMOSIS, GAP]) == package_bytes([OSMOSIS, GAP])
    with zipfile.ZipFile(io.BytesIO(package_bytes([OSMOSIS]))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("media") == b"{}"


def test_a_note_carries_the_stamp_of_its_card_alone() -> None:
    older = replace(GAP, changed=1_600_000_000)
    stamps = dict(rows(package_bytes([OSMOSIS, older]), "SELECT guid, mod FROM notes"))
    assert stamps == {
        guid(OSMOSIS.id, "qa"): OSMOSIS.changed,
        guid(older.id, "cloze"): older.changed,
    }


def test_tags_hold_no_space_and_stand_once() -> None:
    ((tags,),) = rows(package_bytes([OSMOSIS]), "SELECT tags FROM notes")
    assert tags == " cells::session-1 two-words wide-space "


def test_the_note_types_are_frozen() -> None:
    """Whoever changes a number or a name here parts the notes in use from those to come."""
    one, other = models(package_bytes([OSMOSIS]))
    told = [
        (
            model["id"],
            model["name"],
            [(field["name"], field["id"]) for field in model["flds"]],
            [(template["name"], template["id"]) for template in model["tmpls"]],
        )
        for model in (one, other)
    ]
    assert told == [
        (
            "1607392319001",
            "Flashcards Q&A",
            [(name, 1607392319001001 + at) for at, name in enumerate(FIELDS["qa"])],
            [("Question", 1607392319001101)],
        ),
        (
            "1607392319002",
            "Flashcards Cloze",
            [(name, 1607392319002001 + at) for at, name in enumerate(FIELDS["cloze"])],
            [("Cloze", 1607392319002101)],
        ),
    ]
    assert FIELDS["qa"] == (
        *("Question", "Answer", "Extra", "Context", "Hint"),
        *("Source", "Id", "Spare 1", "Spare 2"),
    )
    assert FIELDS["cloze"] == ("Text", *FIELDS["qa"][2:])
    assert {model["mod"] for model in (one, other)} == {CHANGED}
    assert [model["req"] for model in (one, other)] == [[[0, "any", [0]]]] * 2


def test_the_time_of_the_note_types_moves_with_their_looks() -> None:
    """Anki takes a changed template or style over only where the time is newer: raise it with the
    digest here."""
    looks = [(model["css"], model["tmpls"]) for model in models(package_bytes([OSMOSIS, GAP]))]
    digest = blake2b(json.dumps(looks, sort_keys=True).encode(), digest_size=8).hexdigest()
    assert time.time() > CHANGED, "a later one would overwrite what learners change until then"
    assert (CHANGED, digest) == (1_795_637_000, "4b8b904d0231b171")


def test_gaps_are_cards_by_their_numbers() -> None:
    assert [ord for (ord,) in rows(package_bytes([GAP]), "SELECT ord FROM cards ORDER BY id")] == [
        1,
        4,
    ]


def test_ids_are_unique_and_new_cards_in_order() -> None:
    cards = [replace(OSMOSIS, id=f"a-{at}", changed=1_700_000_000 - at) for at in range(50)]
    package = package_bytes([*cards, GAP])
    assert rows(package, "SELECT count(), count(DISTINCT id) FROM notes") == [(51, 51)]
    assert rows(package, "SELECT count(), count(DISTINCT id) FROM cards") == [(52, 52)]
    dues = [due for (due,) in rows(package, "SELECT due FROM cards ORDER BY id")]
    assert dues == sorted(dues)


def test_decks_keep_their_ids_whatever_stands_beside_them() -> None:
    def decks(cards: list[Card]) -> dict[str, int]:
        ((text,),) = rows(package_bytes(cards), "SELECT decks FROM col")
        return {deck["name"]: deck["id"] for deck in json.loads(text).values()}

    other = replace(GAP, deck="Cells::Energy")
    alone, both = decks([OSMOSIS]), decks([other, OSMOSIS])
    assert alone.keys() == {"Default", "Cells"}
    assert both.keys() == {"Default", "Cells", "Cells::Energy"}
    assert both["Cells"] == alone["Cells"] != both["Cells::Energy"]


def test_a_field_holds_no_sign_that_parts_fields() -> None:
    odd = replace(OSMOSIS, answer="a\x1fb\x00c", question="q\x1fr")
    ((fields,),) = rows(package_bytes([odd]), "SELECT flds FROM notes")
    assert len(fields.split("\x1f")) == len(FIELDS["qa"])
    assert "\x00" not in fields


def test_a_cloze_without_a_gap_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        package_bytes([OSMOSIS, replace(GAP, question="no gap {{c0::x}}, {{c1::open")])
    (problem,) = refused.value.problems
    assert "without a gap" in problem.message
    assert problem.span == GAP.span


def test_one_id_twice_is_refused() -> None:
    with pytest.raises(Refused, match="two cards have the id"):
        package_bytes([OSMOSIS, replace(OSMOSIS, question="Again?")])


def test_only_what_a_person_wrote_is_markdown() -> None:
    card = replace(
        OSMOSIS, question="*a* <b>", answer="*b* <b>c</b>", by_hand=frozenset({"answer"})
    )
    ((fields,),) = rows(package_bytes([card]), "SELECT flds FROM notes")
    assert fields.split("\x1f")[:2] == ["*a* &lt;b&gt;", "<em>b</em> <b>c</b>"]


def test_writing_a_package_loads_no_asyncio() -> None:
    code = (
        "import sys, flashcards.anki.writing; from flashcards.anki.note_types import models\n"
        "assert models()[0].to_json(1, 1)['req'] == [[0, 'any', [0]]]\n"
        "print(sorted({'asyncio', 'cached_property'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
