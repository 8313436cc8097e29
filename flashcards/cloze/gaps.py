"""Which words of a statement to hide: each candidate is weighed, and every point has a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from flashcards import lazy_re as re
from flashcards.cloze.bars import Sight, is_barred
from flashcards.cloze.candidates import candidates
from flashcards.cloze.statements import Statement
from flashcards.english.initials import initials
from flashcards.english.tagging import is_common_word
from flashcards.english.tokens import tokens

REASONS: dict[str, tuple[int, str]] = {
    # what the gap is
    "term": (6, "a term that the rest explains"),
    "marked": (5, "the writer set it apart"),
    "quantity": (5, "a number with its unit"),
    "count": (4, "how many there are"),
    "list": (4, "a list, and the hint says how long"),
    "name": (4, "a name"),
    "naming": (4, "what it is called"),
    "complement": (3, "what the subject is said to be"),
    "means": (3, "the means, the cause or the source"),
    "object": (2, "what the verb acts on"),
    "end": (3, "the end or the means, as a whole"),
    "state": (3, "what is said of the subject, as a whole"),
    "quality": (3, "what the subject is like"),
    "degree": (0, "one of two opposites, both on offer"),
    "kind": (3, "what tells one kind from the others; the kind itself is shown"),
    "place": (2, "what a preposition ties to the rest"),
    "action": (2, "what is done"),
    "subject": (-1, "what the statement is about"),
    # how well it is known, and how well the rest pins it
    "rare": (0, "no everyday word"),
    "compound": (1, "two to four words that belong together"),
    "repeated": (1, "the notes come back to it"),
    "closing": (1, "the sentence leads up to it"),
    "pinned": (1, "the rest has much to go by"),
    "plain": (-3, "an everyday word"),
    "reader": (-4, "advice to the reader, true of much else"),
    "cut": (-1, "the phrase goes on after it"),
    "loose": (-1, "the rest has little to go by"),
    "fragment": (-3, "the text has no verb"),
}
"""The points for each trait of a gap, and how `explain` puts it."""

MOST_BESIDE = sum(REASONS[trait][0] for trait in ("compound", "repeated", "closing", "pinned"))
"""Points that a gap may have beside those for what it is."""
LEAST = 4
"""Points of a gap that is worth a card; of those below, judges kept fewer than four fifths."""
LEAST_ALONE = 5
"""The same where no context line says what the statement is about."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of a statement's text that is worth hiding."""

    start: int
    end: int
    hint: str
    traits: tuple[str, ...]

    @property
    def score(self) -> int:
        return sum(REASONS[trait][0] for trait in self.traits)

    @property
    def why(self) -> str:
        """`a name (+4), the sentence leads up to it (+1)`."""
        return ", ".join(f"{REASONS[trait][1]} ({REASONS[trait][0]:+})" for trait in self.traits)


def gaps(statement: Statement) -> Iterator[Gap]:
    """The gaps of a statement that are worth hiding, the best first.

    They are weighed first: few are worth a card, and to find what bars one costs more.
    """
    least = LEAST if statement.told or statement.lead else LEAST_ALONE
    found: list[tuple[int, bool, int, int, tuple[str, ...], Sight]] = []
    for candidate in candidates(statement):
        if REASONS[candidate.trait][0] + MOST_BESIDE < least:
            continue
        sight = Sight(statement, candidate)
        traits = tuple(_traits(sight))
        score = sum(REASONS[trait][0] for trait in traits)
        if score >= least:
            found.append(
                (-score, not _is_the_number(sight), -candidate.start, len(found), traits, sight)
            )
    if found and statement.is_idle:
        return
    for *_, traits, sight in sorted(found, key=itemgetter(0, 1, 2, 3)):
        if not is_barred(sight):
            candidate = sight.candidate
            hint = candidate.hint or _initials(sight.hidden, traits)
            yield Gap(candidate.start, candidate.end, hint, traits)


def _is_the_number(sight: Sight) -> bool:
    """The one number of a statement, which is the point of it: `only 8 percent of the ships`."""
    aside = sight.before.rfind("(") > sight.before.rfind(")")
    alone = len(_FIGURES.findall(sight.statement.text)) == 1
    return sight.trait in {"quantity", "count"} and alone and not aside


_FIGURES = re.compile(r"\d[\d.,]*")
MUCH_TO_GO_BY, LITTLE_TO_GO_BY = 5, 2
"""Content words beside the gap: in the statement, and with the context line."""
_CLOSES = re.compile(r"\s*(?:$|[.,;(])")
_GOES_ON = re.compile(r"\s*(?:of|that|which|who)\b")


_READER = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)


def _traits(sight: Sight) -> Iterator[str]:
    yield sight.trait
    if _CLOSES.match(sight.after):
        yield "closing"
    if len(sight.rest) >= MUCH_TO_GO_BY:
        yield "pinned"
    elif len(sight.rest | sight.statement.told) <= LITTLE_TO_GO_BY:
        yield "loose"
    if _GOES_ON.match(sight.after):
        yield "cut"
    if not sight.statement.sound and sight.trait != "quantity":
        yield "fragment"
    if _READER.search(sight.statement.text):
        yield "reader"
    if sight.trait not in {"degree", "quantity", "count"}:
        yield from _rarity(sight)


def _rarity(sight: Sight) -> Iterator[str]:
    content = sight.content
    rare = any(not is_common_word(word) for word in content)
    if rare:
        yield "rare"
    elif len(content) == 1 and sight.trait != "marked":
        yield "plain"
    if 2 <= len(content) <= 4:
        yield "compound"
    if (rare or len(content) > 1) and sight.statement.passage.names.counts[content[-1]] > 1:
        yield "repeated"


_SURE = frozenset("quantity count term name naming list degree state".split())
"""Traits of gaps that need no initials."""


def _initials(hidden: str, traits: tuple[str, ...]) -> str:
    """`h… of the s…` for `head of the set`, where more than one phrase might come to mind."""
    found = tokens(hidden)
    if not _SURE.isdisjoint(traits) or all(token.is_name for token in found):
        return ""
    return initials(hidden)
