"""`flashcards build`: notes to decks."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from flashcards.cli.app import Folder, Mode, ModeName, Quiet
from flashcards.problems import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flashcards.cli.loading import Loaded, Read
    from flashcards.cli.settled import Told
    from flashcards.model import Card
    from flashcards.phrased import Mode as ModeOf
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
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch pictures on the web, to ship them as well.")
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
      flashcards build --fetch       keep pictures of the web in decks/media/, and ship them
    """
    from flashcards.workspace import Workspace

    workspace = Workspace(folder or Path())
    asked = _Asked(locked, retire, fetch, quiet, mode.value)
    raise typer.Exit(_again_and_again(workspace, asked) if watch else _once(workspace, asked))


class _Asked(NamedTuple):
    """What the command line asks of a build."""

    locked: bool
    retire: bool
    fetch: bool
    quiet: bool
    mode: ModeOf


def _once(workspace: Workspace, asked: _Asked) -> bool:
    """Build, tell and report; whether there were errors."""
    from flashcards.cli.loading import reporting
    from flashcards.cli.screen import has_errors, report, say
    from flashcards.cli.settled import recall

    workspace.expect_notes()
    with workspace.alone(say), reporting(workspace):
        read = workspace.read()
        sources, unread = read
        told = None if unread or asked.fetch else recall(workspace, sources, asked.mode)
        told = told or _built(workspace, read, asked)
    if not asked.quiet and told.lines:
        print("\n".join(told.lines), flush=True)
    report(told.problems, workspace)
    return has_errors(told.problems)


def _built(workspace: Workspace, read: Read, asked: _Asked) -> Told:
    """Build and save, where nothing speaks against it; what to tell of it."""
    from flashcards.build import too_much_retires
    from flashcards.cli.loading import load
    from flashcards.cli.settled import Told

    loaded = load(workspace.root, asked.quiet, asked.mode, read)
    missed: list[Problem] = []
    if asked.fetch:
        from flashcards.cli.fetching import fetch

        missed = fetch(workspace, loaded.built.cards)
        loaded = load(workspace.root, asked.quiet, asked.mode, read)
    stops = [] if asked.retire else too_much_retires(loaded.built)
    stops += _unlocked(loaded) if asked.locked else []
    if stops:
        return Told((), (*loaded.built.problems, *missed, *stops))
    lock = _save_lock(loaded)
    problems = (*loaded.built.problems, *_save_packages(loaded))
    _settle(loaded, lock, problems, asked.mode)
    problems += tuple(missed)
    return Told(_lines(loaded), problems)


def _save_lock(loaded: Loaded) -> str:
    """Write the lock, before the packages: these can be made again from it, never the reverse.

    Gives a digest of it; where nothing changed, it stays as it is, byte for byte.
    """
    from flashcards.cli.settled import lock_digest
    from flashcards.lock import lines_of
    from flashcards.sources import LOCK

    digest = lock_digest()

    def pieces() -> Iterator[bytes]:
        for line in lines_of(loaded.built.lock):
            digest.update(line)
            yield line

    if not _changes_lock(loaded):
        return lock_digest(loaded.sources.lock).hexdigest()
    loaded.workspace.write(LOCK, pieces())
    return digest.hexdigest()


def _changes_lock(loaded: Loaded) -> bool:
    return not loaded.sources.lock or loaded.built.lock != loaded.built.before


def _settle(loaded: Loaded, lock: str, problems: Sequence[Problem], mode: ModeOf) -> None:
    """Remember what the next build will tell if nothing changes, where that is certain: after a
    build that changed nothing, or that has nothing to report."""
    from flashcards.cli.screen import has_errors
    from flashcards.cli.settled import Told, settle

    built = loaded.built
    if has_errors(problems) or built.held or (_changes_lock(loaded) and problems):
        return
    again = replace(loaded, built=replace(built, before=built.lock, changes=()))
    told = Told(_lines(again), tuple(problems))
    settle(loaded.workspace, loaded.sources, mode, lock, told, loaded.vault.seen)


def _again_and_again(workspace: Workspace, asked: _Asked) -> bool:
    """Build now and after every change, until Ctrl-C; whether the last run had errors.

    A run that is refused waits for the next change.
    """
    from flashcards.cli.screen import report, say

    workspace.expect_notes()
    failed, told = False, False
    with suppress(KeyboardInterrupt):
        for _ in workspace.edits():
            try:
                failed = _once(workspace, asked)
            except Refused as refused:
                failed = True
                report(refused.problems, workspace)
            except typer.Exit:  # its problems were drawn where they were found
                failed = True
            if not told:
                told = True
                say("watching for changes; Ctrl-C ends")
    return failed


def _unlocked(loaded: Loaded) -> list[Problem]:
    from flashcards.cli.summary import counted
    from flashcards.problems import Problem
    from flashcards.sources import LOCK

    built = loaded.built
    if built.lock == built.before:
        return []
    count = counted(len(built.changes), "change")
    message = f"{LOCK} is not up to date ({count}); nothing was written"
    return [Problem(message, hint="run flashcards build, and commit the lock")]


def _save_packages(loaded: Loaded) -> list[Problem]:
    """Write what changed; a package that cannot be written is a problem, and the others are
    written all the same."""
    from flashcards.cli.cache import Cache, Shipped
    from flashcards.sources import package_path

    built, workspace = loaded.built, loaded.workspace
    cache = Cache(workspace.root)
    shipped = cache.packages()
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
    cache.keep_packages(shipped)
    return problems


def _write_package(workspace: Workspace, path: str, cards: Sequence[Card]) -> None:
    from flashcards.anki.package import package_bytes

    workspace.write(path, package_bytes(cards, workspace.bytes_of))


def _lines(loaded: Loaded) -> tuple[str, ...]:
    """What a build says of itself."""
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
    return tuple(lines)
