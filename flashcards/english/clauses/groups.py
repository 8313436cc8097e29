"""The words of a predicate that make its verb, and where a second predicate begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from flashcards.english import closed
from flashcards.english.clauses.finite import finite_verb
from flashcards.english.clauses.subjects import only_adverb
from flashcards.english.tagging import Tagged, is_plural

Voice = Literal["active", "passive", "copula", "progressive"]


def verb_group(tagged: Sequence[Tagged], at: int) -> tuple[int, Voice] | None:
    """The index of the main verb and the voice, from the finite verb's index."""
    if not tagged[at].may("BHOM"):
        return at, "active"
    last_auxiliary, main = _auxiliaries(tagged, at)
    voice = _voice(tagged, last_auxiliary, main, only=last_auxiliary == at)
    if voice is not None:
        return main, voice
    if tagged[last_auxiliary].may("B"):
        return last_auxiliary, "copula"
    return (last_auxiliary, "active") if tagged[last_auxiliary].may("HO") else None


def _auxiliaries(tagged: Sequence[Tagged], at: int) -> tuple[int, int]:
    """The index of the last auxiliary, and of the word after it and its adverbs."""
    last, main = at, at + 1
    while main < len(tagged):
        here = tagged[main]
        if here.may("BH") and not (here.may("H") and tagged[last].may("B")):
            last = main
        elif not (here.may("!") or here.lower in _BETWEEN or only_adverb(here)):
            break
        main += 1
    return last, main


_BETWEEN = closed.DEGREE_ADVERBS | {"either", "both"}


def _voice(tagged: Sequence[Tagged], auxiliary: int, main: int, *, only: bool) -> Voice | None:
    """What the auxiliary makes of the word after it; None where that is no verb."""
    if main >= len(tagged):
        return None
    before, here = tagged[auxiliary], tagged[main]
    participle = here.may("X") and not here.may("D")
    if before.may("B") and participle and not _is_adjectival(here):
        return None if _tells_which(tagged, main) else "passive"
    if before.may("B") and here.may("G") and here.forms and not _is_noun_first(tagged, main):
        return None if tagged[auxiliary - 1].lower in _ARE_ACTIONS else "progressive"
    if before.may("MO") and here.may("V"):
        return "active"
    perfect = before.may("H") and participle and only and not _is_attribute(tagged, main)
    return "active" if perfect else None


def _is_attribute(tagged: Sequence[Tagged], at: int) -> bool:
    """`has privileged access`: a participle right before a noun belongs to it."""
    after = tagged[at + 1] if at + 1 < len(tagged) else None
    return after is not None and after.may("N") and not after.may("DPIR#")


def _tells_which(tagged: Sequence[Tagged], at: int) -> bool:
    """`is programmed cell death`; not `is called osmosis`, not `is used today`."""
    if not _is_attribute(tagged, at):
        return False
    names = any(form.base in _TAKES_A_NAME for form in tagged[at].forms)
    after = tagged[at + 1]
    return not names and not after.may("RAX") and after.lower not in _WHEN_OR_WHERE


_TAKES_A_NAME = frozenset(
    "call name term dub title label label nickname appoint elect crown declare consider deem make "
    "render vote proclaim ordain designate christen brand style baptise baptize pronounce judge "
    "give offer send tell teach pay show grant award assign allow deny charge ask lend sell owe "
    "set fill turn put keep leave base".split()
)
"""Verbs whose passive takes a noun without a preposition: `was elected king`, `is given time`."""
_WHEN_OR_WHERE = frozenset(
    "today yesterday tomorrow home abroad worldwide nowadays times everywhere online offline "
    "overnight upstream downstream outside inside end-to-end side".split()
)


_ARE_ACTIONS = frozenset(
    "focus goal aim idea problem approach way method trick task step solution alternative option "
    "challenge difficulty key purpose strategy mistake technique part job activity".split()
)
"""`The trick is waiting` says what the trick is; `the cat is waiting` what it does."""


def _is_adjectival(word: Tagged) -> bool:
    """A participle that is an adjective first: `interested`, `complicated`."""
    return word.may("A") and all(form.usual == "a" for form in word.forms)


def _is_noun_first(tagged: Sequence[Tagged], at: int) -> bool:
    """`is driving licence` has a noun, `is driving a car` a verb."""
    after = tagged[at + 1] if at + 1 < len(tagged) else None
    if any(form.usual == "n" for form in tagged[at].forms if form.tag == "G"):
        return not (after and after.may("DP"))
    return after is not None and after.kinds in {"N", "VN"} and not is_plural(after.lower)


def coordinated(
    text: str, tagged: Sequence[Tagged], main: int, finite: Tagged
) -> tuple[int, str, str]:
    """Where the rest ends because a second predicate or a second statement follows `and`; and
    those two, one of them empty."""
    wanted = _second_verb_forms(tagged[main], finite)
    depth = 0
    for at in range(main + 1, len(tagged) - 1):
        word = tagged[at]
        depth += (word.text in "([") - (word.text in ")]")
        if depth or word.lower not in _JOINING or tagged[at - 1].may("D"):
            continue
        second = at + 1
        while second < len(tagged) - 1 and (
            tagged[second].lower in closed.DEGREE_ADVERBS or only_adverb(tagged[second])
        ):
            second += 1
        after = text[tagged[at + 1].start :].strip()
        nested = any(w.may("S") and not w.may("I") for w in tagged[main + 1 : at])
        joins = word.lower in _PREDICATES and not nested
        if joins and "Z" in wanted and _opens_a_predicate(tagged, main, second):
            return tagged[at].start, after, ""
        if joins and _is_second_verb(tagged, second, wanted):
            return tagged[at].start, after, ""
        if _is_second_statement(tagged, main, at):
            return tagged[at].start, "", after
    return len(text), "", ""


_PREDICATES = frozenset("and but or then".split())
_JOINING = _PREDICATES | frozenset("so while whereas yet".split())


def _is_second_statement(tagged: Sequence[Tagged], main: int, at: int) -> bool:
    """Whether the conjunction at `at` joins a whole statement: its subject, then a sure verb."""
    if any(word.may("S") and not word.may("I") for word in tagged[main + 1 : at]):
        return False
    after_comma = tagged[at - 1].text == ","
    if tagged[at].lower not in {"and", "but"} and not after_comma:
        return False
    start = at + 1 + (tagged[at + 1].lower in {"so", "thus", "therefore", "hence", "then"})
    if start >= len(tagged) or (tagged[start].may("IST!") and not tagged[start].may("DP")):
        return False
    head = finite_verb(tagged, start)
    if head is None or any(word.text == "," for word in tagged[start : head.at]):
        return False
    sure_subject = after_comma or (head.at == start + 1 and is_plural(tagged[start].lower))
    return head.certainty == 3 or (sure_subject and head.certainty == 2)


_FORMS_AFTER = {"is": "Z", "has": "Z", "are": "V", "have": "V", "was": "E", "were": "E"}


def _opens_a_predicate(tagged: Sequence[Tagged], main: int, at: int) -> bool:
    """`sorts them once a day, and updates prices`: a comma before `and` that closes no list."""
    commas = sum(word.text == "," for word in tagged[main + 1 : at - 2])
    following = tagged[at + 1] if at + 1 < len(tagged) else None
    third = any(form.tag == "Z" for form in tagged[at].forms)
    after_comma = tagged[at - 2].text == ","
    return third and after_comma and not commas and following is not None and following.may("N")


def _second_verb_forms(main: Tagged, finite: Tagged) -> str:
    if finite.lower in {"does", "doesn't"}:
        return "BHMVZ"
    if finite.may("MO"):
        return "BHMV"
    if finite.may("BH"):
        return "BHM" + ("X" if main.may("X") else "") + _FORMS_AFTER.get(finite.lower, "")
    return "BHM" + "".join(form.tag for form in main.forms if form.tag in "ZVE")


_AFTER = {"Z": "DPTIR", "V": "DPTN", "E": "DPT", "X": "DPTI"}
"""What must follow a second verb that may be a noun; a third person is surer than a base form."""


def _is_second_verb(tagged: Sequence[Tagged], at: int, wanted: str) -> bool:
    word = tagged[at]
    if word.lower == "people":
        return False
    if word.may("BHM") or word.lower in {"does", "do", "doesn't", "don't"}:
        return word.lower not in {"be", "been", "being", "having"}
    following = tagged[at + 1] if at + 1 < len(tagged) else None
    after_modal = wanted == "BHMV" and following is not None and following.may("DPA")
    for form in word.forms:
        if form.tag == "V" and after_modal and not word.may("A"):
            return True
        if form.tag in wanted and (
            form.usual == "V"
            or (
                form.usual in "vn"
                and following
                and following.may(_AFTER[form.tag if form.usual == "v" or form.tag != "V" else "E"])
                and following.lower not in {"that", "which"}
            )
        ):
            return not (word.may("A") and form.usual != "V")
    return False
