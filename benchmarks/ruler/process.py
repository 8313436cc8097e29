"""Whole processes, measured: seconds, processor seconds, and the most memory of the whole tree."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

if sys.platform != "win32":
    import resource

LOOK = 0.05
"""Seconds between two looks at the memory of a tree."""


@dataclass(frozen=True)
class Spent:
    wall: float
    cpu: float
    """Of the process and of all that it waited for."""
    peak: float
    """Megabytes."""


def run(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    good: tuple[int, ...] = (0,),
    folder: Path | None = None,
) -> Spent:
    """Run a command to its end, in a folder. Ends this program where the command fails."""
    started, before = time.perf_counter(), _of_children()
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    watching = _Tree(process.pid)
    _, errors = process.communicate()
    wall, cpu = time.perf_counter() - started, _of_children() - before
    if process.returncode not in good:
        sys.exit(f"{' '.join(command)}\n{errors}")
    return Spent(wall, cpu, watching.peak())


def _of_children() -> float:
    """Processor seconds of all processes that have ended."""
    if sys.platform == "win32":
        times = os.times()
        return times.children_user + times.children_system
    used = resource.getrusage(resource.RUSAGE_CHILDREN)  # which is finer
    return used.ru_utime + used.ru_stime


def typical(runs: Sequence[Spent]) -> Spent:
    """The medians of some runs."""
    return Spent(*(median(getattr(one, name) for one in runs) for name in ("wall", "cpu", "peak")))


class _Tree:
    """Adds up the resident memory of a process and all below it, again and again; 0 where the
    system has no /proc. Pages that they share count once."""

    def __init__(self, root: int) -> None:
        self._root, self._most = root, 0
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def peak(self) -> float:
        self._thread.join()
        return self._most / 1e6

    def _look(self) -> None:
        while now := _held(_tree(self._root)):
            self._most = max(self._most, now)
            time.sleep(LOOK)


def _held(processes: list[int]) -> int:
    """Several processes have their shares told by the kernel, which takes it longer than the whole
    of one."""
    return sum(map(_resident if len(processes) == 1 else _share, processes))


def _share(pid: int) -> int:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def _tree(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        at = waiting.pop()
        found.append(at)
        try:
            for task in os.listdir(f"/proc/{at}/task"):
                waiting += map(int, Path(f"/proc/{at}/task/{task}/children").read_text().split())
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
