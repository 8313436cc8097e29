"""Formulas as MathML."""

from __future__ import annotations

import pytest

from flashcards.preview.formulas import LONGEST, mathml, with_formulas


def test_text_around_formulas_stands() -> None:
    html = r"<b>if</b> \(a &lt; b\), then \[b &gt; a\]"
    shown = with_formulas(html)
    assert shown.startswith("<b>if</b> <math><mi>a</mi><mo>&lt;</mo><mi>b</mi></math>, then <math")
    assert 'display="block"' in shown


@pytest.mark.parametrize(
    "html",
    [
        r"<code>\(x\)</code>",
        r'<pre class="code"><code>\[x\]</code></pre>',
        r'<b title="\(x\)">bold</b>',
        r"<b>\(x</b>\)",
        r"\<span></span>(x\)",
        "no formula",
    ],
)
def test_what_mathjax_leaves_alone(html: str) -> None:
    assert with_formulas(html) == html


def test_a_comment_in_a_formula_keeps_signs_apart_and_is_gone() -> None:
    assert with_formulas(r"\(a<!-- -->b\)") == with_formulas(r"\(a b\)")


@pytest.mark.parametrize(
    "tex",
    [
        r"\unheardof{x}",
        r"\frac{1",
        "x" * (LONGEST + 1),
        "{" * 100_000,
        "{" * 50_000 + "}" * 50_000,
        "[" * 40,
        "(" * 40,
        r"\sqrt[" * 100,
        r"\left(" * 1000,
        r"\begin{matrix}" * 100,
        r"\def\a{\a\a}\a",
    ],
)
def test_what_cannot_be_converted_stands_as_code(tex: str) -> None:
    assert mathml(tex, display=False) == f'<code class="tex">{tex}</code>'


def test_signs_of_html_stay_signs() -> None:
    assert mathml("<script>&", display=False) == '<code class="tex">&lt;script&gt;&amp;</code>'
    assert "<script" not in mathml(r"\text{<script>}", display=False)
    assert "<script" not in with_formulas(r"\(\text{&lt;script&gt;}\)")


def test_an_interval_is_a_formula() -> None:
    assert mathml(r"[0, 1) \cup (2, 3]", display=False).startswith("<math>")


def test_what_mathjax_knows_under_another_name() -> None:
    assert mathml(r"\mbox{rate} = 1", display=False) == mathml(r"\text{rate} = 1", display=False)
