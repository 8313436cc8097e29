"""The nouns that travel down the pipeline, as frozen dataclasses.

    Note ── Bullet ──rules──▶ Draft ──identity, curation──▶ Card ──▶ package

A value is made once, by the stage that owns it, and never changed after.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["qa", "cloze"]

Form = Literal[
    "bullet",  # "- text" in any of its markers
    "step",  # "1. text" or "2) text"; `number` says which
    "task",  # "- [ ] text", "TODO text"
    "paragraph",  # text outside of any list
    "quote",  # a block quotation
    "row",  # a table's row; `cells` and `header` hold its columns
    "code",  # a fenced block; `text` is the code, `language` its info string
    "heading",  # a heading, where a rule reads one
]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file of the user's, as an error message points at it."""

    path: str
    """From the workspace, with forward slashes."""
    line: int
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in characters."""
    width: int = 1
    """How many characters the caret underlines, at least 1."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a bullet's text that its writer set apart."""

    kind: Literal["strong", "emphasis", "highlight", "code", "math", "link"]
    start: int
    end: int
    """`text[start:end]` is the marked text, delimiters of code and math included."""
    address: str = ""
    """Where a link leads, if that is on the web."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, sound or video that a text shows."""

    address: str
    """As written: a path, a name, or an address on the web."""
    span: Span
    alt: str = ""
    """What it shows, in words."""
    width: int = 0
    """In pixels; 0 where nobody says."""
    at: int = 0
    """Where in the text it stands; past its end where it stands alone below."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, taken apart: `Session 2: Rivers (Monday 3/2/2020)`."""

    text: str
    """As readable text, without a date, a number or a link: `Session 2: Rivers`."""
    level: int
    """1 to 6."""
    span: Span
    label: str = ""
    """What kind of part it is, where the heading says so: `Session 2`, `Chapter 4`, `Keynote`."""
    name: str = ""
    """What it is about, short enough to stand before a question: `Training`, `PLink`."""
    subtitle: str = ""
    """What follows the name after a colon or a dash. Never shown: it tends to hold an answer."""
    date: str = ""
    """ISO date, `2020-03-02`, or empty."""
    tags: tuple[str, ...] = ()
    """Its `#tags`, without the sign; all that stands below bears them."""
    is_line: bool = False
    """Whether it is written as a line in bold, which may be a term as well as a heading."""


@dataclass(frozen=True, slots=True, eq=False)
class Bullet:
    """One thing that the notes say: a list item, or a paragraph, a table row, a code block."""

    text: str
    """Readable: wrapped lines joined by a space; emphasis, links and markers taken off; code and
    math kept as written, inside their backticks and dollar signs."""
    source: str
    """Its first line as written, without the marker and surrounding space."""
    span: Span
    headings: tuple[Heading, ...]
    """The headings above it, outermost first."""
    parent: Bullet | None = None
    children: list[Bullet] = field(default_factory=list)
    """Filled by the reader while it reads, and only then."""
    form: Form = "bullet"
    number: int | None = None
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    """Inline `#tags`, without the sign."""
    anchor: str = ""
    """An id that the writer's own tools put there (`^block-id`, Logseq's `id::`), or empty."""
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    language: str = ""
    media: list[Media] = field(default_factory=list)
    """What it shows, and what stands alone below it. Filled by the reader, as `children` is."""

    @property
    def ancestors(self) -> tuple[Bullet, ...]:
        """Its parent, the parent's parent, and so on."""
        found: list[Bullet] = []
        above = self.parent
        while above is not None:
            found.append(above)
            above = above.parent
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Note:
    """One file of notes, read."""

    path: str
    title: str
    """The heading that stands alone at the top, else a readable form of the file's name."""
    bullets: tuple[Bullet, ...]
    """All of them, nested ones too, in the order of the file."""
    headings: tuple[Heading, ...] = ()
    deck: str = ""
    """Front matter `deck:`, or empty."""
    tags: tuple[str, ...] = ()
    """Front matter `tags:`."""
    makes_cards: bool = True
    """Front matter `flashcards: false` says no."""
    by_plugins: bool = False
    """Whether it marks cards for a plugin, so that `term::meaning` is one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of a clause: a question and its answer, or a cloze."""

    question: str
    """A question; for a cloze, the whole text with its `{{c1::gaps}}`."""
    answer: str
    """The answer; for a cloze, the hidden words, joined by `; `."""
    kind: Kind = "qa"
    extra: str = ""
    why: str = ""
    """Why these words were hidden, for `explain`; empty where the rule's name says it."""
    last_resort: bool = False
    """Whether it is worth a card only where no other card asks for the bullet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading that passed the lint, before it is known which card it is."""

    rule: str
    reading: Reading
    bullet: Bullet
    context: str
    """The quiet line above the question, often a talk's name; may be empty."""
    read: str = ""
    """The words that the rule read: the bullet, or a sentence of it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file that a card shows: which, and where."""

    media: Media
    side: Literal["front", "back", "text"] = "back"
    """Below the question, below the answer, or within a text that a person wrote."""
    name: str = ""
    """What it is called in Anki; empty where there is no such file."""
    path: str = ""
    """Where its bytes are, from the workspace."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a learner meets, and what a package holds as one note."""

    id: str
    """Readable, unique in the workspace, and the same for ever: `what-is-a-flotilla-8b2a`."""
    kind: Kind
    question: str
    answer: str
    package: str
    """The entry of notes/ that it comes from; names decks/<package>.apkg and .yaml."""
    deck: str
    """Anki's name for the deck, levels joined by `::`."""
    span: Span
    source: str
    """The bullet's first line as written."""
    context: str = ""
    extra: str = ""
    hint: str = ""
    tags: tuple[str, ...] = ()
    rule: str = ""
    """The rule that phrased it; empty for a card added by hand."""
    curated: Literal["", "tuned", "added", "pinned", "split"] = ""
    by_hand: frozenset[str] = frozenset()
    """Which of its texts, by their names here, a person wrote in Markdown in the curation; the
    others are plain but for code and formulas."""
    media: tuple[Shown, ...] = ()
    marks: tuple[tuple[str, Mark], ...] = ()
    """What of its texts that no person wrote is set apart, by their names here."""
    changed: int = 0
    """When its content last changed, in seconds since 1970; Anki's `mod`."""
