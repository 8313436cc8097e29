"""`flashcards drop`."""


def drop() -> None:
    """To come."""
