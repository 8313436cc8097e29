"""What bars a stretch of text from being a gap: it is cut, shown elsewhere, or one of many."""

from __future__ import annotations

from collections.abc import Callable

from flashcards.cloze.bars.cuts import (
    cuts_a_date,
    cuts_a_name,
    cuts_a_term,
    is_aside,
    is_cut,
    is_too_large,
    is_unfit,
)
from flashcards.cloze.bars.empty import is_generic, is_plain_subject
from flashcards.cloze.bars.numbers import is_one_figure_of_several, is_reckoned, numbers_a_part
from flashcards.cloze.bars.rows import is_one_of_many
from flashcards.cloze.bars.shown import is_shown, is_told
from flashcards.cloze.bars.sight import Sight
from flashcards.cloze.bars.thin import (
    is_bare_fragment,
    is_lone_acronym,
    is_open_order,
    is_terse,
    points_away,
)

__all__ = ["Sight", "is_barred"]


def is_barred(sight: Sight) -> bool:
    """Whether it must not be hidden, however well it scores."""
    return any(bar(sight) for bar in _BARS)


_BARS: tuple[Callable[[Sight], bool], ...] = (
    is_too_large,
    is_unfit,
    is_cut,
    cuts_a_date,
    cuts_a_name,
    cuts_a_term,
    is_aside,
    is_one_of_many,
    is_generic,
    is_shown,
    is_plain_subject,
    numbers_a_part,
    is_reckoned,
    is_open_order,
    is_one_figure_of_several,
    points_away,
    is_lone_acronym,
    is_terse,
    is_bare_fragment,
    is_told,
)
