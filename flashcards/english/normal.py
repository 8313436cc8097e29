"""Note-takers' shorthand spelled out; never inside code or formulas.

Every rewrite keeps the meaning as it is; what is ambiguous (`>`, `/`, `->`) is left to the rules.
"""

from __future__ import annotations

from functools import lru_cache

from flashcards import lazy_re as re

_KEPT = re.compile(r"(`[^`]*`|\$[^$]*\$)")
_REWRITES: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    (("w/o",), re.compile(r"\bw/o\b\s?"), "without "),
    (("w/",), re.compile(r"\bw/\s?"), "with "),
    (("b/c",), re.compile(r"\b[bB]/[cC]\b"), "because"),
    (("'cause", "’cause"), re.compile(r"(?<!\w)['’]cause\b"), "because"),
    (("b4",), re.compile(r"\bb4\b"), "before"),
    (("#",), re.compile(r"(?<![\w#&])#\s(?=[a-z]{3,}s\b)"), "number of "),
    (("&",), re.compile(r"(?<=\w) & (?=\w)"), " and "),
    ((">>",), re.compile(r"(?<!\w)>>(?!\w)"), "much larger than"),
    (("<<",), re.compile(r"(?<!\w)<<(?!\w)"), "much smaller than"),
    (("=>", "-->", "⇒", "➔", "⟶"), re.compile(r"\s*(?:=>|-->|==>|⇒|➔|⟶)\s*"), " -> "),
    (("->", "→"), re.compile(r"\s+→\s*|(?<=\w)→\s*|(?<=\w)->(?=\s)"), " -> "),
    (("•",), re.compile(r"^•\s*|(?<=:)\s*•(?=\s)"), ""),
    (("•",), re.compile(r"\s+•\s+"), "; "),
    (("etc",), re.compile(r"\betc(?:\.{3}|…|\.\.)"), "etc."),
    (("e.g", "eg"), re.compile(r"\be\.?g\.?,? (?=\S)", re.IGNORECASE), "e.g. "),
    (("i.e", "ie"), re.compile(r"\bi\.?e\.,? (?=\S)"), "i.e. "),
    (("2d",), re.compile(r"\b2d\b"), "2D"),
    (("(",), re.compile(r"(?<=[A-Za-z0-9]{3})\((?=[A-Z]{2,}\)|[A-Za-z]{2,} [a-z])"), " ("),
    (("3d",), re.compile(r"\b3d\b"), "3D"),
)
"""What one of must stand in the text, in lower case; the shorthand; what it says."""
_SIGNS = tuple((sign, at) for at, (signs, *_) in enumerate(_REWRITES) for sign in signs)
_BLANKS = re.compile(r"\s{2,}")


_ASIDE = re.compile(r"(`[^`]*`|\$[^$]*\$)|\s*\([^()]*\)")


def without_asides(text: str) -> str:
    """The text without what stands in round brackets, but for those of code and formulas.

    >>> without_asides("The orbit (an ellipse) of `moon(t)` around $p(0)$")
    'The orbit of `moon(t)` around $p(0)$'
    """
    return _ASIDE.sub(lambda found: found[1] or "", text) if "(" in text else text


_REFERENCE = re.compile(
    r"\s*\((?:[^()`$]*\bet al\b[^()`$]*|(?:introduced|proposed|described|see|cf\.?) [^()`$]+)\)"
)


def without_references(text: str) -> str:
    """The text without brackets that only say where to read on.

    >>> without_references("What is a weir (introduced in Ansel et al. 1903)?")
    'What is a weir?'
    """
    return _REFERENCE.sub("", text) if "(" in text else text


_PRAISED = re.compile(
    r"^(the|your|our|their) (?:wonderful|awesome|amazing|excellent|fantastic|brilliant|superb|"
    r"fabulous|lovely) (?=[\w`])",
    re.IGNORECASE,
)


def without_praise(text: str) -> str:
    """`the wonderful Weir library` as `the Weir library`: what it is, not how it is liked."""
    return _PRAISED.sub(r"\1 ", text) if _PRAISED.match(text) else text


def without_opening(text: str, opening: re.Pattern[str]) -> str:
    """The text behind what a pattern finds at its head, or all of it: `sub` would look for a head
    everywhere.

    >>> without_opening("so the tide falls so", re.compile("so "))
    'the tide falls so'
    """
    found = opening.match(text)
    return text[found.end() :] if found else text


@lru_cache(maxsize=2048)
def spell_out(text: str) -> str:
    """The text with shorthand replaced: `w/`, `b/c`, `# workers`, `&`, `>>`, `=>`;
    and a space before a bracket.

    >>> spell_out("works w/ # workers >> 8 b/c `a & b`")
    'works with number of workers much larger than 8 because `a & b`'
    >>> spell_out("more sun→less rain")
    'more sun -> less rain'
    >>> spell_out("Fast replay(FR) of weir(s) calls f(x)")
    'Fast replay (FR) of weir(s) calls f(x)'
    """
    small = text.lower()
    signed = sorted({at for sign, at in _SIGNS if sign in small})
    if not signed and not _BLANKS.search(text):
        return text.strip()
    parts = _KEPT.split(text)
    for part in range(0, len(parts), 2):
        for _, pattern, replacement in map(_REWRITES.__getitem__, signed):
            parts[part] = pattern.sub(replacement, parts[part])
        parts[part] = _BLANKS.sub(" ", parts[part])
    return "".join(parts).strip()
