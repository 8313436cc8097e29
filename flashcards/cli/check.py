"""`flashcards check`: what is wrong with notes, curation and cards."""

from __future__ import annotations

import typer

from flashcards.cli.app import Folder, Mode, ModeName, Quiet


def check(mode: Mode = ModeName.default, folder: Folder = None, quiet: Quiet = False) -> None:
    """Check notes, curation and cards, without writing anything.

    Errors make the exit code 1; warnings are about cards that could be better.

    \b
      flashcards check
      flashcards check --quiet || echo "mend the notes first"
    """
    from flashcards.build import lint_cards
    from flashcards.cli.loading import load
    from flashcards.cli.screen import has_errors, report
    from flashcards.cli.summary import counted

    loaded = load(folder, quiet, mode.value)
    built = loaded.built
    problems = [*built.problems, *lint_cards(built.cards)]
    report(problems, loaded.workspace)
    if not quiet:
        errors = sum(problem.severity == "error" for problem in problems)
        warnings = sum(problem.severity == "warning" for problem in problems)
        print(
            f"checked {counted(len(built.notes), 'note')} and {counted(len(built.cards), 'card')}: "
            f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"
        )
    raise typer.Exit(has_errors(problems))
