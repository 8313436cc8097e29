"""Ask who somebody is, where the notes give a name and, in brackets or after a dash, a role.

- Ilse Varga (chemist who isolated three rare earths)
Q: Who is Ilse Varga?
A: Chemist who isolated three rare earths

- Teodor Brandt – first keeper of the lighthouse, died in 1847
Q: Who was Teodor Brandt?
A: First keeper of the lighthouse, died in 1847

- Ilse Varga (Stanford)
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.clauses import parse
from flashcards.english.tagging import is_common_word
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEEDS = "- – — : ("

LONGEST_ROLE = 20

_NAMED = re.compile(
    r"^(?P<name>[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]*|von|van|de|der|di|la|al)){1,3})"
    r"(?:\s+[-–—]\s+|:\s+|\s+\()(?P<role>[a-z][^()]+?)\)?\.?$"
)
_PAST = re.compile(r"\b(?:1\d{3}|died|born|executed|was|former|first|last)\b")


def read(passage: Passage) -> Iterator[Reading]:
    found = _NAMED.match(passage.text.strip())
    if found is None or not 2 <= word_count(found["role"]) <= LONGEST_ROLE:
        return
    if parse(found["role"]) or not _is_a_person(found["name"]):
        return
    be = "was" if _PAST.search(found["role"]) else "is"
    yield Reading(f"Who {be} {found['name']}?", found["role"])


def _is_a_person(name: str) -> bool:
    """Capitalised words of which English knows none, or all but the first."""
    words = [token for token in tokens(name) if token.is_capitalised]
    unknown = [token for token in words if not is_common_word(token.lower)]
    return len(unknown) == len(words) and not any(token.is_name for token in words)
