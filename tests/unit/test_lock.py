"""The lock's text: what it keeps, what it refuses, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from flashcards.lock import Lock, LockEntry, dump, load, restamp
from flashcards.model import Card, Span
from flashcards.problems import Problem, Refused

PATH = "decks/cards.lock"
HEADER = '{"flashcards":"lock","version":1}'
OSMOSIS = '{"id":"what-is-osmosis-1","path":"notes/a.md","source":"Osmosis: water","changed":7}'
CYTOSOL = '{"id":"what-is-cytosol-2","path":"notes/a.md","source":"Cytosol: a fluid","changed":7}'


def text_of(*lines: str) -> bytes:
    return ("\n".join([HEADER, *lines]) + "\n").encode()


def refused(text: bytes) -> list[tuple[int, int, str]]:
    with pytest.raises(Refused) as raised:
        load(text, PATH)
    spans = [(problem.span, problem.message) for problem in raised.value.problems]
    return [(span.line, span.column, message) for span, message in spans if span]


TEXTS = st.text(max_size=20)
ENTRIES = st.builds(
    LockEntry,
    id=st.text(min_size=1, max_size=8),
    kind=st.sampled_from(["qa", "cloze"]),
    path=TEXTS,
    place=st.lists(TEXTS, max_size=3).map(tuple),
    source=TEXTS,
    anchor=TEXTS,
    nth=st.integers(0, 9),
    question=TEXTS,
    gone=st.lists(st.tuples(st.integers(1, 9), TEXTS), max_size=2).map(tuple),
    changed=st.integers(0, 2**40),
    retired=st.integers(0, 2**40),
    parted=st.booleans(),
)
LOCKS = st.lists(ENTRIES, max_size=5).map(Lock.of)


@given(LOCKS)
def test_what_is_written_is_read_back(lock: Lock) -> None:
    text = dump(lock)
    assert load(text, PATH) == lock
    assert dump(load(text, PATH)) == text
    assert len(text.split(b"\n")) == len(lock.entries) + 2, "one card a line"


@given(LOCKS, st.data())
def test_a_damaged_lock_is_read_or_refused_with_a_place(lock: Lock, data: DataObject) -> None:
    text = dump(lock)
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, min(len(text), at + 9)))
    damaged = text[:at] + data.draw(st.binary(max_size=5)) + text[end:]
    problems: tuple[Problem, ...] = ()
    try:
        load(damaged, PATH)
    except Refused as refused:
        problems = refused.problems
    assert all(problem.span and problem.span.path == PATH for problem in problems)


def test_an_empty_file_is_an_empty_lock() -> None:
    assert load(b"", PATH) == load(b"\n\n", PATH) == Lock()


def test_line_ends_of_windows_and_a_mark_of_byte_order_are_read() -> None:
    text = "\ufeff".encode() + text_of(OSMOSIS, CYTOSOL).replace(b"\n", b"\r\n")
    assert set(load(text, PATH).entries) == {"what-is-osmosis-1", "what-is-cytosol-2"}


def test_additions_on_two_branches_load_as_their_union() -> None:
    merged = load(text_of(OSMOSIS, CYTOSOL), PATH)
    assert merged == load(text_of(CYTOSOL, OSMOSIS), PATH)
    assert len(merged.entries) == 2


def test_of_two_lines_for_a_card_the_later_change_stands_in_any_order() -> None:
    later = OSMOSIS.replace('"changed":7', '"changed":9').replace("water", "the way of water")
    for lines in ((OSMOSIS, later), (later, OSMOSIS)):
        assert load(text_of(*lines), PATH).entries["what-is-osmosis-1"].changed == 9


def test_a_second_header_left_by_a_merge_is_passed_over() -> None:
    assert len(load(text_of(OSMOSIS, HEADER, CYTOSOL), PATH).entries) == 2


def test_conflict_markers_are_named_by_line() -> None:
    text = text_of("<<<<<<< HEAD", OSMOSIS, "=======", CYTOSOL, ">>>>>>> other")
    assert [(line, message) for line, _, message in refused(text)] == [
        (2, "a merge was left half done"),
        (4, "a merge was left half done"),
        (6, "a merge was left half done"),
    ]


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        (OSMOSIS[:30], 27, "this line breaks off"),
        (OSMOSIS[:-1], len(OSMOSIS), "this line breaks off"),
        (OSMOSIS.replace(",", "", 1), 26, "this line is broken"),
        ("[]", 1, "this line is no card"),
        ("7", 1, "this line is no card"),
        ("[" * 100_000, 1, "this line is broken"),
        ('{"path":"notes/a.md"}', 1, "this card has no id"),
        ('{"id":""}', 1, "this card has no id"),
        ('{"id":"a","pth":"notes/a.md"}', 11, 'unknown key "pth"'),
        ('{"id":"a","nth":"1"}', 11, '"nth" is not a whole number'),
        ('{"id":"a","place":"x"}', 11, '"place" is not a list'),
        ('{"id":"a","kind":"qu"}', 11, 'unknown kind "qu"'),
        ('{"id":"a","gone":[1]}', 11, '"gone" is no list of numbers with words'),
    ],
)
def test_a_broken_line_is_refused_at_its_place(line: str, column: int, message: str) -> None:
    assert refused(text_of(CYTOSOL, line)) == [(3, column, message)]


def test_a_line_that_is_not_utf_8_is_refused_at_its_place() -> None:
    broken = OSMOSIS.replace("water", "wäter").encode("latin-1")
    column = OSMOSIS.index("water") + 2
    assert refused(text_of(CYTOSOL) + broken) == [(3, column, "this line is not UTF-8")]


def test_all_broken_lines_are_told_at_once() -> None:
    assert [line for line, _, _ in refused(text_of("{", OSMOSIS, "{}", "]"))] == [2, 4, 5]


@pytest.mark.parametrize("first", ["", "{}", OSMOSIS, "lock", '{"flashcards":"lock"', "[]"])
def test_a_lock_needs_its_header(first: str) -> None:
    assert refused(f"{first}\n{OSMOSIS}\n".encode())[0][0] == 1


@pytest.mark.parametrize("version", ["2", '"1"', "null", "0"])
def test_an_unknown_version_is_refused(version: str) -> None:
    ((line, _, message),) = refused(f"{HEADER.replace('1', version)}\n{OSMOSIS}\n".encode())
    assert (line, message) == (1, f"unknown version {version} of the lock")


def card(question: str = "What is osmosis?", line: int = 3, **more: object) -> Card:
    known = {"id": "a", "kind": "qa", "answer": "Water", "package": "a", "deck": "A"} | more
    return Card(question=question, span=Span("notes/a.md", line), source="Osmosis", **known)  # type: ignore[arg-type]


def test_a_stamp_moves_on_only_with_the_content() -> None:
    lock, (first,) = restamp(Lock.of([LockEntry(id="a")]), [card()], 100)
    lock, (same,) = restamp(lock, [card(line=9)], 200)
    assert (first.changed, same.changed, same.span.line) == (100, 100, 3)
    lock, (other,) = restamp(lock, [card("What is it?", line=9)], 200)
    assert (other.changed, other.span.line) == (200, 9)


def test_a_stamp_moves_on_even_if_the_clock_went_back() -> None:
    lock, _ = restamp(Lock.of([LockEntry(id="a")]), [card()], 100)
    _, (other,) = restamp(lock, [card("What is it?")], 50)
    assert other.changed == 101


def test_another_deck_is_no_change_since_an_import_moves_no_card() -> None:
    lock, _ = restamp(Lock.of([LockEntry(id="a")]), [card()], 100)
    after, _ = restamp(lock, [card(deck="B")], 200)
    assert after == lock
