"""Cards of each kind as a learner sees them in Anki: on phone and desktop, by day and by night."""

from __future__ import annotations

from typing import Any

import pytest
from chromium import installed
from exhibits import exhibited
from reviewer import WIDTHS, Answers, toured

pytestmark = pytest.mark.skipif(
    installed() is None, reason="no Chromium on this machine; .ci/run installs it"
)

SCRIPTS = {
    "width": """
        const root = page.document.documentElement, code = page.document.querySelector('pre');
        return [root.scrollWidth, code ? code.scrollWidth - code.clientWidth : 0];
    """,
    "beyond": """
        const scrolls = element => {
            for (let at = element.parentElement; at; at = at.parentElement)
                if (page.getComputedStyle(at).overflowX == 'auto') return true;
            return false;
        };
        return [...page.document.querySelectorAll('#qa *')]
            .filter(one => one.getBoundingClientRect().right > page.innerWidth && !scrolls(one))
            .map(one => one.outerHTML.slice(0, 80));
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
        const unseen = ['STYLE', 'SCRIPT'];
        const walker = page.document.createTreeWalker(page.document.getElementById('qa'), 4);
        let least = [99, ''];
        while (walker.nextNode()) {
            const text = walker.currentNode, element = text.parentElement;
            if (!text.data.trim() || unseen.includes(element.tagName)) continue;
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
    "words": """
        const copy = page.document.getElementById('qa').cloneNode(true);
        for (const one of copy.querySelectorAll('style, script, code, mjx-container'))
            one.remove();
        return copy.textContent;
    """,
    "formulas": """
        return [...page.document.querySelectorAll('mjx-container')].map(
            one => one.querySelector('mjx-merror') ? 'wrong' : one.textContent);
    """,
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
    "pictures": """
        return [...page.document.images].map(
            one => [one.naturalWidth, one.width, one.height, one.alt]);
    """,
    "fold": """
        const part = page.document.querySelector('.fc-answer');
        const more = part && part.nextElementSibling;
        if (!part || getComputedStyle(more).display == 'none') return null;
        const before = part.clientHeight;
        more.click();
        return [before / page.innerHeight, part.clientHeight / page.innerHeight,
                page.getComputedStyle(more).display];
    """,
    "colours": """
        const seen = [...page.document.querySelectorAll('pre span')].map(
            one => page.getComputedStyle(one).color);
        return new Set(seen).size;
    """,
    "loaded": """
        return page.performance.getEntriesByType('resource').map(one => one.name)
            .filter(name => !name.startsWith(page.location.origin));
    """,
    "hacked": """
        for (const one of page.document.querySelectorAll('#qa *'))
            if (one.click && one.tagName != 'A') one.click();
        return [page.hacked, [...page.document.querySelectorAll('#qa a')].map(a => a.href)
            .filter(href => /^javascript/i.test(href))];
    """,
    "complaints": "return page.complaints",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What the scripts say of both sides of all cards, by `id number side mode width`."""
    folder = tmp_path_factory.mktemp("cards")
    cards, media = exhibited(folder)
    assert len(cards) >= 20
    return toured(cards, media, SCRIPTS, folder)


def of(answers: dict[str, Any], start: str, side: str = "answer", view: str = "day phone") -> Any:
    """What was found out about one card."""
    (name,) = [
        name for name in answers if name.startswith(start) and name.endswith(f" {side} {view}")
    ]
    return answers[name]


def test_no_card_is_wider_than_its_window(found: Answers) -> None:
    for width, pixels in WIDTHS.items():
        of_width = {name: one for name, (one, _) in found["width"].items() if name.endswith(width)}
        assert {name: one for name, one in of_width.items() if one > pixels} == {}
    assert of(found["width"], "loop")[1] > 0, "wide code scrolls within its block"


def test_what_is_too_wide_can_be_scrolled_to(found: Answers) -> None:
    assert {name: names for name, names in found["beyond"].items() if names} == {}


def test_all_text_is_legible(found: Answers) -> None:
    """The contrast of each text with what is behind it, as WCAG reckons it; AA asks for 4.5."""
    contrasts = found["contrast"]
    assert {name: least for name, least in contrasts.items() if least[0] < 4.5} == {}
    assert all(least[0] < 21 for least in contrasts.values())


def test_night_is_dark_and_day_is_light(found: Answers) -> None:
    for name, colour in found["paper"].items():
        assert max(colour) < 60 if " night " in name else min(colour) > 230, name


def test_no_sign_of_markup_is_left(found: Answers) -> None:
    """Neither TeX nor a template's braces nor Markdown, outside of code and set formulas; what
    only looks like a tag or a command stands as it was written."""
    signs = ("{{", "}}", "\\", "$", "`", "**", "~~", "![", "](", "[sound:", "[anki:", "<")
    left = {
        name: [sign for sign in signs if sign in words]
        for name, words in found["words"].items()
        if not name.startswith("hostile")
    }
    assert {name: signs for name, signs in left.items() if signs} == {}


def test_formulas_are_set(found: Answers) -> None:
    formulas = found["formulas"]
    assert not [name for name, shown in formulas.items() if "wrong" in shown]
    assert len(of(formulas, "photon")) == 1
    assert of(formulas, "photon", "question") == []
    assert len(of(formulas, "int-0-1")) == 2
    assert len(of(formulas, "int-0-1", "question")) == 1
    assert len(of(formulas, "burning-methane")) == 1, "mhchem is MathJax's"
    first, second = (of(formulas, f"rayleighs-law-i-i-61b7ad {n}", "question")[0] for n in (0, 1))
    assert "[...]" in first
    assert "[...]" in second
    assert first != second
    assert "[" not in of(formulas, "rayleighs-law-i-i-61b7ad 0")[0]


def test_the_question_is_what_one_sees_first(found: Answers) -> None:
    question, answer, context, source = of(found["sizes"], "photon")
    assert question > answer >= 20 > context > source >= 12


def test_right_to_left_text_begins_at_the_right(found: Answers) -> None:
    ways = found["direction"]
    assert of(ways, "עין") == of(ways, "عدسة") == "rtl"
    assert of(ways, "photon") == of(ways, "光の") == "ltr"


def test_a_hint_appears_on_a_click_and_the_answer_has_none(found: Answers) -> None:
    hints = found["hint"]
    assert of(hints, "loop", "question") == [False, True, True]
    assert of(hints, "loop", "answer")[2] is False


def test_pictures_are_there_and_fit(found: Answers) -> None:
    pictures = found["pictures"]
    assert of(pictures, "which-lens", "question") == [[400, 200, 150, "a lens"]]
    assert of(pictures, "mirror", "question") == []
    ((natural, width, height, _),) = of(pictures, "mirror")
    assert natural == 1600
    assert width <= WIDTHS["phone"]
    assert height <= 0.66 * 700
    assert of(pictures, "spectrum") == [], "what is on the web is a link"


def test_a_long_answer_is_folded_on_a_phone_alone(found: Answers) -> None:
    folded, whole, button = of(found["fold"], "long")
    assert folded < 0.7 < 1.4 < whole
    assert button == "none"
    assert of(found["fold"], "long", view="day desktop") is None
    assert of(found["fold"], "photon") is None


def test_code_has_colours(found: Answers) -> None:
    for view in ("day phone", "night phone"):
        assert of(found["colours"], "loop", view=view) >= 4
        assert of(found["colours"], "how-do-you-list", view=view) >= 3


def test_nothing_is_loaded_from_elsewhere_and_nothing_goes_wrong(found: Answers) -> None:
    assert {name: names for name, names in found["loaded"].items() if names} == {}
    complaints = {word for words in found["complaints"].values() for word in words}
    assert complaints <= {"x.png was not loaded"}, "which a hostile card asks for, and nobody has"


def test_hostile_notes_are_harmless(found: Answers) -> None:
    assert {name: done for name, done in found["hacked"].items() if done != [None, []]} == {}
    assert "{{Answer}}" in of(found["words"], "hostile-")
    assert "[sound:x.mp3]" in of(found["words"], "hostile-")
    assert "<script>" in of(found["words"], "hostile 0", "question")
