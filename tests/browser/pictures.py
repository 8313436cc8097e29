"""Rewrite docs/images: a card of the shipped notes as Anki shows it, by day and by night, and their
preview; or, into a folder, pictures of every kind of card.

.venv/bin/python tests/browser/pictures.py [FOLDER]
"""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from chromium import picture  # noqa: E402
from exhibits import exhibited  # noqa: E402
from learner import INSTALLED, started  # noqa: E402
from preview import chromium, flashcards, shown  # noqa: E402
from reviewer import MODES, WIDTHS, cards_of, stage  # noqa: E402

CARD = "what-is-a-flotilla"
WIDTH, HEIGHT = 640, 290
NAMES = {"day": "light", "night": "night"}


def main(target: Path | None) -> None:
    with TemporaryDirectory() as made:
        folder = Path(made)
        if target is None:
            workspace = folder / "MLSys 2020"
            workspace.mkdir()
            _shipped(workspace)
            _preview(workspace)
        else:
            target.mkdir(parents=True, exist_ok=True)
            _all(folder, target)


def _shipped(folder: Path) -> None:
    for name in ("notes", "decks"):
        copytree(ROOT / name, folder / name)
    subprocess.run([sys.executable, "-m", "flashcards", "build", "-C", folder], check=True)
    anki = started(INSTALLED, folder)
    anki.open(path=str(folder / "collection.anki2"))
    anki.load(path=str(folder / "decks/mlsys-2020.apkg"))
    (card,) = (card for card in cards_of(anki) if card.name.startswith(CARD))
    anki.end()
    with stage([card], folder / "collection.media") as here:
        for mode, night in MODES.items():
            asked = urlencode({"card": card.name, "side": "answer", "night": night})
            image = ROOT / f"docs/images/card-{NAMES[mode]}.png"
            picture(f"{here.address}/reviewer.html?{asked}", image, folder, WIDTH, HEIGHT)


def _preview(folder: Path) -> None:
    """The page with its first card turned and the second one chosen."""
    flashcards(folder, "preview", "--no-open", "-o", "cards.html")
    with chromium() as browser, shown(browser, folder / "cards.html", width=1200) as seen:
        for key in ("j", "Space", "j"):
            seen.page.keyboard.press(key)
        seen.page.screenshot(path=ROOT / "docs/images/preview.png")


def _all(folder: Path, target: Path) -> None:
    """A sheet of cards for each side, mode and width, eight at a time."""
    cards, media = exhibited(folder)
    sheets = {}
    for side, (mode, night), (width, pixels) in product(
        ("question", "answer"), MODES.items(), WIDTHS.items()
    ):
        for at in range(0, len(cards), 8):
            frames = "".join(
                f'<iframe style="width:{pixels}px;height:640px;border:0;margin:4px" '
                f'src="/reviewer.html?'
                f'{urlencode({"card": card.name, "side": side, "night": night})}"></iframe>'
                for card in cards[at : at + 8]
            )
            name = f"{side}-{mode}-{width}-{at // 8 + 1}"
            body = f'<body style="margin:8px;background:#888">{frames}'
            sheets[name] = f'<!doctype html><meta charset="utf-8">{body}'
    with stage(cards, media, **sheets) as here:
        for name in sheets:
            size = (1500, 1320) if "phone" in name else (2090, 2620)
            picture(f"{here.address}/{name}.html", target / f"{name}.png", folder, *size, scale=1)


main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
