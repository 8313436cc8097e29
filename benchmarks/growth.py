"""Prints how the time of reading and phrasing grows when a hostile note doubles.

    python -m benchmarks.growth              # all notes
    python -m benchmarks.growth brackets     # those whose name holds a word

A line a note: seconds and growth from n to 2n, of `flashcards.notes.read` and of
`flashcards.phrase.phrase`. 2 is linear, 4 is quadratic; the exit code is 1 where one is above
LIMIT and slow enough to be measured at all.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator

from flashcards.notes import read
from flashcards.phrase import phrase

LIMIT = 2.8
"""Growth that is surely more than linear, whatever else the machine does."""

SHORTEST = 0.05
"""Seconds; a shorter run says nothing about growth."""

WORDS = "the enzyme breaks the sugar into two acids and, in doing so, frees heat "
"""What a long bullet is made of."""

ONE_BULLET = 50_000
"""Characters; doubled, a bullet of 100,000."""

Note = Callable[[int], str]


def said(length: int) -> str:
    return (WORDS * (length // len(WORDS) + 1))[:length]


def nested(levels: int) -> str:
    return "".join(f"{'  ' * level}- step {level} heats the mixture\n" for level in range(levels))


def numbered(line: str, count: int) -> str:
    return "".join(line.format(number) for number in range(count))


def signs(sign: str) -> Note:
    """A bullet of signs that are never closed, and one of signs between words."""
    return lambda n: (
        f"- so {sign * (n // len(sign))}\n- so {f'{sign}a ' * (n // (len(sign) + 2))}\n"
    )


def lines(line: str, total: int) -> Note:
    return lambda n: line * (n * total // ONE_BULLET // len(line))


NOTES: dict[str, Note] = {
    "a bullet of 100,000 characters": lambda n: f"- {said(n)}\n",
    "a bullet of one word": lambda n: f"- {'a' * n}\n",
    "a paragraph of 100,000 characters": lambda n: f"{said(n)}\n",
    "a wrapped paragraph": lambda n: f"{WORDS.strip()}\n" * (n // len(WORDS)),
    "a wrapped bullet": lambda n: "- " + f"{WORDS.strip()}\n  " * (n // len(WORDS)) + "\n",
    "40 levels, many times": lambda n: nested(40) * (n // 20_000),
    "500 levels, many times": lambda n: nested(500) * (n // 50_000),
    "a bullet with many children": lambda n: "- heat\n" + "  - it melts ice\n" * (n // 16),
    "cards in a line that never end": lambda n: "- " + "STARTI heat Back: ice " * (n // 22) + "\n",
    "code that never ends": lambda n: "#+BEGIN_SRC heat\n" * (n // 17),
    "scripts that never end": lambda n: "<script>heat\n" * (n // 13),
    "two colons without end": lambda n: "#flashcards\n\n- " + "heat::ice " * (n // 10) + "\n",
    "siblings without end": lambda n: "- The enzyme splits sugar\n" * (n // 26),
    "terms without end": lambda n: numbered("- **Term{}**: a kind of sugar\n", n // 40),
    "abbreviations without end": lambda n: numbered("- Ask Big Cats {} (ABC)\n", n // 40),
    "lists without end": lambda n: numbered(
        "- Kinds of sugar {}:\n  - glucose\n  - starch\n", n // 45
    ),
    "a list below a heading": lambda n: "## Kinds of sugar\n" + "- glucose\n" * (n // 20),
    "1 MB of `- ` lines": lines("- \n", 500_000),
    "1 MB of empty lines": lines("\n", 500_000),
    "headings": lambda n: "## Session 2: Rivers (Monday 3/2/2020\n" * (n // 40),
    "quotes in quotes": lambda n: "> " * (n // 100) + "deep\n" + "> flat\n" * (n // 10),
    "tables": lambda n: "| a | b |\n|---|---|\n" + "| x | y |\n" * (n // 10),
    "a wide row": lambda n: "|" + "a|" * (n // 4) + "\n|" + "-|" * (n // 4) + "\n",
    "fences never closed": lambda n: "- ```\n  x\n" * (n // 10),
    "comments never closed": lambda n: "%% <!-- <% x\n" * (n // 13),
    "formulas never closed": lambda n: "$$ x \\[ y \\( z\n" * (n // 16),
    "links never closed": lambda n: "- " + "[a](b " * (n // 6) + "\n",
    "wikilinks never closed": lambda n: "- " + "[[a|b" * (n // 6) + "\n",
    "tags": lambda n: "- " + "#tag/sub " * (n // 9) + "\n",
    "highlights": lambda n: "- " + "==a== b " * (n // 8) + "\n",
    "clozes": lambda n: "- " + "{{c1::a}} b " * (n // 12) + "\n",
    "HTML never closed": lambda n: "- " + "<sup>a<div " * (n // 11) + "\n",
    "properties": lambda n: "- x\n" + "  key:: value\n" * (n // 14),
    "questions": lambda n: "Q: what?\nA: that\n" * (n // 17),
    "colons": lambda n: "- " + "a: b; " * (n // 6) + "\n",
    "a list in a bullet": lambda n: "- Parts: " + "iron, zinc, " * (n // 12) + "and tin\n",
    "abbreviations": lambda n: "- " + "heat pump (HP) " * (n // 15) + "\n",
    "arrows": lambda n: "- " + "heat -> work " * (n // 13) + "\n",
    "dashes": lambda n: "- " + "heat - work – " * (n // 14) + "\n",
    "blank within a word": lambda n: "- a" + " " * n + "b\n",
    "digits": lambda n: f"- {'1' * n}\n- {'1.' * (n // 2)}\n- {'1, ' * (n // 3)}\n",
    "sentences": lambda n: "- " + "Heat is work. " * (n // 14) + "\n",
    "emoji": lambda n: f"- {'🧠👩‍🔬' * (n // 4)}\n- {'🧠 a ' * (n // 4)}\n",
    "right to left": lambda n: f"- {'החום הוא עבודה, ' * (n // 16)}\n",
    "Chinese": lambda n: f"- {'熱は仕事である。' * (n // 8)}\n",
    "combining marks": lambda n: "- a" + "\u0301" * n + "\n",
    **{
        f"{name} never closed": signs(sign)
        for name, sign in {
            "brackets": "(",
            "square brackets": "[",
            "images": "![",
            "braces": "{{",
            "quotes": '"',
            "curly quotes": "“",
            "backticks": "`",
            "triple backticks": "```",
            "dollars": "$",
            "asterisks": "*",
            "double asterisks": "**",
            "underscores": "_",
            "tildes": "~~",
            "equals": "==",
            "angles": "<",
            "colons in pairs": "::",
            "backslashes": "\\",
            "escaped brackets": "\\(",
            "carets": "^",
            "hashes": "#",
            "pipes": "|",
            "ampersands": "&",
            "closing brackets": ")]}",
        }.items()
    },
}


def seconds(work: Callable[[], object], tries: int = 3) -> float:
    """The fastest of a few tries, in processor time and without the collector's pauses."""
    fastest = float("inf")
    for _ in range(tries):
        gc.collect()
        gc.disable()
        started = time.process_time()
        work()
        taken = time.process_time() - started
        gc.enable()
        fastest = min(fastest, taken)
        if taken > 1:
            break
    return fastest


def measured(note: Note) -> Iterator[tuple[float, float]]:
    """Reading and phrasing: seconds for 2n, and how many times those for n."""
    small, large = note(ONE_BULLET), note(2 * ONE_BULLET)
    yield compared(lambda: read(small, "notes/x.md"), lambda: read(large, "notes/x.md"))
    (read_small, _), (read_large, _) = (read(text, "notes/x.md") for text in (small, large))
    yield compared(lambda: phrase(read_small), lambda: phrase(read_large))


def compared(once: Callable[[], object], twice: Callable[[], object]) -> tuple[float, float]:
    before, after = seconds(once), seconds(twice)
    return after, after / before


def main(words: list[str]) -> int:
    names = [name for name in NOTES if all(word in name for word in words)]
    steep = 0
    print(f"{'seconds and growth for twice as much':40}{'read':>16}{'phrase':>16}")
    for name in names:
        figures = list(measured(NOTES[name]))
        bad = any(growth > LIMIT and taken > SHORTEST for taken, growth in figures)
        steep += bad
        shown = "".join(f"{taken:9.3f} s {growth:4.1f}×" for taken, growth in figures)
        print(f"{name:40}{shown}{'  more than linear' if bad else ''}", flush=True)
    print(f"{len(names)} notes, {steep} of them more than linear")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
