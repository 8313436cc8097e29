"""The preview as somebody uses it, with a mouse or with keys alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import installed
from playwright.sync_api import Browser, Page, expect
from preview import Shown, chromium, lay, shown

from flashcards.model import Card, Span
from flashcards.preview import Desk, page

pytestmark = pytest.mark.skipif(
    installed() is None, reason="no Chromium on this machine; .ci/run installs it"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("workspace"))


@pytest.fixture
def seen(browser: Browser, file: Path) -> Iterator[Shown]:
    """The page; whatever a test does with it, it asks for nothing and complains of nothing."""
    with shown(browser, file) as seen:
        yield seen
        assert seen.wrong == []


@pytest.fixture
def card_page(seen: Shown) -> Page:
    return seen.page


def expect_questions(shown: Page, wanted: list[str]) -> None:
    expect(shown.locator(".fc-question")).to_have_text(wanted)


def test_all_cards_are_there_by_note_session_and_talk(card_page: Page) -> None:
    expect(card_page.get_by_role("status")).to_have_text("16 cards")
    levels = card_page.locator("#list :is(h2, h3, h4)")
    assert [
        element.evaluate("e => e.tagName + ' ' + e.textContent") for element in levels.all()
    ] == [
        "H2 Hostile",
        "H2 Physics",
        "H3 Session 1: Light",
        "H4 Prisms",
        "H3 Session 2: Sound",
    ]
    below = card_page.locator("#list > :last-child .fc-question")
    assert below.all_text_contents() == ["Echo", "Pitch", "How do you count to ten?"]


def test_a_click_on_a_card_turns_it_and_turns_it_back(card_page: Page) -> None:
    card = card_page.get_by_role("article", name="Echo", exact=True)
    expect(card.locator(".fc-answer")).to_have_count(0)
    card.locator(".fc-question").click()
    expect(card.locator(".fc-answer")).to_have_text("sound that comes back")
    card.locator(".fc-answer").click()
    expect(card.locator(".fc-answer")).to_have_count(0)


def test_words_that_are_marked_with_the_mouse_turn_no_card(card_page: Page) -> None:
    card = card_page.get_by_role("article", name="Script", exact=True)
    box = card.locator(".fc-question").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    card_page.mouse.move(box["x"] + 1, middle)
    card_page.mouse.down()
    card_page.mouse.move(box["x"] + 200, middle, steps=4)
    card_page.mouse.up()
    assert card_page.evaluate("String(getSelection())").strip() == "Script"
    expect(card.locator(".fc-answer")).to_have_count(0)


def test_keys_alone_are_enough(card_page: Page) -> None:
    focused = card_page.locator(":focus")
    card_page.keyboard.press("j")
    expect(focused).to_have_accessible_name("Show answer Script")
    card_page.keyboard.press("j")
    card_page.keyboard.press("j")
    card_page.keyboard.press("k")
    expect(focused).to_have_accessible_name("Show answer Image")
    expect(focused).to_have_attribute("aria-expanded", "false")
    card_page.keyboard.press("Space")
    expect(focused).to_have_accessible_name("Hide answer Image")
    expect(focused).to_have_attribute("aria-expanded", "true")
    card = card_page.get_by_role("article", name="Image", exact=True)
    expect(card.locator(".fc-answer")).to_have_text("in a note")
    assert focused.evaluate("e => getComputedStyle(e).outline").endswith("solid 3px"), (
        "one sees where the focus is"
    )
    card_page.keyboard.press("/")
    card_page.keyboard.type("echo")
    expect(card_page.get_by_role("status")).to_have_text("1 of 16 cards")
    card_page.keyboard.press("Tab")
    expect(focused).to_have_accessible_name("All answers")


def test_letters_are_keys_only_as_long_as_one_wants(card_page: Page) -> None:
    card_page.keyboard.press("?")
    dialog = card_page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Letters are keys").uncheck()
    card_page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    card_page.keyboard.press("j")
    assert card_page.evaluate("document.activeElement.className") != "flip"
    assert card_page.evaluate("localStorage.getItem('flashcards-letters')") == "no"


def test_all_answers_at_once(card_page: Page) -> None:
    button = card_page.get_by_role("button", name="All answers")
    card_page.keyboard.press("a")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(card_page.locator(".fc-answer")).to_have_count(14)
    button.click()
    expect(card_page.locator(".fc-answer")).to_have_count(0)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("PRISM white", ["Prism"]),
        ("reden-nothing", []),
        ("physics.md:7 photon", ["What is a photon?"]),
        ("energy-", ["Energy"]),
        ("physics::session-2", ["Echo", "Pitch", "How do you count to ten?"]),
        ("</script>", ["Script", "Which attack?"]),
        (
            "of nerves",
            ["The [...] turns light into signals", "The retina turns light into [of nerves]"],
        ),
        ("שבו", ["עין"]),
    ],
)
def test_a_search_finds_words_anywhere_about_a_card(
    card_page: Page, words: str, found: list[str]
) -> None:
    card_page.get_by_label("Search the cards").fill(words)
    expect_questions(card_page, found)
    expect(card_page.locator("#list h2")).to_have_count(min(1, len(found)))


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ("flagged", ["Which attack?", "It"]),
        ("curated", ["Which attack?", "Prism", "How do you count to ten?"]),
        ("new", ["Pitch", "How do you count to ten?"]),
        ("reworded", ["Prism"]),
    ],
)
def test_only_what_is_marked(card_page: Page, mark: str, found: list[str]) -> None:
    button = card_page.get_by_role("button", name=f"{mark} {len(found)}")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect_questions(card_page, found)
    button.click()
    expect(card_page.get_by_role("status")).to_have_text("16 cards")


def test_marks_narrow_the_choice_but_two_changes_widen_it(card_page: Page) -> None:
    card_page.get_by_role("button", name="new 2").click()
    card_page.get_by_role("button", name="reworded 1").click()
    expect_questions(card_page, ["Prism", "Pitch", "How do you count to ten?"])
    card_page.get_by_role("button", name="curated 3").click()
    expect_questions(card_page, ["Prism", "How do you count to ten?"])
    card_page.get_by_role("button", name="Show all cards").click()
    expect(card_page.get_by_role("status")).to_have_text("16 cards")
    expect(card_page.get_by_role("button", name="new 2")).to_have_attribute("aria-pressed", "false")


def test_a_rule_and_a_tag_with_all_below_it(card_page: Page) -> None:
    card_page.get_by_label("Rule").select_option("term")
    expect_questions(card_page, ["What is a photon?"])
    card_page.get_by_label("Rule").select_option("")
    card_page.get_by_label("Tag").select_option("physics::session-2")
    expect_questions(card_page, ["Echo", "Pitch", "How do you count to ten?"])
    card_page.get_by_label("Tag").select_option("physics")
    expect(card_page.get_by_role("status")).to_have_text("11 of 16 cards")


def test_formulas_are_drawn_without_a_network(card_page: Page) -> None:
    card_page.keyboard.press("a")
    photon = card_page.get_by_role("article", name="What is a photon?").locator("math")
    assert photon.evaluate("e => e.textContent") == "E=hν<1"
    box = photon.bounding_box()
    assert box
    assert box["height"] > 10
    fraction = card_page.locator(".cloze math mfrac")
    expect(fraction).to_have_count(1)
    over, under = (part.bounding_box() for part in fraction.locator("mn").all())
    assert over
    assert under
    assert over["y"] + over["height"] <= under["y"] + 2
    expect(card_page.locator("code.tex")).to_have_text(r"\unheardof{E}")


def test_gaps_are_hidden_and_shown_as_in_anki(card_page: Page) -> None:
    card = card_page.get_by_role("article", name=re.compile("The .* turns light into"))
    assert card.locator(".fc-question").all_text_contents() == [
        "The [...] turns light into signals",
        "The retina turns light into [of nerves]",
    ]
    card.locator(".fc-question").first.click()
    assert card.locator(".cloze").all_text_contents() == ["retina", "signals"]


def test_a_hint_waits_to_be_asked_for(card_page: Page) -> None:
    card = card_page.get_by_role("article", name="Prism", exact=True)
    expect(card.get_by_text("glass")).to_be_hidden()
    card.get_by_text("Hint").click()
    expect(card.get_by_text("glass")).to_be_visible()
    expect(card.locator(".fc-answer")).to_have_count(0)


def test_pictures_are_in_the_page(card_page: Page, file: Path) -> None:
    card_page.keyboard.press("a")
    picture = card_page.get_by_role("img", name="all of them")
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("e => e.decode().then(() => e.naturalWidth)") == 1
    assert picture.get_attribute("src").startswith("data:image/png;base64,")  # type: ignore[union-attr]


def test_a_place_opens_the_editor_there(card_page: Page, file: Path) -> None:
    card = card_page.get_by_role("article", name="Prism", exact=True)
    expect(card.locator(".bullet")).to_have_text("Prism :: what parts white light into colours")
    link = card.get_by_role("link", name="notes/physics.md:8")
    expect(link).to_have_attribute("href", f"vscode://file{file.parent}/notes/physics.md:8:3")
    reader = card_page.get_by_role("article", name="Which attack?").get_by_role("link")
    expect(reader.last).to_have_attribute(
        "href", f"vscode://file{file.parent}/decks/hostile.yaml:2:3"
    )


def test_a_key_opens_the_editor(card_page: Page) -> None:
    card_page.evaluate("""addEventListener('click', event => {
        event.preventDefault();
        window.opened = event.target.closest('a')?.textContent;
    })""")
    card_page.keyboard.press("e")
    assert card_page.evaluate("window.opened") is None, "no card has been chosen yet"
    card_page.keyboard.press("j")
    card_page.keyboard.press("e")
    assert card_page.evaluate("window.opened") == "notes/hostile.md:3"


@pytest.mark.parametrize("dark", [False, True])
def test_night_is_what_the_system_says_until_somebody_chooses(
    browser: Browser, file: Path, dark: bool
) -> None:
    with shown(browser, file, dark=dark) as seen:
        night = seen.page.get_by_role("button", name="Night")
        assert _is_dark(seen.page) is dark
        expect(night).to_have_attribute("aria-pressed", str(dark).lower())
        seen.page.emulate_media(color_scheme="light" if dark else "dark")
        expect(night).to_have_attribute("aria-pressed", str(not dark).lower())
        assert _is_dark(seen.page) is not dark
        seen.page.keyboard.press("n")
        assert _is_dark(seen.page) is dark
        assert seen.page.evaluate("localStorage.getItem('flashcards-night')") == (
            "yes" if dark else "no"
        )


def _is_dark(shown: Page) -> bool:
    colour = shown.evaluate("getComputedStyle(document.body).backgroundColor")
    return max(map(int, re.findall(r"\d+", colour)[:3])) < 60


@pytest.mark.parametrize("width", [1300, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_no_rule_of_accessibility_is_broken(
    browser: Browser, file: Path, dark: bool, width: int
) -> None:
    """By axe, which knows those of WCAG 2.2 AA that a program can check."""
    with shown(browser, file, dark=dark, width=width) as seen:
        seen.page.set_viewport_size({"width": width, "height": 12_000})
        seen.page.keyboard.press("a")
        seen.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
        found = Axe().run(seen.page).response
        passed = {one["id"] for one in found["passes"]}
        assert {"color-contrast", "button-name", "heading-order", "select-name"} <= passed
        told = [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]
        assert told == []
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_moves_for_those_who_asked_for_it(seen: Shown) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert seen.page.evaluate(behaviour) == "smooth"
    seen.page.emulate_media(reduced_motion="reduce")
    assert seen.page.evaluate(behaviour) == "auto"


def test_hostile_notes_and_curation_do_no_harm(seen: Shown) -> None:
    seen.page.keyboard.press("a")
    answers = {
        name: seen.page.get_by_role("article", name=name, exact=True).locator(".fc-answer")
        for name in ("Script", "Braces", "Which attack?")
    }
    expect(answers["Script"]).to_have_text("</script><script>window.hacked = 1</script>")
    expect(answers["Braces"]).to_have_text("{{Question}} and {{#Extra}} are signs")
    expect(answers["Which attack?"].locator("math")).to_have_text(
        "<script>window.hacked = 1</script>"
    )
    for element in seen.page.locator("#list a").all():
        assert not (element.get_attribute("href") or "").startswith("javascript:")
    assert seen.page.evaluate("window.hacked") is None
    assert seen.page.locator("#list :is(script, iframe, [onclick], [onerror])").count() == 0


COUNT = """addEventListener('DOMContentLoaded', () => {
  window.drawnAtOnce = document.querySelectorAll('.entry').length;
});"""


def test_ten_thousand_cards_are_quick_to_draw_and_all_there(
    browser: Browser, tmp_path: Path
) -> None:
    cards = [
        Card(
            f"card-{at}", "qa", f"What is {at}?", f"number {at}", "n", "N", Span("n.md", at + 1), ""
        )
        for at in range(10_000)
    ]
    file = tmp_path / "cards.html"
    file.write_text(page("N", cards, [], [], Desk()), encoding="utf-8")
    with shown(browser, file, script=COUNT) as seen:
        assert seen.page.evaluate("drawnAtOnce") < 100
        expect(seen.page.get_by_role("status")).to_have_text("10,000 cards")
        seen.page.get_by_label("Search the cards").fill("what is 9999?")
        expect_questions(seen.page, ["What is 9999?"])
        seen.page.get_by_label("Search the cards").fill("")
        seen.page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
        last = seen.page.get_by_role("article", name="What is 9999?")
        last.locator(".fc-question").click()
        expect(last.locator(".fc-answer")).to_have_text("number 9999")
        expect(seen.page.locator(".entry")).to_have_count(10_000, timeout=60_000)
        printed = seen.page.evaluate("""() => {
            search('what');
            dispatchEvent(new Event('beforeprint'));
            return document.querySelectorAll('.entry').length;
        }""")
        assert printed == 10_000
        assert seen.wrong == []
