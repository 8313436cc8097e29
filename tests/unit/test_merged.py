"""Two branches that both add notes and edit others, merged by git."""

from __future__ import annotations

import json
import subprocess

from conftest import Desk

CELLS = "- Osmosis :: the movement of water\n- Ribosome :: a particle that builds proteins\n"


def git(desk: Desk, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    run = ["git", *who, *arguments]
    subprocess.run(run, cwd=desk.root, check=True, capture_output=True)


def ids(desk: Desk) -> dict[str, str]:
    rows = map(json.loads, desk.run("cards", "--format", "jsonl").out.splitlines())
    return {row["source"]["text"]: row["id"] for row in rows}


def branch(desk: Desk, name: str, files: dict[str, str]) -> dict[str, str]:
    git(desk, "switch", "-q", "-c", name, "base")
    desk.lay(files)
    assert desk.run("build").code == 0
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", name)
    return ids(desk)


def test_both_branches_cards_keep_their_ids(desk: Desk) -> None:
    assert desk.run("init").code == 0
    desk.lay({"notes/cells.md": CELLS})
    assert desk.run("build").code == 0
    git(desk, "init", "-q")
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "base")
    git(desk, "branch", "base")
    letters = "abcdefghijklmnopqrstuvwxyz"
    mine = {"notes/mine.md": "".join(f"- {a}{a} :: a thing called {a}\n" for a in letters)}
    yours = {"notes/yours.md": "".join(f"- {a}{a}b :: a sort of {a}\n" for a in letters)}
    mine["notes/cells.md"] = CELLS.replace("the movement", "the slow movement")
    yours["notes/cells.md"] = CELLS + "\n# More\n\n- Cytosol :: the fluid inside a cell\n"
    one, two = branch(desk, "one", mine), branch(desk, "two", yours)
    git(desk, "merge", "-q", "one")
    assert desk.run("build").code == 0
    merged = ids(desk)
    assert {text: id for text, id in (two | one).items() if text in merged} == merged
    assert len(merged) >= 2 * len(letters) + 3
