"""The one thing above a line that has no subject of its own: insulin, of `Made in the pancreas`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse, subject_is_plural
from flashcards.english.stems import stems
from flashcards.english.tagging import is_common_word, is_plural, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet
from flashcards.passages.called import as_read, head_of
from flashcards.passages.roles import is_attribute, is_role
from flashcards.passages.tails import SMALL_IN_NAMES
from flashcards.passages.topics import (
    is_aspect,
    is_generic,
    is_noun_phrase,
    label_of,
    name_of,
    without_bracket,
)

if TYPE_CHECKING:
    from flashcards.passages.passage import Passage


@dataclass(frozen=True, slots=True)
class Thing:
    """What a line without a subject is about."""

    name: str
    """As it reads inside of a question, with its article: `the Berlin Wall`, `osmosis`."""
    plural: bool
    past: bool
    """Whether the note tells of it as of something past: a person, a treaty."""
    person: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it has a name of its own: `the Warsaw Pact`."""
        return len([token for token in tokens(self.name) if token.is_capitalised]) > 1

    @property
    def be(self) -> str:
        return self.was if self.past else "are" if self.plural else "is"

    @property
    def was(self) -> str:
        return "were" if self.plural else "was"


LONGEST = 5
"""Words of a name that is certain to be one thing."""


WIDEST_LINE = 300
"""Characters of a line that tells something of what is above it."""


def tells_of_thing(passage: Passage) -> bool:
    """Whether a line without a subject, or with a pronoun for it, stands below what names one
    thing."""
    line = passage.text
    if passage.bullet.form != "bullet" or len(line) > WIDEST_LINE:
        return False
    if _LABELLED.match(line):
        return labelled(passage) is not None
    if ": " in line or _is_statement(line):
        return False
    return passage.thing is not None and (not _PRONOUN.match(line) or is_meant(passage, line))


_LABELLED = re.compile(r"(?P<name>[^:;,.–—=]{2,50}?)(?:: | [-–—] )(?P<said>\S.+)$", re.DOTALL)


def labelled(passage: Passage) -> tuple[Thing, str] | None:
    """The thing that a line names, and what it says is done to it: `Bile: made in the liver`."""
    found = _LABELLED.match(passage.text)
    first = tokens(found["said"])[:1] if found else ()
    if found is None or not first or not first[0].may("XR") or not _is_one(found["name"]):
        return None
    name = as_read(found["name"], passage.names)
    return Thing(name, subject_is_plural(tag_all(name)), bool(_YEAR.search(name))), found["said"]


_PRONOUN = re.compile(r"(?P<pronoun>it|they|he|she|its|their|his|her)\s", re.IGNORECASE)


def is_meant(passage: Passage, line: str) -> bool:
    """Whether the pronoun that a line opens with stands for the thing above it: it agrees, and the
    bullet before brought up nothing else that it might stand for."""
    found, thing = _PRONOUN.match(line), passage.thing
    if found is None or thing is None:
        return False
    pronoun = found["pronoun"].lower()
    if thing.person != (pronoun in {"he", "she", "his", "her"}):
        return False
    if not thing.person and thing.plural != (pronoun in {"they", "their"}):
        return False
    return not _another_before(passage, thing)


def _another_before(passage: Passage, thing: Thing) -> bool:
    """Whether the bullet before is a statement about something else, in the same number."""
    before = passage.previous
    if before is None or before.bullet.headings != passage.bullet.headings:
        return False
    said = parse(before.text)
    if said is None or _PRONOUN.match(before.text) or said.plural != thing.plural:
        return False
    return not stems(said.subject) & stems(thing.name)


def _is_statement(line: str) -> bool:
    """Whether a line has a subject of its own; what opens with a verb or a pronoun has none."""
    found = tokens(line)[:1]
    opens_with_verb = bool(found) and found[0].may("EXZ") and not found[0].may("ND")
    return not opens_with_verb and not _PRONOUN.match(line) and parse(line) is not None


def thing_above(passage: Passage) -> Thing | None:
    """The thing, where the label or heading right above names exactly one; else None."""
    if passage.previous is not None and passage.previous.bullet is passage.bullet:
        return None  # the sentence before may have brought up another
    written = _written(passage)
    if (
        not written
        or is_generic(written)
        or not _is_one(written)
        or _follows_another(passage, written)
    ):
        return None
    name = as_read(written, passage.names)
    plural = subject_is_plural(tag_all(name))
    small = closed.FUNCTION_WORDS | SMALL_IN_NAMES
    words = [t for t in tokens(name) if t.kind == "word" and t.lower not in small]
    named = all(token.is_capitalised for token in words)
    beside = list(siblings(passage)) if named else []
    past = bool(_YEAR.search(name)) or any(map(_is_of_the_past, beside))
    person = named and not plural and any(_PERSONAL.match(bullet.text) for bullet in beside)
    return Thing(name, plural, past, person)


def siblings(passage: Passage) -> Iterator[Bullet]:
    """The bullets beside a passage's own, a few on either side, and itself."""
    parent, headings = passage.bullet.parent, passage.bullet.headings
    yield passage.bullet
    for other in passage.around(_NEAR):
        if other.parent is parent and other.headings == headings:
            yield other


_NEAR = 16


def _written(passage: Passage) -> str:
    """The label or heading that a line is about, as its writer wrote it."""
    above = passage.bullet.parent
    while above is not None:
        name = _name_of(above)
        if not _is_passed_over(name):
            return name
        above = above.parent
    for heading in reversed(passage.bullet.headings):
        name = name_of(heading)
        if not _is_passed_over(name):
            return re.sub(r"\s+overview$", "", name, flags=re.IGNORECASE)
    return ""


_ITS_OWN = re.compile(
    r"(?:(?:key|main|general|basic|quick|important|other|some) )?(?:points?|facts?|notes?|overview|"
    r"introduction|intro|definitions?|descriptions?|details|properties|features|characteristics|"
    r"basics|summary|background|general|history|purpose|uses?|usage|what is it\??|attributes|bio|"
    r"biography|profile)",
    re.IGNORECASE,
)
"""Labels under which the thing above them is told of, still."""


def _is_passed_over(name: str) -> bool:
    return bool(_ITS_OWN.fullmatch(name.strip(" :.")))


_DASH = re.compile(r"\s+[-–—=]+\s+")
_COPULA = re.compile(
    r"^(?P<name>(?:[Tt]he |[Aa]n? )?\S+(?: \S+){0,2}) (?:is|was|are|were) (?:an?|the|one) "
)


def _name_of(parent: Bullet) -> str:
    """`Term`, `Term: meaning`, `Term - meaning`, `Term is a …`."""
    text = parent.text.strip()
    said = _COPULA.match(text)
    if said:
        return said["name"]
    head, *rest = _DASH.split(text, maxsplit=1)
    if rest and word_count(head) <= LONGEST:
        return head
    return label_of(parent)


_SIDES = frozenset(
    "structure structures function functions organisation organization classification "
    "development history era age period century issues policy reforms society culture politics "
    "economy events leaders aftermath origins rise fall role impact importance nature "
    "definition notes people dates terms facts theorists thinkers authors figures battles "
    "overview topics concepts ideas management diagnosis investigations investigation "
    "presentation pathophysiology aetiology etiology epidemiology features findings "
    "complications prognosis indications mechanism examples reading exam revision basics syntax "
    "commands usage setup installation goals vocabulary grammar timeline comparison difference "
    "differences similarities relationship evidence research studies biology chemistry physics "
    "medicine philosophy economics psychology sociology geography idea ideas trick solution "
    "intuition proof observation approach conclusion problem question literature mathematics "
    "statistics anatomy physiology pathology pharmacology engineering programming life work "
    "works career childhood legacy reign family background homework assignment assignments "
    "coursework deadline deadlines internship trip meeting schedule logistics thing things "
    "recipe recipes lecture seminar".split()
)
"""Heads of names that are a side of something, a whole field, or of the moment: a line below may be
about anything."""
_JOINED = re.compile(r"\b(?:and|or|vs|versus|to|how|why|what)\b|[&/,;:+?!|=<>→]", re.IGNORECASE)


def _is_one(written: str) -> bool:
    """Whether a name is that of one thing, or of one kind of things."""
    bare = without_bracket(written)
    found = tokens(bare)
    if not 1 <= len(found) <= LONGEST or _JOINED.search(bare) or not _is_noun(bare):
        return False
    if found[0].lower in closed.POSSESSIVES or found[0].kind != "word" or "`" in bare:
        return False
    if len(found) > 1 and found[0].lower in closed.DETERMINERS - {"the", "a", "an"}:
        return False
    if bare.islower() and not all(is_common_word(token.lower) for token in found):
        return False  # a name without its capital, in notes that have none
    head = head_of(found)
    if head.lower == "policy" and found[0].lower in {"fiscal", "monetary", "regional"}:
        return True
    field = len(found) == 1 and head.lower in {"law", "language", "art", "music"}
    if field or head.lower in _SIDES or is_role(bare) or is_attribute(bare):
        return False
    if is_aspect(bare) and not (len(found) > 1 and head.lower in {"memory", "space"}):
        return False
    doing = len(found) > 1 and found[0].may("G") and found[0].forms and not found[0].may("A")
    return not (doing and (is_plural(found[1].lower) or found[1].may("DI")))


def _is_noun(bare: str) -> bool:
    """A noun phrase; a lone word with a capital is one, whatever else it may be: `Mars`."""
    lone = bare.isalpha() and bare[0].isupper() and bare.lower() not in closed.FUNCTION_WORDS
    return lone or is_noun_phrase(bare)


def _follows_another(passage: Passage, written: str) -> bool:
    """Whether the bullet before names a thing of its own, of which this line may go on to tell:
    `Amylase` among the bullets below `Enzymes`."""
    before = passage.previous
    beside = before is not None and before.bullet.headings == passage.bullet.headings
    if before is None or not beside or before.bullet.children:
        return False
    text = before.text.strip().rstrip(":.")
    found = tokens(text)
    lone = 1 <= len(found) <= 2 and all(token.may("N") and not token.may("AD#") for token in found)
    several = is_plural(head_of(tokens(without_bracket(written))).lower)
    return lone and several and not is_plural(found[-1].lower)


_PAST_YEAR = re.compile(
    r"\b(?:in|on|by|since|until|from|of|around|c\.) (?:\w+ ){0,2}1[0-8]\d\d\b|\b1[0-8]\d\d[-–]"
)
_PERSONAL = re.compile(r"(?:born|he|she|his|her) ", re.IGNORECASE)
_YEAR = re.compile(r"\b1\d{3}\b")
_BORN = re.compile(
    r"(?:born|died|he|she|his|her|became|was|were|fell|ended|lasted|abolished|dissolved|overthrown|"
    r"murdered|executed|signed|defeated|wrote|composed (?!of)|painted|studied|argued|believed|"
    r"invented|sailed|married|taught|lived|worked (?:as|with|in|at|for)|served)\b",
    re.IGNORECASE,
)


def _is_of_the_past(bullet: Bullet) -> bool:
    return bool(_PAST_YEAR.search(bullet.text) or _BORN.match(bullet.text))
