"""HTML as Anki's editor leaves it, back into Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from flashcards import lazy_re as re
from flashcards.markup.gate import SAFE, VOID
from flashcards.markup.markdown import markdown

_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "strike": "~~", "del": "~~"}
_BLOCKS = frozenset("div p blockquote ul ol li pre h1 h2 h3 h4 h5 h6 hr".split())
_KEPT = SAFE - {"br", "a", "tbody", "thead"}
"""Tags for which Markdown has no sign; they stay as they are."""


def from_html(html: str) -> str:
    r"""The Markdown that shows what some HTML shows.

    Two texts that look alike in Anki give the same Markdown, whichever tags they use. Signs are
    escaped only where Markdown would take them for its own.

    >>> from_html("<div><b>Two</b>&nbsp;of <code>a&lt;b</code></div><div>\\(x_1\\) * y</div>")
    '**Two** of `a<b`\n$x_1$ * y'
    """
    if not _SPECIAL.search(html):
        return _spaced(html)
    wanted = look(html)
    for way in _WAYS:
        written = _written(html, way)
        if look(markdown(written)) == wanted:
            break
    return written


def look(html: str) -> str:
    """A form of HTML that is the same for all that looks the same in Anki."""
    if not _SPECIAL.search(html):
        return _spaced(html)
    return _written(html, _ESCAPED)


_SPECIAL = re.compile(r"[<>&`*_$\[\]\\~\n!#]|^\s*(?:[-+]|\d+[.)])\s")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SPACES = re.compile(r"[ \t\xa0]+")
_FORMULA = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
_OWN = re.compile(r"[\\`*_\[\]<>$~&]|(?m:^)[-+#]|(?m:^)(\d{1,9})([.)])")


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _escaped(text: str) -> str:
    return _OWN.sub(lambda own: rf"{own[1]}\{own[2]}" if own[1] else rf"\{own[0]}", text)


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to write HTML as Markdown."""

    escaped: Callable[[str], str]
    signs: Mapping[str, str]
    """What stands for tags that mark words."""
    blocks: frozenset[str]
    """Tags that become lines and their markers; others stay tags."""


_LIGHT = _Way(str, _SIGNS, _BLOCKS)
_ESCAPED = _Way(_escaped, _SIGNS, _BLOCKS)
_WAYS = (
    _LIGHT,
    _ESCAPED,
    _Way(_escaped, {}, _BLOCKS),
    _Way(_escaped, {}, frozenset()),
)
"""From what a person would write to what always works."""


def _written(html: str, way: _Way) -> str:
    reader = _Reader(way)
    reader.feed(_COMMENT.sub("", html))
    reader.close()
    return reader.markdown()


class _Reader(HTMLParser):
    """Collects Markdown while the tags pass."""

    def __init__(self, way: _Way) -> None:
        super().__init__(convert_charrefs=True)
        self._way = way
        self._out: list[str] = []
        self._lists: list[int] = []
        """The number of the next item of each list that is open; 0 for bullets."""
        self._open: list[tuple[str, str, int]] = []
        """The tags that are open, each with what closes it, and how much was written before."""
        self._code: list[str] | None = None
        self._ends_line = False
        """Whether the last piece was a formula that has its line for itself."""

    def markdown(self) -> str:
        text = "".join(self._out)
        text = re.sub(r"[ \t]*\n", "\n", text)
        return re.sub(r"\n{3,}", "\n\n", text).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._code is not None:
            self._code.append("\n" if tag == "br" else "")
        elif tag in self._way.blocks:
            self._block(tag, given)
        elif tag == "br":
            self._put("\n" if self._way.blocks else "<br>")
        elif tag in self._way.signs:
            sign = self._way.signs[tag]
            sign = "" if any(sign == closing for _, closing, _ in self._open) else sign
            self._enter(tag, sign, sign)
        elif tag == "code" and self._way.blocks:
            self._code = []
            self._push(tag)
        elif tag == "a" and given.get("href"):
            self._enter(tag, "[", f"]({given['href']})")
        elif tag == "anki-mathjax":
            sign = "$$" if given.get("block") == "true" else "$"
            self._code = []
            self._push(tag, sign)
        elif tag in ("script", "style"):
            self._code = []
            self._push(tag)
        elif tag in _KEPT and (given or tag not in ("span", "font")):
            picture = _picture(given) if tag == "img" and self._way.signs else ""
            self._enter(tag, picture or _tag(tag, given), "" if tag in VOID else f"</{tag}>")

    def _block(self, tag: str, given: dict[str, str]) -> None:
        if tag == "pre":
            language = re.search(r"language-(\S+)", given.get("class", ""))
            self._line()
            self._code = []
            self._push(tag, language[1] if language else "")
            return
        if tag in ("ul", "ol"):
            start = given.get("start", "")
            first = int(start) if start.isdecimal() else 1
            self._lists.append(first if tag == "ol" else 0)
        if tag == "p":
            self._line()
            self._put("\n" if self._out else "")
        else:
            self._line()
        if tag == "li":
            self._put(self._marker())
        elif tag == "hr":
            self._put("\n---\n")
        elif tag[0] == "h" and tag[1:].isdigit():
            self._put("#" * int(tag[1:]) + " ")
        elif tag == "blockquote":
            self._put("> ")
        if tag not in VOID:
            self._push(tag)

    def _marker(self) -> str:
        depth = "   " * max(0, len(self._lists) - 1)
        if not self._lists or not self._lists[-1]:
            return f"{depth}- "
        self._lists[-1] += 1
        return f"{depth}{self._lists[-1] - 1}. "

    def handle_endtag(self, tag: str) -> None:
        inside_code = self._code is not None and self._open[-1][0] != tag
        if inside_code or all(tag != name for name, _, _ in self._open):
            return
        while self._open:
            name, closing, before = self._open.pop()
            self._leave(name, closing, before)
            if name == tag:
                return

    def _leave(self, tag: str, closing: str, before: int) -> None:
        if self._code is not None:
            self._put(_coded("".join(self._code), tag, closing))
            self._code = None
        elif tag in self._way.blocks:
            if tag in ("ul", "ol"):
                self._lists.pop()
            self._line()
            self._put("\n" if tag == "p" or (tag in ("ul", "ol") and not self._lists) else "")
        else:
            self._exit(closing, before)

    def _push(self, tag: str, closing: str = "") -> None:
        self._open.append((tag, closing, len(self._out)))

    def _enter(self, tag: str, opening: str, closing: str) -> None:
        if tag not in VOID:
            self._push(tag, closing)
        self._put(opening)

    def _exit(self, closing: str, before: int) -> None:
        """Close a stretch; space at its end goes after the sign, which Markdown would not read."""
        if closing and len(self._out) == before + 1:
            self._out.pop()
            return
        last = self._out[-1] if self._out else ""
        kept = last.rstrip(" ")
        if self._out:
            self._out[-1] = kept
        self._put(closing + last[len(kept) :])

    def _line(self) -> None:
        """Begin a line, unless one has just begun."""
        text = self._out[-1] if self._out else "\n"
        if not text.endswith("\n") and not re.fullmatch(r"\s*(?:[-+]|\d+\.) ", text):
            self._put("\n")

    def _put(self, text: str) -> None:
        if self._ends_line and text.strip(" "):
            text = text.lstrip(" ")
            self._out.append("" if text[0] == "\n" else "\n")
            self._ends_line = False
        if text:
            self._out.append(text)

    def _formula(self, inline: str | None, display: str) -> None:
        if inline is not None:
            self._put(f"${inline.strip()}$")
        elif self._way.blocks:
            self._line()
            self._put(f"$${display.strip()}$$")
            self._ends_line = True
        else:
            self._put(f"$${display.strip()}$$")

    def handle_data(self, data: str) -> None:
        if self._code is not None:
            self._code.append(data)
            return
        if any(name == "pre" for name, _, _ in self._open):
            self._put("<br>".join(map(self._way.escaped, data.split("\n"))))
            return
        text = _SPACES.sub(" ", data.replace("\n", " "))
        if not self._out or self._out[-1].endswith("\n"):
            text = text.lstrip(" ")
        at = 0
        for match in _FORMULA.finditer(text):
            self._say(text[at : match.start()])
            self._formula(match[1], match[2])
            at = match.end()
        self._say(text[at:])

    def _say(self, text: str) -> None:
        """Words, which open a line where the formula before them ended one."""
        self._put(self._way.escaped(text.lstrip(" ") if self._ends_line else text))


def _coded(words: str, tag: str, closing: str) -> str:
    if tag in ("script", "style"):
        return ""
    if tag == "anki-mathjax":
        return f"{closing}{words.strip()}{closing}"
    if tag == "pre":
        fence = "```" if "```" not in words else "~~~"
        return f"{fence}{closing}\n{words.strip(chr(10))}\n{fence}\n"
    words = words.replace("\xa0", " ").replace("\n", " ")
    sign = "`"
    while sign in words:
        sign += "`"
    space = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{sign}{space}{words}{space}{sign}" if words else ""


def _picture(given: Mapping[str, str]) -> str:
    """A picture in Markdown; empty where a tag says more than that can."""
    address, alt, width = (given.get(key, "") for key in ("src", "alt", "width"))
    is_plain = _PLAIN_ALT.fullmatch(alt) and _PLAIN_ADDRESS.fullmatch(address)
    if not is_plain or given.keys() - {"src", "alt", "width"} or not (width + "0").isdecimal():
        return ""
    return f"![{alt}{f'|{width}' if width else ''}]({address})"


_PLAIN_ALT = re.compile(r"[\w ,.:;'\"()/+=?-]*")
_PLAIN_ADDRESS = re.compile(r"[\w./%+-]+")


def _tag(name: str, given: dict[str, str]) -> str:
    written = (f' {key}="{escape(_tidy(key, value))}"' for key, value in sorted(given.items()))
    return f"<{name}{''.join(written)}>"


def _tidy(key: str, value: str) -> str:
    return _STYLE.sub(r"\1", value).strip(" ;") if key == "style" else value


_STYLE = re.compile(r"\s*([:;])\s*")
