"""Ask what a term stands for, where a whole statement explains it, as it does its neighbours.

- Principles of safe design
    - Fail-safe: a broken part stops the machine before it does harm
    - Redundancy: no single part is needed for the machine to run
Q: What does the principle “fail-safe” mean?
A: A broken part stops the machine before it does harm
Q: What does the principle “redundancy” mean?
A: No single part is needed for the machine to run

- Elena Marchetti: The river has moved twice since the bridge was built
no card

- Anchor bias: sailors who saw a high number first guessed a greater depth
no card

- Guarantees of the courier
    - No loss: no parcel leaves the van unsigned
    - Strict order: parcels arrive in the order in which they were sent
Q: What does the guarantee “no loss” mean?
A: No parcel leaves the van unsigned
Q: What does the guarantee “strict order” mean?
A: Parcels arrive in the order in which they were sent

- Ways to judge a ferry
    - Draft: How deep does the hull reach below the water?
    - Turnaround: How long does it lie at the quay?
Q: What question does draft answer?
A: How deep does the hull reach below the water?
Q: What question does turnaround answer?
A: How long does it lie at the quay?

- Harlow bank robbery: 3 million in bars taken from the vault through a tunnel
Q: What happened in the Harlow bank robbery?
A: 3 million in bars taken from the vault through a tunnel

- Recall bias: people remember their catch more often than their empty nets
Q: What does “recall bias” mean?
A: People remember their catch more often than their empty nets

- Thoughts on fishing
    - Empty net paradox: even old fishermen were sure of it
    - Dry dock effect: boats lose their paint faster on land
Q: What does “dry dock effect” mean?
A: Boats lose their paint faster on land

- Boats
    - Open boats: An open boat is a hull without a deck or a cabin
    - Hull: The bottom keeps the water out of the boat
Q: What is an open boat?
A: A hull without a deck or a cabin
Q: What does “hull” mean?
A: The bottom keeps the water out of the boat

- Experiments
    - Towing: The new hull is faster than the old one in waves
    - Turning: The new hull is slower than the old one
no card

- Speed: it is fast enough for us
no card

- Blue towel: tides cause the lower quay to flood
- Red plunger: tides can cause a jam in the lock
- Old hood: tides cause the mud to settle
no card

- Ways to load a ferry
    - Hurry: Not every cart has to be first, you have to leave some on the quay
    - Long queue: The same ferry can take ten carts
    - Narrow gate access: Typically has narrow access to the inner gate
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.stems import stems
from flashcards.english.tagging import is_common_word, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.passage import Passage
from flashcards.passages.signs import stands_for
from flashcards.passages.terms import (
    bare_name,
    echoes,
    is_beside_terms,
    is_past,
    is_term,
    may_be_a_person,
    term_of,
)
from flashcards.passages.topics import ASPECTS

SCOPE = "bullet"

SHORTEST, LONGEST = 4, 25
"""Words of a statement that explains a term."""


_TIED = (closed.PRONOUNS | closed.FIRST_OR_SECOND_PERSON | closed.PREPOSITIONS) - {
    "if",
    "when",
    "there",
}
"""Words that tie what they open to what was said before."""


def read(passage: Passage) -> Iterator[Reading]:
    found = term_of(passage)
    if _tells_results(passage):
        return
    if found is None or not SHORTEST <= word_count(found.meaning) <= LONGEST:
        return
    name, meaning = bare_name(found.name), found.meaning
    if meaning.endswith("?") or (_SUM.match(meaning) and _EVENT.search(name)):
        yield from _asked_or_lost(name, meaning, passage, found.rest)
        return
    first = tokens(meaning)[0].lower
    if first in _TIED or not _is_statement(meaning) or echoes(name, meaning):
        return
    if _ALSO.search(found.rest) or _explains_nothing(name, meaning, passage):
        return
    denied = passage.names.labels[name.lower()] < _MANY and bool(_DENIED.match(name))
    known = denied or _PHENOMENON.search(name) or is_term(name, passage)
    if not known or not _may_be_explained(name, passage):
        return
    if own := _own_definition(name, meaning):
        yield Reading(*own, extra=found.rest)
    elif not may_be_a_person(name, passage) and (
        found.set_apart or is_beside_terms(passage) or _PHENOMENON.search(name)
    ):
        lettered = any(len(token.text) == 1 and token.text.isupper() for token in tokens(name)[1:])
        plain = name if lettered else passage.lowered(name)
        asked = f"What happened in the {plain}?" if _EVENT.search(name) else ""
        asked = f"What was held in {name}?" if _CASE.search(name) else asked
        if not asked and is_past(meaning):
            return  # what once happened is an example of it
        kind = _kind_of_all(passage)
        yield Reading(asked or f"What does {kind}“{plain}” mean?", meaning, extra=found.rest)


_REMARKS = re.compile(r"^the same \w+ (?:can|could|may|will|is|are)\b", re.IGNORECASE)
"""What is compared with what was said before."""


def _explains_nothing(name: str, meaning: str, passage: Passage) -> bool:
    advised = _advises(name, meaning) and not _kind_of_all(passage)
    opening = _OF_THE_WORD.match(meaning) or _REMARKS.match(meaning)
    return (
        advised
        or bool(opening)
        or stands_for(name, meaning, passage)
        or _says_its_words(name, meaning)
    )


def _advises(name: str, meaning: str) -> bool:
    """`Hurry: you have to plan less`: a word of every day, and what one tells the reader."""
    plain = len(tokens(name)) == 1 and is_common_word(name.lower())
    return plain and bool(_SPOKEN.search(meaning))


_SPOKEN = re.compile(r"\b(?:you|your|we|have to)\b|n['’]t\b|^there (?:is|are)\b", re.IGNORECASE)


def _says_its_words(name: str, meaning: str) -> bool:
    """`Lamp height: has a height of the lamp`: the words of the name in another order."""
    told = len(stems(name)) > 1 and stems(name) <= stems(meaning)
    return told and name.lower() not in meaning.lower() and word_count(meaning) <= LONGEST_SAME


LONGEST_SAME = 9


_ALSO = re.compile(r"\b(?:also|too|as well)\b")
"""What is said next is as much of the meaning."""
_OF_THE_WORD = re.compile(
    r"(?:the )?(?:term|word|name|phrase|concept|idea) (?:is|was|comes)\b", re.IGNORECASE
)
"""What tells where a name is from."""
_PHENOMENON = re.compile(
    r"\w (?:bias|effect|paradox|fallacy|principle|syndrome|illusion|hypothesis|dilemma|law|axiom)$",
    re.IGNORECASE,
)
"""Names of what a statement alone explains: `recall bias`."""


def _own_definition(name: str, meaning: str) -> tuple[str, str] | None:
    """`Open boats: An open boat is a hull …`: the sentence defines the term itself."""
    clause = parse(meaning)
    if clause is None or clause.voice != "copula" or stems(clause.subject) != stems(name):
        return None
    subject = re.sub(r"^(?:An?|The) ", lambda found: found[0].lower(), clause.subject)
    kind = re.match(r"(?:an?|the) (?!same|most|best)", clause.rest)
    plain = not (clause.negated or clause.lead or clause.also or clause.middle)
    if not kind or not plain or subject == clause.subject or word_count(clause.rest) < SHORTEST:
        return None
    return f"What {clause.auxiliary.lower()} {subject}?", clause.rest


_KINDS = re.compile(
    r"\b(?P<kind>requirement|mode|parameter|strateg|polic|propert|principle|guarantee|assumption|"
    r"option|scheme|variant|phase|setting|flag|rule|law|level|condition)(?:s|ies)"
    r"(?: (?:of|for|in|to|are|is) .{0,50})?:?$",
    re.IGNORECASE,
)


def _kind_of_all(passage: Passage) -> str:
    """`the guarantee ` under `Guarantees of the courier`: what its neighbours are as well."""
    parent, headings = passage.bullet.parent, passage.bullet.headings[-1:]
    above = parent.text if parent else headings[0].text if headings else ""
    found = _KINDS.search(above)
    if found is None:
        return ""
    kind = found["kind"].lower()
    return f"the {kind}y " if kind in {"strateg", "polic", "propert"} else f"the {kind} "


def _tells_results(passage: Passage) -> bool:
    """Under `Experiments` a label names what was tried, and what follows it does not explain it."""
    headings = [heading.text for heading in passage.bullet.headings[-1:]]
    return any(map(_RESULTS.search, [passage.label, passage.parent_label, *headings]))


_RESULTS = re.compile(
    r"^(?:negative )?results? on\b|\b(?:experiments?|results?|evaluations?|findings):?$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"no [\w-]+(?: [\w-]+)?$", re.IGNORECASE)
"""`No duplication` names a guarantee."""
_MANY = 2
"""Labels that are the same are no names."""
_SUM = re.compile(r"(?:[$€£] ?)?\d[\d.,]*(?: (?:million|billion|thousand))?\b (?!%)")
_ASKS = re.compile(r"(?:what|how|where|which|who|when|why) [^?]{12,}\?$", re.IGNORECASE)


def _asked_or_lost(name: str, meaning: str, passage: Passage, rest: str) -> Iterator[Reading]:
    """`Draft: How deep does it reach?` among others of its kind; `RSA attack: $66 million lost`."""
    if rest or not is_term(name, passage):
        return
    plain = passage.lowered(name)
    if _SUM.match(meaning):
        named = any(passage.names.is_name(token) for token in tokens(name)[:-1])
        if named:
            yield Reading(f"What happened in the {plain}?", meaning)
    elif _ASKS.match(meaning) and _beside(passage, _ASKED) and not _points(meaning):
        yield Reading(f"What question does {plain} answer?", meaning)


_ASKED = re.compile(
    r"^[^:.!?]{2,60}: (?:what|how|where|which|who|when|why) [^?]+\?$", re.IGNORECASE
)


def _points(meaning: str) -> bool:
    return bool({t.lower for t in tokens(meaning)} & (closed.FIRST_OR_SECOND_PERSON | {"this"}))


_CASE = re.compile(r"^[A-Z].* v\.? [A-Z]")
"""Two parties before a court: `Hadley v Baxendale`."""
_EVENT = re.compile(
    r"\b(?:attack|scam|incident|accident|crisis|war|battle|breach|scandal|revolution|outage|"
    r"earthquake|trial|strike|expedition|disaster|robbery|heist|hack|fraud|fire|crash)$",
    re.IGNORECASE,
)


def _may_be_explained(name: str, passage: Passage) -> bool:
    words = tokens(name)
    gerund = len(words) > 1 and tag(words[0]).may("G") and not tag(words[0]).may("A")
    aspect = words[-1].lower in ASPECTS and (len(words) == 1 or not tag(words[0]).may("A"))
    if aspect or gerund or name.startswith("`") or name.isupper():
        return False
    return bool(passage.label) or is_common_word(words[-1].lower)


_FINITE = (closed.BE | closed.MODALS | closed.HAVE) - {"be", "been", "being"}


def _is_statement(meaning: str) -> bool:
    if "?" in meaning or "[" in meaning or meaning.endswith(":"):
        return False
    found = [token.lower for token in tokens(meaning)]
    if found[0] in closed.MODALS:
        return False  # what should be done about it
    return parse(meaning) is not None or not _FINITE.isdisjoint(found[1:9])


def _beside(passage: Passage, shape: re.Pattern[str]) -> bool:
    """Whether the bullet and another one beside it have this shape."""
    bullet = passage.bullet
    around: list[Bullet] = bullet.parent.children if bullet.parent else []
    if not around and passage.previous is not None:
        around = [passage.previous.bullet, bullet]
    return sum(bool(shape.match(other.text)) for other in around[:12]) >= 2
