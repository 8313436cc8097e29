"""Prints what is made of notes as people wrote them, and what of their markup is left on cards.

    python -m benchmarks.dialects PLACE… [--show N]

A place is a folder of notes, or a history of some (`.jsonl.gz`, a commit a line with `files`), of
which the last commit is read. A folder that holds folders only gives a line to each of them. The
first table counts files, bullets, cards, bullets without a card by reason, and files that end in a
traceback; the second the cards on which a sign of markup is still to be seen, outside of code and
formulas. `--show` prints that many of them. The exit code is 1 where there is any of either.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flashcards.anki.notes import FIELDS, SHOWN, fields_of
from flashcards.braces import shown
from flashcards.build import build
from flashcards.ignore import Ignored
from flashcards.model import Card
from flashcards.sources import ENDINGS, NOTES, Sources

SIGNS = {
    "[[": r"\[\[",
    "]]": r"\]\]",
    "%%": r"%%",
    "key::": r"^(?:<\w+>)*[\w -]{1,30}(?:</\w+>)*::(?:\s|$)",
    "^id": r"(?:^|\s)\^[A-Za-z0-9-]{2,}\s*$",
    "<br>": r"&lt;br\s*/?&gt;",
    "**": r"\*\*",
    "$": r"\$(?![\d.])",
    "{{": r"\{\{|\}\}",
    "==": r"(?<![=\w<>!])==(?=\w)|(?<=\w)==(?![=\w])",
    "tag": r"&lt;/?(?:p|div|span|b|i|a|img|font|ul|li|td|tr|table|sub|sup|u|details|summary)\b",
    "((": r"\(\([0-9a-f]{8}-",
}
"""What should have been read, by the name of its column."""

_SIGNS = {name: re.compile(sign, re.IGNORECASE) for name, sign in SIGNS.items()}
_SPOKEN = re.compile(
    r"<pre\b.*?</pre>|<code\b.*?</code>|\\\(.*?\\\)|\\\[.*?\\\]|<a\b[^>]*>|<img\b[^>]*>", re.DOTALL
)
"""Code, formulas and addresses, in which any sign may stand."""

Texts = Mapping[str, str]


@dataclass(slots=True)
class Count:
    """What was made of the notes of one place."""

    files: int = 0
    bullets: int = 0
    cards: int = 0
    silent: Counter[str] = field(default_factory=Counter)
    tracebacks: list[str] = field(default_factory=list)
    left: list[tuple[str, Card]] = field(default_factory=list)


def places(path: Path) -> Iterator[tuple[str, Texts]]:
    """The notes of a history, of a folder, or of each folder in it, by their paths."""
    if path.name.endswith(".jsonl.gz"):
        yield path.name.removesuffix(".jsonl.gz"), _last_commit(path)
        return
    folders = sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith("."))
    if folders and not any(p.name.lower().endswith(ENDINGS) for p in path.iterdir() if p.is_file()):
        for folder in folders:
            yield folder.name, _folder(folder)
    else:
        yield path.name, _folder(path)


def _folder(folder: Path) -> Texts:
    found = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return _notes({p.relative_to(folder).as_posix(): p.read_bytes() for p in found})


def _last_commit(path: Path) -> Texts:
    files: dict[str, str] = {}
    with gzip.open(path, "rt", encoding="utf-8") as commits:
        for commit in map(json.loads, commits):
            files |= commit["files"]
    return _notes({name: text.encode() for name, text in files.items() if text is not None})


def _notes(files: Mapping[str, bytes]) -> Texts:
    """Those that a build would read."""
    ignored = Ignored.read("")
    return {
        f"{NOTES}/{name}": data.decode("utf-8", "replace")
        for name, data in files.items()
        if name.lower().endswith(ENDINGS)
        and not any(part.startswith(".") for part in name.split("/"))
        and not ignored.covers(f"{NOTES}/{name}", is_folder=False)
    }


def counted(texts: Texts) -> Count:
    """Each note is built on its own, so that a traceback costs one file."""
    count = Count(files=len(texts))
    for path, text in texts.items():
        try:
            built = build(Sources({path: text}), now=1)
            left = [(sign, card) for card in built.cards for sign in left_on(card)]
        except Exception:
            count.tracebacks.append(f"{path}\n{traceback.format_exc()}")
            continue
        count.bullets += built.bullets
        count.cards += len(built.cards)
        count.silent.update(built.silences)
        count.left += left
    return count


def left_on(card: Card) -> list[str]:
    """The signs of markup that a learner would see."""
    fields = zip(FIELDS[card.kind], fields_of(card)[0], strict=True)
    htmls = [shown(html) if name == "Text" else html for name, html in fields if name in SHOWN]
    seen = [_SPOKEN.sub(" ", html) for html in htmls]
    return [name for name, sign in _SIGNS.items() if any(sign.search(html) for html in seen)]


def table(counts: Mapping[str, Count]) -> Iterator[str]:
    kinds = [kind for kind, _ in sum((c.silent for c in counts.values()), Counter()).most_common()]
    head = ["", "files", "bullets", "cards", "tracebacks", *kinds]
    rows = [
        [name, c.files, c.bullets, c.cards, len(c.tracebacks), *(c.silent[kind] for kind in kinds)]
        for name, c in counts.items()
    ]
    yield from _lines([head, *rows, ["all", *map(sum, zip(*(r[1:] for r in rows), strict=True))]])
    yield ""
    yield "cards that still hold"
    left = Counter(sign for count in counts.values() for sign, _ in count.left)
    yield from _lines([list(SIGNS), [left[sign] for sign in SIGNS]])


def _lines(rows: list[list[object]]) -> Iterator[str]:
    widths = [max(len(str(row[at])) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        first, *rest = (str(cell) for cell in row)
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *cells])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    counts = {name: counted(t) for path in asked.places for name, t in places(path)}
    print("\n".join(table(counts)))
    for count in counts.values():
        print("".join(count.tracebacks), end="")
    left = [one for count in counts.values() for one in count.left]
    for sign, card in left[: asked.show]:
        print(f"\n{sign}  {card.span}  {card.rule}\n  {card.question}\n  {card.answer}")
    return 1 if left or any(count.tracebacks for count in counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
