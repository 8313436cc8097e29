"""Headless Chromium: pages shown in frames as wide as a phone, and questions to them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "chromium-headless-shell")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--virtual-time-budget=5000",
)


def installed() -> str | None:
    """The browser's command, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def card_page(side: str, *, night: bool) -> str:
    """A side of a card in a page with the classes that Anki gives it."""
    mode = " nightMode night_mode" if night else ""
    return (
        '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<body class="card card1{mode}"><div id="qa">{side}</div></body>'
    )


def asked(
    pages: Mapping[str, str], scripts: Mapping[str, str], folder: Path, width: int = 390
) -> dict[str, dict[str, Any]]:
    """What JavaScript answers about each page, by script and page.

    A script is the body of a function in which `page` is the window; they run in their order.
    """
    frames = "".join(
        f'<iframe name="{escape(name)}" srcdoc="{escape(page)}" '
        f'style="width:{width}px;height:700px;border:0"></iframe>'
        for name, page in pages.items()
    )
    functions = ", ".join(f"{name}: page => {{ {body} }}" for name, body in scripts.items())
    (folder / "frames.html").write_text(
        f'<!doctype html><meta charset="utf-8">{frames}<pre id="answer"></pre><script>'
        f"const scripts = {{ {functions} }};"
        "addEventListener('load', () => {"
        "  const answers = {};"
        "  for (const [name, ask] of Object.entries(scripts)) {"
        "    answers[name] = {};"
        "    for (const frame of document.querySelectorAll('iframe'))"
        "      answers[name][frame.name] = ask(frame.contentWindow);"
        "  }"
        "  document.getElementById('answer').textContent = JSON.stringify(answers);"
        "});</script>",
        encoding="utf-8",
    )
    dumped = run(folder, "--dump-dom", (folder / "frames.html").as_uri())
    answer = re.search(r'<pre id="answer">(.*?)</pre>', dumped, re.DOTALL)
    assert answer, dumped[-2000:]
    found: dict[str, dict[str, Any]] = json.loads(unescape(answer[1]))
    assert all(of_script.keys() == pages.keys() for of_script in found.values())
    return found


def picture(page: str, target: Path, folder: Path, width: int, height: int) -> None:
    """A screenshot of a page, with two pixels in each direction for one."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    size = f"--window-size={width},{height}"
    shot = f"--screenshot={target}"
    run(folder, "--force-device-scale-factor=2", size, shot, (folder / "page.html").as_uri())


def run(folder: Path, *arguments: str) -> str:
    """Run the browser; what it prints."""
    command = installed()
    assert command
    profile = f"--user-data-dir={folder / 'profile'}"
    return subprocess.run(
        [command, *FLAGS, profile, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=120,
        check=True,
    ).stdout
