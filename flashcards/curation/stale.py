"""Whether a draft is still the one that an entry was made against, and what to say if not."""

from __future__ import annotations

from flashcards.curation.entries import Entry, Was
from flashcards.model import Card
from flashcards.problems import Problem


def asks(was: Was, draft: Card) -> bool:
    """Whether a draft asks what it asked then."""
    return was.kind in (None, draft.kind) and _plain(was.asked) == _plain(draft.question)


def is_current(was: Was, draft: Card) -> bool:
    """Whether a draft asks and answers what it did then."""
    answered = was.answer is None or _plain(was.answer) == _plain(draft.answer)
    return asks(was, draft) and answered


def _plain(text: str) -> str:
    """Without the differences of space that folding in YAML makes."""
    return " ".join(text.split())


def changed_beneath(entry: Entry, was: Was, draft: Card, ships: str) -> Problem:
    """The warning that shows the old draft, the new one, and what ships in spite of it."""
    hint = [
        f"was:   {told(was.asked, was.answer)}",
        f"now:   {told(draft.question, draft.answer if draft.kind == 'qa' else None)}",
        f"ships: {ships}",
        f"flashcards tune {entry.id} --accept keeps it, --reset takes what the notes say",
    ]
    message = "what the notes say here has changed"
    return Problem(message, entry.span, "\n".join(hint), "warning")


def told(asked: str, answer: str | None) -> str:
    """A card in a line."""
    return " ".join((asked if answer is None else f"{asked} → {answer}").split())
