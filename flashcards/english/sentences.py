"""Where one sentence ends and the next begins."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english.tagging import is_common_word

_BREAK = re.compile(
    r"""(?<=[.!?])["”'’)\]]*\s+(?=["“‘(\[*]?[A-Z0-9`$])|(?<=[a-z]{4}\.)\s+(?=[a-z])"""
)
_STOP = re.compile(r"[.!?]")
_LAST_WORD = re.compile(r"(?<![\w'’./-])[a-z]{5,}\.$")
"""A word long enough to be none that is cut short, where the next sentence has no capital."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|cf|et al|fig|eq|ex|approx|resp|no|sec|ch|p|pp|ca|dr|mr|mrs|ms|st|prof"
    r"|etc|esp|incl|al|inc|vol|jr|art|núm|abs|bzw|z\.b|d\.h|u\.a|ej|pág|[a-z]|i\.i\.d|w\.r\.t)\.|\.\.\.|^\(?\d{1,2}\.)$",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"`[^`]*`|\$[^$]*\$|\([^()]*\)")


def is_short(before: str) -> bool:
    """Whether the full stop that ends a text is that of a short word: `esp.`"""
    return bool(_ABBREVIATION.search(before[-12:]))


def _ends(before: str) -> bool:
    """Whether a text that goes on in lower case behind its full stop ends in an English word."""
    word = _LAST_WORD.search(before)
    return word is not None and is_common_word(word[0][:-1])


def sentences(text: str) -> list[str]:
    """The sentences of a text; never cut in code, formulas, parentheses or after `e.g.`.

    >>> sentences("It scales well. See Fig. 3 (cf. Sec. 2. Really). Why?")
    ['It scales well.', 'See Fig. 3 (cf. Sec. 2. Really).', 'Why?']
    >>> sentences("it opens the gates. these are of max. width")
    ['it opens the gates.', 'these are of max. width']
    """
    if not (_STOP.search(text, 0, len(text) - 1) and _BREAK.search(text)):
        return [text.strip()] if text.strip() else []
    hidden = [match.span() for match in _HIDDEN.finditer(text)]
    found, start, passed = [], 0, 0
    for match in _BREAK.finditer(text):
        while passed < len(hidden) and hidden[passed][1] <= match.start():
            passed += 1
        inside = passed < len(hidden) and hidden[passed][0] < match.start()
        before = text[max(start, match.start() - 12) : match.start()].rstrip("\"”'’)]")
        if text[match.end()].islower() and not _ends(
            text[max(0, match.start() - 24) : match.start()]
        ):
            continue
        if inside or (is_short(before) and not before.endswith("etc.")):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]
