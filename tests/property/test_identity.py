"""Whatever happens to notes, a bullet that did not change keeps its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from drafting import drafts_of
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from flashcards.identity import identify, spots_of
from flashcards.lock import Lock, dump, load

WORDS = st.sampled_from("water cell light root leaf sugar salt membrane energy stem".split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
LABELS = st.sampled_from(["Use", "Cost: low", "Note", "**Date**: 1848", "Use: none"])
ANCHORS = st.sampled_from(["", "", "", "", " ^aa11", " ^bb22"])
TEXTS = st.tuples(SENTENCES | LABELS, ANCHORS).map("".join)
BULLETS = st.tuples(st.integers(0, 2), TEXTS)
PARTS = st.one_of(
    BULLETS.map(lambda bullet: f"{'  ' * bullet[0]}- {bullet[1]}"),
    SENTENCES.map(lambda title: f"\n## {title}\n"),
)
NOTES = st.lists(PARTS, max_size=8).map("\n".join)
NAMES = st.sampled_from([f"notes/{name}.md" for name in ("a", "b", "sub/a", "sub/c")])
WORKSPACES = st.dictionaries(NAMES, NOTES, max_size=3)
HISTORIES = st.lists(WORKSPACES, min_size=1, max_size=4)


Cards = list[tuple[str, str, str]]
"""Path, source and id of each."""


def built(files: dict[str, str], lock: Lock, now: int = 1) -> tuple[Cards, Lock]:
    """The cards, and the next lock, as it is after it was written."""
    drafts = drafts_of(files)
    found = identify(spots_of(drafts), lock, now)
    bullets = [draft.bullet for draft in drafts]
    cards = [(b.span.path, b.source, k.id) for b, k in zip(bullets, found.known, strict=True)]
    return cards, load(dump(found.lock), "decks/cards.lock")


def after(history: Sequence[dict[str, str]]) -> Lock:
    lock = Lock()
    for now, files in enumerate(history, start=1):
        _, lock = built(files, lock, now)
    return lock


@given(HISTORIES)
def test_ids_are_unique(history: list[dict[str, str]]) -> None:
    lock = Lock()
    for now, files in enumerate(history, start=1):
        cards, lock = built(files, lock, now)
        assert max(Counter(id for _, _, id in cards).values(), default=1) == 1


@given(HISTORIES)
def test_a_rebuild_is_a_fixed_point(history: list[dict[str, str]]) -> None:
    lock = after(history)
    cards, _ = built(history[-1], after(history[:-1]), len(history))
    again, unchanged = built(history[-1], lock, 99)
    assert again == cards
    assert dump(unchanged) == dump(lock)


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(history: list[dict[str, str]], dice: Random) -> None:
    lock = after(history[:-1])
    files = list(history[-1].items())
    dice.shuffle(files)
    cards, one = built(history[-1], lock)
    others, other = built(dict(files), lock)
    assert sorted(cards) == sorted(others)
    assert dump(one) == dump(other)


@given(HISTORIES)
def test_a_bullet_that_stays_in_its_file_keeps_its_id(history: list[dict[str, str]]) -> None:
    """Where a text stands several times in a file, as many ids stay as there can be. An anchor
    is stronger than the text, so only bullets without one are held to it."""
    lock, before = Lock(), Cards()
    for now, files in enumerate(history, start=1):
        cards, lock = built(files, lock, now)
        kept = ids_by_text(before)
        for text, ids in ids_by_text(cards).items():
            stayed = ids & kept.get(text, set())
            assert len(stayed) == min(len(ids), len(kept.get(text, ())))
        before = cards


def ids_by_text(cards: Cards) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for path, source, id in cards:
        if "^" not in source:
            found.setdefault((path, source), set()).add(id)
    return found


@given(WORKSPACES, st.data())
def test_renamed_files_keep_all_ids(files: dict[str, str], data: DataObject) -> None:
    """All files renamed at once, none edited: every text has as many of its ids as before."""
    cards, lock = built(files, Lock())
    numbers = data.draw(st.permutations(range(len(files))))
    renamed = {
        f"notes/new/{number}.md": text for number, text in zip(numbers, files.values(), strict=True)
    }
    moved, _ = built(renamed, lock, 2)
    long = [text for _, text, _ in cards if len(text) >= 12]
    for text in long:
        was = {id for _, source, id in cards if source == text}
        now = {id for _, source, id in moved if source == text}
        assert now == was


@given(HISTORIES, WORKSPACES)
def test_a_bullet_that_comes_back_gets_its_id_back(
    history: list[dict[str, str]], last: dict[str, str]
) -> None:
    """Everything deleted, and restored: nothing is new."""
    cards, lock = built(last, after(history))
    _, empty = built({}, lock, 50)
    assert built(last, empty, 51)[0] == cards


@given(WORKSPACES)
def test_a_lost_lock_is_found_again(files: dict[str, str]) -> None:
    cards, _ = built(files, Lock())
    assert built(files, Lock(), 7)[0] == cards


@given(WORKSPACES, WORKSPACES, WORKSPACES)
def test_locks_of_two_branches_merge_to_their_union(
    base: dict[str, str], mine: dict[str, str], yours: dict[str, str]
) -> None:
    """Each branch adds notes of its own; git puts the lines of both locks together."""
    added = {f"notes/mine/{path[6:]}": text for path, text in mine.items()}
    other = {f"notes/yours/{path[6:]}": text for path, text in yours.items()}
    _, start = built(base, Lock())
    one, left = built(base | added, start, 2)
    two, right = built(base | other, start, 3)
    lines = sorted({*dump(left).splitlines()[1:], *dump(right).splitlines()[1:]})
    merged = load(b"\n".join([dump(left).splitlines()[0], *lines]), "decks/cards.lock")
    assert set(merged.entries) == {*left.entries, *right.entries}
    cards, _ = built(base | added | other, merged, 4)
    both = {id for _, _, id in one} & {id for _, _, id in two}
    alone = [card for card in [*one, *two] if card[2] not in both and "^" not in card[1]]
    assert set(alone) <= set(cards), "what only one branch knew keeps its id"
