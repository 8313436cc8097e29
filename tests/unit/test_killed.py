"""A build that is killed at any of its writes leaves a workspace that the next build completes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import is_zipfile

from conftest import Desk
from transcript import environment

KILLER = """
import os, signal, sys
from pathlib import Path

left = int(sys.argv.pop(1))

def killing(call):
    def wrapped(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return wrapped

os.fsync = killing(os.fsync)
Path.open = killing(Path.open)
Path.replace = killing(Path.replace)

from flashcards.__main__ import main
main()
"""
"""Runs a build and kills it before the given write; each file is opened, flushed and renamed."""

BEFORE = {
    "notes/cells.md": "- Osmosis :: the movement of water through a membrane\n",
    "notes/plants.md": "- Xylem :: the tissue that carries water up\n",
}
AFTER = {
    "notes/cells.md": "- Osmosis :: the slow movement of water through a membrane\n"
    "- Cytosol :: the fluid inside a cell\n",
    "notes/plants.md": "- Phloem :: the tissue that carries sugar down\n"
    "- Xylem :: the tissue that carries water up\n",
}


def ids(desk: Desk) -> set[str]:
    rows = desk.run("cards", "--format", "jsonl").out.splitlines()
    return {json.loads(row)["id"] for row in rows}


def test_killed_at_every_write(desk: Desk) -> None:
    desk.lay(BEFORE)
    desk.run("build")
    start = desk.root / "start"
    shutil.copytree(desk.root / "decks", start)
    desk.lay(AFTER)
    wanted = ids(desk)
    for write in range(1, 100):
        shutil.rmtree(desk.root / "decks")
        shutil.copytree(start, desk.root / "decks")
        killed = subprocess.run(
            [sys.executable, "-c", KILLER, str(write), "build"],
            cwd=desk.root,
            env=environment(),
            check=False,
        )
        if killed.returncode == 0:
            break
        assert killed.returncode == -9
        assert whole(desk.root / "decks")
        assert ids(desk) == wanted
        assert desk.run("build").code == 0
        assert set(desk.files()) == {"cards.lock", "cells.apkg", "plants.apkg"}
        assert ids(desk) == wanted
    assert write > 9, "three files, each with three moments at which it can go wrong"


def whole(decks: Path) -> bool:
    """No file ends in the middle."""
    lock = (decks / "cards.lock").read_text(encoding="utf-8")
    return lock.endswith("}\n") and all(is_zipfile(path) for path in decks.glob("*.apkg"))
