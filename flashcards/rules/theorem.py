"""Ask what a named definition, theorem or law states.

- Theorem (Pythagoras): In a right triangle, $a^2 + b^2 = c^2$.
Q: What does the theorem of Pythagoras state?
A: In a right triangle, $a^2 + b^2 = c^2$

- Definition 2.1 (Flotilla). A group of ships that sail under one command.
Q: What is the definition of “flotilla”?
A: A group of ships that sail under one command

> [!theorem] Pythagoras
> In a right triangle, $a^2 + b^2 = c^2$.
Q: What does the theorem of Pythagoras state?
A: In a right triangle, $a^2 + b^2 = c^2$

> [!definition]- Flotilla
> A group of ships that sail under one command.
Q: What is the definition of “flotilla”?
A: A group of ships that sail under one command

- Theorem 4: see the book
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = "bullet"

LONGEST = 25

_KINDS = (
    "definition", "theorem", "lemma", "corollary", "proposition", "axiom", "law", "principle",
    "conjecture",
)  # fmt: skip
_NAMED = re.compile(
    rf"^(?P<kind>{'|'.join(_KINDS)})"
    r"(?: \d[\d.]*)?\s*(?:\((?P<bracket>[^()]{3,50})\)|of (?P<of>[^:.(]{3,50}?))\s*[.:]\s+"
    r"(?P<said>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def read(passage: Passage) -> Iterator[Reading]:
    named = _named(passage.text.strip()) or _callout(passage)
    if named is None:
        return
    kind, name, said = named
    name, said = name.strip().removeprefix("of "), said.strip().rstrip(".")
    if not 3 <= word_count(said) <= LONGEST or said.endswith(":"):
        return
    if kind == "definition":
        yield Reading(f"What is the definition of “{passage.lowered(name)}”?", said)
    elif kind in name.lower():
        yield Reading(f"What does {_with_the(name)} state?", said)
    else:
        yield Reading(f"What does the {kind} of {name} state?", said)


def _named(text: str) -> tuple[str, str, str] | None:
    found = _NAMED.match(text)
    return (
        (found["kind"].lower(), found["bracket"] or found["of"], found["said"]) if found else None
    )


_CALLOUTS = {
    **dict.fromkeys(_KINDS, ""),
    "def": "definition",
    "thm": "theorem",
    "prop": "proposition",
    "cor": "corollary",
}


def _callout(passage: Passage) -> tuple[str, str, str] | None:
    """The only paragraph of a callout that bears a title."""
    bullet, title = passage.bullet, passage.bullet.parent
    if bullet.form != "quote" or title is None or title.form != "quote":
        return None
    kind = _CALLOUTS.get(bullet.language)
    alone = title.language == bullet.language and len(title.children) == 1 and not bullet.children
    if kind is None or not alone or ":" in title.text or title.parent is not None:
        return None
    return kind or bullet.language, title.text, passage.text


def _with_the(name: str) -> str:
    return name if "'" in name or "’" in name or name.lower().startswith("the ") else f"the {name}"
