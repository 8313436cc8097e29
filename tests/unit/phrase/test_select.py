"""What is worth a learner's time: three cards a bullet at most, and nothing asked twice."""

from __future__ import annotations

from flashcards.model import Bullet, Draft, Reading, Span
from flashcards.phrase.select import MOST_A_BULLET, NEAREST, choose


def bullet(line: int) -> Bullet:
    return Bullet("x", "x", Span("notes/x.md", line), ())


def draft(question: str, answer: str, of: Bullet) -> Draft:
    return Draft("rule", Reading(question, answer), of, "")


def questions(drafts: list[Draft]) -> list[str]:
    return [kept.reading.question for kept in choose(drafts).kept]


def test_a_bullet_has_so_many_cards_at_most() -> None:
    one, other = bullet(1), bullet(2)
    things = "delta bank mouth source island bend".split()
    asked = [f"What is a {thing}?" for thing in things]
    drafts = [draft(text, f"answer {n}", one) for n, text in enumerate(asked)]
    drafts += [draft("What is a lake?", "still water", other)]
    assert questions(drafts) == [*asked[:MOST_A_BULLET], "What is a lake?"]
    chosen = choose(drafts)
    assert [left.reading.question for left, _ in chosen.surplus] == asked[MOST_A_BULLET:]
    assert {reason for _, reason in chosen.surplus} == {"more than 3 cards of one bullet"}


def test_what_was_asked_already_is_left_out() -> None:
    drafts = [
        draft("What carries silt?", "A river", bullet(1)),
        draft("What carries the silt?", "the river", bullet(2)),
        draft("What carries silt?", "The wind", bullet(3)),
        draft("What brings sand?", "A river", bullet(4)),
    ]
    kept = [one.bullet.span.line for one in choose(drafts).kept]
    assert kept == [1, 4]
    assert [reason for _, reason in choose(drafts).surplus] == [
        "another card asks the same",
        "another card has the same question with another answer",
    ]


def test_nearly_the_same_question_with_the_same_answer_is_left_out() -> None:
    base = "Which fine grain settles slowly in calm water behind dams"
    near, far = f"{base} today?", f"{base.replace('dams', 'dikes').replace('calm', 'salt')}?"
    drafts = [draft(text, "Silt", bullet(n)) for n, text in enumerate((f"{base}?", near, far))]
    assert questions(drafts) == [f"{base}?", far]


def test_the_first_of_two_wins_and_order_is_kept() -> None:
    drafts = [draft(f"What is thing{n}?", f"answer{n}", bullet(n)) for n in range(9)]
    assert choose(drafts).kept == tuple(drafts)


def test_a_question_is_compared_with_so_many_before_it() -> None:
    first = draft("Which grain settles slowly in calm deep water?", "Silt", bullet(0))
    others = [draft(f"What is thing{n}?", "Silt", bullet(n)) for n in range(1, NEAREST + 1)]
    again = draft("Which grain settles slowly in calm deep water?", "Silt", bullet(99))
    near = draft("Which grain settles slowly in calm deep dark water?", "Silt", bullet(98))
    chosen = choose([first, *others, near, again])
    assert near in chosen.kept, "too far from the first"
    assert again not in chosen.kept, "word for word the same is found at any distance"
