"""Whatever a note holds, it is read: nothing raises, nothing is lost, every place is exact."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.model import Note
from flashcards.notes import read
from flashcards.notes.places import deck_of, package_of, tags_of

LETTERS = st.sampled_from("-*+#>`~=|$%[](){}<>:!?.^_\\\t \n\r&;0179aAbé漢🧠•–")
PIECES = st.sampled_from(
    ["\n- ", "\n  - ", "\n\t- ", "\n1. ", "\n2) ", "\n> ", "\n# ", "\n##B", "\n\n", "\r\n",
     "```", "~~~", "$$", "%%", "==", "::", "[[", "]]", "![", "](", "<!--", "-->", "<div>",
     "{{c1::", "}}", "^[", "{.a}", "\\begin{align}", "\\end{align}", "\na) ", "\n— ",
     "#+BEGIN_TIP\n", "\n    ", "\\(", "\\)", "\\[", "\\]", "---", "\n---\n", "[!note]", "id:: ",
     "TODO ",
     "| a | b |\n|---|---|\n", "#tag/x", "[^1]", "<sup>", "</sup>", "Q: ", "\nA: ", "\n?\n"]
)  # fmt: skip
SIGNS = LETTERS | PIECES
MARKED_UP = st.lists(SIGNS | st.text(max_size=4), max_size=60).map("".join)


def lines_of(text: str) -> list[str]:
    return text.removeprefix("\ufeff").split("\n")


def well_formed(note: Note, text: str) -> None:
    lines = lines_of(text)
    last = 0
    for bullet in note.bullets:
        span = bullet.span
        assert span.line > last, "lines strictly increase"
        last = span.line
        written = lines[span.line - 1][span.column - 1 :][: span.width]
        assert written == bullet.source, "the slice at the span is the source"
        assert bullet.text.strip()
        assert bullet.text.strip() == bullet.text or bullet.form == "code"
        assert all(child.span.line > span.line for child in bullet.children)
        assert all(child.parent is bullet for child in bullet.children)
        assert all(0 <= m.start < m.end <= len(bullet.text) for m in bullet.marks)
        assert all(heading in note.headings for heading in bullet.headings)


@given(st.text() | MARKED_UP)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str) -> None:
    note, _ = read(text, "notes/any.md")
    well_formed(note, text)


ORG = st.sampled_from(
    ["\n* ", "\n** TODO ", "\n- ", "\n  1. ", " :: ", " :a:b:", "*b*", "/i/", "=v=", "~c~", "+s+",
     "\n#+BEGIN_SRC py\n", "\n#+END_SRC\n", "\n#+TITLE: ", "\n: x", "\n:END:\n", "\n:A:\n",
     "[[a][", "]]", "[fn:1]", "<2020-03-02 Mon>", "\\alpha", "x^{2}", "$", "\n|-+-|", "{{{m}}}"]
)  # fmt: skip


@given(st.lists(ORG | LETTERS, max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_as_org(text: str) -> None:
    note, _ = read(text, "notes/any.org")
    well_formed(note, text)


def test_a_line_of_100_000_signs_is_read_as_org() -> None:
    note, _ = read("* Long\n- " + "*a* " * 25_000, "notes/long.org")
    assert [bullet.span.line for bullet in note.bullets] == [2]


@given(MARKED_UP, st.text(min_size=1, max_size=20))
@settings(max_examples=100, deadline=None)
def test_tags_hold_no_space_and_no_empty_level(text: str, name: str) -> None:
    note, _ = read(text, f"notes/{name}.md")
    assert package_of(note.path)
    assert all(deck_of(note).split("::"))
    for bullet in note.bullets:
        for tag in tags_of(note, bullet):
            assert not re.search(r"\s", tag)
            assert all(tag.split("::")), tag


WORDS = st.lists(
    st.sampled_from("amber birch cedar delta ember fjord".split()), min_size=1, max_size=4
)
MARKERS = st.sampled_from(
    ["- ", "* ", "+ ", "1. ", "2) ", "• ", "-   ", "- [ ] ", "- 3) ", "a) ", "- b) ", "iv. "]
)
TREES = st.lists(st.tuples(st.integers(0, 5), MARKERS, WORDS), min_size=1, max_size=30)


@given(TREES, st.sampled_from(["\t", "  ", "    ", "   "]), st.sampled_from(["\n", "\r\n", "\n\n"]))
@settings(max_examples=200, deadline=None)
def test_items_are_below_the_item_that_they_are_indented_under(
    tree: list[tuple[int, str, list[str]]], indent: str, end: str
) -> None:
    depths: list[int] = []
    for depth, _, _ in tree:
        depths.append(min(depth, depths[-1] + 1) if depths else 0)
    text = end.join(
        f"{indent * depth}{marker}{' '.join(words)} {number}x"
        for number, (depth, (_, marker, words)) in enumerate(zip(depths, tree, strict=True))
    )
    note, _ = read(text, "notes/tree.md")
    assert [bullet.text.split()[-1] for bullet in note.bullets] == [
        f"{number}x" for number in range(len(tree))
    ]
    assert [len(bullet.ancestors) for bullet in note.bullets] == depths
    well_formed(note, text)


PROSE = st.sampled_from("Glass flows slowly|see below|It melts.|a term|Why?|And so on:".split("|"))
BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "",
                "- ",
                "  - ",
                "\t* ",
                "1. ",
                "7) ",
                "# ",
                "## ",
                "##",
                "> ",
                "- # ",
                "• ",
                "–  ",
                "    ",
                "  ",
                "\t\t",
                "      # ",
                "a) ",
                "ii. ",
                "— ",
                "✓ ",
                ": ",
                "- #+BEGIN_TIP\n  ",
                "| a |\n|---|\n| x | ",
                "*",
                "- [x] ",
                "> - ",
                "> [!note] ",
                "<div>",
                "- > ",
                "| ",
                "$$ ",
                "+ ",
            ]
        ),
        PROSE,
        st.sampled_from(["\n", "\n\n", "\r\n", "\n---\n", "\n===\n", "\n-\n", "  \n"]),
    ),
    max_size=25,
)


@given(BLOCKS)
@settings(max_examples=400, deadline=None)
def test_prose_is_never_lost(blocks: list[tuple[str, str, str]]) -> None:
    text = "".join(
        f"{before}{said} w{number}w{after}" for number, (before, said, after) in enumerate(blocks)
    )
    note, _ = read(text, "notes/prose.md")
    kept = " ".join(
        [f"{b.text} {' '.join(b.header)}" for b in note.bullets] + [h.text for h in note.headings]
    )
    assert set(re.findall(r"w\d+w", kept)) == {f"w{number}w" for number in range(len(blocks))}
    well_formed(note, text)
