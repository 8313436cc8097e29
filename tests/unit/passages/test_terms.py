"""Labels that name a thing, and labels that are something else."""

from __future__ import annotations

from flashcards.notes import read
from flashcards.phrase import phrase


def test_a_label_that_is_nothing_but_its_bracket_is_no_term() -> None:
    note, _ = read("- (NER) - the red and the blue entities\n", "notes/example.md")
    assert phrase(note).drafts == ()


def test_a_participle_below_a_sentence_is_about_no_heading() -> None:
    note, _ = read(
        "# Kidney\n- A hormone raises the uptake of water\n  - released by the hind gland\n",
        "notes/example.md",
    )
    assert [draft for draft in phrase(note).drafts if draft.bullet.parent] == []


def test_the_genus_of_a_species_is_no_number_of_a_list() -> None:
    note, _ = read("# Bacteria\n- E. coli divides every 20 minutes in rich medium\n", "notes/a.md")
    assert [draft.reading.question.split(" {{")[0] for draft in phrase(note).drafts] == [
        "E. coli divides every"
    ]


def test_a_label_that_calls_attention_is_no_term_and_its_text_is_read() -> None:
    note, _ = read(
        "# Rivers\n- Fun fact: a delta is a fan of sediment at the mouth of a river\n"
        "- Note: a tarn is a lake in a hollow of the mountains\n",
        "notes/a.md",
    )
    assert [draft.reading.question for draft in phrase(note).drafts] == [
        "What is a delta?",
        "What is a tarn?",
    ]
