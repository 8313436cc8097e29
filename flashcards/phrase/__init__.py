"""A note's bullets read by the rules: drafts of cards, and the reasons for silence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate
from pathlib import Path

from flashcards.english.detect import english_score, is_english
from flashcards.english.sentences import sentences
from flashcards.english.spelling import mended
from flashcards.lint import Face, worst
from flashcards.model import Bullet, Draft, Form, Note
from flashcards.passages.minutes import Minutes
from flashcards.passages.names import Names
from flashcards.passages.parting import (
    LONGEST_READ,
    bullet_passage,
    heading_passages,
    sentence_passages,
)
from flashcards.passages.passage import Passage
from flashcards.phrase.asked import Asked
from flashcards.phrase.beside import beside
from flashcards.phrase.select import choose
from flashcards.phrase.silence import not_worth_reading, why_silent
from flashcards.phrase.tidy import tidied
from flashcards.phrase.told import OPEN, context_line, is_told_by_code, thin
from flashcards.phrase.trim import trimmed
from flashcards.phrased import AS_USUAL, Habits, Mode, Phrased, Silence
from flashcards.rules import EXPLICIT, Ordered, Rule, all_rules


@dataclass(slots=True)
class _Reader:
    """What one walk over a note collects."""

    note: Note
    habits: Habits
    drafts: list[Draft] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)
    asked: Asked = field(default_factory=Asked)
    minutes: Minutes = field(default_factory=lambda: Minutes(False, frozenset()))

    def take(self, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            self.drafts.append(draft)
            self.asked.add(draft)


def phrase(note: Note, mode: Mode = "default", habits: Habits = AS_USUAL) -> Phrased:
    """Read every heading and bullet of a note.

    A draft has passed the lint without an error. `strict` also drops drafts with warnings.
    """
    if not note.makes_cards:
        return Phrased((), ())
    names = Names.of(
        (bullet.text for bullet in note.bullets), (heading.text for heading in note.headings)
    )
    reader = _Reader(note, habits, minutes=Minutes.of(note))
    language = _language(note) if habits.english is None else float(habits.english)
    for passage in heading_passages(note, names, english=language >= 0.5):
        _read_heading(reader, passage, mode)
    latest: dict[int, Passage] = {}
    for bullet in note.bullets:
        english = is_english(bullet.text, language) if habits.english is None else habits.english
        whole = bullet_passage(bullet, note, names, latest.get(id(bullet.parent)), english)
        try:
            _read_bullet(reader, whole, mode)
        except Exception as error:  # what one rule slips on costs no other card
            reader.silences.append(_broken(bullet, error))
        latest[id(bullet.parent)] = whole
    return _finished(reader)


def _language(note: Note) -> float:
    """Between 0 (foreign) and 1 (English), from the first bullets."""
    texts = [bullet.text for bullet in note.bullets[:400]]
    enough = bisect_left(list(accumulate(map(len, texts))), 20_000) + 1
    return english_score(*texts[:enough])


def _finished(reader: _Reader) -> Phrased:
    chosen = choose(sorted(reader.drafts, key=lambda draft: draft.bullet.span.line))
    carded = {id(draft.bullet) for draft in chosen.kept}
    surplus = [
        Silence(draft.bullet, "surplus", reason)
        for draft, reason in chosen.surplus
        if id(draft.bullet) not in carded and draft.bullet.form != "heading"
    ]
    told = [*reader.silences, *surplus]
    asked = Asked(chosen.kept)
    silences = [_covered(silence, asked) or silence for silence in told]
    return Phrased(chosen.kept, tuple(sorted(silences, key=lambda s: s.bullet.span.line)))


def _covered(silence: Silence, asked: Asked) -> Silence | None:
    """The silence of a bullet whose parent's card asks for it already."""
    if silence.kind == "to-do" or not asked.tells(silence.bullet):
        return None
    return Silence(silence.bullet, "covered", "the card of the label above it asks for it")


def _broken(bullet: Bullet, error: Exception) -> Silence:
    """The silence of a bullet on which a rule fails, which is the program's fault."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    file = Path(place.tb_frame.f_code.co_filename).name if place else "?"
    what = f"{type(error).__name__} in {file}, line {place.tb_lineno if place else 0}"
    return Silence(bullet, "broken", f"a fault of flashcards, please report it: {what}")


def _read_heading(reader: _Reader, passage: Passage, mode: Mode) -> None:
    minutes = reader.minutes.hold(passage.bullet)
    plan = _plan(mode, passage.english, minutes, "heading", reader.habits)
    for rule in plan.heading.fitting(passage):
        drafts, _ = _drafts(rule, passage, mode)
        reader.take(drafts)
        if drafts:
            return


def _read_bullet(reader: _Reader, whole: Passage, mode: Mode) -> None:
    bullet = whole.bullet
    drafts, misses = _explicit(whole, reader, mode)
    if not drafts:
        silence = None if bullet.form == "code" else not_worth_reading(bullet)
        if silence:
            reader.silences.append(silence)
            return
        asked = reader.asked.holds(bullet) == "whole"
        drafts, misses = _by_rules(reader, _spelled(whole), mode, asked=asked)
    reader.take(drafts)
    if not drafts:
        reader.silences.append(_silence(reader, whole, misses))


def _spelled(whole: Passage) -> Passage:
    """The bullet without slips of the pen, which would hide a verb or a conjunction."""
    text = mended(whole.text) if whole.english else whole.text
    return whole if text == whole.text else whole.saying(text)


def _silence(reader: _Reader, whole: Passage, misses: list[str]) -> Silence:
    bullet = whole.bullet
    if bullet.form == "code":
        return not_worth_reading(bullet) or Silence(bullet, "markup", "code")
    if reader.minutes.hold(bullet):
        return Silence(bullet, "minutes", "minutes or a plan: only decisions make cards")
    if any(miss.startswith("lint") for miss in misses):
        reason = "what the rules made of it did not pass the lint"
        return Silence(bullet, "flawed", reason, tuple(misses))
    return why_silent(bullet, whole.english, tuple(misses))


def _explicit(whole: Passage, reader: _Reader, mode: Mode) -> tuple[list[Draft], list[str]]:
    return _first_claim(_explicit_rules(reader.habits), whole, mode)


@cache
def _explicit_rules(habits: Habits) -> Ordered:
    return Ordered(rule for rule in all_rules() if rule.name in EXPLICIT - habits.off)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The rules that read passages of a kind, in their order, by when they are tried."""

    heading: Ordered
    side: Ordered
    whole: Ordered
    sentence: Ordered
    fallback: Ordered


@cache
def _plan(mode: Mode, english: bool, minutes: bool, form: Form, habits: Habits) -> _Plan:
    rules = [
        rule
        for rule in all_rules()
        if (rule.name not in EXPLICIT)
        and (english or rule.neutral)
        and rule.name not in habits.off
        and (rule.by_default or mode == "max" or rule.name in habits.on)
        and (rule.minutes or not minutes or mode == "max")
        and form in rule.forms
    ]
    claiming = [rule for rule in rules if not rule.side and not rule.fallback]
    return _Plan(
        heading=Ordered(rule for rule in rules if "heading" in rule.scopes),
        side=Ordered(rule for rule in rules if rule.side and "bullet" in rule.scopes),
        whole=Ordered(rule for rule in claiming if "bullet" in rule.scopes),
        sentence=Ordered(rule for rule in claiming if "sentence" in rule.scopes),
        fallback=Ordered(rule for rule in rules if rule.fallback),
    )


def _by_rules(
    reader: _Reader, whole: Passage, mode: Mode, *, asked: bool
) -> tuple[list[Draft], list[str]]:
    """`asked` says that a list's card asks for the bullet already: then only its own children and
    its abbreviations are left to ask for."""
    minutes = reader.minutes.hold(whole.bullet)
    plan = _plan(mode, whole.english, minutes, whole.bullet.form, reader.habits)
    is_long = len(whole.text) > LONGEST_READ
    side: list[Draft] = []
    drafts: list[Draft] = []
    misses: list[str] = []
    if not is_long:
        side = [
            draft for rule in plan.side.fitting(whole) for draft in _drafts(rule, whole, mode)[0]
        ]
        drafts, misses = _first_claim(plan.whole, whole, mode)
    if not drafts and not asked and plan.sentence:
        for passage in sentence_passages(whole):
            found, missed = _first_claim(plan.sentence, passage, mode)
            drafts += found
            misses += missed
    cards = [*drafts, *side]
    if not asked and not is_long and (not drafts or len(sentences(whole.text)) > 1):
        for rule in plan.fallback.fitting(whole):
            found, missed = _drafts(rule, whole, mode)
            cards += beside(cards, found)
            misses += missed
    return cards, misses


def _first_claim(rules: Ordered, passage: Passage, mode: Mode) -> tuple[list[Draft], list[str]]:
    """The cards of the first rule that makes some; failing that, of the first whose question tells
    just enough by its code."""
    misses: list[str] = []
    spare: list[Draft] = []
    for rule in rules.fitting(passage):
        drafts, missed = _drafts(rule, passage, mode)
        misses += missed
        if not drafts:
            continue
        sure = [draft for draft in drafts if not draft.reading.last_resort]
        if sure or rule.fallback:
            return drafts, misses
        spare = spare or drafts
    return spare, misses


def _drafts(rule: Rule, passage: Passage, mode: Mode) -> tuple[list[Draft], list[str]]:
    """The readings of a rule that pass the lint, and a line for each that does not."""
    drafts: list[Draft] = []
    misses: list[str] = []
    for reading in rule.read(passage):
        tidy = reading if rule.name in EXPLICIT else trimmed(tidied(reading, passage))
        context = context_line(tidy, passage)
        flaw = worst(Face(tidy.kind, tidy.question, tidy.answer, context))
        bar = flaw if flaw and (flaw.severity == "error" or mode == "strict") else None
        bare = thin(rule, tidy, passage) if mode != "max" else ""
        if bar and rule.name not in EXPLICIT:
            misses.append(f"lint: {rule.name} asked “{tidy.question}”, but {bar.message}")
        elif bare and not (bare == OPEN and is_told_by_code(rule, tidy, passage)):
            misses.append(f"{rule.name} asked “{tidy.question}”, but {bare}")
        else:
            tidy = replace(tidy, last_resort=True) if bare else tidy
            drafts.append(Draft(rule.name, tidy, passage.bullet, context, passage.text))
    return drafts, misses
