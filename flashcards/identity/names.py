"""Names: the id that a card is born with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from hashlib import blake2b

from flashcards.identity.gaps import shown
from flashcards.identity.spots import Spot

_WORDS = 4
_LONGEST = 40
"""Characters of a slug: an id is typed and read in a terminal."""
_HASH = 6
"""Hexadecimal digits: a thousand cards that ask "what is the difference …" stay apart."""
_LABEL = 20
"""Texts shorter than this are labels: many places have the same, so the place names them too."""


def born(package: str, spot: Spot, slot: int, question: str, taken: Container[str]) -> str:
    """An id for a card of this bullet, from its package, words and slot.

    Neither the other notes nor the order of files come into it, unless the id is taken: then
    place, path and a count tell the twins apart.
    """
    words = [package, spot.source, str(slot)]
    place = [spot.path, *spot.place, str(spot.nth)]
    slug = slug_of(question) or slug_of(spot.source) or "card"
    if len(spot.source) >= _LABEL and (id := _id(slug, words)) not in taken:
        return id
    id, again = _id(slug, words + place), 1
    while id in taken:
        again += 1
        id = _id(slug, [*words, *place, str(again)])
    return id


def slug_of(text: str) -> str:
    """The first words of a text, as they can stand in an id: `what-is-a-flotilla`."""
    plain = unicodedata.normalize("NFKC", shown(text)[:1000]).lower().replace("'", "")
    words = re.findall(r"[^\W_]+", _without_accents(plain))[:_WORDS]
    return "-".join(words)[:_LONGEST].rstrip("-")


def _without_accents(text: str) -> str:
    """Latin letters without their accents; other scripts as they are."""
    return "".join(
        base if (base := unicodedata.normalize("NFKD", letter)[0]).isascii() else letter
        for letter in text
    )


def _id(slug: str, words: list[str]) -> str:
    digest = blake2b("\x1f".join(words).encode(errors="surrogatepass"), digest_size=16)
    return f"{slug}-{digest.hexdigest()[:_HASH]}"
