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
    ("Q/K are derived from attributes", "Q/K", "derive", "from attributes"),
    ("Bees cool and clean the hive", None, None, None),
    ("Data recomputed on demand", None, None, None),
    ("Identify the losers and stop them before they finish", None, None, None),
    ("User requests for data", None, None, None),
    ("Why do owls hunt at night?", None, None, None),
    ("Latency induced probation", None, None, None),
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
