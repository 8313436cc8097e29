"""Ask what something lets, helps or forces something else to do.

- Pores allow the leaf to take in carbon dioxide
Q: What do pores allow the leaf to do?
A: Take in carbon dioxide

- A fever forces the patient to rest, which helps
Q: What does a fever force the patient to do?
A: Rest

- They allow dogs
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, stands_alone
from flashcards.passages.passage import Passage

_VERBS = frozenset("allow enable cause force encourage permit require teach train tell help "
                   "motivate prompt lead push".split())  # fmt: skip
_OBJECT_TO = re.compile(r"^(?P<object>[^,;:.]{2,60}?) to (?P<doing>[a-z]\S*(?: .*)?)$")


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or clause.base not in _VERBS or not stands_alone(clause):
        return
    found = _OBJECT_TO.match(clause.rest)
    if found is None or clause.negated or word_count(found["object"]) > 6:
        return
    doing = re.split(r", (?:which|thus|so|thereby|and)\b|; ", found["doing"], maxsplit=1)[0]
    yield Reading(ask(passage, clause, "What", f"{found['object']} to do"), doing)
