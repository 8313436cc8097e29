"""Ask for the kind of a thing, where an adjective says it.

- Mammals have a four-chambered heart.
Q: What kind of heart do mammals have?
A: A four-chambered heart

- Baking bread is an iterative process
Q: What kind of process is baking bread?
A: An iterative process

- Mammals have hearts
no card

- Otters use sophisticated tools
no card

# Grafting by robots
- The authors use a hinge loss.
- They add an L1 loss to keep the cuts straight.
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import split_adjuncts
from flashcards.english.clauses import Clause
from flashcards.english.stems import stem, stems
from flashcards.english.tagging import tag
from flashcards.english.tokens import Token, tokens
from flashcards.model import Reading
from flashcards.passages.asking import ask, names_its_subject
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage

NEEDS_CLAUSE = True

_VERBS = frozenset(
    "have use need require produce provide offer give contain make learn predict generate "
    "support face create form show exhibit".split()
)  # fmt: skip
_VAGUE = frozenset(
    "good bad great big main key own same different other more less many few several better "
    "best various certain new old first last whole real such next current much little "
    "important long high low large small single multiple separate additional possible only "
    "own right left following".split()
)
_WEAK = _VAGUE | frozenset(
    "noticeable short general expensive cheap quick fast slow common rich poor strong normal usual "
    "typical standard sophisticated complex simple advanced powerful modern special unique huge "
    "significant considerable enormous quality trivial".split()
)
"""Adjectives that tell no kind by themselves: `a strong sequential dependency` does."""
_SUBSTANCE = re.compile(r"\w{3}ides?$|^acids?$")
"""`carbon dioxide`, `lactic acid`: one substance, and no kind of another."""
_LEAST_TELLING = re.compile(r"\w{3,}est\b|`")
"""A superlative, or a piece of code, which is a name and no kind."""


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.negated or not names_its_subject(clause):
        return
    if clause.voice == "copula":
        yield from _class(passage, clause)
    if clause.voice != "active" or clause.base not in _VERBS:
        return
    thing, adjuncts = split_adjuncts(clause.rest)
    head = _told_kind(thing)
    if head is None or adjuncts or clause.auxiliary.lower() in closed.MODALS:
        return
    if clause.subject != "the authors" and not pins_down(clause.subject, least=1):
        return
    if clause.subject == "the authors" and _has_others(passage, head.lower):
        return
    yield Reading(ask(passage, clause, f"What kind of {head.text}", ""), thing)


def _has_others(passage: Passage, head: str) -> bool:
    """`They add an L1 loss` beside `They use a hinge loss`: there are several kinds."""
    parent = passage.bullet.parent
    beside = parent.children if parent else passage.around(_NEAR)
    texts = [bullet.text for bullet in beside[:_MOST] if bullet is not passage.bullet]
    return any(stem(head) in stems(text) for text in texts)


_NEAR, _MOST = 3, 12
"""Bullets around, or of one parent, that may speak of another kind."""


def _class(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """`Baking bread is an iterative process` says what kind of process it is."""
    thing = re.sub(r"^still ", "", clause.rest.rstrip("."))
    head = _told_kind(thing)
    if head is None or not thing.startswith(("a ", "an ")) or head.lower not in _CLASSES:
        return
    if pins_down(clause.subject, least=1.3) and clause.auxiliary.lower() in {"is", "was"}:
        yield Reading(ask(passage, clause, f"What kind of {head.text}", ""), thing)


_CLASSES = frozenset(
    "process problem task function algorithm method technique language tool system model metric "
    "measure structure protocol attack disease plant animal metal gas star instrument game sport "
    "industry business approach strategy activity skill operation relation property format "
    "service data reaction force device machine layer network loss library".split()
)


def _told_kind(thing: str) -> Token | None:
    """The head of a short noun phrase that tells of what kind it is: `schema-level relations`."""
    found = [token for token in tokens(thing) if token.lower not in {"a", "an", "the"}]
    if not 2 <= len(found) <= 4 or any(token.kind == "mark" for token in found):
        return None
    if any(t.lower in _VAGUE or t.lower in closed.FUNCTION_WORDS or tag(t).may("#") for t in found):
        return None
    kind, head = found[:-1], found[-1]
    if _SUBSTANCE.search(head.lower):
        return None
    if _LEAST_TELLING.search(thing) or all(token.lower in _WEAK for token in kind):
        return None
    first = tag(kind[0])
    if first.may("A") and first.lower.endswith("er"):
        return None  # a comparison without its other side
    compound = "-" in kind[0].text or "/" in kind[0].text
    telling = first.may("A") or first.token.is_capitalised or compound
    telling = telling or (first.may("N") and not first.may("V"))
    return head if telling and tag(head).may("N") and not head.is_name else None
