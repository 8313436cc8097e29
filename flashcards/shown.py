"""Pictures, sounds and videos of cards: which files a card shows and where, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flashcards.curation import Curation, Written
from flashcards.markup import files_in
from flashcards.model import Bullet, Card, Draft, Media, Reading, Shown, Span
from flashcards.problems import Problem


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is there."""

    name: str
    """What it is called in Anki: a digest of its bytes, so that another picture is another name."""
    path: str
    """From the workspace."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Why a file is not shown, and what to do."""

    message: str
    hint: str


Find = Callable[[str, str], Found | Missed | None]
"""The file that an address means in the text of a file, given by its path; None where it lies on
the web and stays there."""


def nowhere(path: str, address: str) -> None:
    """Find nothing, and say nothing of it."""


def shown_by(draft: Draft) -> tuple[Shown, ...]:
    """What a card shows of what its bullet shows; which file it is, is to be found."""
    bullet = draft.bullet
    return tuple(
        Shown(media, "front" if _is_asked(media, bullet, draft.reading) else "back")
        for media in bullet.media
    )


def _is_asked(media: Media, bullet: Bullet, reading: Reading) -> bool:
    """Whether a picture belongs to the question: that stands in the note as it does on the card,
    and words or signs part the picture from the answer, or the answer stands elsewhere."""
    text = bullet.text
    question = text.find(reading.question) if reading.kind == "qa" else -1
    if question < 0:
        return False
    answer = text.find(reading.answer, question + len(reading.question))
    if answer < 0:
        return reading.question.endswith("?") and media.at <= len(text)
    return answer > media.at and bool(text[media.at : answer].strip())


def with_files(
    cards: Sequence[Card], find: Find, curations: Mapping[str, Curation]
) -> tuple[list[Card], list[Problem]]:
    """The cards with the files that they show, and a warning for each that is not there."""
    search = _Search(find, curations)
    made = [search.card(card) if card.media or card.by_hand else card for card in cards]
    return made, list(search.problems.values())


@dataclass(slots=True)
class _Search:
    find: Find
    curations: Mapping[str, Curation]
    problems: dict[tuple[Span, str], Problem]

    def __init__(self, find: Find, curations: Mapping[str, Curation]) -> None:
        self.find, self.curations, self.problems = find, curations, {}

    def card(self, card: Card) -> Card:
        written = list(self._written(card))
        told = {media.address for media in written}
        wanted = [one for one in card.media if one.media.address not in told]
        wanted += [Shown(media, "text") for media in written]
        return replace(card, media=tuple(self._found(one, card) for one in wanted))

    def _written(self, card: Card) -> Iterator[Media]:
        """What the texts show that a person wrote."""
        for key in sorted(card.by_hand):
            text: str = getattr(card, key)
            for address in dict.fromkeys(files_in(text)):
                yield Media(address, self._place(card, key))

    def _place(self, card: Card, key: str) -> Span:
        """Where the text stands in decks/*.yaml."""
        curation = self.curations.get(card.package)
        entries = _entries(curation, card.id) if curation else ()
        keys = ("text", key) if key == "question" and card.kind == "cloze" else (key,)
        places = [entry.where(key) for entry in entries for key in keys if key in entry.texts]
        return places[-1] if places else card.span

    def _found(self, one: Shown, card: Card) -> Shown:
        media = one.media
        found = self.find(card.span.path, media.address)
        if isinstance(found, Found):
            return replace(one, name=found.name, path=found.path)
        if found:
            problem = Problem(found.message, media.span, found.hint, "warning")
            self.problems[media.span, media.address] = problem
        return one


def _entries(curation: Curation, card_id: str) -> Iterable[Written]:
    """The entries that may have written a card's texts, the one that counts last."""
    parts = [part for split in curation.split.values() for part in split.parts]
    found = [curation.pin.get(card_id), curation.add.get(card_id), curation.tune.get(card_id)]
    return [*(p for p in parts if p.id == card_id), *(entry for entry in found if entry)]
