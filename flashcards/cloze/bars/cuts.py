"""A gap that cuts something in two, or stands where nothing should be hidden: half a word, a name,
a date, a row of adjectives; an aside, a quotation."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.cloze.bars.sight import NUMBERS, WHOLES, Sight
from flashcards.cloze.candidates import DATE
from flashcards.cloze.words import MADE_PREPOSITION
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.lint import LONGEST_GAP, MOST_HIDDEN


def is_too_large(sight: Sight) -> bool:
    size = word_count(sight.hidden)
    return not 0 < size <= min(LONGEST_GAP, word_count(sight.statement.text) * MOST_HIDDEN)


_UNFIT = re.compile(
    r"[{}$]|::|^\(|\(\w\)|^`(?:.{1,2}|\w(?:_\w+)?)`$|^(?:it|that|there|he|she|we|you|they|who)['’]|['’]s$",
    re.I,
)


_HOLDS_A_CLAUSE = re.compile(r", (?:it|they|this|which|who|he|she) ")
_FORMULA = re.compile(r"`[^`]*\b\w[*^]\w|`[^`]*\b\w[*^]\(")
"""`` `c*(x-w)^2` ``, whose letters no card explains."""
_MAY_OPEN_IN_DIGITS = NUMBERS | {"marked"}


def is_unfit(sight: Sight) -> bool:
    """A formula, a single letter, `it's`; marks that a cloze could not hold."""
    numbered = sight.hidden[0].isdigit() and sight.trait not in _MAY_OPEN_IN_DIGITS
    if _HOLDS_A_CLAUSE.search(sight.hidden):
        return True
    return numbered or bool(_UNFIT.search(sight.hidden) or _FORMULA.match(sight.hidden))


_CUT_BEFORE = re.compile(r"[\w.;:@#&+–-]$|\b(?:most|more|less|least|very|so|too|second|third)\s$")
_COUNTED = re.compile(r"\b\d[\d.,]*(?:[kKM]|st|nd|rd|th)?\s$")
_OPENS_A_CLAUSE = re.compile(r"\b(?:what|how|why|whether|which|whom)\s(?:(?:the|an?)\s)?$", re.I)
_INSIDE = frozenset(["object", "means", "place"])
_FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had|can|could|may|must|should|will|would)\b")


def in_subject(sight: Sight) -> bool:
    return sight.candidate.end <= sight.statement.subject_end


_ALREADY_TOLD = re.compile(r"\b(?:the|each|every|any) $", re.IGNORECASE)
_AS = re.compile(r"\bas\s$")
_ROW_OF_ADJECTIVES = re.compile(r", [\w-]+ \w")
_FROM_ONE_PLACE = re.compile(r"\bfrom [A-Z]\w+ to $")
_ADDRESSED = re.compile(r"^As an? $")

_CUT_AFTER = re.compile(r"[\w%(]|\.\d|\. [a-z]")


_IN_AN_IDIOM = re.compile(r"\b(?:on|in|by|at|as|with|for|from|to) (?:the )?$", re.IGNORECASE)
_OF_TWO_KINDS = re.compile(r" [a-z-]+ (?:and|or) ")
"""`cells or organs` behind `distant`."""


def _cuts_an_idiom(sight: Sight) -> bool:
    idiom = MADE_PREPOSITION.match(f"{sight.hidden}{sight.after}")
    return bool(idiom and _IN_AN_IDIOM.search(sight.before))


def is_cut(sight: Sight) -> bool:
    """Half a word, half a number, `very` left outside, a part of `on behalf of`."""
    if _cuts_an_idiom(sight) or (sight.trait == "kind" and _OF_TWO_KINDS.match(sight.after)):
        return True
    if sight.trait not in WHOLES and _OPENS_A_CLAUSE.search(sight.before):
        return True  # what follows holds a subject, and perhaps its verb
    if _AS.search(sight.before) and " as " in sight.after:
        return True
    if sight.trait == "name" and _FROM_ONE_PLACE.search(sight.before):
        return True  # one of a pair of places, where any other would do
    if _ADDRESSED.search(sight.before):
        return True  # who is spoken to: `As a keeper, you may …`
    ends = tag(tokens(sight.hidden)[-1]) if tokens(sight.hidden) else None
    adjective = ends and not ends.may("NGR") and (ends.may("A") or not ends.forms)
    if adjective and _ROW_OF_ADJECTIVES.match(sight.after):
        return True  # the first of two adjectives, whose noun comes later
    if sight.trait in _INSIDE and _FINITE.match(sight.after) and not in_subject(sight):
        return True  # two phrases that a comma should part
    if sight.trait == "count" and _ALREADY_TOLD.search(sight.before):
        return True
    if sight.trait not in WHOLES and _COUNTED.search(sight.before):
        return True  # the number is the news, not what is counted
    return bool(_CUT_BEFORE.search(sight.before) or _CUT_AFTER.match(sight.after))


def cuts_a_term(sight: Sight) -> bool:
    """`gold relative` in `gold relative to silver`, `hard example` in `hard example mining`."""
    if _REFLEXIVE.match(sight.after):
        return True  # `the judge recused himself`
    if _GOVERNS_TO.search(sight.hidden) and sight.after.startswith(" to "):
        return True
    return sight.trait not in WHOLES and bool(_DOING_AFTER.match(sight.after))


_REFLEXIVE = re.compile(r" (?:himself|herself|itself|themselves|oneself)\b")
_GOVERNS_TO = re.compile(
    r"\b(?:relative|similar|equal|due|prior|close|related|identical|proportional|equivalent|"
    r"superior|inferior|specific|unique|subject|analogous|adjacent|parallel|next|opposite)$",
    re.IGNORECASE,
)
_DOING_AFTER = re.compile(r" [a-z]+ing(?=$|[.,;:)]| (?:and|or|of|is|are|was|were|can)\b)")


_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ $|\b[A-Za-z]\. $")
_NAME_AFTER = re.compile(r" [A-Z][a-z]|\. [A-Z]")


def cuts_a_name(sight: Sight) -> bool:
    """`York` in `the City of New York`, `Harper v` in `Harper v. Virginia`, `1` in `System 1`."""
    before, hidden = _NAME_BEFORE.search(sight.before), sight.hidden
    if before and (hidden.isdigit() or (hidden[0].isupper() and before.start() > 0)):
        word = tag(tokens(before[0])[0])
        return before[0][-2] == "." or word.may("N") or not word.may("ZEVI")
    if not _NAME_AFTER.match(sight.after):
        return False
    last = tokens(hidden)[-1]
    return last.is_capitalised if sight.after[0] == " " else len(last.text) == 1


def cuts_a_date(sight: Sight) -> bool:
    """`January 1933` in `30 January 1933`."""
    start, end = sight.candidate.start, sight.candidate.end
    dates = (date.span() for date in DATE.finditer(sight.statement.text))
    return any(at < end and start < till and (at < start or end < till) for at, till in dates)


def _is_quoted(sight: Sight) -> bool:
    """Whether a quotation opens before the gap and closes after it."""
    straight = sight.before.count('"') % 2 == 1 and '"' in sight.after
    return straight or sight.before.rfind("“") > sight.before.rfind("”")


_LABEL = re.compile(r"[^:;.!?()]{3,50}:\s")


def is_aside(sight: Sight) -> bool:
    """Whether the gap is in brackets, or in a label without being the label."""
    opened = sight.before.rfind("(")
    if opened > sight.before.rfind(")") and ")" in sight.after and sight.trait not in NUMBERS:
        return True
    if sight.trait != "marked" and _is_quoted(sight):
        return True
    label = _LABEL.match(sight.statement.text)
    return bool(label and sight.candidate.start < label.end() and sight.trait != "term")
