"""Ask how something is done, where a label names the activity and the text the way.

- Tempering chocolate: melt it, cool it while stirring, warm it again
Q: How is chocolate tempered?
A: By melting it, cooling it while stirring, warming it again

- Training: three times a week
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.english.clauses import subject_is_plural
from flashcards.english.imperatives import as_means
from flashcards.english.questions import imperative_base, participle
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"
NEEDS = ":"


def read(passage: Passage) -> Iterator[Reading]:
    found = tokens(passage.label)
    if not 2 <= len(found) <= 6 or imperative_base(passage.body) is None:
        return
    gerund = next((form for form in tag(found[0]).forms if form.tag == "G"), None)
    done = participle(gerund.base) if gerund else None
    if done is None or word_count(passage.body) > 25 or "?" in passage.body:
        return
    thing = passage.label[found[0].end :].strip()
    if tag(found[1]).may("IS") and not tag(found[1]).may("N"):
        return
    be = "are" if subject_is_plural([tag(token) for token in found[1:]]) else "is"
    yield Reading(f"How {be} {thing} {done}?", as_means(passage.body.rstrip(".")))
