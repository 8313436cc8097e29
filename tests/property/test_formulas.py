"""TeX of any kind: a formula becomes MathML or code, and the text around it stays."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from flashcards.preview.formulas import with_formulas

TOKENS = r"""{ } [ ] ( ) \sqrt \sqrt[ \frac \left( \left[ \right) \begin{matrix} \end{matrix} \\ & x
^ _ ' \text{ \mathbf \mbox{ \hat | \cfrac[ \big \not \operatorname \newcommand{\q}[1] \q #1
\color{red} \overset \limits \sum 1 % <script> "q" é 漢 \unheardof""".split()
TEX = st.lists(st.sampled_from([*TOKENS, " "]), max_size=60).map("".join)


class Tags(HTMLParser):
    """The tags of some HTML, and whether they nest."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.add(tag)
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.names.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(TEX, st.booleans())
@example(r"\\])", False)
def test_any_formula_becomes_mathml_or_code(tex: str, display: bool) -> None:
    inside = escape(re.sub(r"\\+(?=[)\]])", "", tex), quote=False)
    formula = rf"\[{inside}\]" if display else rf"\({inside}\)"
    shown = with_formulas(f"<b>before {formula} after</b>")
    assert shown.startswith("<b>before <")
    assert shown.endswith("> after</b>")
    tags = Tags()
    tags.feed(shown)
    assert tags.open == []
    assert "script" not in tags.names
    assert tags.names & {"math", "code"}
