"""Measures how long people wait, as multiples of what nothing in Python can be faster than.

    python benchmarks/speed.py                   start-up, 1k and 10k bullets, peers, writing
    python benchmarks/speed.py --size 100k 1M    vaults of these sizes alone
    python benchmarks/speed.py --only peers      one part: start, vaults, peers or writing
    python benchmarks/speed.py --notes DIR       somebody's notes in place of made-up ones
    python benchmarks/speed.py --growth          does time grow with the length of hostile notes?

One table. A line of it is a whole process, several runs each, in turn with the others of its part,
and the medians of these: seconds, processor seconds of the process and all that it started, and the
most memory that these held at once, shared pages counted once. Processor seconds depend less on
what else the machine does, so multiples are told of both. "floor" reads the notes, iterates the
events of the parser and writes as many rows as the packages hold; "same" builds when nothing
changed, "edit" when one bullet of one note did, "moved" when a folder was renamed.

Peers get virtual environments below --environments, which pip fills once.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from compileall import compile_dir
from functools import partial
from importlib.metadata import version
from pathlib import Path

from ruler import hostile, peers, stages, start, vault, writing
from ruler.process import Spent

import flashcards

PARTS = ("start", "vaults", "peers", "writing")
RUNS = {1_000: 5, 10_000: 3, 100_000: 3}
"""Of each stage of a vault; once where it is larger."""
LIBRARIES = ("pyromark", "genanki", "rapidfuzz", "typer")


def main() -> None:
    given = _arguments()
    if given.growth:
        hostile.growth(given.length)
        return
    compile_dir(str(Path(flashcards.__file__).parent), quiet=1)  # as pip leaves it
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    print(f"Python {sys.version.split()[0]}, {libraries}")
    parts = [given.only] if given.only else ["vaults"] if given.size or given.notes else PARTS
    shows = {"start": _show_start, "vaults": _show_vaults, "peers": _show_peers,
             "writing": _show_writing}  # fmt: skip
    for part in parts:
        shows[part](given)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", nargs="+", type=_size, default=[], help="bullets: 1k 10k 100k 1M")
    parser.add_argument("--only", choices=PARTS, help="this part of the table alone")
    parser.add_argument("--runs", type=int, default=0, help="of each line")
    parser.add_argument("--notes", type=Path, help="a folder of notes to measure instead")
    parser.add_argument("--environments", type=Path, help="where the peers live",
                        default=Path(tempfile.gettempdir()) / "flashcards-peers")  # fmt: skip
    parser.add_argument("--growth", action="store_true", help="measure hostile notes instead")
    parser.add_argument("--length", type=int, default=100_000, help="characters of those")
    return parser.parse_args()


def _size(text: str) -> int:
    units = {"k": 1_000, "M": 1_000_000}
    return int(text.rstrip("kM")) * units.get(text[-1], 1)


def _show_start(given: argparse.Namespace) -> None:
    found = start.measured(given.runs or 15)
    _show("start-up", found, {"python": found[start.PYTHON]})


def _show_vaults(given: argparse.Namespace) -> None:
    if given.notes:
        _show_vault(given.notes.name, lambda root: _copy(given.notes, root), given.runs or 3)
        return
    growth = {}
    for size in given.size or (1_000, 10_000):
        runs = given.runs or RUNS.get(size, 1)
        growth[size] = _show_vault(f"{size:,} bullets", partial(vault.lay, bullets=size), runs)
    _head("growth of a cold build", "µs", "cpu µs", "bytes", "cards", of=" a bullet")
    for size, (found, cards) in growth.items():
        cold, each = found["cold"], 1e6 / size
        print(
            f"  {size:<24,}{each * cold.wall:9.1f}{each * cold.cpu:9.1f}"
            f"{each * cold.peak:9,.0f}{cards / size:9.2f}",
            flush=True,
        )


def _show_vault(
    name: str, lay: Callable[[Path], None], runs: int
) -> tuple[Mapping[str, Spent], int]:
    found, cards = stages.measured(lay, runs)
    title = f"{name}, {cards:,} cards"
    _show(title, found, {"floor": found["floor"], "cold": found["cold"]})
    return found, cards


def _copy(notes: Path, root: Path) -> None:
    shutil.copytree(notes, root / "notes")


def _show_peers(given: argparse.Namespace) -> None:
    found = peers.measured(given.environments, given.runs or 5)
    _show(f"{peers.CARDS:,} cards", found, {"ours": found[peers.OURS]})


def _show_writing(given: argparse.Namespace) -> None:
    _head(f"writing {writing.NOTES:,} notes", "floor", "ours", "× floor", of=" by cpu")
    for decks, (least, ours) in writing.measured(given.runs or 3).items():
        print(f"  {f'{decks:,} decks':24}{least:9.3f}{ours:9.3f}{ours / least:9.2f}", flush=True)


def _head(title: str, *columns: str, of: str) -> None:
    print(f"\n{title:26}{''.join(f'{column:>9}' for column in columns)}{of}")


def _show(title: str, found: Mapping[str, Spent], against: Mapping[str, Spent]) -> None:
    """A part of the table, with each line's multiples of what it is measured against."""
    heads = "".join(f"{'× ' + name:>12}{'by cpu':>8}" for name in against)
    print(f"\n{title:26}{'seconds':>9}{'cpu s':>9}{'MB':>8}{heads}")
    for name, spent in found.items():
        ratios = "".join(
            f"{spent.wall / one.wall:12.2f}{spent.cpu / one.cpu:8.2f}" for one in against.values()
        )
        print(f"  {name:24}{spent.wall:9.3f}{spent.cpu:9.3f}{spent.peak:8.0f}{ratios}", flush=True)


if __name__ == "__main__":
    main()
