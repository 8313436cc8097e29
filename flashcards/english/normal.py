"""Note-takers' shorthand spelled out; never inside code or formulas.

Every rewrite keeps the meaning as it is; what is ambiguous (`>`, `/`, `->`) is left to the rules.
"""

from __future__ import annotations

import re

_KEPT = re.compile(r"(`[^`]*`|\$[^$]*\$)")
_SHORTHAND = re.compile(r"[wWbB]/|b4|cause|[#&<>=⇒➔⟶→]|etc|[eE]\.?[gG]|[iI]\.?e|[23]d|\s{2}")
"""What every rewrite needs; most texts hold none of it."""
_REWRITES = (
    (re.compile(r"\bw/o\b\s?"), "without "),
    (re.compile(r"\bw/\s?"), "with "),
    (re.compile(r"\b[bB]/[cC]\b"), "because"),
    (re.compile(r"(?<!\w)['’]cause\b"), "because"),
    (re.compile(r"\bb4\b"), "before"),
    (re.compile(r"(?<![\w#&])#\s(?=[a-z]{3,}s\b)"), "number of "),
    (re.compile(r"(?<=\w) & (?=\w)"), " and "),
    (re.compile(r"(?<!\w)>>(?!\w)"), "much larger than"),
    (re.compile(r"(?<!\w)<<(?!\w)"), "much smaller than"),
    (re.compile(r"\s*(?:=>|-->|==>|⇒|➔|⟶)\s*"), " -> "),
    (re.compile(r"\s+→\s*|(?<=\w)->(?=\s)"), " -> "),
    (re.compile(r"\betc(?:\.{3}|…|\.\.)"), "etc."),
    (re.compile(r"\be\.?g\.?,? (?=\S)", re.IGNORECASE), "e.g. "),
    (re.compile(r"\bi\.?e\.,? (?=\S)"), "i.e. "),
    (re.compile(r"\b2d\b"), "2D"),
    (re.compile(r"\b3d\b"), "3D"),
    (re.compile(r"\s{2,}"), " "),
)


_ASIDE = re.compile(r"(`[^`]*`|\$[^$]*\$)|\s*\([^()]*\)")


def without_asides(text: str) -> str:
    """The text without what stands in round brackets, but for those of code and formulas.

    >>> without_asides("The orbit (an ellipse) of `moon(t)` around $p(0)$")
    'The orbit of `moon(t)` around $p(0)$'
    """
    return _ASIDE.sub(lambda found: found[1] or "", text) if "(" in text else text


def spell_out(text: str) -> str:
    """The text with shorthand replaced: `w/`, `b/c`, `# workers`, `&`, `>>`, `=>`.

    >>> spell_out("works w/ # workers >> 8 b/c `a & b`")
    'works with number of workers much larger than 8 because `a & b`'
    """
    if not _SHORTHAND.search(text):
        return text.strip()
    parts = _KEPT.split(text)
    for at in range(0, len(parts), 2):
        for pattern, replacement in _REWRITES:
            parts[at] = pattern.sub(replacement, parts[at])
    return "".join(parts).strip()
