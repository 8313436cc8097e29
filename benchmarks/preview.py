"""How long the preview takes to open, against a page of plain HTML of the same size.

    python -m benchmarks.preview [100 1000 10000]

A line a number of cards: the page's size; seconds to write it; milliseconds until it is
interactive, which is when the first picture stands and the browser waits for its user, and how many
times those of a static page; then the milliseconds that a search and a jump to the last card take.
Medians of some tries, each in a browser page of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from flashcards.anki.note_types import read as template
from flashcards.anki.notes import fields_of
from flashcards.build import Built, build
from flashcards.pages import Written, page_of
from flashcards.preview import Desk, page
from flashcards.sources import Sources

SIZES = (100, 1_000, 10_000)
TRIES = 7
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

BULLETS = (
    "- {0} :: a program that computes gradients for the queue while others wait for it\n",
    "- Share of {0} :: $\\frac{{a_i}}{{b}}$ of what the queue holds, $0 < a_i \\le b$\n",
    "- The {{{{c1::{0}}}}} takes a worker from the {{{{c2::pool}}}} when its batch is done\n",
)
SYLLABLES = "ba ke li mo nu ra se ti vo zu".split()

INTERACTIVE = """
window.interactive = new Promise(done => addEventListener('DOMContentLoaded', () =>
  requestAnimationFrame(() => requestAnimationFrame(() =>
    setTimeout(() => done(performance.now()))))));
"""
SEARCH = """() => new Promise(done => {
  const started = performance.now(), input = document.getElementById('search');
  input.value = 'worker zu';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
})"""
JUMP = """() => new Promise(done => {
  const started = performance.now();
  document.documentElement.style.scrollBehavior = 'auto';
  const look = () => {
    scrollTo(0, document.body.scrollHeight);
    const drawn = document.querySelector(`[data-at="${cards.length - 1}"]`);
    const place = drawn && drawn.getBoundingClientRect();
    if (place && place.top < innerHeight && place.height) done(performance.now() - started);
    else requestAnimationFrame(look);
  };
  look();
})"""


def word(number: int) -> str:
    """A word of its own for each number: two cards of the same words would be one too many."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:05}")


def note(count: int) -> str:
    """A note of so many cards: sessions of 200, talks of 20."""
    lines = ["# Bench\n"]
    for number in range(count):
        lines += [f"\n## Session {number // 200}\n"] if number % 200 == 0 else []
        lines += [f"\n### Talk {number // 20}\n\n"] if number % 20 == 0 else []
        lines.append(BULLETS[number % len(BULLETS)].format(word(number)))
    return "".join(lines)


def static(built: Built, size: int) -> str:
    """A page of plain HTML, cards one below the other, as large as asked for."""
    cards = [
        f'<article class="fc"><p>{escape(card.context)}</p>{"".join(fields_of(card)[0][:4])}'
        f"<p>{escape(card.source)}</p></article>\n"
        for card in built.cards
    ]
    body: list[str] = []
    left, at = size, 0
    while left > 0:
        body.append(cards[at % len(cards)])
        left -= len(body[-1].encode())
        at += 1
    style = template("style.css")
    return (
        f'<!doctype html><meta charset="utf-8"><style>{style}</style>'
        f'<body class="card">{"".join(body)}'
    )


def milliseconds(browser: Browser, file: Path) -> float:
    """Until a page is interactive, the median of some tries."""
    found = []
    for _ in range(TRIES):
        with opened(browser, file) as shown:
            found.append(shown.evaluate("() => interactive"))
    return median(found)


@contextmanager
def opened(browser: Browser, file: Path) -> Iterator[Page]:
    shown = browser.new_page(viewport={"width": 1280, "height": 800})
    shown.add_init_script(INTERACTIVE)
    shown.goto(file.as_uri())
    yield shown
    shown.close()


def acted(browser: Browser, file: Path, script: str) -> float:
    """What a script in the page says it took, right after the page became interactive."""
    found = []
    for _ in range(TRIES):
        with opened(browser, file) as shown:
            shown.evaluate("() => interactive")
            found.append(shown.evaluate(script))
    return median(found)


def main(sizes: Sequence[int]) -> None:
    print(f"{'cards':>7}{'KB':>8}{'write s':>9}{'static ms':>11}{'ms':>7}{'ratio':>7}", end="")
    print(f"{'search ms':>11}{'jump ms':>9}")
    command = next(filter(None, map(which, NAMES)))
    with TemporaryDirectory() as made, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=command, args=["--no-sandbox"])
        for size in sizes:
            path, text = "notes/bench.md", note(size)
            built, read = build(Sources({path: text}), 1), page_of(Written(path, text)).note
            started = time.process_time()
            html = page("Bench", built.cards, [read], built.changes, Desk("x:{path}"))
            wrote = time.process_time() - started
            files = Path(made, "preview.html"), Path(made, "static.html")
            files[0].write_text(html, encoding="utf-8")
            files[1].write_text(static(built, len(html.encode())), encoding="utf-8")
            ours, plain = (milliseconds(browser, file) for file in files)
            search, jump = (acted(browser, files[0], script) for script in (SEARCH, JUMP))
            kilobytes = len(html.encode()) / 1000
            print(f"{len(built.cards):>7,}{kilobytes:>8,.0f}{wrote:>9.2f}{plain:>11.0f}", end="")
            print(f"{ours:>7.0f}{ours / plain:>7.2f}{search:>11.0f}{jump:>9.0f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
