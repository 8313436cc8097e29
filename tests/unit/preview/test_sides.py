"""The sides of a cloze."""

from __future__ import annotations

import pytest

from flashcards.preview.gaps import side

NESTED = "{{c1::the {{c2::inner::which}} one}} and {{c1::more}}"


@pytest.mark.parametrize(
    ("html", "number", "front", "back"),
    [
        (
            NESTED,
            1,
            '<span class="cloze">[...]</span> and <span class="cloze">[...]</span>',
            '<span class="cloze">the <span class="cloze-inactive">inner</span> one</span>'
            ' and <span class="cloze">more</span>',
        ),
        (
            NESTED,
            2,
            '<span class="cloze-inactive">the <span class="cloze">[which]</span> one</span>'
            ' and <span class="cloze-inactive">more</span>',
            '<span class="cloze-inactive">the <span class="cloze">inner</span> one</span>'
            ' and <span class="cloze-inactive">more</span>',
        ),
        (
            r"\(\frac{ {{c1::a}} }{b}\) is {{c1::\(x\)}}",
            1,
            r'\(\frac{ [...] }{b}\) is <span class="cloze">[...]</span>',
            r'\(\frac{ a }{b}\) is <span class="cloze">\(x\)</span>',
        ),
        (
            "{{c1,2::both}}",
            2,
            '<span class="cloze">[...]</span>',
            '<span class="cloze">both</span>',
        ),
        ("<code>{{x}}</code>", 1, "<code>{{x}}</code>", "<code>{{x}}</code>"),
    ],
)
def test_both_sides(html: str, number: int, front: str, back: str) -> None:
    assert side(html, number, back=False) == front
    assert side(html, number, back=True) == back
