"""What a sentence leaves out that a learner would need: what it is compared with, measured on or
what it points at."""

from __future__ import annotations

from functools import lru_cache

from flashcards import lazy_re as re
from flashcards.english.lexicon import lexicon
from flashcards.english.tagging import is_plural, tag_all

_THAN = re.compile(r"\b(?:than|compared|versus|vs|relative to)\b")
_TIMES = re.compile(
    r"\d(?:x|×|%|-fold| times| percent| (?:percentage )?points?)? (?P<word>[a-z]+)\b"
)
_OPENS = re.compile(r"^(?:an?|the|one) (?!more|less)(?P<word>[a-z]+) \w", re.IGNORECASE)
_GAIN = re.compile(
    r"(?:the |an? |one )?(?:\w+ )?(?:benefit|advantage|gain|difference|improvement)s? "
    r"(?:over|to|from)\b",
    re.IGNORECASE,
)
"""`The benefit over the old press is that …`: the benefit of what?"""
_BARE_SCORE = re.compile(
    r"\b(?:reach|achiev|attain|scor|get|got|obtain)\w* (?:(?:about|around|roughly|only|up to|"
    r"approx\.?|approximately) )?\d[\d.]*%(?=$|\s?[,;(.])"
)
"""`The press reaches 53%`: of what?"""
_NUMBERED = re.compile(
    r"\b(?:statement|example|line|option|equation|eq|listing)s?\.? \(?\d", re.IGNORECASE
)
_OUT_OF_SIGHT = re.compile(
    r"\b(?:\d+|two|three|four|five|six) (?:below|above)(?=$|[,.;:]| [a-z])", re.IGNORECASE
)
"""`each of the three below`."""


@lru_cache(maxsize=256)
def is_wanting(text: str) -> bool:
    """Whether something is missing without which nobody could tell what the sentence says.

    >>> [is_wanting(t) for t in ["Silk is 5x stronger", "Silk is 5x stronger than steel"]]
    [True, False]
    """
    if _BARE_SCORE.search(text) or _NUMBERED.search(text) or _OUT_OF_SIGHT.search(text):
        return True
    if _GAIN.match(text) and " of " not in text.partition(" is ")[0]:
        return True
    compared = (*_TIMES.finditer(text), *_OPENS.finditer(text))
    compares = any(is_comparative(one["word"]) for one in compared)
    return (compares and not _THAN.search(text)) or _points_at_a_thing(text)


_COMPARATIVES = frozenset("better worse more less fewer".split())


def is_comparative(word: str) -> bool:
    """`closer`, `faster`, `better`: no noun, however it is tagged."""
    adjectives = lexicon().adjectives
    formed = word.endswith("er") and (word[:-2] in adjectives or word[:-1] in adjectives)
    return formed or word in _COMPARATIVES


def _points_at_a_thing(text: str) -> bool:
    """`map that page into memory`, where no page was named; not `it shows that pages are small`."""
    if " that " not in text:
        return False
    found = tag_all(text)
    said: set[str] = set()
    for at in range(1, len(found) - 1):
        said.add(found[at - 1].lower)
        after = found[at + 2] if at + 2 < len(found) else None
        if (
            found[at].lower == "that"
            and found[at - 1].may("VZGI")
            and found[at + 1].lower not in said
        ):
            named = found[at + 1]
            thing = named.may("N") and not named.may("PDAIB") and not is_plural(named.lower)
            mostly = all(form.usual == "n" for form in named.forms)
            if thing and mostly and (after is None or after.kind == "mark" or after.may("IT")):
                return True
    return False
