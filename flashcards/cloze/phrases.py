"""The noun phrases of a statement, and the word that each hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from flashcards.english import closed
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import Tagged, is_plural, tag_all


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its determiner: `quick recovery`, `smaller tree`."""

    words: tuple[Tagged, ...]
    before: str
    """The word it hangs on, in lower case, past its determiner: `via`, `is`, `uses`; or empty."""
    after: str
    """The word or mark that follows, in lower case; or empty."""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


@lru_cache(maxsize=1024)
def noun_phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases in order; what may be a verb where it stands belongs to none.

    >>> [(p.before, text[p.start : p.end]) for text in ["Marriage makes the younger house the heir"]
    ...  for p in noun_phrases(text)]
    [('', 'Marriage'), ('makes', 'younger house'), ('house', 'heir')]
    """
    tagged = tag_all(text)
    command = imperative_base(text) is not None or _opens_with_order(tagged)
    found: list[Phrase] = []
    run: list[int] = []
    for at in range(len(tagged) + 1):
        inside = at < len(tagged) and _is_nominal(tagged, at) and not (command and at == 0)
        if inside:
            run.append(at)
        elif run:
            _close(found, tagged, run)
            run = []
    return tuple(found)


def _close(found: list[Phrase], tagged: Sequence[Tagged], run: list[int]) -> None:
    while run and not tagged[run[-1]].may("N#G"):
        run = run[:-1]
    while len(run) > 1 and tagged[run[0]].may("#") and not tagged[run[0]].is_name:
        run = run[1:]
    while run and tagged[run[0]].may("R") and not tagged[run[0]].may("NA"):
        run = run[1:]
    if not run:
        return
    first, last = run[0], run[-1]
    before = first - 1
    while before >= 0 and (tagged[before].may("D#") or tagged[before].text in "\"“'("):
        before -= 1
    found.append(
        Phrase(
            tuple(tagged[at] for at in run),
            tagged[before].lower if before >= 0 else "",
            tagged[last + 1].lower if last + 1 < len(tagged) else "",
        )
    )


_ORDERS = frozenset(
    "use add set run call check keep put make create combine compare avoid send find get take "
    "return start load build define test try write read remove install import".split()
)


def _opens_with_order(tagged: Sequence[Tagged]) -> bool:
    """`Use XML to declare`: a verb of instructions before a name, where `use` might be a noun."""
    if len(tagged) < 3:
        return False
    warns = tagged[0].lower in {"beware", "mind", "remember", "note"}
    return warns or (tagged[0].lower in _ORDERS and tagged[1].is_name)


_CLOSED = (
    closed.DETERMINERS
    | closed.PRONOUNS
    | closed.AUXILIARIES
    | closed.PREPOSITIONS
    | closed.COORDINATORS
    | closed.SUBORDINATORS
    | closed.DEGREE_ADVERBS
    | frozenset(
        "to not etc e.g i.e then other isnt arent dont doesnt didnt cant wont wasnt".split()
    )
)


def _is_nominal(tagged: Sequence[Tagged], at: int) -> bool:
    word = tagged[at]
    if word.kind == "mark":
        return False
    if word.kind in {"atom", "number"} or word.is_name:
        return True
    if word.lower in _CLOSED or "'" in word.lower[-1:]:
        return False
    after = tagged[at + 1] if at + 1 < len(tagged) else None
    if word.lower.endswith("ing") and not word.forms and after and after.may("DP"):
        return False
    if word.forms and _is_verb(tagged, at):
        return False
    return word.may("NA#GX") or (word.may("R") and _modifies(tagged, at))


def _modifies(tagged: Sequence[Tagged], at: int) -> bool:
    """`highly` in `a highly optimised kernel`."""
    return (
        0 < at < len(tagged) - 2
        and tagged[at - 1].may("DI")
        and tagged[at + 1].may("AX")
        and tagged[at + 2].may("N")
    )


def _is_verb(tagged: Sequence[Tagged], at: int) -> bool:
    """Whether a word with verb forms is a verb here, or may well be."""
    word = tagged[at]
    quoted = at > 1 and tagged[at - 1].text in '"”'
    before = tagged[at - 2 if quoted else at - 1] if at else None
    after = tagged[at + 1] if at + 1 < len(tagged) else None
    kinds = {form.tag for form in word.forms}
    usual = {form.usual for form in word.forms}
    governed = before is not None and before.may("DA") and not before.may("R")
    if before is not None and (before.may("TMO!") or before.lower in closed.SUBJECT_PRONOUNS):
        return True
    adverb = before is not None and before.lower in closed.DEGREE_ADVERBS
    if adverb and "V" in kinds and usual & {"V", "v", "n"} and after_object(after):
        return True
    if kinds <= {"G"}:
        return _is_verbal_gerund(before, after, governed=governed)
    if kinds <= {"E", "X"}:
        modifies = after is not None and after.may("NA") and not after.may("ID")
        opens = before is None or before.may("DIAC#") or before.kind == "mark"
        return not (modifies and (opens or governed) and "X" in kinds)
    if governed and word.may("N"):
        return False
    if usual <= {"V"}:
        return not word.may("N") or not governed
    if before is not None and is_plural(before.lower) and before.may("N") and "V" in kinds:
        return True
    if "v" in usual and not governed:
        return before is None or before.may("N") or before.may("C") or after_object(after)
    return False


def after_object(after: Tagged | None) -> bool:
    return after is not None and after.may("DP")


def _is_verbal_gerund(before: Tagged | None, after: Tagged | None, *, governed: bool) -> bool:
    if governed:
        return False
    if after is None or after.kind == "mark" or after.may("I"):
        return before is None or before.may("N")
    if after.may("DPT") or after.may("R"):
        return True
    return before is None or before.may("N") or before.lower in {
        "by", "without", "after", "before", "when", "while", "for", "of", "from", "in", "start",
    }  # fmt: skip
