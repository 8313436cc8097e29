"""Plain Markdown notes in, Anki decks out: questions phrased by rule, review history kept."""

__version__ = "0.1.0"
