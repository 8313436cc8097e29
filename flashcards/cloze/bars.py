"""What bars a stretch of text from being a gap: it is cut, shown elsewhere, or one of many."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from flashcards.cloze.candidates import DATE, Candidate
from flashcards.cloze.statements import Statement
from flashcards.cloze.wanting import is_comparative
from flashcards.cloze.words import GENERIC, KINDS, VAGUE, WEAK
from flashcards.english import closed
from flashcards.english.abbreviations import stands_for
from flashcards.english.kin import seen
from flashcards.english.questions import imperative_base
from flashcards.english.stems import stems
from flashcards.english.tagging import is_common_word, tag
from flashcards.english.tokens import tokens, word_count, words
from flashcards.lint import LONGEST_GAP, MOST_HIDDEN

LEAST_OF_FRAGMENT = 5
"""Content words of a text without a verb, unless the gap is sure by itself."""

NUMBERS = frozenset(["quantity", "count"])
SURE = NUMBERS | {"marked", "name", "naming", "list", "kind"}
"""Traits of gaps that one word beside them may pin, together with the context line."""
WHOLES = frozenset(["term", "list", "degree", "state", "end"])
"""Traits of gaps that may hold or stand in a row."""


class Sight:
    """A candidate in its statement, and what the checks ask about it."""

    def __init__(self, statement: Statement, candidate: Candidate) -> None:
        self.statement, self.candidate = statement, candidate
        start, end, self.trait, _ = candidate
        self.before = statement.text[:start]
        self.hidden = statement.text[start:end]
        self.after = statement.text[end:]

    @cached_property
    def visible(self) -> str:
        return f"{self.statement.lead}{self.before} {self.after}"

    @cached_property
    def answer(self) -> set[str]:
        start, end = self.candidate.start, self.candidate.end
        return {stem for at, till, stem in self.statement.stemmed if start <= at and till <= end}

    @cached_property
    def rest(self) -> set[str]:
        start, end = self.candidate.start, self.candidate.end
        beside = {stem for at, till, stem in self.statement.stemmed if till <= start or at >= end}
        return beside | stems(self.statement.lead)

    @cached_property
    def content(self) -> list[str]:
        """Its words in lower case, without those that only hold a sentence together."""
        return [
            token.lower
            for token in words(self.hidden)
            if token.kind != "mark" and token.lower not in closed.FUNCTION_WORDS
        ]


def is_barred(sight: Sight) -> bool:
    """Whether it must not be hidden, however well it scores."""
    return any(bar(sight) for bar in _BARS)


def _size(sight: Sight) -> bool:
    size = word_count(sight.hidden)
    return not 0 < size <= min(LONGEST_GAP, word_count(sight.statement.text) * MOST_HIDDEN)


_UNFIT = re.compile(
    r"[{}$]|::|^\(|\(\w\)|^`(?:.{1,2}|\w(?:_\w+)?)`$|^(?:it|that|there|he|she|we|you|they|who)['’]|['’]s$",
    re.I,
)


_FORMULA = re.compile(r"`[^`]*\b\w[*^]\w|`[^`]*\b\w[*^]\(")
"""`` `c*(x-w)^2` ``, whose letters no card explains."""
_MAY_OPEN_IN_DIGITS = NUMBERS | {"marked"}


def _is_unfit(sight: Sight) -> bool:
    """A formula, a single letter, `it's`; marks that a cloze could not hold."""
    numbered = sight.hidden[0].isdigit() and sight.trait not in _MAY_OPEN_IN_DIGITS
    return numbered or bool(_UNFIT.search(sight.hidden) or _FORMULA.match(sight.hidden))


_CUT_BEFORE = re.compile(r"[\w.;:@#&+–-]$|\b(?:most|more|less|least|very|so|too)\s$")
_COUNTED = re.compile(r"\b\d[\d.,]*(?:[kKM]|st|nd|rd|th)?\s$")
_OPENS_A_CLAUSE = re.compile(r"\b(?:what|how|why|whether|which|whom)\s(?:(?:the|an?)\s)?$", re.I)
_INSIDE = frozenset(["object", "means", "place"])
_FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had|can|could|may|must|should|will|would)\b")


def _in_subject(sight: Sight) -> bool:
    return sight.candidate.end <= sight.statement.subject_end


_ALREADY_TOLD = re.compile(r"\b(?:the|each|every|any) $", re.IGNORECASE)
_AS = re.compile(r"\bas\s$")
_ROW_OF_ADJECTIVES = re.compile(r", [\w-]+ \w")
_FROM_ONE_PLACE = re.compile(r"\bfrom [A-Z]\w+ to $")
_ADDRESSED = re.compile(r"^As an? $")
_CUT_AFTER = re.compile(r"[\w%(]|\.\d|\. [a-z]")


def _is_cut(sight: Sight) -> bool:
    """Half a word, half a number, `very` left outside."""
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
    if sight.trait in _INSIDE and _FINITE.match(sight.after) and not _in_subject(sight):
        return True  # two phrases that a comma should part
    if sight.trait == "count" and _ALREADY_TOLD.search(sight.before):
        return True
    if sight.trait not in WHOLES and _COUNTED.search(sight.before):
        return True  # the number is the news, not what is counted
    return bool(_CUT_BEFORE.search(sight.before) or _CUT_AFTER.match(sight.after))


_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ $|\b[A-Za-z]\. $")
_NAME_AFTER = re.compile(r" [A-Z][a-z]|\. [A-Z]")


def _cuts_a_name(sight: Sight) -> bool:
    """`York` in `the City of New York`, `Harper v` in `Harper v. Virginia`, `1` in `System 1`."""
    before, hidden = _NAME_BEFORE.search(sight.before), sight.hidden
    if before and (hidden.isdigit() or (hidden[0].isupper() and before.start() > 0)):
        word = tag(tokens(before[0])[0])
        return before[0][-2] == "." or word.may("N") or not word.may("ZEVI")
    if not _NAME_AFTER.match(sight.after):
        return False
    last = tokens(hidden)[-1]
    return last.is_capitalised if sight.after[0] == " " else len(last.text) == 1


def _cuts_a_date(sight: Sight) -> bool:
    """`January 1933` in `30 January 1933`."""
    start, end = sight.candidate.start, sight.candidate.end
    dates = (date.span() for date in DATE.finditer(sight.statement.text))
    return any(at < end and start < till and (at < start or end < till) for at, till in dates)


def _is_shown(sight: Sight) -> bool:
    """Whether the rest of the card has the same words, or says too little."""
    few = 3
    if sight.statement.told and sight.trait in SURE:
        few = 1 if sight.trait == "quantity" else 2
    if len(sight.rest) < few or _shares_a_word(sight.hidden, sight.visible):
        return True
    if any(code[:3].lower() == sight.hidden[:3].lower() for code in _CODE.findall(sight.visible)):
        return True
    short = _IN_BRACKETS.match(sight.after)
    if short and stands_for(short[1], sight.hidden):
        return True
    if sight.trait in NUMBERS or sight.trait == "degree":
        return False
    return not sight.answer or bool(sight.answer & sight.rest)


_CODE = re.compile(r"`(\w{3,})")
_IN_BRACKETS = re.compile(r" \(([A-Za-z]{2,8})\)")
_ACRONYM = re.compile(r"[A-Z]{3,}")
"""`RPC` beside `jsonrpc`."""
_SYMBOL = re.compile(r"\b[B-Z]\b")
"""`N` in `N outputs`; not the article."""
LONG_WORD = 6
"""Letters of a word that gives itself away inside of another: `state` in `onstatechange`."""


def _shares_a_word(hidden: str, visible: str) -> bool:
    """`:price` beside `price`: a long word of the gap that stands elsewhere too."""
    if hidden.startswith("`") and hidden.strip("`").lower() in visible.lower():
        return True
    if set(_SYMBOL.findall(hidden)) & set(_SYMBOL.findall(visible)):
        return True
    if any(short.lower() in visible.lower() for short in _ACRONYM.findall(hidden)):
        return True
    words = set(re.findall(r"[a-z]{3,}", hidden.lower())) - closed.FUNCTION_WORDS
    if not words.isdisjoint(re.findall(r"[a-z]{3,}", visible.lower())):
        return True
    return any(len(word) >= LONG_WORD and word in visible.lower() for word in words)


def _is_told(sight: Sight) -> bool:
    """Whether the context line, or an abbreviation in it or of it, gives the gap away."""
    if sight.trait in NUMBERS or sight.trait == "degree":
        return False
    told = seen(frozenset(sight.answer), sight.statement.told)
    if told and len(told) * 2 >= len(sight.answer):
        return True
    crumbs = sight.statement.passage.context
    shown = set(re.findall(r"[a-z]{4,}", " ".join(crumbs).lower()))
    words = re.findall(r"[a-z]{4,}", sight.hidden.lower())
    if any(word in shown and not is_common_word(word) for word in words):
        return True
    short = sight.hidden.rstrip("s")
    return any(stands_for(short, c) or stands_for(c.rstrip("s"), sight.hidden) for c in crumbs)


_IN_A_ROW = re.compile(r"(?:,|\b(?:and|or|nor)|/|&)$")
_EXAMPLE = re.compile(r"\b(?:such as|like|including|includes?|instance|e\.g\.)[^.;:]*$")
_ROW_OF_ACTIONS = re.compile(r"(?:,|\band|\bor) \w+ing (?:\w+ ){0,3}$")


def _is_one_of_many(sight: Sight) -> bool:
    """Whether other things stand in the same row, or the gap is only an example."""
    if _ROW_OF_ACTIONS.search(sight.before):
        return True
    if sight.trait == "list":
        return bool(_EXAMPLE.search(sight.before[-60:]))
    if sight.trait in WHOLES:
        return False
    before = re.sub(r"\s(?:the|an?|its|their)$", "", sight.before.rstrip())
    after = sight.after.lstrip()
    clause = sight.statement.clause
    lead = len(clause.lead) if clause else 0
    if lead and sight.candidate.end <= lead:
        after = after if not after.startswith(",") else ""
    if lead and len(before) <= lead + 1:
        before = before.removesuffix(",")
    if _second_predicate(after) and not before.endswith(","):
        after = ""
    return bool(_IN_A_ROW.search(before) or _row_goes_on(after) or _EXAMPLE.search(before[-60:]))


_NO_ROW = frozenset("so but not e.g each every".split())


def _row_goes_on(after: str) -> bool:
    """`, queues` or `or queues` follows; not `, which`, `, instead of`, `and sorting`."""
    found = tokens(after)[:2]
    if not found or found[0].lower not in {",", "and", "or", "nor", "/", "&"}:
        return False
    if len(found) < 2:
        return True
    following = tag(found[1])
    acts = found[1].lower.endswith("ing")
    if found[0].text != ",":
        return not acts
    return not (acts or following.may("ISTR!") or following.lower in _NO_ROW)


def _second_predicate(after: str) -> bool:
    """`and compares them`: another verb follows, not the rest of the row."""
    found = tokens(after.removeprefix(",").lstrip())[:3]
    if len(found) < 2 or found[0].lower not in {"and", "or"}:
        return False
    word, following = tag(found[1]), tag(found[2]) if len(found) > 2 else None
    if following and following.lower == "that":
        return False
    finite = any(form.tag in "ZE" and form.usual in "Vv" for form in word.forms)
    governs = bool(following and following.may("DPT") and word.may("VZE"))
    return governs or (finite and not word.may("N"))


def _is_quoted(sight: Sight) -> bool:
    """Whether a quotation opens before the gap and closes after it."""
    straight = sight.before.count('"') % 2 == 1 and '"' in sight.after
    return straight or sight.before.rfind("“") > sight.before.rfind("”")


_LABEL = re.compile(r"[^:;.!?()]{3,50}:\s")


def _is_aside(sight: Sight) -> bool:
    """Whether the gap is in brackets, or in a label without being the label."""
    opened = sight.before.rfind("(")
    if opened > sight.before.rfind(")") and ")" in sight.after and sight.trait not in NUMBERS:
        return True
    if sight.trait != "marked" and _is_quoted(sight):
        return True
    label = _LABEL.match(sight.statement.text)
    return bool(label and sight.candidate.start < label.end() and sight.trait != "term")


_WITHOUT_NEWS = GENERIC | KINDS


def _is_generic(sight: Sight) -> bool:
    """Words that fit nearly everywhere, alone or as what tells a kind apart."""
    content, trait = sight.content, sight.trait
    if trait in NUMBERS or trait == "degree":
        return False
    if not content or all(word in _WITHOUT_NEWS for word in content):
        return True
    if trait == "term" or (trait == "marked" and "`" not in sight.hidden):
        return content[-1] in GENERIC
    return trait not in {"marked", "name", "naming", "list"} and _is_generic_phrase(sight)


_TELLING_NOTHING = VAGUE | GENERIC | WEAK


def _is_generic_phrase(sight: Sight) -> bool:
    """A phrase that an empty head, an idiom or exchangeable adjectives make a poor gap."""
    content, trait = sight.content, sight.trait
    if content[-1] in _EMPTY_HEADS or _IDIOM.search(f"{sight.before}{sight.hidden}"):
        return True
    if content[-1] in VAGUE or is_comparative(content[-1]):
        return True
    if trait not in {"subject", "kind"} and " of " in sight.hidden and content[-1] not in GENERIC:
        return content[0] in GENERIC
    if content[-1] in GENERIC and (trait in {"subject", "kind"} or _TIED.match(sight.after)):
        return True
    telling = content if trait == "kind" else content[:-1]
    vague_first = trait == "kind" and content[0] in VAGUE
    return vague_first or (bool(telling) and all(word in _TELLING_NOTHING for word in telling))


_TIED = re.compile(r"\s*(?:of|for)\b")
_EMPTY_HEADS = frozenset("way ways thing things time times case cases part parts lot lots".split())
_IDIOM = re.compile(
    r"\b(?:tak|mak|pay|giv|hav|tell)\w* (?:\w+ )?(?:care|place|part|advantage|account|note|sense|"
    r"use|attention|rise|trouble|difficulty|difference)(?: of [\w ]+)?$"
)
"""`take care`, `make sense`: a verb and a noun that are one."""


def _is_plain_subject(sight: Sight) -> bool:
    content = sight.content
    lone = len(content) == 1
    apart = sight.after.startswith((" (", " -", " –", " —", ";"))
    return sight.trait == "subject" and (apart or (lone and is_common_word(content[0])))


_NUMBERED = re.compile(r"\b(?:fig(?:ure)?|table|section|step|chapter|version|page)\b", re.I)


_MONTH = re.compile(
    r"\s*(?:st|nd|rd|th)?,? ?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I
)
_MERELY_USED = re.compile(
    r"\b(?:is|are|was|were) (?:used|collected|made|taken|trained|tested|run|done)$"
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$|\d[A-Z]$")
_PART_OF = re.compile(r"\b(?:of|between|from|with|to) (?:the )?$")
"""`the angle between two planes`: the number is no news."""
LEAST_COUNTED = 3
"""Content words beside a number in a sentence; `10k ratings were collected` says little."""


_RANGE = re.compile(r"\d\s?[-–]\s?\d")
_TOTAL = re.compile(r"\b(?:total|sum) of \d")


def _is_reckoned(sight: Sight) -> bool:
    """A number that others beside it tell: `four rings 0-3`, `2 and 3, a total of 5`."""
    if sight.trait not in NUMBERS:
        return False
    if _TOTAL.search(sight.statement.text):
        return True
    return sight.trait == "count" and bool(_RANGE.search(sight.after))


_POINTS_AWAY = re.compile(
    r"\botherwise\b|\bcertain \w+s\b|\b(?:an?|the) similar (?!to\b)|"
    r"\bthat (?:data|model|method|result|paper|approach|value|case)\b|`\w'?`",
    re.IGNORECASE,
)
"""A thing told of before, a symbol whose formula the card does not show."""


SHORT = 12
"""Words of a text; below it, one hidden word is pinned by too little, as judges found."""
_PINNED = NUMBERS | {"list", "term", "naming", "state", "degree"}


def _is_terse(sight: Sight) -> bool:
    """One word or piece of code out of a short text, where the first letters are all there is."""
    lone = len(sight.content) < 2 or "`" in sight.hidden
    short = word_count(sight.statement.lead + sight.statement.text) < SHORT
    return short and lone and sight.trait not in _PINNED


_OF_AN_ORDER = frozenset(["object", "place", "list", "means"])


def _is_open_order(sight: Sight) -> bool:
    """What a command acts on, where only its verb stands before: `Lock [hives and sheds]`."""
    if sight.trait not in _OF_AN_ORDER or sight.statement.lead or " to " in sight.after:
        return False
    opening = tokens(sight.before)
    few = len([token for token in opening if token.lower not in closed.FUNCTION_WORDS]) == 1
    return few and imperative_base(sight.statement.text) is not None


_FIGURES = re.compile(r"\d+(?:[.–-]\d+)*[kKM]?\b")


def _is_one_figure_of_several(sight: Sight) -> bool:
    """`120k train, 1.9k test`: sizes in a row, without a verb."""
    several = len(_FIGURES.findall(sight.statement.text)) > 1
    return several and sight.trait in NUMBERS and not sight.statement.sound


def _points_away(sight: Sight) -> bool:
    return bool(_POINTS_AWAY.search(sight.statement.text))


def _is_lone_acronym(sight: Sight) -> bool:
    """`NN`, `TCB`: one of many that would fit; not where the text explains it."""
    return sight.trait == "name" and bool(re.fullmatch(r"[A-Z]{2,5}s?", sight.hidden))


def _numbers_a_part(sight: Sight) -> bool:
    """A number of a figure, a day of a date, a number about which little is said."""
    if sight.trait not in NUMBERS:
        return False
    if _ORDINAL.match(sight.hidden) or (sight.trait == "count" and _PART_OF.search(sight.before)):
        return True
    text = sight.statement.text
    if _NUMBERED.search(text) or _MERELY_USED.search(text) or _MONTH.match(sight.after):
        return True
    return sight.statement.sound and len(sight.rest) < LEAST_COUNTED and ": " not in text


_SURE_IN_A_FRAGMENT = SURE - {"kind", "marked"} | {"term"}


def _is_bare_fragment(sight: Sight) -> bool:
    """A text without a verb and with few words, unless the gap is sure by itself."""
    if sight.trait == "list" and not sight.statement.sound:
        return ": " not in sight.statement.text
    if sight.statement.sound or sight.trait in _SURE_IN_A_FRAGMENT:
        return False
    return len(sight.rest | sight.answer) < LEAST_OF_FRAGMENT


_BARS: tuple[Callable[[Sight], bool], ...] = (
    _size,
    _is_unfit,
    _is_cut,
    _cuts_a_date,
    _cuts_a_name,
    _is_aside,
    _is_one_of_many,
    _is_generic,
    _is_shown,
    _is_plain_subject,
    _numbers_a_part,
    _is_reckoned,
    _is_open_order,
    _is_one_figure_of_several,
    _points_away,
    _is_lone_acronym,
    _is_terse,
    _is_bare_fragment,
    _is_told,
)
