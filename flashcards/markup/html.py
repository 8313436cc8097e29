"""HTML as Anki's editor leaves it, back into Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser

from flashcards.markup.gate import SAFE, VOID
from flashcards.markup.markdown import markdown

_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "strike": "~~", "del": "~~"}
_BLOCKS = frozenset("div p blockquote ul ol li pre h1 h2 h3 h4 h5 h6 hr".split())
_KEPT = SAFE - _BLOCKS - {"br", "code", "a", "tbody", "thead"}
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
    for escaped, signs in ((str, _SIGNS), (_escaped, _SIGNS), (_escaped, {})):
        written = _written(html, escaped, signs)
        if look(markdown(written)) == wanted:
            break
    return written


def look(html: str) -> str:
    """A form of HTML that is the same for all that looks the same in Anki."""
    if not _SPECIAL.search(html):
        return _spaced(html)
    return _written(html, _escaped, _SIGNS)


_SPECIAL = re.compile(r"[<>&`*_$\[\]\\~\n!#]|^\s*(?:[-+]|\d+[.)])\s")
_SPACES = re.compile(r"[ \t\xa0]+")
_FORMULA = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
_OWN = re.compile(r"[\\`*_\[\]<>$~&]|(?<=\n)(?=[-+#]|\d+[.)])|^(?=[-+#]|\d+[.)])")


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _escaped(text: str) -> str:
    return _OWN.sub(lambda match: f"\\{match[0]}", text)


def _written(html: str, escaped: Callable[[str], str], signs: Mapping[str, str]) -> str:
    reader = _Reader(escaped, signs)
    reader.feed(html)
    reader.close()
    return reader.markdown()


class _Reader(HTMLParser):
    """Collects Markdown while the tags pass."""

    def __init__(self, escaped: Callable[[str], str], signs: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self._escaped = escaped
        self._signs = signs
        self._out: list[str] = []
        self._lists: list[int] = []
        """The number of the next item of each list that is open; 0 for bullets."""
        self._open: list[tuple[str, str]] = []
        """The tags that are open, each with what closes it."""
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
        elif tag in _BLOCKS:
            self._block(tag, given)
        elif tag == "br":
            self._put("\n")
        elif tag in self._signs:
            self._enter(tag, self._signs[tag], self._signs[tag])
        elif tag == "code":
            self._code = []
            self._open.append((tag, ""))
        elif tag == "a" and given.get("href"):
            self._enter(tag, "[", f"]({given['href']})")
        elif tag == "anki-mathjax":
            sign = "$$" if given.get("block") == "true" else "$"
            self._code = []
            self._open.append((tag, sign))
        elif tag in ("script", "style"):
            self._code = []
            self._open.append((tag, ""))
        elif tag in _KEPT and (given or tag not in ("span", "font")):
            self._enter(tag, _tag(tag, given), "" if tag in VOID else f"</{tag}>")

    def _block(self, tag: str, given: dict[str, str]) -> None:
        if tag == "pre":
            language = re.search(r"language-(\S+)", given.get("class", ""))
            self._line()
            self._code = []
            self._open.append((tag, language[1] if language else ""))
            return
        if tag in ("ul", "ol"):
            start = given.get("start", "1")
            self._lists.append(int(start) if tag == "ol" and start.isdigit() else tag == "ol")
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
            self._open.append((tag, ""))

    def _marker(self) -> str:
        depth = "   " * max(0, len(self._lists) - 1)
        if not self._lists or not self._lists[-1]:
            return f"{depth}- "
        self._lists[-1] += 1
        return f"{depth}{self._lists[-1] - 1}. "

    def handle_endtag(self, tag: str) -> None:
        inside_code = self._code is not None and self._open[-1][0] != tag
        if inside_code or all(tag != name for name, _ in self._open):
            return
        while self._open:
            name, closing = self._open.pop()
            self._leave(name, closing)
            if name == tag:
                return

    def _leave(self, tag: str, closing: str) -> None:
        if self._code is not None:
            self._put(_coded("".join(self._code), tag, closing))
            self._code = None
        elif tag in _BLOCKS:
            if tag in ("ul", "ol"):
                self._lists.pop()
            self._line()
            self._put("\n" if tag == "p" or (tag in ("ul", "ol") and not self._lists) else "")
        else:
            self._exit(closing)

    def _enter(self, tag: str, opening: str, closing: str) -> None:
        self._put(opening)
        if tag not in VOID:
            self._open.append((tag, closing))

    def _exit(self, closing: str) -> None:
        """Close a stretch; space at its end goes after the sign, which Markdown would not read."""
        last = self._out[-1] if self._out else ""
        if last == closing:
            self._out.pop()
            return
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
        else:
            self._line()
            self._put(f"$${display.strip()}$$")
            self._ends_line = True

    def handle_data(self, data: str) -> None:
        if self._code is not None:
            self._code.append(data)
            return
        text = _SPACES.sub(" ", data.replace("\n", " "))
        at = 0
        for match in _FORMULA.finditer(text):
            self._put(self._escaped(text[at : match.start()]))
            self._formula(match[1], match[2])
            at = match.end()
        self._put(self._escaped(text[at:]))


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


def _tag(name: str, given: dict[str, str]) -> str:
    written = (f' {key}="{escape(_tidy(key, value))}"' for key, value in sorted(given.items()))
    return f"<{name}{''.join(written)}>"


def _tidy(key: str, value: str) -> str:
    return _STYLE.sub(r"\1", value).strip(" ;") if key == "style" else value


_STYLE = re.compile(r"\s*([:;])\s*")
