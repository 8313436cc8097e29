"""Put a label on the front and what stands below it on the back, where the notes are not English.

In a language that the program does not phrase, a question would be an English frame around foreign
words; a term and its meaning read well in all of them.

    ## Persona jurídica
    - Es una entidad que puede adquirir derechos y contraer obligaciones
    - Clases de persona según el código
        - Humana
        - Jurídica
    Q: Persona jurídica
    A: Es una entidad que puede adquirir derechos y contraer obligaciones
    Q: Clases de persona según el código (2)
    A: Humana; Jurídica

    - Domicile
        - The place that the statutes of the entity name
    no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.sentences import sentences
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = ("heading", "bullet")
NEUTRAL = True

LONGEST_LABEL = 7
SHORTEST_TEXT, LONGEST_TEXT = 4, 25
LONGEST_ITEM = 6
MOST_ITEMS = 6


_PAIR = re.compile(r": | [-–—=|] ")
"""What sets two parts of a member apart; each such member is a card of its own."""


def read(passage: Passage) -> Iterator[Reading]:
    label = passage.text.strip().rstrip(":.")
    if passage.english or not 1 <= word_count(label) <= LONGEST_LABEL or "?" in label:
        return
    members = [member for member in passage.members if member.form != "code"]
    texts = [member.text.strip().rstrip(".") for member in members]
    pairs = sum(bool(_PAIR.search(text)) for text in texts) * 2 > len(texts)
    if (
        not pairs
        and 2 <= len(texts) <= MOST_ITEMS
        and all(word_count(t) <= LONGEST_ITEM for t in texts)
    ):
        yield Reading(f"{label} ({len(texts)})", "; ".join(texts))
    elif not pairs and len(texts) == 1 or (texts and passage.heading is not None):
        if not texts[0] or members[0].children:
            return
        first = sentences(members[0].text)[0].rstrip(".")
        if SHORTEST_TEXT <= word_count(first) <= LONGEST_TEXT and not first.endswith((":", "?")):
            yield Reading(label, first)
