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

- Find the dead leaves and cut them off
Q: What is done with the dead leaves?
A: Find the dead leaves and cut them off

- Fry and bake times may differ when the oven is small
no card

- Rest the meat
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.adjuncts import Adjunct, split_adjuncts
from flashcards.english.normal import without_opening
from flashcards.english.questions import imperative_base, participle
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.english.verbs import TAKES_INFINITIVE
from flashcards.model import Reading
from flashcards.passages.complements import is_phrase, pins_down, whole
from flashcards.passages.passage import Passage

LEAST_ASKED = 3
LEAST_GIVEN = 6

_NOT = re.compile(r"^(?:do not|don['’]?t|never|avoid)\s+", re.IGNORECASE)
_YOU = re.compile(r"^(?:you|one|we) (?:should|must|need to|have to|can)\s+(?:also |always )?", re.I)
_VAGUE = frozenset("make do be have get go see let keep try note remember think take look "
                   "want imagine consider say assume suppose read learn".split())  # fmt: skip


_TAKES_ITS_OWN = TAKES_INFINITIVE - frozenset(
    "add apply compare connect switch serve adapt".split()
)


def read(passage: Passage) -> Iterator[Reading]:
    text = without_opening(passage.text.rstrip("."), _YOU)
    negated = _NOT.match(text)
    if negated and negated.group().lower().startswith("avoid"):
        return
    doing = text[negated.end() :] if negated else text
    base = imperative_base(doing)
    if base is None or base in _VAGUE or passage.label or " " not in doing:
        return
    plain = _treated(doing)
    if plain and not negated:
        yield plain
        return
    what, adjuncts = split_adjuncts(doing.split(None, 1)[1])
    if not what or _points(what) or tokens(what)[0].lower in _REFLEXIVE | closed.COORDINATORS:
        return
    if any(token.may("M") for token in tokens(what)):
        return  # `Trim and tack may differ`: two nouns
    for adjunct in adjuncts:
        rest = doing.split(None, 1)[1]
        kept = rest[: adjunct.start].strip().rstrip(",")
        full = replace(adjunct, text=whole(rest[adjunct.start :]))
        reading = _asked(base, what, kept, full, bool(negated))
        if reading:
            yield reading
        if reading or adjunct.kind not in {"place", "time"}:
            return


_REFLEXIVE = {"yourself", "ourselves", "themselves", "itself", "oneself"}
_TREATED = re.compile(
    r"^[a-z-]+ (?P<thing>[^,;:.()]{3,50}?),? (?:and|then|and then) (?P<then>[a-z]+) "
    r"(?:them|it)\b[^;:]*$",
    re.IGNORECASE,
)


def _treated(doing: str) -> Reading | None:
    """`Find the dead leaves and cut them off` says what is done with the dead leaves."""
    found = _TREATED.match(doing)
    if found is None or not is_phrase(found["thing"]) or not tag(tokens(found["then"])[0]).may("V"):
        return None
    if split_adjuncts(found["thing"])[1] or _points(found["thing"]):
        return None
    return Reading(f"What is done with {found['thing']}?", doing)


_POINTERS = closed.POINTING | {"them", "me", "him"}


def _points(what: str) -> bool:
    return bool({t.lower for t in tokens(what)} & _POINTERS)


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
