"""Rewrite docs/images: a card of the shipped notes as Anki shows it, by day and by night.

.venv/bin/python tests/browser/pictures.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from chromium import card_page, picture  # noqa: E402
from learner import INSTALLED, started  # noqa: E402

CARD = "What is a flotilla?"
WIDTH, HEIGHT = 640, 290


def main() -> None:
    with TemporaryDirectory() as made:
        folder = Path(made)
        for name in ("notes", "decks"):
            copytree(ROOT / name, folder / name)
        subprocess.run([sys.executable, "-m", "flashcards", "build", "-C", made], check=True)
        anki = started(INSTALLED, folder)
        anki.open(path=str(folder / "collection.anki2"))
        anki.load(path=str(folder / "decks/mlsys-2020.apkg"))
        (answer,) = [side for _, _, question, side in anki.sides() if f">{CARD}<" in question]
        anki.end()
        for mode in ("light", "night"):
            page = card_page(answer, night=mode == "night")
            target = ROOT / f"docs/images/card-{mode}.png"
            picture(page, target, folder, WIDTH, HEIGHT)


main()
