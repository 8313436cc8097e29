"""The main verb of a clause, found where it is certain."""

from __future__ import annotations

import pytest

from flashcards.english.clauses import parse

FOUND = [
    # text, subject, base of the verb, what follows
    ("Owls hunt at night", "Owls", "hunt", "at night"),
    ("An owl can turn its head by 270 degrees", "An owl", "turn", "its head by 270 degrees"),
    ("Small errors lead to large losses", "Small errors", "lead", "to large losses"),
    ("Networks trained on noise are robust", "Networks trained on noise", "be", "robust"),
    ("The cells that store fat are large", "The cells that store fat", "be", "large"),
    ("Salt is mined in Chile", "Salt", "mine", "in Chile"),
    ("KestrelDB keeps two copies", "KestrelDB", "keep", "two copies"),
    ("In winter, bears sleep for months", "bears", "sleep", "for months"),
    ("Rain, which is sour here, dissolves lime", "Rain, which is sour here", "dissolve", "lime"),
    ("A router does not keep state", "A router", "keep", "state"),
    ("A/B are distilled from resins", "A/B", "distill", "from resins"),
    ("They use tame geese as guards", "They", "use", "tame geese as guards"),
    ("Experiments show that ants count", "Experiments", "show", "that ants count"),
    ("The index maps words to pages", "The index", "map", "words to pages"),
    ("A lever trades force for distance", "A lever", "trade", "force for distance"),
    ("TLS protects data in transit", "TLS", "protect", "data in transit"),
    ("The dam we built is old", "The dam we built", "be", "old"),
    ("At the edge of the field the soil is thin", "the soil", "be", "thin"),
    ("Adopting tame geese, monks save money", "monks", "save", "money"),
    ("In winter, on the coast, fog is common", "fog", "be", "common"),
    ("Newts are cold-blooded animals", "Newts", "be", "cold-blooded animals"),
    ("Rot is stalled cell repair", "Rot", "be", "stalled cell repair"),
    ("Brandt was elected keeper", "Brandt", "elect", "keeper"),
    ("Tar is used today", "Tar", "use", "today"),
    ("Judges disliked Poe's tales", "Judges", "dislike", "Poe's tales"),
    ("The guest has privileged access", "The guest", "have", "privileged access"),
    ("Even so, pots could use break a shelf", None, None, None),
    ("Deep Space Networks", None, None, None),
    ("Use stamps for letters, perhaps have them sorted", None, None, None),
    ("Bees cool and clean the hive", None, None, None),
    ("Data recomputed on demand", None, None, None),
    ("Find the weeds and pull them before they flower", None, None, None),
    ("User requests for data", None, None, None),
    ("Why do owls hunt at night?", None, None, None),
    ("Frost induced dormancy", None, None, None),
]


@pytest.mark.parametrize(("text", "subject", "base", "rest"), FOUND)
def test_a_clause(text: str, subject: str | None, base: str | None, rest: str | None) -> None:
    clause = parse(text)
    assert (clause and (clause.subject, clause.base, clause.rest)) == (
        subject and (subject, base, rest)
    )


def test_the_parts_around_the_verb() -> None:
    clause = parse("In practice, replicas can also be dropped early.")
    assert clause is not None
    assert (clause.lead, clause.subject, clause.plural) == ("In practice", "replicas", True)
    assert (clause.auxiliary, clause.middle, clause.voice) == ("can", "also be dropped", "passive")
    assert clause.predicate == "can also be dropped early"


def test_a_second_predicate_is_kept_apart() -> None:
    clause = parse("The master sends the request and waits for an answer")
    assert clause is not None
    assert clause.rest == "the request"
    assert clause.also == "waits for an answer"


@pytest.mark.parametrize(
    "text", ["Owls do not hunt by day", "Owls never eat plants", "It is not a bird"]
)
def test_a_negated_clause(text: str) -> None:
    clause = parse(text)
    assert clause is not None
    assert clause.negated


def test_tense() -> None:
    past, present = parse("Darwin wrote the book in 1859"), parse("Darwin writes the book")
    assert past is not None
    assert present is not None
    assert (past.tense, present.tense) == ("past", "present")


@pytest.mark.parametrize(
    ("text", "rest", "following"),
    [
        ("Ants march and bees are dancing", "", "bees are dancing"),
        ("A clerk files letters, while a page carries them", "letters", "a page carries them"),
        ("Studies show that ants march and bees are dancing", None, ""),
        ("A cook sorts sand and gravel", "sand and gravel", ""),
    ],
)
def test_a_second_statement_is_kept_apart(text: str, rest: str | None, following: str) -> None:
    clause = parse(text)
    assert clause is not None
    assert rest is None or clause.rest == rest
    assert clause.following == following


def test_the_auxiliary_says_whether_a_subject_is_plural() -> None:
    action, things = parse("Fostering habits is slow"), parse("The data are old")
    assert action is not None
    assert things is not None
    assert (action.plural, things.plural) == (False, True)
