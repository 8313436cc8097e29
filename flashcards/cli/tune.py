"""`flashcards tune`."""


def tune() -> None:
    """To come."""
