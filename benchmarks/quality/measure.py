"""Holds the cards of some notes against experts' decks, and prints one table.

    python -m benchmarks.quality.measure NOTE... [--gold FOLDER_OR_FILE]

A gold file is named after its note, `NAME.md.jsonl`, with a line a bullet: `line`, `informative`,
`covered_by` (the line whose list asks it) and `cards` (`question`, `answer`, `priority`). A gold
file may also hold a card a line: `line`, `q`, `a`, `prio`.

Columns: bullets · cards · cards a bullet · lines: the informative bullets that have a card, of all
of them · p1, p2, p3: the expert's cards of that priority whose answer one of ours of the same
bullet gives (half of its content words) · lint: cards with a warning · same: cards that test what
another tests. The last line is a hash of all cards, the same on every machine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from flashcards.lint import Face, lint, stems
from flashcards.model import Draft
from flashcards.notes import read
from flashcards.phrase import Phrased, phrase


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
        if "q" in row:
            gold.cards.append((row["line"], row["prio"], row["a"]))
            gold.informative.setdefault(row["line"], None)
            continue
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


def row(name: str, phrased: Phrased, gold: Gold | None) -> str:
    drafts = phrased.drafts
    bullets = len({id(d.bullet) for d in drafts}) + len(phrased.silences)
    faces = [Face(d.reading.kind, d.reading.question, d.reading.answer, d.context) for d in drafts]
    columns = [f"{name[:40]:40}", f"{bullets:7}", f"{len(drafts):5}",
               f"{len(drafts) / max(1, bullets):5.2f}"]  # fmt: skip
    columns += _against(gold, drafts) if gold else ["     –"] * 4
    columns += [f"{sum(bool(lint(f)) for f in faces):4}", f"{redundant(drafts):4}"]
    return " ".join(columns)


def _against(gold: Gold, drafts: Iterable[Draft]) -> list[str]:
    ours: defaultdict[int, list[str]] = defaultdict(list)
    for draft in drafts:
        ours[draft.bullet.span.line].append(draft.reading.answer)
    covered = sum(
        line in ours or (other is not None and other in ours)
        for line, other in gold.informative.items()
    )
    columns = [f"{covered / max(1, len(gold.informative)):6.0%}"]
    for priority in (1, 2, 3):
        wanted = [(line, answer) for line, p, answer in gold.cards if p == priority]
        given = sum(any(gives(a, answer) for a in ours[line]) for line, answer in wanted)
        columns.append(f"{given / len(wanted):6.0%}" if wanted else "     –")
    return columns


def gold_of(note: Path, given: Path | None) -> Gold | None:
    if given is None:
        return None
    path = given if given.is_file() else given / f"{note.name}.jsonl"
    return load_gold(path) if path.exists() else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("notes", nargs="+", type=Path)
    parser.add_argument("--gold", type=Path)
    args = parser.parse_args()
    digest = hashlib.sha256()
    print(f"{'note':40} bullets cards a bul  lines     p1     p2     p3 lint same")
    for path in args.notes:
        note, _ = read(path.read_text("utf-8"), f"notes/{path.name}")
        phrased = phrase(note)
        for draft in phrased.drafts:
            digest.update(f"{draft.reading}\n".encode())
        print(row(path.name, phrased, gold_of(path, args.gold)))
    print("cards", digest.hexdigest()[:16])


if __name__ == "__main__":
    main()
