"""`flashcards rules`: what the rules read, in their own words."""

from __future__ import annotations

from typing import Annotated

import typer


def _names() -> list[str]:
    from flashcards.rules import NAMES

    return list(NAMES)


def rules(
    name: Annotated[
        str | None,
        typer.Argument(help="A rule whose manual to print.", autocompletion=_names),
    ] = None,
) -> None:
    """List the rules that phrase questions, in the order they are tried, or print one's manual.

    \b
      flashcards rules
      flashcards rules abbreviation
    """
    from flashcards.cli.screen import columns, table
    from flashcards.problems import did_you_mean
    from flashcards.rules import all_rules

    manuals = {rule.name: rule.manual for rule in all_rules()}
    if name is None:
        rows = [(rule, manual.partition("\n")[0]) for rule, manual in manuals.items()]
        print("\n".join(table(rows, columns(), flexible=[1])))
        return
    wanted = name.replace("_", "-")
    if wanted not in manuals:
        hint = did_you_mean(wanted, manuals)
        raise typer.BadParameter(f'there is no rule "{name}"' + (f"; {hint}" if hint else ""))
    print(manuals[wanted])
