"""Markup, case by case: what a text becomes in Anki."""

from __future__ import annotations

import pytest

from flashcards.markup import cloze, from_html, markdown, plain
from flashcards.model import Mark


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("List<int> and <my-tag>", "List&lt;int&gt; and &lt;my-tag&gt;"),
        ("`a < b`", "<code>a &lt; b</code>"),
        ("``a ` b``", "<code>a ` b</code>"),
        ("$a < b$", "\\(a &lt; b\\)"),
        ("$$x$$", "\\[x\\]"),
        ("2 * 3 * 4 _is_ **so**", "2 * 3 * 4 _is_ **so**"),
        ("$5 and $6", "$5 and $6"),
        ("$5-$6", "$5-$6"),
        ("- no list", "- no list"),
        ("# no heading", "# no heading"),
        ("a\nb", "a<br>b"),
        ("[sound:x.mp3]", "[<!-- -->sound:x.mp3]"),
        ("\\(x\\)", "\\<span></span>(x\\)"),
        ("a:\n```\nb < c\n\nd\n```\ne", 'a:<pre class="code"><code>b &lt; c\n\nd</code></pre>e'),
        ("&lt; and &amp;", "&amp;lt; and &amp;amp;"),
    ],
)
def test_a_text_of_the_notes(text: str, html: str) -> None:
    assert plain(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** ~~c~~ `d`", "<em>a</em> <strong>b</strong> <s>c</s> <code>d</code>"),
        ("\\*a\\* ~b~", "*a* ~b~"),
        ("[a](https://b.example)", '<a href="https://b.example">a</a>'),
        ("[a](javascript:b)", "a"),
        ("![a](b.png)", '<img src="b.png" alt="a">'),
        ("- a", "- a"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("a\nb\n\nc", "a<br>b<br><br>c"),
        ("a\n$$x$$\nb", "a \\[x\\] b"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("<b>a", "&lt;b&gt;a"),
        ("List<int> <script>x</script>", "List&lt;int&gt; &lt;script&gt;x&lt;/script&gt;"),
        ('<b onclick="x">a</b>', "<b>a</b>"),
        ('<span style="color:red;position:fixed">a</span>', '<span style="color:red">a</span>'),
        ("```\na<b\n```\n\nc", '<pre class="code"><code>a&lt;b</code></pre>c'),
        ("a <!-- b --> c", "a  c"),
        (r"\(a < b\) and `\(c\)`", r"\(a &lt; b\) and <code>\(c\)</code>"),
        ("\\\\(b\\\\)", "\\<span></span>(b\\)"),
        (
            "| a | b |\n|--|--:|\n| 1 | `c` |",
            '<table><tr><th>a</th><th style="text-align:right">b</th></tr>'
            '<tr><td>1</td><td style="text-align:right"><code>c</code></td></tr></table>',
        ),
        ('<b style="background:url(//x.example/1)">a</b>', "<b>a</b>"),
        ('<b style="color:red;background:u\\72l(//x.example/1)">a</b>', "<b>a</b>"),
        ("![a](https://x.example/1.png)", '<a href="https://x.example/1.png">a</a>'),
        ('<img src="https://x.example/1.png" alt="a">', '<a href="https://x.example/1.png">a</a>'),
        ('<img src="//x.example/1.png" alt="a" onerror="x()">', "a"),
        ('<img src="a.png" onerror="x()">', '<img src="a.png">'),
        ("![a](data:image/png;base64,AAAA)", "a"),
        ("![a](../../x.png) ![b](\\\\host\\x.png)", "a b"),
    ],
)
def test_what_a_person_wrote(text: str, html: str) -> None:
    assert markdown(text) == html


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([Mark("strong", 2, 5)], "a <strong><code>b</code></strong> \\(c\\) d &lt; e"),
        ([Mark("emphasis", 6, 11)], "a <code>b</code> <em>\\(c\\) d</em> &lt; e"),
        (
            [Mark("link", 0, 15, "https://x.example/?a&b"), Mark("strong", 0, 1)],
            '<a href="https://x.example/?a&amp;b"><strong>a</strong> <code>b</code> '
            "\\(c\\) d &lt; e</a>",
        ),
        (
            [Mark("strong", 0, 5), Mark("emphasis", 3, 11)],
            "<strong>a <code>b</code></strong> \\(c\\) d &lt; e",
        ),
    ],
)
def test_what_a_note_sets_apart(marks: list[Mark], html: str) -> None:
    assert plain("a `b` $c$ d < e", marks) == html


def test_signs_of_the_text_itself_stay() -> None:
    assert plain("\ue000 bold", [Mark("strong", 2, 6)]) == "\ue000 bold"


def test_code_is_coloured_by_its_language() -> None:
    html = markdown("```python\ndef f(): pass\n```\n")
    assert html.startswith('<pre class="code language-python"><code><span class="hl-k">def</span>')
    assert markdown("```no-such-language\nx\n```\n").endswith("<code>x</code></pre>")


@pytest.mark.parametrize(
    ("text", "html", "numbers"),
    [
        ("{{c1::a}} b {{c3::c}}", "{{c1::a}} b {{c3::c}}", (1, 3)),
        ("{{c1::a::hint}}", "{{c1::a::hint}}", (1,)),
        ("{{c1::`a::b`}}", "{{c1::<code>a:<!-- -->:b</code>}}", (1,)),
        ("{{c1::`a::b`::hint}}", "{{c1::<code>a:<!-- -->:b</code>::hint}}", (1,)),
        ("{{c1::$\\frac{a}{b}$}}", "{{c1::\\(\\frac{a}{b}\\)}}", (1,)),
        ("${{c1::\\frac{a}{b}}}$", "\\({{c1::\\frac{a}{b} }}\\)", (1,)),
        ("{{c1::$a_{b_{c}}$}}", "{{c1::\\(a_{b_{c} }\\)}}", (1,)),
        ("{{c1::{a}}}", "{{c1::{a}<!-- -->}}", (1,)),
        ("{{c1::a {{c2::b}} c}}", "{{c1::a {{c2::b}} c}}", (1, 2)),
        ("{{c1,2::a}}", "{{c1,2::a}}", (1, 2)),
        ("`f({{c1::x}})`", "<code>f({{c1::x}})</code>", (1,)),
        ("{{c1::a { b}} c", "{{c1::a { b}} c", (1,)),
        ("{{c1::open", "{<!-- -->{c1::open", ()),
        ("no gap", "no gap", ()),
    ],
)
def test_gaps(text: str, html: str, numbers: tuple[int, ...]) -> None:
    assert cloze(text, "", plain) == (html, numbers)


def test_the_hidden_words_tell_a_hint_from_a_name() -> None:
    assert cloze("{{c1::std::map}}", "std", plain)[0] == "{{c1::std::map}}"
    assert cloze("{{c1::std::map}}", "std::map", plain)[0] == "{{c1::std:<!-- -->:map}}"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("a&nbsp;b&amp;c", "a b&c"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("a<br><br>b", "a\n\nb"),
        ("<b>a</b> <i>b</i> <code>c</code>", "**a** *b* `c`"),
        ("<b>a </b>b", "**a** b"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ul><li>a</li></ul>", "<ul><li>a</li></ul>"),
        ("\\(x\\) and \\[y\\]", "$x$ and\n$$y$$"),
        ("2 * 3 and *a*", "2 \\* 3 and \\*a\\*"),
        ('<a href="https://b.example">a</a>', "[a](https://b.example)"),
        ("<pre><code>a &lt; b</code></pre>", "```\na < b\n```"),
        ("{{c1::std:<!-- -->:map}}", "{{c1::std::map}}"),
        ("<script>x</script>a", "a"),
        ("&nbsp;- a<ul><li>b</li></ul>", "\\- a\n- b"),
        ("<b></b>a<div><br></div>", "a"),
    ],
)
def test_html_from_anki(html: str, text: str) -> None:
    assert from_html(html) == text


def test_deep_and_long_texts_take_their_time_and_no_more() -> None:
    nested = "{{c1::" * 3_000 + "a::b" + "}}" * 3_000
    for text in (
        nested,
        "{{c1::" * 5_000,
        "<b>" * 5_000 + "</i>" * 5_000,
        "[" * 20_000,
        "*a " * 10_000,
    ):
        cloze(text, "", markdown)
        from_html(markdown(text))
