"""Ask what something lets, helps or forces something else to do.

- Pores allow the leaf to take in carbon dioxide
Q: What do pores allow the leaf to do?
A: Take in carbon dioxide

- A fever forces the patient to rest, which helps
Q: What does a fever force the patient to do?
A: Rest

- A glass lid lets you watch the milk as it rises
Q: What does a glass lid let you do?
A: Watch the milk as it rises

- Bell buoys
    - Warns sailors to keep away from the rocks
Q: What do bell buoys warn sailors to do?
A: Keep away from the rocks

- They allow dogs
no card

- A pilot gets the chance to see the whole harbour from above
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone
from flashcards.passages.complements import whole
from flashcards.passages.passage import Passage

NEEDS_CLAUSE = True

LONGEST_ANSWER = 22

_VERBS = frozenset("let allow enable cause force encourage permit require teach train tell help "
                   "motivate prompt lead push instruct advise urge persuade convince invite remind "
                   "prepare equip free get inspire warn".split())  # fmt: skip
_PERSONS = frozenset(["the authors", "we", "you", "one"])
"""Who lets others do a great deal."""
_OBJECT_TO = re.compile(r"^(?P<object>[^,;:.]{2,60}?) to (?P<doing>[a-z]\S*(?: .*)?)$")


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.base not in _VERBS or not stands_alone(clause):
        return
    if clause.subject.lower() in _PERSONS or _commands(clause.subject):
        return
    if _is_the_topic(clause.subject, passage):
        return  # the note tells many things that it allows
    found = _OBJECT_TO.match(clause.rest)
    if found and re.search(r" by \w+ing\b", found["doing"]):
        return  # asked as a means
    if clause.negated or (found is not None and not _is_doer(found["object"])):
        return
    if found is None or not _may_be_done(found["doing"]):
        yield from _bare(passage, clause)
        return
    if clause.base == "require" and word_count(found["doing"].split(",")[0]) < 2:
        return
    doing = re.split(r", (?:which|thus|so|thereby|and)\b|; ", found["doing"], maxsplit=1)[0]
    if not _ANOTHER.search(doing):
        yield Reading(ask(passage, clause, "What", f"{found['object']} to do"), doing)


def _is_doer(text: str) -> bool:
    """Whom it lets do something; not the `chance` of `gives the chance to see`."""
    return word_count(text) <= 6 and not _CHANCE.search(text)


_CHANCE = re.compile(r"\b(?:chances?|change|opportunit(?:y|ies)|right|ability|time|means)$")


def _is_the_topic(subject: str, passage: Passage) -> bool:
    told = re.sub(r"[\W_]+", "", subject.lower())
    return told in re.sub(r"[\W_]+", "", passage.note.title.lower())


def _commands(subject: str) -> bool:
    """`Use unchecked exceptions` is no subject, but an order."""
    found = tokens(subject)
    orders = imperative_base(subject) is not None or found[0].lower == "use"
    return len(found) > 1 and orders


_LET = re.compile(r"^(?P<object>us|you|users|people|one|the \w+|a \w+) (?P<doing>[a-z].*)$")


def _bare(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """`helps store water`, `lets you see the dough`: an infinitive without `to`."""
    rest = clause.rest.rstrip(".")
    let = _LET.match(rest) if clause.base in {"let", "help"} else None
    object_, doing = (let["object"], let["doing"]) if let else ("", rest)
    if (let is None and clause.base != "help") or not _may_be_done(doing):
        return
    doing = whole(doing)
    if _ANOTHER.search(doing):
        return
    if let is None and clause.auxiliary:
        return  # what it can help do is many things
    if 3 <= word_count(doing) <= LONGEST_ANSWER:
        yield Reading(ask(passage, clause, "What", f"{object_} do".strip()), doing)


_ANOTHER = re.compile(
    r", (?:can|may|will|is|are)\b| at a time\b|^at | (?:or|and) (?:they|he|she|we) [a-z]"
)
"""Another statement of the same subject."""


def _may_be_done(doing: str) -> bool:
    """Opens with a base form."""
    found = tokens(doing)
    if not found:
        return False
    first = tag(found[0])
    return first.may("V") or (first.may("R") and not first.may("D"))
