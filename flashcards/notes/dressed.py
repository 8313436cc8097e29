"""A note's text as the parser reads it, and the way back to the lines of the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from flashcards.model import Span


@dataclass(slots=True)
class Dressed:
    """Lines in plain CommonMark, each of which knows the line of the file that it comes from."""

    path: str
    source: list[str]
    """The lines of the file, without their ends."""
    lines: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    """For each line the index of its line in `source`."""
    shifts: list[int] = field(default_factory=list)
    """How many characters a line's beginning grew (or shrank, if negative)."""

    def add(self, line: str, origin: int, shift: int = 0) -> None:
        self.lines.append(line)
        self.origins.append(origin)
        self.shifts.append(shift)

    def places(self) -> Places:
        """Where each byte of the joined lines stands in the file. Ask when all lines are there."""
        encoded = [line.encode() for line in self.lines]
        starts = [0, *accumulate(len(line) + 1 for line in encoded)]
        return Places(self, b"\n".join(encoded), starts)


@dataclass(frozen=True, slots=True)
class Places:
    """The way from the parser's byte offsets to places in the file."""

    dressed: Dressed
    data: bytes
    starts: list[int]

    def at(self, offset: int) -> tuple[Span, str]:
        """The span of a block's first line from a byte on, and that part of the line as written.

        An offset at a line's end means the next line that says something.
        """
        dressed = self.dressed
        index = min(bisect_right(self.starts, offset) - 1, len(dressed.lines) - 1)
        before = self.data[self.starts[index] : offset]
        column = max(0, len(before.decode("utf-8", "ignore")) - dressed.shifts[index])
        line = dressed.source[dressed.origins[index]]
        rest = line[column:]
        source = rest.strip()
        column += len(rest) - len(rest.lstrip())
        span = Span(dressed.path, dressed.origins[index] + 1, column + 1, max(1, len(source)))
        return span, source
