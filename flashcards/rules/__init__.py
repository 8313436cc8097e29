"""The rules, one a file, in the order in which they are tried.

The order is the specification: of the rules that read whole bullets, the first that makes a card
claims the bullet; of those that read sentences, the first claims the sentence. A side rule claims
nothing and is always tried.

Most rules make nothing of most passages, and say so at no cost: `NEEDS` names words and marks of
which one stands in all that a rule reads, and `NEEDS_CLAUSE` that it reads only what has a verb,
`NEEDS_THING` only lines that tell something of the one thing above them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from flashcards.model import Form, Reading
from flashcards.passages.above import tells_of_thing

if TYPE_CHECKING:
    from flashcards.passages.passage import Passage

Scope = Literal["heading", "bullet", "sentence"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A file of this folder. Its docstring is its manual and, through the examples, its test."""

    name: str
    manual: str
    scopes: tuple[Scope, ...]
    """What it reads: headings, whole bullets, sentences."""
    read: Callable[[Passage], Iterable[Reading]]
    side: bool
    """Whether it leaves the passage to the other rules even where it makes a card."""
    neutral: bool
    """Whether it reads notes of any language."""
    forms: frozenset[Form]
    """What form of bullet it reads; code and the rows of tables only where it says so."""
    minutes: bool
    """Whether it reads the minutes of a meeting, where most of what is said soon means nothing."""
    fallback: bool
    """Whether it comes last, and only for what no other card of the bullet asks."""
    least_asked: int
    """Content words that its question needs, so that one answer fits it (C4)."""
    least_given: int
    """Words that its answer needs, so that it tells something."""
    needs: frozenset[str]
    """Words and marks of which one stands in all that it makes cards of; none where any text may
    do."""
    needs_clause: bool
    """Whether it makes cards only of a passage with a clause."""
    needs_thing: bool
    """Whether it reads only lines without a subject, below what names one thing."""
    by_default: bool
    """Whether blind judges found at least four fifths of its cards usable; the others wait for
    `--mode max`. The figures are in benchmarks/quality/ledger.json."""


ORDER = (
    # what the writer marked as a card
    "question_answer",
    "marked",
    "double_colon",
    "written_cloze",
    "highlight",
    # headings
    "title",
    # whole bullets
    "abbreviation",
    "decision",
    "quotation",
    "timeline",
    "person",
    "symbol",
    "theorem",
    "equation",
    "versus",
    "value",
    "steps",
    "answered_question",
    "named_role",
    "role",
    "activity",
    "outranks",
    "what_is_one",
    "about_it",
    "term",
    "statement",
    "gloss",
    "children",
    "label_and_text",
    # tables and code
    "table",
    "code",
    # sentences
    "foreign",
    "cycle",
    "difficulty",
    "fragment",
    "use",
    "complexity",
    "code_for",
    "criterion",
    "naming",
    "counted",
    "definition",
    "part_played",
    "opposed",
    "tradeoff",
    "reason",
    "enabling",
    "ease",
    "aim",
    "purpose",
    "means",
    "quantity",
    "condition",
    "not_but",
    "contrast",
    "opening",
    "introduced",
    "command",
    "agent",
    "dated",
    "ground",
    "instead",
    "undergone",
    "place",
    "source",
    "kind_of",
    "comparison",
    "thought",
    "claim",
    "property",
    "manner",
    "presented",
    "object",
    "advice",
    "correlation",
    "arrow",
    "subject",
    "deed",
    "signs",
    "figures",
    "row",
    "named",
    "gap",
)


EXPLICIT = frozenset({"question-answer", "marked", "double-colon", "written-cloze", "highlight"})
"""Rules that pass on what the writer marked as a card; nothing else reads such a bullet."""


class Ordered:
    """Rules in the order in which they are tried, found by what they need: each a bit."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._needing: dict[str, int] = {}
        self._always = self._of_clauses = self._of_things = 0
        for at, rule in enumerate(self._rules):
            for sign in rule.needs:
                self._needing[sign] = self._needing.get(sign, 0) | 1 << at
            self._always |= (not rule.needs) << at
            self._of_clauses |= rule.needs_clause << at
            self._of_things |= rule.needs_thing << at
        self._needed = frozenset(self._needing)
        self._chosen = lru_cache(maxsize=1024)(self._choose)

    def __bool__(self) -> bool:
        return bool(self._rules)

    def fitting(self, passage: Passage) -> tuple[Rule, ...]:
        """Those that find in the passage what they need."""
        bits = self._always
        for sign in self._needed & passage.signs:
            bits |= self._needing[sign]
        if bits & self._of_clauses and passage.clause is None:
            bits &= ~self._of_clauses
        if bits & self._of_things and not tells_of_thing(passage):
            bits &= ~self._of_things
        return self._chosen(bits)

    def _choose(self, bits: int) -> tuple[Rule, ...]:
        return tuple(rule for at, rule in enumerate(self._rules) if bits >> at & 1)


def _named(file: str) -> str:
    return file.replace("_", "-")


NAMES = tuple(map(_named, ORDER))

_PROSE: tuple[Form, ...] = ("bullet", "step", "task", "paragraph", "quote", "heading")


def _load(name: str) -> Rule:
    module = import_module(f"flashcards.rules.{name}")
    scope: Scope | tuple[Scope, ...] = getattr(module, "SCOPE", "sentence")
    return Rule(
        name=_named(name),
        manual=(module.__doc__ or "").strip(),
        scopes=scope if isinstance(scope, tuple) else (scope,),
        read=module.read,
        side=getattr(module, "SIDE", False),
        neutral=getattr(module, "NEUTRAL", False),
        forms=frozenset(getattr(module, "FORMS", _PROSE)),
        minutes=getattr(module, "MINUTES", False),
        fallback=getattr(module, "FALLBACK", False),
        least_asked=getattr(module, "LEAST_ASKED", 0),
        least_given=getattr(module, "LEAST_GIVEN", 0),
        needs=frozenset(getattr(module, "NEEDS", "").split()),
        needs_clause=getattr(module, "NEEDS_CLAUSE", False),
        needs_thing=getattr(module, "NEEDS_THING", False),
        by_default=getattr(module, "BY_DEFAULT", True),
    )


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules in their order. They are loaded when the first bullet is phrased: a run that finds
    every note phrased before needs only their names."""
    return tuple(map(_load, ORDER))
