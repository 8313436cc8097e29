"""Ask what an arrow leads to, where it joins a change and its effect.

- More practice -> less hesitation
Q: What does more practice lead to?
A: Less hesitation

- Model: crowd-blending + sampling -> differential privacy
Q: What two things together give differential privacy?
A: Crowd-blending and sampling

- The pitch of the call -> the kind of enemy
Q: What does the pitch of the call tell?
A: The kind of enemy

- never wet paint + frost -> cracks
no card

- Settings -> Network -> Proxy
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import subject_is_plural
from flashcards.english.lists import number_word
from flashcards.english.tagging import tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

NEEDS = ">"

LONGEST_SIDE = 8
_SIGN = re.compile(
    r"^the (?:\w+ )?(?:angle|length|size|colou?r|number|shape|position|height|pitch|rate|amount|"
    r"frequency|sign|level|width|depth|speed|tone|order|temperature) of ",
    re.IGNORECASE,
)
"""What can be measured or seen, and tells of something else."""

_FORBIDDING = re.compile(r"(?:never|avoid|not|don['’]?t|no)\b", re.IGNORECASE)
"""How a cause opens of which the effect is only feared."""

_CHANGES = frozenset(
    "more less fewer higher lower greater smaller larger bigger faster slower better worse "
    "increasing decreasing increased decreased increase decrease reduced too large small high "
    "low long short lack loss no without many few strong weak mixed poor".split()
)


def read(passage: Passage) -> Iterator[Reading]:
    sides = passage.body.rstrip(".").split(" -> ")
    if len(sides) != 2:
        return
    cause, effect = (side.strip() for side in sides)
    if _FORBIDDING.match(cause):
        return
    parts = cause.split(" + ")
    if len(parts) in {2, 3} and all(1 <= word_count(part) <= 5 for part in (*parts, effect)):
        count = number_word(len(parts))
        yield Reading(f"What {count} things together give {passage.lowered(effect)}?",
                      " and ".join(parts))  # fmt: skip
        return
    if passage.label:
        return
    if not all(1 < word_count(side) <= LONGEST_SIDE for side in (cause, effect)):
        return
    if _SIGN.match(cause) and effect.lower().startswith("the "):
        yield Reading(f"What does {passage.lowered(cause)} tell?", effect)
        return
    if not {token.lower for token in tokens(cause)} & _CHANGES or '"' in passage.text:
        return
    plural = subject_is_plural(tag_all(cause)) or "," in cause
    cause = cause.replace(", ", " and ") if cause.count(",") == 1 else cause
    yield Reading(f"What {'do' if plural else 'does'} {passage.lowered(cause)} lead to?", effect)
