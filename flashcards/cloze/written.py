"""A row with gaps, as a card shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flashcards.lint import Face, worst
from flashcards.model import Reading
from flashcards.passages.passage import Passage


class Hidden(NamedTuple):
    """A stretch that is worth hiding."""

    start: int
    end: int
    hint: str = ""


def with_gaps(lead: str, text: str, hidden: Iterable[Hidden], passage: Passage) -> Reading | None:
    """A cloze with a gap for each of the stretches that nothing around gives away; None where all
    of them are told."""
    kept = [one for one in hidden if _is_sound(lead, text, one, passage)]
    if not kept:
        return None
    said = "; ".join(text[one.start : one.end] for one in kept)
    return Reading(_cloze(lead, text, kept), _shown(said), "cloze")


def _cloze(lead: str, text: str, hidden: Sequence[Hidden]) -> str:
    parts, at = [lead], 0
    for number, one in enumerate(hidden, 1):
        hint = f"::{one.hint}" if one.hint else ""
        gap = f"{{{{c{number}::{_shown(text[one.start : one.end])}{hint}}}}}"
        parts += [_shown(text[at : one.start]), gap]
        at = one.end
    return "".join([*parts, _shown(text[at:])])


def _shown(text: str) -> str:
    return text.replace(" -> ", " → ")


def _is_sound(lead: str, text: str, one: Hidden, passage: Passage) -> bool:
    cloze, context = _cloze(lead, text, [one]), " › ".join(passage.context)
    flaw = worst(Face("cloze", cloze, text[one.start : one.end], context))
    return flaw is None or flaw.severity == "warning"
