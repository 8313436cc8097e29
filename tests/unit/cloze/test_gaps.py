"""Which words of a statement are hidden, and why."""

from __future__ import annotations

import pytest

from flashcards.cloze.gaps import REASONS, Gap, gaps
from flashcards.cloze.statements import Statement, statements
from flashcards.cloze.worth import is_record
from flashcards.notes import read
from flashcards.passages.names import Names
from flashcards.passages.parting import bullet_passage


def stated(text: str, heading: str = "Beekeeping") -> list[Statement]:
    note, _ = read(f"# Summer course\n\n## {heading}\n\n- {text}\n", "notes/a.md")
    bullet = note.bullets[0]
    names = Names.of(one.text for one in note.bullets)
    return statements(bullet_passage(bullet, note, names, None, english=True))


def ranked(text: str, heading: str = "Beekeeping") -> list[tuple[str, Gap]]:
    return [
        (statement.text[gap.start : gap.end], gap)
        for statement in stated(text, heading)
        for gap in gaps(statement)
    ]


def hidden(text: str, heading: str = "Beekeeping") -> set[str]:
    return {words for words, _ in ranked(text, heading)}


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("The colony needs a “top bar” hive to build comb freely", "top bar"),
        ("Smoke calms the colony for roughly 20 minutes at a time", "20 minutes"),
        ("The law on hives was passed in Zurich on 3 May 1912", "3 May 1912"),
        ("A small apiary needs about eight supers every summer", "eight"),
        ("Foulbrood: a bacterial disease that kills larvae inside of sealed cells", "Foulbrood"),
        ("Foragers recruit their sisters with a waggle dance", "waggle dance"),
        ("Scouts assume equal distribution, each site has water in reach", "equal distribution"),
        ("A feral swarm spreads through weak walls, and gains its scent in autumn", "weak walls"),
        ("Workers beat their wings in order to cool the whole nest", "cool the whole nest"),
        ("Feral colonies die of varroa, nosema and chalkbrood", "varroa, nosema and chalkbrood"),
    ],
)  # fmt: skip
def test_the_best_gap(text: str, best: str) -> None:
    assert ranked(text)[0][0] == best


def test_a_sentence_with_a_label_of_its_own_has_no_other_lead() -> None:
    texts = stated("Waggle dance: shows the way to food. Nasonov gland: bees mark the hive with it")
    assert [statement.lead for statement in texts] == ["", ""]


def test_a_label_that_lists_what_stands_below_it_leads_no_gap() -> None:
    note, _ = read(
        "# Bees\n\n- Elements: wax, comb, brood\n    - Wax: built into cells by young workers\n",
        "notes/a.md",
    )
    names = Names.of(one.text for one in note.bullets)
    passage = bullet_passage(note.bullets[1], note, names, None, english=True)
    assert [statement.lead for statement in statements(passage)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Think about several colonies of feral bees in a hollow tree",
        "Know the main stages of the brood cycle of a feral colony",
        "Feral colonies: because they are robbed of pollen by wasps",
        "Wasps rob a hive. For example, combs in the same attic, entrances in a linked row",
        "Baker's lone chapter is worth reading",
        "Heather honey is the classic example",
    ],
)
def test_no_gap_where_the_text_tells_too_little(text: str) -> None:
    assert hidden(text) == set()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Wax is made by glands of younger workers, such as nurses", "nurses"),
        (
            "A hive on a roof raises the value of wild honey relative to cane sugar",
            "wild honey relative",
        ),
        (
            "Smoke is better than feral scout bee clipping, as well as using a hood",
            "feral scout bee",
        ),
        ("A swarm moves into the hive in advance of need in wet weather", "advance of need"),
        ("Propolis seals cracks, gaps and seams around the frames", "gaps"),
        ("The hive (a Langstroth) stands on a solid pallet in spring", "Langstroth"),
        ("The smoker burns pellets and the smoker needs cleaning after every visit", "smoker"),
        ("Keepers mark the queen with very bright paint after hatching", "bright paint"),
        ("Nothing shows how the colony swarms so reliably in May", "colony swarms"),
        ("A starter hive costs a number of weekends before any harvest", "number"),
        ("A strong colony in spring turns into 120 mated nucs", "mated nucs"),
        ("A divider splits N supers of the hive into N nucs", "N nucs"),
        ("Lock the empty sheds and hives when robbers are around", "empty sheds and hives"),
        ("A double hive stands on two floors, each having four boxes 0-3", "four"),
        ("The keeper sold 2.5 tons in May and 1.5 tons in June, a total of 4 tons", "2.5"),
        ("The yield is the mean (over all of the colonies in spring) of `n*(w-t)`", "`n*(w-t)`"),
        ("Swarms fed on pollin peforms greatly better in a cold spring", "pollin peforms"),
        (
            "Keepers train so as to learn the various signals dances of foragers",
            "signals dances of foragers",
        ),
        ("The `waxjsonrpc` library helps in creating RPC methods (for hives)", "RPC methods"),
        ("A truck carrying one million strong bees drives from Malaga to Lisbon", "Lisbon"),
        (
            "Guards are there to respond to unsolicited, loud knocks on wood",
            "respond to unsolicited",
        ),
        ("Tools of the trade include smokers or veils", "smokers or veils"),
        ("Stay active: the colony needs new frames in order not to swarm", "Stay active"),
        ("The long winter: the book is too brief on how bees survive the cold", "The long winter"),
        ("A handy routine: the colony keeps its brood warm with chest muscles", "A handy routine"),
        (
            "Wax instead of wood: wasps chew fibres into paper for their nests",
            "Wax instead of wood",
        ),
        ("Separate from honey: propolis seals cracks around the frames", "Separate from honey"),
        (
            "Pollination fee: growers pay keepers who pollinate the almonds in early spring",
            "Pollination fee",
        ),
        (
            "Smoke harms the brood less than cold does, compared to mites and wasps",
            "mites and wasps",
        ),
        ("Scales weigh every hive of the yard at night with a 2 W radio", "2 W"),
        ("A swarm which leaves after 3 days in the box, or a lone queen", "3 days"),
    ],
)
def test_what_is_never_hidden(text: str, never: str) -> None:
    assert never not in hidden(text)


def test_the_context_line_gives_no_gap_away() -> None:
    text = "Most losses in winter come from varroa and damp"
    assert "varroa" not in hidden(text, heading="Varroa control")


def test_a_slip_in_the_context_line_gives_a_gap_away_as_well() -> None:
    text = "The fumes of a modern hive come from a propolis-wax collector"
    assert "propolis-wax collector" in hidden(text)
    assert "propolis-wax collector" not in hidden(text, heading="Propoliss wax")


def test_an_abbreviation_of_the_context_is_no_gap() -> None:
    text = "With care, InTC lowers the losses of a cold winter by half"
    assert "InTC" in hidden(text)
    assert "InTC" not in hidden(text, heading="Internal Temperature Control")


def test_a_lone_acronym_is_no_gap() -> None:
    assert "ITC" not in hidden("With care, ITC lowers the losses of a cold winter by half")


def test_what_points_away_makes_no_gap() -> None:
    assert hidden("The colony can use that data to find a warm nest site") == set()
    assert hidden("The colony can use its dances to find a warm nest site")


def test_every_point_has_its_reason() -> None:
    _, best = ranked("Smoke calms the colony for roughly 20 minutes at a time")[0]
    assert best.score == sum(REASONS[trait][0] for trait in best.traits)
    assert best.why.startswith("a number with its unit (+5)")


def test_the_hint_offers_opposites_letters_or_a_count() -> None:
    hints = {
        words: gap.hint
        for text in (
            "In cold weather the cluster of a strong colony is denser and larger",
            "Keepers carry the frames away in a padded wooden crate",
            "Feral colonies suffer from varroa, nosema and chalkbrood",
        )
        for words, gap in ranked(text)
    }
    assert hints["padded wooden crate"] == "p… w… c…"
    assert hints["varroa, nosema and chalkbrood"] == "three things"


def test_a_hint_tells_nothing_whole_but_little_words() -> None:
    assert dict(ranked("The worker guards the hive in zone 4"))["zone 4"].hint == "z… …"
    gap = dict(ranked("Guards at the gate warn the colony to look for another nest"))
    assert gap["look for another nest"].hint == "l… for a… n…"


@pytest.mark.parametrize(
    "text",
    [
        "Click the button in the corner to open the settings of the hive scale",
        "This section covers the anatomy of the honey bee in some detail",
        "The smell of fresh wax is really cool and kinda sweet",
        "It was placed there by them for such reasons in those years",
        "Assume that the colony has doubled by the end of the month",
        "As mentioned, the frames are cleaned with soda in early spring",
        "How the queen lays eggs in the cells",
        "A list of the tools that keepers carry to their hives in spring",
        "So far for feeding the larvae the keepers used a fondant patty",
        "Miller, Anna: Collected letters on bees and hives (1993)",
        "The book is divided into twelve parts, each of which follows a month of the keeper",
        "The second part deals with the pests of feral colonies in cold valleys",
        "There is a broader question of what role scent plays in a swarm",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert all(statement.is_idle for statement in stated(text))
    assert not ranked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Modern hives hold about 4x more honey in 2017",
        "In warm years the score of fed colonies was 12.5 points greater",
        "A better plan would be to feed the colony with syrup in autumn",
        "The benefit over the straw skep is that frames can be lifted out",
        "The second colony in the valley reaches 53%",
        "Each of the three above can be sprayed with a weak acid",
        "Workers also carry that larva into a queen cell near the rim",
        "Statements 1 and 2 are rules for keepers of feral colonies",
        "Can inspect every frame in spring and autumn",
    ],
)
def test_what_lacks_a_piece_is_no_statement(text: str) -> None:
    assert not stated(text)


def test_a_case_without_a_name_states_nothing() -> None:
    line = "The keeper was liable for the stings of a swarm on the common"
    assert not stated(line, "Verdict")
    assert not stated(line, "Appeal court reversed the ruling")
    assert not stated("The plaintiff was stung by a swarm on the common of Wye", "Decision")
    assert stated(line, "Decision")
    assert stated(line, "Hale v. Orchard Board: verdict")
    assert stated(line, "Liability")


def test_it_that_stands_for_nothing_is_left() -> None:
    hive = "The hive keeps the colony dry. It"
    assert stated(f"{hive} takes two weeks to fill every frame with comb")[-1].text.startswith(
        "It "
    )
    assert stated(f"{hive} can be shown that bees prefer a cedar box")[-1].text == (
        "Bees prefer a cedar box"
    )


def test_a_step_of_a_step_is_no_statement() -> None:
    note, _ = read("# Hives\n\n1. Repeat daily:\n   1. Compute the gain in weight\n", "notes/a.md")
    names = Names.of(one.text for one in note.bullets)
    inner = bullet_passage(note.bullets[1], note, names, None, english=True)
    assert not statements(inner)


def test_an_example_is_no_statement() -> None:
    text = "a feral swarm in May takes a hollow tree near the river"
    assert stated(text)
    assert not stated(f"E.g. {text}")


def test_a_name_that_opens_many_lines_is_a_speaker() -> None:
    lines = ["ana - keep it small", "ana - ship the hive", "ana - no frames", "varroa - a mite"]
    assert Names.of(lines).speakers == {"ana"}


def test_connectives_markers_and_references_are_cut() -> None:
    text = "pg 12: However, a swarm weighs three kilograms (see figure 4)"
    assert [s.text for s in stated(text)] == ["A swarm weighs three kilograms"]


def test_a_shell_noun_is_named_by_the_heading() -> None:
    text = "These methods spare the colony the stress of a long journey"
    assert [s.text for s in stated(text, heading="Stationary hives")] == [
        "Stationary hives spare the colony the stress of a long journey"
    ]
    assert not stated(text, heading="Stationary hive")


def test_a_page_is_no_label() -> None:
    text = "Pg 30: There is no guarantee. The hive is dry in the warm garden"
    assert [s.lead for s in stated(text)] == ["", ""]


def test_a_long_sentence_is_cut_at_a_turn() -> None:
    text = (
        "A colony keeps its honey in the upper frames of the hive, which is why keepers who "
        "harvest too early or too much have to feed syrup all through a long and windy autumn"
    )
    assert [s.text for s in stated(text)] == [
        "A colony keeps its honey in the upper frames of the hive"
    ]


@pytest.mark.parametrize(
    ("title", "is_minutes"),
    [
        ("Team meeting 2024-01-02", True),
        ("Call 13", True),
        ("Weekly sync", True),
        ("System calls", False),
        ("Clock sync", False),
    ],
)
def test_minutes_of_a_meeting_are_a_record(title: str, is_minutes: bool) -> None:
    note, _ = read(f"# {title}\n\n- Some bacteria live on *chitin* alone\n", "notes/a.md")
    assert is_record(note.bullets[0], note) == is_minutes


def test_sizes_in_a_row_make_no_gap() -> None:
    assert hidden("Brood images for the survey: 120k train, 1.9k test") == set()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The rule on swarms comes from Harper v. Virginia, a case of three judges", "Harper v"),
        ("Brood was counted by keepers in the City of New York during three summers", "York"),
        ("System 1 builds the best story from what the scouts of a swarm bring home", "1"),
        ("4 Aug 1789 swarms of the whole valley were sold to one keeper", "1789"),
    ],
)
def test_no_name_and_no_date_is_cut(text: str, part: str) -> None:
    assert part not in hidden(text)
