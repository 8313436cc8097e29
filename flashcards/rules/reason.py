"""Ask why, where a sentence gives the reason.

- Bread rises because yeast gives off carbon dioxide.
Q: Why does bread rise?
A: Yeast gives off carbon dioxide

- RNNs are slow to train since each state depends on the one before
Q: Why are RNNs slow to train?
A: Each state depends on the one before

- The bridge was closed due to high winds
Q: Why was the bridge closed?
A: Due to high winds

- It failed because of this
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.clauses import parse
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.asking import answer_after, ask, hanging, stands_alone
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage

_JUDGED = re.compile(
    r"^(?:it is |it's )?(?P<how>(?:very |so )?(?:difficult|hard|easy|important|useful|impossible|"
    r"dangerous|cheap|expensive|better|best|safe|risky)) to (?P<doing>[^;:.]+?),? "
    r"(?:because|since) (?P<why>.+)$",
    re.IGNORECASE,
)
_BARE = {"because", "since", "as"}


def read(passage: Passage) -> Iterator[Reading]:
    judged = _JUDGED.match(passage.text)
    if judged:
        adjective, doing = judged["how"].lower(), judged["doing"]
        yield Reading(f"Why is it {adjective} to {doing}?", judged["why"].rstrip("."))
        return
    clause = passage.clause
    found = hanging(passage, "reason")
    if found is None or clause is None or not stands_alone(clause):
        return
    if clause.voice == "copula" and (not found.before or clause.negated):
        return
    if found.adjunct.marker == "as" and clause.voice != "copula" and not clause.negated:
        return  # it may as well say when
    reason = answer_after(found) if found.adjunct.marker in _BARE else found.whole
    if found.adjunct.marker in {"since", "as"} and parse(reason) is None:
        return  # since a time, as a thing
    asked = ask(passage, clause, "Why", found.before)
    if word_count(reason) >= 3 and pins_down(asked, least=1.5):
        yield Reading(asked, reason)
