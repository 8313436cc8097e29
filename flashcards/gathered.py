"""Gathered: what a build keeps of its pages: all but the bullets, which would fill the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from sys import intern

from flashcards.identity import Known, Spot, spots_of
from flashcards.lock import LockEntry
from flashcards.marked import marked_by
from flashcards.model import Card, Draft, Mark, Note, Shown, Span
from flashcards.notes.places import deck_of, package_of, tags_of
from flashcards.pages import Page
from flashcards.phrased import Kind
from flashcards.problems import Problem
from flashcards.shown import shown_by


@dataclass(slots=True)
class _Rest:
    """What identity does not look at of a draft, and its card holds."""

    note: Note
    rule: str
    extra: str
    span: Span
    context: str
    tags: tuple[str, ...]
    media: tuple[Shown, ...]
    marks: tuple[tuple[str, Mark], ...]


@dataclass(slots=True)
class Gathered:
    """The pages of a build, taken one by one."""

    notes: dict[str, Note] = field(default_factory=dict)
    """By path, without their bullets."""
    spots: list[Spot] = field(default_factory=list)
    bullets: int = 0
    """How many there are, those of notes that make no cards left out."""
    silences: Counter[Kind] = field(default_factory=Counter)
    """How many bullets make no card, and of what kind they are."""
    problems: list[Problem] = field(default_factory=list)
    _rests: list[_Rest] = field(default_factory=list)

    def add(self, page: Page) -> None:
        """Take what is needed of a page."""
        drafts = page.phrased.drafts
        note = replace(page.note, bullets=())
        self.notes[note.path] = note
        self.spots += spots_of(drafts, len(self._rests))
        self.bullets += len(page.note.bullets) if note.makes_cards else 0
        self.silences.update(silence.kind for silence in page.phrased.silences)
        self.problems += page.problems
        shared: dict[tuple[int, tuple[str, ...]], tuple[str, ...]] = {}
        for draft in drafts:
            bullet = draft.bullet
            key = id(bullet.headings), bullet.tags
            if key not in shared:
                shared[key] = tags_of(note, bullet)
            self._rests.append(_rest(draft, note, shared[key]))

    def cards(self, known: Iterable[Known], entries: Mapping[str, LockEntry]) -> Iterator[Card]:
        """The card of each draft; its words are those of the lock, so that they are held once."""
        for rest, one in zip(self._rests, known, strict=True):
            yield _card(rest, one, entries[one.id])


def _rest(draft: Draft, note: Note, tags: tuple[str, ...]) -> _Rest:
    bullet = draft.bullet
    return _Rest(
        note=note,
        rule=intern(draft.rule),
        extra=draft.reading.extra,
        span=bullet.span,
        context=intern(draft.context),  # the same for many
        tags=tags,
        media=shown_by(draft) if bullet.media else (),
        marks=marked_by(draft) if bullet.marks else (),
    )


def _card(rest: _Rest, known: Known, entry: LockEntry) -> Card:
    return Card(
        id=known.id,
        kind=entry.kind,
        question=entry.question,
        answer=entry.answer,
        extra=rest.extra,
        package=package_of(rest.note.path),
        deck=deck_of(rest.note),
        span=rest.span,
        source=entry.source,
        context=rest.context,
        tags=rest.tags,
        rule=rest.rule,
        media=rest.media,
        marks=rest.marks,
        changed=known.was.changed if known.was else 0,
    )
