"""`flashcards explain`: which rule read a bullet, or why none did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from flashcards.cli.app import Folder, Mode, ModeName
from flashcards.cli.completion import ids
from flashcards.problems import harmless

if TYPE_CHECKING:
    from flashcards.build import Built
    from flashcards.identity import Known
    from flashcards.model import Bullet, Card, Draft, Heading
    from flashcards.pages import Page
    from flashcards.phrased import Silence


def explain(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[PLACE|ID]",
            help="notes/lecture.md:12, or an id of a card; both may be shortened.",
            autocompletion=ids,
        ),
    ] = None,
    skipped: Annotated[
        bool, typer.Option("--skipped", help="List the bullets that make no card, and why.")
    ] = False,
    mode: Mode = ModeName.default,
    folder: Folder = None,
) -> None:
    """Say which rule read a bullet and how its cards kept their ids, or why it makes no card.

    \b
      flashcards explain notes/lecture.md:12
      flashcards explain lecture:12
      flashcards explain what-is-osmosis-8b2a
      flashcards explain --skipped
    """
    from flashcards.cli.loading import load

    if (name is None) != skipped:
        raise typer.BadParameter("name a place or an id, or use --skipped")
    pages: list[Page] = []
    built = load(folder, mode=mode.value, look=pages.append).built
    for line in _skipped(pages) if name is None else _explained(name, built, pages):
        print(line)


def _skipped(pages: Sequence[Page]) -> Iterator[str]:
    from flashcards.cli.summary import UNDERSTOOD

    grouped: dict[str, list[Silence]] = defaultdict(list)
    for silence in _silences(pages):
        if silence.kind not in UNDERSTOOD:
            grouped[silence.kind].append(silence)
    for kind in sorted(grouped, key=lambda kind: len(grouped[kind])):
        yield f"{kind} ({len(grouped[kind])})"
        for silence in grouped[kind]:
            span = silence.bullet.span
            yield f"  {span.path}:{span.line}  {harmless(silence.bullet.source)}"
            yield f"      {silence.reason}"


def _silences(pages: Sequence[Page]) -> Iterator[Silence]:
    for page in pages:
        yield from page.phrased.silences


def _explained(name: str, built: Built, pages: Sequence[Page]) -> Iterator[str]:
    from flashcards.cli.which import cards_at, place

    paths = [note.path for note in built.notes]
    where = place(name, paths)
    if where is None:
        cards = cards_at(name, built.cards, paths)
    else:
        where = _bullet_line(pages, *where)
        cards = [card for card in built.cards if (card.span.path, card.span.line) == where]
    drafts = (draft for page in pages for draft in page.phrased.drafts)
    known = {one.id: (one, draft) for one, draft in zip(built.known, drafts, strict=True)}
    for card in cards:
        yield from _of_card(card, *known.get(card.id, (None, None)))
    spots = {where} if where else {(card.span.path, card.span.line) for card in cards}
    silences = [s for s in _silences(pages) if (s.bullet.span.path, s.bullet.span.line) in spots]
    for silence in silences:
        yield from _of_silence(silence)
    if not cards and not silences:
        yield f"{name}: no bullet stands there"


def _bullet_line(pages: Sequence[Page], path: str, line: int) -> tuple[str, int]:
    """The line where the bullet begins to which a line of a note belongs."""
    note = next((page.note for page in pages if page.note.path == path), None)
    parts: list[Bullet | Heading] = [*note.bullets, *note.headings] if note else []
    return path, max((p.span.line for p in parts if p.span.line <= line), default=line)


def _of_card(card: Card, known: Known | None, draft: Draft | None) -> Iterator[str]:
    from flashcards.cli.screen import colour
    from flashcards.lint import Face, lint

    yield f"{card.span.path}:{card.span.line}  {harmless(card.source)}"
    if card.context:
        yield colour(f"  {card.context}", "dim")
    yield f"  {'Q' if card.kind == 'qa' else 'cloze'}: {card.question}"
    if card.kind == "qa":
        yield f"  A: {card.answer}"
    yield f"  id: {colour(card.id, 'bold')}{_fate(known)}"
    if card.rule:
        yield f"  rule: {card.rule} (flashcards rules {card.rule})"
    if draft and draft.reading.why:
        yield f"  gap: {draft.reading.why}"
    if draft and draft.read:
        yield from _clauses(draft.read)
    for flaw in lint(Face(card.kind, card.question, card.answer, card.context)):
        yield f"  lint: {flaw.message} ({flaw.code})"
    if card.curated:
        yield f"  {card.curated} in decks/{card.package}.yaml"


MOST_CLAUSES = 5
"""Sentences of a bullet whose clauses are shown."""


def _clauses(text: str) -> Iterator[str]:
    """How the sentences of an English text were taken apart, a line each."""
    from flashcards.english.clauses import parse
    from flashcards.english.sentences import sentences

    for sentence in sentences(text)[:MOST_CLAUSES]:
        clause = parse(sentence)
        if clause is None:
            yield f"  read: {sentence} | no verb is certain"
            continue
        verb = " ".join(filter(None, [clause.auxiliary, clause.middle])) or clause.verb
        parts = [clause.lead, clause.subject, verb, clause.rest, clause.also]
        yield "  read: " + " | ".join(filter(None, parts))


def _fate(known: Known | None) -> str:
    if known is None or known.was is None:
        return ", written by hand" if known is None else ", new"
    was = known.was
    story = {
        "same": "same place and words as at the last build",
        "moved": f"moved here from {was.path}",
        "reworded": f"kept from: {harmless(was.source)}",
        "returned": "back with its bullet",
        "new": "new",
    }
    return f", {story[known.fate]}"


def _of_silence(silence: Silence) -> Iterator[str]:
    span = silence.bullet.span
    yield f"{span.path}:{span.line}  {harmless(silence.bullet.source)}"
    yield f"  no card: {silence.reason}"
    yield from (f"    {miss}" for miss in silence.misses)
    if silence.kind == "not understood":
        yield from _clauses(silence.bullet.text)
    yield "  to have one all the same: flashcards add KEY --question … --answer …"
