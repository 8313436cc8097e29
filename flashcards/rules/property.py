"""Ask what a property is tied to: what something is prone to, aware of, good for.

- Young birches are prone to late frost.
Q: What are young birches prone to?
A: Late frost

- A sundial is independent of any power supply
Q: What is a sundial independent of?
A: Any power supply

- Rust is usually the product of slow oxidation
Q: What is rust usually the product of?
A: Slow oxidation

- Heavy frost has lasting effects on young vines
Q: What does heavy frost have lasting effects on?
A: Young vines

- Caravaggio was famous for his use of light and shade
Q: What was Caravaggio famous for?
A: His use of light and shade

- Polite debate is limited to facts and figures, avoids insults
Q: What two things is polite debate limited to?
A: Facts and figures

- Pottery is able to hold water
no card

- They are good at it
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause
from flashcards.english.tagging import tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject, what
from flashcards.passages.complements import can_answer, pins_down, whole
from flashcards.passages.passage import Passage

LEAST_ASKED = 3
NEEDS_CLAUSE = True

LONGEST_ANSWER = 16
_RELATED = re.compile(
    r"^(?P<tie>(?:\w+ly |often )?(?:the|an?) (?:\w+ )?(?:product|result|consequence|"
    r"effect|cause|source|root|basis|foundation|sum|inverse|opposite|synonym|heart|core|capital|variant|extension|"
    r"generalization|generalisation|special case|subset|superset|part|member|function|ratio|"
    r"combination|mixture|type|kind|symptom|sign|measure|example|subclass|superclass|unit|"
    r"derivative|descendant|branch) (?:of|for)) (?P<thing>.+)$"
)
"""What something is by its relation to another thing."""
_HAD = re.compile(
    r"^(?P<tie>(?:an? |the |no |little |great )?(?:\w+ ){0,2}(?:effects?|influence|"
    r"impact|access|control|power|authority|trouble|difficulty|interest|implications?|consequences?|dependency|bearing|"
    r"monopoly) (?:on|over|to|in|with|for|of)) (?P<thing>.+)$"
)
"""What something has with regard to another thing."""

_OF = frozenset("unaware aware independent capable incapable typical characteristic full tolerant "
                "intolerant representative composed fond afraid reminiscent free short "
                "indicative".split())  # fmt: skip
_TO = frozenset("prone similar equal equivalent proportional resistant invariant robust sensitive "
                "insensitive susceptible vulnerable relevant specific native related close "
                "comparable identical subject open exposed essential central critical crucial "
                "orthogonal perpendicular parallel restricted superior inferior common unique "
                "accountable answerable liable loyal addicted conducive detrimental harmful "
                "toxic lethal beneficial analogous homologous opposed entitled confined attached "
                "immune allergic adjacent responsive indifferent accessible linked key "
                "vital fundamental integral dedicated limited devoted".split())  # fmt: skip
_FOR = frozenset("good bad useful useless suitable unsuitable convenient necessary responsible "
                 "ideal essential important famous known sufficient available crucial optimal "
                 "critical perfect appropriate helpful best vital notorious unsuited fit "
                 "required".split())  # fmt: skip
_ON = frozenset("dependent reliant based focused conditional contingent".split())
_IN = frozenset("rich poor high low useful common interested involved popular present active "
                "abundant visible contraindicated helpful written".split())  # fmt: skip
_AGAINST = frozenset("robust effective resilient secure safe powerless".split())
_WITH = frozenset("compatible consistent familiar comparable associated synonymous".split())
_FROM = frozenset("distinct absent independent separate free far derived".split())
_GUESSES = frozenset("may might could".split())
"""What may be so is one of many things."""
_TIES = {"of": _OF, "to": _TO, "for": _FOR, "on": _ON, "in": _IN, "against": _AGAINST,
         "with": _WITH, "from": _FROM}  # fmt: skip


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.negated or not names_its_subject(clause):
        return
    had = _HAD.match(clause.rest) if clause.base == "have" and clause.voice == "active" else None
    if had:
        yield from _relation(passage, clause, had)
    if clause.voice != "copula":
        return
    modal = clause.auxiliary.lower()
    if modal in _GUESSES or (modal in closed.MODALS and clause.middle != "be"):
        return
    related = _RELATED.match(clause.rest)
    if related:
        yield from _relation(passage, clause, related)
        return
    words = tag_all(clause.rest)
    at = 1 if len(words) > 2 and words[0].may("R") and not words[1].may("I") else 0
    if len(words) < at + 3 or words[at].lower not in _TIES.get(words[at + 1].lower, ()):
        return
    thing = whole(clause.rest[words[at + 2].token.start :].rstrip("."))
    own = _OWN.sub("", thing) if _is_named(passage, clause) else thing
    if word_count(thing) > LONGEST_ANSWER or not can_answer(own):
        return
    tie = clause.rest[: words[at + 1].token.end]
    asked = ask(passage, clause, what(thing), tie)
    if pins_down(asked, least=2):
        yield Reading(asked, thing)


_OWN = re.compile(r"^(?:his|her) ")


def _is_named(passage: Passage, clause: Clause) -> bool:
    """Whether `his` of the answer is somebody's whom the question names."""
    return all(passage.names.is_name(token) for token in tokens(clause.subject))


def _relation(passage: Passage, clause: Clause, found: re.Match[str]) -> Iterator[Reading]:
    """`Rust is the product of slow oxidation` asks of what it is the product."""
    thing = whole(found["thing"].rstrip("."))
    if word_count(thing) > LONGEST_ANSWER or not can_answer(thing):
        return
    asked = ask(passage, clause, what(thing), found["tie"])
    if pins_down(clause.subject, least=1):
        yield Reading(asked, thing)
