"""Front matter: the YAML or TOML before a note that says where its cards go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flashcards.model import Span
from flashcards.problems import Problem


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a note says of itself before it begins."""

    lines: int = 0
    """How many lines it takes, its fences included."""
    title: str = ""
    deck: str = ""
    tags: tuple[str, ...] = ()
    makes_cards: bool = True
    is_drawing: bool = False
    """A file of Obsidian's Excalidraw plugin: no prose, though it ends in `.md`."""


def front_matter(lines: Sequence[str], path: str) -> tuple[FrontMatter, list[Problem]]:
    """The front matter at the top of a note, and a problem where it cannot be read."""
    fence = lines[0].rstrip() if lines else ""
    if fence not in ("---", "+++"):
        return FrontMatter(), []
    ends = ("---", "...") if fence == "---" else ("+++",)
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() in ends), 0)
    if not end or (fence == "---" and not _looks_like_fields(lines[1:end])):
        return FrontMatter(), []
    text = "\n".join(lines[1:end])
    fields, problem = (_yaml if fence == "---" else _toml)(text, path)
    return _read(fields, end + 1), [problem] if problem else []


def _looks_like_fields(lines: Sequence[str]) -> bool:
    """Whether the lines may be YAML, and not prose between two rules."""
    said = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return not said or ":" in said[0] or said[0].lstrip().startswith(("-", "{", "<%", "&"))


def _yaml(text: str, path: str) -> tuple[Mapping[str, Any], Problem | None]:
    import yaml

    try:
        fields = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        return {}, _problem("YAML", error.problem or "", Span(path, line, column))
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}, _problem("YAML", "", Span(path, 1, 1, 3))
    return (fields, None) if isinstance(fields, dict) else ({}, None)


def _toml(text: str, path: str) -> tuple[Mapping[str, Any], Problem | None]:
    import tomllib

    try:
        return tomllib.loads(text), None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        message, _, place = str(error).partition(" (at ")
        found = [
            int(part) for part in place.replace(",", " ").rstrip(")").split() if part.isdigit()
        ]
        line, column = (found[0] + 1, found[1]) if len(found) == 2 else (1, 1)
        return {}, _problem("TOML", message.lower(), Span(path, line, column))


def _problem(language: str, why: str, span: Span) -> Problem:
    because = f": {why}" if why else ""
    hint = "the note is read, but its deck, tags and flashcards settings are not"
    return Problem(f"the front matter is not {language}{because}", span, hint, "warning")


def _read(fields: Mapping[str, Any], lines: int) -> FrontMatter:
    return FrontMatter(
        lines=lines,
        title=_text(fields.get("title")),
        deck=_text(fields.get("deck")) or _text(fields.get("cards-deck")),
        tags=(*_tags(fields.get("tags")), *_tags(fields.get("tag"))),
        makes_cards=_text(fields.get("flashcards")).lower() not in ("false", "no", "off"),
        is_drawing="excalidraw-plugin" in fields,
    )


def _text(value: object) -> str:
    return "" if isinstance(value, dict | list) or value is None else " ".join(str(value).split())


def _tags(value: object) -> list[str]:
    """A list of tags, or one string of them, parted by commas or spaces."""
    if isinstance(value, list):
        found = [_text(item) for item in value]
    else:
        text = _text(value)
        found = text.split(",") if "," in text else text.split()
    return [tag for tag in (item.strip().lstrip("#") for item in found) if tag]
