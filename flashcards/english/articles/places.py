"""Where a noun phrase without an article may stand in a question, and where it ends."""

from __future__ import annotations

from flashcards.english import closed
from flashcards.english.tagging import is_common_word, is_plural
from flashcards.english.tokens import Token

TURNED = frozenset("is was does did can could may might must should will would has".split())
_LINKING = frozenset(
    "of in on at by for with without from to into onto over under across through during within "
    "against about behind than like unlike toward towards upon around until as via".split()
)
JOINING = frozenset("when if because while unless once whenever whether since".split())
ASKING = closed.QUESTION_WORDS
_NAMING = frozenset("call name term become take make lead get keep mean remain".split())
"""Verbs after which a bare noun may be a name, or part of a phrase: `take place`."""


def may_open(found: tuple[Token, ...], at: int) -> bool:
    """Whether a noun phrase that needs an article may begin here."""
    before, here = found[at - 1], found[at]
    if here.kind not in {"word", "atom"} or here.text[0] == "$":
        return False
    asked = at == 2 and before.lower in {"does", "did"} and found[at + 1].may("N")
    if here.may("G") and here.forms and not asked:
        return False  # `by sampling states`
    if before.lower in TURNED:
        passive = before.may("B") and here.may("X") and not here.may("NA")
        return not passive and _is_turned(found, at - 1)  # `is passed index 2`
    if before.lower == "to":
        return not here.may("V") and is_common_word(here.lower)
    if before.lower in _LINKING:
        named = at > 1 and found[at - 2].is_capitalised and here.is_capitalised
        return not named  # `the Department of Justice`
    return before.lower in JOINING or _takes_object(found, at - 1)


def _is_turned(found: tuple[Token, ...], at: int) -> bool:
    """Whether this is the first verb of a question, or an `is` anywhere: its subject follows."""
    if found[at].lower in {"is", "was", "has"}:
        return True
    if found[at].may("M"):
        return at > 0 and found[at - 1].lower in ASKING
    return not any(token.may("BHOM") for token in found[:at])


def _takes_object(found: tuple[Token, ...], at: int) -> bool:
    """Whether this is a verb for certain, and no part of a noun phrase: `the lint rule`."""
    verb, ahead = found[at], found[at - 1] if at else None
    if not verb.may("VGZ") or verb.may("BHOMDPI") or not verb.forms or ahead is None:
        return False
    if any(form.base in _NAMING for form in verb.forms):
        return False
    if ahead.may("D#") or (ahead.may("AG") and not ahead.may("N")):
        return False
    if verb.may("G"):
        return ahead.lower in _BEFORE_GERUNDS and verb.lower not in _COMPOUNDING
    told = ahead.lower in {"to", "not", "you", "why", "one"}
    told = told and not (ahead.lower == "to" and verb.verbness < 2 and verb.lower != "use")
    return told if verb.verbness < 3 or ahead.lower in ASKING else ahead.may("NPR!TM")


_BEFORE_GERUNDS = JOINING | {"by", "of", "for", "from", "without", "before", "after", "than"}
_COMPOUNDING = frozenset("operating learning training working building starting ending".split())
"""Gerunds that rather belong to the noun: `operating system`."""


def end_of(found: tuple[Token, ...], at: int) -> int:
    """Where the run of words that may be one noun phrase ends."""
    if found[at - 1].lower in _BEING and found[-1].text == "?":
        whole = all(_is_nominal(token) for token in found[at:-1])
        if whole and at == 2 and found[0].lower == "what":
            return len(found) - 1
    end = at
    while end < len(found) and _may_be_inside(found, end, first=end == at):
        end += 1
        latest = found[end - 1]
        if is_plural(latest.lower) and latest.may("N") and not latest.is_capitalised:
            break  # `Krebs cycle` is none
    turned = found[at - 1].lower in TURNED and not found[at - 1].may("BH")
    return _before_verb(found, at, end) if turned else end


def _may_be_inside(found: tuple[Token, ...], at: int, *, first: bool) -> bool:
    """Whether a word may be part of a noun phrase: its first word, or a further one."""
    token = found[at]
    if token.kind == "atom":
        return token.text[0] != "$"
    closed_class = token.may("DPIBHOMTS!C#") or "'" in token.lower
    if token.kind != "word" or closed_class or not token.may("NAGX"):
        return False
    if not first and token.lower == "used":
        return False  # `is a bollard used for`
    if token.may("EX") and not token.may("NA"):
        return first and at + 1 < len(found) and found[at + 1].may("NA")
    return first or not (token.may("VZ") and token.verbness == 3)


_BEING = frozenset(["is", "was"])


def _is_nominal(token: Token) -> bool:
    """Whether a word may stand before or as the noun of `What is …?`."""
    plain = token.kind == "word" or (token.kind == "atom" and token.text[0] != "$")
    return plain and token.may("NAG") and not token.may("DPIBHOMTS!C#R")


def _before_verb(found: tuple[Token, ...], at: int, end: int) -> int:
    """The end of a subject, whose verb may look like one more noun: `the buffer store`."""
    verbs = [place for place in range(at + 1, end) if found[place].may("V")]
    if len(verbs) > 1 and [found[place].lower for place in verbs[-2:]] == ["take", "place"]:
        return verbs[-2]
    after = found[end] if end < len(found) else None
    told = after is not None and (after.kind == "atom" or after.may("VR!O"))
    if told or (after is not None and after.lower in {"be", "of", "have"}):
        return end
    if after is not None and after.may("I") and after.lower not in {"to", "as"}:
        later = any(token.may("V") and not token.may("N") for token in found[end:])
        return end if later or not verbs else verbs[-1]
    return verbs[-1] if verbs else at
