"""Gaps of a cloze: which braces and colons belong to Anki, and which to the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flashcards import lazy_re as re
from flashcards.braces import Gap, gaps_in

_SIMPLE = re.compile(r"\{\{c([1-9]\d{0,2})::[^{}:]+\}\}")
"""A gap in which nothing can be mistaken for Anki's signs."""

_MARKS = "\U0001039f\U000103d0\U0001056f\U00010857\U0001091f\U00012470\U00012471"
"""Word dividers of dead scripts: Markdown takes them for punctuation, as it does braces."""

Render = Callable[[str], str]
"""Text in, HTML out."""


def cloze(text: str, hidden: str, render: Render) -> tuple[str, tuple[int, ...]]:
    r"""The HTML of a cloze as Anki reads it, and the numbers of its gaps, sorted.

    `hidden` holds the words of all gaps, joined by `; `: where a gap's words hold `::`, they tell
    whether a hint follows. Braces and colons of the text itself end no gap.

    >>> from flashcards.markup.plain import plain
    >>> cloze("{{c2::$\\frac{a}{b}$}} of {{c1::std::map}}", "$..$; std::map", plain)
    ('{{c2::\\(\\frac{a}{b}\\)}} of {{c1::std:<!-- -->:map}}', (1, 2))
    """
    rest, count = _SIMPLE.subn("", text)
    if count and "{" not in rest and "}" not in rest:
        return render(text), tuple(sorted(set(map(int, _SIMPLE.findall(text)))))
    found = gaps_in(text)
    signs = _Signs(*[mark for mark in _MARKS if mark not in text][:3])
    marked = signs.put(text, found, set(hidden.split("; ")))
    numbers = {number for gap in found for number in gap.numbers}
    return signs.taken(render(marked)), tuple(sorted(numbers))


@dataclass(frozen=True, slots=True)
class _Signs:
    """Three signs that stand for a gap's braces and colons while its text is rendered."""

    opens: str
    hints: str
    closes: str

    def put(self, text: str, found: tuple[Gap, ...], hidden: set[str]) -> str:
        edits: list[tuple[int, int, str]] = []
        for gap in found:
            numbers = text[gap.opening + 3 : gap.start - 2]
            edits.append((gap.opening, gap.start, self.opens + numbers + self.opens))
            edits.append((gap.end, gap.end + 2, self.closes))
            if gap.hint >= 0 and text[gap.start : gap.end] not in hidden:
                edits.append((gap.hint, gap.hint + 2, self.hints))
        parts, at = [], 0
        for start, end, sign in sorted(edits):
            parts += [text[at:start], sign]
            at = end
        return "".join([*parts, text[at:]])

    def taken(self, html: str) -> str:
        """Put Anki's signs back, and make what looks like them but is text safe."""
        return "".join(self._taken(html))

    def _taken(self, html: str) -> Iterator[str]:
        token = re.compile(
            rf"{self.opens}([\d,]+){self.opens}|{self.hints}|{self.closes}|\\[(\[)\]]"
            rf"|\}}(?=[}}{self.closes}])|:(?=[:{self.hints}])|\{{(?=\{{c\d)"
        )
        depth = at = 0
        in_formula = False
        for match in token.finditer(html):
            yield html[at : match.start()]
            at, sign = match.end(), match[0]
            if sign.startswith("\\"):
                in_formula = sign[1] in "(["
            if match[1]:
                depth += 1
                yield f"{{{{c{match[1]}::"
            elif sign == self.closes:
                depth -= 1
                yield "}}"
            elif sign == self.hints:
                yield "::"
            elif sign in "}:{" and (depth or sign == "{"):
                yield sign + (_IN_FORMULA[sign] if in_formula else "<!-- -->")
            else:
                yield sign
        yield html[at:]


_IN_FORMULA = {"}": " ", ":": "{}", "{": " "}
"""What parts a sign from the next one, and changes nothing in TeX."""
