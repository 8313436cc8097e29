"""Where a card stands that no bullet makes: its note, the headings above it, its deck and tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flashcards.curation.entries import Add, Defaults
from flashcards.model import Bullet, Heading, Note, Span
from flashcards.notes.places import deck_of, package_of, readable, slug, tags_of, without_ending
from flashcards.problems import Problem, did_you_mean


@dataclass(frozen=True, slots=True)
class Spot:
    """A place among the notes of a package."""

    note: Note | None
    headings: tuple[Heading, ...] = ()

    def deck(self, package: str) -> str:
        """The deck of a card that stands here."""
        return deck_of(self.note) if self.note else readable(package)

    def tags(self, package: str) -> tuple[str, ...]:
        """The tags of a card that stands here."""
        if self.note is None:
            return (slug(package) or "notes",)
        span = self.headings[-1].span if self.headings else Span(self.note.path, 1)
        return tags_of(self.note, Bullet("", "", span, self.headings))


_NO_TAGS = "the card gets no tags of a session"


def spot_of(add: Add, package: str, notes: Mapping[str, Note]) -> tuple[Spot, Problem | None]:
    """The place that `session:` and `at:` name; a warning where they name none."""
    inside = [note for note in notes.values() if package_of(note.path) == package]
    only = Spot(inside[0] if len(inside) == 1 else None)
    if add.at:
        path, _, line = add.at.partition(":")
        found = next((note for note in inside if _is_called(note.path, path)), None)
        if found is None:
            known = [note.path for note in inside]
            hint = did_you_mean(path, known) or _NO_TAGS
            message = f'{package} has no note "{path}"'
            return only, Problem(message, add.where("at"), hint, "warning")
        inside, only = [found], Spot(found, _above(found, int(line) if line.isdigit() else 0))
    if add.session:
        return _session(add, inside, only)
    return only, None


def _session(add: Add, inside: Sequence[Note], only: Spot) -> tuple[Spot, Problem | None]:
    wanted = add.session.casefold()
    for note in inside:
        for heading in note.headings:
            if wanted in {name.casefold() for name in _names(heading)}:
                return Spot(note, _chain(note, heading)), None
    known = [name for note in inside for heading in note.headings for name in _names(heading)]
    hint = did_you_mean(add.session, known) or _NO_TAGS
    message = f'no heading is called "{add.session}"'
    return only, Problem(message, add.where("session"), hint, "warning")


def _names(heading: Heading) -> Iterable[str]:
    return filter(None, (heading.text, heading.label, heading.name))


def _is_called(path: str, name: str) -> bool:
    short = path.removeprefix("notes/")
    return name in (path, short, without_ending(path), without_ending(short))


def _above(note: Note, line: int) -> tuple[Heading, ...]:
    """The headings over a line."""
    before = [heading for heading in note.headings if heading.span.line <= line]
    return _chain(note, before[-1]) if before else ()


def _chain(note: Note, heading: Heading) -> tuple[Heading, ...]:
    """A heading with those above it, outermost first."""
    chain: list[Heading] = []
    for one in note.headings:
        chain = [above for above in chain if above.level < one.level] + [one]
        if one is heading:
            break
    return tuple(chain)


def deck_by(defaults: Defaults, deck: str, note: Note | None) -> str:
    """The deck's name with the first level that `defaults: deck:` gives; a note's own stands."""
    if not defaults.deck or (note is not None and note.deck):
        return deck
    _, deeper, rest = deck.partition("::")
    return f"{defaults.deck}{deeper}{rest}"
