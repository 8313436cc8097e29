"""Ask how, where a sentence names the means.

- Bees ventilate the hive by fanning their wings.
Q: How do bees ventilate the hive?
A: By fanning their wings

- Dates are estimated using carbon isotopes
Q: How are dates estimated?
A: Using carbon isotopes

- By fanning, bees ventilate the hive
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, hanging, stands_alone
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    found = hanging(passage, "means")
    if clause is None or found is None or not stands_alone(clause) or word_count(found.whole) < 2:
        return
    opening = tokens(found.whole)[:2]
    if found.adjunct.marker == "by" and not opening[-1].lower.endswith("ing"):
        return
    if clause.subject == "the authors" and clause.base in _PRESENTING:
        return
    if re.search(r"\b(?:or|and)$", clause.rest[: clause.rest.find(found.whole)].rstrip()):
        return  # one of several things, not the means
    if clause.base in {"seem", "appear", "tend"}:
        return
    asked = ask(passage, clause, "How", found.before)
    if clause.voice != "copula" and pins_down(asked, least=1.6):
        yield Reading(asked, found.whole)


_PRESENTING = frozenset("present propose introduce describe suggest develop show argue".split())
"""What authors do by writing; the means belongs to what they present."""
