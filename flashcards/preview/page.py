"""The page: a frame, the note types' own style and templates, and the cards as data.

The page draws the cards itself, as one scrolls to them: ten thousand are as quick to open as a few.
Its policy for browsers lets nothing run but its own script, and nothing load at all.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from flashcards.anki.note_types import read as template
from flashcards.changes import Change
from flashcards.model import Card, Kind, Note
from flashcards.preview.entries import entry
from flashcards.preview.groups import grouped
from flashcards.preview.pictures import Pictures

KINDS: tuple[Kind, ...] = ("qa", "cloze")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the page is made, which decides over its links and pictures."""

    editor: str = ""
    """The address that opens an editor: `{path}`, `{line}` and `{column}` stand for a place.
    Empty: places are no links."""
    root: str = ""
    """The workspace as a path in an address, `/home/ada/my%20notes`."""
    bytes_of: Callable[[str], bytes | None] = field(default=lambda path: None)
    """What a file of the workspace holds."""


def page(
    title: str,
    cards: Sequence[Card],
    notes: Sequence[Note],
    changes: Sequence[Change],
    desk: Desk,
) -> str:
    """A whole page of HTML, which loads nothing: the cards by note, session and talk."""
    pictures = Pictures.of(cards, desk.bytes_of)
    kinds = {change.id: change.kind for change in changes}
    data = {
        "editor": desk.editor,
        "root": desk.root if desk.editor else "",
        "templates": {kind: [_template(f"{kind}-{side}") for side in _SIDES] for kind in KINDS},
        "groups": [
            {
                "title": group.title,
                "path": group.path,
                "headings": group.headings,
                "cards": [entry(card, kinds.get(card.id), pictures) for card in group.cards],
            }
            for group in grouped(cards, notes)
        ],
        "pictures": pictures.addresses,
    }
    script = _own("page.js")
    return Template(_own("page.html")).substitute(
        title=escape(title),
        style=f"{template('style.css')}\n{_own('page.css')}",
        data=_within_a_script(data),
        script=script,
        digest=b64encode(sha256(script.encode()).digest()).decode(),
    )


_SIDES = ("front", "back")


def _template(name: str) -> str:
    """A side of a note type. Of a long text the page shows all, so that nothing has to unfold it;
    it has one main part, so that of each card is a plain one."""
    html = _UNFOLDING.sub("", template(f"{name}.html"))
    return html.replace("<main", "<div").replace("</main>", "</div>").strip()


_UNFOLDING = re.compile(r'<script>.*?</script>|<button class="fc-more".*?</button>\n?', re.DOTALL)


def _own(name: str) -> str:
    return (files("flashcards.preview") / "templates" / name).read_text(encoding="utf-8")


def _within_a_script(data: Mapping[str, Any]) -> str:
    """Data as JSON that cannot end the script that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
