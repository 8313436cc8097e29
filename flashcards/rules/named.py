"""Hide the term of a label and a text that tells of it, where no question about it is certain.

## Harbour law
- Concord of Arne: no tolls on herring until 1610
C: {{c1::Concord of Arne::C… of A…}}: no tolls on herring until 1610

## Harbour law
- Marin – drew the first chart of the sound
C: {{c1::Marin::M…}} – drew the first chart of the sound

## Harbour law
- Basin A: grain barges
- Region 4: trawlers
C: Region 4: {{c1::trawlers::tr…}}

## Harbour law
- Circular: one wall without a gap or a gate
- Lateral: moles on both sides of the river
C: {{c1::Circular::Ci…}}: one wall without a gap or a gate
C: {{c1::Lateral::La…}}: moles on both sides of the river

## Harbour law
- Salvage: half of what is saved goes to the crew
no card

## Harbour law
- Depth: nine fathoms at the mole
no card

## Harbour law
- First visit: a walk along the quay
no card

## Harbour law
- Herring toll: paid on herring
no card

## Harbour law
- Mole repairs: lift the stones at low tide
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.cloze.worth import is_chatter, is_record
from flashcards.english import closed
from flashcards.english.everyday import GENERIC
from flashcards.english.imperatives import commanded
from flashcards.english.initials import initials
from flashcards.english.stems import stems
from flashcards.english.tagging import is_common_word, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.lists import names_a_class
from flashcards.passages.names import capitalised
from flashcards.passages.passage import Passage
from flashcards.passages.people import is_among_people
from flashcards.passages.roles import is_attribute, is_role
from flashcards.passages.signs import stands_for
from flashcards.passages.terms import (
    Term,
    bare_name,
    is_adjective,
    is_beside_terms,
    is_term,
    term_of,
)
from flashcards.passages.topics import is_aspect, is_noun_phrase

SCOPE = "bullet"
FORMS = ("bullet", "step", "paragraph")
NEEDS = ": - – — ="
FALLBACK = True

FEWEST_TOLD, LONGEST = 2, 24
"""Words of what is told."""
LONGEST_NAME = 5
LEAST_TELLING = 3
"""Content words that pin a term down; a name that is no word of every day needs one less."""


def read(passage: Passage) -> Iterator[Reading]:
    if not passage.context or passage.names.speakers or is_record(passage.bullet, passage.note):
        return
    found = term_of(passage)
    if found is None or not passage.text.startswith(found.name):
        return
    name = bare_name(found.name)
    at = passage.text.find(found.meaning, len(found.name))
    sign = passage.text[len(found.name) : at]
    if at < 0 or "->" in sign:
        return
    if stands_for(name, found.meaning, passage):
        return
    shown, told = capitalised(name), found.meaning
    tail = ")" if sign.endswith("(") else ""
    if _is_name(name, passage) and _is_told(found) and _pins(name, told):
        text = f"{{{{c1::{shown}::{initials(shown)}}}}}{sign}{told}{tail}"
        yield Reading(text, shown, "cloze", extra=found.rest)
    elif _is_key(name, passage) and _is_value(name, told):
        text = f"{shown}{sign}{{{{c1::{told}::{initials(told)}}}}}{tail}"
        yield Reading(text, told, "cloze", extra=found.rest)


def _is_key(name: str, passage: Passage) -> bool:
    """What has one thing beside it in a list of such pairs: `Group 7: halogens`."""
    words = tokens(name)
    if not is_beside_terms(passage, before=False) or is_role(name) or is_attribute(name):
        return False
    if _NUMBERED.fullmatch(name):
        return True
    telling = len(words) > 1 or len(name) >= TECHNICAL
    whole = word_count(name) <= LONGEST_NAME and is_noun_phrase(name) and is_term(name, passage)
    return telling and whole and not is_aspect(name) and words[-1].lower not in _EMPTY


_NUMBERED = re.compile(
    r"(?:group|type|class|period|factor|article|amendment|element|vitamin|chromosome|title|protocol|"
    r"region|zone|lobe|segment) (?:\d{1,3}|[IVX]{1,5}|[A-K]\d{0,2})",
    re.IGNORECASE,
)
"""Things that have numbers for names; a day, a part or a question of a note is none."""


def _is_value(name: str, told: str) -> bool:
    """One to three words that name something: `halogens`."""
    found = tokens(told)
    if not 1 <= len(found) <= LONGEST_VALUE or not all(word.kind == "word" for word in found):
        return False
    done = found[0].may("XE") and not found[0].may("NA")
    plain = found[-1].may("N") and not found[0].may("PIDRSBHM") and not done
    plain = plain and not any(word.may("C") or word.text[0].isdigit() for word in found)
    plain = plain and commanded(told) is None
    opens = {stem[:SHARED] for stem in stems(name)}
    return plain and bool(stems(told)) and not any(stem[:SHARED] in opens for stem in stems(told))


LONGEST_VALUE = 3


def _is_name(name: str, passage: Passage) -> bool:
    """A name or a phrase that stands for something, not a word of every day."""
    words = [word for word in tokens(name) if word.kind == "word"]
    if _CASE.match(name):
        return True
    if not words or not is_term(name, passage) or word_count(name) > LONGEST_NAME:
        return False
    if is_among_people(passage) and words[0].is_capitalised:
        return True
    empty = (words[-1].lower in _EMPTY and len(words) < MANY) or words[-1].lower == "example"
    if not is_noun_phrase(name) or re.search(r"[`$._]|\(\)", name) or empty:
        return False
    if len(words) > 1:
        does = tag(words[0]).may("G") and not tag(words[0]).may("NA")
        return not does and not any(word.lower in closed.DETERMINERS for word in words)
    if is_adjective(name) and is_beside_terms(passage, before=False):
        noun = tag(words[0]).may("N") and not _QUALITY.search(name)
        return not noun and not tag(words[0]).may("X") and not names_a_class(f"{name}s")
    return len(name) > SHORTEST_NAME and not _is_everyday(name)


_CASE = re.compile(r"[A-Z][\w’'&. -]* v\.? [A-Z][\w’'&. -]*$")
"""Two parties before a court."""
MANY = 3
"""Words with which a name tells enough, whatever the last of them is."""
SHORTEST_NAME = 2
"""Letters; `SE` and `sx` stand for a role of what stands above."""
_EMPTY = GENERIC | frozenset("example examples ideas voice stuff".split())
_QUALITY = re.compile(r"(?:ic|al|ive|ous|[ao]ry|[ae]nt|ar|less|[ai]ble|ian|oid)$")
"""Endings of adjectives, even of those that are nouns as well: `intrinsic`."""
_LOOSE = re.compile(
    r"(?:first|second|third|next|last|best|worst|more|less|most|least|higher|lower|larger|smaller|"
    r"better|worse|good|bad|other|another|same|new|novel|old|main|whole|basic|general|common|"
    r"typical|special|key|final|initial|important)\b",
    re.IGNORECASE,
)
"""How a phrase opens that compares or sorts, and names nothing."""


def _is_everyday(name: str) -> bool:
    word = tokens(name)[0]
    return is_common_word(word.lower) and not word.is_name


def _is_told(found: Term) -> bool:
    """Whether a text tells of its term in words that stand alone."""
    told = found.meaning
    if not FEWEST_TOLD <= word_count(told) <= LONGEST or _LOOSE.match(found.name):
        return False
    if _BARELY.match(told) or _JOTTED.search(told) or is_chatter(told) or _TITLE.fullmatch(told):
        return False
    orders = commanded(told) is not None and not _PRINCIPLE.search(found.name)
    return not orders and tokens(told)[0].lower not in _TIED


_JOTTED = re.compile(
    r"[?:…]$|[{}$•]|__|\]\(|://|\S = | vs\b|^[-–*+]|^(?:total )?number of\b|[<≤>≥].*[<≤>≥].*->"
)
_BARELY = re.compile(r"only (?:an?|one|two|\d)\b", re.IGNORECASE)
_SMALL = r"(?:(?:of|from|to|and|the|in|for|a) )*"
_TITLE = re.compile(rf"{_SMALL}[A-Z][^\s,]*(?: {_SMALL}[A-Z][^\s,]*){{2,}}")
"""`From Insights to Actions`: a subtitle."""
_PRINCIPLE = re.compile(
    r"(?:rule|law|principle|imperative|razor|ism|method|technique|strategy|doctrine|test|approach)$",
    re.IGNORECASE,
)
"""Names of what commands."""
_TIED = ((closed.POINTING | closed.PRONOUNS | closed.FIRST_OR_SECOND_PERSON) - {"one"}) | frozenset(
    "same see also then so because therefore but and or yes never always very e.g i.e e.g. i.e. as "
    "like including".split()
)


def _pins(name: str, told: str) -> bool:
    """Whether what is told leaves no other term, and does not give it away."""
    said = {stem for stem in stems(told) if not any(letter.isdigit() for letter in stem)}
    words = tokens(name)
    technical = len(words) == 1 and len(name) >= TECHNICAL
    known = all(is_common_word(word.lower) and not word.is_name for word in words)
    numbered = any(letter.isdigit() for letter in name + told[0])
    least = LEAST_TELLING - ((technical or not known) and not numbered)
    least -= technical and any(letter.isdigit() for letter in told[1:])
    opens = {stem[:SHARED] for stem in stems(name)}
    run = re.sub(r"[\W_]", "", told.lower())
    whole = any(word.lower in run for word in words if len(word.text) > SHARED)
    return len(said) >= least and not whole and not any(stem[:SHARED] in opens for stem in said)


TECHNICAL = 9
"""Letters of a word that few others could stand for: `parasitism`."""
SHARED = 5
"""Letters that two words of one root share: `parliamentary`, `parliament`."""
