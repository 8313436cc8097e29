"""Writes the ledger of rules: what judges found of the cards that the program makes today.

    python -m benchmarks.quality.ledger NOTES... --sheets SHEET... --date DATE

SHEETs are folders of benchmarks.quality.sheet with the judges' ratings, newest first; a card that
was judged several times counts as most judges have it, or as the newest where they are even, since
two judges differ on one card in twenty. Cards that the program no longer makes do not
count: the rule was mended since. A fresh sheet tells more of notes that nobody has seen; the ledger
says which rules may be on by default. Rules of which no card was met have `sampled` 0.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from benchmarks.quality.notes import notes_in
from benchmarks.quality.ratings import USABLE, load
from flashcards.notes import read
from flashcards.phrase import EXPLICIT, phrase
from flashcards.rules import all_rules

LEDGER = Path(__file__).parent / "ledger.json"

Face = tuple[str, str, str]
"""A note's file name, a question, an answer."""


def made(paths: list[Path]) -> dict[Face, str]:
    """The cards that the program makes of these notes, each with its rule."""
    found = {}
    for path in paths:
        note, _ = read(path.read_text("utf-8"), f"notes/{path.name}")
        for draft in phrase(note).drafts:
            found[path.name, draft.reading.question, draft.reading.answer] = draft.rule
    return found


def judged(sheets: list[Path]) -> dict[Face, bool]:
    """Whether each judged card is usable."""
    found: defaultdict[Face, list[bool]] = defaultdict(list)
    for sheet in sheets:
        ratings = load(sheet / "ratings.jsonl")
        for n, key in load(sheet / "key.jsonl").items():
            face = key["path"], key["question"].removeprefix("(cloze) "), key["answer"]
            if n in ratings:
                found[face].append(ratings[n]["tier"] in USABLE)
    return {face: _by_most(votes) for face, votes in found.items()}


def _by_most(votes: list[bool]) -> bool:
    """The newest comes first, and counts where the others are even."""
    return 2 * sum(votes) + votes[0] > len(votes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("notes", nargs="+", type=Path)
    parser.add_argument("--sheets", nargs="+", type=Path, required=True)
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    args.notes = notes_in(args.notes)
    rules = made(args.notes)
    by_rule: defaultdict[str, list[bool]] = defaultdict(list)
    for face, usable in judged(args.sheets).items():
        if face in rules:
            by_rule[rules[face]].append(usable)
    lines = []
    for name in sorted(
        rule.name for rule in all_rules() if rule.by_default and rule.name not in EXPLICIT
    ):
        found = by_rule[name]
        row = {"sampled": len(found), "usable": sum(found), "date": args.date if found else ""}
        lines.append(f"  {json.dumps(name)}: {json.dumps(row)}")
    LEDGER.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    total = [usable for found in by_rule.values() for usable in found]
    print(f"{len(total)} judged cards are made today, {sum(total)} of them usable")


if __name__ == "__main__":
    main()
