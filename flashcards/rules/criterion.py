"""Ask when something is so, where a sentence gives the condition that defines it.

- A number is perfect iff it is the sum of its proper divisors
Q: When is a number perfect?
A: If and only if it is the sum of its proper divisors

- We say that a queue is fair when no waiting process is overtaken twice.
Q: When is a queue fair?
A: When no waiting process is overtaken twice

- A map is called conformal if it keeps all angles
Q: When is a map called conformal?
A: If it keeps all angles

- An equation has a root between $a$ and $b$ if and only if $f$ changes its sign there
Q: When does an equation have a root between $a$ and $b$?
A: If and only if $f$ changes its sign there

- There is a tiling of the board iff both colours cover the same area
Q: When is there a tiling of the board?
A: If and only if both colours cover the same area

- If a loan is paid back early, then it is called a bridging loan
Q: When is something called a bridging loan?
A: If a loan is paid back early

- Closed circuit: if the current can flow back to the battery
Q: When is something called a closed circuit?
A: If the current can flow back to the battery

- A lattice $L$ is stiff if no two of its joints can turn.
Q: When is a lattice $L$ stiff?
A: If no two of its joints can turn

- A knot $K$ is tame $\\iff c(K) < 7$
Q: When is a knot $K$ tame?
A: If and only if $c(K) < 7$

- A leaf is called deciduous when it falls in autumn and evergreen when it does not
Q: When is a leaf called deciduous?
A: When it falls in autumn

- It is safe iff both hold
no card

- A bridge is closed if the wind is strong enough
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause, parse
from flashcards.english.questions import one_of
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject
from flashcards.passages.passage import Passage
from flashcards.passages.terms import is_term

NEEDS = "if iff when leftrightarrow longleftrightarrow ⇔ ⟺ <"

LONGEST_CONDITION = 24
LONGEST_STATED = 16

_DEFINED = re.compile(
    r"^(?P<say>(?:we|one|you) (?:say|says|call) (?:that )?)?"
    r"(?P<stated>(?:\$[^$]{1,80}\$|[^;:$]){5,160}?),? "
    r"(?P<mark>iff|if and only if|exactly when|exactly if|precisely when|precisely if|if|when) "
    r"(?P<condition>[^;]{6,240}?)\.?$",
    re.IGNORECASE,
)
_THERE = re.compile(r"^there (?P<be>exists?|is|are) (?P<what>an? .+)$", re.IGNORECASE)
_NAMED = re.compile(
    r"^(?P<condition>(?:if|when) [^;]{8,160}), (?:then )?(?:it|this) is (?:called|known as) "
    r"(?P<name>an? [^,;:.]{3,40})\.?$",
    re.IGNORECASE,
)


_UNDER = re.compile(r"if (?!you |we |i )[^,;:]{12,120}$", re.IGNORECASE)
"""The whole of what is said of a term: a condition without a consequence."""


_SIGN = re.compile(r"\$\s*\\(?:iff|Leftrightarrow|Longleftrightarrow)\s*(?P<only>\$)?|⇔|⟺|<=>|<->")
"""What stands for `iff`: at the head of a formula, all of one, or between two statements."""


def _word(sign: re.Match[str]) -> str:
    opens = sign[0][0] == "$" and not sign["only"]
    return "iff $" if opens else "iff"


def _without_signs(text: str) -> str:
    return _SIGN.sub(
        lambda sign: "iff $" if sign[0][0] == "$" and not sign["only"] else "iff", text
    )


def read(passage: Passage) -> Iterator[Reading]:
    text = _without_signs(passage.text)
    named = _NAMED.match(text)
    if named and not _points(named["condition"]):
        yield Reading(f"When is something called {named['name']}?", named["condition"])
        return
    if passage.label and _UNDER.match(passage.body):
        if is_term(passage.label, passage) and not _points(passage.body.replace(" it ", " ", 1)):
            name = one_of(passage.lowered(passage.label))
            yield Reading(f"When is something called {name}?", passage.body)
        return
    found = _DEFINED.match(text)
    if found is None or not _is_short(found["stated"], found["condition"]):
        return
    mark = found["mark"].lower()
    both = mark not in {"if", "when"}
    there = _THERE.match(found["stated"])
    if there and both:
        asked = f"When {'are' if there['be'].lower() == 'are' else 'is'} there {there['what']}?"
    else:
        clause = parse(found["stated"])
        if clause is None or not _is_definable(clause):
            return
        defined = both or found["say"] or _CALLED.match(clause.predicate)
        if not (defined or _introduces_a_symbol(clause.subject)):
            return
        asked = ask(passage, clause, "When", clause.rest)
    mark = "if and only if" if mark == "iff" else mark
    condition = _SECOND.split(found["condition"], maxsplit=1)[0]
    yield Reading(asked, f"{mark} {condition}")


_SECOND = re.compile(r",? and (?:[\w-]+ ){1,5}(?:if|when) ")
"""`… and a leaf dead when it falls`: another thing and what makes it one."""


_CALLED = re.compile(r"(?:is|are) (?:called|said to be|considered|deemed) ", re.IGNORECASE)


def _introduces_a_symbol(subject: str) -> bool:
    """`A lattice $L$`: what mathematics says of it with a plain `if` defines it."""
    return "$" in subject[1:] and subject[0] != "$"


def _is_short(stated: str, condition: str) -> bool:
    return word_count(stated) <= LONGEST_STATED and word_count(condition) <= LONGEST_CONDITION


def _is_definable(clause: Clause) -> bool:
    """A plain statement about something that the question can name: not about a lone symbol, which
    only the note explains."""
    subject = clause.subject
    lone = len(tokens(subject)) == 1 and len(subject.strip("$`")) < _SHORTEST_SYMBOL
    plain = not (clause.lead or clause.negated or clause.also or clause.following)
    if not plain or lone or _points(subject):
        return False
    return subject.lower().startswith(("a ", "an ")) or names_its_subject(clause)


_SHORTEST_SYMBOL = 3


_POINTERS = closed.POINTING | {"it", "they"}


_OF_ONE_KIND = re.compile(r"\b(?:of|with|in) the same (?=[a-z])")


def _points(text: str) -> bool:
    return bool({token.lower for token in tokens(_OF_ONE_KIND.sub("", text))} & _POINTERS)
