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

## Marchetti's theorem
Every closed loop of odd length crosses the river once.
Q: What does Marchetti's theorem state?
A: Every closed loop of odd length crosses the river once

- Theorem 4: see the book
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.normal import spell_out
from flashcards.english.sentences import sentences
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

SCOPE = ("heading", "bullet")

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
    titled = _TITLE.match(passage.text.strip())
    if titled and passage.members:
        yield from _below(titled["name"], passage)
        return
    if passage.heading is not None:
        return
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


_TITLE = re.compile(
    r"^(?:the )?(?P<name>\w[^:;,.?]{2,40} (?:theorem|lemma|law|inequality|conjecture|hypothesis|"
    r"paradox|axiom|identity|formula))$",
    re.IGNORECASE,
)
_NO_STATEMENT = re.compile(
    r"(?:let|proof|see|also|assume|suppose|given|consider|this|it|they|these|named|we|for example|"
    r"e\.g)\b",
    re.IGNORECASE,
)


_FIELD = re.compile(r"^(?!.*['’]s? )[^()]+ law$", re.IGNORECASE)


def _below(name: str, passage: Passage) -> Iterator[Reading]:
    """`Vizing theorem`, and what it states in the only sentence, or the first, below it."""
    first = passage.members[0]
    if _FIELD.search(name) and len(passage.members) > 1:
        return  # a branch of the law, whose statements are many
    if first.form not in {"bullet", "paragraph", "quote"} or passage.names.labels[name.lower()]:
        return
    said = sentences(spell_out(first.text))
    stated = said[0].strip().rstrip(".") if said else ""
    formula = re.fullmatch(r"\$[^$]{8,}\$|\$\$[^$]{8,}\$\$", stated)
    if _NOTATION.fullmatch(stated):
        return
    sound = formula or (word_count(stated) >= SHORTEST and _states(stated))
    if sound and word_count(stated) <= LONGEST and not _NO_STATEMENT.match(stated):
        plain = name if len(name.split()) == 2 else passage.names.lowered_title(name)
        yield Reading(f"What does {_with_the(plain)} state?", stated)


def _states(text: str) -> bool:
    """A statement: one with a verb of its own, or `For every …, there is …`, `If …, then …`."""
    told = parse(text) is not None or _CONDITION.match(text) is not None
    return told and not text.endswith((":", "?"))


_CONDITION = re.compile(r"(?:for|if|in|there|when|every|any) ", re.IGNORECASE)
_NOTATION = re.compile(r"\$+\w+\s*=\s*\([^()]*\)\$+")
"""`$G = (V, E)$` names the parts of a thing."""
SHORTEST = 5


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
