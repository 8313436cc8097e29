"""The smallest pieces: escaped text, code, formulas."""

from __future__ import annotations

import re
from html import escape

_FORMULA_SIGN = re.compile(r"\\(?=[(\[])")
_COMMAND = re.compile(r"\[(?=(?:sound|anki):|/?latex\]|/?\$\$?\])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def text(words: str) -> str:
    r"""Words as HTML that shows just them: `\(` begins no formula.

    >>> text("List<int> & a < b")
    'List&lt;int&gt; &amp; a &lt; b'
    """
    shown = escape(_CONTROL.sub("", words), quote=False)
    return _FORMULA_SIGN.sub(r"\\<span></span>", shown) if "\\" in shown else shown


def literal(words: str) -> str:
    """Words that stand for nothing but themselves, on their own."""
    return without_commands(text(words))


def without_commands(html: str) -> str:
    """HTML in which `[sound:…]`, `[latex]` and the like are words, no commands to Anki."""
    return _COMMAND.sub("[<!-- -->", html) if "[" in html else html


def code(words: str) -> str:
    return f"<code>{escape(words, quote=False)}</code>"


def formula(tex: str, *, display: bool) -> str:
    r"""TeX between the delimiters that Anki's MathJax reads.

    >>> formula("a < b", display=False)
    '\\(a &lt; b\\)'
    """
    inside = escape(tex, quote=False)
    return rf"\[{inside}\]" if display else rf"\({inside}\)"


def code_block(words: str, language: str) -> str:
    """A block of code, in colours where the language is known."""
    lines = words.removesuffix("\n")
    kind = f"code language-{escape(language)}" if language else "code"
    return f'<pre class="{kind}"><code>{_coloured(lines, language)}</code></pre>'


def _coloured(words: str, language: str) -> str:
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(words, quote=False)
    shown: str = highlight(words, lexer, HtmlFormatter(nowrap=True, classprefix="hl-"))
    return shown.removesuffix("\n")
