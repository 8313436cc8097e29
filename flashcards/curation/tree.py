"""YAML text to a tree that knows where each value begins and where its last character is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from flashcards import lazy_re as re
from flashcards.curation.syntax import loader


@dataclass(slots=True)
class Place:
    """A value as it stands in the text. Unlike a node of PyYAML, an alias has a place of its own,
    and a block ends where its last value does."""

    kind: Literal["scalar", "mapping", "sequence", "alias"]
    start: int
    end: int
    """After its last character; after the line's end for a `|+` block, whose blank lines count."""
    style: str = ""
    """Of a scalar: empty for a plain one, else its quote or its `|` or `>`."""
    value: str = ""
    flow: bool = False
    """Whether a collection is written in brackets."""
    anchored: bool = False
    pairs: list[tuple[Place, Place]] = field(default_factory=list)
    items: list[Place] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing is written here: the value of `tune:` and no more."""
        return self.kind == "scalar" and self.start == self.end


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole text."""

    root: Place | None
    """None where there is nothing but comments."""
    end: int
    """Where the document ends: at its `...`, or at the end of the text."""


def grow(text: str, pure: bool = False) -> Tree:
    """The tree of a text that `compose` has accepted."""
    import yaml

    events: Iterator[Any] = yaml.parse(text, loader(pure))
    root, end = None, len(text)
    for event in events:
        name = type(event).__name__
        if name == "DocumentStartEvent":
            root = _place(next(events), events, text)
        elif name == "DocumentEndEvent" and event.explicit:
            end = event.start_mark.index
    return Tree(None if root is None or root.empty else root, end)


def _place(event: Any, events: Iterator[Any], text: str) -> Place:
    start, end = event.start_mark.index, event.end_mark.index
    name = type(event).__name__
    if name == "AliasEvent":
        return Place("alias", start, end)
    anchored = event.anchor is not None
    if name == "ScalarEvent":
        style = event.style or ""
        end = _block_end(text, start, end) if style in ("|", ">") else end
        return Place("scalar", start, end, style, event.value, anchored=anchored)
    inside: list[Place] = []
    while not type(following := next(events)).__name__.endswith("EndEvent"):
        inside.append(_place(following, events, text))
    flow = bool(event.flow_style)
    end = following.end_mark.index if flow else max((one.end for one in inside), default=end)
    if name == "MappingStartEvent":
        pairs = list(zip(inside[::2], inside[1::2], strict=True))
        return Place("mapping", start, end, flow=flow, anchored=anchored, pairs=pairs)
    return Place("sequence", start, end, flow=flow, anchored=anchored, items=inside)


_KEEPS = re.compile(r"(?:[&!]\S*\s+)*[|>]\d?\+")


def _block_end(text: str, start: int, end: int) -> int:
    if _KEEPS.match(text, start):
        return end
    return start + len(text[start:end].rstrip())
