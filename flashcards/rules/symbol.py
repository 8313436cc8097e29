"""Ask what a symbol denotes: one that says of what it is, or one of a formula that the question
can show.

- Ideal gas law: $pV = nRT$
    - where $n$ is the amount of gas in moles
Q: In $pV = nRT$, what does $n$ denote?
A: The amount of gas in moles

- The load is $q = m / w$, where $m$ is the mass of the cart and $w$ is the width of a wheel.
Q: In $q = m / w$, what does $m$ denote?
A: The mass of the cart
Q: In $q = m / w$, what does $w$ denote?
A: The width of a wheel

- $j(L) = |J|$: number of joints of $L$
Q: What does $j(L)$ denote?
A: Number of joints of $L$

- `x` denotes the input of the layer
no card

- $n$ is large
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.imperatives import commanded
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEEDS = "$ `"

LONGEST_MEANING = 20
LONGEST_SHOWN = 80
"""Characters of a formula that a question shows."""
_FARTHEST = 6
"""Bullets between a formula and the last of its symbols."""

_FORMULA = re.compile(
    rf"\$\$[^$]{{1,{LONGEST_SHOWN}}}=[^$]{{1,{LONGEST_SHOWN}}}\$\$|"
    rf"\$[^$]{{1,{LONGEST_SHOWN}}}=[^$]{{1,{LONGEST_SHOWN}}}\$|"
    rf"`[^`]{{1,{LONGEST_SHOWN}}} = [^`]{{1,{LONGEST_SHOWN}}}`"
)
_LEGEND = re.compile(r"[,;:.]? (?:where|with|here),? (?=[$`])", re.IGNORECASE)
_PARTS = re.compile(r"(?:[,;]? and|[,;]) (?=[$`])")
_SYMBOL = re.compile(
    r"^(?:(?:where|with|and|here),? )?(?P<symbol>\$[^$]{1,60}\$|`[^`]{1,30}`)"
    r"(?P<tie> (?:is|are) | denotes? | stands for | represents | ?: | = | - | – | (?=the ))"
    r"(?P<meaning>\S.*)$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\\?[A-Za-z]+'?(?:_(?:\w{1,3}|\{\w{1,5}\}))?'?")
_TOLD = re.compile(
    r"\\?[A-Za-z]+'?(?:_(?:\w|\{[^{}]*\}))?(?: ?\([^()=<>]*\)|\[[^][=<>]*\])|\|[^|=<>]+\||"
    r"\\?[A-Za-z]+(?:_\{\w,\w\}|\^(?:\*|T|\\[a-z]+|\{-1\}))"
)
"""`|G|`, `j(L)`, `K_{m,n}`, `A^T`: a symbol that says of what it is."""
_ATOM = re.compile(r"\$[^$]*\$|`[^`]*`")
_DEFINED = re.compile(r"\$(?P<left>[^$=<>]{2,30}?)\s*:?=[^$]*\$")


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.strip().rstrip(".")
    legend = _LEGEND.search(text)
    shown = _FORMULA.findall(text[: legend.start()]) if legend else []
    if legend and len(shown) == 1:
        formula, text = shown[0], text[legend.end() :]
    else:
        formula = _formula_above(passage)
    parts = _PARTS.split(text)
    if not any(_ATOM.fullmatch(part) for part in parts):
        for part in parts:
            yield from _denoted(part, formula)


def _denoted(text: str, formula: str) -> Iterator[Reading]:
    found = _SYMBOL.match(text)
    if found is None or not _is_meaning(found["meaning"]):
        return
    symbol = _DEFINED.sub(lambda defined: f"${defined['left']}$", found["symbol"])
    bare = symbol.strip("$`")
    if _LETTER.fullmatch(bare):
        if formula and _holds(formula, bare):
            inline = formula.replace("$$", "$")
            yield Reading(f"In {inline}, what does {symbol} denote?", found["meaning"])
    elif _TOLD.fullmatch(bare) and found["tie"].strip() not in {"is", "are"} and symbol[0] == "$":
        yield Reading(f"What does {symbol} denote?", found["meaning"])


def _is_meaning(meaning: str) -> bool:
    """A noun phrase."""
    words = tokens(meaning)
    first, last = tag(words[0]), tag(words[-1])
    if last.may("A") and not last.forms and len(words) == 2:
        return False  # `the outer`
    if not 2 <= word_count(meaning) <= LONGEST_MEANING or meaning.endswith((":", "?")):
        return False
    if not first.may("DNA") or first.may("IPS!") or first.kind in {"number", "atom"}:
        return False
    told = parse(meaning) is not None and " where " not in meaning
    return not told and commanded(meaning) is None and "=>" not in meaning and "->" not in meaning


_WORDS = re.compile(r"\\(?:text|mathrm|operatorname)\{[^{}]*\}|\\[A-Za-z]+|[A-Za-z]{4,}")


def _holds(formula: str, symbol: str) -> bool:
    """Whether a formula has the symbol, which may touch another: the `m` of `ma`."""
    letters = formula if symbol[0] == "\\" or len(symbol) > 1 else _WORDS.sub(" ", formula)
    return symbol in letters


def _formula_above(passage: Passage) -> str:
    """The nearest formula above that the question can show: in the parent, or before the first of
    the symbols that are explained one below another."""
    if passage.bullet.parent is not None:
        inside = _FORMULA.findall(passage.bullet.parent.text)
        if len(inside) == 1:
            return str(inside[0])
    before = passage.previous
    for _ in range(_FARTHEST):
        if before is None or before.bullet.headings != passage.bullet.headings:
            return ""
        shown = _FORMULA.findall(before.text)
        if shown:
            return str(shown[0]) if len(shown) == 1 else ""
        if not _SYMBOL.match(before.text.strip()):
            return ""
        before = before.previous
    return ""
