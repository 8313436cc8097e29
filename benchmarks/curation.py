"""How long a large curation file takes, as ratios to a bare `yaml.compose` of the same text.

python -m benchmarks.curation [ENTRIES]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import yaml

from flashcards.build import build
from flashcards.curation import apply, read
from flashcards.curation.edit import set_entry
from flashcards.sources import Sources

PATH = "decks/facts.yaml"
ROUNDS = 5


def notes(count: int) -> str:
    """Explicit cards, so that the rules cost little and each bullet makes one card."""
    return "# Facts\n\n" + "".join(
        f"- Fact {number} :: the answer to fact number {number}\n"
        for number in range(10, count + 10)
    )


def curation(ids: list[str]) -> str:
    """A tune for each card, as the program writes them."""
    entries = (
        f"  {card_id}:\n    question: What is said by {card_id}?\n    extra: |-\n      One line\n"
        f"      and another\n    was:\n      question: Fact {number}\n"
        f"      answer: the answer to fact number {number}\n"
        for number, card_id in enumerate(ids, start=10)
    )
    return "# Tuned by hand\ntune:\n" + "".join(entries)


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    built = build(Sources({"notes/facts.md": notes(count)}), 1)
    ids = [card.id for card in built.cards]
    text = curation(ids)
    read_once, problems = read(text, PATH)
    assert not problems
    assert len(read_once.tune) == len(ids) == count
    pages = {note.path: note for note in built.notes}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    changed = {"question": "Another?", "was": {"question": "Fact", "answer": "the answer"}}
    floor = fastest(lambda: yaml.compose(text, loader))
    print(f"{count} entries, {len(text) // 1024} KiB")
    print(f"yaml.compose            {floor * 1000:7.1f} ms   1.00")
    for name, work in {
        "parse": lambda: read(text, PATH),
        "apply": lambda: apply([read_once], built.phrased, built.lock, pages),
        "one edit, checked": lambda: set_entry(text, "tune", ids[count // 2], changed, PATH),
        "one more, checked": lambda: set_entry(text, "tune", "one-more", changed, PATH),
    }.items():
        seconds = fastest(work)
        print(f"{name:<22}  {seconds * 1000:7.1f} ms  {seconds / floor:5.2f}")


if __name__ == "__main__":
    main()
