"""The words of a reading as a reader expects them."""

from __future__ import annotations

from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english.articles import with_articles
from flashcards.english.articles.nouns import with_right_articles
from flashcards.english.normal import without_praise, without_references
from flashcards.english.spelling import mended
from flashcards.model import Reading
from flashcards.passages.names import capitalised
from flashcards.passages.passage import Passage


def tidied(reading: Reading, passage: Passage) -> Reading:
    """Articles, capitals, spelling and closing marks as a reader expects them."""
    reading = _mended(reading) if passage.english else reading
    question = _BEFORE_MARK.sub("?", " ".join(reading.question.split()))
    if reading.kind == "cloze":
        return replace(reading, question=capitalised(question))
    if passage.english and not _JOTTED.search(question):
        question = with_articles(without_references(question), passage.names.usage)
        question = question if "not only" in question else _ALSO.sub(" ", question)
    question = capitalised(question)
    answer = reading.answer.strip()
    if "\n" not in answer:
        answer = " ".join(answer.split()).rstrip(",;:")
        if passage.english:
            answer = _ADDED.sub("", without_praise(answer)) or answer
        answer = capitalised(answer)
        answer = answer.removesuffix(".") if not answer.endswith(("etc.", "...", ".).")) else answer
    return replace(reading, question=question, answer=answer)


_JOTTED = re.compile(r" [→=≈≠≡∝] (?:which \w+ things)?\?$")
"""A cue in the note's own words: `Binary tree → ?`"""
_ALSO = re.compile(r" also (?!an? |the )(?=[a-z])")
_ADDED = re.compile(
    r"^(?:also|and|but),? (?=[a-z])|,?\s+(?:\(as well\)|\(too\)|as well)$", re.IGNORECASE
)
"""What ties a text to the one before it, which the card does not show."""
_BEFORE_MARK = re.compile(r"(?<=[\w)`]) \?$")


def _mended(reading: Reading) -> Reading:
    extra = mended(reading.extra) if reading.extra else reading.extra
    question = with_right_articles(mended(reading.question))
    answer = with_right_articles(mended(reading.answer))
    if (question, answer, extra) == (reading.question, reading.answer, reading.extra):
        return reading
    return replace(reading, question=question, answer=answer, extra=extra)
