"""Whatever a text holds, its HTML shows it, runs nothing, and comes back from Anki as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from flashcards.markup import cloze, from_html, look, markdown, plain
from flashcards.markup.gate import SAFE

SIGNS = st.sampled_from(
    ["`", "``", "$", "$$", "*", "**", "_", "~~", "[", "](", ")", "<", ">", "&", "&lt;", "\\", "\\(",
     "\\)", "\\[", "\n", "\n\n", "- ", "1. ", "# ", "> ", "```py\n", "\n```\n", "{{c1::", "}}",
     "::", "{", "}", "<b>", "</b>", "<script>", "</script>", "<img src=x onerror=y>", "<a href='",
     "javascript:x", "<!--", "-->", "<br>", "<div>", "</div>", "[sound:x.mp3]", "|",
     "|---|\n", "!["]
)  # fmt: skip
WORDS = st.text(alphabet="ab c1é漢🧠\u0391", max_size=4)
TEXTS = st.lists(SIGNS | WORDS, max_size=14).map("".join)

ALLOWED = SAFE | {"pre"}


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.words += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.words += data


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_nothing_runs(text: str) -> None:
    for render in (plain, markdown):
        for tag, attributes in Tags(render(text)).tags:
            assert tag in ALLOWED
            for name, value in attributes.items():
                assert not name.startswith("on")
                assert not (value or "").lower().lstrip().startswith("javascript:")


@given(TEXTS.map(lambda text: text.replace("`", "").replace("$", "")))
@settings(max_examples=400, deadline=None)
def test_a_text_of_the_notes_is_shown_as_it_stands(text: str) -> None:
    assert Tags(plain(text)).words == text


@given(TEXTS)
@example("```py\n\n```\n")
@settings(max_examples=400, deadline=None)
def test_no_word_gets_lost(text: str) -> None:
    letters = "".join(filter(str.isalnum, text))
    shown = "".join(filter(str.isalnum, WithLanguages(plain(text)).words))
    assert shown.lower() == letters.lower()


class WithLanguages(Tags):
    """The words, and where a block of code begins its language, which is kept as a class."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        self.words += (dict(attrs).get("class") or "").partition("language-")[2]


CONTENTS = st.recursive(
    st.sampled_from(["a", "b c", "::", ":", "-", "`x::y`", "$x_1$", "$\\frac{a}{b}$", "List<int>"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map("".join) | inner.map(lambda text: f"{{{text}}}")
    ),
    max_leaves=4,
)


@given(
    st.lists(
        st.tuples(CONTENTS, st.sampled_from(["", " and ", "$y$", ": "])), min_size=1, max_size=3
    )
)
@settings(max_examples=300, deadline=None)
@example([("{{a}}", "")])
@example([("\\frac{a}{b}", "")])
def test_the_words_of_a_gap_end_where_the_gap_ends(parts: list[tuple[str, str]]) -> None:
    text = "".join(
        f"{{{{c{at}::{words}}}}}{between}" for at, (words, between) in enumerate(parts, 1)
    )
    html, numbers = cloze(text, "; ".join(words for words, _ in parts), plain)
    assert numbers == tuple(range(1, len(parts) + 1))
    # Anki ends a gap at the first "}}", and takes what follows the first "::" for a hint.
    gaps = re.findall(r"\{\{c\d+::(.*?)\}\}", html, re.DOTALL)
    assert [_signs(gap) for gap in gaps] == [_signs(plain(words)) for words, _ in parts]
    assert not any("::" in gap for gap in gaps)


def _signs(html: str) -> str:
    """What a gap shows, without what parts signs from each other."""
    shown = unescape(re.sub(r"<.*?>", "", html))
    return shown.replace(" ", "").replace(":{}:", "::").replace("{}", "")


LEAVES = st.sampled_from(
    ["a", "b c", "x &lt; y", "*s*", "_", "`", "$5", "- d", "1. e", "# f", "[g](h)", "&amp;lt;",
     "<br>", "&nbsp;", "<code>p &lt; q</code>", "\\(z_1\\)", "\\[y\\]", '<img src="m.jpg">',
     "[sound:o.mp3]", "~~", "\\", "{{c1::k}}", "&lt;b&gt;"]
)  # fmt: skip


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["b", "i", "strong", "em", "u", "sub", "div", "p", "s", "span"])
    lists = st.sampled_from(["ul", "ol"])
    items = st.lists(st.sampled_from(["a", "<b>b</b>", "c d", "<code>e</code>"]), min_size=1)
    return (
        st.lists(inner, min_size=1, max_size=4).map("".join)
        | st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", tags, inner)
        | st.builds(
            lambda tag, of: f"<{tag}>{''.join(f'<li>{one}</li>' for one in of)}</{tag}>",
            lists,
            items,
        )
    )


@given(st.recursive(LEAVES, _wrapped, max_leaves=8))
@settings(max_examples=600, deadline=None)
@example("\\[y\\]&nbsp;- d")
def test_html_from_anki_comes_back_as_it_looked(html: str) -> None:
    assert _shown(markdown(from_html(html))) == _shown(html)


def _shown(html: str) -> str:
    """All letters and signs that a learner sees, in order, without space."""
    return "".join(Tags(html.replace("&nbsp;", " ")).words.split())


@given(TEXTS.filter(lambda text: "{{c" not in text))
@settings(max_examples=300, deadline=None)
def test_what_was_shipped_looks_untouched_when_it_comes_back(text: str) -> None:
    for render in (plain, markdown):
        html = render(text)
        assert look(_as_anki_keeps_it(html)) == look(html)


def _as_anki_keeps_it(html: str) -> str:
    """Anki's editor writes other tags for the same looks."""
    edits: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
        (r"<(/?)strong>", r"<\1b>"),
        (r"<(/?)em>", r"<\1i>"),
        (r"<!-- -->", ""),
    ]
    for pattern, new in edits:
        html = re.sub(pattern, new, html)
    return html


def test_the_helpers_of_these_tests_see_what_they_should() -> None:
    assert Tags(f"<b onclick=x>{escape('<a>')}</b><br>c").words == "<a>\nc"
