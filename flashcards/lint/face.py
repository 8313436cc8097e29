"""A card as the checks see it, and what they may find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a card. An error keeps a generated card from shipping."""

    code: str
    """`leak`, `pointing`, …: the name of the check."""
    message: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Face:
    """What the checks look at."""

    kind: Literal["qa", "cloze"]
    question: str
    answer: str
    context: str = ""
