"""Find what a note hides or leaves to plugins: comments, drawings, queries, scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashcards import lazy_re as re

PLUGINS = re.compile(
    r"dataview(?:js)?|tasks|query|kanban|excalidraw|compressed-json|button|chart|tracker|habit|"
    r"timeline|calendar|leaflet|meta-bind(?:-[\w-]+)?|dynamic-embed|embed|folder-overview|"
    r"itinerary|sheet|gallery|img-gallery|abc-music-notation|anki|toc|table-of-contents"
)
"""Languages of code blocks that Obsidian's plugins turn into something else."""

BLOCKS = {
    ":LOGBOOK:": ":END:",
    ":PROPERTIES:": ":END:",
    "#+BEGIN_QUERY": "#+END_QUERY",
    "#+BEGIN_EXPORT": "#+END_EXPORT",
    "#+BEGIN_COMMENT": "#+END_COMMENT",
}
"""Blocks of Logseq's and Org's by their first and last line."""

SET_APART = re.compile(r"#\+BEGIN_(SRC|EXAMPLE)\b[ \t]*(\S*)", re.IGNORECASE)
"""The first line of Org's code, with its language."""

SILENT_ELEMENTS = re.compile(r"<(script|style|svg|template|object)\b", re.IGNORECASE)

_STAMPS = re.compile(r"(?:SCHEDULED|DEADLINE|CLOSED):\s*[<\[]|#\+[A-Za-z_]+:?(?:\s|$)")


def is_stamp(line: str) -> bool:
    """A line of a planner's: `SCHEDULED: <2020-03-02 Mon>`, `#+BEGIN_QUOTE`."""
    return _STAMPS.match(line) is not None


def code_spans(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that stand in backticks."""
    runs = [match.span() for match in re.finditer(r"`+", line)]
    closers: dict[int, list[int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        start, end = runs[number]
        closers.setdefault(end - start, []).append(number)
    number = 0
    while number < len(runs):
        start, end = runs[number]
        same = closers[end - start]
        while same and same[-1] <= number:
            same.pop()
        if same:
            number = same[-1]
            yield start, runs[number][1]
        number += 1


_SIGNS = {"%%": "%%", "<!--": "-->", "<%": "%>"}
_SIGN = re.compile(r"%%|<!--|<%(?!%)")


class Comments:
    """Blanks the comments of a note's lines, those over several lines too."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._end = ""
        self._never: set[str] = set()

    def blanked(self, number: int) -> str:
        """A line with spaces in the place of what is hidden. Ask for each line, in order."""
        line = self._lines[number]
        if self._end:
            at = line.find(self._end)
            if at < 0:
                return ""
            at += len(self._end)
            self._end = ""
            return self._rest(" " * at + line[at:], at, number)
        if "%%" in line or "<!--" in line or "<%" in line:
            return self._rest(line, 0, number)
        return line

    def _rest(self, line: str, at: int, number: int) -> str:
        spans = list(code_spans(line)) if "`" in line else []
        parts: list[str] = [line[:at]]
        for match in _SIGN.finditer(line, at):
            if match.start() < at or any(a <= match.start() < b for a, b in spans[:50]):
                continue
            end = line.find(_SIGNS[match[0]], match.end())
            if end < 0:
                return self._unclosed(line, at, match, parts, number)
            end += len(_SIGNS[match[0]])
            parts += [line[at : match.start()], " " * (end - match.start())]
            at = end
        return "".join([*parts, line[at:]])

    def _unclosed(
        self, line: str, at: int, match: re.Match[str], parts: list[str], number: int
    ) -> str:
        """A sign without its end on the line: the end is on a later one, or it hides nothing."""
        before, after = line[: match.start()], line[match.end() :]
        sign, end = match[0], _SIGNS[match[0]]
        opens = sign == "<!--" or not before.strip(" \t>") or not after.strip()
        if not opens or not self._comes(end, number):
            return "".join([*parts, line[at:]])
        self._end = end
        return "".join([*parts, line[at : match.start()]])

    def _comes(self, end: str, number: int) -> bool:
        if end in self._never:
            return False
        for later in range(number + 1, len(self._lines)):
            if end in self._lines[later]:
                return True
        self._never.add(end)
        return False
