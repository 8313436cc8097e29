"""A list that a sentence numbers itself: `two rules of the boat, 1. sit down, 2. hold on`."""

from __future__ import annotations

from flashcards import lazy_re as re

_NUMBER = re.compile(r"(?:^|(?<=[\s,;:]))\(?(\d)[.)]\s+")
_AROUND = " \t,;:.-–—("
_JOINT = re.compile(r"[\s,;]*(?:\b(?:and|or))?[\s,;]*$")


def numbered_inside(text: str) -> tuple[str, list[str]]:
    """What stands before the first number, and the items; empty where the numbers do not run from
    one, or nothing stands before them.

    >>> numbered_inside("two rules of the boat, 1. sit down, and 2. hold on")
    ('two rules of the boat', ['sit down', 'hold on'])
    >>> numbered_inside("written by (1) the board, or (2) its head")
    ('written by', ['the board', 'its head'])
    >>> numbered_inside("in 1. FC Nürnberg")
    ('', [])
    """
    marks = list(_NUMBER.finditer(text))
    numbers = [int(mark[1]) for mark in marks]
    label = text[: marks[0].start()].rstrip(_AROUND) if marks else ""
    if not label or len(marks) < 2 or numbers != list(range(1, len(marks) + 1)):
        return "", []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    items = [
        _JOINT.sub("", text[mark.end() : end]).rstrip(_AROUND)
        for mark, end in zip(marks, ends, strict=True)
    ]
    return (label, items) if all(items) else ("", [])
