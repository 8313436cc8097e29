"""Measures how long builds take, as ratios to a floor of the same run.

    python benchmarks/speed.py [BULLETS …]     10, 1000 and 20000 where none is given
    python benchmarks/speed.py --notes DIR     somebody's notes
    python benchmarks/speed.py --growth        does time grow with the length of hostile notes?

The floor is a Python that reads all notes, parses them as Markdown and ends. A line a workspace:
the floor, then the first build, a build of unchanged notes and one after an edit of one note, each
by the command as a user runs it, compiled as pip leaves it, in processor seconds and as a multiple
of the floor; the first build shares them among all processors. A cache folder of its own is used.

With --growth, a note twice as long should take about twice as long: the last column is the time of
the longest over that of one a quarter as long, 4 where it grows evenly.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from compileall import compile_dir
from pathlib import Path

from identity import fact, thing

import flashcards
from flashcards.identity import identify
from flashcards.lock import Lock, dump, load
from flashcards.pages import Written, page_of

A_NOTE = 100
"""Bullets of a note that is made up."""
A_SECTION = 12


def lay(root: Path, bullets: int) -> None:
    """Made-up notes with this many bullets, a hundred notes a folder."""
    dice = random.Random(bullets)
    for number, start in enumerate(range(0, bullets, A_NOTE)):
        lines = [f"# {thing(dice).capitalize()} {number}"]
        for at in range(min(A_NOTE, bullets - start)):
            if at % A_SECTION == 0:
                lines += ["", f"## {thing(dice).capitalize()}", ""]
            lines.append(f"- {fact(dice)}")
        path = root / "notes" / f"part {number // 100}" / f"note {number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def notes_of(root: Path) -> list[Path]:
    return sorted((root / "notes").rglob("*.md"))


def timed(work: Callable[[], object]) -> float:
    started = spent()
    work()
    return spent() - started


def spent() -> float:
    """Processor seconds of this process and of those it started, where the system counts them, so
    that other work on the machine does not show."""
    times = os.times()
    if sys.platform == "win32":
        return times.elapsed
    return times.user + times.system + times.children_user + times.children_system


FLOOR = """
import pathlib, sys, pyromark
parser = pyromark.Markdown()
for path in pathlib.Path(sys.argv[1]).rglob("*.md"):
    parser.html(path.read_bytes().decode("utf-8", "replace"))
"""


def floor(root: Path) -> float:
    """A Python that reads and parses the notes and does nothing else, the best of three."""
    run = [sys.executable, "-c", FLOOR, str(root / "notes")]
    return min(timed(lambda: subprocess.run(run, check=True)) for _ in range(3))


def command(root: Path, cache: Path) -> None:
    environment = dict(os.environ, XDG_CACHE_HOME=str(cache), LOCALAPPDATA=str(cache))
    run = [sys.executable, "-m", "flashcards", "build", "--quiet", "-C", str(root)]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)


def measure(root: Path, name: str) -> None:
    with tempfile.TemporaryDirectory() as cache:
        least = floor(root)
        compile_dir(str(Path(flashcards.__file__).parent), quiet=1)
        first = timed(lambda: command(root, Path(cache)))
        again = timed(lambda: command(root, Path(cache)))
        with notes_of(root)[0].open("a", encoding="utf-8") as note:
            note.write("- **Benchmark**: a measure that others can repeat\n")
        edited = timed(lambda: command(root, Path(cache)))
    figures = "".join(f"{part:9.2f} s {part / least:7.0f}x" for part in (first, again, edited))
    print(f"{name:>10} {least:9.2f} s{figures}", flush=True)


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
            lock = load(dump(identify(page.phrased.drafts, lock, 1).lock), "cards.lock")

    return timed(work)


def growth(length: int) -> None:
    print(f"{'':32} {'length':>9} {'seconds':>9} {'growth':>7}")
    for name, made in HOSTILE.items():
        quarter, whole = cost(made(length // 4)), cost(made(length))
        print(f"{name:32} {length:9} {whole:9.3f} {whole / quarter:7.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bullets", nargs="*", type=int, default=[10, 1000, 20_000])
    parser.add_argument("--notes", type=Path, help="a folder of notes to measure instead")
    parser.add_argument("--growth", action="store_true", help="measure hostile notes instead")
    parser.add_argument("--length", type=int, default=100_000, help="characters of those")
    given = parser.parse_args()
    if given.growth:
        growth(given.length)
        return
    print(
        f"{'bullets':>10} {'floor':>11}{'first build':>19}{'unchanged':>19}{'one note edited':>19}"
    )
    for bullets in [None] if given.notes else given.bullets:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            if bullets is None:
                shutil.copytree(given.notes, root / "notes")
            else:
                lay(root, bullets)
            measure(root, given.notes.name if bullets is None else str(bullets))


if __name__ == "__main__":
    main()
