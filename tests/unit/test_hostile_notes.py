"""What notes from strangers may hold does no harm on a card, whatever they are written in."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from flashcards.anki.notes import fields_of, tags_of
from flashcards.build import build
from flashcards.notes import read
from flashcards.sources import Sources

HARM = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<svg onload=alert(1)>",
    '<a href="javascript:alert(1)">link</a>',
    "[link](javascript:alert(1))",
    "[link](<java\tscript:alert(1)>)",
    "[[javascript:alert(1)][link]]",
    "![x](file:///etc/passwd)",
    "![x](../../../../etc/passwd)",
    "[[file:///etc/passwd]]",
    '<iframe src="https://evil.example">',
    '"><script>alert(1)</script>',
    "`<script>alert(1)</script>`",
    "$<script>alert(1)</script>$",
    '![x" onerror="alert(1)](x.png)',
]
FORMS = [
    "- What holds {}? #card\n  - A delta {} holds it\n",
    "- Delta {} :: land {} at a mouth\n",
    "- A {{{{c1::delta}}}} {} is land\n",
    "- A delta {} is a landform at the mouth of a river\n",
    "> [!question] What holds {}?\n> A delta {}\n",
    "| Term | Meaning |\n|---|---|\n| Delta {} | land {} |\n",
    "# Rivers {}\n\n## What is a delta {}? #card\n\nLand {} at a mouth\n",
]


class Harm(HTMLParser):
    """Notes each tag and attribute that runs or fetches something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "svg", "object", "embed", "style", "link", "base"):
            self.found.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\s\x00-\x1f]", "", value or "").lower()
            if name.startswith("on") or address.startswith(("javascript:", "file:", "..")):
                self.found.append(f"{name}={value}")


@pytest.mark.parametrize("path", ["notes/x.md", "notes/x.org", "notes/a'b\"c <i>.md"])
@pytest.mark.parametrize("harm", HARM)
def test_no_card_runs_or_fetches_anything(path: str, harm: str) -> None:
    made = 0
    for form in FORMS:
        for card in build(Sources({path: form.replace("{}", harm)}), now=1).cards:
            made += 1
            for html in fields_of(card)[0]:
                parser = Harm()
                parser.feed(html)
                parser.close()
                assert parser.found == []
            assert not any(re.search(r"[\s\"]", tag) for tag in tags_of(card))
    assert made


def test_a_line_of_nothing_but_a_control_character_is_read() -> None:
    note, problems = read("rain\n\x1f\n", "notes/example.md")
    assert (len(note.bullets), problems) == (1, [])
