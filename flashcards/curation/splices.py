"""A text with splices that are made at the end, and where its lines and values begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flashcards import lazy_re as re
from flashcards.curation.tree import Place


@dataclass(slots=True)
class Splices:
    """A text and the changes of it that are to be made; `path` is only named in problems."""

    text: str
    path: str
    splices: list[tuple[int, int, str]] = field(default_factory=list)
    """Where each begins and ends, and what stands there then."""

    def spliced(self) -> str:
        """The text after all splices; of two at one place, the earlier comes first."""
        text = self.text
        ordered = sorted(enumerate(self.splices), key=lambda one: (*one[1][:2], one[0]))
        for _, (start, end, new) in reversed(ordered):
            text = text[:start] + new + text[end:]
        return text

    @property
    def eol(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_stop(self, at: int) -> int:
        """The end of the line, before its line end."""
        stop = self.text.find("\n", at)
        stop = len(self.text) if stop < 0 else stop
        return stop - 1 if stop > 0 and self.text[stop - 1] == "\r" else stop

    def next_line(self, at: int) -> int:
        stop = self.text.find("\n", at)
        return len(self.text) if stop < 0 else stop + 1

    def below(self, place: Place) -> int:
        """The start of the line below a value."""
        at_start = place.end > place.start and self.text[place.end - 1] == "\n"
        return place.end if at_start else self.next_line(place.end)

    def column(self, at: int) -> int:
        return at - self.line_start(at)

    def colon(self, key: Place) -> int:
        """After the colon that follows a key, or the key's end where there is none."""
        found = re.compile(r"\s*:").match(self.text, key.end)
        return found.end() if found else key.end

    def leads_its_line(self, place: Place) -> bool:
        return not self.text[self.line_start(place.start) : place.start].strip()

    def splice(self, start: int, end: int, new: str) -> None:
        self.splices.append((start, end, new))

    def lines(self, at: int, lines: Sequence[str]) -> None:
        """Put lines in at the start of a line, or at a text's end that has no line end."""
        written = self.eol.join(lines)
        broken_off = at > 0 and self.text[at - 1] != "\n"
        self.splice(at, at, self.eol + written if broken_off else written + self.eol)

    def last(self, of: tuple[Place, Place]) -> Place:
        """A pair's value, or a place after its colon where it has none."""
        key, value = of
        return value if value.end > key.end else Place("scalar", key.start, self.colon(key))

    def comma(self, at: int) -> int | None:
        """The comma that follows, past spaces, line ends and comments."""
        found = re.compile(r"(?:\s+#[^\n]*|\s)*(,)").match(self.text, at)
        return found.start(1) if found else None
