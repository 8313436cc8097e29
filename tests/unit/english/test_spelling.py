"""Slips of the pen that are mended, and words that must not be taken for one."""

from __future__ import annotations

import pytest

from flashcards.english.spelling import mended

MENDED = [
    ("the postion of hte sail", "the position of the sail"),
    ("teh crew recieves wages", "the crew receives wages"),
    ("seperate hulls, independant crews", "separate hulls, independent crews"),
    ("Becuase the goverment saw it", "Because the government saw it"),
    ("a sail {{c1::enviroment::en…}} here", "a sail {{c1::environment::en…}} here"),
]

LEFT = [
    "causal, casual, trail, trial, martial, marital, discretely",
    "adduction, abduction, adsorption, absorption, additive, hypothalami",
    "centre, colour, organise, meagre, lacklustre, modelling",
    "backend, thenable, eigenvalue, coroutine, middleware, microglia, oligodendrocytes",
    "pre, nad, ist, tis, fro, itll, evals, params",
    "In Hte Recieve, in Gardner's `recieve` and $enviroment$, recieve_mail, mail.recieve()",
]


@pytest.mark.parametrize(("slip", "meant"), MENDED)
def test_a_slip_of_the_pen_is_mended(slip: str, meant: str) -> None:
    assert mended(slip) == meant


@pytest.mark.parametrize("text", LEFT)
def test_all_else_stays(text: str) -> None:
    assert mended(text) == text
