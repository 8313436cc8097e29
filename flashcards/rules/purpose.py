"""Ask what something is for, where a sentence says to what end it is done.

- Trees shed leaves to save water in winter.
Q: Why do trees shed leaves?
A: To save water in winter

- Salt is used to melt ice on roads
Q: What is salt used for?
A: To melt ice on roads

- Batches need to fit into memory
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, hanging, stands_alone, without_modal
from flashcards.passages.passage import Passage

_USED = {"use", "employ", "utilize", "utilise", "apply", "need", "require"}
_TAKES_INFINITIVE = frozenset(
    "be need want try tend have seem appear fail begin start continue like learn help allow "
    "enable force cause lead refer expect ask tell teach encourage train get come go happen "
    "prove manage aim attempt serve remain choose decide refuse prefer agree intend plan "
    "require permit make let take suffice hope wish apply relate belong contribute compare "
    "switch add respond react adapt connect".split()
)


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    found = hanging(passage, "purpose")
    if clause is None or found is None or not stands_alone(clause) or word_count(found.whole) < 3:
        return
    if re.search(r"\bfor (?:\S+ ){0,3}\S+$", found.before):
        return  # `the means for cores to communicate`
    end = found.whole.split(": ")[0]
    clause = without_modal(clause)
    if clause.voice == "passive" and clause.base in _USED and not found.before:
        yield Reading(ask(passage, clause, "What", "for"), end)
    elif clause.base not in _TAKES_INFINITIVE and (found.before or clause.voice == "passive"):
        yield Reading(ask(passage, clause, "Why", found.before), end)
