"""Whatever a note says, phrasing it raises nothing and makes no broken card."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.notes import read
from flashcards.phrase import phrase

WORDS = (
    "the a an this it they we you which that who what how why when where if because since while "
    "although unless until before after and or but so then than as like such not no never only "
    "also is are was were be been being has have had does do did can may must should will would "
    "could to of in on at by for from with without into over about between through via per "
    "uses use used using lets let helps help makes make made causes cause called known named "
    "defined means stands allows enables reduces increases gives takes shows learn train compute "
    "model models network cell cells water list kinds types steps problem solution approach goal "
    "results examples advantage difference rule tree graph value number time data loss "
    "fast slow large small better best more most less least very often usually always first second "
    'two three 7 42% 1905 2.5 x y PLink BERT ATP (NER) `code` $x^2$ $$y$$ "quoted" e.g. i.e. etc. '
    "vs / -> => → > >> = : ; , . ? ! - – — ( ) [ ] \" ' ’ “ ” * ** & # + % ... … 's n't ¿ § 漢字 🧠"
).split(" ")
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
LINE = st.tuples(
    st.sampled_from(["- ", "  - ", "    - ", "1. ", "2. ", "## ", "", "> ", "- **Term**: ", "- Q: ",
                     "- A: ", "- Problem: ", "- Steps:\n  - ", "- Term - ",
                     "| a | b |\n|--|--|\n| "]),
    SENTENCE,
).map("".join)  # fmt: skip
NOTE = st.lists(LINE, min_size=1, max_size=8).map("\n".join)


@given(NOTE)
@settings(max_examples=400, deadline=None)
def test_any_note_is_phrased(text: str) -> None:
    note, _ = read(text, "notes/any.md")
    for draft in phrase(note, "max").drafts:
        reading = draft.reading
        assert re.search(r"\w", reading.question)
        assert re.search(r"\w", reading.answer)
        assert reading.question == " ".join(reading.question.split()) or "\n" in reading.question
        assert (reading.kind == "cloze") == bool(re.search(r"\{\{c\d+::", reading.question))


@given(NOTE)
@settings(max_examples=100, deadline=None)
def test_every_bullet_has_a_card_or_a_reason(text: str) -> None:
    note, _ = read(text, "notes/any.md")
    phrased = phrase(note)
    told = {id(draft.bullet) for draft in phrased.drafts}
    told |= {id(silence.bullet) for silence in phrased.silences}
    assert {id(bullet) for bullet in note.bullets} <= told


@given(NOTE)
@settings(max_examples=50, deadline=None)
def test_phrasing_is_deterministic(text: str) -> None:
    first, second = (phrase(read(text, "notes/any.md")[0], "max") for _ in range(2))
    assert [d.reading for d in first.drafts] == [d.reading for d in second.drafts]
