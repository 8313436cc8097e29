"""A clause as words with their places; code and formulas are single words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["word", "number", "atom", "mark"]

_TOKEN = re.compile(
    r"""
      (?P<atom> (?<!`)`++[^`]+`+ | \$\$[^$]+\$\$
        | \$(?![\s\d][^$]*\s\$)[^$\s](?:[^$]*[^$\s])?\$(?!\d) )
    | (?P<number> [$€£~±]?\d(?:[\d,.:/×–-]*\d)?(?:\s?%)? (?!\w) )
    | (?P<word> \w(?:[\w]|[-'’.&/+@](?=\w))*[+#]*'? )
    | (?P<mark> \.\.\. | -> | [^\s] )
    """,
    re.VERBOSE,
)
# A full stop inside a word (i.i.d., node.js) belongs to it when a letter follows.


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    """`clause[start:end]` is the text."""
    kind: Kind

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_name(self) -> bool:
        """Looks like a name of its own: an acronym, CamelCase, digits among letters, code."""
        return self.kind == "atom" or (
            self.kind == "word" and bool(_NAME.search(self.text)) and len(self.text) > 1
        )

    @property
    def is_capitalised(self) -> bool:
        return self.kind == "word" and self.text[:1].isupper()


_NAME = re.compile(r"[a-z][A-Z]|^[A-Z]{2}|[A-Z].*\d|\d.*[A-Z]|^[A-Z]\.[A-Z]|[+#]$")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words, numbers, atoms (code, formulas) and marks of a text, in order."""
    return tuple(
        Token(m.group(), m.start(), m.end(), m.lastgroup)  # type: ignore[arg-type]
        for m in _TOKEN.finditer(text)
        if m.lastgroup
    )


def word_count(text: str) -> int:
    """How many words a learner reads."""
    return sum(token.kind != "mark" for token in tokens(text))
