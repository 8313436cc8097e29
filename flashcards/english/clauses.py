"""The main verb of a clause, and what stands on either side of it.

Notes are telegraphic, so the parser answers only where it is certain: an auxiliary, or a verb
that agrees with its subject and is seldom anything else. Everywhere else it answers None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flashcards.english import closed
from flashcards.english.tagging import Tagged, is_plural, tag
from flashcards.english.tokens import tokens

Voice = Literal["active", "passive", "copula", "progressive"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement, taken apart: `In practice, replicas can also be dropped early`."""

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


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a clause's finite verb stands among its words, and how sure that is."""

    at: int
    certainty: int


_LEADS = closed.PREPOSITIONS | closed.SUBORDINATORS | frozenset(
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
    text = text.strip().rstrip(".;:!")
    tagged = [tag(token) for token in tokens(text)]
    if not 3 <= len(tagged) <= 60 or "?" in text:
        return None
    start = _after_lead(tagged)
    if start is None or _is_command(tagged, start):
        return None
    head = _finite_verb(tagged, start)
    return _take_apart(text, tagged, start, head) if head else None


def _after_lead(tagged: list[Tagged]) -> int | None:
    """The index where the subject begins; None where the lead has no end."""
    first = tagged[0]
    if first.lower not in _LEADS and not (first.may("R") and not first.may("NA")):
        return 0
    if first.lower in {"that", "what", "how", "who", "which", "whether", "why", "rather"}:
        return None
    depth = 0
    for at, word in enumerate(tagged):
        depth += (word.token.text in "([") - (word.token.text in ")]")
        if word.token.text == "," and depth == 0:
            return at + 1 if at + 2 < len(tagged) else None
    adverb = first.may("R") and first.lower not in closed.PREPOSITIONS | closed.SUBORDINATORS
    if adverb or first.lower in {"so", "thus", "hence", "then", "also", "but", "and"}:
        return 1
    return 0 if first.may("D") else None


def _is_command(tagged: list[Tagged], start: int) -> bool:
    """`Identify the losers and stop them`: opens with a word that is only a verb."""
    first = tagged[start]
    only_verb = any(form.tag == "V" and form.usual == "V" for form in first.forms)
    return only_verb and not first.may("NADBHMO")


def _finite_verb(tagged: list[Tagged], start: int) -> _Head | None:
    """The surest candidate; of equals the first."""
    best: _Head | None = None
    depth, relative, at = 0, False, start
    while at < len(tagged):
        word = tagged[at]
        text = word.token.text
        if text in "([":
            depth += 1
        elif text in ")]":
            depth -= 1
        elif depth == 0:
            if text == "," and at > start and _is_relative(tagged, at + 1):
                closing = _next_comma(tagged, at + 1)
                if closing is None:
                    break
                at = closing
            elif text in {";", ":", "->", "→", "=>", "="} or (text in "—–-" and best):
                break
            elif at > start and word.lower in closed.RELATIVES and tagged[at - 1].may("N#A"):
                if best:
                    break
                relative = True
            elif (at > start and word.may("S") and not word.may("I")) or (
                at > start and best and word.lower in {"because", "since", "until"}
            ):
                break
            else:
                certainty = _certainty(tagged, start, at)
                if certainty and relative:
                    relative = False  # the relative clause's own verb
                    at = _verb_group_end(tagged, at)
                    continue
                if certainty and (best is None or certainty > best.certainty):
                    if best and best.certainty >= 2 and certainty < 3:
                        break
                    if best and best.certainty >= 2 and not _reduced(tagged, best.at):
                        break
                    best = _Head(at, certainty)
                    if certainty == 3 and not _reduced(tagged, at):
                        break
        at += 1
    return best


def _is_relative(tagged: list[Tagged], at: int) -> bool:
    return at < len(tagged) and tagged[at].lower in closed.RELATIVES | {"including", "such", "like"}


def _next_comma(tagged: list[Tagged], at: int) -> int | None:
    return next((i for i in range(at, len(tagged)) if tagged[i].token.text == ","), None)


def _verb_group_end(tagged: list[Tagged], at: int) -> int:
    """The index after a run of auxiliaries, adverbs and participles."""
    at += 1
    while (at < len(tagged) and tagged[at].may("BHOM!")) or (
        at < len(tagged) and tagged[at].may("RXVG") and tagged[at - 1].may("BHOM!R")
    ):
        at += 1
    return at


def _reduced(tagged: list[Tagged], at: int) -> bool:
    """Whether a past form may be a participle after its noun: `models trained on noise`."""
    word = tagged[at]
    return (
        word.may("E")
        and word.may("X")
        and not word.may("BHOM")
        and not (at + 1 < len(tagged) and tagged[at + 1].may("DP"))
    )


def _certainty(tagged: list[Tagged], start: int, at: int) -> int:
    """How surely the word at `at` is the finite verb of the subject before it; 0 no."""
    word = tagged[at]
    if at == start or not word.may("BHOMVZE"):
        return 0
    before = _last_of_subject(tagged, start, at)
    if before is None or word.lower in {"be", "been", "being", "having"}:
        return 0
    plural = subject_is_plural(tagged[start:at])
    if word.may("BHOM"):
        return 3 if _agrees(word.lower, plural) else 0
    if word.may("A") and not word.forms:
        return 0
    return _lexical_certainty(tagged, at, plural)


def _lexical_certainty(tagged: list[Tagged], at: int, plural: bool) -> int:
    word = tagged[at]
    following = tagged[at + 1] if at + 1 < len(tagged) else None
    if following is not None and following.may("BHM") and not following.may("N"):
        return 0  # the noun before an auxiliary: `the changes are`
    best = 0
    for form in word.forms:
        sure = {"V": 3, "v": 2, "n": 1}.get(form.usual, 1)
        if (form.tag == "Z" and not plural) or (form.tag == "V" and plural):
            best = max(best, sure)
        elif form.tag == "E":
            best = max(best, min(sure, 2) if following and following.may("DP#") else 1)
    if best == 1 and not (following and following.may("D")):
        return 0
    if word.may("A") and best < 3:
        return 0
    return best


def _agrees(auxiliary: str, plural: bool) -> bool:
    if auxiliary in {"are", "were", "aren't", "weren't"}:
        return True  # `Q/K are`, `the GAN are`: the verb says more than the noun's ending
    if auxiliary in {"have", "do", "don't", "haven't"}:
        return plural
    if auxiliary in {"is", "was", "has", "does", "doesn't", "isn't", "wasn't", "hasn't"}:
        return not plural or auxiliary in {"is", "was"}
    return True


def _last_of_subject(tagged: list[Tagged], start: int, at: int) -> Tagged | None:
    """The word before a verb, adverbs passed over, where it can end a subject."""
    last = at - 1
    while last >= start and (
        tagged[last].lower in closed.DEGREE_ADVERBS
        or (tagged[last].may("R") and not tagged[last].may("N"))
    ):
        last -= 1
    if last < start:
        return None
    word = tagged[last]
    if word.token.text in {")", '"', "”", "'", ",", "%"}:
        return word
    ends = word.may("N#PGX") or word.lower in {"this", "that", "these", "those", "it", "there"}
    return word if ends and not (word.may("ITMC") and not word.may("P")) else None


def subject_is_plural(words: list[Tagged]) -> bool:
    """Whether a subject takes a plural verb: its head is plural, or two heads are joined."""
    head: Tagged | None = None
    for at, word in enumerate(words):
        if word.lower in {"and", "&"} and head is not None and at > 0:
            return True
        if (word.may("I") and not word.may("N")) or word.lower in closed.RELATIVES:
            break
        if word.token.text in {"(", ","}:
            if head is not None and word.token.text == "(":
                break
            continue
        if word.may("N#PG") and word.token.kind != "mark":
            head = word
    if head is None:
        return bool(words) and is_plural(words[0].lower)
    first = words[0].lower
    if first in {"a", "an", "this", "that", "each", "every", "one"}:
        return False
    return (
        is_plural(head.lower)
        or head.lower in {"i", "we", "you", "they"}
        or (first in {"these", "those", "many", "several", "few", "both", "all"})
    )


def _take_apart(text: str, tagged: list[Tagged], start: int, head: _Head) -> Clause | None:
    subject = text[tagged[start].token.start : _end_before(tagged, head.at)]
    adverbs_before = text[_end_before(tagged, head.at) : tagged[head.at].token.start].strip()
    group = _verb_group(tagged, head.at)
    if group is None or not subject:
        return None
    main, voice = group
    rest_start = tagged[main].token.end
    auxiliary = tagged[head.at].token.text if main > head.at or voice == "copula" else ""
    middle_start = tagged[head.at].token.end if auxiliary else tagged[head.at].token.start
    middle = text[middle_start:rest_start].strip()
    base, tense = _base_and_tense(tagged[main], tagged[head.at], alone=main == head.at)
    lead = text[: tagged[start].token.start].strip().rstrip(",").strip()
    rest_end, also = _coordinated(text, tagged, main, tagged[head.at])
    return Clause(
        text=text,
        lead=lead,
        subject=subject.strip().rstrip(","),
        plural=subject_is_plural(tagged[start : head.at]),
        auxiliary=auxiliary,
        middle=" ".join(filter(None, [adverbs_before, middle])),
        verb=tagged[main].token.text,
        base=base,
        tense=tense,
        voice=voice,
        rest=text[rest_start:rest_end].strip().rstrip(","),
        also=also,
        certainty=head.certainty,
    )


def _coordinated(text: str, tagged: list[Tagged], main: int, finite: Tagged) -> tuple[int, str]:
    """Where the rest ends because `and` and a second verb of the same form follow, and that
    second predicate."""
    wanted = _second_verb_forms(tagged[main], finite)
    depth = 0
    for at in range(main + 1, len(tagged) - 1):
        word = tagged[at]
        depth += (word.token.text in "([") - (word.token.text in ")]")
        if depth or word.lower not in {"and", "but", "then"} or tagged[at - 1].may("D"):
            continue
        second = at + 1
        while second < len(tagged) - 1 and (
            tagged[second].lower in closed.DEGREE_ADVERBS or _only_adverb(tagged[second])
        ):
            second += 1
        if _is_second_verb(tagged, second, wanted):
            return tagged[at].token.start, text[tagged[at + 1].token.start :].strip()
    return len(text), ""


def _second_verb_forms(main: Tagged, finite: Tagged) -> str:
    if finite.may("MO") or finite.may("BH"):
        return "BHM" + ("V" if finite.may("MO") else "X" if main.may("X") else "")
    return "BHM" + "".join(form.tag for form in main.forms if form.tag in "ZVE")


def _is_second_verb(tagged: list[Tagged], at: int, wanted: str) -> bool:
    word = tagged[at]
    if word.may("BHM"):
        return word.lower not in {"be", "been", "being", "having"}
    following = tagged[at + 1] if at + 1 < len(tagged) else None
    for form in word.forms:
        if form.tag in wanted and (
            form.usual == "V" or (form.usual in "vn" and following and following.may("DPT"))
        ):
            return not (word.may("A") and form.usual != "V")
    return False


def _end_before(tagged: list[Tagged], at: int) -> int:
    """Where the subject ends: before the verb and the adverbs right before it."""
    last = at - 1
    while last > 0 and (
        tagged[last].lower in closed.DEGREE_ADVERBS
        or (tagged[last].may("R") and not tagged[last].may("N"))
    ):
        last -= 1
    return tagged[last].token.end


def _verb_group(tagged: list[Tagged], at: int) -> tuple[int, Voice] | None:
    """The index of the main verb and the voice, from the finite verb's index."""
    word = tagged[at]
    if not word.may("BHOM"):
        return at, "active"
    main = at + 1
    last_auxiliary = at
    while main < len(tagged):
        here = tagged[main]
        if here.may("BH") and not (here.may("H") and tagged[last_auxiliary].may("B")):
            last_auxiliary = main
        elif not (here.may("!") or here.lower in closed.DEGREE_ADVERBS or _only_adverb(here)):
            break
        main += 1
    here_is = tagged[last_auxiliary]
    if main < len(tagged):
        here = tagged[main]
        if here_is.may("B") and here.may("X") and not here.may("D") and not _adjectival(here):
            return main, "passive"
        if here_is.may("B") and here.may("G") and here.forms and not _is_noun_first(tagged, main):
            return main, "progressive"
        if here_is.may("MO") and here.may("V"):
            return main, "active"
        if here_is.may("H") and here.may("X") and not here.may("D") and last_auxiliary == at:
            return main, "active"
    if here_is.may("B"):
        return last_auxiliary, "copula"
    if here_is.may("HO"):
        return last_auxiliary, "active"
    return None


def _only_adverb(word: Tagged) -> bool:
    return word.may("R") and not word.may("NAVX")


def _adjectival(word: Tagged) -> bool:
    """A participle that is an adjective first: `interested`, `complicated`."""
    return word.may("A") and all(form.usual == "a" for form in word.forms)


def _is_noun_first(tagged: list[Tagged], at: int) -> bool:
    """`is training data` has a noun, `is training models` a verb: only the latter has an object."""
    return any(form.usual == "n" for form in tagged[at].forms if form.tag == "G") and not (
        at + 1 < len(tagged) and tagged[at + 1].may("DP")
    )


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
    form = next(iter(main.forms), None)
    if alone and form and not any(f.tag in "ZV" for f in main.forms):
        past = "past"
    return (form.base if form else main.lower), past
