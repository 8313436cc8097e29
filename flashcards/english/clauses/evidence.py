"""Signs that a word which is mostly a noun or an adjective is the verb where it stands: `the heart
pumps blood`, `Statins lower LDL`, `Bismarck unified Germany`."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.english.articles.nouns import is_countable
from flashcards.english.tagging import Tagged, is_common_word, is_plural

_LONGEST_OBJECT = 4
"""Words of an object that is looked at: `income inequality`."""


def governs_a_noun(tagged: Sequence[Tagged], start: int, at: int) -> bool:
    """Whether a third person stands between a singular subject and a noun that no compound could
    end in: `the heart pumps blood`, where blood is a mass; `the court lists page` is no clause.

    >>> from flashcards.english.tokens import tokens
    >>> [governs_a_noun(tokens(text), 0, 2) for text in ("the heart pumps blood around",
    ...     "the project files folder", "the water filters remove iron", "the map shows old roads")]
    [True, False, False, True]
    """
    if not _is_one(tagged, start, at) or _is_verb_later(tagged, at):
        return False
    after = tagged[at + 1] if at + 1 < len(tagged) else None
    if after is None or after.verbness > 1 or not tagged[at].text.islower():
        return False
    if tagged[start].lower != "the" and after.may("VE") and not _is_first_of_two(tagged, at + 1):
        return False  # `Oxbow lakes form when`
    head = _object_head(tagged, at + 1)
    if head is None:
        return False
    return is_plural(head.lower) or not (is_countable(head.lower) or head.is_name)


def _is_first_of_two(tagged: Sequence[Tagged], at: int) -> bool:
    """`soil` in `soil erosion`."""
    after = tagged[at + 1] if at + 1 < len(tagged) else None
    return after is not None and after.kinds == "N" and tagged[at].may("N")


def _is_one(tagged: Sequence[Tagged], start: int, at: int) -> bool:
    """Whether a singular noun phrase fills the place before the verb: one with `the`, or a mass."""
    last = tagged[at - 1]
    if not last.may("N") or last.may("ICMT#") or is_plural(last.lower):
        return False
    opens = tagged[start].lower == "the" and at > start + 1
    plain = all(word.may("NAX") and not word.may("ICDVZ.") for word in tagged[start : at - 1])
    mass = plain and at - start <= _LONGEST_MASS and _is_mass(last)
    return opens or mass


_LONGEST_MASS = 2


def _is_mass(word: Tagged) -> bool:
    return word.kind == "word" and not word.may("VZ") and not is_countable(word.lower)


def _object_head(tagged: Sequence[Tagged], at: int) -> Tagged | None:
    """The last noun of a phrase without an article: `traits` in `useful traits`."""
    head = None
    for word in tagged[at : at + _LONGEST_OBJECT]:
        if word.kind != "word" or word.may("IDCSTMBHO") or not word.may("NA"):
            break
        if word.may("Z") and head is not None and not is_plural(head.lower):
            return None
        head = word if word.may("N") else head
    return head


def _is_verb_later(tagged: Sequence[Tagged], at: int) -> bool:
    """Whether a sure verb follows before a mark or a relative: the word at `at` is its subject."""
    for word in tagged[at + 1 :]:
        if word.kind == "mark" or word.may("ST"):
            return False
        if word.may("BHMO") or (word.verbness == 3 and word.may("VZ") and not word.may("N")):
            return True
    return False


def is_only_past(word: Tagged) -> bool:
    """`began`, `fell`: a past form that is no participle, so that it must be the verb."""
    irregular = word.may("E") and not word.may("XA") and not word.lower.endswith("ed")
    return irregular and any(form.usual in "Vv" for form in word.forms)


def stands_between_names(tagged: Sequence[Tagged], at: int) -> bool:
    """`Bismarck unified Germany`: a past form between two capitals, though it may be adjective."""
    if not 0 < at < len(tagged) - 1 or not tagged[at].text.islower():
        return False
    before, after = tagged[at - 1], tagged[at + 1]
    named = before.is_capitalised and after.is_capitalised and not before.may("DISVZBHMO")
    return named and tagged[at].may("E") and not after.may("IDS")


def lowers_something(tagged: Sequence[Tagged], start: int, at: int) -> bool:
    """`Statins lower LDL`: between a lone plural and a noun stands no adjective."""
    after = tagged[at + 1] if at + 1 < len(tagged) else None
    lone = at == start + 1 and is_plural(tagged[start].lower) and not tagged[start].may("VP#DZ")
    return lone and tagged[at].may("V") and after is not None and after.kinds == "N"


def acts_by_name(tagged: Sequence[Tagged], start: int, at: int) -> bool:
    """`Pavlov discovered classical conditioning`: a lone name, and an object after the past."""
    name, after = tagged[start], tagged[at + 1]
    lone = at == start + 1 and name.is_capitalised and not is_plural(name.lower)
    named = lone and not is_common_word(name.lower) and tagged[at].text.islower()
    return named and after.may("NA") and not after.may("ISTCX")
