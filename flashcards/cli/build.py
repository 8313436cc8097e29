"""`flashcards build`: notes to decks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flashcards.cli.app import Folder, Mode, ModeName, Quiet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flashcards.cli.loading import Loaded
    from flashcards.model import Card
    from flashcards.phrase import Mode as ModeOf
    from flashcards.problems import Problem
    from flashcards.workspace import Workspace


def build(
    locked: Annotated[
        bool, typer.Option("--locked", help="Fail if decks/cards.lock would change; for CI.")
    ] = False,
    retire: Annotated[
        bool, typer.Option("--retire", help="Let a large part of a package retire at once.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Build again after every change, until Ctrl-C.")
    ] = False,
    quiet: Quiet = False,
    mode: Mode = ModeName.default,
    folder: Folder = None,
) -> None:
    """Turn notes/ into decks/*.apkg, which Anki imports with File > Import.

    Cards keep their ids, and so their history in Anki, when bullets are edited, moved or reworded;
    decks/cards.lock remembers them and belongs into version control.

    \b
      flashcards build
      flashcards build -C ~/notes
      flashcards build --watch       while you write
      flashcards build --locked      in CI: is the lock up to date?
    """
    from flashcards.workspace import Workspace

    workspace = Workspace(folder or Path())
    failed = _once(workspace, locked, retire, quiet, mode.value)
    if watch:
        _again_and_again(workspace, locked, retire, quiet, mode.value)
    raise typer.Exit(failed)


def _once(workspace: Workspace, locked: bool, retire: bool, quiet: bool, mode: ModeOf) -> bool:
    """Build, tell and report; whether there were errors."""
    from flashcards.build import too_much_retires
    from flashcards.cli.loading import load
    from flashcards.cli.screen import has_errors, report, say

    workspace.expect_notes()
    with workspace.alone(say):
        loaded = load(workspace.root, quiet, mode)
        stops = [] if retire else too_much_retires(loaded.built)
        stops += _unlocked(loaded) if locked else []
        unsaved = [] if stops else _save(loaded)
    if not stops and not quiet:
        _tell(loaded)
    problems = [*loaded.built.problems, *stops, *unsaved]
    report(problems, workspace)
    return has_errors(problems)


def _again_and_again(
    workspace: Workspace, locked: bool, retire: bool, quiet: bool, mode: ModeOf
) -> None:
    """Build after every change; a run that is refused waits for the next change."""
    from flashcards.cli.screen import report, say
    from flashcards.problems import Refused

    say("watching for changes; Ctrl-C ends")
    for _ in workspace.edits():
        try:
            _once(workspace, locked, retire, quiet, mode)
        except Refused as refused:
            report(refused.problems, workspace)
        except typer.Exit:
            continue  # its problems were drawn where they were found


def _unlocked(loaded: Loaded) -> list[Problem]:
    from flashcards.problems import Problem
    from flashcards.sources import LOCK

    built = loaded.built
    if built.lock == built.before:
        return []
    count = len(built.changes)
    message = f"{LOCK} is not up to date ({count} changes); nothing was written"
    return [Problem(message, hint="run flashcards build, and commit the lock")]


def _save(loaded: Loaded) -> list[Problem]:
    """Write the lock first: packages can be made again from it, never the reverse.

    A package that cannot be written is a problem, and the others are written all the same.
    """
    from flashcards.cli.shelf import Shelf, Shipped
    from flashcards.lock import dump
    from flashcards.problems import Refused
    from flashcards.sources import LOCK, package_path

    built, workspace = loaded.built, loaded.workspace
    if built.lock != built.before or not loaded.sources.lock:
        workspace.write(LOCK, dump(built.lock).encode())
    shelf = Shelf(workspace.root)
    shipped = shelf.packages()
    problems: list[Problem] = []
    for name, cards in built.packages.items():
        path, contents = package_path(name), built.contents(name)
        known = shipped.get(path) == Shipped(contents, workspace.state(path))
        if not cards or name in built.held or known:
            continue
        try:
            _write_package(workspace, path, cards)
            shipped[path] = Shipped(contents, workspace.state(path))
        except Refused as refused:
            problems += refused.problems
    shelf.keep_packages(shipped)
    return problems


def _write_package(workspace: Workspace, path: str, cards: Sequence[Card]) -> None:
    from flashcards.anki.package import package_bytes

    workspace.write(path, package_bytes(cards))


def _tell(loaded: Loaded) -> None:
    from flashcards.cli.summary import of_anki, of_bullets, of_packages
    from flashcards.sources import package_path

    built = loaded.built
    lines = [*of_packages(built, whole=False), of_bullets(built), *of_anki(built.changes)]
    lines += [
        f"{package_path(name)}: no note makes cards for it any more; the file stays, delete it as "
        "you like"
        for name in loaded.workspace.packages()
        if not built.packages.get(name) and name not in built.held
    ]
    print("\n".join(lines))
