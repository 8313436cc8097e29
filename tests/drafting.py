"""Notes with one draft a bullet, so that tests of identity hang on no rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flashcards import notes
from flashcards.identity import Identified, identify, spots_of
from flashcards.lock import Lock, dump, load
from flashcards.model import Bullet, Draft, Reading


def drafts_of(files: Mapping[str, str]) -> list[Draft]:
    """A draft for each bullet of these notes, `Term: meaning` asked for its meaning."""
    return [
        Draft("rule", reading_of(bullet.text), bullet, "")
        for path, text in files.items()
        for bullet in notes.read(text, path)[0].bullets
    ]


def reading_of(text: str) -> Reading:
    label, _, rest = text.partition(": ")
    return Reading(f"What about {label}?", rest or label)


class Following:
    """A lock that follows notes from build to build, through its text."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.now = 0

    def build(self, *files: str, **others: str) -> dict[str, str]:
        """Ids by the bullets' sources, as they are after a build of notes/0.md and so on."""
        named = {f"notes/{number}.md": text for number, text in enumerate(files)}
        named |= {f"notes/{name}.md": text for name, text in others.items()}
        drafts = drafts_of(named)
        known = self.identify(drafts).known
        return {draft.bullet.source: one.id for draft, one in zip(drafts, known, strict=True)}

    def identify(self, drafts: Sequence[Draft]) -> Identified:
        """The drafts with their ids; the lock goes on."""
        self.now += 1
        found = identify(spots_of(drafts), load(dump(self.lock), "decks/cards.lock"), self.now)
        self.lock = load(dump(found.lock), "decks/cards.lock")
        return found


def draft(bullet: Bullet, *asked: tuple[str, str], rule: str = "rule") -> list[Draft]:
    """Drafts of one bullet, from questions and answers."""
    return [Draft(rule, Reading(question, answer), bullet, "") for question, answer in asked]
