"""Entries laid over the drafted cards: the cards as they ship, and what became of the entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flashcards.curation.entries import Add, Curation, Defaults, Drop, Entry, Pin, Split, Tune
from flashcards.curation.sessions import Spot, deck_by, spot_of
from flashcards.curation.stale import changed_beneath, is_current, told
from flashcards.curation.tuning import filled, tuned
from flashcards.lock import Lock, LockEntry
from flashcards.model import Card, Note, Span
from flashcards.notes.places import package_of
from flashcards.problems import Problem, did_you_mean


@dataclass(frozen=True, slots=True)
class Applied:
    """The cards as decks/*.yaml wants them."""

    cards: tuple[Card, ...]
    drafts: Mapping[str, Card]
    """What tunes and splits are laid over, by id: the drafts, and pinned cards in their place."""
    stale: frozenset[str]
    """Cards whose draft is no longer the one that their tune or split was made against."""
    problems: tuple[Problem, ...]
    doubted: frozenset[str]
    """Packages whose curation cannot be trusted."""


def apply(
    curations: Sequence[Curation],
    cards: Iterable[Card],
    lock: Lock,
    notes: Mapping[str, Note],
    unreadable: frozenset[str] = frozenset(),
) -> Applied:
    """Lay the entries over the cards of the drafts.

    `lock` is the one after identification, `notes` are by path. Of the packages that are
    `unreadable`, cards are missing that are not gone, so that entries for them are no surprise.
    """
    defaults = {curation.package: curation.defaults for curation in curations}
    desk = _Desk(lock, notes, unreadable, defaults)
    desk.cards = {card.id: desk.by_defaults(card) for card in cards}
    desk.lay_over(curations)
    return Applied(
        cards=tuple(desk.cards.values()),
        drafts=desk.drafts,
        stale=frozenset(desk.stale),
        problems=tuple(desk.problems),
        doubted=desk.doubted | _in_doubt(curations, {card.id: card for card in cards}, lock),
    )


def _in_doubt(
    curations: Iterable[Curation], cards: Mapping[str, Card], lock: Lock
) -> frozenset[str]:
    """The packages of broken files, and of all cards that such a file may speak of."""
    found: set[str] = set()
    for curation in curations:
        if curation.broken:
            found.add(curation.package)
            found |= {cards[word].package for word in curation.words & cards.keys()}
            found |= {lock.entries[word].package for word in curation.words & lock.entries.keys()}
    return frozenset(found)


MOST_SUGGESTED = 20
"""Unknown ids of a run for which the nearest one is looked up."""


@dataclass(slots=True)
class _Desk:
    """The cards while the entries are laid over them."""

    lock: Lock
    notes: Mapping[str, Note]
    unreadable: frozenset[str]
    defaults: Mapping[str, Defaults]
    cards: dict[str, Card] = field(default_factory=dict)
    drafts: dict[str, Card] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stale: set[str] = field(default_factory=set)
    doubted: frozenset[str] = frozenset()
    suggested: int = 0
    _seen: dict[tuple[str, str], Span] = field(default_factory=dict)

    def lay_over(self, curations: Sequence[Curation]) -> None:
        packages = {package_of(path) for path in self.notes}
        packages |= {entry.package for entry in self.lock.entries.values()}
        for curation in curations:
            if curation.package not in packages:
                self.wrong(curation.package, _no_notes(curation, packages))
        for pin, package in self.each(curations, "pin"):
            self.pin(pin, package)
        self.drafts = dict(self.cards)
        for split, package in self.each(curations, "split"):
            self.split(split, package)
        for add, package in self.each(curations, "add"):
            self.add(add, package)
        for tune, package in self.each(curations, "tune"):
            self.tune(tune, package)
        for drop, package in self.each(curations, "drop"):
            self.drop(drop, package)

    def each(self, curations: Sequence[Curation], section: str) -> Iterable[tuple[Any, str]]:
        """The entries of one section of all files, without those that another file has too."""
        for curation in curations:
            for entry in getattr(curation, section).values():
                first = self._seen.setdefault((section, entry.id), entry.span)
                if first is entry.span:
                    yield entry, curation.package
                else:
                    hint = f"the first: {first.path}:{first.line}:{first.column}"
                    message = f'another file has "{entry.id}" under {section}: too'
                    self.wrong(curation.package, Problem(message, entry.span, hint))

    def wrong(self, package: str, problem: Problem) -> None:
        """Report an error, which holds the package back."""
        self.problems.append(problem)
        self.doubted |= {package}

    def find(self, entry: Entry, package: str) -> Card | None:
        """The card that an entry is about. One that is gone is told of, an unknown id is wrong."""
        card = self.cards.get(entry.id)
        if card is None and not self.is_gone(entry):
            hint = self.suggestion(entry.id) or "flashcards cards lists all ids"
            self.wrong(package, Problem(f'no card has the id "{entry.id}"', entry.span, hint))
        return card

    def suggestion(self, wrong: str) -> str:
        """The id that was meant, for the first few that are wrong: it takes a look at every id."""
        self.suggested += 1
        known = {**self.cards, **self.lock.entries} if self.suggested <= MOST_SUGGESTED else ()
        return did_you_mean(wrong, known)

    def is_gone(self, entry: Entry) -> bool:
        """Whether the lock knows the card; then it is said that its entry waits."""
        was = self.lock.entries.get(entry.id)
        if was is None:
            return False
        if was.package not in self.unreadable:
            message = "no bullet makes this card any more"
            hint = "the entry waits for it; delete it as you like"
            if was.parted:
                hint = "it was given up for another card; put the entry under the id of that one"
            self.problems.append(Problem(message, entry.span, hint, "note"))
        return True

    def pin(self, pin: Pin, package: str) -> None:
        card = self.cards.get(pin.id)
        was = self.lock.entries.get(pin.id)
        if card is None and was is not None and not was.added:
            card = self.by_defaults(_remembered(was, pin, self.notes))
        card = card or self.find(pin, package)
        if card is not None:
            card = filled(card, pin) if pin.texts else card
            by_hand = card.by_hand - {"context"}  # which the lock does not know
            self.cards[pin.id] = replace(card, curated="pinned", by_hand=by_hand)

    def split(self, split: Split, package: str) -> None:
        draft = self.find(split, package)
        if draft is None:
            return
        del self.cards[split.id]
        parts = [(part, filled(draft, part, draft.context)) for part in split.parts]
        for part, card in parts:
            if part.id in self.cards:
                self.wrong(package, _taken(part))
            else:
                self.cards[part.id] = replace(card, id=part.id, curated="split")
        if split.was and not is_current(split.was, draft):
            self.stale.add(split.id)
            ships = "; ".join(told(card.question, card.answer) for _, card in parts)
            self.problems.append(changed_beneath(split, split.was, draft, ships))

    def add(self, add: Add, package: str) -> None:
        was = self.lock.entries.get(add.id)
        if add.id in self.cards or (was is not None and not was.added):
            self.wrong(package, _taken(add))
            return
        spot, problem = spot_of(add, package, self.notes)
        self.problems += [problem] if problem else []
        asked = add.texts.get("text") or add.texts["question"]
        blank = _card(add.id, package, spot, add.span, asked)
        card = self.by_defaults(filled(blank, add))
        tags = dict.fromkeys([*card.tags, *add.tags])
        self.cards[add.id] = replace(card, tags=tuple(tags), curated="added")

    def tune(self, tune: Tune, package: str) -> None:
        draft = self.find(tune, package)
        if draft is None:
            return
        card = tuned(draft, tune)
        if isinstance(card, Problem):
            self.wrong(package, card)
            return
        self.cards[tune.id] = card
        if tune.was and not is_current(tune.was, draft):
            self.stale.add(tune.id)
            ships = told(card.question, card.answer if card.kind == "qa" else None)
            self.problems.append(changed_beneath(tune, tune.was, draft, ships))

    def drop(self, drop: Drop, package: str) -> None:
        if self.find(drop, package) is not None:
            del self.cards[drop.id]

    def by_defaults(self, card: Card) -> Card:
        """The card in the deck and with the tags that its package's defaults say."""
        defaults = self.defaults.get(card.package)
        if defaults is None or not (defaults.deck or defaults.tags):
            return card
        deck = deck_by(defaults, card.deck, self.notes.get(card.span.path))
        return replace(card, deck=deck, tags=tuple(dict.fromkeys([*card.tags, *defaults.tags])))


def _no_notes(curation: Curation, packages: Iterable[str]) -> Problem:
    hint = did_you_mean(curation.package, packages)
    hint = hint or f"it is for notes/{curation.package}.md or notes/{curation.package}/"
    message = f'no notes make the package "{curation.package}"'
    return Problem(message, Span(curation.path, 1), hint)


def _taken(entry: Entry) -> Problem:
    return Problem(f'another card has the id "{entry.id}"', entry.span, "choose another one")


def _remembered(was: LockEntry, pin: Pin, notes: Mapping[str, Note]) -> Card:
    """A pinned card without a bullet, as far as the lock knows it."""
    spot = Spot(notes.get(was.path))
    card = _card(was.id, was.package, spot, Span(was.path, max(1, was.line)), was.source)
    return replace(
        card,
        kind=was.kind,
        question=was.question,
        answer=was.answer,
        deck=pin.deck or card.deck,
        tags=pin.tags or card.tags,
    )


def _card(card_id: str, package: str, spot: Spot, span: Span, source: str) -> Card:
    """A card without words, at a place."""
    return Card(
        id=card_id,
        kind="qa",
        question="",
        answer="",
        package=package,
        deck=spot.deck(package),
        span=span,
        source=source,
        tags=spot.tags(package),
    )
