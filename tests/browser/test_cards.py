"""Cards as a learner sees them on a phone, by day and by night."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from chromium import asked, card_page, installed
from learner import INSTALLED, started

pytestmark = pytest.mark.skipif(
    installed() is None, reason="no Chromium on this machine; .ci/run installs it"
)

NOTES = f"""# Physics

## Light: what we see

- Photon :: a quantum of light, $E = h \\nu < 1$
- Prism :: what parts {"white-and-any-other-" * 8}light
- The {{{{c1::retina}}}} turns light into {{{{c2::signals}}}}
- $$\\int_0^1 x \\, dx$$ is {{{{c1::$\\frac{{1}}{{2}}$}}}}
- עין :: האיבר שבו רואים
- Mirror :: glass that throws light back
- Lens :: glass that bends light
"""
CURATION = """add:
  loop:
    question: How do you count to ten?
    hint: a range
    extra: "`range` stops before its end"
    answer: |
      1. Make a range
      2. Go through it

      ```python
      for number in range(1, 11):  # a comment that is wider than any telephone is, by far
          print("number", number + 0, None)
      ```
  table:
    question: Which colours are which?
    answer: |
      | colour | wave length | energy | seen by | since |
      |---|---|---|---|---|
      | red-and-infrared | 700-nanometres | little-energy | snakes-and-people | 1800-or-so |
"""

SCRIPTS = {
    "width": """
        const root = page.document.documentElement, code = page.document.querySelector('pre');
        return [root.scrollWidth, code ? code.scrollWidth - code.clientWidth : 0];
    """,
    "contrast": """
        const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
            .map(c => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
            .reduce((sum, c, at) => sum + c * [.2126, .7152, .0722][at], 0);
        const behind = element => {
            for (let at = element; at; at = at.parentElement) {
                const colour = numbers(page.getComputedStyle(at).backgroundColor);
                if (colour.length < 4 || colour[3] > 0) return colour;
            }
            return [255, 255, 255];
        };
        const walker = page.document.createTreeWalker(page.document.getElementById('qa'), 4);
        let least = [99, ''];
        while (walker.nextNode()) {
            const text = walker.currentNode, element = text.parentElement;
            if (!text.data.trim() || element.tagName == 'STYLE') continue;
            const pair = [light(numbers(page.getComputedStyle(element).color)),
                          light(behind(element))].sort((a, b) => b - a);
            const contrast = (pair[0] + .05) / (pair[1] + .05);
            if (contrast < least[0]) least = [contrast, text.data];
        }
        return least;
    """,
    "paper": """
        const colour = page.getComputedStyle(page.document.body).backgroundColor;
        return colour.match(/\\d+/g).slice(0, 3).map(Number);
    """,
    "text": "return page.document.getElementById('qa').innerText",
    "sizes": """
        const size = name => {
            const found = page.document.querySelector(name);
            return found ? parseFloat(page.getComputedStyle(found).fontSize) : null;
        };
        return ['.fc-question', '.fc-answer', '.fc-context', '.fc-source'].map(size);
    """,
    "direction": """
        return page.getComputedStyle(page.document.querySelector('.fc-question')).direction
    """,
    "hint": """
        const text = () => page.document.getElementById('qa').innerText;
        const before = text(), link = page.document.querySelector('a.hint');
        if (link) link.click();
        return [before.includes('a range'), text().includes('a range'), link !== null];
    """,
}

Found = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What the scripts say of both sides of all cards in both modes, by `id-number-side-mode`."""
    folder = tmp_path_factory.mktemp("cards")
    for name, text in (("notes/physics.md", NOTES), ("decks/physics.yaml", CURATION)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "flashcards", "build", "-q", "-C", folder], check=True)
    anki = started(INSTALLED, folder)
    anki.open(path=str(folder / "collection.anki2"))
    anki.load(path=str(folder / "decks/physics.apkg"))
    ids = {note["guid"]: note["fields"]["Id"] for note in anki.notes()}
    pages = {
        f"{ids[guid]}-{number}-{side}-{mode}": card_page(html, night=mode == "night")
        for guid, number, *sides in anki.sides()
        for side, html in zip(("question", "answer"), sides, strict=True)
        for mode in ("day", "night")
    }
    anki.end()
    assert len(pages) >= 40
    return asked(pages, SCRIPTS, folder)


def of(answers: dict[str, Any], start: str, side: str = "answer", mode: str = "day") -> Any:
    """What was found out about one card."""
    (name,) = [
        name for name in answers if name.startswith(start) and name.endswith(f"{side}-{mode}")
    ]
    return answers[name]


def test_no_card_is_wider_than_a_phone(found: Found) -> None:
    widths = found["width"]
    assert {name: width for name, (width, _) in widths.items() if width > 390} == {}
    assert of(widths, "loop")[1] > 0, "wide code scrolls within its block"


def test_all_text_is_legible(found: Found) -> None:
    """The contrast of each text with what is behind it, as WCAG reckons it; AA asks for 4.5."""
    contrasts = found["contrast"]
    assert {name: least for name, least in contrasts.items() if least[0] < 4.5} == {}
    assert all(least[0] < 21 for least in contrasts.values())


def test_night_is_dark_and_day_is_light(found: Found) -> None:
    for name, colour in found["paper"].items():
        assert max(colour) < 60 if name.endswith("night") else min(colour) > 230, name


def test_formulas_reach_mathjax_whole(found: Found) -> None:
    texts = found["text"]
    assert r"\(E = h \nu < 1\)" in of(texts, "photon")
    assert r"\[\int_0^1 x \, dx\]" in of(texts, "int-0-1")
    assert r"\(\frac{1}{2}\)" in of(texts, "int-0-1")
    assert "[...]" in of(texts, "int-0-1", "question")
    assert "frac" not in of(texts, "int-0-1", "question")


def test_the_question_is_what_one_sees_first(found: Found) -> None:
    question, answer, context, source = of(found["sizes"], "photon")
    assert question > answer >= 20 > context > source >= 12


def test_right_to_left_text_begins_at_the_right(found: Found) -> None:
    ways = found["direction"]
    assert of(ways, "עין") == "rtl"
    assert of(ways, "photon") == "ltr"


def test_a_hint_appears_on_a_click_and_the_answer_has_none(found: Found) -> None:
    hints = found["hint"]
    assert of(hints, "loop", "question") == [False, True, True]
    assert of(hints, "loop", "answer")[2] is False
