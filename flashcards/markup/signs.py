"""Signs that stand for tags in a text while the rest of it becomes HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from flashcards import lazy_re as re
from flashcards.model import Mark

_TAGS = {"strong": "strong", "emphasis": "em", "highlight": "mark", "link": "a"}
_FIRST, _LAST = 0xE000, 0xF8FF
"""Letters that mean nothing to anyone but who agrees on them."""
_PRIVATE = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")


class Signs:
    """A text with a sign before and after each stretch that is set apart.

    Stretches that cross others are left out, and all where the text holds such signs itself.

    >>> signs = Signs("a bold word", [Mark("strong", 2, 6)])
    >>> signs.taken(signs.text)
    'a <strong>bold</strong> word'
    """

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._tags: dict[str, str] = {}
        self.text = text if _PRIVATE.search(text) else self._put(text, list(_nested(marks)))

    def _put(self, text: str, marks: list[Mark]) -> str:
        opens: dict[int, str] = {}
        closes: dict[int, str] = {}
        for mark in marks[: (_LAST - _FIRST) // 2]:
            tag = _TAGS[mark.kind]
            address = f' href="{escape(mark.address)}"' if mark.address else ""
            opens[mark.start] = opens.get(mark.start, "") + self._sign(f"<{tag}{address}>")
            closes[mark.end] = self._sign(f"</{tag}>") + closes.get(mark.end, "")
        parts, at = [], 0
        for place in sorted({*opens, *closes}):
            parts += [text[at:place], closes.get(place, ""), opens.get(place, "")]
            at = place
        return "".join([*parts, text[at:]])

    def _sign(self, tag: str) -> str:
        sign = chr(_FIRST + len(self._tags))
        self._tags[sign] = tag
        return sign

    def taken(self, html: str) -> str:
        """The HTML with the tags in the place of their signs."""
        return _PRIVATE.sub(lambda sign: self._tags.get(sign[0], sign[0]), html)


def _nested(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks from the outermost inwards, without those that end behind one around them."""
    around: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        while around and around[-1].end <= mark.start:
            around.pop()
        if not around or mark.end <= around[-1].end:
            around.append(mark)
            yield mark
