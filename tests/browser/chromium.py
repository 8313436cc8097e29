"""Headless Chromium: pages shown, and pictures of them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "chromium-headless-shell")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
)

BUDGET = "--virtual-time-budget=5000"
"""Milliseconds of a page's own time that pass before it is taken as it is."""


def installed() -> str | None:
    """The browser's command, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def picture(
    address: str, target: Path, folder: Path, width: int, height: int, scale: int = 2
) -> None:
    """A screenshot of a page, with so many pixels in each direction for one."""
    size, shot = f"--window-size={width},{height}", f"--screenshot={target}"
    run(folder, f"--force-device-scale-factor={scale}", size, shot, address)


@contextmanager
def opened(address: str, folder: Path) -> Iterator[None]:
    """A browser that shows a page."""
    port = "--remote-debugging-port=0"  # without one it ends when the page is loaded
    browser = subprocess.Popen([*_command(folder), port, address], stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        browser.terminate()
        browser.wait(timeout=20)


def _command(folder: Path) -> list[str]:
    command = installed()
    assert command
    return [command, *FLAGS, f"--user-data-dir={folder / 'profile'}"]


def run(folder: Path, *arguments: str) -> str:
    """Run the browser; what it prints."""
    return subprocess.run(
        [*_command(folder), BUDGET, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=120,
        check=True,
    ).stdout
