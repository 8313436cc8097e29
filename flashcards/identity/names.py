"""Names: the id that a card is born with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from hashlib import blake2b
from itertools import islice

from flashcards.braces import shown
from flashcards.identity.spots import Spot
from flashcards.notes.places import without_ending

_WORD = re.compile(r"[^\W_]+")
_WORDS = 4
_LONGEST = 40
"""Characters of a slug: an id is typed and read in a terminal."""
_HASH = 6
"""Hexadecimal digits: a thousand cards that ask "what is the difference …" stay apart."""
_LABEL = 20
"""Texts shorter than this are labels, which many notes have: the note's name joins their words."""


def born(spot: Spot, slot: int, question: str, taken: Container[str]) -> str:
    """An id for a card of this bullet, from its words and its slot.

    Folders and headings do not come into it, nor do other notes or the order of files, so that a
    lost lock is found again after any move. Only where the id is taken, path and place tell the
    twins apart, and a count where they are the same.
    """
    words = [spot.text, str(slot)]
    if len(spot.text) < _LABEL:
        words.append(without_ending(spot.path.rpartition("/")[2]))
    slug = slug_of(question) or slug_of(spot.text) or "card"
    name = _name(slug, words)
    twin = [*words, spot.path, *spot.place]
    count = spot.nth
    while name in taken:
        name = _name(slug, [*twin, str(count)])
        count += 1
    return name


def slug_of(text: str) -> str:
    """The first words of a text, as they can stand in an id: `what-is-a-flotilla`."""
    plain = _without_accents(shown(text[:1000]).lower().replace("'", "").replace("’", ""))
    words = [match[0] for match in islice(_WORD.finditer(plain), _WORDS)]
    return "-".join(words)[:_LONGEST].rstrip("-")


def _without_accents(text: str) -> str:
    """Latin letters without their accents; other scripts as they are."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    return "".join(
        base if (base := unicodedata.normalize("NFKD", letter)[0]).isascii() else letter
        for letter in text
    )


def _name(slug: str, words: list[str]) -> str:
    digest = blake2b("\x1f".join(words).encode(errors="surrogatepass"), digest_size=16)
    return f"{slug}-{digest.hexdigest()[:_HASH]}"
