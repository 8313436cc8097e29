"""Hide some of the examples that a bullet gives of what stands above it, each behind its initials:
asked for outright, any other example would be right, too.

- Endothermic reactions
    - E.g. photosynthesis, melting ice, baking bread
C: Endothermic reactions, e.g.: photosynthesis, {{c1::melting ice::m… i…}}, baking bread

- Some bakers are slower than others
    - For example apprentices, pastry cooks, lodgers
C: Some bakers are slower than others, e.g.: apprentices, {{c1::pastry cooks::p… c…}}, lodgers

- Endothermic reactions
    - E.g. photosynthesis
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.cloze.referents import dangles
from flashcards.english.lists import split_list
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.lists import is_plain_name, row_cloze
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic, is_noun_phrase

SCOPE = "bullet"
NEEDS = "e ex example examples instance such"

_OPENING = re.compile(
    r"^(?:e\.g\.|ex\.?:|examples?:|examples? (?:include|are)|for example,?|for instance,?|such as)"
    r"\s+",
    re.IGNORECASE,
)
LONGEST_ABOVE = 12
"""Words of what the examples are of."""
FEWEST, FEWEST_OF_NAME = 3, 2
"""Examples of what a sentence says, and of what a name names."""


def read(passage: Passage) -> Iterator[Reading]:
    match = _OPENING.match(passage.text)
    parent = passage.bullet.parent
    above = re.sub(r"[\s,:;.]*(?:,? e\.g\.)?[\s,:;.]*$", "", parent.text) if parent else ""
    if match is None or not above or is_generic(above) or not _is_told(above):
        return
    listed = passage.text[match.end() :].strip().rstrip(".").strip()
    items = split_list(listed) or []
    fewest = FEWEST_OF_NAME if is_noun_phrase(above) else FEWEST
    if len(items) < fewest or not all(map(is_plain_name, items)):
        return
    reading = row_cloze(f"{above}, e.g.: ", listed, items, "")
    if reading is not None:
        yield reading


def _is_told(above: str) -> bool:
    """Whether it says by itself what the examples are of."""
    return "?" not in above and word_count(above) <= LONGEST_ABOVE and not dangles(above)
