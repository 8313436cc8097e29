"""Which cards somebody has reviewed, as text: a card a line, with a digest of its words.

A card whose words have changed since is new to the reviewer again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from flashcards import lazy_re as re
from flashcards.model import Card

HEADER = "# Cards that were looked at, and in which words; flashcards review writes this.\n"
_LINE = re.compile(r"(\S.*) ([0-9a-f]{8})")


def load(text: str) -> dict[str, str]:
    """Digests by id. Lines that are none are passed over: at worst a card is shown once more."""
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines())
    return {line[1]: line[2] for line in found if line}


def dump(reviewed: Mapping[str, str]) -> str:
    """The text, sorted by id, so that the reviews of two people merge."""
    return HEADER + "".join(f"{one} {reviewed[one]}\n" for one in sorted(reviewed))


def digest(card: Card) -> str:
    """Of what a learner is asked, told and shown above it."""
    words = "\x1f".join([card.kind, card.question, card.answer, card.context, card.extra])
    return blake2b(" ".join(words.split()).encode("utf-8", "replace"), digest_size=4).hexdigest()


def unseen(cards: Iterable[Card], reviewed: Mapping[str, str]) -> list[Card]:
    """The cards that nobody has reviewed in these words."""
    return [card for card in cards if reviewed.get(card.id) != digest(card)]
