"""Ask how or why something is done, where a bullet says to do it.

## Cooking
- Reduce bitterness by salting the eggplant first
Q: How can bitterness be reduced?
A: By salting the eggplant first

- Rest the meat for ten minutes to keep the juices in
Q: Why rest the meat for ten minutes?
A: To keep the juices in

- Don't soak cast iron because it rusts quickly
Q: Why not soak cast iron?
A: It rusts quickly

- Salt the water only when it boils
Q: When should you salt the water?
A: Only when it boils

- Rest the meat
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from flashcards.english import closed
from flashcards.english.adjuncts import Adjunct, split_adjuncts
from flashcards.english.questions import imperative_base, participle
from flashcards.english.tokens import tokens, word_count
from flashcards.english.verbs import TAKES_INFINITIVE
from flashcards.model import Reading
from flashcards.passages.complements import pins_down, whole
from flashcards.passages.passage import Passage

_NOT = re.compile(r"^(?:do not|don['’]?t|never|avoid)\s+", re.IGNORECASE)
_YOU = re.compile(r"^(?:you|one|we) (?:should|must|need to|have to|can)\s+(?:also |always )?", re.I)
_VAGUE = frozenset("make do be have get go see let keep try start note remember think take look "
                   "want imagine consider say assume suppose read learn".split())  # fmt: skip


_TAKES_ITS_OWN = TAKES_INFINITIVE - frozenset(
    "add apply compare connect switch serve adapt".split()
)


def read(passage: Passage) -> Iterator[Reading]:
    text = _YOU.sub("", passage.text.rstrip("."))
    negated = _NOT.match(text)
    if negated and negated.group().lower().startswith("avoid"):
        return
    doing = text[negated.end() :] if negated else text
    base = imperative_base(doing)
    if base is None or base in _VAGUE or passage.label:
        return
    what, adjuncts = split_adjuncts(doing.split(None, 1)[1])
    if not what or _points(what):
        return
    for adjunct in adjuncts:
        rest = doing.split(None, 1)[1]
        kept = rest[: adjunct.start].strip().rstrip(",")
        full = replace(adjunct, text=whole(rest[adjunct.start :]))
        reading = _asked(base, what, kept, full, bool(negated))
        if reading:
            yield reading
        if reading or adjunct.kind not in {"place", "time"}:
            return


def _points(what: str) -> bool:
    return bool({t.lower for t in tokens(what)} & (closed.POINTING | {"them", "me", "him"}))


def _asked(base: str, what: str, kept: str, adjunct: Adjunct, negated: bool) -> Reading | None:
    """`kept` is what follows the verb up to the adjunct."""
    answer = adjunct.text
    if word_count(answer) < 3:
        return None
    if adjunct.kind == "means" and not negated:
        done = participle(base)
        if done is None or (adjunct.marker == "by" and "ing" not in answer.split()[1]):
            return None
        rest = kept[len(what) :].strip()
        return Reading(f"How can {what} be {done} {rest}".rstrip() + "?", answer)
    why = "Why not" if negated else "Why"
    if adjunct.kind == "purpose" and base not in _TAKES_ITS_OWN:
        return Reading(f"{why} {base} {kept}?", answer)
    if adjunct.kind == "condition" and not negated and pins_down(kept, least=1):
        return Reading(f"When should you {base} {kept}?", answer.split(",")[0])
    if adjunct.kind == "reason":
        bare = answer[len(adjunct.marker) :].strip() if adjunct.marker == "because" else answer
        return Reading(f"{why} {base} {kept}?", bare)
    return None
