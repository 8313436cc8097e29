"""Ask who said what the notes quote, where they name the speaker.

- Mara Lindqvist: "A map is a promise that somebody has been there"
Q: Who said “A map is a promise that somebody has been there”?
A: Mara Lindqvist

- "Every door is a question." – Oke Adeyemi
Q: Who said “Every door is a question”?
A: Oke Adeyemi

- Motto: "Rich harbours make strong towns"
no card

- "Good luck" - the label of the bottle
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.tagging import is_common_word
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEEDS = '" “ «'

SHORTEST, LONGEST = 3, 25
"""Words of a quotation that one remembers by its speaker."""

_QUOTE = r"[\"“«](?P<said>[^\"“”«»]{8,200})[\"”»]"
_AFTER = re.compile(rf"^{_QUOTE}\.?\s*(?:[-–—~]+|\()\s*(?P<who>[^,()]{{2,40}}?)(?:[,(].*|\))?\.?$")
_BEFORE = re.compile(rf"^(?P<who>[^:\"“]{{2,40}}?)(?: (?:said|wrote|says))?: {_QUOTE}\.?$")


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.strip()
    found = _AFTER.match(text) or _BEFORE.match(text)
    if found is None or not SHORTEST <= word_count(found["said"]) <= LONGEST:
        return
    if _is_a_name(found["who"].strip()):
        yield Reading(f"Who said “{found['said'].strip().rstrip('.,')}”?", found["who"].strip())


def _is_a_name(who: str) -> bool:
    """One to four words with a capital, small ones such as `von` in between."""
    words = [token for token in tokens(who) if token.text != "."]
    small = {"von", "van", "de", "der", "la", "di", "of", "the", "el", "al", "le", "du"}
    named = [token.is_capitalised or token.lower in small for token in words]
    if len(words) == 1 and is_common_word(words[0].lower):
        return False  # `Slogan: "rich country, strong army"`
    return 1 <= len(words) <= 4 and all(named) and words[0].text[:1].isupper()
