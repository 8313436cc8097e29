"""Ask what it is that a sentence says something particular about: which of its kind, which piece of
code, or what alone is so.

- Dwarf pines thrive in acid soil on southern slopes.
Q: Which pines thrive in acid soil on southern slopes?
A: Dwarf pines

- The stapes is the bone that passes sound on to the inner ear
Q: What is the bone that passes sound on to the inner ear?
A: The stapes

- `keel.py` helps with drawing the lines of wooden ships
no card

- The model is fast
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause
from flashcards.english.questions import imperative_base, predicate_of_what
from flashcards.english.stems import stems
from flashcards.english.tagging import tag
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import is_loose, names_its_subject
from flashcards.passages.complements import weight, whole
from flashcards.passages.passage import Passage

NEEDS_CLAUSE = True

LONGEST_SUBJECT = 9
LEAST_SAID = 4
"""Content words that the predicate must have, so that one subject fits (C4)."""
LEAST_WEIGHT = 3.0
LONGEST_PREDICATE = 18
LONGEST_KIND = 3
_EMPTY = re.compile(r"^(?:another|how|what|why|where|when|who|from)\b")


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or is_loose(clause) or not _is_plain(clause, passage):
        return
    subject, found = clause.subject, tokens(clause.subject)
    predicate = whole(re.split(r"[;:]| \(", clause.rest, maxsplit=1)[0])
    if not _is_term(found) or not _pins_down(clause, predicate, passage):
        return
    head = found[-1]
    if _is_derived(head.lower, predicate) or _is_derived(head.lower, clause.base):
        return
    if len(found) > 1 and clause.plural and _is_kind(found) and not head.is_capitalised:
        asked = " ".join(filter(None, [clause.auxiliary, clause.middle, predicate]))
        yield Reading(f"Which {head.text} {asked}?", subject)
    elif _is_the_one(clause, predicate):
        yield Reading(f"What {predicate_of_what(clause, predicate)}?", subject)


def _is_plain(clause: Clause, passage: Passage) -> bool:
    """A statement whose subject is written out, about what is so for certain."""
    if clause.lead or clause.negated or clause.certainty < 2 or imperative_base(passage.text):
        return False
    if clause.auxiliary.lower() in _UNSURE or _EMPTY.match(clause.rest):
        return False
    return clause.subject in passage.text and names_its_subject(clause)


def _pins_down(clause: Clause, predicate: str, passage: Passage) -> bool:
    """Whether what is said fits one subject, and the context line does not name it."""
    told = stems(" ".join([*passage.context, passage.topic.name]))
    said = stems(clause.predicate)
    if stems(clause.subject) <= told or len(said) < LEAST_SAID or not said - told:
        return False
    if _COMPARES.search(predicate) and " than " not in predicate:
        return False
    if not predicate or _BROKEN.search(predicate) or word_count(predicate) > LONGEST_PREDICATE:
        return False
    ends = tag(tokens(predicate)[-1]).may("NAR#X")
    return ends and weight(f"{clause.middle} {predicate}") >= LEAST_WEIGHT


_BROKEN = re.compile(r"\$\$|,|\bsuch (?!as\b)|\b(?:one|ones|several)\b")
_COMPARES = re.compile(r"\b(?:better|worse|more|less|faster|higher|lower|easier)\b")
_UNSURE = frozenset(["might", "could", "may", "will"])
_CODE = re.compile(r"`[^`]{4,}`")


def _is_the_one(clause: Clause, predicate: str) -> bool:
    """A piece of code that does something; what alone is so: `is the largest of …`."""
    if clause.voice == "copula":
        praised = predicate.startswith(("the most ", "the best "))
        return predicate.startswith("the ") and not praised and len(clause.subject.strip("`$")) > 1
    helps = clause.base in {"help", "support", "improve", "affect"}  # as much else does
    return clause.voice == "active" and not helps and bool(_CODE.search(clause.subject))


_INDEFINITE = frozenset("a an some many most no future certain wise use".split())


_UNTOLD = closed.POINTING | closed.POSSESSIVES | _INDEFINITE


def _is_term(found: tuple[Token, ...]) -> bool:
    """A noun phrase without a pointer, a relative clause or a head that fits anything."""
    if not 1 <= len(found) <= LONGEST_SUBJECT or any(t.kind == "mark" for t in found):
        return False
    if found[0].lower in _UNTOLD:
        return False
    if any(t.lower in closed.RELATIVES or t.lower in {"and", "or"} for t in found):
        return False
    first = tag(found[0])
    if first.may("#") or (first.may("V") and not first.may("NA") and not first.may("G")):
        return False
    head = found[-1].lower
    singular = head[:-3] + "y" if head.endswith("ies") else head.rstrip("s")
    vague = singular in _VAGUE and not any(t.is_name for t in found[:-1])
    return not vague and tag(found[-1]).may("N")


def _is_derived(noun: str, said: str) -> bool:
    """`the generator generates`: the question would give the answer."""
    root = noun[:6]
    return len(noun) > 6 and any(token.lower.startswith(root) for token in tokens(said))


def _is_kind(found: tuple[Token, ...]) -> bool:
    """An adjective or noun before a plural head: `deep-sea vents`."""
    return (
        len(found) <= LONGEST_KIND
        and found[0].lower not in closed.DETERMINERS
        and all(tag(token).may("NAGX") for token in found[:-1])
        and not any(tag(token).may("Z") and not tag(token).may("A") for token in found[:-1])
    )


_VAGUE = frozenset(
    "thing activity member tool part idea way reason problem issue point example result "
    "one other model system method "
    "approach data user people person author goal key answer question difference work program "
    "function value number case element step process algorithm network layer paper state "
    "node object item set list type kind structure information option application".split()
)
