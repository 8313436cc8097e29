"""The pipeline: notes, curation and lock in; cards, the next lock and what changed out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from flashcards.changes import Change, changes_of
from flashcards.curation import Curation, Defaults, apply
from flashcards.curation import read as read_curation
from flashcards.gathered import Gathered
from flashcards.identity import Known, identify
from flashcards.lock import Lock, LockEntry, load, restamp
from flashcards.model import Card, Note
from flashcards.notes import blocks_of
from flashcards.notes.places import package_of
from flashcards.pages import Pages, Written, pages_of
from flashcards.phrased import Habits, Kind, Mode
from flashcards.problems import Problem
from flashcards.rules import NAMES
from flashcards.shown import Find, nowhere, with_files
from flashcards.sources import DECKS, LOCK, Sources
from flashcards.versions import remembered


@dataclass(frozen=True, slots=True)
class Built:
    """What a build makes of its sources; nothing is written yet."""

    packages: Mapping[str, tuple[Card, ...]]
    """The cards of each package, as they ship."""
    cards: tuple[Card, ...]
    """All cards, also those held back, sorted by place, with the line where each stands now."""
    before: Lock
    lock: Lock
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    held: frozenset[str]
    """Packages of which something could not be read: their files and stamps stay as they are."""
    notes: tuple[Note, ...]
    """Without their bullets, of which a large workspace has too many to hold them all."""
    bullets: int
    """How many the notes have that make cards."""
    silences: Mapping[Kind, int]
    """How many of these make no card, by why."""
    known: tuple[Known, ...]
    """What became of each draft, in the order of the pages."""
    drafts: Mapping[str, Card]
    """Each card as it would be without tunes, splits, added and dropped cards, by id."""
    curations: Mapping[str, Curation]
    """What decks/*.yaml say, by package."""
    phrased: tuple[Card, ...]
    """What the rules made of the notes, before any curation."""
    stale: frozenset[str]
    """Cards that the notes say otherwise now than when they were tuned or split."""

    def fresh(self, card_id: str) -> LockEntry:
        """The lock's entry of a card that no build has shipped yet."""
        return replace(self.lock.entries[card_id], digest="", changed=0)

    def contents(self, package: str) -> str:
        """A digest of all that decides over the bytes of a package that ships."""
        entries = self.lock.entries
        facts = [
            (card.id, entries[card.id].digest, card.changed, card.span.line, card.deck)
            for card in self.packages[package]
        ]
        return blake2b(repr(facts).encode(), digest_size=16).hexdigest()


def build(
    sources: Sources,
    now: int,
    mode: Mode = "default",
    pages_of: Pages = pages_of,
    find: Find = nowhere,
) -> Built:
    """Read, phrase, identify, curate, restamp.

    `now` is in seconds since 1970; `pages_of` reads and phrases the notes; `find` finds the files
    that they show.
    Problems are collected; only a lock that cannot be trusted raises `Refused`.
    """
    before = load(sources.lock, LOCK)
    curations, misread = _curations(sources)
    gathered = Gathered()
    for page in pages_of(_written(sources, mode, curations)):
        gathered.add(page)
    identified = identify(gathered.spots, before, now)
    drafted = tuple(gathered.cards(identified.known, identified.lock.entries))
    held = _unreadable(sources.unread, before)
    curated = apply(curations, drafted, identified.lock, gathered.notes, held)
    by_package = {curation.package: curation for curation in curations}
    cards, missing = with_files(curated.cards, find, by_package)
    held |= curated.doubted
    shipping = [card for card in cards if card.package not in held]
    restamped, stamped = restamp(identified.lock, shipping, now)
    placed = [_placed(card, was) for card, was in zip(stamped, shipping, strict=True)]
    kept_back = [card for card in cards if card.package in held]
    return Built(
        packages=_packages(stamped, gathered.notes),
        cards=tuple(sorted([*placed, *kept_back], key=_place)),
        before=before,
        lock=_settled(before, remembered(before, restamped, stamped), stamped, held),
        changes=changes_of(before, restamped, placed, identified.known, held),
        problems=(*gathered.problems, *misread, *curated.problems, *missing),
        held=held,
        notes=tuple(gathered.notes.values()),
        bullets=gathered.bullets,
        silences=gathered.silences,
        known=identified.known,
        drafts=curated.drafts,
        curations=by_package,
        phrased=drafted,
        stale=curated.stale,
    )


def curated_again(built: Built, curations: Mapping[str, Curation]) -> tuple[Built, list[Problem]]:
    """The build as it would be with other curations, its cards not stamped, and what is wrong
    with their entries."""
    notes = {note.path: note for note in built.notes}
    curated = apply(list(curations.values()), built.phrased, built.lock, notes)
    again = replace(
        built,
        cards=tuple(sorted(curated.cards, key=_place)),
        drafts=curated.drafts,
        curations=curations,
        stale=curated.stale,
    )
    return again, list(curated.problems)


def _written(sources: Sources, mode: Mode, curations: Sequence[Curation]) -> list[Written]:
    defaults = {curation.package: curation.defaults for curation in curations}
    blocks = blocks_of(sources.notes)
    found = []
    for path, text in sources.notes.items():
        wanted = defaults.get(package_of(path), Defaults())
        shown = tuple(blocks.get(path, {}).items())
        found.append(Written(path, text, _mode(mode, wanted), _habits(wanted), shown))
    return found


def _mode(asked: Mode, wanted: Defaults) -> Mode:
    """The command line's mode, where it names one; else the package's."""
    return asked if asked != "default" else wanted.mode or "default"


def _habits(wanted: Defaults) -> Habits:
    english = wanted.language == "en" if wanted.language else None
    return Habits(wanted.rules_off, wanted.rules_on, english)


SWITCHED = tuple(name for name in NAMES if name != "written-cloze")
"""The rules that a package can switch; other rules would show written gaps with their braces."""


def _curations(sources: Sources) -> tuple[list[Curation], list[Problem]]:
    curations: list[Curation] = []
    problems: list[Problem] = []
    for path, text in sources.curations.items():
        curation, found = read_curation(text, path, SWITCHED)
        curations.append(curation)
        problems += found
    return curations, problems


def _placed(card: Card, was: Card) -> Card:
    """The stamped card at the line where its bullet stands."""
    return card if card.span is was.span else replace(card, span=was.span)


def _place(card: Card) -> tuple[str, int]:
    return card.span.path, card.span.line


def _packages(cards: Sequence[Card], pages: Mapping[str, Note]) -> Mapping[str, tuple[Card, ...]]:
    """The cards by package; a package whose notes make no card is there, and empty."""
    found: dict[str, list[Card]] = {package_of(path): [] for path in pages}
    for card in cards:
        found.setdefault(card.package, []).append(card)
    return {name: tuple(found[name]) for name in sorted(found)}


def _unreadable(unread: frozenset[str], before: Lock) -> frozenset[str]:
    """Packages whose curation, or a note with live cards of theirs, cannot be read."""
    curations = {path for path in unread if path.startswith(f"{DECKS}/")}
    return frozenset(path[len(DECKS) + 1 :].rpartition(".")[0] for path in curations) | frozenset(
        entry.package
        for entry in before.entries.values()
        if unread and not entry.retired and not unread.isdisjoint(_path_and_folders(entry.path))
    )


def _path_and_folders(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def _settled(before: Lock, after: Lock, cards: Sequence[Card], held: frozenset[str]) -> Lock:
    """The lock to write: what is held back stands as it stood; a card that was dropped forgets
    what was shipped of it, so that it arrives in Anki again when it is no longer dropped."""
    shipped = {card.id for card in cards}
    entries: dict[str, LockEntry] = {}
    for entry in after.entries.values():
        if entry.package in held:
            continue
        dropped = entry.digest and not entry.retired and entry.id not in shipped
        entries[entry.id] = replace(entry, digest="") if dropped else entry
    for entry in before.entries.values():
        if after.entries[entry.id].package in held:
            entries[entry.id] = entry
    return Lock.of(entries.values())


RETIRES_AT_LEAST = 3
"""Cards; to rewrite three bullets of a short note is everyday work, see CONTRIBUTING.md."""
RETIRES_AT_MOST = 1 / 3
"""Share of the live cards of a package that may retire without being asked for."""


def too_much_retires(built: Built) -> list[Problem]:
    """A problem for each package of which so much would retire that it looks like an accident."""
    live = Counter(e.package for e in built.before.entries.values() if e.live)
    leaving = Counter(change.package for change in built.changes if change.kind == "retired")
    hint = "a build writes nothing then; if that is meant: flashcards build --retire"
    return [
        Problem(f"{count} of the {live[name]} cards of {name} would retire", hint=hint)
        for name, count in sorted(leaving.items())
        if count >= RETIRES_AT_LEAST and count > RETIRES_AT_MOST * live[name]
    ]


def lint_cards(cards: Iterable[Card]) -> list[Problem]:
    """What could be better about finished cards, as warnings at their places."""
    from flashcards.lint import Face, lint

    return [
        Problem(
            f'{flaw.message}: "{card.question}"',
            card.span,
            f'flashcards tune {card.id} --question "…"',
            "warning",
        )
        for card in cards
        for flaw in lint(Face(card.kind, card.question, card.answer, card.context))
    ]
