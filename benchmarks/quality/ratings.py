"""Reads a judge's ratings back: rates by rule with confidence intervals, agreement of two judges.

    python -m benchmarks.quality.ratings SHEET [--again SHEET] [--worst N]

SHEET is the folder that benchmarks.quality.sheet wrote, with the judge's ratings.jsonl in it, a
line a card: `n`, `tier` (T0 to T3), `fails`, `why`. Usable is T2 or T3, ready is T3. Intervals are
Wilson's at 95 %. --again names the sheet on which a second judge rated some of the cards.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from math import sqrt
from pathlib import Path
from typing import Any

Z = 1.96
USABLE = frozenset({"T2", "T3"})


def wilson(hits: int, size: int) -> tuple[float, float]:
    """The 95 % interval of a rate."""
    if not size:
        return 0.0, 1.0
    rate = hits / size
    middle = (rate + Z * Z / (2 * size)) / (1 + Z * Z / size)
    half = Z * sqrt(rate * (1 - rate) / size + Z * Z / (4 * size * size)) / (1 + Z * Z / size)
    return middle - half, middle + half


def load(path: Path) -> dict[int, dict[str, Any]]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {row["n"]: row for row in rows}


def rates(name: str, tiers: list[str]) -> str:
    usable = sum(tier in USABLE for tier in tiers)
    low, high = wilson(usable, len(tiers))
    ready = tiers.count("T3")
    return (
        f"{name:20} {len(tiers):4} usable {usable / len(tiers):4.0%} ({low:.0%} to {high:.0%})"
        f"  ready {ready / len(tiers):4.0%}"
    )


def agreement(keys: dict[int, Any], rated: dict[int, Any], again: Path) -> str:
    """On how many cards two judges agree whether they are usable."""
    first = {_face(keys[n]): rating["tier"] in USABLE for n, rating in rated.items() if n in keys}
    other = load(again / "ratings.jsonl")
    second = {_face(key): other[n]["tier"] in USABLE
              for n, key in load(again / "key.jsonl").items() if n in other}  # fmt: skip
    both = first.keys() & second.keys()
    same = sum(first[face] == second[face] for face in both)
    return f"two judges agree on {same} of {len(both)} cards"


def _face(key: dict[str, Any]) -> tuple[Any, ...]:
    return key["path"], key["line"], key["question"], key["answer"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sheet", type=Path)
    parser.add_argument("--again", type=Path)
    parser.add_argument("--worst", type=int, default=10)
    args = parser.parse_args()
    keys, rated = load(args.sheet / "key.jsonl"), load(args.sheet / "ratings.jsonl")
    tiers: defaultdict[str, list[str]] = defaultdict(list)
    for n, key in keys.items():
        if n in rated:
            tiers[key["rule"]].append(rated[n]["tier"])
    print(rates("all but experts", [t for rule, ts in tiers.items() if rule != "expert"
                                    for t in ts]))  # fmt: skip
    for rule, found in sorted(tiers.items(), key=lambda item: -len(item[1])):
        print(rates(rule, found))
    if args.again:
        print(agreement(keys, rated, args.again))
    bad = sorted((rated[n]["tier"], n) for n in rated if n in keys and rated[n]["tier"] < "T2")
    for tier, n in bad[: args.worst]:
        key = keys[n]
        print(tier, key["rule"], rated[n]["fails"], rated[n]["why"], "|", key["question"], "→",
              key["answer"])  # fmt: skip


if __name__ == "__main__":
    main()
