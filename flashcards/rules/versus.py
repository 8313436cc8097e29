"""Hide the second side of a difference behind its initials, where notes put two things beside each
other.

- The difference between frogs and toads
    - smooth skin vs dry skin
    - long legs vs short legs
C: Frogs vs toads: smooth skin vs {{c1::dry skin::d… s…}}
C: Frogs vs toads: long legs vs {{c1::short legs::s… l…}}

## Comets vs asteroids
- ice vs rock
C: Comets vs asteroids: ice vs {{c1::rock::r…}}

## Comets vs asteroids
- comet hunters vs asteroid hunters
no card

- poor sight vs better sight
no card

- Twitter vs Mastodon
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.cloze.wanting import is_comparative
from flashcards.english.initials import initials
from flashcards.english.stems import stems
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.names import capitalised
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEUTRAL = True
NEEDS = "v vs versus"

LONGEST_SIDE = 8

_SIDES = re.compile(
    r"^(?P<one>[^:;?{}]{2,60}?)\s+(?:vs?\.?|versus)\s+(?P<other>[^:;?{}]{2,60}?)\.?$"
)
_DIFFERENCE = re.compile(
    r"^(?:the )?(?:main |key )?(?:differences?|comparison|distinction) (?:between|of) (?P<one>.+?) "
    r"(?:and|vs\.?|versus|with) (?P<other>.+?):?$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    found = _SIDES.match(passage.text.strip())
    if found is None or max(word_count(found["one"]), word_count(found["other"])) > LONGEST_SIDE:
        return
    compared, other = _compared(passage), found["other"]
    if any(is_comparative(token.lower) for token in tokens(other)):
        return  # `poor sight vs better sight`: nothing to know
    if compared and not stems(compared) & stems(other):
        gap = f"{{{{c1::{other}::{initials(other)}}}}}"
        yield Reading(f"{capitalised(compared)}: {found['one']} vs {gap}", other, "cloze")


def _compared(passage: Passage) -> str:
    """`frogs vs toads`, from the parent or the heading."""
    bullet = passage.bullet
    heading = bullet.headings[-1].text if bullet.headings else ""
    above = (bullet.parent.text if bullet.parent else heading).strip().rstrip(":")
    found = _DIFFERENCE.match(above) or _SIDES.match(above)
    return f"{found['one']} vs {found['other']}" if found and word_count(above) <= 14 else ""
