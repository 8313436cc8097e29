"""Ask for the steps of a procedure, where its parts are numbered.

- Making sourdough
    1. Feed the starter
    2. Mix the dough
    3. Bake
Q: What are the three steps of making sourdough?
A: 1. Feed the starter; 2. mix the dough; 3. bake

## How to lay a hedge
1. Clear out the dead wood
2. Cut the stems halfway through
Q: What are the two steps to lay a hedge?
A: 1. Clear out the dead wood; 2. cut the stems halfway through

- Stages of a rocket launch
    1. Lift-off
    2. Booster separation
Q: What are the two stages of a rocket launch?
A: 1. Lift-off; 2. booster separation

- Leak response process
    1. Find the leak
    2. Close the valve
Q: What are the two steps of leak response?
A: 1. Find the leak; 2. close the valve

- A bee finds a flower in two steps:
    1. Follow the dance
    2. Search for the scent
Q: In what two steps does a bee find a flower?
A: 1. Follow the dance; 2. search for the scent

- Winners
    1. Norway
    2. Chile
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.lists import NUMBERS, number_word
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.asking import ask
from flashcards.passages.lists import LONGEST_ANSWER, list_cloze
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic, is_noun_phrase, looks_like_system

SCOPE = ("heading", "bullet")

MOST_STEPS = 7
LONGEST_STEP = 10
"""Words; longer steps are sentences of their own."""

_STEP_WORDS = re.compile(
    r"^(?:here are |these are |there are |following are )?(?:the\s+)?(?:(?:main|basic|following|"
    r"two|three|four|five|six|seven|\d)\s+)*(?P<noun>steps?|stages?|phases?)\s+(?P<tie>of|to|for|in)\s+",
    re.IGNORECASE,
)
_STEP_HEAD = re.compile(
    r"^(?P<thing>.+?)\s+(?P<noun>steps|stages|phases|procedure|process|workflow|recipe|cycle|loop)$",
    re.I,
)
_TAIL = re.compile(r"\s+(?:that (?:will|are|is)|which|covered|described|as follows)\b.*$", re.I)


def read(passage: Passage) -> Iterator[Reading]:
    found = [child for child in passage.members if child.form == "step"]
    if not 2 <= len(found) <= MOST_STEPS or len(found) * 2 < len(passage.members):
        return
    texts = [_short(step) for step in found]
    asked, announced = _asked(passage)
    if not asked or any(not text or word_count(text) > LONGEST_STEP for text in texts):
        return
    if _says_another_number(passage, len(found)):
        return
    if not announced and sum(_is_action(text) for text in texts) * 2 <= len(texts):
        return
    later = (f"{n}. {passage.lowered(text)}" for n, text in enumerate(texts[1:], 2))
    steps = [f"1. {texts[0]}", *later]
    answer = "; ".join(steps)
    if word_count(answer) - len(steps) <= LONGEST_ANSWER:
        question = f"What are the {number_word(len(found))} {asked}?"
        yield Reading(_in_steps(passage, len(found)) if asked == "steps" else question, answer)
    else:
        cloze = list_cloze(asked, steps)
        if cloze:
            yield cloze


def _says_another_number(passage: Passage, count: int) -> bool:
    """`Seven steps` over a list of five, or in the title above it."""
    said = f"{passage.note.title} {passage.text}".lower()
    return any(
        re.search(rf"\b{word} (?:\w+ )?(?:steps|stages|phases)\b", said)
        for number, word in enumerate(NUMBERS[:10])
        if number != count
    )


def _short(step: Bullet) -> str:
    """The step, or its label where it explains itself: `Feed: add flour and water`."""
    label, colon, _ = step.text.partition(": ")
    text = label if colon and word_count(label) <= 5 else step.text
    return text.strip().rstrip(".:;").strip()


def _is_action(text: str) -> bool:
    first = next(iter(tokens(text)), None)
    return imperative_base(text) is not None or (first is not None and tag(first).may("VG"))


def _asked(passage: Passage) -> tuple[str, bool]:
    """`steps of making sourdough`, and whether the label says that these are steps."""
    named = (passage.label or passage.text).strip().rstrip(":?. ")
    plain = passage.names.lowered_title(named) if passage.heading else passage.lowered(named)
    words = _STEP_WORDS.match(plain)
    if words:
        noun = words["noun"].lower().rstrip("s") + "s"
        return _sized(f"{noun} {words['tie']} {_TAIL.sub('', plain[words.end() :])}"), True
    if _IN_STEPS.match(named):
        return "steps", True
    if passage.clause is not None and not passage.label:
        return "", False
    head = _STEP_HEAD.match(plain)
    if head and is_noun_phrase(head["thing"]):
        noun = head["noun"] if head["noun"] in {"stages", "phases"} else "steps"
        return _sized(f"{noun} of {_with_the(head['thing'], head['noun'])}"), True
    how = re.match(r"(?:how )?to (?=\w)", plain)
    if how:
        return _sized(f"steps to {plain[how.end() :]}"), True
    if imperative_base(plain):
        return _sized(f"steps to {plain}"), False
    first = tokens(plain)[:1]
    if first and (tag(first[0]).may("G") or looks_like_system(named)):
        return _sized(f"steps of {plain}"), False
    counted = tokens(plain)[:1] and tokens(plain)[0].lower in closed.NUMBER_WORDS
    return ("" if counted and is_noun_phrase(named) else _of_topic(passage)), False


_IN_STEPS = re.compile(
    r"^(?P<done>.+?) (?:in|works in|has|happens in) "
    r"(?P<count>two|three|four|five|six|seven|\d) (?P<noun>steps|stages|phases)$"
)


def _in_steps(passage: Passage, count: int) -> str:
    """`A bee finds a flower in three steps`."""
    found = _IN_STEPS.match(passage.text.strip().rstrip(":. "))
    if found is None or found["count"] not in {number_word(count), str(count)}:
        return ""
    clause = passage.saying(found["done"]).clause
    if clause is None or clause.also:
        return ""
    return ask(passage, clause, f"In what {number_word(count)} {found['noun']}", clause.rest)


def _with_the(thing: str, noun: str) -> str:
    if noun.endswith("s"):
        return thing
    bare = re.sub(r"^(?:the|an?) ", "", thing, flags=re.IGNORECASE)
    return f"the {bare} {noun}"


def _of_topic(passage: Passage) -> str:
    name = passage.topic.name
    stepped = re.match(r"(?:\w+ )?steps? (?:of|for|to|in) (.+)", name, re.IGNORECASE)
    name = stepped[1] if stepped else name
    if not name or is_generic(name) or passage.heading is not None:
        return ""
    return _sized(f"steps of {passage.names.lowered_title(name)}")


def _sized(asked: str) -> str:
    return asked if word_count(asked) <= 12 and "?" not in asked else ""
