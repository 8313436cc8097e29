"""How rules that read sentences put their questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from flashcards.english import closed
from flashcards.english.adjuncts import Adjunct, Kind, split_adjuncts
from flashcards.english.clauses import Clause
from flashcards.english.lists import number_word, split_list
from flashcards.english.questions import invert
from flashcards.english.tokens import tokens
from flashcards.passages.passage import Passage


@dataclass(frozen=True, slots=True)
class Hanging:
    """An adjunct of a clause, cut out of it."""

    adjunct: Adjunct
    before: str
    """The clause's rest up to the adjunct."""
    whole: str
    """The adjunct and all that follows."""


_TRAILING = re.compile(r"[\s,;:]*(?:\b(?:so|and|but|or))?[\s,;:]*$")
_TURN = re.compile(r",? (?:but|however|whereas) |; ")
"""Where another thought begins, which is no part of the reason, the means or the end."""


def hanging(passage: Passage, *kinds: Kind) -> Hanging | None:
    """The first adjunct of these kinds after the main verb, or None.

    A contrast or a relative clause before it makes it part of something else.
    """
    clause = passage.clause
    if clause is None:
        return None
    _, adjuncts = split_adjuncts(clause.rest)
    for adjunct in adjuncts:
        if adjunct.kind in kinds:
            before = _TRAILING.sub("", clause.rest[: adjunct.start])
            whole = _TURN.split(clause.rest[adjunct.start :], maxsplit=1)[0]
            return Hanging(adjunct, before.strip(), whole.strip())
        if adjunct.kind in {"relative", "contrast", "condition"}:
            return None
    return None


def answer_after(found: Hanging) -> str:
    """The adjunct without its opening word."""
    return found.whole[len(found.adjunct.marker) :].strip(" ,")


def ask(passage: Passage, clause: Clause, word: str, rest: str) -> str:
    """`Why` and a clause: `Why does bread rise?`, `In winter, why do trees shed leaves?`."""
    subject = re.sub(r"\s*\([^()]*\)", "", passage.lowered(clause.subject))
    asked = f"{word} {invert(clause, subject, rest)}?"
    return f"{clause.lead}, {passage.lowered(asked)}" if clause.lead else asked


def stands_alone(clause: Clause) -> bool:
    """Whether the clause can be asked about as it is: a statement without a reader in it, after no
    lead or a short one that says where or when."""
    subject = {token.lower for token in tokens(clause.subject)}
    if subject & (closed.FIRST_OR_SECOND_PERSON | {"there"}) and not subject & {"our", "us"}:
        return False
    return not clause.lead or is_setting(clause.lead)


_SETTINGS = frozenset("in at on during for with without after before under within among since "
                      "between over throughout".split())  # fmt: skip


def is_setting(lead: str) -> bool:
    """`In deep water`, `During sleep`: a lead that a question can keep."""
    found = tokens(lead)
    doing = found[0].lower in {"when", "while"} and found[1:] and found[1].lower.endswith("ing")
    return (
        (found[0].lower in _SETTINGS or bool(doing))
        and len(found) <= 8
        and not any(t.lower in closed.POINTING | closed.FIRST_OR_SECOND_PERSON for t in found)
        and not any(t.text in ",;:" for t in found)
    )


def without_modal(clause: Clause) -> Clause:
    """`can be sorted` as `are sorted`: an end is asked of what is done, not of what may be."""
    if clause.auxiliary.lower() not in {"can", "may", "could", "might", "should", "must", "will"}:
        return clause
    if clause.voice == "passive" and clause.middle.split()[:1] == ["be"]:
        be = "are" if clause.plural else "is"
        return replace(clause, auxiliary=be, middle=clause.middle.removeprefix("be ").strip())
    if clause.voice == "active" and clause.middle == clause.base:
        return replace(clause, auxiliary="", middle=clause.base, verb=clause.base)
    return clause


def what(answer: str) -> str:
    """`What`, or `What three things` where the answer is a list (C4)."""
    items = split_list(answer)
    return f"What {number_word(len(items))} things" if items and len(items) <= 4 else "What"
