"""What entries do to cards, over builds in which the notes change beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flashcards.build import Built, build
from flashcards.identity import split
from flashcards.lock import dump
from flashcards.model import Card
from flashcards.sources import Sources

OSMOSIS = "Osmosis :: the movement of water through a membrane"
RIBOSOME = "Ribosome :: a particle that builds proteins"
LYSOSOME = "A lysosome holds {{c1::enzymes}}"


def note(*bullets: str) -> str:
    return "# Cells\n\n## Session 1: Water\n\n" + "".join(f"- {bullet}\n" for bullet in bullets)


def run(
    bullets: Sequence[str], curation: str = "", before: Built | None = None, now: int = 1000
) -> Built:
    notes = {"notes/cells.md": note(*bullets)} if bullets else {"notes/other.md": note(RIBOSOME)}
    curations = {"decks/cells.yaml": curation} if curation else {}
    return build(Sources(notes, curations, dump(before.lock) if before else b""), now)


def id_of(built: Built, start: str) -> str:
    return next(card.id for card in built.cards if card.id.startswith(start))


def card(built: Built, card_id: str) -> Card:
    return next(card for card in built.cards if card.id == card_id)


def messages(built: Built) -> list[str]:
    return [f"{problem.severity}: {problem.message}" for problem in built.problems]


def changes(built: Built) -> list[tuple[str, str]]:
    return [(change.kind, change.id) for change in built.changes]


def test_a_tune_changes_what_it_says_and_keeps_the_rest() -> None:
    first = run([OSMOSIS, RIBOSOME])
    osmosis = id_of(first, "osmosis")
    tune = f"tune:\n  {osmosis}: {{question: What is osmosis?, hint: water, tags: [exam]}}\n"
    second = run([OSMOSIS, RIBOSOME], tune, first, 2000)
    tuned, was = card(second, osmosis), card(first, osmosis)
    assert (tuned.question, tuned.answer, tuned.hint) == ("What is osmosis?", was.answer, "water")
    assert tuned.tags == (*was.tags, "exam")
    assert (tuned.curated, tuned.by_hand) == ("tuned", {"question", "hint"})
    assert changes(second) == [("curated", osmosis)]
    third = run([OSMOSIS, RIBOSOME], "", second, 3000)
    assert card(third, osmosis) == replace(was, changed=3000)


def test_tags_can_be_taken_away_and_a_context_emptied() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    tag = card(first, osmosis).tags[0]
    tune = f"tune:\n  {osmosis}:\n    context:\n    tags: {{add: a b, remove: ['{tag}']}}\n"
    second = run([OSMOSIS], tune, first)
    assert card(second, osmosis).context == ""
    assert card(second, osmosis).tags == (*card(first, osmosis).tags[1:], "a", "b")


TUNED = """tune:
  {id}:
    question: How does water pass a membrane?
    was:
      question: Osmosis
      answer: the movement of water through a membrane
"""


def test_a_stale_tune_is_told_and_still_ships() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    tune = TUNED.format(id=osmosis)
    second = run([OSMOSIS], tune, first)
    assert (messages(second), second.stale) == ([], frozenset())
    third = run([OSMOSIS.replace("water", "a solvent")], tune, second)
    (problem,) = third.problems
    assert problem.severity == "warning"
    assert problem.hint.splitlines()[:3] == [
        "was:   Osmosis → the movement of water through a membrane",
        "now:   Osmosis → the movement of a solvent through a membrane",
        "ships: How does water pass a membrane? → the movement of a solvent through a membrane",
    ]
    assert third.stale == {osmosis}
    assert third.held == frozenset()


def test_a_tuned_question_never_meets_the_answer_to_another_one() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    tune = TUNED.format(id=osmosis)
    second = run([OSMOSIS], tune, first)
    third = run(["Osmosis of a cell :: the movement of water across its wall"], tune, second)
    assert card(third, osmosis).question == "How does water pass a membrane?"
    assert card(third, osmosis).answer == "the movement of water through a membrane"


def test_a_tune_keeps_its_kind_when_the_draft_becomes_another() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    tune = TUNED.format(id=osmosis)
    second = run([OSMOSIS], tune, first)
    third = run(["Osmosis is the movement of {{c1::water}} through a membrane"], tune, second)
    if osmosis in third.drafts:
        assert card(third, osmosis).kind == "qa"
        assert "reset" not in dict(changes(third))


def test_another_kind_is_asked_for() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    entry = f"tune:\n  {osmosis}:\n    text: Osmosis moves {{{{c1::water}}}}\n"
    refused = run([OSMOSIS], entry, first)
    assert messages(refused) == ["error: this card is no cloze"]
    assert refused.held == {"cells"}
    second = run([OSMOSIS], entry + "    kind: cloze\n", first)
    assert changes(second) == [("reset", osmosis)]
    assert card(second, osmosis).answer == "water"
    assert changes(run([OSMOSIS], entry + "    kind: cloze\n", second)) == []
    assert changes(run([OSMOSIS], "", second)) == [("reset", osmosis)]


def test_a_question_for_a_cloze_is_wrong() -> None:
    first = run([LYSOSOME])
    lysosome = id_of(first, "a-lysosome")
    assert messages(run([LYSOSOME], f"tune: {{{lysosome}: {{question: x}}}}\n", first)) == [
        "error: this card is a cloze"
    ]
    second = run([LYSOSOME], f"tune: {{{lysosome}: {{text: 'It holds {{{{c1::e}}}}'}}}}\n", first)
    assert card(second, lysosome).question == "It holds {{c1::e}}"


def test_a_dropped_card_arrives_again_when_it_is_no_longer_dropped() -> None:
    first = run([OSMOSIS, RIBOSOME])
    osmosis = id_of(first, "osmosis")
    second = run([OSMOSIS, RIBOSOME], f"drop: {{{osmosis}: easy}}\n", first)
    assert changes(second) == [("dropped", osmosis)]
    assert [one.id for one in second.packages["cells"]] == [id_of(first, "ribosome")]
    third = run([OSMOSIS, RIBOSOME], "", second, 3000)
    assert card(third, osmosis) == replace(card(first, osmosis), changed=3000)


def test_an_added_card_has_the_place_that_it_names() -> None:
    add = "add:\n  mine: {question: Q?, answer: A, session: session 1, tags: [exam]}\n"
    built = run([OSMOSIS], add)
    mine = card(built, "mine")
    assert mine.tags == ("cells::session-1", "exam")
    assert (mine.span.path, mine.span.line, mine.deck) == ("decks/cells.yaml", 2, "Cells")
    assert (mine.curated, mine.by_hand) == ("added", {"question", "answer"})
    assert changes(run([OSMOSIS], add, built)) == []
    gone = run([OSMOSIS], "", built)
    assert changes(gone) == [("retired", "mine")]
    assert changes(run([OSMOSIS], add, gone)) == [("returned", "mine")]


def test_an_added_card_may_name_a_line() -> None:
    add = "add:\n  mine: {{text: 'x {{{{c1::y}}}}', at: '{at}'}}\n"
    for at in ("cells:5", "notes/cells.md:5", "cells.md:5"):
        mine = card(run([OSMOSIS], add.format(at=at)), "mine")
        assert (mine.tags, mine.kind) == (("cells::session-1",), "cloze")
    assert messages(run([OSMOSIS], add.format(at="cels:5"))) == [
        'warning: cells has no note "cels"'
    ]


def test_a_session_that_is_not_there_holds_nothing_back() -> None:
    built = run([OSMOSIS], "add: {mine: {question: Q?, answer: A, session: Session 2}}\n")
    assert messages(built) == ['warning: no heading is called "Session 2"']
    assert built.problems[0].hint == 'did you mean "Session 1"?'
    assert "mine" in {one.id for one in built.packages["cells"]}


def test_an_added_card_cannot_take_the_id_of_another() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    built = run([OSMOSIS], f"add: {{{osmosis}: {{question: Q?, answer: A}}}}\n", first)
    assert messages(built) == [f'error: another card has the id "{osmosis}"']


PINNED = """pin:
  {id}:
    question: Osmosis
    answer: the movement of water through a membrane
    context: Water
    tags: ['cells::session-1']
"""


def test_a_pinned_card_outlives_its_bullet() -> None:
    first = run([OSMOSIS, RIBOSOME])
    osmosis = id_of(first, "osmosis")
    pin = PINNED.format(id=osmosis)
    second = run([OSMOSIS, RIBOSOME], pin, first)
    third = run([RIBOSOME], pin, second)
    assert (messages(third), changes(third)) == ([], [])
    assert card(third, osmosis).question == "Osmosis"
    assert card(third, osmosis).deck == "Cells"
    fourth = run([RIBOSOME], pin, third)
    assert (changes(fourth), dump(fourth.lock)) == ([], dump(third.lock))
    back = run([OSMOSIS, RIBOSOME], pin, fourth)
    assert changes(back) == []
    assert changes(run([OSMOSIS, RIBOSOME], "", back)) in ([], [("rephrased", osmosis)])


def test_a_pin_that_goes_after_its_bullet_retires_the_card() -> None:
    first = run([OSMOSIS, RIBOSOME])
    osmosis = id_of(first, "osmosis")
    second = run([RIBOSOME], PINNED.format(id=osmosis), first)
    third = run([RIBOSOME], "", second)
    assert changes(third) == [("retired", osmosis)]
    assert changes(run([RIBOSOME], "", third)) == []


def test_a_pin_without_words_takes_them_from_the_lock() -> None:
    first = run([OSMOSIS, RIBOSOME])
    osmosis = id_of(first, "osmosis")
    second = run([RIBOSOME], f"pin: {{{osmosis}: for the exam}}\n", first)
    assert card(second, osmosis).answer == card(first, osmosis).answer


def test_a_pinned_card_stays_as_it_is_when_its_bullet_changes() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    pin = PINNED.format(id=osmosis)
    second = run([OSMOSIS], pin, first)
    third = run([OSMOSIS + " that holds back salt"], pin, second)
    assert card(third, osmosis).answer == "the movement of water through a membrane"
    assert card(third, osmosis).by_hand == {"answer"} | card(second, osmosis).by_hand


SPLIT = """split:
  {id}:
    was: {{question: Osmosis, answer: the movement of water through a membrane}}
    cards:
      - {{question: What moves in osmosis?, answer: Water}}
      - {{question: Through what?, answer: A membrane}}
"""


def test_the_first_card_of_a_split_keeps_the_history() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    split = SPLIT.format(id=osmosis)
    second = run([OSMOSIS], split, first)
    assert changes(second) == [("curated", osmosis), ("new", f"{osmosis}-2")]
    assert card(second, f"{osmosis}-2").tags == card(first, osmosis).tags
    assert changes(run([OSMOSIS], split, second)) == []
    third = run([OSMOSIS.replace("water", "a solvent")], split, second)
    assert messages(third) == ["warning: what the notes say here has changed"]
    assert {one.question for one in third.cards} == {"What moves in osmosis?", "Through what?"}
    fourth = run([OSMOSIS], "", third)
    assert ("retired", f"{osmosis}-2") in changes(fourth)


def test_the_cards_of_a_split_keep_their_ids_in_another_order() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    second = run([OSMOSIS], SPLIT.format(id=osmosis), first)
    swapped = f"""split:
  {osmosis}:
    - {{id: {osmosis}-2, question: Through what?, answer: A membrane}}
    - {{question: What moves in osmosis?, answer: Water}}
"""
    assert changes(run([OSMOSIS], swapped, second)) == []


def test_the_entry_of_a_card_that_is_gone_waits_for_it() -> None:
    first = run([OSMOSIS, RIBOSOME])
    osmosis = id_of(first, "osmosis")
    tune = f"tune:\n  {osmosis}: {{hint: water}}\n"
    second = run([RIBOSOME], tune, first)
    assert messages(second) == ["note: no bullet makes this card any more"]
    assert second.held == frozenset()
    third = run([OSMOSIS, RIBOSOME], tune, second)
    assert (messages(third), card(third, osmosis).hint) == ([], "water")


def test_the_entry_of_a_card_that_was_given_up_belongs_to_another() -> None:
    first = run([OSMOSIS, RIBOSOME])
    osmosis = id_of(first, "osmosis")
    parted = replace(first, lock=split(first.lock, osmosis))
    second = run([OSMOSIS, RIBOSOME], f"tune:\n  {osmosis}: {{hint: water}}\n", parted)
    assert messages(second) == ["note: no bullet makes this card any more"]
    assert "put the entry under the id of that one" in second.problems[0].hint


def test_an_entry_follows_its_card_into_another_note() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    tune = f"tune:\n  {osmosis}: {{hint: water}}\n"
    notes = {"notes/cells.md": note(RIBOSOME), "notes/water.md": note(OSMOSIS)}
    moved = build(Sources(notes, {"decks/cells.yaml": tune}, dump(first.lock)), 2000)
    assert (card(moved, osmosis).hint, card(moved, osmosis).package) == ("water", "water")
    broken = Sources(notes, {"decks/cells.yaml": tune + "    qestion: x\n"}, dump(moved.lock))
    assert build(broken, 3000).held == {"cells", "water"}


def test_two_files_cannot_speak_of_one_card() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    tune = f"tune:\n  {osmosis}: {{hint: water}}\n"
    notes = {"notes/cells.md": note(OSMOSIS), "notes/b.md": note(RIBOSOME)}
    files = {"decks/b.yaml": tune, "decks/cells.yaml": tune}
    built = build(Sources(notes, files, dump(first.lock)), 2000)
    assert messages(built) == [f'error: another file has "{osmosis}" under tune: too']
    assert built.problems[0].hint == "the first: decks/b.yaml:2:3"


def test_a_curation_that_cannot_be_read_holds_its_package_back() -> None:
    first = run([OSMOSIS])
    sources = Sources(
        {"notes/cells.md": note(OSMOSIS)}, {}, dump(first.lock), frozenset({"decks/cells.yaml"})
    )
    assert build(sources, 2000).held == {"cells"}


def test_a_tune_may_change_an_added_card_and_a_drop_one_of_a_split() -> None:
    first = run([OSMOSIS])
    osmosis = id_of(first, "osmosis")
    text = SPLIT.format(id=osmosis) + f"drop: {{{osmosis}-2: no}}\n"
    text += "add: {mine: {question: Q?, answer: A}}\ntune: {mine: {hint: h}}\n"
    built = run([OSMOSIS], text, first)
    assert {one.id: one.hint for one in built.cards} == {osmosis: "", "mine": "h"}


def test_defaults_hold_for_all_cards_of_the_package() -> None:
    text = "defaults: {deck: Biology::Cells, tags: [uni]}\nadd: {m: {question: Q?, answer: A}}\n"
    built = run([OSMOSIS], text)
    assert {one.deck for one in built.cards} == {"Biology::Cells"}
    assert all("uni" in one.tags for one in built.cards)


def test_defaults_switch_rules_off_and_on() -> None:
    off = run([OSMOSIS], "defaults: {rules: {double-colon: off}}\n")
    assert "double-colon" not in {one.rule for one in off.cards}
    assert run([OSMOSIS], "defaults: {rules: {double-colon: on}}\n").cards == run([OSMOSIS]).cards


def test_defaults_say_what_language_the_notes_are_in() -> None:
    use = "Cells use ATP to store energy in every organ of the body"
    english = {one.rule for one in run([use, RIBOSOME]).cards}
    foreign = {one.rule for one in run([use, RIBOSOME], "defaults: {language: other}\n").cards}
    assert english - foreign
    assert "double-colon" in foreign
    german = "Zellen :: die kleinsten Teile von Lebewesen"
    assert len(run([german], "defaults: {language: other}\n").cards) == 1


def test_a_default_mode_gives_way_to_the_command_line() -> None:
    strict = "defaults: {mode: strict}\n"
    sources = Sources({"notes/cells.md": note(OSMOSIS)}, {"decks/cells.yaml": strict})
    assert build(sources, 1, "max").problems == ()
    assert build(sources, 1).curations["cells"].defaults.mode == "strict"
