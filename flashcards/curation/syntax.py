"""YAML text to a tree of nodes, in which every scalar is text and every node knows its place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flashcards import lazy_re as re
from flashcards.model import Span
from flashcards.problems import Problem, Refused

if TYPE_CHECKING:
    from yaml.nodes import Node

MOST_SHARED = 20
"""How many times its own weight a file may grow to by its aliases; what people write stays
below 2."""
_FREE = 10_000
"""The weight up to which nothing is refused."""
DEEPEST = 20
"""Levels of nesting; an entry needs five."""

_STRANGE = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML forbids."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its path, to name places in it."""

    path: str
    text: str
    _starts: list[int] = field(default_factory=lambda: [0])

    def __post_init__(self) -> None:
        self._starts.extend(found.end() for found in re.finditer("\n", self.text))

    def span(self, start: int, end: int | None = None) -> Span:
        """The place from one character to another, or to the end of the first line."""
        line = bisect_right(self._starts, start)
        column = start - self._starts[line - 1] + 1
        stop = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        stop = min(stop, end) if end is not None else start + 1
        return Span(self.path, line, column, max(1, stop - start))

    def span_of(self, node: Node) -> Span:
        """The place of a node."""
        return self.span(node.start_mark.index, node.end_mark.index)


def loader(pure: bool = False) -> Any:
    """PyYAML's loader that knows no types but text; `pure` asks for the one without C."""
    import yaml

    return yaml.BaseLoader if pure else getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def compose(page: Page, pure: bool = False) -> Node | None:
    """The root of the tree; None where the file holds nothing but comments.

    Raises `Refused`, with the place, on what is no YAML, and on tags, on anchors that hold
    themselves or that swell the file, and on nesting that no entry needs.
    """
    import yaml

    strange = _STRANGE.search(page.text)
    if strange:
        named = f"character {ord(strange[0]):#x}"
        raise Refused(Problem(f"{named} is not allowed in YAML", page.span(strange.start())))
    try:
        root: Node | None = yaml.compose(page.text, loader(pure))
    except yaml.MarkedYAMLError as error:
        raise Refused(_explained(error, page)) from None
    except RecursionError:
        raise Refused(Problem("nested too deeply", page.span(0))) from None
    if root is not None:
        _check(root, page)
    return root


def _explained(error: Any, page: Page) -> Problem:
    """PyYAML's complaint, in the words of one who wants to mend it."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(page.text)) if mark else 0
    sign = page.text[at : at + 1]
    if "cannot start any token" in error.problem:
        if sign == "\t":
            return Problem("a tab cannot indent YAML", page.span(at), "indent with spaces")
        hint = f'put the text that begins with {sign} into "quotes"'
        return Problem(f"{sign} cannot begin a text", page.span(at), hint)
    if "another document" in error.problem:
        return Problem("a second document begins here", page.span(at, at + 3), "remove this line")
    if "mapping values are not allowed" in error.problem:
        hint = 'a text with ": " in it needs "quotes"; else check the indentation'
        return Problem("a colon stands where none can stand", page.span(at), hint)
    if "exceeded maximum nesting" in error.problem:
        return Problem("nested too deeply", page.span(at))
    begun = ""
    if error.context_mark and error.context_mark.index != at:
        line = page.span(min(error.context_mark.index, len(page.text))).line
        begun = f"{error.context or 'begun'}, which begins in line {line}"
    return Problem(f"this is not YAML: {error.problem}", _visible(page, at), begun)


def _visible(page: Page, at: int) -> Span:
    """The place, or the last one before it where something stands, for errors at the very end."""
    if page.text[at:].strip():
        return page.span(at)
    return page.span(max(0, len(page.text.rstrip()) - 1))


def _check(root: Node, page: Page) -> None:
    """Refuse what the tree must not hold. Each node is looked at once, aliases or not."""
    scale = _Scale(page)
    whole = scale.weigh(root, 0)
    if whole > _FREE and whole > MOST_SHARED * scale.written:
        hint = "write out what the aliases stand for"
        raise Refused(Problem("the aliases swell this file", page.span(0), hint))


@dataclass(slots=True)
class _Scale:
    """Weighs a tree as it is written, and as it would be with its aliases written out."""

    page: Page
    written: int = 0
    _known: dict[int, int | None] = field(default_factory=dict)

    def weigh(self, node: Any, above: int) -> int:
        if id(node) in self._known:
            known = self._known[id(node)]
            if known is None:
                hint = "an alias can stand only outside of what its anchor names"
                raise Refused(Problem("this holds itself", self.page.span_of(node), hint))
            return known
        if above > DEEPEST:
            raise Refused(Problem("nested too deeply", self.page.span_of(node)))
        self._known[id(node)] = None
        kind = type(node).__name__
        _refuse_tags(node, _PLAIN_TAGS[kind], self.page)
        own = 1 + (len(node.value) // _HEAVY if kind == "ScalarNode" else 0)
        whole = own + sum(self.weigh(one, above + 1) for one in _inside(node, kind))
        self.written += own
        self._known[id(node)] = whole
        return whole


_HEAVY = 100
"""Characters of a text that weigh as much as a node."""
_PLAIN_TAGS = {
    "ScalarNode": "tag:yaml.org,2002:str",
    "MappingNode": "tag:yaml.org,2002:map",
    "SequenceNode": "tag:yaml.org,2002:seq",
}


def _inside(node: Any, kind: str) -> list[Any]:
    if kind == "MappingNode":
        return [one for pair in node.value for one in pair]
    return node.value if kind == "SequenceNode" else []


def _refuse_tags(node: Any, plain: str, page: Page) -> None:
    if node.tag not in (plain, "!"):
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"the tag {tag} is not read here"
        raise Refused(Problem(message, page.span_of(node), "remove it; every value is text"))


def plain(root: Node, page: Page) -> Any:
    """The tree as data: texts without the space around them, dicts and lists.

    Raises `Refused` where a key stands twice.
    """
    return _plain(root, page, {})


def _plain(node: Any, page: Page, known: dict[int, Any]) -> Any:
    """A node as data; what aliases share is shared."""
    if id(node) in known:
        return known[id(node)]
    kind = type(node).__name__
    made: Any
    if kind == "ScalarNode":
        made = node.value.strip()
    elif kind == "SequenceNode":
        made = [_plain(one, page, known) for one in node.value]
    else:
        made = {}
        for key, value in node.value:
            name = str(key.value)
            if name in made or type(key).__name__ != "ScalarNode":
                raise Refused(Problem(f'"{name}" stands here a second time', page.span_of(key)))
            made[name] = _plain(value, page, known)
    known[id(node)] = made
    return made
