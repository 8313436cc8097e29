"""Each check of a card: one that it stops, beside its nearest sound neighbour."""

from __future__ import annotations

import pytest

from flashcards.lint import Face, lint


def qa(question: str, answer: str, context: str = "") -> Face:
    return Face("qa", question, answer, context)


def cloze(text: str, answer: str = "x") -> Face:
    return Face("cloze", text, answer)


WORDS = "silt sand clay gravel mud peat loam chalk marl till "

PAIRS = [
    ("empty", qa("?", "Silt"), qa("What settles?", "Silt")),
    ("empty", qa("What settles?", "…"), qa("What settles?", "7")),
    ("leak", qa("What does a silt trap catch?", "Silt"), qa("What does a trap catch?", "Silt")),
    ("leak", qa("What holds dunes?", "Marram grass", "Marram grass"),
     qa("What holds dunes?", "Marram grass", "Coasts")),
    ("leak", qa("Why do partitions help servers?", "They partition the servers"),
     qa("Why do partitions help servers?", "They spread the load")),
    ("leak", cloze("{{c1::Silt}} is finer than coarse silt"),
     cloze("{{c1::Silt}} is finer than sand")),
    ("pointing", qa("What does this carry?", "Silt"), qa("What does a river carry?", "Silt")),
    ("pointing", qa("What makes it settle?", "Calm"), qa("What makes it easy to dig?", "Rain")),
    ("pointing", qa("What does a river carry?", "These two grains"),
     qa("What does a river carry?", "Two kinds of grain")),
    ("pointing", qa("What is a weir?", "A wall by which this stream is held back"),
     qa("What is a weir?", "A wall in a stream by which this stream is held back")),
    ("pointing", qa("What are its banks made of?", "Clay"),
     qa("What do rivers lose when they leave their banks?", "Silt")),
    ("person", qa("What did I see?", "A delta"), qa("What do you see at a mouth?", "A delta")),
    ("yes-no", qa("Do rivers bend?", "Yes"), qa("Do rivers bend?", "Yes, to the right")),
    ("unbalanced", qa("What is a delta (at a mouth?", "Land"),
     qa("What is a delta (sea)?", "Land")),
    ("cut", qa("What does $f: A do?", "Map"), qa("What does $PATH hold?", "Folders for $5")),
    ("cut", qa("What does $R_{tmp} hold?", "Rows"), qa("What does $MY_PATH hold?", "Folders")),
    ("cut", cloze("Every {{c1::pair}} takes an $O"), cloze("Every {{c1::pair}} takes $O(1)$")),
    ("unbalanced", qa('What is a "delta?', "Land"), qa('What is a "delta"?', "Land")),
    ("unbalanced", qa("Which bounds has the interval?", "Zero, one]"),
     qa("Which bounds has the interval?", "`[0, 1)`")),
    ("markup", qa("What is a **delta**?", "Land"), qa("What is `a ** b`?", "A power")),
    ("markup", qa("What is a delta?", "See https://example.org"), qa("What is a delta?", "Land")),
    ("markup", qa("What follows from rain -> flood?", "Silt"), qa("What follows rain?", "Silt")),
    ("cut", qa("What does a river carry,?", "Silt"), qa("What does a river carry?", "Silt")),
    ("cut", qa("What does a river carry?", "Silt and sand:"),
     qa("What does a river carry?", "Silt and sand")),
    ("double", qa("What is silt? Where is it?", "Mud"), qa("What does `a ? b : c?` yield?", "b")),
    ("long question", qa(f"What are {WORDS * 3}and lime?", "Soils"),
     qa(f"What are {WORDS}?", "Soils")),
    ("long answer", qa("What lies in a field?", WORDS * 3), qa("What lies in a field?", WORDS)),
    ("agreement", qa("What does a river carries?", "Silt"), qa("What does a river carry?", "Silt")),
    ("agreement", qa("Why does a river bend is slow?", "Silt"),
     qa("Why does a river that is slow bend?", "Silt")),
    ("cut", qa("What can a river answer?", "The question of who is"),
     qa("What can a river answer?", "The question of who lives there")),
    ("leak", qa("Which word may return a value?", "A `return` statement"),
     qa("Which word may hand a value back?", "A `return` statement")),
    ("leak", qa("What is another name for deterrent walls?", "Deterrence walls"),
     qa("What is another name for dams?", "Deterrence walls")),
    ("leak", qa("What is a small weir called?", "A sluicegate", "Dams › The sluciegate"),
     qa("What is a small weir called?", "A sluicegate", "Dams › The slurry")),
    ("leak", qa("What do keepers lower?", "A GTF", "Gates of Tidal Flats › Summer"),
             qa("What do keepers lower?", "A boom", "Gates of Tidal Flats › Summer")),
    ("leak", qa("Why close the gate early?", "Floods can cause problems", "Dams › Flooding"),
     qa("Why close the gate early?", "Floods can cause problems", "Dams › Gates")),
    ("leak", qa("How do dams pass fish?", "By building low side channels for all of them",
                "Passing fish through side channels"),
     qa("How do dams pass fish?", "By building low side channels for all of them", "Passing fish")),
    ("leak", qa("What does $A$ map to the rows of $U$?", "The rows of $V$", "Dams › $A = UV$"),
     qa("What does $A$ map to the rows of $U$?", "The rows of $V$", "Dams › Flow")),
    ("leak", qa("What holds functions to steer the river gate?", "The `river.Gate` module"),
     qa("What holds functions to steer the `gate`?", "The `river.Gate` module")),
    ("leak", cloze("Soil of a {{c1::river-bank}} slides into the river from the bank"),
     cloze("Soil of a {{c1::river-bank}} slides into the river")),
    ("pointing", qa("What is the entire structure made of?", "Clay"),
     qa("What is the entire structure made of?", "Clay", "Structures of dams")),
    ("pointing", qa("In the `axis` part, what do gauges measure?", "Depth"),
     qa("In the upper part of a river, what do gauges measure?", "Depth")),
    ("vacant", qa("What does each dam compute?", "The following function"),
     qa("What does each dam compute?", "The following year's flow")),
    ("vacant", qa("How can a dike be built?", "Using local clay in the usual way"),
     qa("How can a dike be built?", "The same way as a dam")),
    ("frame", qa("Why does the dam have two gates: oak, elm is no good wood?", "It rots"),
     qa("Leaks: why does the dam have two gates?", "One rots")),
    ("vacant", qa("What is a dike responsible for?", "Many things in the town"),
     qa("What is a dike responsible for?", "Many things that the town eats")),
    ("symbol", qa("What does D add to the flow?", "Silt"), qa("What does dam D add?", "Silt")),
    ("symbol", qa("What must a boat do to pass the gate?", "Travel F miles"),
     qa("What must a boat do to pass F locks?", "Travel F miles")),
    ("agreement", qa("How does the delta have remained dry?", "By dikes"),
     qa("How does the delta remain dry?", "By dikes")),
    ("unanchored", qa("What do the authors measure?", "Silt"),
     qa("What do the authors measure?", "Silt", "Deltas")),
    ("frame", qa("What do helps rivers carry?", "Silt"), qa("What do rivers carry?", "Silt")),
    ("frame", qa("How does further, silt settle?", "Slowly"),
     qa("How does fine silt settle?", "Slowly")),
    ("frame", qa("When is we now have a delta?", "At the mouth"),
     qa("When can we expect a delta?", "At the mouth")),
    ("cloze", cloze("Silt settles"), cloze("Silt {{c1::settles}} in calm water")),
    ("cloze", cloze("Rivers {{c1::carry}} {{c2::silt}} {{c3::sand}} {{c4::clay}} {{c5::mud}}"),
     cloze("Rivers {{c1::carry}} {{c2::silt}} {{c3::sand}} {{c4::clay}} and mud to the seas")),
    ("cloze", cloze("Rivers flow {{c1::to}} the sea"), cloze("Rivers flow to the {{c1::sea}}")),
    ("cloze", cloze("{{c1::Rivers carry silt}} down"), cloze("{{c1::Rivers}} carry silt down")),
    ("cloze", cloze(f"A field has {{{{c1::{WORDS}}}}} and then {WORDS * 2}"),
     cloze(f"A field has {{{{c1::loam}}}} and then {WORDS.replace('loam', '')}")),
    ("count", qa("What three grains do rivers carry?", "silt, sand"),
     qa("What two grains do rivers carry?", "silt, sand")),
    ("count", qa("What two things do rivers carry?", "The TL;DR set"),
     qa("What two things do rivers carry?", "Silt and sand")),
    ("unanchored", qa("What is the?", "Silt"), qa("What is the?", "Silt", "Rivers")),
]  # fmt: skip


NAMES = [f"{code}: {bad.question[:30]}" for code, bad, _ in PAIRS]


@pytest.mark.parametrize(("code", "bad", "good"), PAIRS, ids=NAMES)
def test_a_check_stops_the_flawed_card_and_lets_its_neighbour_pass(
    code: str, bad: Face, good: Face
) -> None:
    assert code in {flaw.code for flaw in lint(bad)}
    assert code not in {flaw.code for flaw in lint(good)}


@pytest.mark.parametrize(
    ("face", "severity"),
    [
        (qa("What lies in a field?", WORDS * 3), "error"),
        (qa("What lies in a field?", f"{WORDS}{WORDS}"), "warning"),
        (qa("What three grains do rivers carry?", "silt, sand"), "warning"),
    ],
)
def test_a_flaw_that_only_weakens_a_card_is_a_warning(face: Face, severity: str) -> None:
    assert {flaw.severity for flaw in lint(face)} == {severity}


def test_errors_come_before_warnings() -> None:
    face = qa(f"What are this {WORDS}{WORDS}and lime?", f"{WORDS}{WORDS}")
    severities = [flaw.severity for flaw in lint(face)]
    assert severities == sorted(severities)
    assert set(severities) == {"error", "warning"}


def test_a_long_answer_in_code_or_lines_is_the_writers_own() -> None:
    assert not lint(qa("How is a field printed?", f"`{WORDS * 3}`"))
    assert not lint(qa("Which soils lie in a field?", "\n".join((WORDS * 3).split())))
