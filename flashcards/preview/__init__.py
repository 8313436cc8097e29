"""Preview: the cards as one page of HTML, to be read before they are imported."""

from flashcards.preview.page import Desk, page

__all__ = ["Desk", "page"]
