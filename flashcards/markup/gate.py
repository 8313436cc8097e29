"""The gate: which HTML a person may write."""

from __future__ import annotations

from flashcards import lazy_re as re

VOID = frozenset({"br", "hr", "img", "wbr"})
SAFE = VOID | frozenset(
    "a abbr b bdi bdo big blockquote cite code col colgroup dd del details dfn div dl dt em "
    "figcaption figure font h1 h2 h3 h4 h5 h6 i ins kbd li mark ol p pre q rp rt ruby s samp small "
    "span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var".split()
)
"""The tags that only dress text, as Anki's editor and its users write them."""

_ATTRIBUTES = {
    "*": {"class", "dir", "lang", "style", "title"},
    "a": {"href"},
    "font": {"color", "size", "face"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_STYLES = set(
    "background background-color border color font-family font-size font-style font-weight height "
    "margin margin-left max-height max-width padding text-align text-decoration "
    "text-decoration-line vertical-align white-space width".split()
)


_LOADS = re.compile(r"[\\]|\b(?:url|src|image|image-set|cross-fade|element)\s*\(", re.IGNORECASE)
"""What in a style may fetch something, or be written so that nobody sees what it does."""


def _kept(tag: str, attribute: str, value: str) -> str | None:
    return None if attribute == "style" and _LOADS.search(value) else value


def gated(html: str) -> str:
    """The HTML without anything that runs, loads or covers other things.

    >>> gated('<b onclick="x()">bold</b><script>x()</script>')
    '<b>bold</b>'
    >>> gated('<b style="background: url(//x.example/1.gif)">bold</b>')
    '<b>bold</b>'
    """
    import nh3

    return nh3.clean(
        html,
        tags=set(SAFE),
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        filter_style_properties=_STYLES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
