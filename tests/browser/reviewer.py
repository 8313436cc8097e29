"""Anki's own reviewer in headless Chromium: its page, styles, scripts and MathJax, one card after
the other, as its windows show them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

from chromium import opened
from learner import fetched

WIDTHS = {"phone": 360, "desktop": 1024}
MODES = {"day": "", "night": "nightMode night_mode"}

PAGE = """<!doctype html><html dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/_anki/css/webview.css">
<link rel="stylesheet" href="/_anki/css/reviewer.css">
<script>
window.complaints = [];
window.bridgeCommand = window.pycmd = () => {};
addEventListener("unhandledrejection", event => complaints.push(String(event.reason)));
addEventListener("error", event => complaints.push(
  event.message || `${(event.target.src || "").split("/").pop()} was not loaded`), true);
console.error = (...words) => complaints.push(words.join(" "));
</script></head><body>
<script src="/_anki/js/webview.js"></script><script src="/_anki/js/reviewer.js"></script>
<div id="_mark" hidden></div><div id="_flag" hidden></div>
<div id="qa" dir="auto"></div>
<script>
window.show = (card, side, night, mobile) => new Promise(done => {
  const look = `card card${card.number + 1} ${night} ${mobile}`;
  document.documentElement.className = night ? "night-mode" : "";
  if (side == "question") _showQuestion(card.question, card.answer, look);
  else _showAnswer(card.answer, look);
  _queueAction(done);
});
const asked = new URLSearchParams(location.search);
if (asked.has("card")) addEventListener("load", async () => {
  const cards = await (await fetch("/cards.json")).json();
  await show(cards[asked.get("card")], asked.get("side"), asked.get("night"), "");
});
</script></body></html>"""
"""The page of `Reviewer._initWeb`; an address may name a card to show."""

TOUR = """<!doctype html><meta charset="utf-8"><body><script>
const scripts = { SCRIPTS }, widths = WIDTHS, modes = MODES;
const loaded = frame => new Promise(done => frame.addEventListener("load", done));
const settled = page => Promise.all([...page.document.images].map(
  image => image.complete || new Promise(done => image.onload = image.onerror = done)));
const tell = answers => fetch("/answers", {method: "POST", body: JSON.stringify(answers)});
addEventListener("unhandledrejection", event => tell({wrong: String(event.reason.stack)}));
addEventListener("load", async () => {
  const cards = await (await fetch("/cards.json")).json(), answers = {};
  for (const name of Object.keys(scripts)) answers[name] = {};
  for (const [width, pixels] of Object.entries(widths)) {
    const frame = document.createElement("iframe");
    frame.style = `width:${pixels}px;height:700px;border:0`;
    frame.src = "/reviewer.html";
    document.body.append(frame);
    await loaded(frame);
    const page = frame.contentWindow;
    for (const [mode, night] of Object.entries(modes))
      for (const card of Object.values(cards))
        for (const side of ["question", "answer"]) {
          await page.show(card, side, night, width == "phone" ? "mobile" : "");
          await settled(page);
          await new Promise(done => setTimeout(done));
          for (const [name, ask] of Object.entries(scripts))
            answers[name][`${card.name} ${side} ${mode} ${width}`] = ask(page);
        }
  }
  tell(answers);
});</script>"""
"""Shows all cards in all ways and asks every script about each."""

Answers = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as the `anki` library renders it."""

    name: str
    number: int
    question: str
    answer: str


def cards_of(anki: Any) -> list[Shown]:
    """All cards of a collection, each with a name of its own; sounds as buttons, as `aqt` draws
    them."""
    ids = {note["guid"]: note["fields"]["Id"] for note in anki.notes()}
    return [
        Shown(f"{ids[guid]} {number}", number, *map(_with_buttons, sides))
        for guid, number, *sides in anki.sides()
    ]


def _with_buttons(html: str) -> str:
    button = (
        '<a class="replay-button soundLink" href=# draggable="false">'
        '<svg class="playImage" viewBox="0 0 64 64"><circle cx="32" cy="32" r="29" />'
        '<path d="M56.502,32.301l-37.502,20.101l0.329,-40.804l37.173,20.703Z" /></svg></a>'
    )
    return re.sub(r"\[anki:play:[qa]:\d+\]", button, html)


@dataclass(frozen=True, slots=True)
class Stage:
    """A server on this machine alone, at whose address the reviewer is."""

    address: str
    told: Queue[bytes]
    """What pages sent to `/answers`."""


@contextmanager
def stage(cards: Sequence[Shown], media: Path, **more: str) -> Iterator[Stage]:
    """A stage for these cards, and for more pages by their names."""
    held = {card.name: {name: getattr(card, name) for name in card.__slots__} for card in cards}
    pages = {"/reviewer.html": PAGE, "/cards.json": json.dumps(held)}
    pages |= {f"/{name}.html": page for name, page in more.items()}
    web = fetched("aqt", version("anki"), "--no-deps") / "_aqt/data/web"
    told: Queue[bytes] = Queue()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, pages, web, media, told))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Stage(f"http://127.0.0.1:{server.server_port}", told)
    finally:
        server.shutdown()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(
        self, pages: dict[str, str], web: Path, media: Path, told: Queue[bytes], *more: Any
    ) -> None:
        self.pages, self.web, self.media, self.told = pages, web, media, told
        super().__init__(*more)

    def do_POST(self) -> None:
        self.told.put(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()

    def do_GET(self) -> None:
        page = self.pages.get(self.path.partition("?")[0])
        if page is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path.partition("?")[0]))
        self.end_headers()
        self.wfile.write(page.encode())

    def translate_path(self, path: str) -> str:
        inside = path.partition("?")[0].lstrip("/")
        if inside.startswith("_anki/"):
            return str(self.web / inside.removeprefix("_anki/"))
        return str(self.media / Path(inside).name)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what was not found is a complaint of the page."""


def toured(
    cards: Sequence[Shown], media: Path, scripts: Mapping[str, str], folder: Path
) -> Answers:
    """What JavaScript says of both sides of all cards, by day and night, on phone and desktop.

    A script is the body of a function in which `page` is the window.
    """
    functions = ", ".join(f"{name}: page => {{ {body} }}" for name, body in scripts.items())
    tour = TOUR.replace("SCRIPTS", functions)
    tour = tour.replace("WIDTHS", json.dumps(WIDTHS)).replace("MODES", json.dumps(MODES))
    with stage(cards, media, tour=tour) as here, opened(f"{here.address}/tour.html", folder):
        found: Answers = json.loads(here.told.get(timeout=120))
    assert "wrong" not in found, found["wrong"]
    expected = len(cards) * 2 * len(WIDTHS) * len(MODES)
    assert all(len(of_script) == expected for of_script in found.values())
    return found
