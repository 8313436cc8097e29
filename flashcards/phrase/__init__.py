"""A note's bullets read by the rules: drafts of cards, and the reasons for silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from flashcards.english.detect import english_score, is_english
from flashcards.lint import Face, lint, stems
from flashcards.model import Bullet, Draft, Note, Reading
from flashcards.passages.names import Names, capitalised
from flashcards.passages.passage import (
    Passage,
    bullet_passage,
    heading_passages,
    sentence_passages,
)
from flashcards.passages.topics import context_of
from flashcards.phrase.select import choose
from flashcards.phrase.silence import Silence, not_worth_reading, why_silent
from flashcards.rules import RULES, Rule

__all__ = ["Mode", "Phrased", "Silence", "phrase"]

Mode = Literal["strict", "default", "max"]


@dataclass(frozen=True, slots=True)
class Phrased:
    """What the rules made of a note."""

    drafts: tuple[Draft, ...]
    """In the order of the note; those of one bullet stand together."""
    silences: tuple[Silence, ...]
    """One for each bullet without a draft, in the order of the note."""


@dataclass(slots=True)
class _Reader:
    """What one walk over a note collects."""

    note: Note
    drafts: list[Draft] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)


def phrase(note: Note, mode: Mode = "default") -> Phrased:
    """Read every heading and bullet of a note.

    A draft has passed the lint without an error. `strict` also drops drafts with warnings.
    """
    if not note.makes_cards:
        return Phrased((), ())
    names = Names.of(bullet.text for bullet in note.bullets)
    reader = _Reader(note)
    language = english_score(" ".join(bullet.text for bullet in note.bullets[:400])[:20_000])
    for passage in heading_passages(note, names, english=language >= 0.5):
        _read_heading(reader, passage, mode)
    latest: dict[int, Passage] = {}
    for bullet in note.bullets:
        english = is_english(bullet.text, language)
        whole = bullet_passage(bullet, note, names, latest.get(id(bullet.parent)), english)
        _read_bullet(reader, whole, mode)
        latest[id(bullet.parent)] = whole
    return _finished(reader)


def _finished(reader: _Reader) -> Phrased:
    chosen = choose(sorted(reader.drafts, key=lambda draft: draft.bullet.span.line))
    surplus = [
        Silence(draft.bullet, "surplus", reason)
        for draft, reason in chosen.surplus
        if not any(kept.bullet is draft.bullet for kept in chosen.kept)
        and draft.bullet.form != "heading"
    ]
    told = [*reader.silences, *surplus]
    answers = _answers_by_parent(chosen.kept)
    silences = [_covered(silence, answers) or silence for silence in told]
    return Phrased(chosen.kept, tuple(sorted(silences, key=lambda s: s.bullet.span.line)))


def _answers_by_parent(drafts: Iterable[Draft]) -> dict[object, str]:
    """The answers that each bullet's, or each heading's, cards give, in lower case."""
    answers: dict[object, str] = {}
    for draft in drafts:
        heading = draft.bullet.form == "heading"
        key: object = draft.bullet.headings[-1] if heading else id(draft.bullet)
        answers[key] = answers.get(key, "") + "\n" + draft.reading.answer.lower()
    return answers


def _covered(silence: Silence, answers: dict[object, str]) -> Silence | None:
    """The silence of a bullet whose parent's card asks for it already."""
    bullet = silence.bullet
    key: object = id(bullet.parent) if bullet.parent else next(reversed(bullet.headings), None)
    label = bullet.text.partition(": ")[0].strip().rstrip(".;").lower()
    if (
        silence.kind in {"to-do", "link", "metadata"}
        or not label
        or label not in answers.get(key, "")
    ):
        return None
    return Silence(bullet, "covered", "the card of the label above it asks for it")


def _read_heading(reader: _Reader, passage: Passage, mode: Mode) -> None:
    for rule in RULES:
        if "heading" in rule.scopes and (passage.english or rule.neutral):
            drafts, _ = _drafts(rule, passage, reader.note, mode)
            reader.drafts += drafts
            if drafts:
                return


def _read_bullet(reader: _Reader, whole: Passage, mode: Mode) -> None:
    bullet = whole.bullet
    drafts, misses = _explicit(whole, reader.note, mode)
    if not drafts:
        silence = not_worth_reading(bullet)
        if silence:
            reader.silences.append(silence)
            return
        drafts, misses = _by_rules(whole, reader.note, mode)
    reader.drafts += drafts
    if drafts:
        return
    if any(miss.startswith("lint") for miss in misses):
        reason = "what the rules made of it did not pass the lint"
        reader.silences.append(Silence(bullet, "flawed", reason, tuple(misses)))
    else:
        reader.silences.append(why_silent(bullet, whole.english, tuple(misses)))


EXPLICIT = frozenset({"question-answer", "double-colon", "written-cloze", "highlight"})
"""Rules that pass on what the writer marked as a card; nothing else reads such a bullet."""


def _explicit(whole: Passage, note: Note, mode: Mode) -> tuple[list[Draft], list[str]]:
    return _first_claim((rule for rule in RULES if rule.name in EXPLICIT), whole, note, mode)


def _by_rules(whole: Passage, note: Note, mode: Mode) -> tuple[list[Draft], list[str]]:
    rules = [
        rule
        for rule in RULES
        if rule.name not in EXPLICIT
        and (whole.english or rule.neutral)
        and (rule.by_default or mode == "max")
    ]
    side = [
        draft
        for rule in rules
        if rule.side and "bullet" in rule.scopes
        for draft in _drafts(rule, whole, note, mode)[0]
    ]
    drafts, misses = _first_claim((r for r in rules if _claims(r, "bullet")), whole, note, mode)
    if not drafts:
        for passage in sentence_passages(whole):
            found, missed = _first_claim(
                (r for r in rules if _claims(r, "sentence")), passage, note, mode
            )
            drafts += found
            misses += missed
    return [*drafts, *side], misses


def _claims(rule: Rule, scope: str) -> bool:
    return scope in rule.scopes and not rule.side


def _first_claim(
    rules: Iterable[Rule], passage: Passage, note: Note, mode: Mode
) -> tuple[list[Draft], list[str]]:
    misses: list[str] = []
    for rule in rules:
        drafts, missed = _drafts(rule, passage, note, mode)
        misses += missed
        if drafts:
            return drafts, misses
    return [], misses


def _drafts(rule: Rule, passage: Passage, note: Note, mode: Mode) -> tuple[list[Draft], list[str]]:
    """The readings of a rule that pass the lint, and a line for each that does not."""
    drafts: list[Draft] = []
    misses: list[str] = []
    for reading in rule.read(passage):
        tidy = reading if rule.name in EXPLICIT else _tidy(reading)
        context = _context(tidy, passage.bullet, note)
        flaws = lint(Face(tidy.kind, tidy.question, tidy.answer, context))
        bar = [flaw for flaw in flaws if flaw.severity == "error" or mode == "strict"]
        if bar and rule.name not in EXPLICIT:
            misses.append(f"lint: {rule.name} asked “{tidy.question}”, but {bar[0].message}")
        else:
            drafts.append(Draft(rule.name, tidy, passage.bullet, context, passage.text))
    return drafts, misses


def _tidy(reading: Reading) -> Reading:
    """Capitals and closing marks as a reader expects them."""
    question = capitalised(" ".join(reading.question.split()))
    if reading.kind == "cloze":
        return replace(reading, question=question)
    answer = reading.answer.strip()
    if "\n" not in answer:
        answer = capitalised(" ".join(answer.split()).rstrip(",;:"))
        answer = answer.removesuffix(".") if not answer.endswith(("etc.", "...", ".).")) else answer
    return replace(reading, question=question, answer=answer)


def _context(reading: Reading, bullet: Bullet, note: Note) -> str:
    """The context line, less the parts that would give the answer away."""
    answer = stems(reading.answer)
    crumbs = context_of(bullet, note)
    return " › ".join(crumb for crumb in crumbs if not _gives_away(crumb, answer, reading))


def _gives_away(crumb: str, answer: set[str], reading: Reading) -> bool:
    told = stems(crumb) - stems(reading.question)
    return bool(told & answer) and len(told & answer) * 2 > len(answer)
