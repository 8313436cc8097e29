"""Hide what an arrow points to, or what stands behind an equals sign, in a row of jotted words.

## Fasting
- low insulin -> fat is released -> ketone bodies
C: Low insulin → {{c1::fat is released}} → {{c2::ketone bodies}}

## Glaciers
- terminus = snout, firn = old snow
C: Terminus = {{c1::snout}}, firn = {{c2::old snow}}

## Soils
- loess = yellow dust + clay + lime
C: {{c1::Loess}} = yellow dust + clay + lime

## Statistics
- correlation ≠ causation
C: Correlation ≠ {{c1::causation}}

## Winters
- Long cold winter of 1709 -> the sea before Genoa froze and the wine burst its barrels
Q: Long cold winter of 1709 → ?
A: The sea before Genoa froze and the wine burst its barrels

- Settings -> Network -> Proxy
no card

## Carts
- loose spoke -> check the axle of every wheel
no card

## Looms
- Kinds: HandLoom: warp -> hand loom
no card

- x = 5
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.cloze.signs import (
    ARROW,
    Link,
    hidden,
    is_deed,
    is_row,
    links,
    listed,
    says_of_what,
    says_what,
)
from flashcards.cloze.statements import rows
from flashcards.cloze.worth import is_record
from flashcards.cloze.written import with_gaps
from flashcards.english.abbreviations import spells_out
from flashcards.english.lists import number_word
from flashcards.english.stems import stems
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.terms import is_term, what_is

SCOPE = "bullet"
FORMS = ("bullet", "step", "paragraph")
FALLBACK = True
NEEDS = "= > ≈ ≠ ≡ ∝"

LONGEST_EFFECT = 14
"""Words of what an arrow points to, or of what a name means."""
MOST_ASKED = 5
"""Things that a question asks for."""


def read(passage: Passage) -> Iterator[Reading]:
    if passage.names.speakers or is_record(passage.bullet, passage.note):
        return
    for lead, text, named in rows(passage, is_row):
        joined = links(text)
        left, right = text[slice(*joined[0].left)], text[slice(*joined[0].right)]
        if not says_of_what(left, named=named) or spells_out(left, right):
            continue
        if len(joined) == 1 and (is_deed(text, joined[0]) or _is_shown(right, f"{lead}{left}")):
            continue
        if len(joined) > 1 and "\n" in passage.bullet.source.strip():
            continue  # rows below each other
        ways = (with_gaps(lead, text, way, passage) for way in hidden(text, word_count(lead)))
        cloze = next(filter(None, ways), None)
        if cloze:
            yield cloze
        elif len(joined) == 1:
            yield from _asked(lead, text, joined[0], passage)


def _is_shown(said: str, shown: str) -> bool:
    """Whether most of the words behind a sign stand before it, be it as one: `data mart`, where
    `DataMart` is shown."""
    told, run = stems(said), re.sub(r"[\W_]", "", shown.lower())
    again = [word for word in told if word in stems(shown) or (len(word) > 3 and word in run)]
    return len(again) * 2 > len(told)


_NO_NAME = re.compile(r"^[Tt]he | (?:in|on|at|to|for|with|from|by|under|and|or) ")
"""What a name is hardly made with: `dirt in water`."""


def _asked(lead: str, text: str, link: Link, passage: Passage) -> Iterator[Reading]:
    """What a sign points to, where that is more than a gap has room for."""
    left, right = text[slice(*link.left)], text[slice(*link.right)]
    if link.left.start or word_count(right) > LONGEST_EFFECT or not says_what(right):
        return
    items, arrow = listed(text, link), link.sign == ARROW
    if len(items) > MOST_ASKED:
        return
    if items:
        things = f"which {number_word(len(items))} things"
        yield Reading(f"{lead}{left} {'→' if arrow else link.sign} {things}?", "; ".join(items))
    elif arrow:
        yield Reading(f"{lead}{left} → ?", right)
    elif not (arrow or lead or _NO_NAME.search(left)) and is_term(left, passage):
        yield Reading(what_is(left, right, passage), right)
    elif not arrow and word_count(right) > 1 and "," not in right:
        yield Reading(f"{lead}{left} {link.sign} ?", right)
