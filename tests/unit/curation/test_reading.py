"""Curation files as people write them, and what is wrong with some."""

from __future__ import annotations

import tracemalloc

import pytest
import yaml

from flashcards.curation import Curation, read
from flashcards.curation.edit import contents
from flashcards.curation.syntax import Page, compose, loader
from flashcards.problems import Problem, Refused

PATH = "decks/cells.yaml"


def one(text: str) -> Problem:
    """The only thing that is wrong with a file."""
    _, problems = read(text, PATH, ["gap", "term"])
    (problem,) = problems
    return problem


def right(text: str) -> Curation:
    curation, problems = read(text, PATH, ["gap", "term"])
    assert problems == []
    return curation


def place(problem: Problem) -> tuple[int, int, int]:
    assert problem.span is not None
    return problem.span.line, problem.span.column, problem.span.width


@pytest.mark.parametrize(
    "text",
    ["no", "on", "yes", "1:30", "010", "1e3", "~", "null", "2020-03-02", "0x1F", ".5", "1_000", "=",
     "true", "é"],
)  # fmt: skip
def test_every_plain_value_is_text(text: str) -> None:
    curation = right(f"tune:\n  a:\n    question: What?\n    answer: {text}\ndrop:\n  b: {text}\n")
    assert curation.tune["a"].texts["answer"] == text
    assert curation.drop["b"].reason == text


def test_a_key_that_is_a_number_or_a_truth_is_text() -> None:
    assert list(right("drop:\n  404: x\n  no: y\n  1e3: z\n").drop) == ["404", "no", "1e3"]


def test_text_in_every_style() -> None:
    curation = right(
        "tune:\n  a:\n    question: |\n      Two\n      lines?\n    answer: >-\n      One\n"
        "      line\n    extra: \"a \\\"b\\\"\"\n    hint: 'it''s'\n    context:\n"
    )
    assert dict(curation.tune["a"].texts) == {
        "question": "Two\nlines?", "answer": "One line", "extra": 'a "b"', "hint": "it's",
        "context": "",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n", "# only\n", "---\n", "~\n", "tune:\n", "tune: {}\n"])
def test_nothing_is_fine(text: str) -> None:
    assert right(text).tune == {}


def test_an_alias_repeats_a_text_or_an_entry() -> None:
    curation = right("drop:\n  a: &why too easy\n  b: *why\n  c: *why\n")
    assert [entry.reason for entry in curation.drop.values()] == ["too easy"] * 3
    curation = right("tune:\n  a: &x {hint: h}\n  b: *x\n")
    assert curation.tune["b"].texts == {"hint": "h"}


@pytest.mark.parametrize(
    ("text", "message", "where"),
    [
        ("drop:\n  a: x\n  b: y\n  a: z\n", "a second time", (4, 3, 1)),
        ("drop: {a: x}\ntune: {}\ndrop: {}\n", "a second time", (3, 1, 4)),
        ("tune:\n  a:\n    hint: x\n    hint: y\n", "a second time", (4, 5, 4)),
        ("tune:\n  a:\n\tquestion: x\n", "a tab cannot indent", (3, 1, 1)),
        ("tune:\n  a: {<<: *b}\n", "undefined alias", (2, 11, 1)),
        ("drop:\n  a: &a x\n  <<: *a\n", "merge keys are not read", (3, 3, 2)),
        ("drop:\n  a: !!python/object/apply:os.system [x]\n", "the tag !!python/obj", (2, 6, 35)),
        ("drop:\n  a: !!int 3\n", "the tag !!int", (2, 6, 7)),
        ("drop:\n  a: !mine x\n", "the tag !mine", (2, 6, 7)),
        ("drop: &d\n  a: *d\n", "this holds itself", (1, 7, 2)),
        ("a: b\n---\nc: d\n", "a second document", (2, 1, 3)),
        ("drop:\n  a: x: y\n", "a colon stands where none can", (2, 7, 1)),
        ("drop:\n  a: @x\n", "@ cannot begin a text", (2, 6, 1)),
        ("drop:\n  a: `x`\n", "` cannot begin a text", (2, 6, 1)),
        ('drop:\n  a: "x\n', "this is not YAML", (2, 7, 1)),
        ("drop: [\n", "this is not YAML", (1, 7, 1)),
        ("drop:\n  a: x\x07y\n", "character 0x7 is not allowed", (2, 7, 1)),
        ("- a\n- b\n", "this file holds defaults, tune", (1, 1, 3)),
        ("drop: x\n", "drop: holds ids", (1, 7, 1)),
        ("drop: [a, b]\n", "drop: holds ids", (1, 7, 6)),
        ("tunes:\n  a: x\n", 'unknown key "tunes"', (1, 1, 5)),
        ("tune:\n  a:\n    qestion: x\n", 'unknown key "qestion"', (3, 5, 7)),
        ("tune:\n  a: what?\n", "an entry of tune: holds texts", (2, 6, 5)),
        ("tune:\n  a: {question: [x]}\n", "question is a text", (2, 17, 3)),
        ("tune:\n  a: {question: }\n", "the question is empty", (2, 7, 8)),
        ("tune:\n  a: {text: no gap}\n", "this text has no gap", (2, 7, 4)),
        ("tune:\n  a: {kind: clozes}\n", 'unknown kind "clozes"', (2, 13, 6)),
        ("tune:\n  a: {tags: [a b]}\n", "a tag has no spaces", (2, 14, 3)),
        ("add:\n  a: {question: x}\n", "answer missing", (2, 3, 1)),
        ("add:\n  a: {text: '{{c1::x}}', answer: y}\n", "a cloze or a question", (2, 7, 4)),
        ("add:\n  'a:1': {question: x, answer: y}\n", "cannot be the id", (2, 3, 5)),
        ("split:\n  a: []\n", "a split is a list of cards", (2, 6, 2)),
        ("split:\n  a: [{question: x}]\n", "answer missing", (2, 7, 13)),
        ("defaults:\n  mode: loud\n", 'unknown mode "loud"', (2, 9, 4)),
        ("defaults:\n  rules: {gapp: off}\n", 'unknown key "gapp"', (2, 11, 4)),
        ("defaults:\n  rules: {gap: of}\n", 'unknown switch "of"', (2, 16, 2)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(
    text: str, message: str, where: tuple[int, int, int]
) -> None:
    problem = one(text)
    assert message in problem.message
    assert place(problem) == where


def test_a_suggestion_for_each_misspelling() -> None:
    assert one("tunes: {}\n").hint == 'did you mean "tune"?'
    assert one("tune:\n  a:\n    qestion: x\n").hint == 'did you mean "question"?'
    assert one("defaults: {rules: {gapp: off}}\n").hint == 'did you mean "gap"?'


def test_both_places_of_a_duplicate_are_named() -> None:
    assert one("drop:\n  a: x\n  a: y\n").hint == "the first: decks/cells.yaml:2:3"


def test_one_bad_entry_leaves_the_others_and_marks_the_file() -> None:
    curation, problems = read("drop:\n  a: x\ntune:\n  b: {hnt: y}\n  c: {hint: z}\n", PATH)
    assert len(problems) == 1
    assert (list(curation.drop), list(curation.tune)) == (["a"], ["c"])
    assert curation.broken


def test_line_numbers_count_only_the_ends_of_lines_that_editors_count() -> None:
    problem = one('tune:\n  a:\n    question: "x\u2028y\x85z"\n    qestion: x\n')
    assert place(problem) == (4, 5, 7)


def bomb(levels: int, width: int, leaf: str) -> str:
    lines = [f"a0: &a0 {leaf}"]
    for level in range(1, levels):
        inside = ", ".join([f"*a{level - 1}"] * width)
        lines.append(f"a{level}: &a{level} [{inside}]")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "text",
    [bomb(9, 10, "lol"), bomb(12, 9, "[x, y]"), "drop:\n  a: &a " + "x" * 100_000 + "\n"
     + "".join(f"  b{n}: *a\n" for n in range(3000))],
    ids=["levels", "lists", "one long text"],
)  # fmt: skip
def test_an_alias_bomb_is_refused_before_it_takes_memory(text: str) -> None:
    tracemalloc.start()
    with pytest.raises(Refused, match="aliases swell"):
        compose(Page(PATH, text))
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "[" * 900 + "]" * 900, "- " * 3000 + "x"])
@pytest.mark.parametrize("pure", [False, True])
def test_nesting_without_end_is_refused(text: str, pure: bool) -> None:
    with pytest.raises(Refused):
        compose(Page(PATH, text), pure)


def test_a_file_that_both_loaders_read_alike() -> None:
    text = "tune:\n  a: {hint: no, extra: 'x'}\n  b:\n    extra: |\n      1:30\n"
    for pure in (False, True):
        assert yaml.compose(text, loader(pure)).value[0][0].value == "tune"
    assert contents(text) == {"tune": {"a": {"hint": "no", "extra": "x"}, "b": {"extra": "1:30"}}}
