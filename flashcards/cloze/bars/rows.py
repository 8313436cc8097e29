"""A gap that is one of several things in a row, or an example among others."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.cloze.bars.sight import WHOLES, Sight
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens

_IN_A_ROW = re.compile(r"(?:,|\b(?:and|or|nor)|/|&)$")
_EXAMPLE = re.compile(r"\b(?:such as|like|including|includes?|instance|e\.g\.)[^.;:]*$")
_COMPARED = re.compile(r"\b(?:compared (?:to|with)|in contrast to|unlike) $", re.IGNORECASE)
"""What a thing is compared with; others would do as well."""
_ROW_OF_ACTIONS = re.compile(r"(?:,|\band|\bor) \w+ing (?:\w+ ){0,3}$")


def is_one_of_many(sight: Sight) -> bool:
    """Whether other things stand in the same row, or the gap is only an example."""
    if _ROW_OF_ACTIONS.search(sight.before):
        return True
    if sight.trait == "list":
        compared = _COMPARED.search(sight.before)
        return bool(compared or _EXAMPLE.search(sight.before[-60:]))
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
    if clause and clause.following and _opens(clause.following, after):
        after = ""
    return bool(_IN_A_ROW.search(before) or _row_goes_on(after) or _EXAMPLE.search(before[-60:]))


def _opens(statement: str, after: str) -> bool:
    """Whether what follows is a second statement: `, and the denominator normalises it`."""
    return re.sub(r"^,? ?(?:and|but|so|while|yet) ", "", after).startswith(statement)


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
    if word.may("BH") and following is not None:
        return True
    governs = bool(following and following.may("DPT") and word.may("VZE"))
    return governs or (finite and not word.may("N"))
