"""Which of the cards that could be made are worth a learner's time."""

from __future__ import annotations

from dataclasses import dataclass

from flashcards.english.stems import stems
from flashcards.model import Draft

MOST_A_BULLET = 3
"""Cards of one bullet; an expert makes 1.3 on average."""

NEAREST = 50
"""Cards with the same answer that a question is compared with, the latest ones."""


@dataclass(frozen=True, slots=True)
class Chosen:
    kept: tuple[Draft, ...]
    surplus: tuple[tuple[Draft, str], ...]
    """The drafts left out, each with the reason."""


def choose(drafts: list[Draft]) -> Chosen:
    """Drop what a talk has asked already, and what exceeds the cap of a bullet.

    `drafts` come in the order of the note, the better ones of a bullet first.
    """
    kept: list[Draft] = []
    surplus: list[tuple[Draft, str]] = []
    seen: dict[tuple[frozenset[str], frozenset[str]], Draft] = {}
    asked: dict[frozenset[str], list[frozenset[str]]] = {}
    of_bullet: dict[int, int] = {}
    answered: set[tuple[str, str]] = set()
    for draft in drafts:
        question, answer = _told(draft.reading.question), _told(draft.reading.answer)
        count = of_bullet.get(id(draft.bullet), 0)
        if count >= MOST_A_BULLET:
            surplus.append((draft, f"more than {MOST_A_BULLET} cards of one bullet"))
        elif (question, answer) in seen or any(
            _alike(question, other) for other in asked.get(answer, [])[-NEAREST:]
        ):
            surplus.append((draft, "another card asks the same"))
        elif _front(draft) in answered:
            surplus.append((draft, "another card has the same question with another answer"))
        else:
            kept.append(draft)
            answered.add(_front(draft))
            seen[question, answer] = draft
            asked.setdefault(answer, []).append(question)
            of_bullet[id(draft.bullet)] = count + 1
    return Chosen(tuple(kept), tuple(surplus))


def _told(text: str) -> frozenset[str]:
    """Its stems, and the small words that tell two like it apart: `type A`, `not sorted`."""
    small = (word.strip(".,;:?!()") for word in text.split()[1:])
    return frozenset(stems(text)) | {
        word for word in small if word in _DENYING or (len(word) == 1 and word.isupper())
    }


_DENYING = frozenset("not no without".split())


def _front(draft: Draft) -> tuple[str, str]:
    """What a learner is shown; the same twice would want two answers (C4)."""
    return draft.reading.question.casefold(), draft.context


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """More than four fifths of the words in common."""
    return bool(one and other) and len(one & other) * 5 > len(one | other) * 4
