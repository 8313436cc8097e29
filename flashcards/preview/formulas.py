"""Formulas as MathML, which browsers draw without a program to help them."""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from math_core import LatexToMathML

LONGEST = 2_000
"""Characters of a formula that is converted."""
DEEPEST = 30
"""Pairs of brackets in each other; the converter goes down with the stack at some thousands."""
MOST_OPEN = 8
"""Brackets without a partner, as in `[0, 1)`; each doubles the time that the converter takes."""

_MACROS = {"mbox": r"\text{#1}"}
"""What MathJax knows and the converter does not."""

_PLACES = re.compile(
    r"<(code|pre)\b.*?</\1>"
    r"|\\\((?P<inline>(?:[^<]|<!--.*?-->|<br\s*/?>)*?)\\\)"
    r"|\\\[(?P<display>(?:[^<]|<!--.*?-->|<br\s*/?>)*?)\\\]"
    r"""|<(?:[^<>"']|"[^"]*"|'[^']*')*>""",
    re.DOTALL,
)
"""Formulas as MathJax finds them, and what may hold their signs without being one."""
_TAG = re.compile(r"<!--.*?-->|<br\s*/?>", re.DOTALL)
_SIGN = re.compile(r"\\(?:left|right|begin|end)(?![A-Za-z])|\\.|[][(){}]", re.DOTALL)
_PARTNER = {"}": "{", "]": "[", ")": "(", r"\right": r"\left", r"\end": r"\begin"}


def with_formulas(html: str) -> str:
    r"""The HTML with MathML in the place of TeX; what cannot be converted stands as code.

    >>> with_formulas(r"<code>\(a\)</code> \(x\) \(\unknown\)")
    '<code>\\(a\\)</code> <math><mi>x</mi></math> <code class="tex">\\unknown</code>'
    """
    return _PLACES.sub(_shown, html)


def _shown(match: re.Match[str]) -> str:
    inline, display = match["inline"], match["display"]
    if inline is None and display is None:
        return match[0]
    tex = unescape(_TAG.sub(" ", inline if display is None else display)).strip()
    return mathml(tex, display=display is not None)


def mathml(tex: str, *, display: bool) -> str:
    """A formula as MathML, else as a piece of code."""
    from math_core import LatexError

    if is_tame(tex):
        try:
            return _converter().convert_with_local_state(tex, displaystyle=display)
        except LatexError:
            pass
    return f'<code class="tex">{escape(tex, quote=False)}</code>'


def is_tame(tex: str) -> bool:
    r"""Whether a formula is one that the converter takes in its stride.

    >>> is_tame(r"[0, 1) \cup \left(a\right]"), is_tame("(" * 9), is_tame("{" * 50 + "}" * 50)
    (True, False, False)
    """
    if len(tex) > LONGEST:
        return False
    stack: list[str] = []
    alone = 0
    for sign in _SIGN.findall(tex):
        if sign in _PARTNER.values():
            stack.append(sign)
        elif _PARTNER.get(sign) in stack:
            while stack.pop() != _PARTNER[sign]:
                alone += 1
        if len(stack) > DEEPEST:
            return False
    return alone + len(stack) <= MOST_OPEN


@cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML

    return LatexToMathML(macros=_MACROS, fancy_error=False)
