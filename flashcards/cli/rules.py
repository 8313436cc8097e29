"""`flashcards rules`: what the rules read, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from flashcards.rules import Rule


def _names() -> list[str]:
    from flashcards.rules import NAMES

    return list(NAMES)


def _summary(rule: Rule) -> str:
    """The manual's first paragraph in one line, and whether the rule waits to be asked for."""
    told = " ".join(rule.manual.partition("\n\n")[0].split())
    return told if rule.by_default else f"{told} (--mode max)"


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
        rows = [(rule.name, _summary(rule)) for rule in all_rules()]
        print("\n".join(table(rows, columns(), flexible=[1])))
        return
    wanted = name.replace("_", "-")
    if wanted not in manuals:
        hint = did_you_mean(wanted, manuals)
        raise typer.BadParameter(f'there is no rule "{name}"' + (f"; {hint}" if hint else ""))
    print(manuals[wanted])
