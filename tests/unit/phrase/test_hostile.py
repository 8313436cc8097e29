"""Notes that are hostile or broken make no exception, and no card without a word."""

from __future__ import annotations

import re

import pytest

from flashcards.notes import read
from flashcards.passages.parting import LONGEST_READ
from flashcards.phrase import phrase

SIGNS = (
    '( [ { {{ {{c1:: " “ ` ``` $ $$ * ** _ ~~ == < <!-- %% \\ \\( \\[ ^ # | & :: -> ]] )]}'.split()
)

NOTES = {
    **{f"only {sign}": f"- so {sign * 200}\n" for sign in SIGNS},
    **{f"{sign} between words": f"- Heat {f'{sign} melts ice ' * 50}\n" for sign in SIGNS},
    **{f"{sign} in a heading": f"# Heat {sign} melts\n- ice {sign}: water\n" for sign in SIGNS},
    "40 levels": "".join(f"{'  ' * level}- Step {level} melts ice\n" for level in range(40)),
    "500 levels": "".join(f"{'  ' * level}- It melts ice\n" for level in range(500)),
    "an answer of 400 levels": "- Heat? #card\n"
    + "".join(f"{'  ' * level}- It melts ice\n" for level in range(1, 400)),
    "300 quotations": f"{'> ' * 300}Heat melts ice\n",
    "emoji": "- 🧠👩‍🔬 melts 🧊: 💧 → 🌊\n  - 🧠\n",
    "right to left": "- חום: ממיס קרח\n- الحرارة تذيب الجليد\n- Heat \u202e melts \u202c ice\n",
    "one sign": "-",
    "nothing": "",
    "a surrogate": "- Heat \ud800 melts ice\n",
    "every control sign": "".join(f"- Heat{chr(code)} melts ice\n" for code in range(32)),
    "pronouns without end": "- It melts ice. It is hot. They melt it.\n" * 300,
    "tasks before a pronoun": "- [ ] It is hot\n" * 2000 + "- It melts ice\n",
}


@pytest.mark.parametrize("text", NOTES.values(), ids=NOTES.keys())
def test_a_hostile_note_is_read(text: str) -> None:
    note, _ = read(text, "notes/x.md")
    phrased = phrase(note, "max")
    for draft in phrased.drafts:
        assert re.search(r"\w", draft.reading.question)
        assert re.search(r"\w", draft.reading.answer)
    read_or_silent = {id(d.bullet) for d in phrased.drafts} | {
        id(s.bullet) for s in phrased.silences
    }
    assert {id(bullet) for bullet in note.bullets} <= read_or_silent


def test_a_statement_without_an_end_makes_no_card() -> None:
    tail = "and melts ice " * (LONGEST_READ // 14 + 1)
    note, _ = read(f"- Osmosis is a process {tail}\n", "notes/x.md")
    assert not phrase(note).drafts


def test_a_short_statement_within_a_long_bullet_is_read() -> None:
    tail = "and melts ice " * (LONGEST_READ // 14 + 1)
    text = f"- Osmosis is a process in which water crosses a membrane. Heat {tail}\n"
    note, _ = read(text, "notes/x.md")
    assert [draft.reading.question for draft in phrase(note).drafts] == ["What is osmosis?"]
