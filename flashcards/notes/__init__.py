"""Read a note: Markdown, as people write it, into bullets with their exact places."""

from __future__ import annotations

from collections.abc import Mapping

from flashcards import lazy_re as re
from flashcards.model import Bullet, Heading, Note
from flashcards.notes.dialects import dress
from flashcards.notes.dressed import Dressed
from flashcards.notes.front_matter import FrontMatter, front_matter
from flashcards.notes.graph import Blocks, shown_in
from flashcards.notes.marked import by_plugins
from flashcards.notes.outline import Outline
from flashcards.notes.places import title_of
from flashcards.problems import Problem
from flashcards.sources import ORG

NO_BLOCKS: Blocks = {}


def read(text: str, path: str, blocks: Blocks = NO_BLOCKS) -> tuple[Note, list[Problem]]:
    """The note that a text holds, and what is wrong with it. Never raises, on any text.

    `path` is from the workspace, with forward slashes. Lines are those between `\\n`; columns
    are characters, a byte order mark not counted. `blocks` are those that the text refers to.
    """
    sound = text.removeprefix("\ufeff").encode("utf-8", "replace").decode("utf-8")
    if not sound.isascii():
        sound = _INDENT.sub(lambda match: match[0].translate(_PLAIN_SPACE), sound)
    lines = [line.removesuffix("\r") for line in sound.split("\n")]
    front, dressed, problems = _dressed(lines, path)
    outline = Outline(dressed, blocks)
    alone = "" if path.lower().endswith(ORG) else _title(outline.headings, outline.bullets)
    title = alone or front.title or _title(outline.headings, outline.bullets)
    tags = dict.fromkeys([*front.tags, *_listed(outline.properties), *outline.tags])
    note = Note(
        path=path,
        title=outline.properties.get("title") or title or title_of(path),
        bullets=() if front.is_drawing else tuple(outline.bullets),
        headings=() if front.is_drawing else tuple(outline.headings),
        deck=front.deck or outline.properties.get("deck", ""),
        tags=tuple(tags),
        makes_cards=front.makes_cards,
        by_plugins=by_plugins(sound, tags),
    )
    return note, problems


def _dressed(lines: list[str], path: str) -> tuple[FrontMatter, Dressed, list[Problem]]:
    """A note in plain CommonMark, and what it says of itself before it begins."""
    if path.lower().endswith(ORG):
        from flashcards.notes.org import as_markdown

        written, front = as_markdown(lines)
        dressed = dress(written, path)
        dressed.source = lines
        return front, dressed, []
    front, problems = front_matter(lines, path)
    return front, dress(lines, path, skip=front.lines), problems


def blocks_of(texts: Mapping[str, str]) -> Mapping[str, Blocks]:
    """For each note, by path, the blocks that it shows from anywhere in the graph."""
    return shown_in(texts, lambda text, path, blocks: read(text, path, blocks)[0].bullets)


_INDENT = re.compile(
    r"^[ \t]*[\u00a0\u2000-\u200a\u3000][ \t\u00a0\u2000-\u200a\u3000]*", re.MULTILINE
)
_PLAIN_SPACE = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x3000], " ")
"""Web pages and word processors indent by spaces of their own; each is one column."""


def _listed(properties: dict[str, str]) -> list[str]:
    """The tags of a page's properties: `tags:: botany, ecology`."""
    listed = properties.get("tags", "").split(",")
    return [tag.strip().lstrip("#") for tag in listed if tag.strip()]


def _title(headings: list[Heading], bullets: list[Bullet]) -> str:
    """The heading that stands alone at the top: the note's root, not one of its sections.

    Nothing but prose stands before it, and no other heading is of its level; or others are, and
    nothing but prose stands in its own section. It is no title if it says only what part it is
    (`Introduction`, or `Session 1` before others of its level), or if it has items right below it
    and no heading after.
    """
    if not headings or any(b.form != "paragraph" and not b.headings for b in bullets):
        return ""
    first, rest = headings[0], headings[1:]
    if first.text.lower() in _PARTS or any(other.level < first.level for other in rest):
        return ""
    within = [bullet for bullet in bullets if bullet.headings and bullet.headings[0] is first]
    has_items = any(bullet.form != "paragraph" for bullet in within)
    if any(other.level == first.level for other in rest):
        return "" if has_items or first.label else first.text
    return "" if has_items and not rest else first.text


_PARTS = frozenset(
    "introduction overview summary abstract background definition definitions notes note contents "
    "agenda plan goals motivation questions reminders paper preface prologue recap intro "
    "einleitung einführung übersicht zusammenfassung definición definicion introducción resumen "
    "definição introdução resumo définition résumé sommaire inhalt".split()
)
"""Headings of parts of a note, where they stand first."""
