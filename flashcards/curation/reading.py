"""The text of a curation file, read into entries; whatever is wrong becomes a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from flashcards import lazy_re as re
from flashcards.curation.entries import (
    SECTIONS,
    TEXTS,
    Add,
    Curation,
    Defaults,
    Drop,
    Pin,
    Section,
    Split,
    Tune,
    Was,
    Written,
)
from flashcards.curation.syntax import Page, compose, plain
from flashcards.identity.gaps import gaps
from flashcards.model import Kind, Span
from flashcards.problems import Problem, Refused, did_you_mean

if TYPE_CHECKING:
    from yaml.nodes import Node

KEYS: Mapping[str, tuple[str, ...]] = {
    "defaults": ("deck", "tags", "rules", "mode", "language"),
    "tune": (*TEXTS, "kind", "tags", "was"),
    "add": (*TEXTS, "kind", "tags", "session", "at"),
    "pin": (*TEXTS, "kind", "tags", "deck", "reason"),
    "split": ("was", "cards"),
    "part": ("id", *TEXTS, "kind"),
    "was": ("question", "answer", "text"),
    "tags": ("add", "remove"),
}
"""The keys of each kind of mapping; `part` is one of the cards of a split."""

MODES = ("strict", "default", "max")
LANGUAGES = ("en", "other")
SWITCH: Mapping[str, bool] = {"on": True, "off": False}

_ID = re.compile(r"[^\W_][\w .-]*", re.UNICODE)


def read(text: str, path: str, rules: Sequence[str] = ()) -> tuple[Curation, list[Problem]]:
    """The entries of a file, and what is wrong in it.

    `rules` are the names that `defaults: rules:` may switch. An entry in which something is wrong
    is left out, and the curation says that it is `broken`.
    """
    package = path.rpartition("/")[2].rpartition(".")[0]
    page = Page(path, text)
    reader = _Reader(page, rules)
    try:
        root = compose(page)
    except Refused as refused:
        reader.problems += refused.problems
        root = None
    curation = Curation(package, path)
    if root is not None and not _is_empty(root):
        curation = replace(curation, **reader.sections(root))
    if reader.problems:
        curation = replace(curation, words=frozenset(re.findall(r"\w[\w.-]*", text)) | {""})
    return curation, reader.problems


def read_typed(text: str, of: Literal["tune", "add", "split", "card"]) -> Any:
    """One entry's texts, typed on their own; the cards of a split as a list.

    Raises `Refused` with what is wrong, at its place in the text.
    """
    page = Page("what was typed", text)
    reader = _Reader(page, ())
    root: Any = compose(page)
    if root is None:
        raise Refused(Problem("nothing was typed", page.span(0)))
    if of == "card":
        reader.card(root)
    else:
        getattr(reader, of)("typed", page.span(0), root)
    if reader.problems:
        raise Refused(*reader.problems)
    return plain(root, page)


@dataclass(slots=True)
class _Reader:
    page: Page
    rules: Sequence[str]
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, node: Node, message: str, hint: str = "") -> None:
        self.problems.append(Problem(message, self.page.span_of(node), hint))

    def sections(self, root: Node) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, _, value in self.pairs(root, f"this file holds {_listed(SECTIONS)}", SECTIONS):
            if not _is_empty(value):
                found[name] = self.defaults(value) if name == "defaults" else self.part(name, value)
        return {name: made for name, made in found.items() if made is not None}

    def part(self, section: str, node: Node) -> dict[str, Any]:
        read_one = getattr(self, section)
        about = f"{section}: holds ids, each with its entry"
        entries: dict[str, Any] = {}
        for name, key, value in self.pairs(node, about):
            before = len(self.problems)
            made = read_one(name, self.page.span_of(key), value)
            if made is not None and len(self.problems) == before:
                entries[name] = made
        return entries

    def pairs(
        self, node: Any, about: str, known: Sequence[str] = ()
    ) -> Iterator[tuple[str, Node, Node]]:
        """The keys of a mapping with their values; wrong ones are reported and passed over."""
        if type(node).__name__ != "MappingNode":
            self.wrong(node, about, 'write "key: value", a line each')
            return
        seen: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if type(key).__name__ == "ScalarNode" else None
            if name is None:
                self.wrong(key, "a key is a text")
            elif name == "<<" and not key.style:
                self.wrong(key, "merge keys are not read", "repeat what << would bring in")
            elif name in seen:
                first = self.page.span_of(seen[name])
                place = f"{first.path}:{first.line}:{first.column}"
                self.wrong(key, f'"{name}" stands here a second time', f"the first: {place}")
            elif known and name not in known:
                hint = did_you_mean(name, known) or f"known are: {', '.join(known)}"
                self.wrong(key, f'unknown key "{name}"', hint)
            else:
                seen[name] = key
                yield name, key, value

    def text(self, node: Any, what: str) -> str:
        if type(node).__name__ == "ScalarNode":
            return str(node.value).strip()
        self.wrong(node, f"{what} is a text")
        return ""

    def choice(self, node: Node, what: str, known: Sequence[str]) -> str:
        chosen = self.text(node, what)
        if chosen not in known:
            hint = did_you_mean(chosen, known) or f"known are: {', '.join(known)}"
            self.wrong(node, f'unknown {what} "{chosen}"', hint)
            return ""
        return chosen

    def tag_list(self, node: Any) -> tuple[str, ...]:
        """Tags in a list, or in one text with spaces between them."""
        if type(node).__name__ == "ScalarNode":
            return tuple(self.text(node, "tags").split())
        if type(node).__name__ != "SequenceNode":
            self.wrong(node, "tags are a list", "for example: [exam, physics::optics]")
            return ()
        tags = []
        for one in node.value:
            tag = self.text(one, "a tag")
            if len(tag.split()) != 1:
                self.wrong(one, "a tag has no spaces", f"for example: {'-'.join(tag.split())}")
            tags.append(tag)
        return tuple(dict.fromkeys(tags))

    def fields(self, node: Node, of: str) -> tuple[dict[str, Any], dict[str, Node]]:
        """What all entries with texts have in common, and the values of their other keys."""
        texts: dict[str, str] = {}
        spans: dict[str, Span] = {}
        rest: dict[str, Node] = {}
        kind: Kind | None = None
        for name, key, value in self.pairs(node, f"an entry of {of}: holds texts", KEYS[of]):
            spans[name] = self.page.span_of(key)
            if name in TEXTS:
                before = len(self.problems)
                texts[name] = self.text(value, name)
                fine = texts[name] or len(self.problems) > before
                if not fine and name in ("question", "answer", "text"):
                    self.wrong(key, f"the {name} is empty")
            elif name == "kind":
                chosen = self.choice(value, "kind", ("qa", "cloze"))
                kind = "cloze" if chosen == "cloze" else "qa" if chosen else None
            else:
                rest[name] = value
        if "text" in texts and not gaps(texts["text"]):
            hint = "a gap is written {{c1::like this}}"
            self.problems.append(Problem("this text has no gap", spans["text"], hint))
        if "text" in texts and {"question", "answer"} & set(texts):
            hint = "a cloze has text: alone, a question has question: and answer:"
            self.problems.append(Problem("a card is a cloze or a question", spans["text"], hint))
        return {"texts": texts, "spans": spans, "kind": kind}, rest

    def whole(self, made: dict[str, Any], span: Span) -> dict[str, Any]:
        """The fields of a card that must be complete, with its kind."""
        texts = made["texts"]
        missing = [] if "text" in texts else [k for k in ("question", "answer") if k not in texts]
        if missing:
            hint = "a card has question: and answer:, or text: with {{c1::gaps}}"
            self.problems.append(Problem(f"{' and '.join(missing)} missing", span, hint))
        kind = "cloze" if "text" in texts else "qa"
        if made["kind"] not in (None, kind):
            named = "a cloze has text:" if made["kind"] == "cloze" else "a question has no text:"
            self.problems.append(Problem(f"kind: {made['kind']} does not fit", span, named))
        return {**made, "kind": kind}

    def tune(self, name: str, span: Span, node: Node) -> Tune:
        made, rest = self.fields(node, "tune")
        more, less = self.tag_changes(rest["tags"]) if "tags" in rest else ((), ())
        was = self.was(rest["was"]) if "was" in rest else None
        return Tune(id=name, span=span, more_tags=more, less_tags=less, was=was, **made)

    def tag_changes(self, node: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Tags to add and tags to remove."""
        if type(node).__name__ != "MappingNode":
            return self.tag_list(node), ()
        found = {
            name: self.tag_list(value) for name, _, value in self.pairs(node, "", KEYS["tags"])
        }
        return found.get("add", ()), found.get("remove", ())

    def was(self, node: Any) -> Was:
        if type(node).__name__ == "ScalarNode":
            return Was(self.text(node, "was"))
        about = "was: holds the draft's question and answer"
        found = {
            name: self.text(value, name) for name, _, value in self.pairs(node, about, KEYS["was"])
        }
        if "text" in found:
            return Was(found["text"], None, "cloze")
        kind: Kind | None = "qa" if "answer" in found else None
        return Was(found.get("question", ""), found.get("answer"), kind)

    def drop(self, name: str, span: Span, node: Node) -> Drop:
        return Drop(id=name, span=span, reason=self.text(node, "a reason"))

    def add(self, name: str, span: Span, node: Node) -> Add:
        if not _ID.fullmatch(name):
            hint = "letters, digits and hyphens make a key that can be typed"
            self.problems.append(Problem(f'"{name}" cannot be the id of a card', span, hint))
        made, rest = self.fields(node, "add")
        return Add(
            id=name,
            span=span,
            tags=self.tag_list(rest["tags"]) if "tags" in rest else (),
            session=self.text(rest["session"], "session") if "session" in rest else "",
            at=self.text(rest["at"], "at") if "at" in rest else "",
            **self.whole(made, span),
        )

    def pin(self, name: str, span: Span, node: Any) -> Pin:
        if type(node).__name__ == "ScalarNode":
            return Pin(id=name, span=span, reason=self.text(node, "a reason"))
        made, rest = self.fields(node, "pin")
        if made["texts"]:
            made = self.whole(made, span)
        return Pin(
            id=name,
            span=span,
            tags=self.tag_list(rest["tags"]) if "tags" in rest else (),
            deck=self.text(rest["deck"], "deck") if "deck" in rest else "",
            reason=self.text(rest["reason"], "a reason") if "reason" in rest else "",
            **made,
        )

    def split(self, name: str, span: Span, node: Any) -> Split:
        was, cards = None, node
        if type(node).__name__ == "MappingNode":
            found = {key: value for key, _, value in self.pairs(node, "", KEYS["split"])}
            was = self.was(found["was"]) if "was" in found else None
            cards = found.get("cards")
        if type(cards).__name__ != "SequenceNode" or not cards.value:
            hint = "write - question: … and answer: … for each of them below cards:"
            self.wrong(cards or node, "a split is a list of cards", hint)
            return Split(id=name, span=span, parts=(), was=was)
        parts = [self.card(one) for one in cards.value]
        return Split(id=name, span=span, parts=self.named(name, parts), was=was)

    def card(self, node: Node) -> Written:
        span = self.page.span_of(node)
        made, rest = self.fields(node, "part")
        own = self.text(rest["id"], "id") if "id" in rest else ""
        return Written(id=own, span=span, **self.whole(made, span))

    def named(self, name: str, parts: Sequence[Written]) -> tuple[Written, ...]:
        """The parts with their ids: the first without one keeps the split card's."""
        heir = next((at for at, part in enumerate(parts) if not part.id), None)
        named: dict[str, Written] = {}
        for at, part in enumerate(parts):
            own = part.id or (name if at == heir else f"{name}-{at + 1}")
            if own in named:
                message = f'two cards here have the id "{own}"'
                self.problems.append(Problem(message, part.where("id")))
            named[own] = replace(part, id=own)
        return tuple(named.values())

    def defaults(self, node: Node) -> Defaults:
        found = {
            name: value
            for name, _, value in self.pairs(node, "defaults: holds settings", KEYS["defaults"])
        }
        on, off = self.switches(found["rules"]) if "rules" in found else (set(), set())
        mode: Literal["", "strict", "default", "max"] = ""
        if "mode" in found:
            chosen = self.choice(found["mode"], "mode", MODES)
            mode = "strict" if chosen == "strict" else "max" if chosen == "max" else "default"
        return Defaults(
            deck=self.text(found["deck"], "deck") if "deck" in found else "",
            tags=self.tag_list(found["tags"]) if "tags" in found else (),
            rules_off=frozenset(off),
            rules_on=frozenset(on),
            mode=mode,
            language=self.choice(found["language"], "language", LANGUAGES)
            if "language" in found
            else "",
        )

    def switches(self, node: Node) -> tuple[set[str], set[str]]:
        """Rules that are switched on, and rules that are switched off."""
        on: set[str] = set()
        off: set[str] = set()
        for name, _, value in self.pairs(node, "rules: holds names, each on or off", self.rules):
            chosen = self.choice(value, "switch", tuple(SWITCH))
            if chosen:
                (on if SWITCH[chosen] else off).add(name)
        return on, off


def _is_empty(node: Any) -> bool:
    """Whether nothing was written: `tune:` and no more, or YAML's word for nothing."""
    plain = type(node).__name__ == "ScalarNode" and not node.style
    return plain and node.value in ("", "~", "null")


def _listed(names: Sequence[Section]) -> str:
    return ", ".join(names[:-1]) + f" and {names[-1]}"
