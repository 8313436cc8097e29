"""Hostile notes: does the time for one grow with its length, or faster?"""

from __future__ import annotations

import time
from collections.abc import Callable

from flashcards.identity import identify, spots_of
from flashcards.lock import Lock, dump, load
from flashcards.pages import Written, page_of

HOSTILE: dict[str, Callable[[int], str]] = {
    "one bullet of many words": lambda n: (
        "- The cell " + "keeps some water and " * (n // 20) + "\n"
    ),
    "one word without an end": lambda n: f"- {'a' * n}\n",
    "one bullet of many sentences": lambda n: "- " + "The cell keeps water. " * (n // 22) + "\n",
    "brackets that never close": lambda n: f"- {'[' * n}\n",
    "quotes that never close": lambda n: "- " + "“a " * (n // 3) + "\n",
    "signs of emphasis": lambda n: "- " + "*a **b " * (n // 7) + "\n",
    "ticks": lambda n: "- " + "`" * n + "\n",
    "dollars": lambda n: "- " + "$x " * (n // 3) + "\n",
    "commas": lambda n: "- The parts are " + "a wheel, " * (n // 9) + "\n",
    "colons": lambda n: "- " + "a: " * (n // 3) + "\n",
    "emoji": lambda n: "- " + "👩‍🔬" * (n // 3) + "\n",
    "right to left": lambda n: "- " + "אבג דהו " * (n // 8) + "\n",
    "forty levels": lambda n: "".join(f"{'  ' * (at % 40)}- level {at}\n" for at in range(n // 50)),
    "equal bullets": lambda n: "- Use: none\n" * (n // 12),
    "equal labels": lambda n: "".join(f"- Use: {at} times\n" for at in range(n // 15)),
    "headings": lambda n: "".join(f"# Part {at}\n\n- Use: none\n" for at in range(n // 23)),
    "a table": lambda n: "| a | b |\n|---|---|\n" + "| x | y z |\n" * (n // 12),
}
"""Notes of about so many characters each, by what is wrong with them."""


def cost(text: str) -> float:
    """Seconds to read, phrase and identify a note, and again after it was renamed."""

    def work() -> None:
        lock = Lock()
        for name in ("a", "b"):
            page = page_of(Written(f"notes/{name}.md", text))
            lock = load(dump(identify(spots_of(page.phrased.drafts), lock, 1).lock), "cards.lock")

    started = time.process_time()
    work()
    return time.process_time() - started


def growth(length: int) -> None:
    """Print, for each kind of note, the seconds at this length and how many times those of one a
    quarter as long: 4 where time grows evenly."""
    print(f"{'':32} {'length':>9} {'seconds':>9} {'growth':>7}")
    for name, made in HOSTILE.items():
        quarter, whole = cost(made(length // 4)), cost(made(length))
        print(f"{name:32} {length:9} {whole:9.3f} {whole / quarter:7.1f}", flush=True)
