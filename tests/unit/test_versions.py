"""What the lock remembers of what was shipped: how much, and for how long."""

from __future__ import annotations

from dataclasses import replace

from flashcards.lock import Lock, LockEntry, dump, load, restamp
from flashcards.model import Card, Span
from flashcards.versions import LONGEST, RECENT, Version, earlier, last, remembered

CARD = Card("a", "qa", "What is it?", "Water", "a", "A", Span("notes/a.md", 3), "Osmosis")


def shipped(lock: Lock, answer: str, now: int) -> Lock:
    """The lock after a build that ships this answer, as it was written and read."""
    drafted = replace(lock.entries["a"], question=CARD.question, answer=answer)
    after, cards = restamp(Lock.of([drafted]), [replace(CARD, answer=answer)], now)
    return load(dump(remembered(lock, after, cards)), "decks/cards.lock")


def test_what_was_shipped_is_known_again() -> None:
    lock = shipped(Lock.of([LockEntry(id="a")]), "a < b", 100)
    lock = shipped(lock, "a > b", 200)
    entry = lock.entries["a"]
    assert last(entry).says("answer", "a &gt; b")
    assert not last(entry).says("answer", "a &lt; b")
    (version,) = earlier(entry)
    assert version.says("answer", "<div>a &lt; b</div>")
    assert version.says("context", "")
    assert version.stood == 100


def test_the_times_of_a_version_that_came_back_add_up() -> None:
    lock = Lock.of([LockEntry(id="a")])
    for now, answer in [(100, "one"), (200, "two"), (250, "one"), (300, "two")]:
        lock = shipped(lock, answer, now)
    one, two = sorted(earlier(lock.entries["a"]), key=lambda version: version.stood)
    assert (one.stood, one.says("answer", "two")) == (50, True)
    assert (two.stood, two.says("answer", "one")) == (150, True)


def test_the_latest_versions_and_those_that_stood_longest_are_kept() -> None:
    lock, now = Lock.of([LockEntry(id="a")]), 0
    for number in range(100):
        now += 1_000 if number % 10 == 1 else 1
        lock = shipped(lock, f"answer {number}", now)
    versions = earlier(lock.entries["a"])
    assert len(versions) == RECENT + LONGEST
    kept = {
        number
        for number in range(100)
        if any(version.says("answer", f"answer {number}") for version in versions)
    }
    assert kept >= {*range(99 - RECENT, 99), *range(0, 90, 10)}
    assert 99 not in kept


def test_versions_of_two_digests_are_read() -> None:
    """They are of letters and digits, and say nothing of the other texts."""
    text = "1b6ad0ac5a0b 6cf0be3b1c7f"
    version = Version.read(text)
    assert version.says("context", "") is None
    assert version.says("answer", "Water") is False
    assert Version.read(version.written()) == version


def test_a_card_without_digests_is_known_by_its_draft() -> None:
    entry = LockEntry(id="a", question="What is it?", answer="Water", digest="1")
    assert last(entry).says("answer", "Water")
    assert last(entry).says("context", "") is None


def test_what_is_shipped_of_a_curated_card_is_learned_without_shipping_it_anew() -> None:
    tuned = replace(CARD, answer="By hand", curated="tuned", by_hand=frozenset({"answer"}))
    drafted = LockEntry(id="a", path="notes/a.md", question="What is it?")
    old, _ = restamp(Lock.of([drafted]), [tuned], 100)
    entry = remembered(old, old, [tuned]).entries["a"]
    assert last(entry).says("answer", "By hand")
    assert entry == replace(old.entries["a"], shown=entry.shown)
