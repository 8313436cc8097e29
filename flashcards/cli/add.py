"""`flashcards add`."""


def add() -> None:
    """To come."""
