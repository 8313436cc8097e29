"""The smallest pieces: escaped text, code, formulas."""

from __future__ import annotations

from html import escape

from flashcards import lazy_re as re
from flashcards.media import bare, is_remote, kind_of

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


def embedded(address: str, name: str, alt: str, width: int = 0) -> str:
    """A file as Anki shows it: a picture, or a sound or video to play.

    `name` is what it is called in Anki. A file on the web is a link, so that no card loads it.

    >>> embedded("cell.png", "1a.png", "a cell", 300)
    '<img src="1a.png" alt="a cell" width="300">'
    >>> embedded("talk.mp3", "2b.mp3", "")
    '[sound:2b.mp3]'
    """
    if not name:
        shown = alt or bare(address).rstrip("/").rpartition("/")[2] or address
        return f'<a href="{escape(address)}">{text(shown)}</a>' if is_remote(address) else text(alt)
    if kind_of(name) == "sound":
        return f"[sound:{name}]"
    size = f' width="{width}"' if width else ""
    return f'<img src="{escape(name)}" alt="{escape(alt)}"{size}>'


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
