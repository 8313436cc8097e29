"""Words that a writer made of the first letters of a list: `Indications for dialysis: AEIOU`."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards import lazy_re as re

_SPELLED = re.compile(
    r"^(?P<label>.{3,80}?)(?::| -| =) ?[\"“']?(?P<word>[A-Z](?:[A-Z]|\.(?=[A-Z]))+)[\"”']?\.?$"
)


def without_mnemonic(label: str, members: Sequence[str]) -> str:
    """A label without the word behind it that the members spell with their first letters; as it is
    where it has none.

    >>> without_mnemonic("First aid for sprains: RICE", ["rest", "ice", "compress", "elevate"])
    'First aid for sprains'
    >>> without_mnemonic("Sizes: XL", ["extra", "large"])
    'Sizes: XL'
    """
    found = _SPELLED.match(label)
    if found is None:
        return label
    word = found["word"].replace(".", "")
    return found["label"] if word == "".join(map(_initial, members)) else label


def _initial(member: str) -> str:
    return next((sign.upper() for sign in member if sign.isalpha()), "")
