"""Why something is so, where a sentence tells it as what follows: `Rye is sour, so it keeps`."""

from __future__ import annotations

from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause, parse
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage

_SO = re.compile(
    r"^(?P<cause>[^;:]+?)[,;] (?:and |but )?(?:so|therefore|thus|hence|consequently|as a result|"
    r"(?:that|which|this) is why),? (?!that |as |far |called )(?P<effect>[^;:]+?)\.?$",
    re.IGNORECASE,
)
LONGEST_CAUSE, LONGEST_EFFECT = 22, 18
SHORTEST_CAUSE = 3
LEAST_TOLD = 2.0
"""What the effect must tell, by `weight`."""


def outcome(passage: Passage) -> Reading | None:
    """The question for what follows, answered by the cause; or None."""
    found = _SO.match(passage.text.strip())
    if found is None or not _fits(found["cause"], found["effect"]):
        return None
    cause, effect = passage.saying(found["cause"]).clause, parse(found["effect"])
    if cause is None or effect is None or effect.lead or not names_its_subject(cause):
        return None
    told = _named(effect, cause)
    if told is None or not names_its_subject(told) or _points(told.rest) or "," in told.subject:
        return None
    asked = ask(passage, told, "Why", " ".join([told.rest, _and(told)]).strip())
    if not pins_down(asked, least=LEAST_TOLD):
        return None
    return Reading(asked, _because(cause, told, found["cause"]))


def _fits(cause: str, effect: str) -> bool:
    short = SHORTEST_CAUSE <= word_count(cause) <= LONGEST_CAUSE
    plain = " so " not in effect and " - " not in cause and not _DUMMY.match(effect)
    return short and word_count(effect) <= LONGEST_EFFECT and plain


_DUMMY = re.compile(r"it(?: is|'s|’s|s)? (?:\w+ )?\w+ (?:to|that) ", re.IGNORECASE)
"""`it is hard to tell`, where `it` names nothing."""


def _named(effect: Clause, cause: Clause) -> Clause | None:
    """The effect with its `it` or `they` named by the subject of the cause."""
    subject = effect.subject.lower()
    if subject in {"it", "they", "he", "she"}:
        same = effect.plural == cause.plural and subject not in {"he", "she"}
        return replace(effect, subject=cause.subject) if same else None
    pointing = {token.lower for token in tokens(subject)} & _POINTERS
    return None if pointing else effect


def _and(effect: Clause) -> str:
    return f"and {effect.also}" if effect.also else ""


def _because(cause: Clause, told: Clause, text: str) -> str:
    """The cause; of the same subject without its name."""
    if told.subject != cause.subject or cause.lead or cause.also:
        return text
    return f"{'They' if cause.plural else 'It'} {cause.predicate}".rstrip(".")


_POINTERS = closed.POINTING | closed.PRONOUNS | closed.FIRST_OR_SECOND_PERSON


def _points(rest: str) -> bool:
    return bool({token.lower for token in tokens(rest)} & (_POINTERS - {"their", "its"}))
