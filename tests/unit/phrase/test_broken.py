"""A rule that fails costs the card of one bullet, and the reason says so."""

from __future__ import annotations

import pytest

from flashcards.notes import read
from flashcards.passages.passage import Passage
from flashcards.phrase import _broken, phrase
from flashcards.phrased import Silence

NOTE = """# Mills
- A mill is a building in which grain is ground
- A weir is a low dam that raises the level of a river
"""


def test_the_other_bullets_make_their_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: Passage, text: str, previous: Passage | None = None) -> Passage:
        if "weir" in text:
            raise IndexError(text)
        return says(self, text, previous)

    says = Passage.saying
    monkeypatch.setattr(Passage, "saying", fails)
    monkeypatch.setattr("flashcards.phrase._broken", _broken)
    note, _ = read(NOTE, "notes/mills.md")
    phrased = phrase(note)
    assert [draft.reading.question for draft in phrased.drafts] == ["What is a mill?"]
    (silence,) = phrased.silences
    assert (silence.bullet.span.line, silence.kind) == (3, "broken")
    assert "IndexError in test_broken.py" in silence.reason


def test_a_fault_fails_every_other_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Passage, "saying", None)
    note, _ = read(NOTE, "notes/mills.md")
    with pytest.raises(TypeError):
        phrase(note)


def test_a_lone_word_with_a_bracket_is_no_command() -> None:
    note, _ = read('# Mills\n- sluice")\n- gutter")\n', "notes/mills.md")
    assert [type(silence) for silence in phrase(note, mode="max").silences] == [Silence, Silence]
