"""Which card a bullet is after an edit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drafting import Following, draft, drafts_of

from flashcards import notes
from flashcards.identity import same, split
from flashcards.model import Bullet, Draft, Reading

PLAIN = """
- Osmosis: the movement of water through a membrane
- Ribosome: a particle that builds proteins
- Cytosol: the fluid inside a cell
"""


@pytest.fixture
def following() -> Following:
    return Following()


@pytest.mark.parametrize(
    "edited",
    [
        "- Osmosis: the slow movement of water through a thin membrane",
        "- **Osmosis**: the movement of water through a membrane",
        "- Osmosis: the movement of water through a membrane. Plants stand by it.",
        "- Osmosis: water",
        "- osmosis — the movement of water  through a membrane.",
        "- [x] Osmosis: the movement of water through a membrane",
        "- Osmosis: the movement of water through a membrane ^os1",
        "## Water\n\n1. Osmosis: the movement of water through a membrane",
    ],
)
def test_an_edit_keeps_the_id(following: Following, edited: str) -> None:
    before = following.build(PLAIN)
    first = "- Osmosis: the movement of water through a membrane"
    after = following.build(PLAIN.replace(first, edited))
    assert set(after.values()) == set(before.values())


def test_another_fact_at_the_same_place_is_a_new_card(following: Following) -> None:
    following.build(PLAIN)
    after = following.build(PLAIN.replace("Osmosis: the movement of water through a membrane",
                                          "Vacuole: a space that is filled with sap"))  # fmt: skip
    fresh = after["Vacuole: a space that is filled with sap"]
    assert following.lock.entries[fresh].source.startswith("Vacuole")
    assert sum(bool(entry.retired) for entry in following.lock.entries.values()) == 1


def test_sentences_built_alike_are_not_taken_for_each_other(following: Following) -> None:
    following.build("- The cold mortar opens the steep treaty before the tariff moves it\n")
    after = following.build("- The royal enzyme raises the dense bond before the archive sees it\n")
    assert not set(after.values()) & {e.id for e in following.lock.entries.values() if e.retired}


@pytest.mark.parametrize("grown", ["Use: keeps the cells of every plant stiff", "Use: none"])
def test_a_label_grows(following: Following, grown: str) -> None:
    before = following.build("## Osmosis\n\n- Use\n\n## Diffusion\n\n- Use\n")
    assert len(set(before.values())) == 1, "one source, so the dictionary shows the last"
    found = following.identify(
        drafts_of({"notes/0.md": f"## Osmosis\n\n- {grown}\n\n## Diffusion\n\n- Use\n"})
    )
    assert [known.fate for known in found.known] == ["reworded", "same"]


def test_a_heading_and_what_is_said_of_a_label_below_it_may_change_at_once(
    following: Following,
) -> None:
    before = following.build("# Cells\n\n- Osmosis: x < y\n- Gel: a solid in water\n")
    edited = "- Osmosis: the slow way of water through a membrane\n"
    after = following.build(f"# Life\n\n- Gel: a solid in water\n{edited}")
    assert set(after.values()) == set(before.values())


def test_a_label_grows_while_its_heading_is_retitled(following: Following) -> None:
    one, two = "- Osmosis: the way of water\n", "## Gels\n\n- Use:\n"
    before = following.identify(drafts_of({"notes/0.md": f"## Cells\n\n{one}- Use:\n\n{two}"}))
    grown = f"## Life\n\n{one}- Use: keeps a plant stiff\n\n{two}"
    after = following.identify(drafts_of({"notes/0.md": grown}))
    assert [known.id for known in after.known] == [known.id for known in before.known]


def test_a_question_that_is_asked_elsewhere_in_the_file_is_another_card(
    following: Following,
) -> None:
    one, two = "- Gel: a solid in water\n", "- Sol: a liquid\n"
    before = following.build(f"## Cells\n\n- Osmosis: x < y\n{one}\n## Rocks\n\n{two}")
    other = "Osmosis: of no interest to those who collect them"
    after = following.build(f"## Cells\n\n{one}\n## Rocks\n\n- {other}\n{two}")
    assert after[other] != before["Osmosis: x < y"]


def test_a_renamed_file_may_be_edited_at_once(following: Following) -> None:
    before = following.build(cells=PLAIN)
    edited = PLAIN.replace("a particle that builds", "the thing that makes all")
    after = following.build(biology=edited.replace("fluid inside a cell", "juice within a cell"))
    assert list(after.values()) == list(before.values())


def test_a_split_file_keeps_its_labels(following: Following) -> None:
    one = "## Osmosis\n\n- Use: low\n- The kidney needs it to work\n"
    two = "## Diffusion\n\n- Use: low\n- Smells spread by it in a room\n"
    before = following.identify(drafts_of({"notes/a.md": one + two}))
    after = following.identify(drafts_of({"notes/b.md": one, "notes/c.md": two}))
    assert [known.id for known in after.known] == [known.id for known in before.known]


def test_equal_labels_follow_their_headings(following: Following) -> None:
    sections = [f"### Part {number}\n\n- Use: none\n- Cost: low\n" for number in range(60)]

    def ids(text: str) -> dict[tuple[str, str], str]:
        drafts = drafts_of({"notes/a.md": text})
        bullets = [one.bullet for one in drafts]
        known = following.identify(drafts).known
        return {
            (bullet.headings[-1].text, bullet.source): one.id
            for bullet, one in zip(bullets, known, strict=True)
        }

    before = ids("# Old\n" + "".join(sections))
    assert before
    assert ids("# Renamed\n" + "".join(reversed(sections))) == before


def test_a_table_that_is_padded_anew_keeps_its_rows(following: Following) -> None:
    rows = [("uncle", "tío"), ("aunt", "tía"), ("mother", "madre")]

    def table(width: int) -> str:
        lines = [f"| {a:{width}} | {b:{width}} |" for a, b in [("English", "Spanish"), *rows]]
        return "\n".join([lines[0], f"|{'-' * width}|{'-' * width}|", *lines[1:]]) + "\n"

    before = following.build(table(8))
    assert list(following.build(table(60)).values()) == list(before.values())


def test_an_empty_column_that_is_filled_keeps_its_row(following: Following) -> None:
    head = "| Spanish | English | Note |\n|---|---|---|\n"
    before = following.build(head + "| giras |  |  |\n| sigues |  |  |\n")
    after = following.build(head + "| giras | you turn around |  |\n| sigues | you go on | * |\n")
    assert list(after.values()) == list(before.values())


# Anchors


def test_an_anchor_decides_however_much_changed(following: Following) -> None:
    before = following.build("- Osmosis: water that moves ^os1\n- Cytosol: a fluid\n", "")
    after = following.build("- Cytosol: a fluid\n", "# New\n\n- Plants drink by pressure ^os1\n")
    assert set(after.values()) == set(before.values())


def test_logseq_ids_are_anchors(following: Following) -> None:
    anchor = "  id:: 64a0c0de-0000-4000-8000-000000000001\n"
    (before,) = following.build("- Osmosis: water that moves\n" + anchor).values()
    (after,) = following.build("- Another wording of everything\n" + anchor).values()
    assert after == before


def test_anchors_win_over_texts_that_were_swapped(following: Following) -> None:
    before = following.build("- Red: a colour of blood ^a1\n- Green: a colour of leaves ^b2\n")
    after = following.build("- Red: a colour of blood ^b2\n- Green: a colour of leaves ^a1\n")
    assert list(after.values()) == list(reversed(before.values()))


def test_a_copied_anchor_says_nothing(following: Following) -> None:
    before = following.build("- Red: a colour of blood ^a1\n- Green: a colour of leaves\n")
    after = following.build("- Red: a colour of blood ^a1\n- Green: a colour of leaves ^a1\n")
    assert list(after.values()) == list(before.values())


# Split, merged, made a parent: the best heir keeps the history


def test_of_a_bullet_split_in_two_the_likelier_half_keeps_the_id(following: Following) -> None:
    (was,) = following.build(
        "- The mitochondrion makes most of the energy of a cell, and it has a genome of its own\n"
    ).values()
    after = following.build(
        "- It has a genome of its own\n- The mitochondrion makes most of the energy of a cell\n"
    )
    assert after["The mitochondrion makes most of the energy of a cell"] == was
    assert len(set(after.values())) == 2


def test_two_bullets_merged_keep_the_id_of_the_likelier(following: Following) -> None:
    before = following.build(
        "- It is round\n- The mitochondrion makes most of the energy of a cell\n"
    )
    (after,) = following.build(
        "- The mitochondrion makes most of the energy of a cell, and it is round\n"
    ).values()
    assert after == before["The mitochondrion makes most of the energy of a cell"]


def test_the_cards_of_a_split_bullet_go_with_their_words(following: Following) -> None:
    def read(text: str) -> tuple[Bullet, ...]:
        return notes.read(text, "notes/a.md")[0].bullets

    makes, has = ("What does it make?", "Energy"), ("What does it have?", "A genome")
    (whole,) = read("- The mitochondrion makes energy and has a genome\n")
    before = following.identify(draft(whole, makes, has))
    one, other = read("- A genome is in the mitochondrion, its own\n- What it makes: energy\n")
    after = following.identify([*draft(one, has), *draft(other, makes)])
    assert [known.id for known in after.known] == [known.id for known in reversed(before.known)]


def test_a_bullet_that_becomes_a_parent_keeps_its_id(following: Following) -> None:
    before = following.build(PLAIN)
    nested = PLAIN.replace("\n- Cytosol", "\n  - made in the nucleolus\n- Cytosol")
    after = following.build(nested.replace("\n- Ribosome", "\n  - needs no energy\n- Ribosome"))
    for source, id in before.items():
        assert after[source] == id


def test_a_bullet_whose_text_moved_into_children_keeps_its_id(following: Following) -> None:
    before = following.build("## Osmosis\n\n- Advantages: cheap, quick\n- Cost: none\n")
    after = following.build("## Osmosis\n\n- Advantages:\n  - cheap\n  - quick\n- Cost: none\n")
    assert after["Advantages:"] == before["Advantages: cheap, quick"]


# Cards that come and go


def test_an_edit_that_is_taken_back_keeps_all_cards(following: Following) -> None:
    def read(text: str) -> Bullet:
        return notes.read(text, "notes/a.md")[0].bullets[0]

    makes, has = ("What does it make?", "Energy"), ("What does it have?", "A genome")
    whole = draft(read("- The mitochondrion makes energy and has a genome\n"), makes, has)
    before = following.identify(whole)
    edited = read("- The mitochondria make energy and have a genome\n")
    following.identify(draft(edited, ("What do they have?", "A genome")))
    after = following.identify(whole)
    assert [known.id for known in after.known] == [known.id for known in before.known]


@pytest.mark.parametrize(
    "grown",
    [
        "- Osmosis moves the water, and where it moves it the plants of the field are stiff",
        "- **Osmosis** moves the water",
    ],
)
def test_a_bullet_that_made_no_card_while_it_was_edited_gets_its_card_back(
    following: Following, grown: str
) -> None:
    before = following.build("- Osmosis moves the water\n")
    following.build("")
    assert list(following.build(f"{grown}\n").values()) == list(before.values())


# Corrections are remembered


def test_same_is_remembered(following: Following) -> None:
    (was,) = following.build("- Osmosis: water that moves\n").values()
    (now,) = following.build("- Plants drink by pressure\n").values()
    assert now != was
    following.lock = same(following.lock, was, now)
    for _ in range(3):
        assert list(following.build("- Plants drink by pressure\n").values()) == [was]


def test_split_is_remembered(following: Following) -> None:
    (was,) = following.build("- Osmosis: the way of water\n").values()
    following.lock = split(following.lock, was)
    (now,) = following.build("- Osmosis: the way of water\n").values()
    assert now != was
    for _ in range(3):
        assert list(following.build("- Osmosis: the way of water\n").values()) == [now]
    following.build("")
    assert list(following.build("- Osmosis: the way of water\n").values()) == [now]


def test_same_takes_back_a_split(following: Following) -> None:
    (was,) = following.build("- Osmosis: the way of water\n").values()
    following.lock = split(following.lock, was)
    (now,) = following.build("- Osmosis: the way of water\n").values()
    following.lock = same(following.lock, was, now)
    assert list(following.build("- Osmosis: the way of water\n").values()) == [was]


# Tomorrow's rules


def bullet(text: str = "The kidney filters the blood and drops the salt") -> Bullet:
    return notes.read(f"- {text}\n", "notes/a.md")[0].bullets[0]


TODAY = (("What does the kidney filter?", "The blood"), ("What does it drop?", "The salt"))


def renamed(bullet: Bullet) -> list[Draft]:
    return draft(bullet, *TODAY, rule="another")


def better(bullet: Bullet) -> list[Draft]:
    return draft(bullet, ("Which fluid does the kidney filter?", "Blood"), TODAY[1])


def reordered(bullet: Bullet) -> list[Draft]:
    return draft(bullet, *reversed(TODAY))


def one_more(bullet: Bullet) -> list[Draft]:
    return draft(bullet, ("Which organ filters the blood?", "The kidney"), *TODAY)


def all_other(bullet: Bullet) -> list[Draft]:
    return draft(bullet, ("Name its two deeds", "filter; drop"), ("Where does salt go?", "Out"))


def gaps(bullet: Bullet) -> list[Draft]:
    text = "The kidney filters {{c1::the blood}} and drops {{c2::the salt}}"
    return [Draft("gap", Reading(text, "the blood; the salt", "cloze"), bullet, "")]


def fewer(bullet: Bullet) -> list[Draft]:
    return draft(bullet, TODAY[1])


@pytest.mark.parametrize("rules", [renamed, better, reordered, one_more, all_other, gaps, fewer])
def test_a_lock_of_todays_rules_is_read_by_tomorrows(
    following: Following, rules: Callable[[Bullet], list[Draft]]
) -> None:
    before = following.identify(draft(bullet(), *TODAY))
    after = following.identify(rules(bullet()))
    was, now = {k.id for k in before.known}, {k.id for k in after.known}
    assert len(was & now) == min(len(was), len(now))


@pytest.mark.parametrize("rules", [renamed, reordered, one_more, fewer])
def test_a_question_that_stayed_keeps_its_card(
    following: Following, rules: Callable[[Bullet], list[Draft]]
) -> None:
    def ids(drafts: list[Draft]) -> dict[str, str]:
        known = following.identify(drafts).known
        return {one.reading.question: k.id for one, k in zip(drafts, known, strict=True)}

    before, after = ids(draft(bullet(), *TODAY)), ids(rules(bullet()))
    for question in before.keys() & after.keys():
        assert after[question] == before[question]


def test_rules_may_read_a_bullet_again_that_they_left_aside(following: Following) -> None:
    before = following.identify(draft(bullet(), *TODAY))
    following.identify([])
    after = following.identify(draft(bullet(), *TODAY))
    assert [known.id for known in after.known] == [known.id for known in before.known]


# A lost lock


def test_ids_come_from_words_alone_so_that_a_lost_lock_is_found_again() -> None:
    before = Following().build(a=PLAIN)
    after = Following().build(z="# Other\n\n- A new one: at the top\n" + PLAIN)
    assert before
    assert before.items() <= after.items()
