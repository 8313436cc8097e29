"""One entry of a curation file changed, and no other byte of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flashcards import lazy_re as re
from flashcards.curation.changing import NOTHING, Edit, no_place
from flashcards.curation.scalars import Value
from flashcards.curation.syntax import Page, compose, plain
from flashcards.model import Span
from flashcards.problems import Problem, Refused


def set_entry(text: str, section: str, key: str, value: Value, path: str = "") -> str:
    """The text in which `section: key:` holds this value.

    Of an entry that is there, only what differs is rewritten, so that its comments and quotes
    stay. `path` is only named in problems. Raises `Refused` where the file cannot be read, and
    where it is written in a way that leaves no place for the change.
    """
    return set_entries(text, section, {key: value}, path)


def set_entries(text: str, section: str, entries: Mapping[str, Value], path: str = "") -> str:
    """The text in which a section holds all these values, by key; else as `set_entry`."""
    data = contents(text, path)
    before = _section(data, section)
    fresh = {key: _tidy(value) for key, value in entries.items()}
    fresh = {key: value for key, value in fresh.items() if before.get(key) != value}
    if not fresh:
        return text
    edited = Edit(text, path).set(section, fresh)
    what = f"{section}: {next(iter(fresh))}:" if len(fresh) == 1 else f"{section}:"
    return _checked(edited, {**data, section: {**before, **fresh}}, path, what)


def remove_entry(text: str, section: str, key: str, path: str = "") -> str:
    """The text without this entry; comments above it stay. Raises as `set_entry` does."""
    data = contents(text, path)
    held = _section(data, section)
    if key not in held:
        return text
    edited = Edit(text, path).remove(section, key)
    del held[key]
    return _checked(edited, {**data, section: held}, path, f"{section}: {key}:")


def entry_of(text: str, section: str, key: str, path: str = "") -> Value | None:
    """What an entry holds, or None where there is none."""
    found: Value | None = _section(contents(text, path), section).get(key)
    return found


def contents(text: str, path: str = "") -> dict[str, Any]:
    """All that a file says, as texts, dicts and lists; raises `Refused` where it is no YAML."""
    page = Page(path, text)
    root = compose(page)
    data = plain(root, page) if root is not None else ""
    if isinstance(data, str) and not data:
        return {}
    if isinstance(data, dict):
        return data
    raise Refused(Problem("this file holds no sections such as tune:", Span(path, 1)))


def _tidy(value: Value) -> Any:
    """The value as it reads back: without space around texts, line ends of one kind."""
    if isinstance(value, str):
        return re.sub(r"\r\n?", "\n", value).strip()
    if isinstance(value, Mapping):
        return {key.strip(): _tidy(one) for key, one in value.items()}
    return [_tidy(one) for one in value]


def _section(data: Mapping[str, Any], section: str) -> dict[str, Any]:
    held = data.get(section, {})
    return dict(held) if isinstance(held, dict) else {}


def _checked(edited: str, wanted: Mapping[str, Any], path: str, what: str) -> str:
    """The edited text, if it says what is wanted and nothing else."""
    try:
        found = contents(edited, path)
    except Refused as refused:
        reason = refused.problems[0].message
        raise Refused(no_place(path, what, f"it would not read any more: {reason}")) from None
    if _in_order(found) != _in_order(wanted):
        raise Refused(no_place(path, what, "another entry would change with it"))
    return edited


def _in_order(data: Mapping[str, Any]) -> list[Any]:
    """All that counts: the order of entries too, and no difference between two empty sections."""
    return [
        (name, list(held.items()) if isinstance(held, dict) else [] if held in NOTHING else held)
        for name, held in data.items()
    ]
