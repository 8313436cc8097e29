"""Ask what one side of an equation is, where a list of properties states it, or under a condition.

## Stiffness
- Weak joints bend
- $s(L \\cdot M) = s(L) \\cdot s(M)$
- $s(L) = s(L^T)$
Q: What is $s(L \\cdot M)$ equal to?
A: $s(L) \\cdot s(M)$
Q: What is $s(L^T)$ equal to?
A: $s(L)$

- $s(L) = -s(M)$ if $M$ is a mirror image of $L$
Q: What is $s(L)$ equal to if $M$ is a mirror image of $L$?
A: $-s(M)$

- $s(L) = 0$ iff $L$ has a loose joint
Q: When does $s(L) = 0$ hold?
A: If and only if $L$ has a loose joint

- $x = 5$
no card

- $f(x) = x^2$
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

NEEDS = "="

LONGEST_LEFT, LONGEST_RIGHT = 50, 100
"""Characters of the sides."""
LONGEST_CONDITION = 20

_ALONE = re.compile(r"\$\$?(?P<formula>[^$]{5,160})\$\$?[.,;]?")
_UNDER = re.compile(
    r"\$(?P<formula>[^$]{5,160})\$,? (?P<mark>iff|if and only if|exactly when|if|when|for all|for "
    r"every|for any) (?P<condition>[^:;]{5,160}?)\.?"
)
_PLAIN = re.compile(r"(?P<name>\\?\w+)\(\w\)|\|\w\|")
"""`s(L)`: of which much is said."""
_GROUP = re.compile(r"\{[^{}]*\}")
_TOLD = re.compile(r"[(\[|+*/^]|\\(?:cdot|times|circ|frac|cap|cup|neg|log|bar|hat|vert|Vert)")
"""What a side has that names more than a letter."""
_ANY = re.compile(r"[a-hyA-H]_?\d?\([a-z]\)|[a-z](?:_\S|\^\S)?")
"""`f(x)`: a name that every example uses."""
_OTHER = re.compile(
    r"\\(?:begin|implies|iff|to|rightarrow|leftarrow|Rightarrow|text|dots|quad)\b|:="
)


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.strip()
    alone, under = _ALONE.fullmatch(text), _UNDER.fullmatch(text)
    whole = text == passage.bullet.text.strip()
    if alone and whole and passage.bullet.form != "paragraph" and passage.context:
        sides = _sides(alone["formula"])
        if sides:
            yield Reading(f"What is ${sides[0]}$ equal to?", f"${sides[1]}$")
    elif under and _is_told(under["condition"]):
        yield from _under(under)


def _under(found: re.Match[str]) -> Iterator[Reading]:
    mark = found["mark"].lower()
    if mark in {"iff", "if and only if", "exactly when"}:
        both = "exactly when" if mark == "exactly when" else "if and only if"
        yield Reading(f"When does ${found['formula']}$ hold?", f"{both} {found['condition']}")
        return
    sides = _sides(found["formula"])
    if sides:
        asked = f"What is ${sides[0]}$ equal to {mark} {found['condition']}?"
        yield Reading(asked, f"${sides[1]}$")


def _is_told(condition: str) -> bool:
    words = {token.lower for token in tokens(condition)}
    return word_count(condition) <= LONGEST_CONDITION and not words & closed.POINTING


def _sides(formula: str) -> tuple[str, str] | None:
    """The two sides of an equation whose left side tells what it is, as `|A \\cdot B|` does."""
    if _OTHER.search(formula) or len(_outside(formula).split("=")) != 2:
        return None
    left, _, right = formula.partition("=")
    left, right = left.strip(), right.strip()
    if left.count("{") != left.count("}") or re.search(r"[<>]|\\(?:le|ge|ne|approx)", formula):
        return None
    told = _TOLD.search(left) and not _ANY.fullmatch(left)
    short = len(left) <= LONGEST_LEFT and 1 <= len(right) <= LONGEST_RIGHT
    if not (told and short):
        return None
    plain = _PLAIN.fullmatch(left)
    swapped = plain and not _PLAIN.fullmatch(right) and right.startswith(plain["name"] or "|")
    return (right, left) if swapped else (left, right)


def _outside(formula: str) -> str:
    """The formula without what stands in braces: the `i=1` of a sum."""
    for _ in range(4):
        formula = _GROUP.sub("", formula)
    return formula
