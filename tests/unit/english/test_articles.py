"""Articles that a question needs, and those that it must not get."""

from __future__ import annotations

import pytest

from flashcards.english.articles import with_articles
from flashcards.english.articles.usage import Usage

NOTE = Usage(
    [
        "a kettle boils, the kettle is loud, two whistles",
        "spin axis, relay channel, steering algorithm, squeeze function, wheel rate, bin, buffer",
        "the pilot steers, the pilot rests; degree, index, format, turn, machine, class, file",
        "rate parameter trees request system object tree set operation argument switch boot",
        "open three windows in screen",
    ]
)

PUT = [
    ("What is spin axis?", "What is a spin axis?"),
    ("What is Lindqvist algorithm used for?", "What is the Lindqvist algorithm used for?"),
    ("What does softsqueeze function compute?", "What does the softsqueeze function compute?"),
    ("What does `fast` argument do?", "What does the `fast` argument do?"),
    ("What does kettle do?", "What does a kettle do?"),
    ("What happens when pilot is asleep?", "What happens when the pilot is asleep?"),
    ("What is degree of tree?", "What is the degree of a tree?"),
    ("Why initiate AXFR request?", "Why initiate an AXFR request?"),
    ("Why should you not use relay channel?", "Why should you not use a relay channel?"),
    ("For relay channel, what is lost?", "For a relay channel, what is lost?"),
    ("What does wheel parameter $s$ do?", "What does the wheel parameter $s$ do?"),
    ("What is best request?", "What is the best request?"),
    ("What is set of nodes?", "What is a set of nodes?"),
    ("What does relay channel buffer store?", "What does a relay channel buffer store?"),
    ("What is whistle?", "What is a whistle?"),
    ("What is AXFR zone transfer request?", "What is an AXFR zone transfer request?"),
    ("What is f-request?", "What is an f-request?"),
    ("What does class `Kettle` hold?", "What does the class `Kettle` hold?"),
    ("Where is pineal gland located?", "Where is the pineal gland located?"),
    ("Where does Krebs cycle take place?", "Where does the Krebs cycle take place?"),
    ("What is statement of cash flows?", "What is the statement of cash flows?"),
    ("What does liver make?", "What does the liver make?"),
    ("What is a tumour of pancreas?", "What is a tumour of the pancreas?"),
    ("What did Treaty of Rome found?", "What did the Treaty of Rome found?"),
    ("What does mooring line hold?", "What does a mooring line hold?"),
    ("What is kettle used for?", "What is a kettle used for?"),
]

LEFT = [
    "What is osmosis?",
    "What is Kettle?",  # a name of its own
    "What is screen?",  # perhaps a program: the note has it bare behind a preposition
    "What is Baker's request?",
    "What is the wheel rate?",
    "What kind of function is it?",
    "What is stored in JSON format?",
    "What is done in turn?",
    "What does the operating system let you do?",
    "Why is cost function convex object?",  # one of the two is said of the other
    "What goes from pilot to machine?",
    "What is done by sampling tree nodes?",
    "What do pilot and machine share?",
    "What does class C2 have?",
    "What is `index`?",
    "What is machine learning?",
    "What is it applied to file by file?",
    "When is the value a rate?",
    "What happens if the flag is set?",
    "What are parameters?",
    "What is passed index tree?",
]


@pytest.mark.parametrize(("bare", "told"), PUT)
def test_a_bare_count_noun_gets_its_article(bare: str, told: str) -> None:
    assert with_articles(bare, NOTE) == told


@pytest.mark.parametrize("question", LEFT)
def test_all_else_stays(question: str) -> None:
    assert with_articles(question, NOTE) == question


@pytest.mark.parametrize("question", [told for _, told in PUT])
def test_nothing_is_put_twice(question: str) -> None:
    assert with_articles(question, NOTE) == question
