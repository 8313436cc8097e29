"""`flashcards diff`: what a build would change, before anything is written."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from flashcards.cli.app import Folder, Mode, ModeName

if TYPE_CHECKING:
    from flashcards.changes import Change


class Format(StrEnum):
    """How differences are printed."""

    text = "text"
    json = "json"


def diff(
    shape: Annotated[Format, typer.Option("--format", help="For people, or for programs.")] = (
        Format.text
    ),
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there is a difference.")
    ] = False,
    mode: Mode = ModeName.default,
    folder: Folder = None,
) -> None:
    """Show what a build would change: new, reworded, moved, curated, dropped, retired cards.

    Old words and new ones stand one below the other, package by package, with a total. "reset"
    marks cards whose history would begin again. Writes nothing.

    \b
      flashcards diff
      flashcards diff --format json --exit-code > changes.json
    """
    from dataclasses import replace

    from flashcards.build import too_much_retires
    from flashcards.cli.loading import load
    from flashcards.cli.screen import has_errors, report
    from flashcards.cli.summary import of_anki, of_packages

    loaded = load(folder, mode=mode.value)
    built = loaded.built
    if shape is Format.json:
        import json

        rows = [as_json(change) for change in built.changes]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        lines = [*of_packages(built, whole=True), *of_anki(built.changes)]
        print("\n".join(lines or ["nothing changed"]))
    stops = [replace(stop, severity="warning") for stop in too_much_retires(built)]
    report([*built.problems, *stops], loaded.workspace)
    differs = exit_code and bool(built.changes)
    raise typer.Exit(differs or has_errors(built.problems))


def as_json(change: Change) -> dict[str, object]:
    """A change as other programs read it."""
    before, after = change.before, change.after
    return {
        "kind": change.kind,
        "id": change.id,
        "package": change.package,
        "deck": change.after.deck if change.after else None,
        "path": change.span.path,
        "line": change.span.line,
        "before": before
        and {"text": before.source, "question": before.question, "answer": before.answer},
        "after": after
        and {"text": after.source, "question": after.question, "answer": after.answer},
    }
