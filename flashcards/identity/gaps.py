"""Gaps of a cloze: their numbers are Anki cards, so a number stays with its words for ever."""

from __future__ import annotations

from flashcards.braces import gaps_in, hidden_words, replaced
from flashcards.identity.likeness import likeness

_LIKE = 0.5
"""From here on a gap's words count as reworded, not replaced."""

Gaps = dict[int, str]


def gaps(text: str) -> Gaps:
    """Number → hidden words; words that share a number are joined by `; `."""
    found: Gaps = {}
    for number, hidden in hidden_words(text):
        found[number] = f"{found[number]}; {hidden}" if number in found else hidden
    return found


def renumbered(text: str, last: str, gone: Gaps) -> str:
    """The text with the numbers that its gaps had in `last`, the text of the last build.

    Words that stayed keep their number, as do words that were reworded in place; words that are
    back take their number from `gone`; what is left gets a number that was never used.
    """
    present, before = gaps(text), gaps(last)
    if present == before:
        return text
    numbers = _matched(present, before, gone, _frame(text) == _frame(last))
    used = {*before, *gone, *numbers.values()}
    for number in present:
        if number not in numbers:
            numbers[number] = number if number not in used else max(used) + 1
            used.add(numbers[number])
    parts: list[str] = []
    at = 0
    for gap in gaps_in(text):
        kept = ",".join(str(numbers[number]) for number in gap.numbers)
        parts += [text[at : gap.opening], f"{{{{c{kept}::"]
        at = gap.start
    return "".join([*parts, text[at:]])


def _matched(present: Gaps, before: Gaps, gone: Gaps, in_place: bool) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for known in (before, gone):
        for number, hidden in present.items():
            same = [
                k for k, words in known.items() if words == hidden and k not in numbers.values()
            ]
            if same and number not in numbers:
                numbers[number] = number if number in same else same[0]
    rest = [number for number in present if number not in numbers]
    free = [number for number in before if number not in numbers.values()]
    if in_place and len(rest) == len(free):
        return numbers | dict(zip(rest, free, strict=True))
    alike = sorted((-likeness(present[n], before[k]), n, k) for n in rest for k in free)
    for distance, number, known_number in alike:
        if -distance >= _LIKE and number not in numbers and known_number not in numbers.values():
            numbers[number] = known_number
    return numbers


def _frame(text: str) -> str:
    """The text around the gaps."""
    return replaced(text, lambda gap: "{}")


def no_longer(text: str, last: str, gone: Gaps) -> Gaps:
    """The numbers that `text` does not use, of those used by `last` or gone already."""
    used = gaps(text)
    return {n: words for n, words in sorted((gone | gaps(last)).items()) if n not in used}
