"""Hide the word worth knowing, where a sentence is sound but no question is certain.

- Some bacteria live on *chitin* alone, far below the waves.
C: Some bacteria live on {{c1::chitin}} alone, far below the waves.

- Some of them are nice
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashcards.english import closed
from flashcards.english.stems import stems
from flashcards.english.tagging import tag
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import context_of

SHORTEST, LONGEST = 6, 28
"""Words of a sentence that makes a fair cloze."""
LEAST_SCORE = 4

BY_DEFAULT = False


@dataclass(frozen=True, slots=True)
class Candidate:
    start: int
    end: int
    text: str
    score: int


def read(passage: Passage) -> Iterator[Reading]:
    clause, text = passage.clause, passage.text.strip()
    if clause is None or not SHORTEST <= word_count(text) <= LONGEST:
        return
    if clause.subject not in text or "?" in text or "->" in text:
        return
    best = max(_candidates(passage), key=lambda found: found.score, default=None)
    if best is None or best.score < LEAST_SCORE:
        return
    yield Reading(f"{text[: best.start]}{{{{c1::{best.text}}}}}{text[best.end :]}", best.text,
                  "cloze")  # fmt: skip


def _candidates(passage: Passage) -> Iterator[Candidate]:
    """Terms of the sentence, each with how much it is worth: set apart by the writer 4, quoted 4, a
    name 3, a number with a unit 3; what the talk repeats 1; less where the context tells it."""
    text = passage.text
    told = stems(" ".join([*context_of(passage.bullet, passage.note), passage.topic.name]))
    for start, end, base in [*_set_apart(passage), *_names(passage)]:
        term = text[start:end]
        if not 1 <= word_count(term) <= 5 or stems(term) <= told or not stems(term):
            continue
        rest = stems(text[:start] + " " + text[end:])
        if stems(term) & rest:
            continue
        repeated = passage.names.counts[tokens(term)[-1].lower] > 1
        at_head = 1 if start == 0 else 0
        yield Candidate(start, end, term, base + repeated - at_head)


def _set_apart(passage: Passage) -> Iterator[tuple[int, int, int]]:
    for marked in passage.marked("strong", "emphasis", "code"):
        at = passage.text.find(marked)
        if at >= 0:
            yield at, at + len(marked), 4
    for quoted in re.finditer(r"[\"“]([^\"”]{3,40})[\"”]", passage.text):
        yield quoted.start(1), quoted.end(1), 4


def _names(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """Runs of capitalised words inside of the sentence, acronyms, numbers with their unit."""
    found = tokens(passage.text)
    at = 0
    while at < len(found):
        token = found[at]
        plain = token.is_capitalised and not token.is_name
        if at > 0 and plain and passage.names.is_name(token):
            last = at
            while last + 1 < len(found) and _goes_on(found, last + 1, passage):
                last += 1
            yield token.start, found[last].end, 3
            at = last
        elif token.kind == "number" and _is_quantity(found, at):
            end = found[at + 1].end if not token.text.endswith("%") else token.end
            yield token.start, end, 4
        at += 1


def _goes_on(found: tuple[Token, ...], at: int, passage: Passage) -> bool:
    return found[at].is_capitalised and found[at - 1].end + 1 == found[at].start


def _is_quantity(found: tuple[Token, ...], at: int) -> bool:
    if found[at].text.endswith("%"):
        return True
    following = found[at + 1] if at + 1 < len(found) else None
    return (
        following is not None
        and following.kind == "word"
        and tag(following).may("N")
        and (following.lower not in closed.FUNCTION_WORDS)
    )
