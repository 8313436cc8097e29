"""`flashcards add`: a card that no bullet makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flashcards.cli.app import Folder

if TYPE_CHECKING:
    from flashcards.cli.curating import Curator


def packages(context: typer.Context, incomplete: str) -> list[str]:
    """The packages of the notes that are there."""
    from flashcards.notes.places import package_of
    from flashcards.sources import NOTES

    folder = (context.params.get("folder") or Path()) / NOTES
    names = (package_of(f"{NOTES}/{one.name}" + "/x.md" * one.is_dir()) for one in folder.iterdir())
    return sorted(name for name in names if name.startswith(incomplete))


def add(
    key: Annotated[str, typer.Argument(help="The card's id, which stays with it for good.")],
    question: Annotated[str | None, typer.Option(help="What to ask.")] = None,
    answer: Annotated[str | None, typer.Option(help="What to answer.")] = None,
    text: Annotated[str | None, typer.Option(help="A cloze instead, with {{c1::gaps}}.")] = None,
    context: Annotated[str | None, typer.Option(help="The line above the question.")] = None,
    extra: Annotated[str | None, typer.Option(help="What the answer side says below.")] = None,
    hint: Annotated[str | None, typer.Option(help="A hint, which is shown on demand.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A tag of its own.")] = None,
    session: Annotated[
        str | None, typer.Option(help="A heading of the notes, whose tags it gets.")
    ] = None,
    at: Annotated[
        str | None, typer.Option(help="A note, or a line in it, below whose headings it belongs.")
    ] = None,
    package: Annotated[
        str | None,
        typer.Option(help="Which of decks/*.apkg it is for.", autocompletion=packages),
    ] = None,
    folder: Folder = None,
) -> None:
    """Add a card of your own to decks/*.yaml.

    Without --question or --text the card opens in $VISUAL or $EDITOR. --package may be left out
    where there is but one, or where --at says it.

    \b
      flashcards add swarm --question "What is a swarm?" --answer "Bees on the move"
      flashcards add atp --package cells --text "Cells run on {{c1::ATP}}" --session "Energy"
      flashcards add atp --at cells:12 --question "What do cells run on?" --answer "ATP"
    """
    from flashcards.cli.curating import Curator, given
    from flashcards.cli.loading import load, reporting
    from flashcards.curation.composing import in_order

    loaded = load(folder)
    curator = Curator(loaded)
    with reporting(loaded.workspace):
        package, place = _package(curator, package, at)
        texts = given({"question": question, "answer": answer, "text": text, "context": context,
                       "extra": extra, "hint": hint, "session": session, "at": at})  # fmt: skip
        held: dict[str, Any] = {**texts, **place}
        if tag:
            held["tags"] = tag
        if question is None and text is None:
            from flashcards.cli.editor import edit_added

            print(edit_added(curator, key, held, package))
        else:
            print(added(curator, key, in_order(held, "add"), package))


def added(curator: Curator, key: str, held: dict[str, Any], package: str) -> str:
    """Write a card that no bullet makes, and say so."""
    from flashcards.problems import Problem, Refused

    path = curator.path("add", key, package)
    if curator.entry("add", key, path) is not None:
        hint = f"flashcards tune {key} changes it"
        raise Refused(Problem(f'"{key}" is there already, in {path}', hint=hint))
    curator.set("add", key, held, path)
    return f"added {key} to {path}"


def _package(curator: Curator, named: str | None, at: str | None) -> tuple[str, dict[str, str]]:
    """The package that a new card is for, and the place as its entry says it."""
    from flashcards.cli.which import place
    from flashcards.notes.places import package_of
    from flashcards.problems import Problem, Refused, did_you_mean
    from flashcards.workspace import nearest_note

    paths = [note.path for note in curator.loaded.built.notes]
    there = sorted({package_of(path) for path in paths})
    where: dict[str, str] = {}
    if at is not None:
        path, line = place(at, paths) or (nearest_note(at, paths), 0)
        if path not in paths:
            raise Refused(Problem(f"no note {at}", hint=did_you_mean(at, paths)))
        named = named or package_of(path)
        where = _above(curator, path, line)
    if named is None and len(there) > 1:
        hint = f"--package says which: {', '.join(there)}"
        raise Refused(Problem("there is more than one package", hint=hint))
    chosen = named or there[0]
    if chosen not in there:
        hint = did_you_mean(chosen, there) or f"there are: {', '.join(there)}"
        raise Refused(Problem(f'no notes make the package "{chosen}"', hint=hint))
    return chosen, where


def _above(curator: Curator, path: str, line: int) -> dict[str, str]:
    """A note and the heading above a line: lines shift while notes are edited, headings do not."""
    note = next(note for note in curator.loaded.built.notes if note.path == path)
    above = [heading.text for heading in note.headings if heading.span.line <= line]
    return {"session": above[-1], "at": path} if above else {"at": path}
