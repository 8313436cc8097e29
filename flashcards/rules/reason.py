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

- Because a keel is heavy, it keeps the boat upright.
Q: Why does a keel keep the boat upright?
A: It is heavy

- The old valley is dry, therefore shepherds rely on wells
Q: Why do shepherds rely on wells?
A: The old valley is dry

- Frogs breathe through their skin, so they are sensitive to salt
Q: Why are frogs sensitive to salt?
A: They breathe through their skin

- Rye is sour, so it is easy to keep
no card

- Since a keel is heavy, shipwrights hang it first and then plank the hull
no card

- It failed because of this
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import answer_after, ask, hanging, stands_alone
from flashcards.passages.complements import pins_down, whole
from flashcards.passages.outcomes import outcome
from flashcards.passages.passage import Passage

NEEDS = "because since as due thanks owing so therefore thus hence consequently why"

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
    opening = _OPENING.match(passage.text)
    if opening:
        yield from _told_first(passage, opening["why"], opening["main"])
        return
    follows = outcome(passage)
    if follows:
        yield follows
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
    if re.search(r"(?:^|(?<!and) )then ", reason, re.IGNORECASE) or _AS_LONG.search(found.before):
        return
    asked = ask(passage, clause, "Why", found.before)
    if word_count(reason) >= 3 and pins_down(asked, least=1.5):
        yield Reading(asked, reason)


_AS_LONG = re.compile(r"\bas (?:long|soon|far|much|many|well)$")
_OPENING = re.compile(r"^(?:because|since) (?P<why>[^,;:]{8,120}), (?P<main>[^;:]+?)\.?$", re.I)


def _told_first(passage: Passage, why: str, main: str) -> Iterator[Reading]:
    """`Because C, M` asks why M; an `it` of M is the subject of C."""
    reason, stated = parse(why), parse(main)
    if reason is None or stated is None or stated.lead or reason.lead:
        return
    if stated.also or " and then " in main:
        return  # it is the reason of more than is asked
    if stated.subject.lower() == ("they" if reason.plural else "it"):
        stated = replace(stated, subject=reason.subject)
        why = f"it {reason.predicate}" if not reason.plural else f"they {reason.predicate}"
    if not stands_alone(stated) or (not stands_alone(reason) and "it" not in why):
        return
    if {token.lower for token in tokens(stated.rest)} & {"it", "them", "this", "these", "they"}:
        return
    asked = ask(passage, stated, "Why", whole(stated.rest))
    if pins_down(asked, least=1.6):
        yield Reading(asked, why)
