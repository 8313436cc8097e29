"""Ask how, where a sentence names the means.

- Bees ventilate the hive by fanning their wings.
Q: How do bees ventilate the hive?
A: By fanning their wings

- Dates are estimated using carbon isotopes
Q: How are dates estimated?
A: Using carbon isotopes

- Bakers test the loaf with a long needle
Q: How do bakers test the loaf?
A: With a long needle

- The depth of a lake can be measured through the echo of a sound
Q: How can the depth of a lake be measured?
A: Through the echo of a sound

- Two planks can be joined using pegs, let $p$ be the number of pegs
Q: How can two planks be joined?
A: Using pegs

- By fanning, bees ventilate the hive
no card

- A tall mast can also be raised by pulling it up with a crane
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import Hanging, ask, hanging, stands_alone
from flashcards.passages.complements import pins_down, whole
from flashcards.passages.passage import Passage

NEEDS = "using via by with through"
NEEDS_CLAUSE = True


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    tool = _with_tool(passage) if clause else None
    if clause and tool:
        yield from _by_tool(passage, clause, tool)
        return
    found = hanging(passage, "means") or (_channel(passage) if clause else None)
    if clause is None or found is None or not stands_alone(clause) or word_count(found.whole) < 2:
        return
    opening = tokens(found.whole)[:2]
    if found.adjunct.marker == "by" and not opening[-1].lower.endswith("ing"):
        return
    if clause.subject == "the authors" and clause.base in _PRESENTING:
        return
    if re.search(r"\b(?:or|and)$", clause.rest[: clause.rest.find(found.whole)].rstrip()):
        return  # one of several things, not the means
    if clause.base in {"seem", "appear", "tend"} or clause.negated:
        return
    if _is_loose(clause, found):
        return
    if _PROSE_IN_DOLLARS.search(found.whole):
        return
    asked = ask(passage, clause, "How", found.before)
    if clause.voice != "copula" and pins_down(asked, least=1.6):
        yield Reading(asked, found.whole)


_ALSO = re.compile(r"\b(?:can|could|may) also\b")
_SECOND_VERB = re.compile(r", and [a-z]+$")
"""`split the log, and saw by hand`."""
_OPEN_ENDS = frozenset("performance results quality efficiency accuracy work".split())


def _is_loose(clause: Clause, found: Hanging) -> bool:
    """Where there are many ways: `improves performance`, `can also be cut by …`; where none is
    told: `via another one`."""
    whose = tokens(clause.subject)[0].lower
    one_more = _ALSO.search(clause.text) is not None
    return (
        found.before in _OPEN_ENDS
        or whose == "all"
        or " another " in found.whole
        or (one_more or _SECOND_VERB.search(found.before) is not None)
    )


_PROSE_IN_DOLLARS = re.compile(r"\$[a-z]+ [a-z]+ ")
_PRESENTING = frozenset("present propose introduce describe suggest develop show argue".split())
"""What authors do by writing; the means belongs to what they present."""


_TOOLED = frozenset(
    "determine find compute calculate estimate solve sort detect measure cut clean remove optimize "
    "optimise approximate minimize maximise maximize select search seal fix repair fasten kill "
    "treat cure identify classify rank encode decode compress encrypt sign verify test trace track "
    "sharpen polish heat cool dry filter separate purify".split()
)
"""What is done with a tool; `with` after other verbs may say with whom, or what has it."""


def _with_tool(passage: Passage) -> Hanging | None:
    found = hanging(passage, "place", "means")
    fits = found is not None and found.adjunct.marker == "with"
    return found if fits and passage.clause and passage.clause.base in _TOOLED else None


def _channel(passage: Passage) -> Hanging | None:
    """`can be measured through its echo`: of a passive, what stands behind `through` is the way."""
    clause = passage.clause
    found = hanging(passage, "place") if clause and clause.voice == "passive" else None
    through = found is not None and found.adjunct.marker == "through" and not found.before
    return found if through and clause and clause.base not in _PASSED else None


_PASSED = frozenset("feed pass send run route pump push propagate backpropagate carry".split())
"""What goes through a thing does not do so by means of it."""


def _by_tool(passage: Passage, clause: Clause, tool: Hanging) -> Iterator[Reading]:
    """`Bakers seal the crust with steam` says how they seal it."""
    asked = ask(passage, clause, "How", tool.before)
    answer = whole(tool.whole)
    if not re.match(r"with (?:an?|the|its|their) ", answer):
        return  # `filters images with low variance` says which images
    if tool.before and stands_alone(clause) and pins_down(asked) and word_count(answer) >= 2:
        yield Reading(asked, answer)
