"""C5: what gives an answer away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flashcards import lazy_re as re
from flashcards.braces import gaps_in, replaced, shown
from flashcards.english.abbreviations import stands_for
from flashcards.english.kin import parts, seen
from flashcards.english.stems import stems
from flashcards.lint.face import Face, Flaw

_CODE_PARTS = re.compile(r"(?<=_)[A-Za-z]{3,}|[A-Za-z]{3,}(?=_)")
"""The words that a name in code is made of: `type_traits`."""
_CODE_WORD = re.compile(r"`(\w{3,})`")


def leak(face: Face) -> Iterator[Flaw]:
    """What the question and the line above it tell of the answer."""
    if face.kind == "cloze":
        return
    told = next((why for why in _leaks(face) if why), "")
    if told:
        yield Flaw("leak", told)


def _leaks(face: Face) -> Iterator[str]:
    answer, bare = stems(face.answer), stems(_ASIDE.sub("", face.answer))
    asked = parts(face.question) | _code_parts(face.question)
    context = parts(face.context) | _letters(face.context)
    shows_some = bool(seen(answer | bare, asked | context))
    if answer and shows_some:
        in_question, in_both = seen(answer, asked), seen(answer, asked | context)
        if in_question == answer:
            yield "the question holds the whole answer"
        if in_both == answer:
            yield "the question and its context hold the whole answer"
        if len(in_question) * 3 > len(answer) * 2:
            yield "the question holds most of the answer"
    yield from _code_leaks(face, asked)
    crumbs = face.context.split(" › ")
    if any(_spells(face.answer, crumb) for crumb in crumbs if crumb not in face.question):
        yield "the context line spells the answer out, or shortens it"
    if not shows_some:
        return
    telling = _Told(bare - _WEAK, asked, context)
    if telling.mostly:
        yield "the context line holds most of the answer"
    if telling.wholly or _Told(bare - _PLAIN, asked, context).wholly_by_context:
        yield "the question and its context hold all of the answer that tells"
    if any(_states(parts(crumb), telling, asked) for crumb in crumbs):
        yield "a part of the context line states the answer"


_ASIDE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Told:
    """What is shown of the words of an answer that tell."""

    words: frozenset[str]
    asked: frozenset[str]
    context: frozenset[str]

    @property
    def _shown(self) -> frozenset[str]:
        return seen(self.words, self.asked | self.context)

    @property
    def by_context(self) -> frozenset[str]:
        """Those that the context alone shows."""
        return seen(self.words - seen(self.words, self.asked), self.context)

    @property
    def mostly(self) -> bool:
        """Two thirds, two or more by the context alone."""
        return len(self._shown) * 3 >= len(self.words) * 2 and len(self.by_context) >= 2

    @property
    def wholly(self) -> bool:
        return bool(self.words) and self._shown == self.words

    @property
    def wholly_by_context(self) -> bool:
        return self.wholly and bool(self.by_context)


def _states(crumb: frozenset[str], answer: _Told, asked: frozenset[str]) -> bool:
    """`Transfer of style through global features`: words of the question, and half of the answer's
    others."""
    new = answer.words - seen(answer.words, asked)
    told = seen(new, crumb)
    return len(told) >= 2 and len(told) * 2 >= len(new) and len(seen(crumb, asked)) >= 2


def _code_leaks(face: Face, asked: frozenset[str]) -> Iterator[str]:
    if "`" not in face.answer and "_" not in face.answer:
        return
    if any(re.search(rf"\b{word}\b", face.question) for word in _CODE_WORD.findall(face.answer)):
        yield "the question holds the word of code that is the answer"
    made_of = _code_parts(face.answer)
    if made_of and made_of <= asked:
        yield "the question holds the words that the code is made of"
    beside = stems(_CODE.sub("", face.answer)) - _PLAIN
    if len(beside) <= 1 and _holds_code(face.question, face.answer, _LONG_CODE):
        yield "the question spells out the code that is the answer"


_SQUEEZED = re.compile(r"[\W_]+")
_CODE = re.compile(r"`([^`]+)`")
_SHORT_CODE, _LONG_CODE = 4, 7
"""Letters: of code that a word may hold by chance, and that the words of a question may."""


def _code_parts(text: str) -> frozenset[str]:
    return stems(" ".join(_CODE_PARTS.findall(text))) if "_" in text else frozenset()


def _squeezed(text: str) -> str:
    return _SQUEEZED.sub("", text.lower())


def _holds_code(text: str, answer: str, longer_than: int) -> bool:
    codes = list(map(_squeezed, _CODE.findall(answer)))
    return bool(codes) and any(
        len(code) > longer_than and code in _squeezed(text) for code in codes
    )


def _spells(answer: str, crumb: str) -> bool:
    if _holds_code(crumb, answer, _SHORT_CODE):
        return True
    answer = re.sub(r"^(?:an?|the) ", "", answer, flags=re.IGNORECASE)
    short, whole = sorted((answer.strip("`").rstrip("s"), crumb.strip("`").rstrip("s")), key=len)
    return len(short.split()) == 1 and stands_for(short, whole)


_EQUATION = re.compile(r"\$[^$=]+=[^$]+\$")
_COMMAND = re.compile(r"\\[A-Za-z]+")


def _letters(context: str) -> frozenset[str]:
    """The letters of an equation in the context line, as formulas of their own: `$v$`."""
    equations = " ".join(_EQUATION.findall(context)) if "$" in context else ""
    return frozenset(f"${sign.lower()}$" for sign in _COMMAND.sub("", equations) if sign.isalpha())


_WEAK = stems(
    "find get make use do have be perform give take already certain new different good several "
    "various show help allow let only just also thing way check"
)
"""Words that say little of an answer by themselves."""
_PLAIN = _WEAK | stems(
    "general common standard simple usual typical normal whole entire main cause issue problem "
    "method kind type case"
)
"""Words that say little beside one that the context line shows."""


def gap_leak(face: Face) -> Iterator[Flaw]:
    """C5: the text around a gap, the context line or the hint gives the gap away."""
    if face.kind != "cloze":
        return
    around = parts(replaced(face.question, lambda gap: " "))
    told = around | parts(face.context)
    for found in gaps_in(face.question):
        answer = stems(shown(face.question[found.start : found.stop]))
        hint = face.question[found.stop : found.end]
        if answer and seen(answer, around) == answer:
            yield Flaw("leak", "the text around the gap gives it away")
        elif answer and seen(answer, told) == answer:
            yield Flaw("leak", "the context line gives the gap away")
        if answer and answer <= stems(hint) and " or " not in hint:
            yield Flaw("leak", "the hint gives the gap away")
