"""Emphasis and links on cards: what a note's writer set apart of the words that a card repeats."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.model import Draft, Mark

_SHOWN = frozenset({"strong", "emphasis", "highlight", "link"})


def marked_by(draft: Draft) -> tuple[tuple[str, Mark], ...]:
    """The marks of the question and the answer, each with the name of its text; places are those
    in that text.

    Only words that stand on the card as they stand in the note carry marks. A cloze has none: in a
    gap they would tell where the writer saw something.
    """
    bullet, reading = draft.bullet, draft.reading
    if reading.kind == "cloze" or not any(mark.kind in _SHOWN for mark in bullet.marks):
        return ()
    texts = ("question", reading.question), ("answer", reading.answer)
    return tuple((name, mark) for name, text in texts for mark in _marks(text, draft))


def _marks(text: str, draft: Draft) -> Iterator[Mark]:
    """The marks of the note that lie within a text, where it repeats a stretch of the note."""
    start = _place(text, draft.bullet.text)
    if start < 0:
        return
    end = start + len(text)
    for mark in draft.bullet.marks:
        is_seen = mark.kind in _SHOWN and (mark.kind != "link" or mark.address)
        if is_seen and start <= mark.start and mark.end <= end:
            yield Mark(mark.kind, mark.start - start, mark.end - start, mark.address)


def _place(text: str, note: str) -> int:
    """Where a text stands in a note's, whatever the size of its first letter; -1 where nowhere or
    in several places."""
    if not text:
        return -1
    spellings = {text, text[0].lower() + text[1:], text[0].upper() + text[1:]}
    found = [note.find(one) for one in spellings if one in note]
    is_single = len(found) == 1 and sum(note.count(one) for one in spellings) == 1
    return found[0] if is_single else -1
