"""What a learner changed in Anki: notes as they stand there against what was shipped of them.

Three versions of each text meet: the one in Anki, the one that the last build shipped, and the one
that a build would ship now. What differs from the last build only in Anki is the learner's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flashcards.anki.guid import guid
from flashcards.anki.notes import FIELDS, SHOWN, as_written, fields_of, tags_of
from flashcards.anki.reading import Found
from flashcards.identity.gaps import gaps
from flashcards.lock import Lock, LockEntry, words_digest
from flashcards.markup import from_html, look
from flashcards.model import Card, Kind
from flashcards.notes.places import package_of, slug

MUST_SAY = frozenset({"question", "answer", "text"})
"""Texts that no card can do without."""


_OF_THE_PLACE = frozenset({"context", "extra"})
"""Texts that change with what stands around a bullet, and of which the lock remembers nothing."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a learner changed about one card, and nobody else did."""

    card: Card
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
        side = _Side(card, entry, note, base.get(code), roots)
        if note.changed >= entry.changed:
            current[card.package] = max(entry.changed, current.get(card.package, 0))
        side.tell(edits)
    edits.gone = len(there.keys() - {guid(card.id, card.kind) for card in cards})
    edits.deleted += _deleted(cards, lock, there, current)
    return edits


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
    roots: set[str]
    """The first levels of tags that belong to the program."""

    def is_current(self) -> bool:
        """Whether the note in Anki holds, or was changed after, what the last build shipped."""
        return not self.entry.past or self.note.changed > self.entry.changed

    def tell(self, edits: Edits) -> None:
        """Add what there is to say."""
        signs = [name for name, is_so in self._signs() if is_so]
        if signs:
            edits.troubled.append((self.card, ", ".join(signs)))
        texts: dict[str, str] = {}
        behind = False
        for key, in_anki, last, here in self._texts():
            if in_anki in (last, here) or look(in_anki) in (look(last), look(here)):
                continue
            text = from_html(in_anki)
            if key in _OF_THE_PLACE and (behind or not self._knows_its_place()):
                continue
            if self._is_earlier(key, text):
                behind = True
            elif key in MUST_SAY and not self._is_whole(key, text):
                edits.emptied.append((self.card, key))
            elif look(last) == look(here) and self.is_current():
                texts[key] = text
            else:
                edits.conflicts.append(Conflict(self.card, key, text, from_html(here)))
        more, less = self._tags()
        if texts or more or less:
            edits.edits.append(Edit(self.card, texts, more, less))
        elif behind and self.is_current():
            edits.stuck.append(self.card)

    def _signs(self) -> Iterator[tuple[str, bool]]:
        yield "suspended", self.note.suspended
        yield "leech", "leech" in map(str.casefold, self.note.tags)

    def _is_earlier(self, key: str, text: str) -> bool:
        """Whether a text is what an earlier build shipped, which nobody changed since."""
        at = 0 if key in ("question", "text") else 1 if key == "answer" else None
        digest = words_digest(text)
        return at is not None and any(past.split(" ")[at] == digest for past in self.entry.past)

    def _knows_its_place(self) -> bool:
        """Whether the last change of the card was one of its words, which Anki has: then another
        context there is the learner's, not that of a heading before it was retitled."""
        words = f"{words_digest(self.entry.question)} {words_digest(self.entry.answer)}"
        return self.is_current() and self.entry.past[-1:] != (words,)

    def _texts(self) -> Iterator[tuple[str, str, str, str]]:
        """Each text: its key in the curation, and its HTML in Anki, shipped last, and now."""
        names = FIELDS[self.card.kind]
        here = dict(zip(names, fields_of(self.card)[0], strict=True))
        last = self.shipped.fields if self.shipped else here
        there = self.note.fields
        if not set(names) <= there.keys() and len(there) >= len(names):
            # The learner gave a field another name; the order is that of the note type.
            there = dict(zip(names, there.values(), strict=False))
        for name, key in SHOWN.items():
            if name in names and name in there:
                key = "text" if name == "Text" else key
                yield (
                    key,
                    as_written(self.card, there[name]),
                    as_written(self.card, last.get(name, "")),
                    as_written(self.card, here[name]),
                )

    def _is_whole(self, key: str, text: str) -> bool:
        """Whether a card can do with this text."""
        return bool(gaps(text)) if key == "text" else bool(text)

    def _tags(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The tags that the learner added and took away. Sections and dates are the program's."""
        path = from_html(self.note.fields.get("Source", "")).rpartition(":")[0]
        roots = self.roots | ({slug(package_of(path))} if path else set())
        ours = {tag.casefold() for tag in tags_of(self.card)}
        last = {tag.casefold() for tag in self.shipped.tags} if self.shipped else ours
        there = {tag.casefold() for tag in self.note.tags}
        more = [
            tag
            for tag in self.note.tags
            if tag.casefold() not in ours | last and tag.split("::")[0] not in roots
        ]
        less = [
            tag
            for tag in tags_of(self.card)
            if self.is_current()
            and tag.casefold() in last - there
            and tag.split("::")[0] not in roots
        ]
        return tuple(more), tuple(less)
