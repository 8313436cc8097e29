"""Long questions and answers cut down to what is asked: the rest of an answer stands below it."""

from __future__ import annotations

from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.normal import without_asides
from flashcards.english.tokens import word_count
from flashcards.lint import LONG_ANSWER, LONG_QUESTION
from flashcards.model import Reading
from flashcards.passages.names import capitalised

SHORTEST = 4
"""Words that an answer keeps at least."""


def trimmed(reading: Reading) -> Reading:
    """The reading without brackets that lengthen its question, and with no more of a long answer
    than its first clause; what is cut off an answer is told below it."""
    if reading.kind == "cloze":
        return reading
    question, answer = reading.question, reading.answer
    if word_count(question) > LONG_QUESTION:
        question = without_asides(question)
    if word_count(answer) <= LONG_ANSWER or "\n" in answer or _LIST.match(question):
        return replace(reading, question=question)
    kept, rest = _parted(answer)
    extra = " ".join(part for part in (rest, reading.extra) if part)
    return replace(reading, question=question, answer=kept, extra=extra)


_LIST = re.compile(
    r"(?:in |for |on |by |to )?(?:what|which)(?: are)?(?: the)? "
    r"(?:two|three|four|five|six|seven|eight)\b|what question\b",
    re.IGNORECASE,
)
"""What asks for all that the answer tells."""
_TURN = re.compile(
    r"; (?=[a-z])|, (?=(?:which|who|whose|where|whereas|while|because|since|so that|thus|thereby|"
    r"e\.g\.|i\.e\.|such as|for example|making|allowing|resulting|leading|causing|instead of|"
    r"rather than|provided that|ensuring|meaning)\b)|(?<=[\w)]) (?=\([^()]*\)$)|\. (?=[A-Z(])"
)


def _parted(answer: str) -> tuple[str, str]:
    """An answer up to the last turn before which it is short, and what comes after."""
    best = None
    for turn in _TURN.finditer(answer):
        size = word_count(answer[: turn.start()])
        fits = size >= SHORTEST and (best is None or size <= LONG_ANSWER)
        if fits and _is_whole(answer[: turn.start()]):
            best = turn
    if best is None:
        return answer, ""
    return answer[: best.start()], _told(answer[best.end() :])


def _is_whole(text: str) -> bool:
    """Whether no bracket and no condition is open at its end."""
    opened = text.count("(") == text.count(")") and text.count('"') % 2 == 0
    return opened and not (_SUPPOSED.match(text) and parse(text) is None)


_SUPPOSED = re.compile(r"(?:if|when|whenever|given|while|although|because|since)\b", re.IGNORECASE)


def _told(rest: str) -> str:
    bare = rest[1:-1] if rest.startswith("(") and rest.endswith(")") else rest
    text = capitalised(bare.strip())
    return text if text.endswith((".", "!", "?")) else f"{text}."
