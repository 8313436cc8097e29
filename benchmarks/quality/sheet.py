"""Writes a blind sheet for a judge of flashcards.

    python -m benchmarks.quality.sheet OUT NOTE... [--cards 110] [--seed 1] [--gold FOLDER]

OUT gets front.txt (context line, question, answer), source.txt (the bullet and its neighbours), to
be read after it, and key.jsonl, which the judge must not see. At most a twelfth of the sheet comes
from one note and a sixth from one rule. With --gold, ten cards of experts are mixed in: where their
rate is far from 93 %, the judge is off.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from flashcards.notes import read
from flashcards.phrase import phrase

CONTROLS = 10


class Card(NamedTuple):
    rule: str
    path: Path
    line: int
    context: str
    question: str
    answer: str


def generated(path: Path) -> Iterator[Card]:
    note, _ = read(path.read_text("utf-8"), f"notes/{path.name}")
    for draft in phrase(note).drafts:
        reading, line = draft.reading, draft.bullet.span.line
        yield Card(draft.rule, path, line, draft.context, reading.question, reading.answer)


def experts(notes: list[Path], folder: Path) -> Iterator[Card]:
    for path in notes:
        gold = folder / f"{path.name}.jsonl"
        for row in map(json.loads, gold.read_text("utf-8").splitlines() if gold.exists() else []):
            for card in row["cards"]:
                if card.get("kind") == "qa":
                    title = path.stem.replace("_", " ")
                    yield Card("expert", path, row["line"], title, card["question"], card["answer"])


def sample(cards: list[Card], size: int, rng: random.Random) -> list[Card]:
    """Cards at random, no note and no rule too often."""
    rng.shuffle(cards)
    chosen: list[Card] = []
    rules: Counter[str] = Counter()
    notes: Counter[Path] = Counter()
    for card in cards:
        fits = rules[card.rule] < max(1, size // 6) and notes[card.path] < max(1, size // 12)
        if fits and len(chosen) < size:
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path)
    parser.add_argument("notes", nargs="+", type=Path)
    parser.add_argument("--cards", type=int, default=110)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gold", type=Path)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    chosen = sample([c for path in args.notes for c in generated(path)], args.cards, rng)
    if args.gold:
        chosen += rng.sample(list(experts(args.notes, args.gold)), CONTROLS)
    rng.shuffle(chosen)
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
