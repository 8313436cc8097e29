"""Ask what a thinker held, or the people of a school believe: what a named mind says in a `that`
clause, with what it is about.

- Keynes argued that governments should spend in a recession.
Q: What did Keynes argue about governments?
A: They should spend in a recession

- Existentialists believe that existence precedes essence
Q: What do existentialists believe about existence?
A: It precedes essence

- Hume denied that we perceive causation
Q: What did Hume deny?
A: That we perceive causation

- They said that it rained
no card

- The court held that it was too late
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.clauses import Clause, parse
from flashcards.english.tagging import is_plural
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, topic_of
from flashcards.passages.facts import tells_of_a_kind
from flashcards.passages.passage import Passage

NEEDS = "that"
NEEDS_CLAUSE = True

_SAYING = frozenset(
    "argue believe claim hold deny doubt propose suggest insist maintain assert conclude discover "
    "show demonstrate prove find contend predict teach postulate observe think concede "
    "state".split()
)
_DENYING = frozenset(["deny", "doubt"])
SHORTEST, LONGEST = 3, 20
"""Words of what is said."""


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if (
        clause is None
        or clause.negated
        or clause.base not in _SAYING
        or not clause.rest.startswith("that ")
    ):
        return
    if not _is_a_mind(passage, clause) or not tells_of_a_kind(passage, clause):
        return
    claim = clause.rest.removeprefix("that ").rstrip(".")
    if clause.also or clause.following:
        return
    if not SHORTEST <= word_count(claim) <= LONGEST or _points(claim):
        return
    inner = parse(claim)
    topic = "" if clause.base in _DENYING or inner is None else _topic(inner)
    if inner and topic:
        they = "They" if inner.plural else "It"
        asked = ask(passage, clause, "What", f"about {passage.lowered(topic)}")
        yield Reading(asked, f"{they} {inner.predicate}")
    else:
        yield Reading(ask(passage, clause, "What", ""), f"that {claim}")


def _is_a_mind(passage: Passage, clause: Clause) -> bool:
    """`Keynes`, `Chief Justice Marshall`, `existentialists`."""
    found = tokens(clause.subject)
    if any(token.kind != "word" or token.may("I") for token in found):
        return False
    if found[0].lower.endswith(("'s", "’s")) and found[-1].lower in _STUDIES:
        return found[0].is_capitalised
    school = found[-1].lower.endswith(_SCHOOLS) and is_plural(found[-1].lower)
    named = all(token.is_capitalised for token in found) and passage.names.is_name(found[-1])
    return school or (named and not found[-1].is_name)


_STUDIES = frozenset(
    "experiment experiments study studies trial theory theorem paradox law model research work "
    "hypothesis analysis".split()
)
_SCHOOLS = ("ists", "ians", "ans", "ics")


def _topic(inner: Clause) -> str:
    """What the claim is about; nothing where that is us."""
    topic = topic_of(inner)
    ours = tokens(inner.subject)[0].lower in closed.FIRST_OR_SECOND_PERSON
    return "" if ours and not topic[:1].isupper() else topic


def _points(claim: str) -> bool:
    words = {token.lower for token in tokens(claim)}
    return not words.isdisjoint(_POINTING) or tokens(claim)[0].lower in {"its", "their", "one"}


_POINTING = frozenset("this these those it them he she him such here".split())
