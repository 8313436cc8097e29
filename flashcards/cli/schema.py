"""`flashcards schema`: what editors need to understand decks/*.yaml."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of decks/*.yaml, for editors that complete and check YAML by it.

    Files that the program creates refer to it in their first line, and lie beside a copy.

    \b
      flashcards schema > decks/curation.schema.json
    """
    from importlib.resources import files

    print(files("flashcards.curation").joinpath("schema.json").read_text(encoding="utf-8"), end="")
