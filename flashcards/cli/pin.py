"""`flashcards pin`."""


def pin() -> None:
    """To come."""
