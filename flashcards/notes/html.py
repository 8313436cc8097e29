"""Which tags in a note are HTML, and what is left of the text between them."""

from __future__ import annotations

from flashcards import lazy_re as re

TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]*>")
"""A tag, with its name as a group."""

NAMES = frozenset(
    "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br "
    "button canvas caption center cite code col colgroup data datalist dd del details dfn dialog "
    "dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 "
    "h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark "
    "marquee menu meta meter nav nobr noscript object ol optgroup option output p param picture "
    "pre progress q rp rt ruby s samp script section select small source span strike strong "
    "style sub summary sup svg path g table tbody td template textarea tfoot th thead time title "
    "tr track tt u ul var video wbr".split()
)
"""The names of HTML 5 and its obsolete ones; `<T>` and `<key>` are no tags but text."""

_APART = frozenset("br p div li td th tr hr dd dt h1 h2 h3 h4 h5 h6 summary details ul ol".split())
"""Tags that part words from each other."""

_RAISED = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(
    zip("0123456789+-=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", strict=True)
)


def in_place_of(tag: str) -> str:
    """What a tag or comment leaves in readable text; the tag itself if HTML does not know it."""
    match = TAG.match(tag)
    if match is None or match[1].lower() not in NAMES:
        return "" if tag.startswith("<!--") else tag
    return " " if match[1].lower() in _APART else ""


def without_tags(html: str) -> str:
    """The text of a block of HTML."""
    return TAG.sub(lambda match: in_place_of(match[0]), html)


def scripted(text: str, tag: str) -> str:
    """What stood within `<sup>` or `<sub>`, in raised or lowered signs, else after `^` or `_`."""
    table, sign = (_RAISED, "^") if tag == "sup" else (_LOWERED, "_")
    if all(letter in table for letter in text):
        return "".join(table[letter] for letter in text)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"
