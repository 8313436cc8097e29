"""The preview of a small workspace, opened in headless Chromium for a test to use."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from chromium import installed
from playwright.sync_api import Browser, Page, sync_playwright

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)

PHYSICS = r"""# Physics

## Session 1: Light

### Prisms

- **Photon**: a quantum of light, $E = h \nu < 1$
- Prism :: what parts white light
- The {{c1::retina}} turns light into {{c2::signals::of nerves}}
- $$\int_0^1 x \, dx$$ is {{c1::$\frac{1}{2}$}}
- Energy :: $\unheardof{E}$ of a photon
- It :: this thing
- Rainbow :: the colours of the sun ![all of them](rainbow.png)
- עין :: האיבר שבו רואים

## Session 2: Sound

- Echo :: sound that comes back
"""
HOSTILE = """# Hostile

- Script :: `</script><script>window.hacked = 1</script>`
- Image :: <img src=x onerror="window.hacked = 1"> in a note
- Comment :: <!-- </script --> and `<!--<script>` begin
- Braces :: `{{Question}}` and `{{#Extra}}` are signs
"""
CURATION = """tune:
  prism:
    hint: glass
add:
  loop:
    question: How do you count to ten?
    session: Session 2
    answer: |
      1. Make a range
      2. Go through it

      ```python
      for number in range(1, 11):  # a comment that is wider than any telephone is, by far
          print("number", number + 0, None)
      ```
"""
ATTACKS = """add:
  attack:
    question: Which <b onclick="window.hacked = 1">attack</b>?
    answer: >-
      <script>window.hacked = 1</script> <a href="javascript:window.hacked = 1">link</a>
      <img src="https://tracker.example/1.png" alt="a tracker">
      <img src="x" alt="$x$" onerror="window.hacked = 1">
      <b style="background: url(https://tracker.example/2.png)">bold</b>
      $\\text{<script>window.hacked = 1</script>}$
"""


def flashcards(folder: Path, *arguments: str) -> None:
    """Run the program in a folder."""
    command = [sys.executable, "-m", "flashcards", *arguments]
    environment = {**os.environ, "EDITOR": "vi", "VISUAL": "code --wait"}
    subprocess.run(
        command, cwd=folder, check=True, env=environment, stdout=subprocess.PIPE, timeout=120
    )


def lay(folder: Path) -> Path:
    """Make the workspace, build it, reword a bullet, and preview it; the page."""
    for name, text in (
        ("notes/physics.md", PHYSICS),
        ("notes/hostile.md", HOSTILE),
        ("decks/physics.yaml", ""),
        ("decks/hostile.yaml", ATTACKS),
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "notes/rainbow.png").write_bytes(PIXEL)
    flashcards(folder, "build")
    note = folder / "notes/physics.md"
    text = PHYSICS.replace("parts white light", "parts white light into colours")
    note.write_text(text + "- Pitch :: how high a sound is\n", encoding="utf-8")
    flashcards(folder, "tune", "prism", "--hint", "glass")
    with (folder / "decks/physics.yaml").open("a", encoding="utf-8") as curation:
        curation.write(CURATION.partition("add:")[1] + CURATION.partition("add:")[2])
    flashcards(folder, "preview", "--no-open", "-o", "cards.html")
    return folder / "cards.html"


@dataclass(slots=True)
class Shown:
    """A page in the browser, and what it did that it should not."""

    page: Page
    wrong: list[str] = field(default_factory=list)
    """Requests, console messages and errors."""


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def shown(
    browser: Browser, file: Path, *, dark: bool = False, width: int = 1300, script: str = ""
) -> Iterator[Shown]:
    """The file, opened by somebody whose system is light or dark; a script may look on."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
    )
    seen = Shown(context.new_page())
    watched = seen.page
    watched.on("console", lambda message: seen.wrong.append(f"console: {message.text}"))
    watched.on("pageerror", lambda error: seen.wrong.append(f"error: {error}"))
    watched.on("request", lambda request: seen.wrong.append(f"request: {request.url}"))
    watched.add_init_script(script)
    watched.goto(file.as_uri())
    assert seen.wrong.pop() == f"request: {file.as_uri()}"
    yield seen
    context.close()
