"""What a learner changed in Anki: notes as they stand there against what was shipped of them.

Three versions of each text meet: the one in Anki, the one that the last build shipped, and the one
that a build would ship now. What differs from the last build only in Anki is the learner's, unless
it is what an earlier build shipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flashcards.anki.guid import guid
from flashcards.anki.notes import FIELDS, SHOWN, as_written, fields_of, tags_of, without_files
from flashcards.anki.reading import Found
from flashcards.identity.gaps import gaps
from flashcards.lock import Lock, LockEntry, digest_of
from flashcards.markup import from_html, literal, look
from flashcards.model import Card, Kind
from flashcards.notes.places import package_of, slug
from flashcards.versions import Version, earlier, last

OF_ANKI = frozenset({"leech", "marked"})
"""Tags that Anki gives, and takes off the notes of an export or an import without scheduling, so
that nobody took them away where they are missing."""
MUST_SAY = frozenset({"question", "answer", "text"})
"""Texts that no card can do without."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a learner changed about one card, and nobody else did."""

    card: Card
    note: Found
    """As it stands in Anki."""
    texts: Mapping[str, str]
    """Markdown by the keys of the curation."""
    more_tags: tuple[str, ...] = ()
    less_tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A text that says one thing in Anki and another here, both since the last build."""

    card: Card
    key: str
    in_anki: str
    here: str


@dataclass(slots=True)
class Edits:
    """All that came out of a collection, each list in the order of the notes."""

    found: int = 0
    """Notes of ours in the collection."""
    gone: int = 0
    """Of these, notes that have no card here any more, or are of the kind that their card was."""
    edits: list[Edit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    emptied: list[tuple[Card, str]] = field(default_factory=list)
    """Cards that lost a text which they need (or the gaps of a cloze), and its key."""
    deleted: list[Card] = field(default_factory=list)
    """Cards that were in the collection once, as far as can be told, and are no more."""
    stuck: list[Card] = field(default_factory=list)
    """Cards whose words of now Anki passes over, since something else about the note is newer."""
    troubled: list[tuple[Card, str]] = field(default_factory=list)
    """Cards that are suspended or leeches, and which of it."""


def guids(lock: Lock) -> Mapping[str, str]:
    """The cards of all notes that were ever shipped, by guid."""
    kinds: tuple[Kind, ...] = ("qa", "cloze")
    return {
        guid(entry.id, kind): entry.id
        for entry in lock.entries.values()
        if entry.changed
        for kind in kinds
    }


def compare(
    in_anki: Sequence[Found],
    shipped: Sequence[Found],
    cards: Sequence[Card],
    lock: Lock,
) -> Edits:
    """What a learner did to the cards.

    `in_anki` are our notes in a collection, `shipped` those of the packages of the last build,
    `cards` what a build would ship now; `lock` is that of the last build.
    """
    there = {note.guid: note for note in in_anki}
    base = {note.guid: note for note in shipped}
    roots = {slug(entry.package) or "notes" for entry in lock.entries.values()}
    edits = Edits(found=len(there))
    current: dict[str, int] = {}
    for card in cards:
        code = guid(card.id, card.kind)
        note, entry = there.get(code), lock.entries.get(card.id)
        if note is None or entry is None:
            continue
        side = _Side(card, entry, note, _of_last_build(base.get(code), entry), roots)
        is_behind = side.tell(edits)
        if note.changed >= entry.changed and not (entry.in_anki or is_behind):
            current[card.package] = max(entry.changed, current.get(card.package, 0))
    edits.gone = len(there.keys() - {guid(card.id, card.kind) for card in cards})
    edits.deleted += _deleted(cards, lock, there, current)
    return edits


def stands(card: Card, note: Found) -> bool:
    """Whether a note in Anki says already all that the card would ship."""
    names = FIELDS[card.kind]
    if not set(names) <= note.fields.keys() or note.fields["Source"].rpartition(":")[0] != (
        literal(card.span.path)
    ):
        return False
    ships = dict(zip(names, fields_of(card)[0], strict=True))
    tags = [{tag.casefold() for tag in of} - OF_ANKI for of in (tags_of(card), note.tags)]
    return tags[0] == tags[1] and all(
        look(note.fields[name]) == look(ships[name]) for name in names if name in SHOWN
    )


def _of_last_build(shipped: Found | None, entry: LockEntry) -> Found | None:
    """The note of a package, unless the package is older or newer than the lock."""
    return shipped if shipped and shipped.changed == entry.changed else None


def _deleted(
    cards: Sequence[Card], lock: Lock, there: Mapping[str, Found], current: Mapping[str, int]
) -> Iterator[Card]:
    """Cards that are missing, and that some note there was imported together with."""
    for card in cards:
        entry = lock.entries.get(card.id)
        if entry is None or not entry.digest or guid(card.id, card.kind) in there:
            continue
        if (entry.shipped or entry.kind) == card.kind and entry.changed <= current.get(
            card.package, 0
        ):
            yield card


@dataclass(slots=True)
class _Side:
    """One card with all that is known of it."""

    card: Card
    entry: LockEntry
    note: Found
    shipped: Found | None
    """As the last build wrote it, where its package is there."""
    roots: set[str]
    """The first levels of tags that belong to the program."""

    def tell(self, edits: Edits) -> bool:
        """Add what there is to say; whether the note says what an earlier build shipped."""
        signs = [name for name, is_so in self._signs() if is_so]
        if signs:
            edits.troubled.append((self.card, ", ".join(signs)))
        texts: dict[str, str] = {}
        behind = False
        for key, in_anki, shipped, here in self._texts():
            if self._is_ours(key, in_anki, shipped, here):
                continue
            text = self._markdown(in_anki)
            if any(version.says(key, in_anki) for version in self._earlier):
                behind = True
            elif self._may_be_older(key):
                continue
            elif key in MUST_SAY and not self._is_whole(key, text):
                edits.emptied.append((self.card, key))
            elif self._changed_there_alone(key, shipped, here):
                texts[key] = text
            else:
                edits.conflicts.append(Conflict(self.card, key, text, self._markdown(here)))
        more, less = self._tags()
        if texts or more or less:
            edits.edits.append(Edit(self.card, self.note, texts, more, less))
        elif behind and self.note.changed >= self.entry.changed:
            edits.stuck.append(self.card)
        return behind

    def _signs(self) -> Iterator[tuple[str, bool]]:
        yield "suspended", self.note.suspended
        yield "leech", "leech" in map(str.casefold, self.note.tags)

    @property
    def _earlier(self) -> list[Version]:
        return earlier(self.entry)

    @property
    def _last(self) -> Version:
        return last(self.entry)

    def _is_current(self) -> bool:
        """Whether the note in Anki holds, or was changed after, what the last build shipped."""
        source = self.note.fields.get("Source")
        if self.shipped and source not in (None, self.shipped.fields["Source"]):
            return False
        return not self.entry.past or self.note.changed > self.entry.changed

    def _is_ours(self, key: str, in_anki: str, shipped: str, here: str) -> bool:
        """Whether a text is what the last build shipped or the next would."""
        if in_anki in (shipped, here) or look(in_anki) in (look(shipped), look(here)):
            return True
        return bool(self._last.says(key, in_anki))

    def _may_be_older(self, key: str) -> bool:
        """Whether the note is older than the last build, and what it said then is not known."""
        known = (version.says(key, "") for version in self._earlier)
        return None in known and not self._is_current()

    def _changed_there_alone(self, key: str, shipped: str, here: str) -> bool:
        """Whether nobody changed a text here since what the note in Anki was made of."""
        if digest_of(self.card) != self.entry.digest and (
            look(shipped) != look(here) or self._last.says(key, here) is False
        ):
            return False
        return self._is_current() or all(one.says(key, here) for one in self._made_of(key))

    def _made_of(self, key: str) -> list[Version]:
        """The versions that say the most of what the note says beside this text."""
        others = [(name, there) for name, there, _, _ in self._texts() if name != key]
        versions = [*self._earlier, self._last]
        alike = [sum(bool(one.says(*other)) for other in others) for one in versions]
        return [one for one, count in zip(versions, alike, strict=True) if count == max(alike)]

    def _texts(self) -> Iterator[tuple[str, str, str, str]]:
        """Each text: its key in the curation, and its HTML in Anki, shipped last, and now."""
        names = FIELDS[self.card.kind]
        here = dict(zip(names, fields_of(self.card)[0], strict=True))
        shipped = self.shipped.fields if self.shipped else here
        there = self.note.fields
        if not set(names) <= there.keys() and len(there) >= len(names):
            # The learner gave a field another name; the order is that of the note type.
            there = dict(zip(names, there.values(), strict=False))
        for name, key in SHOWN.items():
            if name in names and name in there:
                key = "text" if name == "Text" else key
                yield (
                    key,
                    without_files(there[name]),
                    without_files(shipped.get(name, "")),
                    without_files(here[name]),
                )

    def _markdown(self, html: str) -> str:
        return from_html(as_written(self.card, html))

    def _is_whole(self, key: str, text: str) -> bool:
        """Whether a card can do with this text."""
        return bool(gaps(text)) if key == "text" else bool(text)

    def _tags(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The tags that the learner added and took away. Sections and dates are the program's."""
        path = from_html(self.note.fields.get("Source", "")).rpartition(":")[0]
        roots = self.roots | ({slug(package_of(path))} if path else set())
        ours = {tag.casefold() for tag in tags_of(self.card)}
        shipped = {tag.casefold() for tag in self.shipped.tags} if self.shipped else ours
        there = {tag.casefold() for tag in self.note.tags}
        more = [
            tag
            for tag in self.note.tags
            if tag.casefold() not in ours | shipped
            and tag.split("::")[0] not in roots
            and not self._had(tag)
        ]
        less = [
            tag
            for tag in tags_of(self.card)
            if self._is_current()
            and tag.casefold() in shipped - there
            and tag.split("::")[0] not in roots
            and (self.shipped or self._last.has_tag(tag))
            and tag.casefold() not in OF_ANKI
        ]
        return tuple(more), tuple(less)

    def _had(self, tag: str) -> bool:
        """Whether the note has a tag only because an earlier build gave it one."""
        if self._last.has_tag(tag):
            return True
        return not self._is_current() and any(one.has_tag(tag) for one in self._earlier)
