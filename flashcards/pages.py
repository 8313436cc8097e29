"""Pages: notes with what the rules make of them; each depends on its own text alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from flashcards import notes
from flashcards.model import Note
from flashcards.phrased import AS_USUAL, Habits, Mode, Phrased
from flashcards.problems import Problem


@dataclass(frozen=True, slots=True)
class Written:
    """A note as it was written, and how it is to be phrased: all that its page depends on."""

    path: str
    text: str
    mode: Mode = "default"
    habits: Habits = AS_USUAL
    blocks: tuple[tuple[str, str], ...] = ()
    """The blocks that it shows from other places of the graph, with their ids."""


@dataclass(frozen=True, slots=True)
class Page:
    """A note, read and phrased."""

    note: Note
    phrased: Phrased
    problems: tuple[Problem, ...]


Pages = Callable[[Sequence[Written]], Iterable[Page]]
"""What makes pages, in the order of the notes: one by one, in parallel, or from a cache."""


def page_of(written: Written) -> Page:
    """Read and phrase one note."""
    from flashcards.phrase import phrase

    note, problems = notes.read(written.text, written.path, dict(written.blocks))
    return Page(note, phrase(note, written.mode, written.habits), tuple(problems))


def pages_of(written: Sequence[Written]) -> Iterator[Page]:
    """Read and phrase one note after the other."""
    return map(page_of, written)
