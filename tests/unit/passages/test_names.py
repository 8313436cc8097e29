"""A capital at the head of a sentence stays where it makes a name, and only there."""

import pytest

from flashcards.passages.names import Names


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Ribosomes are small", "ribosomes are small"),
        ("Homeostasis keeps the balance", "homeostasis keeps the balance"),
        ("Mitochondria make ATP", "mitochondria make ATP"),
        ("Noumena lie behind what we see", "noumena lie behind what we see"),
        ("Metternich was a count", "Metternich was a count"),
        ("Drosophila melanogaster is a fly", "Drosophila melanogaster is a fly"),
        ("Bellman found the equation", "Bellman found the equation"),
    ],
)
def test_a_rare_noun_is_no_name(text: str, inside: str) -> None:
    assert Names.of([text]).lowered(text) == inside
