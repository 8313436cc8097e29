"""`flashcards cards`: the cards that a build would ship."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from flashcards.cli.app import Folder, Mode, ModeName

if TYPE_CHECKING:
    from flashcards.model import Card


class Format(StrEnum):
    """How cards are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def cards(
    shape: Annotated[
        Format, typer.Option("--format", help="A table to read; or all fields, for programs.")
    ] = Format.table,
    mode: Mode = ModeName.default,
    folder: Folder = None,
) -> None:
    """List the cards that a build would ship, sorted by place. Writes nothing.

    \b
      flashcards cards
      flashcards cards --format jsonl | jq -r .question
      flashcards cards --format csv > cards.csv
    """
    from flashcards.cli.loading import load
    from flashcards.cli.screen import has_errors, report

    loaded = load(folder, mode=mode.value)
    write = {Format.table: _table, Format.jsonl: _jsonl, Format.csv: _csv}[shape]
    if shape is not Format.table:
        _for_programs()
    for line in write(loaded.built.cards):
        print(line)
    report(loaded.built.problems, loaded.workspace)
    raise typer.Exit(has_errors(loaded.built.problems))


def fields(card: Card) -> dict[str, object]:
    """A card as other programs read it; the names are a promise."""
    from flashcards.anki.guid import guid

    return {
        "id": card.id,
        "guid": guid(card.id, card.kind),
        "kind": card.kind,
        "question": card.question,
        "answer": card.answer,
        "context": card.context,
        "extra": card.extra,
        "hint": card.hint,
        "tags": list(card.tags),
        "deck": card.deck,
        "package": card.package,
        "rule": card.rule,
        "curated": card.curated,
        "media": [one.path or one.media.address for one in card.media],
        "source": {"path": card.span.path, "line": card.span.line, "text": card.source},
    }


def _for_programs() -> None:
    """UTF-8 and bare line feeds, whatever the terminal and the system prefer."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", newline="\n")


def _jsonl(cards: Sequence[Card]) -> Iterator[str]:
    import json

    for card in cards:
        yield json.dumps(fields(card), ensure_ascii=False)


def _csv(cards: Sequence[Card]) -> Iterator[str]:
    import csv
    import io

    for row in [None, *map(fields, cards)]:
        line = io.StringIO()
        values = _HEADER if row is None else [_cell(row, name) for name in _HEADER]
        csv.writer(line, lineterminator="").writerow(values)
        yield line.getvalue()


_HEADER = ["id", "guid", "kind", "question", "answer", "context", "extra", "hint", "tags", "deck",
           "package", "rule", "curated", "path", "line", "text"]  # fmt: skip


def _cell(row: dict[str, object], name: str) -> object:
    source = row["source"]
    if isinstance(source, dict) and name in source:
        return source[name]
    value = row[name]
    return " ".join(value) if isinstance(value, list) else value


def _table(cards: Sequence[Card]) -> Iterator[str]:
    from flashcards.cli.screen import colour, columns, table

    rows = [
        (
            f"{card.span.path}:{card.span.line}",
            " ".join(card.question.split()),
            " ".join(card.answer.split()) if card.kind == "qa" else "",
            card.id,
        )
        for card in cards
    ]
    heading = ("PLACE", "QUESTION", "ANSWER", "ID")
    lines = table([heading, *rows], columns(), flexible=[1, 2])
    for number, line in enumerate(lines):
        yield line if number else colour(line, "bold")
