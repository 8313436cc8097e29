"""Take over a question that the notes ask and answer themselves.

- What limits photosynthesis at night?
    - The lack of light
Q: What limits photosynthesis at night?
A: The lack of light

- Why do cats purr? To calm themselves and their kittens.
Q: Why do cats purr?
A: To calm themselves and their kittens

- How does it work?
    - Magnets
no card

## How do deserts stay cool at night?
- Dry air
- Clouds are rare, so that the heat of the day is lost
no card

- Are viruses alive?
no card

- When does a glacier calve? Two conditions (by Varga)
    - The ice floats
no card

- What does a glacier carry?
    - sand
    - silt
    - boulders
    - clay
    - logs
C: What does a glacier carry? sand, {{c1::silt::s…}}, boulders, {{c2::clay::c…}}, {{c3::logs::l…}}

- What did the glaciers of the north shape?
    - Valleys in the uplands:
    - Lakes on the plain:
no card

- What did the glaciers of the south shape?
    - Think about valleys, lakes, and plains
no card

- What does a glacier "look like"?
    - Grey ice
    - Deep cracks
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.sentences import sentences
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.lists import MOST_IN_CLOZE, is_plain_name, list_cloze
from flashcards.passages.passage import Passage

SCOPE = ("heading", "bullet")
NEUTRAL = True
NEEDS = "?"

MOST_ANSWERS = 4
LONGEST_ANSWER = 25
"""Words of all answers together."""


def read(passage: Passage) -> Iterator[Reading]:
    found = sentences(passage.text)
    if not found or not found[0].endswith("?") or not _is_whole(found[0], passage.english):
        return
    question = _asked(found[0])
    if len(found) > 1:
        answer = " ".join(found[1:])
        if _answers(answer, question) and word_count(answer) <= LONGEST_ANSWER:
            yield Reading(question, answer)
        return
    answers = [child.text.strip().rstrip(".") for child in _answering(passage)]
    if not 1 <= len(answers) <= MOST_IN_CLOZE or any("?" in answer for answer in answers):
        return
    if passage.heading is not None and len(answers) < len(passage.members):
        return  # the section says more than its first lines, so that they are no whole answer
    if any(" - " in answer or not _answers(answer, question) for answer in answers):
        return  # jottings: who said it, what seems so
    if len(answers) > 1 and _LOOKS.search(question):
        return  # a picture in words, of which nobody knows how many there are
    told = [answers[0], *map(passage.lowered, answers[1:])]
    joined = "; ".join(told)
    if len(answers) > MOST_ANSWERS:
        listed = list_cloze(question, told) if _are_names(answers) and passage.english else None
        yield from [listed] if listed else []
    elif word_count(joined) <= LONGEST_ANSWER and passage.members[0].form != "task":
        yield Reading(question, joined)


def _are_names(answers: list[str]) -> bool:
    return all(is_plain_name(one) and word_count(one) <= LONGEST_NAME for one in answers)


LONGEST_NAME = 4
_GUESSES = re.compile(r"(?:seems?|looks?|probably|maybe|perhaps|not sure|unclear)\b", re.IGNORECASE)


def _answers(answer: str, question: str) -> bool:
    """Whether a text answers, rather than ask on, guess, or say that the answer is to come."""
    counted = re.match(r"how many\b", question, re.IGNORECASE)
    announces = not counted and _ANNOUNCES.match(answer)
    if answer.endswith(":") or _ADVISES.match(answer):
        return False
    return not (answer.endswith("?") or _GUESSES.match(answer) or announces)


_ANNOUNCES = re.compile(
    r"(?:the )?(?:two|three|four|five|six|several|many|various|different|\d) (?:\w+ )?[a-z]+s"
    r"(?: \([^()]*\))?:?$",
    re.IGNORECASE,
)
"""What only says that more is to come: `Two conditions (with Ada Brook)`."""
_ADVISES = re.compile(r"(?:think about|consider|discuss|remember to|look at|look up|see) ", re.I)
"""What tells the learner to find the answer."""
_LOOKS = re.compile(r"look[\"”’']? ?[\"“‘']?like[\"”’']?\?$")


def _answering(passage: Passage) -> list[Bullet]:
    """The first members that are of one kind, all phrases or all statements."""
    if not passage.members or not passage.english:
        return list(passage.members)
    stated = parse(passage.members[0].text) is not None
    return list(takewhile(lambda m: (parse(m.text) is not None) == stated, passage.members))


def _is_whole(question: str, english: bool) -> bool:
    """Opens with a question word or an auxiliary, and says enough to stand alone."""
    found = tokens(question)
    first = found[0].lower
    if not english:
        return len(found) >= 4
    opens = first in closed.QUESTION_WORDS or (
        first in closed.PREPOSITIONS and any(t.lower in closed.QUESTION_WORDS for t in found[1:3])
    )
    pointing = {"them", "they", "this", "these", "those", "he", "she"}
    return opens and len(found) >= 5 and not any(t.lower in pointing for t in found[1:])


def _asked(question: str) -> str:
    """`How to clean a cast iron pan?` → `How do you clean a cast iron pan?`."""
    for opening in ("how to ", "where to ", "when to "):
        if question.lower().startswith(opening):
            return f"{opening.split()[0].capitalize()} do you {question[len(opening) :]}"
    return question
