"""Cards that a writer marked for another program, in one form: `front`, a line `?`, `back`.

A line `??` asks in both directions. Read are the marks of Obsidian's plugins Spaced Repetition
(`?`, `??`, `::`, `:::`, `#flashcards`), Flashcards (`#card`, `cards-deck:`) and Obsidian_to_Anki
(`START` … `END`, `TARGET DECK`), and Logseq's `#card`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flashcards import lazy_re as re
from flashcards.model import Bullet

_KIND = r"(?:flash)?card(?P<both>[-/]reversed?)?(?:[-/]spaced)?"
_BESIDE = r"(?P<beside>(?:[ \t]+#[\w/-]+)*)[ \t]*"
CARD_TAG = re.compile(rf"(?<!\S)#{_KIND}{_BESIDE}$")
"""`#card` at the end of a line, with the tags after it; its answer comes next."""

_ASKED = re.compile(rf"[ \t]*(?<!\S)#{_KIND}{_BESIDE}\n(?=.)")
_TYPE = re.compile(r"\s*\[[^\]]*\]")
_PLUGINS = re.compile(
    r"(?<!\S)#(?:flashcards?|card)\b|<!--SR:|^cards-deck:|^TARGET DECK|^\^\d{13}$", re.MULTILINE
)
_OF_PLUGINS = ("#flashcard", "#card", "<!--SR:", "cards-deck:", "TARGET DECK", "^")
"""What one of stands in a text that this pattern finds."""
_BOTH = frozenset(("card-reverse", "card-reversed", "card/reverse", "card/reversed"))
MARKS = _BOTH | {"card", "flashcard", "card-spaced", "card/spaced", "flashcard-reverse"}
"""Tags that mark a card and say nothing of it."""

SETTINGS = ("TARGET DECK", "FILE TAGS")
"""What Obsidian_to_Anki writes before, or on the line above, a deck and tags."""
SEPARATORS = ("?", "??")
LONGEST = 40
"""Lines from `START` to `END`."""


def by_plugins(text: str, tags: Iterable[str]) -> bool:
    """Whether a note is written for a plugin that makes cards, so that `term::meaning` is one."""
    marked = any(sign in text for sign in _OF_PLUGINS) and _PLUGINS.search(text) is not None
    return marked or any(tag.split("/")[0] in ("flashcards", "flashcard") for tag in tags)


def parting_lines(lines: Sequence[str]) -> set[int]:
    """The lines that part a question from its answer: `?`, `??`, and those that end in `#card`."""
    return {
        at
        for at, line in enumerate(lines)
        if ("?" in line and line.strip() in SEPARATORS)
        or ("card" in line and CARD_TAG.search(line.rstrip()))
    }


def edits(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """What to replace in a text, by what, and the tags that go with it."""
    for match in _ASKED.finditer(text):
        beside = [tag.lstrip("#") for tag in match["beside"].split()]
        sign = "??" if match["both"] else "?"
        yield match.start(), match.end(), f"\n{sign}\n", beside
        return
    yield from _inline(text)


def _inline(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """`STARTI [Basic] question Back: answer Tags: exam ENDI`."""
    start = text.find("STARTI ")
    end = text.find("ENDI", start)
    parting = text.find("Back:", start, end)
    if start < 0 or end < 0 or parting < 0:
        return
    front = _TYPE.sub("", text[start + len("STARTI") : parting], count=1).strip()
    back = text[parting + len("Back:") : end].partition("Tags:")[0].strip()
    if front and back:
        yield start, end + len("ENDI"), f"{front}\n?\n{back}", []


def block(lines: Sequence[str], at: int) -> tuple[list[tuple[int, str]], int] | None:
    """The lines of a card between `START` and `END`, each with its number, and the line after it.

    None where it never ends or has no back. Its first line names a note type.
    """
    end = next(
        (n for n in range(at + 1, min(len(lines), at + LONGEST)) if lines[n].strip() == "END"), 0
    )
    found: list[tuple[int, str]] = []
    kind = lines[at + 1].strip().lower() if end else ""
    for number in range(at + 2, end):
        line = _ID.sub("", lines[number]).strip()
        field = _FIELD.match(line)
        if field and field[1] == "Tags":
            continue
        if field and field[1] == "Back":
            found.append((number, "?"))
        line = line[field.end() :] if field else line
        if line:
            found.append((number, line))
    is_card = "cloze" in kind or any(line == "?" for _, line in found[1:-1])
    return (found, end + 1) if found and is_card else None


_ID = re.compile(r"<!--.*?-->")
_FIELD = re.compile(r"(Front|Back|Text|Tags):[ \t]*")


def front_and_back(bullet: Bullet) -> tuple[str, str, bool] | None:
    """The question that a bullet is marked as, what it says of the answer itself, and whether
    both ask for each other; None where it is marked as none."""
    for sign in SEPARATORS if "\n" in bullet.text else ():
        front, found, back = f"{bullet.text}\n".partition(f"\n{sign}\n")
        if found:
            return front, back.rstrip("\n"), sign == "??"
    if asks(bullet):
        return bullet.text, "", not _BOTH.isdisjoint(bullet.tags)
    return None


def asks(bullet: Bullet) -> bool:
    """Whether what stands below a bullet is marked as its answer."""
    return bullet.text.endswith(("\n?", "\n??")) or not MARKS.isdisjoint(bullet.tags)
