"""Writes a blind sheet for a judge of flashcards.

    python -m benchmarks.quality.sheet OUT NOTES... [--cards 110] [--seed 1] [--gold FOLDER]
        [--gold-notes FOLDER] [--mode MODE] [--a-rule N] [--again OTHER]

OUT gets front.txt (context line, question, answer), source.txt (the bullet and its neighbours), to
be read after it, and key.jsonl, which the judge must not see. Cards are drawn at random, at most a
twelfth of the sheet from one note; with --a-rule, N of each rule instead, for the ledger. With
--gold, ten cards of experts are mixed in, for the notes of the sheet or for those in --gold-notes:
where their rate is far from 93 %, the judge is off.
--again writes a quarter of the cards of the sheet OTHER once more, for a second judge.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.notes import notes_in
from flashcards.notes import read
from flashcards.phrase import phrase
from flashcards.phrased import Mode

CONTROLS = 10


class Card(NamedTuple):
    rule: str
    path: Path
    line: int
    context: str
    question: str
    answer: str


def generated(path: Path, mode: Mode) -> Iterator[Card]:
    note, _ = read(path.read_text("utf-8"), f"notes/{path.name}")
    for draft in phrase(note, mode).drafts:
        reading, line = draft.reading, draft.bullet.span.line
        question = shown_gaps(reading.question) if reading.kind == "cloze" else reading.question
        yield Card(draft.rule, path, line, draft.context, question, reading.answer)


def shown_gaps(text: str) -> str:
    """A cloze as it is written, its gaps in braces, so that the judge sees all of them."""
    return f"(cloze) {text}"


def experts(notes: list[Path], folder: Path) -> Iterator[Card]:
    for path in notes:
        gold = folder / f"{path.name}.jsonl"
        for row in map(json.loads, gold.read_text("utf-8").splitlines() if gold.exists() else []):
            for card in row["cards"]:
                if card.get("kind") == "qa":
                    title = path.stem.replace("_", " ")
                    yield Card("expert", path, row["line"], title, card["question"], card["answer"])


def sample(cards: list[Card], size: int, rng: random.Random, a_rule: int = 0) -> list[Card]:
    """Cards at random, no note too often; with `a_rule`, so many of each rule."""
    rng.shuffle(cards)
    chosen: list[Card] = []
    rules: Counter[str] = Counter()
    notes: Counter[Path] = Counter()
    for card in cards:
        fits = rules[card.rule] < a_rule if a_rule else len(chosen) < size
        if fits and (a_rule or notes[card.path] < max(1, size // 12)):
            chosen.append(card)
            rules[card.rule] += 1
            notes[card.path] += 1
    return chosen


def source(card: Card) -> str:
    lines = card.path.read_text("utf-8").splitlines()
    at = card.line - 1
    headings = [line for line in lines[:at] if line.startswith("#")][-3:]
    near = [
        f"{'>>' if n == at else '  '} {lines[n][:500]}"
        for n in range(max(0, at - 5), min(len(lines), at + 5))
    ]
    return "\n".join([*(f"   H: {heading[:150]}" for heading in headings), *near])


def drawn(args: argparse.Namespace) -> list[Card]:
    """The cards of the sheet in the judge's order."""
    rng = random.Random(args.seed)
    if args.again:
        rows = [json.loads(row) for row in (args.again / "key.jsonl").open(encoding="utf-8")]
        by_name = {path.name: path for path in args.notes}
        again = rng.sample(rows, len(rows) // 4)
        return [Card(**{k: row[k] for k in Card._fields} | {"path": by_name[row["path"]]})
                for row in again]  # fmt: skip
    every = [card for path in args.notes for card in generated(path, args.mode)]
    chosen = sample(every, args.cards, rng, args.a_rule)
    if args.gold:
        theirs = sorted(args.gold_notes.iterdir()) if args.gold_notes else args.notes
        chosen += rng.sample(list(experts(theirs, args.gold)), CONTROLS)
    rng.shuffle(chosen)
    return chosen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path)
    parser.add_argument("notes", nargs="+", type=Path)
    parser.add_argument("--cards", type=int, default=110)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--gold-notes", type=Path)
    parser.add_argument("--mode", choices=["strict", "default", "max"], default="default")
    parser.add_argument("--a-rule", type=int, default=0)
    parser.add_argument("--again", type=Path)
    args = parser.parse_args()
    args.notes = notes_in(args.notes)
    chosen = drawn(args)
    args.out.mkdir(parents=True, exist_ok=True)
    fronts = [f"#{n}\n  context: {c.context}\n  front: {c.question}\n  back: {c.answer}\n"
              for n, c in enumerate(chosen, 1)]  # fmt: skip
    (args.out / "front.txt").write_text("\n".join(fronts), "utf-8")
    sources = [f"#{n}  {c.path.name}\n{source(c)}\n" for n, c in enumerate(chosen, 1)]
    (args.out / "source.txt").write_text("\n".join(sources), "utf-8")
    keys = [json.dumps({"n": n, **c._asdict(), "path": c.path.name}, ensure_ascii=False)
            for n, c in enumerate(chosen, 1)]  # fmt: skip
    (args.out / "key.jsonl").write_text("\n".join(keys) + "\n", "utf-8")
    print(f"{len(chosen)} cards in {args.out}")


if __name__ == "__main__":
    main()
