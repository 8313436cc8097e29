"""Pictures, sounds and videos of notes, as they come into packages or are told to be missing."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest
from conftest import Desk

PICTURE, OTHER = b"\x89PNG\r\n\x1a\n-a-cell", b"\x89PNG\r\n\x1a\n-another-cell"


def shipped(desk: Desk, package: str = "bio") -> Mapping[str, bytes]:
    """The files of a package, by the names that they have in Anki."""
    with zipfile.ZipFile(desk.root / f"decks/{package}.apkg") as archive:
        names: dict[str, str] = json.loads(archive.read("media"))
        assert set(archive.namelist()) == {"collection.anki2", "media", *names}
        return {name: archive.read(number) for number, name in names.items()}


def fields(desk: Desk, package: str = "bio") -> Mapping[str, list[str]]:
    """The fields of the notes of a package, by the first."""
    with zipfile.ZipFile(desk.root / f"decks/{package}.apkg") as archive:
        data = io.BytesIO(archive.read("collection.anki2")).getvalue()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        rows = connection.execute("SELECT flds FROM notes").fetchall()
    return {flds.split("\x1f")[0]: flds.split("\x1f")[1:] for (flds,) in rows}


def stamps(desk: Desk) -> dict[str, int]:
    lines = desk.text("decks/cards.lock").splitlines()[1:]
    return {entry["question"]: entry["changed"] for entry in map(json.loads, lines)}


def lay(desk: Desk, note: str) -> None:
    desk.lay({"notes/bio/cells.md": note, "notes/bio/cell.png": PICTURE})


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("![](cell.png)", "notes/bio/cell.png"),
        ("![[cell.png|200]]", "notes/bio/cell.png"),
        ("![](my%20cell.png)", "notes/bio/my cell.png"),
        ("![](<my cell.png>)", "notes/bio/my cell.png"),
        ("![](img\\cell.png)", "notes/bio/img/cell.png"),
        ("![](../assets/cell.png)", "notes/assets/cell.png"),
        ("![](../../shared/cell.png)", "shared/cell.png"),
        ("![](/bio/img/cell.png)", "notes/bio/img/cell.png"),
        ("![[cell.png]]", "notes/bio/assets/cell.png"),
        ("![[cell.png]]", "notes/deep/er/Cell.PNG"),
        ("![](gone/cell.png)", "notes/deep/er/cell.png"),
        ("![](cell.png#center)", "notes/bio/cell.png"),
        ("![](c#.png)", "notes/bio/c#.png"),
        ('<img src="cell.png">', "notes/bio/cell.png"),
    ],
)
def test_a_picture_is_found(desk: Desk, address: str, file: str) -> None:
    desk.lay({"notes/bio/cells.md": f"- Cell :: a unit {address} of life\n", file: PICTURE})
    ran = desk.run("build")
    assert (ran.code, ran.err) == (0, "")
    ((name, data),) = shipped(desk).items()
    assert data == PICTURE
    assert name.startswith("flashcards-")
    assert name.endswith(".png")
    (answer,) = (texts[0] for texts in fields(desk).values())
    assert answer.startswith('a unit of life<div class="fc-media"><img src="flashcards-')


@pytest.mark.parametrize(
    ("setting", "file"),
    [("files", "notes/files/x.png"), ("./files", "notes/bio/files/x.png"), ("/", "notes/x.png")],
)
def test_a_vault_says_where_its_attachments_are(desk: Desk, setting: str, file: str) -> None:
    settings = json.dumps({"attachmentFolderPath": setting})
    desk.lay({"notes/bio/cells.md": "- Cell :: a unit of life ![[x.png]]\n", file: PICTURE})
    desk.lay({"notes/.obsidian/app.json": settings, "notes/a/x.png": OTHER})
    desk.run("build")
    assert list(shipped(desk).values()) == [PICTURE]


def test_of_two_of_one_name_the_nearer_is_meant(desk: Desk) -> None:
    desk.lay({"notes/bio/cells.md": "- Cell :: a unit of life ![[x.png]]\n"})
    desk.lay({"notes/a/x.png": OTHER, "notes/bio/deep/x.png": PICTURE})
    desk.run("build")
    assert list(shipped(desk).values()) == [PICTURE]


def test_a_picture_stands_where_its_words_stand(desk: Desk) -> None:
    lay(
        desk,
        "- Which is it ![](cell.png)? :: the cell\n"
        "- Cell :: a unit of life ![](cell.png)\n"
        "- The {{c1::lysosome}} digests ![](cell.png)\n"
        "- Sound :: heard ![](drip.mp3)\n"
        "- Where does a nucleus lie?\n  ![](cell.png)\n  - In the middle\n"
        "- Where does a signal go?\n  - Through the middle\n  - ![](cell.png)\n",
    )
    desk.lay({"notes/bio/drip.mp3": b"drip"})
    desk.run("build")
    names = shipped(desk)
    (picture,) = (f'<img src="{name}" alt="">' for name in names if name.endswith(".png"))
    (sound,) = (f"[sound:{name}]" for name in names if name.endswith(".mp3"))
    found = fields(desk)
    asked = f'Which is it?<div class="fc-media">{picture}</div>'
    assert found[asked][0] == "the cell"
    lies = f'Where does a nucleus lie?<div class="fc-media">{picture}</div>'
    assert found[lies][0] == "In the middle"
    going = found["Where does a signal go?"][0]
    assert going == f'Through the middle<div class="fc-media">{picture}</div>'
    assert found["Cell"][0] == f'a unit of life<div class="fc-media">{picture}</div>'
    assert found["The {{c1::lysosome}} digests"][0] == f'<div class="fc-media">{picture}</div>'
    assert found["Sound"][0] == f'heard<div class="fc-media">{sound}</div>'


def test_what_is_not_there_is_told_with_its_place(desk: Desk) -> None:
    desk.lay({"notes/cells.md": "# Cells\n\n- Cell :: a unit of life ![a cell](celll.png)\n"})
    ran = desk.run("build")
    assert ran.code == 0
    assert "notes/cells.md:3:26: warning: picture not found: celll.png\n" in ran.err
    assert f"\n  | {' ' * 25}{'^' * 20}\n" in ran.err
    assert fields(desk, "cells")["Cell"][0] == "a unit of life"


@pytest.mark.parametrize(
    "address",
    ["../../secret.png", "../secret.png", "file:///etc/secret.png", "C:/secret.png", "link.png"],
)
def test_nothing_outside_of_the_workspace_is_read(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, address: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.png"
    outside.write_bytes(b"secret")
    (desk.root.parent / "secret.png").write_bytes(b"secret")
    desk.lay({"notes/cells.md": f"- Cell :: a unit of life ![]({address})\n"})
    (desk.root / "notes/link.png").symlink_to(outside)
    try:
        ran = desk.run("build")
    finally:
        (desk.root.parent / "secret.png").unlink()
    if address == "../secret.png":
        assert "picture not found" in ran.err
    else:
        assert "lies outside of the workspace; not read" in ran.err
    assert "notes/cells.md:1:26: warning" in ran.err
    assert shipped(desk, "cells") == {}


def test_pictures_on_the_web_stay_links(desk: Desk) -> None:
    desk.lay({"notes/cells.md": "- Cell :: a unit of life ![a cell](https://x.example/c.png)\n"})
    ran = desk.run("build")
    assert ran.err == ""
    link = '<div class="fc-media"><a href="https://x.example/c.png">a cell</a></div>'
    assert fields(desk, "cells")["Cell"][0] == f"a unit of life{link}"


def test_a_changed_picture_is_shipped_again(desk: Desk) -> None:
    lay(desk, "- Cell :: a unit of life ![](cell.png)\n- Sap :: what flows in plants\n")
    desk.run("build")
    before, first = stamps(desk), shipped(desk)
    assert "nothing changed" in desk.run("build").out
    desk.lay({"notes/bio/cell.png": OTHER})
    assert "2 cards, nothing changed" not in desk.run("build").out
    after = stamps(desk)
    assert after["Cell"] > before["Cell"]
    assert after["Sap"] == before["Sap"]
    assert list(shipped(desk).values()) == [OTHER]
    assert shipped(desk).keys() != first.keys()


def test_a_picture_that_arrives_or_leaves_is_noticed(desk: Desk) -> None:
    desk.lay({"notes/bio/cells.md": "- Cell :: a unit of life ![](../../pics/cell.png)\n"})
    assert "not found" in desk.run("build").err
    assert "not found" in desk.run("build").err
    desk.lay({"pics/cell.png": PICTURE})
    assert desk.run("build").err == ""
    assert list(shipped(desk).values()) == [PICTURE]
    assert desk.run("build").err == ""
    (desk.root / "pics/cell.png").unlink()
    assert "not found" in desk.run("build").err
    desk.lay({"notes/elsewhere/cell.png": OTHER})
    assert desk.run("build").err == ""
    assert list(shipped(desk).values()) == [OTHER]


def test_programs_are_told_what_a_card_shows(desk: Desk) -> None:
    lay(desk, "- Cell :: a unit of life ![](cell.png) ![](https://x.example/c.png)\n")
    (line,) = desk.run("cards", "--format", "jsonl").out.splitlines()
    assert json.loads(line)["media"] == ["notes/bio/cell.png", "https://x.example/c.png"]


def test_the_same_picture_gives_the_same_package(desk: Desk, cache: Path) -> None:
    lay(desk, "- Cell :: a unit of life ![](cell.png)\n- Egg :: a large cell ![[cell.png]]\n")
    desk.run("build")
    before = desk.files()
    assert len(shipped(desk)) == 1
    (desk.root / "notes/bio/cell.png").rename(desk.root / "notes/bio/moved.png")
    desk.lay(
        {"notes/bio/cells.md": desk.text("notes/bio/cells.md").replace("cell.png", "moved.png")}
    )
    for file in cache.rglob("*.pages"):
        file.unlink()
    desk.run("build")
    assert desk.files()["bio.apkg"] == before["bio.apkg"]


CURATION = """add:
  nucleus:
    question: What is this?
    answer: "the nucleus ![a nucleus|80](bio/nucleus.png) <img src='bio/nucleus.png' alt=x>"
    extra: >-
      [sound:drip.mp3] [sound:gone.mp3] ![](https://x.example/c.png) ![](gone.png)
      ![](../../gone.png)
"""


def test_texts_of_the_curation_show_files_too(desk: Desk) -> None:
    lay(desk, "- Cell :: a unit of life\n")
    desk.lay({"notes/bio/nucleus.png": OTHER, "notes/drip.mp3": b"drip"})
    desk.lay({"decks/bio.yaml": CURATION})
    ran = desk.run("build")
    assert ran.code == 0
    assert "decks/bio.yaml:5:5: warning: picture not found: gone.png" in ran.err
    assert "decks/bio.yaml:5:5: warning: ../../gone.png lies outside" in ran.err
    (picture,) = (name for name, data in shipped(desk).items() if data == OTHER)
    (sound,) = (name for name, data in shipped(desk).items() if data == b"drip")
    answer, extra = fields(desk)["What is this?"][:2]
    assert answer == (
        f'the nucleus <img src="{picture}" alt="a nucleus" width="80"> '
        f'<img src="{picture}" alt="x">'
    )
    # A name alone may be that of a picture that was put into Anki by hand.
    link = '<a href="https://x.example/c.png">c.png</a>'
    assert extra == f'[sound:{sound}] [sound:gone.mp3] {link} <img src="gone.png" alt=""> '


class Web(BaseHTTPRequestHandler):
    """A web of a picture, a page and a picture that breaks off."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/gone.png":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if "page" in self.path else "image/png")
        if self.path == "/broken.png":
            self.send_header("Content-Length", "999")
        self.end_headers()
        self.wfile.write(PICTURE)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Web)
    Thread(target=server.serve_forever, daemon=True).start()
    Web.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_picture_on_the_web_is_fetched_when_asked_for_and_once(desk: Desk, web: str) -> None:
    desk.lay({"notes/cells.md": f"- Cell :: a unit of life ![a cell]({web}/cell?id=1)\n"})
    desk.run("build")
    assert (shipped(desk, "cells"), Web.asked) == ({}, [])
    ran = desk.run("build", "--fetch")
    assert ran.code == 0
    assert f"fetching {web}/cell?id=1" in ran.err
    assert list(shipped(desk, "cells").values()) == [PICTURE]
    assert '<img src="flashcards-' in fields(desk, "cells")["Cell"][0]
    before = desk.files()["cells.apkg"]
    assert "nothing changed" in desk.run("build").out
    desk.run("build", "--fetch")
    assert Web.asked == ["/cell?id=1"]
    assert desk.files()["cells.apkg"] == before


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone.png", "Not Found"),
        ("page", "it is text/html, no picture, sound or video"),
        ("broken.png", "it broke off"),
    ],
)
def test_what_the_web_does_not_give_stays_a_link(
    desk: Desk, web: str, name: str, reason: str
) -> None:
    desk.lay({"notes/cells.md": f"- Cell :: a unit of life ![a cell]({web}/{name})\n"})
    ran = desk.run("build", "--fetch")
    assert ran.code == 0
    assert f"notes/cells.md:1:26: warning: {web}/{name} was not fetched: " in ran.err
    assert reason in ran.err
    assert f'<a href="{web}/{name}">a cell</a>' in fields(desk, "cells")["Cell"][0]


def test_names_and_words_of_pictures_do_no_harm(desk: Desk) -> None:
    name = 'it\'s "so" & <b>.png'
    desk.lay({f"notes/{name}": PICTURE})
    alt = '"><script>x()</script>'
    tag = f'<img src="{escape(name)}" alt="{escape(alt)}" onerror="x()">'
    desk.lay({"notes/cells.md": f"- Cell :: a unit of life {tag}\n"})
    assert desk.run("build").err == ""
    assert list(shipped(desk, "cells").values()) == [PICTURE]
    (shown,) = (texts[0] for texts in fields(desk, "cells").values())
    assert shown.endswith('.png" alt="&quot;&gt;&lt;script&gt;x()&lt;/script&gt;"></div>')
