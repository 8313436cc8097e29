"""Ask how two things compare, or which has more, where a sentence says so.

- Cast iron is heavier than aluminium.
Q: How does cast iron compare with aluminium?
A: It is heavier

- Rye flour binds more water than wheat flour
Q: How does rye flour compare with wheat flour?
A: It binds more water

- Wind has a bigger part in erosion than does rain.
Q: What has a bigger part in erosion than rain?
A: Wind

- Sandstone is as porous as brick
Q: How does sandstone compare with brick?
A: It is as porous

- Granite is more resistant to acid rain than marble
Q: As to acid rain, how does granite compare with marble?
A: It is more resistant

Where the two are compared in several ways, the question would be open.

- Slate is harder than shale
- A roof of slate lasts longer than one of shale
no card

- Rolling grey clouds are darker than the flat clouds
no card

- It is better than nothing
no card

- Questions about luck are more practical than theoretical
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause
from flashcards.english.questions import predicate_of_what
from flashcards.english.stems import stems
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import names_its_subject
from flashcards.passages.complements import pins_down
from flashcards.passages.names import capitalised
from flashcards.passages.passage import Passage

NEEDS = "than as"
NEEDS_CLAUSE = True

_THAN = re.compile(
    r"^(?P<how>[^,;:()]{0,60}?\b(?:more|less|fewer|better|worse|\w{2,}er)\b[^,;:()]{0,60}?)"
    r" than (?:do |does |in |for |with )?(?P<other>[^,;:()]+)$"
)
_AS = re.compile(r"^(?P<how>as [a-z]+(?: [a-z]+)?) as (?P<other>[^,;:()]+)$")
LONGEST_SIDE = 7
_NO_THINGS = frozenset(
    "before expected usual nothing when ever previously normal possible well far long just only "
    "average usually if".split()
)


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if (
        clause is None
        or clause.negated
        or not names_its_subject(clause)
        or clause.voice == "passive"
    ):
        return
    rest = clause.rest.rstrip(".")
    found = _THAN.match(rest) or _AS.match(rest)
    if found is None or not _is_thing(found["other"]) or _points(passage, found["other"]):
        return
    if word_count(clause.subject) > LONGEST_SIDE + 2:
        return
    how, other = found["how"].strip(), found["other"].strip()
    if how.endswith("rather") or {t.lower for t in tokens(how)} & closed.SUBORDINATORS - {"as"}:
        return
    if clause.base == "have" or clause.auxiliary.lower() in closed.MODALS:
        yield from _which(passage, clause, how, other)
    elif not _compared_again(passage, clause.subject, other):
        graded = _GRADED.match(how)
        how = graded["how"] if graded else how
        predicate = " ".join(filter(None, [clause.auxiliary, clause.middle, how]))
        they = "They" if clause.plural else "It"
        asked = _compared(passage, clause, other)
        if graded and not clause.lead:
            side = "as to" if graded["tie"] == "to" else graded["tie"]
            asked = capitalised(f"{side} {graded['side']}, {asked[0].lower()}{asked[1:]}")
        yield Reading(asked, f"{they} {predicate}")


_GRADED = re.compile(
    r"^(?P<how>.*\b(?:more|less|\w{2,}er) \w+) (?P<tie>to|in|for|at) (?P<side>.+)$"
)
"""`more robust to frost`: in what the two differ."""


def _points(passage: Passage, other: str) -> bool:
    """`than the discrete vectors`, which were told of before; not `than the GPU`."""
    found = tokens(other)
    if found[0].lower != "the" or any(token.is_name for token in found):
        return False
    return not stems(other) <= stems(f"{passage.subject} {' '.join(passage.context)}")


def _compared_again(passage: Passage, subject: str, other: str) -> bool:
    """Whether another bullet of the note compares the two as well."""
    sides = (stems(subject), stems(other))
    return any(
        all(side and side <= stems(bullet.text) for side in sides)
        for bullet in passage.around()
        if _COMPARING.search(bullet.text)
    )


_COMPARING = re.compile(
    r"\b(?:than|outperform\w*|compar\w+|faster|better|worse|slower|unlike|whereas|instead)\b", re.I
)


def _which(passage: Passage, clause: Clause, how: str, other: str) -> Iterator[Reading]:
    if pins_down(how, other, least=2) and not clause.lead:
        yield Reading(f"What {predicate_of_what(clause, how)} than {other}?", clause.subject)


def _compared(passage: Passage, clause: Clause, other: str) -> str:
    do = "did" if clause.tense == "past" else "do" if clause.plural else "does"
    lead = f"{clause.lead}, how" if clause.lead else "How"
    return f"{lead} {do} {passage.lowered(clause.subject)} compare with {other}?"


def _is_thing(other: str) -> bool:
    found = tokens(other)
    if not found or word_count(other) > LONGEST_SIDE:
        return False
    first, last = tag(found[0]), tag(found[-1])
    if first.lower in closed.PRONOUNS | _NO_THINGS or first.token.kind == "number":
        return False
    lone = len(found) == 1 and last.may("A") and not last.token.is_capitalised
    return last.may("N") and not lone and not any(tag(token).may("BHMO") for token in found)
