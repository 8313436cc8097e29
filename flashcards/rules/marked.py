"""Take over a card that the writer marked for a plugin: `#card`, a line `?` or `??`, a callout.

- What carries oxygen in the blood? #card
    - Haemoglobin
    - in red cells
Q: What carries oxygen in the blood?
A: Haemoglobin; in red cells

- Guten Tag
  ??
  Good day
Q: Guten Tag
A: Good day
Q: Good day
A: Guten Tag

> [!question]- Why do stars twinkle?
> The air bends their light. It is never still.
Q: Why do stars twinkle?
A: The air bends their light. It is never still

- Which planet has rings? #card
no card
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flashcards.model import Bullet, Reading
from flashcards.notes.marked import front_and_back
from flashcards.passages.passage import Passage
from flashcards.rules import answered_question

SCOPE = "bullet"
NEUTRAL = True
MINUTES = True

_ASKING = frozenset(("question", "faq", "help"))
"""Obsidian's callouts that hold a question."""


def read(passage: Passage) -> Iterator[Reading]:
    bullet = passage.bullet
    marked = front_and_back(bullet) or _callout(bullet)
    if marked is None or "{{c" in bullet.text:
        return  # a card with written gaps bears the same mark
    front, back, in_both_ways = marked
    phrased = [] if back or in_both_ways else list(answered_question.read(passage))
    yield from phrased
    answer = _joined([back, *_told(bullet.children)])
    if not phrased and front.strip() and answer:
        yield Reading(front.strip(), answer)
        if in_both_ways:
            yield Reading(answer, front.strip())


def _callout(bullet: Bullet) -> tuple[str, str, bool] | None:
    asks = bullet.form == "quote" and bullet.language in _ASKING and bullet.text.endswith("?")
    within = bullet.parent is not None and bullet.parent.language == bullet.language
    return (bullet.text, "", False) if asks and not within else None


DEEPEST = 6
"""Levels that an answer may have; no learner recalls more of them."""


def _told(below: Iterable[Bullet], level: int = 1) -> Iterator[str]:
    """What each of the bullets says, with what is below it after a colon."""
    for bullet in below:
        if bullet.form == "code":
            yield f"```{bullet.language}\n{bullet.text}\n```"
            continue
        number = f"{bullet.number}. " if bullet.form == "step" else ""
        more = _joined(_told(bullet.children, level + 1), ", ") if level < DEEPEST else ""
        yield f"{number}{bullet.text.rstrip(':') if more else bullet.text}" + (
            f": {more}" if more else ""
        )


def _joined(parts: Iterable[str], sign: str = "; ") -> str:
    """In one line, unless a part has several."""
    found = [part for part in parts if part]
    return ("\n" if any("\n" in part for part in found) else sign).join(found)
