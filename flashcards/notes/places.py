"""Where a note's cards go: its package, its deck and the tags of each bullet."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import PurePosixPath

from flashcards import lazy_re as re
from flashcards.model import Bullet, Heading, Note
from flashcards.notes.headings import date_in
from flashcards.notes.marked import MARKS
from flashcards.sources import ENDINGS

_NUMBER_BEFORE = re.compile(r"^\d{1,4}(?:[.-]\d{1,3})*[a-c]?[ _.)-]+(?=[^\W\d_]{2})")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_WIDEST_SLUG = 60
"""Characters of one level of a tag; Anki's sidebar shows about half of that."""

_REMEMBERED = 4096
"""Paths and headings whose forms are remembered, since all bullets below them share them."""


def package_of(path: str) -> str:
    """The entry of notes/ that a note belongs to.

    >>> package_of("notes/ml/attention.md"), package_of("notes/mlsys-2020.md")
    ('ml', 'mlsys-2020')
    """
    parts = _parts(path)
    return parts[0] if len(parts) > 1 else without_ending(parts[0])


def without_ending(name: str) -> str:
    """A file's name without the ending of a note."""
    lower = name.lower()
    ending = next((ending for ending in ENDINGS if lower.endswith(ending)), "")
    return name[: len(name) - len(ending)] if ending and len(name) > len(ending) else name


@lru_cache(_REMEMBERED)
def _parts(path: str) -> tuple[str, ...]:
    parts = tuple(part for part in PurePosixPath(path).parts if part not in ("/", "."))
    inside = parts[1:] if len(parts) > 1 and parts[0] == "notes" else parts
    return inside or ("notes",)


def deck_of(note: Note) -> str:
    """Anki's name for the note's deck: the front matter's, else one level a folder.

    The pages/ of a graph in Logseq are no level, and its journals/ one deck.

    >>> deck_of(Note("notes/ml/graph-nets.md", "Graph nets", ()))
    'Ml::Graph nets'
    >>> deck_of(Note("notes/graph/pages/biology___cell.md", "Cell", ()))
    'Graph::Biology::Cell'
    """
    return note.deck or deck_by_path(note.path)


@lru_cache(_REMEMBERED)
def deck_by_path(path: str) -> str:
    """The deck of a note that names none."""
    *folders, name = _parts(path)
    within = folders[-1].lower() if len(folders) > 1 else ""
    if within == "journals" and date_in(without_ending(name))[1] == "":
        return "::".join(map(readable, folders))
    shown = folders[:-1] if within == "pages" else folders
    return "::".join(map(readable, [*shown, *_levels(path)]))


def _levels(path: str) -> list[str]:
    """A file's name; that of a page of Logseq's has levels: `biology___cell`."""
    file = PurePosixPath(path)
    name = without_ending(file.name)
    levels = _SLASH.split(name) if file.parent.name.lower() == "pages" else []
    return [level for level in levels if level] or [name]


_SLASH = re.compile(r"___|%2F", re.IGNORECASE)
"""What Logseq writes for the slash within a page's name."""


def readable(name: str) -> str:
    """A file's or folder's name in words: `graph_nets` is `Graph nets`."""
    spaced = re.sub(r"[_\s]+", " ", name).strip()
    if " " not in spaced and not re.fullmatch(r"[\d.-]+", spaced):
        spaced = re.sub(r"(?<=\w)-(?=\w)", " ", spaced)
    spaced = re.sub(r"\s*:+\s*", " ", spaced).strip(" .-") or "Notes"
    return spaced[0].upper() + spaced[1:]


def title_of(path: str) -> str:
    """A title from a file's name, without a date or a number before it.

    >>> title_of("notes/014_Graph_Nets.md"), title_of("journals/2020_03_02.md")
    ('Graph Nets', '2020-03-02')
    """
    name = _levels(path)[-1]
    day, rest = date_in(name)
    rest = _NUMBER_BEFORE.sub("", rest.strip(" _.-"), count=1)
    return readable(rest) if rest.strip(" _.-") else day or readable(name)


def tags_of(note: Note, bullet: Bullet) -> tuple[str, ...]:
    """A bullet's tags: its section, its date, the note's own and its inline ones, each once."""
    root = slug(package_of(note.path)) or "notes"
    parts = [slug(without_ending(part)) for part in _parts(note.path)[1:]]
    parts += [_level(heading) for heading in bullet.headings if not _is_title(note, heading)]
    found = ["::".join([root, *filter(None, parts)])]
    day = next((heading.date for heading in reversed(bullet.headings) if heading.date), "")
    day = day or _day(note.path)
    found += [f"{root}::date::{day}"] if day else []
    above = [tag for heading in bullet.headings for tag in heading.tags]
    found += [_own(tag) for tag in (*note.tags, *above, *bullet.tags) if tag not in MARKS]
    return tuple(dict.fromkeys(filter(None, found)))


@lru_cache(_REMEMBERED)
def _day(path: str) -> str:
    return date_in(PurePosixPath(path).stem)[0]


def _is_title(note: Note, heading: Heading) -> bool:
    return heading is note.headings[0] and heading.text == note.title if note.headings else False


def _level(heading: Heading) -> str:
    """`session-1` for `Session 1: Training`; the name where there is no number to know it by."""
    if heading.label and any(sign.isdigit() for sign in heading.label):
        return slug(heading.label)
    return slug(f"{heading.label} {heading.name}") or heading.date or slug(heading.text)


def _own(tag: str) -> str:
    """A tag of the writer's, in Anki's form: `optics/lenses` is `optics::lenses`."""
    levels = (_APOSTROPHES.sub("", level.strip()) for level in re.split(r"/|::", tag))
    return "::".join(filter(None, (re.sub(r"[\s\"#,]+", "-", level) for level in levels)))


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, in any script; empty where there are no words.

    >>> slug("Scaling Back-Propagation"), slug("Größe: “x”"), slug("?!")
    ('scaling-back-propagation', 'größe-x', '')
    """
    return _slug(text)


@lru_cache(_REMEMBERED)
def _slug(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower()
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFC", folded))
    joined = "-".join("".join(sign if _is_spoken(sign) else " " for sign in plain).split())
    if len(joined) <= _WIDEST_SLUG:
        return joined
    return joined[:_WIDEST_SLUG].rsplit("-", 1)[0]


def _is_spoken(sign: str) -> bool:
    """Letters and digits, and the vowel signs that many scripts write as marks."""
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"
