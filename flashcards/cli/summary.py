"""What a build or a diff says about itself, in lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from flashcards.build import Built
from flashcards.changes import (
    LEAVES_A_NOTE,
    MEANING,
    Change,
    ChangeKind,
    anki_search,
    deck_left,
    note_type_search,
)
from flashcards.cli.screen import colour
from flashcards.identity.likeness import likeness
from flashcards.lock import LockEntry
from flashcards.model import Card
from flashcards.problems import harmless
from flashcards.sources import package_path

TOLD: tuple[ChangeKind, ...] = ("returned", "reworded", "reset", "dropped", "retired")
"""Changes of which a build names each card, because somebody should look at them."""
MOST_TOLD = 10
"""Cards of one kind that a build names; a diff names all."""

DOUBTFUL = 0.75
"""Likeness below which a rewording may have been another fact."""

TONES: dict[ChangeKind, str] = {
    "new": "green", "returned": "green", "reworded": "yellow", "moved": "cyan",
    "rephrased": "yellow", "curated": "cyan", "reset": "red", "dropped": "red", "retired": "red",
}  # fmt: skip


def of_packages(built: Built, whole: bool) -> Iterator[str]:
    """A line a package, each with the changes that need a look below it, and one for all of them;
    `whole`: with all changes, and no package that has none."""
    by_package: dict[str, list[Change]] = defaultdict(list)
    for change in built.changes:
        by_package[change.package].append(change)
    told = sorted(by_package if whole else {*built.packages, *by_package})
    for package in told:
        path = colour(package_path(package), "bold")
        if package in built.held:
            yield f"{path}: held back, see the problems"
            continue
        yield f"{path}: {_totals(len(built.packages.get(package, ())), by_package[package])}"
        yield from _of_changes(by_package[package], whole)
    if len(told) > 1:
        count = sum(map(len, built.packages.values()))
        yield f"{colour('in all', 'bold')}: {_totals(count, built.changes)}"


def _totals(cards: int, changes: Sequence[Change]) -> str:
    counts = Counter(change.kind for change in changes)
    told = [f"{counts[kind]} {kind}" for kind in MEANING if counts[kind]]
    return f"{counted(cards, 'card')}, {', '.join(told) or 'nothing changed'}"


def _of_changes(changes: Sequence[Change], whole: bool) -> Iterator[str]:
    for kind in MEANING if whole else TOLD:
        of_kind = [change for change in changes if change.kind == kind]
        shown = of_kind if whole else of_kind[:MOST_TOLD]
        yield from (line for change in shown for line in of_change(change))
        if len(of_kind) > len(shown):
            yield f"  … and {len(of_kind) - len(shown)} more {kind}"


def counted(number: int, noun: str) -> str:
    """The number with its noun: `1 card`, `2 cards`."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def of_change(change: Change) -> Iterator[str]:
    """What happened to one card, with its old words and its new ones."""
    place = f"{change.span.path}:{change.span.line}"
    yield f"  {colour(change.kind, TONES[change.kind])}  {place}  {change.id}"
    before, after = change.before, change.after
    if change.kind == "new" and after:
        yield colour(f"    + {_asked(after.question, after.answer)}", "green")
        return
    if before and change.kind in LEAVES_A_NOTE:
        if before.question:
            yield colour(f"    - {_asked(before.question, before.answer)}", "red")
    elif before and after and not before.question:  # written by hand: the lock has no words of it
        yield colour(f"    + {_asked(after.question, after.answer)}", "green")
    elif before and after:
        old, new = _asked(before.question, before.answer), _asked(after.question, after.answer)
        if before.source != after.source:
            old, new = harmless(before.source), harmless(after.source)
        if change.kind == "moved":
            yield from _origin(before, after)
        if old != new:
            yield from _side_by_side(old, new)
        if change.kind == "reworded" and likeness(old, new) < DOUBTFUL:
            yield f"    if this is another card: flashcards split {change.id}"


def _origin(before: LockEntry, after: Card) -> Iterator[str]:
    """Where a card that moved comes from, if that is another file or another deck."""
    deck = deck_left(before, after)
    if before.path != after.span.path:
        yield f"    from {before.path}"
    elif deck:
        yield f"    from the deck {deck}"


def _asked(question: str, answer: str) -> str:
    return " ".join(f"{question} → {answer}".split())


def _side_by_side(old: str, new: str) -> Iterator[str]:
    """Old and new words, one below the other; the words that differ stand out."""
    left, right = old.split(), new.split()
    if len(left) * len(right) > 250_000:
        yield from (colour(f"    - {old}", "red"), colour(f"    + {new}", "green"))
        return
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    removed, added = ["    -"], ["    +"]
    for tag, start, end, new_start, new_end in blocks:
        same = tag == "equal"
        removed += [word if same else colour(word, "red") for word in left[start:end]]
        added += [word if same else colour(word, "green") for word in right[new_start:new_end]]
    yield " ".join(removed)
    yield " ".join(added)


UNDERSTOOD = frozenset({"covered", "surplus"})
LEFT_ASIDE = frozenset({"label", "link", "metadata", "to-do", "opinion", "markup", "minutes"})


def of_bullets(built: Built) -> str:
    """How much of the notes was read: a line."""
    kinds, total = built.silences, built.bullets
    aside = sum(kinds[kind] for kind in kinds if kind in LEFT_ASIDE)
    missed = sum(kinds[kind] for kind in kinds if kind not in LEFT_ASIDE | UNDERSTOOD)
    line = (
        f"{counted(total, 'bullet')}: {total - aside - missed} read, {aside} labels or links, "
        f"{missed} not understood"
    )
    return line + (" (flashcards explain --skipped)" if missed else "")


def of_anki(changes: Sequence[Change]) -> Iterator[str]:
    """What is left to do in Anki itself, since an import cannot do it."""
    left = [change.id for change in changes if change.kind in LEAVES_A_NOTE]
    if left:
        yield "An import does not delete notes. To find them in Anki's browser, search for:"
        yield from _searches(left)
    yield from _of_resets([change for change in changes if change.kind == "reset"])
    moved = sorted(
        (change.after.deck, change.id)
        for change in changes
        if change.after and deck_left(change.before, change.after)
    )
    for deck in dict.fromkeys(deck for deck, _ in moved):
        yield f"An import does not move cards. For the deck {deck}, search in Anki's browser for:"
        yield from _searches([card_id for name, card_id in moved if name == deck])


def _of_resets(changes: Sequence[Change]) -> Iterator[str]:
    """Where to find the notes of before, whose cards are of another kind now."""
    if changes:
        yield "Cards of another kind leave a note behind. To find it in Anki's browser, search for:"
    for kind in ("qa", "cloze"):
        left = [change.id for change in changes if change.after and change.after.kind != kind]
        for search in _searches(left):
            yield f"  ({search.strip()}) {note_type_search(kind)}"


MOST_A_SEARCH = 50
"""Ids in one search; Anki's search box takes more, but people copy it by hand."""


def _searches(ids: Iterable[str]) -> Iterator[str]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), MOST_A_SEARCH):
        yield f"  {anki_search(ordered[start : start + MOST_A_SEARCH])}"
