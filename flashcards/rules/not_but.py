"""Ask what holds, where a sentence says that something else does not.

- Most old bridges are not made of stone but of wood.
Q: What are most old bridges made of, rather than of stone?
A: Wood

- Patience is not a gift, but instead a habit
Q: What is patience, rather than a gift?
A: A habit

- Good soil does not depend on rain, but instead relies on humus
Q: What does good soil rely on, rather than on rain?
A: Humus

- Savings are about later comfort, not present pleasure
Q: What are savings about, rather than present pleasure?
A: Later comfort

- The hull is what matters, not the paint
no card

- Make sure the load is measured by weight, not by sacks
no card

- It is not so, but it may be
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause, parse
from flashcards.english.imperatives import commanded
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone
from flashcards.passages.complements import is_telling, pins_down, whole
from flashcards.passages.passage import Passage

NEEDS = "not but instead rather"
NEEDS_CLAUSE = True

_TIE = r"(?:(?P<{0}>of|on|in|at|by|for|from|with|about|due to|into|as|against|like) )?"
_NOT_BUT = re.compile(
    rf"^(?:(?P<not>not )|(?=.)){_TIE.format('one')}(?P<what>[^,;:]+?),? but (?:rather |instead )?"
    rf"{_TIE.format('other')}(?P<thing>[^;:]+)$"
)
_THIS_NOT = re.compile(
    rf"^{_TIE.format('other')}(?P<thing>[^,;:]+), (?:and )?not "
    rf"{_TIE.format('one')}(?P<what>[^,;:]+)$"
)
LONGEST = 14


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or not stands_alone(clause) or commanded(passage.text):
        return
    if clause.negated and clause.also.startswith(("instead ", "rather ", "but ")):
        yield from _second_verb(passage, clause)
        return
    rest = clause.rest.rstrip(".")
    found = _NOT_BUT.match(rest) if clause.negated else _THIS_NOT.match(rest)
    if found and (clause.voice in {"copula", "passive"}) and _is_fair(found):
        yield from _asked(passage, clause, found)


def _is_fair(found: re.Match[str]) -> bool:
    """Both sides short, the answer telling, and neither a statement of its own."""
    what, thing = found["what"], found["thing"]
    if what.split()[0].endswith("ing") or thing.startswith(("to ", "what ", "how ")):
        return False
    if max(word_count(what), word_count(thing)) > LONGEST or not is_telling(thing):
        return False
    opening = tokens(thing)[0]
    if opening.may("BHOM") or opening.lower == "also":
        return False
    return parse(thing) is None and parse(what) is None


def _asked(passage: Passage, clause: Clause, found: re.Match[str]) -> Iterator[Reading]:
    tie, other = found["other"] or "", found["one"] or ""
    positive = re.sub(r"\bnot ", "", ask(passage, clause, "What", tie).removesuffix("?"))
    positive = re.sub(r" not$", "", positive).replace("n't ", " ")
    rejected = (
        f"{other} {found['what']}".strip() if other and not _repeats(found) else found["what"]
    )
    if pins_down(positive, rejected):
        yield Reading(f"{positive}, rather than {rejected}?", found["thing"])


def _repeats(found: re.Match[str]) -> bool:
    """Whether the question already ends with the preposition of a copula's complement."""
    return found["one"] == found["other"] and found["one"] in {"due to", "about"}


def _second_verb(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """`does not depend on X, but instead relies on Y`: the second verb is asked about."""
    second = parse(f"{clause.subject} {re.sub(r'^(?:but |instead |rather )+', '', clause.also)}")
    if second is None or second.also:
        return
    opening, _, thing = second.rest.partition(" ")
    one, _, what = clause.rest.partition(" ")
    if not _is_preposition(opening) or not _is_preposition(one):
        return
    what, thing = whole(what), whole(thing)
    if 1 <= word_count(thing) <= LONGEST + 4 and 1 <= word_count(what) <= LONGEST:
        asked = ask(passage, second, "What", opening).removesuffix("?")
        yield Reading(f"{asked}, rather than {one} {what}?", thing)


def _is_preposition(word: str) -> bool:
    return word in {
        "of",
        "on",
        "in",
        "at",
        "by",
        "for",
        "from",
        "to",
        "with",
        "about",
        "into",
        "as",
    }
