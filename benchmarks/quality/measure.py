"""Holds the cards of some notes against experts' decks, and prints one table.

    python -m benchmarks.quality.measure NOTES... [--gold FOLDER_OR_FILE] [--mode MODE]

A gold file is named after its note, `NAME.md.jsonl`, with a line a bullet: `line`, `informative`,
`covered_by` (the line whose list asks it) and `cards` (`question`, `answer`, `priority`). A gold
file may also hold a card a line: `line`, `q` or `text`, `a`, `prio`.

Columns: bullets · cards · cards a bullet · lines: the informative bullets that have a card, of all
of them (also where a card of its parent's asks for it) · p1, p2, p3: the expert's cards of that
priority whose answer one of ours of the same bullet gives (half of its content words) · lint: cards
with a warning · same: cards that test what another tests. Then a line for all notes together, and
a hash of all cards, the same on every machine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path

from benchmarks.quality.notes import notes_in
from flashcards.english.stems import stems
from flashcards.lint import Face, lint
from flashcards.model import Draft
from flashcards.notes import read
from flashcards.phrase import phrase
from flashcards.phrased import Phrased


@dataclass(slots=True)
class Gold:
    """An expert's deck of one note."""

    informative: dict[int, int | None] = field(default_factory=dict)
    """Line → the line whose card asks it, or None."""
    cards: list[tuple[int, int, str]] = field(default_factory=list)
    """Line, priority, answer."""


def load_gold(path: Path) -> Gold:
    gold = Gold()
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        if "prio" in row:
            gold.cards.append((row["line"], row["prio"], row.get("a") or row.get("text", "")))
            gold.informative.setdefault(row["line"], None)
        elif "informative" in row:
            if row["informative"]:
                gold.informative[row["line"]] = row["covered_by"]
            for card in row["cards"]:
                answer = card.get("answer") or card.get("text", "")
                gold.cards.append((row["line"], card["priority"], answer))
    return gold


def gives(ours: str, expert: str) -> bool:
    """Whether our answer holds half of the expert's content words."""
    wanted = stems(expert)
    return bool(wanted) and len(wanted & stems(ours)) * 2 >= len(wanted)


def redundant(drafts: Iterable[Draft]) -> int:
    """Cards whose question and answer together share four fifths of their words with another's."""
    seen: list[set[str]] = []
    count = 0
    for draft in drafts:
        words = stems(draft.reading.question + " " + draft.reading.answer)
        if any(len(words & other) * 5 > len(words | other) * 4 for other in seen):
            count += 1
        seen.append(words)
    return count


@dataclass(slots=True)
class Figures:
    """What was counted, of a note or of several together."""

    bullets: int = 0
    cards: int = 0
    informative: int = 0
    asked: int = 0
    lint: int = 0
    same: int = 0
    wanted: Counter[int] = field(default_factory=Counter)
    """The expert's cards by priority."""
    given: Counter[int] = field(default_factory=Counter)

    def __add__(self, other: Figures) -> Figures:
        names = [one.name for one in fields(self)]
        return Figures(*(getattr(self, name) + getattr(other, name) for name in names))

    def row(self, name: str) -> str:
        shares = [_share(self.asked, self.informative)]
        shares += [_share(self.given[n], self.wanted[n]) for n in (1, 2, 3)]
        density = self.cards / max(1, self.bullets)
        counts = [f"{self.bullets:7}", f"{self.cards:5}", f"{density:5.2f}"]
        return " ".join([f"{name[:40]:40}", *counts, *shares, f"{self.lint:4}", f"{self.same:4}"])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:6.0%}" if whole else "     –"


def figures(phrased: Phrased, gold: Gold | None) -> Figures:
    drafts = phrased.drafts
    faces = [Face(d.reading.kind, d.reading.question, d.reading.answer, d.context) for d in drafts]
    asked = {id(d.bullet) for d in drafts if d.bullet.form != "heading"}
    found = Figures(
        bullets=len(asked) + len(phrased.silences),
        cards=len(drafts),
        lint=sum(bool(lint(face)) for face in faces),
        same=redundant(drafts),
    )
    if gold:
        _hold_against(gold, phrased, found)
    return found


def _hold_against(gold: Gold, phrased: Phrased, found: Figures) -> None:
    ours: defaultdict[int, list[str]] = defaultdict(list)
    for draft in phrased.drafts:
        ours[draft.bullet.span.line].append(draft.reading.answer)
    asked = set(ours) | {s.bullet.span.line for s in phrased.silences if s.kind == "covered"}
    found.informative = len(gold.informative)
    found.asked = sum(line in asked or other in asked for line, other in gold.informative.items())
    for line, priority, answer in gold.cards:
        found.wanted[priority] += 1
        found.given[priority] += any(gives(one, answer) for one in ours.get(line, ()))


def gold_of(note: Path, given: Path | None) -> Gold | None:
    if given is None:
        return None
    path = given if given.is_file() else given / f"{note.name}.jsonl"
    return load_gold(path) if path.exists() else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("notes", nargs="+", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--mode", choices=["strict", "default", "max"], default="default")
    args = parser.parse_args()
    args.notes = notes_in(args.notes)
    digest, together = hashlib.sha256(), Figures()
    print(f"{'note':40} bullets cards a bul  lines     p1     p2     p3 lint same")
    for path in args.notes:
        note, _ = read(path.read_text("utf-8"), f"notes/{path.name}")
        phrased = phrase(note, args.mode)
        for draft in phrased.drafts:
            digest.update(f"{draft.reading}\n".encode())
        found = figures(phrased, gold_of(path, args.gold))
        print(found.row(path.name))
        together += found
    print(together.row("all"))
    print("cards", digest.hexdigest()[:16])


if __name__ == "__main__":
    main()
