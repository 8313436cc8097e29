"""Versions: what builds shipped of a card, as digests in the lock, so that a pull knows it again.

A learner imports now and then, and their note may hold what any earlier build shipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from flashcards.anki.notes import fields_of, html_of, tags_of, without_files
from flashcards.lock import Lock, LockEntry
from flashcards.markup import from_html, look
from flashcards.model import Card, Span
from flashcards.notes.places import deck_by_path, slug

RECENT = 16
"""Earlier versions of a card that are remembered in any case."""
LONGEST = 16
"""Those before them that are remembered because they stood longest: a bullet that grows while the
program watches is shipped word by word, but it was imported as it stood the day before."""

TEXTS = ("question", "answer", "context", "extra", "hint")
_PLACES = {"text": 0} | {name: place for place, name in enumerate(TEXTS)}
_TAGS = len(TEXTS)
_AS_DRAFTED = "="
"""Stands for the digest of a text that is the draft's, which the lock holds in full."""
_NOTHING = "-"
_UNKNOWN = "?"
_OF_LETTERS = 12
"""Length of the digest of a text's letters and digits: a lock may hold versions which are two of
these, of question and answer, and nothing else."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a build shipped of a card."""

    digests: tuple[str, ...]
    """Of its `TEXTS`, and those of its tags joined."""
    stood: int = 0
    """For how many seconds no later build shipped another one."""

    @classmethod
    def read(cls, written: str) -> Version:
        """The version in one of the texts of `LockEntry.past`."""
        first, *rest = written.split(" ")
        if len(first) == _OF_LETTERS or not first.isdecimal():
            return cls(_filled([first, *rest], _UNKNOWN))
        return cls(_filled(rest), int(first))

    def written(self) -> str:
        """The text that `read` reads."""
        return f"{self.stood} {_joined(self.digests)}"

    def says(self, key: str, html: str) -> bool | None:
        """Whether the text with this key of the curation looked like this HTML; None where that
        is not known."""
        digest = self.digests[_PLACES[key]]
        if digest == _UNKNOWN:
            return None
        return digest == (_of_letters if len(digest) == _OF_LETTERS else _of_look)(html)

    def has_tag(self, tag: str) -> bool:
        """Whether it is known to have had this tag, which is none of its sections and dates."""
        return _of_tag(tag) in self.digests[_TAGS].split(".")


def earlier(entry: LockEntry) -> list[Version]:
    """What builds before the last one shipped of a card, as far as is remembered."""
    return [Version.read(written) for written in entry.past]


def last(entry: LockEntry) -> Version:
    """What the last build shipped of a card."""
    if not entry.shown:
        return Version(_filled(_of_draft(entry), _UNKNOWN))
    digests = _filled(entry.shown.split(" "))
    if _AS_DRAFTED in digests:
        return Version((*_of_draft(entry), *digests[2:]))
    return Version(digests)


def deck_of_last_build(entry: LockEntry) -> str:
    """Anki's name for the deck that a card shipped in last; empty where that is not known."""
    return entry.deck or (deck_by_path(entry.path) if entry.shown else "")


def remembered(before: Lock, after: Lock, cards: Sequence[Card]) -> Lock:
    """The lock after a build that ships these cards, with what it and earlier builds shipped.

    Of a card that is dropped, what was shipped becomes an earlier version at once: while it waits,
    its draft may change.
    """
    entries = dict(after.entries)
    for card in cards:
        was, entry = before.entries.get(card.id), entries[card.id]
        if was is None or was.digest != entry.digest:
            entries[card.id] = replace(_succeeding(was, entry), shown=_shown(card, entry))
        elif card.curated and not was.shown:
            entries[card.id] = replace(entry, shown=_shown(card, entry))
        deck = "" if card.deck == deck_by_path(entry.path) else card.deck
        if entry.deck != deck:
            entries[card.id] = replace(entries[card.id], deck=deck)
    ships = {card.id for card in cards}
    for was in before.entries.values():
        if was.digest and was.id not in ships and not entries[was.id].retired:
            entries[was.id] = replace(_succeeding(was, entries[was.id]), shown="")
    return Lock.of(entries.values())


def carried_over(was: LockEntry, heir: LockEntry) -> LockEntry:
    """The entry of another draft, with all that was shipped of the card which it is from now on."""
    shown = _joined(last(was).digests)
    return replace(heir, past=was.past, shown=shown if was.digest else "")


def _succeeding(was: LockEntry | None, entry: LockEntry) -> LockEntry:
    """The entry, which remembers what was shipped until now."""
    if was is None or not was.digest:
        return entry
    version, stood = last(was), max(0, entry.changed - was.changed)
    kept = []
    for one in earlier(was):
        if one.digests == version.digests:
            stood += one.stood
        else:
            kept.append(one)
    past = _bounded([*kept, replace(version, stood=stood)])
    return replace(entry, past=tuple(one.written() for one in past))


def _bounded(versions: list[Version]) -> list[Version]:
    """The versions, oldest first, without those that stood for the shortest times long ago."""
    old, recent = versions[:-RECENT], versions[-RECENT:]
    if len(old) > LONGEST:
        least = sorted(old, key=lambda version: version.stood)[: len(old) - LONGEST]
        old = [version for version in old if version not in least]
    return [*old, *recent]


def _shown(card: Card, entry: LockEntry) -> str:
    """What the lock keeps of a card that ships."""
    texts: list[str] = []
    if card.kind == entry.kind and card.by_hand.isdisjoint(("question", "answer")):
        drafted = (card.question, card.answer) == (entry.question, entry.answer) and not card.marks
        texts = [_AS_DRAFTED, _AS_DRAFTED] if drafted else []
    texts = texts or list(_asked(card))
    texts += [_of_look(html_of(card, name)) for name in TEXTS[2:]]
    root = slug(card.package) or "notes"
    by_hand = [_of_tag(tag) for tag in tags_of(card) if tag.split("::")[0] != root]
    return _joined([*texts, ".".join(by_hand)])


def _of_draft(entry: LockEntry) -> tuple[str, str]:
    """The digests of a card's draft."""
    blank = Card(entry.id, entry.kind, entry.question, entry.answer, "", "", Span("", 1), "")
    return _asked(blank)


def _asked(card: Card) -> tuple[str, str]:
    """The digests of what stands in the first field, and of the answer where it has a field."""
    first, second, *_ = map(without_files, fields_of(card)[0])
    return _of_look(first), _of_look(second) if card.kind == "qa" else _NOTHING


def _filled(digests: Sequence[str], rest: str = _NOTHING) -> tuple[str, ...]:
    return (*digests, *[rest] * (_TAGS + 1 - len(digests)))


def _joined(digests: Sequence[str]) -> str:
    """Digests side by side; nothing stands for what is empty at the end."""
    return " ".join(digest or _NOTHING for digest in digests).rstrip(f" {_NOTHING}") or _NOTHING


@lru_cache(maxsize=4096)
def _of_look(html: str) -> str:
    shown = look(html) if html else ""
    return blake2b(shown.encode(), digest_size=4).hexdigest() if shown else _NOTHING


@lru_cache(maxsize=4096)
def _of_tag(tag: str) -> str:
    return blake2b(tag.casefold().encode(), digest_size=3).hexdigest()


def _of_letters(html: str) -> str:
    letters = "".join(filter(str.isalnum, from_html(html)))
    return blake2b(letters.encode(), digest_size=_OF_LETTERS // 2).hexdigest()
