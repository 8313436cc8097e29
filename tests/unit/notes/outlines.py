"""Outlines as text: what the reader made of a note, a line a heading or bullet.

    title: The waltz
    1:3    # The waltz
    3:3    - Steps go in threes  [strong: threes]
    4:5      1. Step back

The numbers are line and column. `-` is a bullet, `1.` a step, `[]` a task, `>` a quotation, `|` a
row, `` ` `` a line of code and `¶` a paragraph. What was taken off the text stands in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flashcards.model import Bullet, Heading, Media, Note
from flashcards.notes import read
from flashcards.problems import Problem

NOTE, OUTLINE = "=== note ===", "=== outline ==="
SIGNS = {"bullet": "-", "task": "[]", "quote": ">", "row": "|", "code": "`", "paragraph": "¶"}


@dataclass(frozen=True, slots=True)
class Example:
    """A note in a fixture file, with the prose that says what it shows."""

    title: str
    note: str
    outline: str
    path: str
    """Where the note would be; its ending says how it is read."""


def parse(text: str, name: str) -> list[Example]:
    """The examples of a fixture: prose, the note, its outline up to the next blank line."""
    path = "notes/x.org" if name == "org" else "notes/x.md"
    examples = []
    rest = text
    while rest.strip():
        title, _, rest = rest.partition(f"\n{NOTE}\n")
        note, _, rest = rest.partition(f"\n{OUTLINE}\n")
        made, _, rest = rest.partition("\n\n")
        examples.append(Example(title.strip(), note, made.rstrip("\n"), path))
    return examples


def shown(examples: list[Example]) -> str:
    """The fixture as text."""
    return "\n".join(f"{e.title}\n\n{NOTE}\n{e.note}\n{OUTLINE}\n{e.outline}\n" for e in examples)


def outline(text: str, path: str = "notes/x.md") -> str:
    """What the reader makes of a note's text."""
    note, problems = read(text, path)
    return "\n".join([*_about(note), *map(_problem, problems), *_lines(note)])


def _about(note: Note) -> Iterator[str]:
    yield f"title: {note.title}"
    if note.deck:
        yield f"deck: {note.deck}"
    if note.tags:
        yield f"tags: {', '.join(note.tags)}"
    if not note.makes_cards:
        yield "makes no cards"


def _problem(problem: Problem) -> str:
    place = f"{problem.span.line}:{problem.span.column}" if problem.span else ""
    return f"{problem.severity} {place} {problem.message}"


def _lines(note: Note) -> Iterator[str]:
    both: list[Heading | Bullet] = sorted(
        [*note.headings, *note.bullets], key=lambda one: one.span.line
    )
    for one in both:
        place = f"{one.span.line}:{one.span.column}"
        said = _heading(one) if isinstance(one, Heading) else _bullet(one)
        yield f"{place:7}{said}"


def _heading(heading: Heading) -> str:
    parts = {
        "label": heading.label,
        "name": heading.name if heading.name != heading.text else "",
        "subtitle": heading.subtitle,
        "date": heading.date,
        "tags": ", ".join(heading.tags),
    }
    return f"{'#' * heading.level} {heading.text}{_beside(parts)}"


def _bullet(bullet: Bullet) -> str:
    sign = f"{bullet.number}." if bullet.form == "step" else SIGNS[bullet.form]
    marked = [mark for mark in bullet.marks if mark.kind not in ("code", "math")]
    parts = {
        "header": " | ".join(bullet.header),
        "language": bullet.language,
        "tags": ", ".join(bullet.tags),
        "anchor": bullet.anchor,
        "media": ", ".join(map(_media, bullet.media)),
    }
    marks = "".join(f"  [{mark.kind}: {bullet.text[mark.start : mark.end]}]" for mark in marked)
    text = bullet.text.replace("\n", "⏎")
    return f"{'  ' * len(bullet.ancestors)}{sign} {text}{marks}{_beside(parts)}"


def _media(media: Media) -> str:
    beside = f" {media.width}" if media.width else ""
    place = f"{media.span.line}:{media.span.column}+{media.span.width}"
    return f"{media.address} at {media.at}, {place}{beside}{media.alt and f' = {media.alt}'}"


def _beside(parts: dict[str, str]) -> str:
    return "".join(f"  [{name}: {value}]" for name, value in parts.items() if value)
