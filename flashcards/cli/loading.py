"""What most commands begin with: the workspace, read and built in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from flashcards.cli.progress import Progress
from flashcards.cli.screen import report, say
from flashcards.problems import Problem, Refused
from flashcards.sources import Sources
from flashcards.workspace import Workspace

if TYPE_CHECKING:
    from flashcards.build import Built
    from flashcards.pages import Page, Written
    from flashcards.phrased import Mode
    from flashcards.vault import Vault


Read = tuple[Sources, list[Problem]]
"""What a workspace holds, and what of it cannot be read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workspace and what a build of it would be."""

    workspace: Workspace
    sources: Sources
    built: Built
    vault: Vault


def load(
    folder: Path | None,
    quiet: bool = False,
    mode: Mode = "default",
    read: Read | None = None,
    look: Callable[[Page], None] | None = None,
) -> Loaded:
    """Read the workspace and build it in memory; the problems of both are in `built`.

    `read` is what was read of it, where that is known already; `look` gets each page, of which the
    build keeps no bullets.
    """
    from flashcards.build import build
    from flashcards.cli.shelf import Shelf
    from flashcards.vault import Vault

    workspace = Workspace(folder or Path())
    with reporting(workspace):
        sources, problems = read or workspace.read()
        shelf, progress = Shelf(workspace.root), Progress(quiet)
        vault = Vault(workspace, sources.media, shelf.digests)

        def pages_of(written: Sequence[Written]) -> Iterator[Page]:
            for page in progress(shelf(written), [len(one.text) for one in written]):
                if look:
                    look(page)
                yield page

        built = build(sources, int(time.time()), mode, pages_of, vault)
        shelf.keep_digests(vault.fresh)
    built = replace(built, problems=(*problems, *built.problems))
    return Loaded(workspace, sources, built, vault)


@contextmanager
def editing(folder: Path | None) -> Iterator[Loaded]:
    """The workspace, loaded and held, so that its lock or a curation can be changed."""
    workspace = Workspace(folder or Path())
    workspace.expect_notes()
    with workspace.alone(say), reporting(workspace):
        yield load(folder)


@contextmanager
def reporting(workspace: Workspace) -> Iterator[None]:
    """Where a run is refused, draw its problems with the lines that they point at, and exit."""
    try:
        yield
    except Refused as refused:
        report(refused.problems, workspace)
        raise typer.Exit(1) from None
