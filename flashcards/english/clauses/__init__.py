"""The main verb of a clause, and what stands on either side of it.

Notes are telegraphic, so the parser answers only where it is certain: an auxiliary, or a verb
that agrees with its subject and is seldom anything else. Everywhere else it answers None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses.finite import Head, finite_verb
from flashcards.english.clauses.groups import Voice, coordinated, verb_group
from flashcards.english.clauses.subjects import is_adverb, only_adverb, subject_is_plural
from flashcards.english.tagging import Tagged
from flashcards.english.tokens import Token, tokens
from flashcards.english.verbs import TAKES_A_QUESTION, TAKES_THAT

_TAKE_WORDS_AFTER = closed.PREPOSITIONS | closed.SUBORDINATORS


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A statement, taken apart: `In practice, replicas can also be dropped early`. It equals itself
    alone, so that what rules find out of it can be kept."""

    text: str
    lead: str
    """What comes before the subject, without its comma: `In practice`."""
    subject: str
    """`replicas`"""
    plural: bool
    """Whether the subject takes `are` and `do`."""
    auxiliary: str
    """`can`; empty where the verb stands alone: `replicas answer`."""
    middle: str
    """From the auxiliary to the rest, both excluded: `also be dropped`."""
    verb: str
    """The main verb as written: `dropped`; `is` in `X is Y`."""
    base: str
    """`drop`"""
    tense: Literal["present", "past"]
    voice: Voice
    rest: str
    """What follows the verb: `early`. No closing full stop."""
    also: str
    """A second predicate, with its verb: `answers late` in `it asks early and answers late`."""
    following: str
    """A second statement with its own subject: `bees dance` in `ants march and bees dance`."""
    certainty: int
    """3 an auxiliary or a word that is only a verb, 2 mostly a verb, 1 decided by its place."""

    @property
    def negated(self) -> bool:
        return bool(
            self.auxiliary.lower() in closed.NEGATED
            or re.search(r"\b(not|never|no longer|hardly|rarely)\b", self.middle)
            or re.match(r"(?:\w+ly )?(?:not|never|no longer)\b", self.rest)
        )

    @property
    def predicate(self) -> str:
        """Everything after the subject, as written."""
        return " ".join(filter(None, [self.auxiliary, self.middle, self.rest]))


__all__ = ["Clause", "parse", "subject_is_plural"]

_LEADS = _TAKE_WORDS_AFTER | frozenset(
    "however also so thus therefore hence then next finally first second third additionally "
    "furthermore moreover similarly likewise conversely nevertheless nonetheless often "
    "usually typically generally sometimes currently today historically originally initially "
    "traditionally unfortunately interestingly importantly note overall ideally naturally "
    "specifically alternatively eventually consequently and but or to given using based "
    "compared".split()
)  # fmt: skip


@lru_cache(maxsize=8192)
def parse(text: str) -> Clause | None:
    """The clause in a statement of at most 60 words, or None where no verb is certain."""
    whole = text.strip()
    text = whole.rstrip(".;:!")
    tagged = _up_to(tokens(whole), len(text))
    if not 3 <= len(tagged) <= 60 or "?" in text or _is_title(tagged):
        return None
    start = _after_leads(tagged)
    if start is None or _is_command(tagged, start):
        return None
    head = finite_verb(tagged, start)
    return _take_apart(text, tagged, start, head) if head else None


def _up_to(found: tuple[Token, ...], end: int) -> tuple[Token, ...]:
    """The tokens before a place: most texts are split with the marks at their end already."""
    last = len(found)
    while last and found[last - 1].start >= end:
        last -= 1
    return found[:last]


def _is_title(tagged: Sequence[Tagged]) -> bool:
    """`Data Space Networks`: a capital on every word that could have one, and no auxiliary."""
    return len(tagged) > 2 and all(w.is_capitalised and not w.may("DICSBHMOT") for w in tagged)


def _after_leads(tagged: Sequence[Tagged]) -> int | None:
    """The index where the subject begins; None where a lead has no end."""
    start = _after_lead(tagged)
    if start is None or start == 0 or start >= len(tagged) - 2:
        return start
    again = _after_lead(tagged[start:]) if tagged[start].may("I") else 0
    return None if again is None else start + again


_OPEN_WITH_TO = frozenset(
    "relative according due thanks prior contrary similar owing compared".split()
)


def _after_lead(tagged: Sequence[Tagged]) -> int | None:
    first = tagged[0]
    if first.lower in _OPEN_WITH_TO and tagged[1].lower == "to":
        return next((at + 1 for at, word in enumerate(tagged) if word.text == ","), None)
    if first.may("GX") and first.forms and not first.may("DP"):
        return _after_participle(tagged)
    if first.lower not in _LEADS and not (first.may("R") and not first.may("NA")):
        return 0
    if first.lower in {"that", "what", "how", "who", "which", "whether", "why", "rather"}:
        return None
    depth = 0
    for at, word in enumerate(tagged):
        depth += (word.text in "([") - (word.text in ")]")
        if word.text == "," and depth == 0:
            after = at + 1 + (at + 1 < len(tagged) and tagged[at + 1].text in {'"', "”"})
            if after < len(tagged) and _goes_on(tagged, after):
                continue
            return after if after + 1 < len(tagged) else None
    unmarked = _after_unmarked_lead(tagged)
    if unmarked:
        return unmarked
    adverb = first.may("R") and first.lower not in _TAKE_WORDS_AFTER
    if adverb or first.lower in {"so", "thus", "hence", "then", "also", "but", "and"}:
        return 1
    return 0 if first.may("D") else None


def _goes_on(tagged: Sequence[Tagged], at: int) -> bool:
    """Whether a comma in a lead stands in a list: `For cutting, gluing, or painting`."""
    listed = tagged[at].may("G") and at + 1 < len(tagged) and tagged[at + 1].text == ","
    return listed or tagged[at].lower in {"or", "and"}


def _after_unmarked_lead(tagged: Sequence[Tagged]) -> int:
    """`At the edges of objects the flow is high` has a lead without a comma; 0 where none is."""
    if tagged[0].lower not in _SETTING or not tagged[0].may("I"):
        return 0
    head = finite_verb(tagged, 1)
    for at in range(2, head.at - 1 if head else 0):
        opens = tagged[at].lower in {"the", "a", "an", "each", "every", "no"}
        if opens and tagged[at - 1].may("N") and not tagged[at - 1].may("IDC"):
            return at
    return 0


_SETTING = frozenset("in at on after before during for within under until since".split())


def _after_participle(tagged: Sequence[Tagged]) -> int:
    """`Adopting this, firms grow` has a lead; `Adopting this pays, and soon` has a subject."""
    comma = next((at for at, word in enumerate(tagged) if word.text == ","), len(tagged))
    if comma < 2 or comma + 3 > len(tagged) or finite_verb(tagged[:comma], 0):
        return 0
    comma += tagged[comma + 1].text in {'"', "”"}
    after = tagged[comma + 1]
    return 0 if after.may("CG") or after.lower in closed.RELATIVES else comma + 1


def _is_command(tagged: Sequence[Tagged], start: int) -> bool:
    """`Identify the losers and stop them`: opens with a word that is only a verb."""
    while start < len(tagged) - 2 and only_adverb(tagged[start]):
        start += 1
    first = tagged[start]
    if first.may("O") or first.lower in {"be", "let's", "let"}:
        return True
    if tagged[start - 1].lower == "now" and first.may("V"):
        return True
    only_verb = any(form.tag == "V" and form.usual == "V" for form in first.forms)
    return only_verb and not first.may("NADBHMO")


def _take_apart(text: str, tagged: Sequence[Tagged], start: int, head: Head) -> Clause | None:
    subject = text[tagged[start].start : _end_before(tagged, head.at)]
    adverbs_before = text[_end_before(tagged, head.at) : tagged[head.at].start].strip()
    group = verb_group(tagged, head.at)
    if group is None or not subject:
        return None
    main, voice = group
    if not _is_sound(tagged[start : head.at], tagged[main], tagged[main + 1 :]):
        return None
    rest_start = tagged[main].end
    auxiliary = tagged[head.at].text if main > head.at or voice == "copula" else ""
    middle_start = tagged[head.at].end if auxiliary else tagged[head.at].start
    middle = text[middle_start:rest_start].strip()
    base, tense = _base_and_tense(tagged[main], tagged[head.at], alone=main == head.at)
    lead = text[: tagged[start].start].strip().rstrip(",").strip()
    rest_end, also, following = coordinated(text, tagged, main, tagged[head.at])
    return Clause(
        text=text,
        lead=lead,
        subject=subject.strip().rstrip(","),
        plural=tagged[head.at].lower == "have" or _is_plural(tagged[start : head.at], auxiliary),
        auxiliary=auxiliary,
        middle=" ".join(filter(None, [adverbs_before, middle])),
        verb=tagged[main].text,
        base=base,
        tense=tense,
        voice=voice,
        rest=text[rest_start:rest_end].strip().rstrip(","),
        also=also,
        following=following,
        certainty=head.certainty,
    )


def _is_plural(subject: Sequence[Tagged], auxiliary: str) -> bool:
    """By the auxiliary where it tells, else by the subject."""
    if auxiliary.lower() in {"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"}:
        return False
    if auxiliary.lower() in {"are", "were", "aren't", "weren't", "haven't", "don't"}:
        return True
    return subject_is_plural(subject)


def _is_sound(subject: Sequence[Tagged], main: Tagged, rest: Sequence[Tagged]) -> bool:
    """Whether neither side of the verb shows that it is not the main verb after all."""
    apart = {"-", "–", "—", "vs", "vs.", "versus", "i.e", "e.g"}
    if any(word.may("MO") or word.lower in apart for word in subject):
        return False
    if sum(word.text == '"' for word in subject) % 2 or _is_cut_by_comma(subject):
        return False
    if not rest:
        return True
    if rest[-1].may("BHM") and not rest[-1].may("N"):
        return False
    if rest[0].lower == "that":
        claims = main.may("B") or any(form.base in TAKES_THAT for form in main.forms)
        return claims or (len(rest) > 1 and rest[1].may("AN") and not rest[1].may("PD"))
    if _is_verb_after_verb(main, rest):
        return False
    if rest[0].lower == "which":
        return any(form.base in TAKES_A_QUESTION for form in main.forms)
    return rest[0].text not in ",.)"


def _is_cut_by_comma(subject: Sequence[Tagged]) -> bool:
    """`Use comments for functions, perhaps` has but one comma, and it stands at the end."""
    last = len(subject) - 1
    while last > 0 and is_adverb(subject[last]):
        last -= 1
    commas = sum(word.text == "," for word in subject)
    return subject[last].text == "," and commas == 1


_BARE_AFTER = frozenset("help let make see hear watch feel dare do".split())


def _is_verb_after_verb(main: Tagged, rest: Sequence[Tagged]) -> bool:
    """`could use cause a spike`: a slip of the pen, or a noun read as a verb."""
    bare = rest[0].may("V") and len(rest) > 1 and rest[1].lower in {"a", "an", "the"}
    return bare and not any(form.base in _BARE_AFTER for form in main.forms)


def _end_before(tagged: Sequence[Tagged], at: int) -> int:
    """Where the subject ends: before the verb and the adverbs right before it."""
    last = at - 1
    while last > 0 and is_adverb(tagged[last]):
        last -= 1
    return tagged[last].end


_ENDINGS = ("s", "es", "ed", "ing", "")
"""`installs` is `install` and `s`, rather than a form of `instal`."""


_IRREGULAR = frozenset(["fell", "saw", "felt", "found"])
"""Forms in the past that are the bases of rarer verbs as well."""


def _base_and_tense(
    main: Tagged, finite: Tagged, *, alone: bool
) -> tuple[str, Literal["present", "past"]]:
    past: Literal["present", "past"] = (
        "past" if finite.lower in {"was", "were", "had", "did", "wasn't", "weren't"} else "present"
    )
    if main.may("B"):
        return "be", past
    if main.may("H"):
        return "have", past
    if main.may("O"):
        return "do", past
    irregular = main.lower in _IRREGULAR
    regular = (f for f in main.forms if main.lower in {f.base + end for end in _ENDINGS})
    form = next(iter(() if irregular else regular), next(iter(main.forms), None))
    if alone and form and (irregular or not any(f.tag in "ZV" for f in main.forms)):
        past = "past"
    return (form.base if form else main.lower), past
