"""Makes flashcards/english/spelling.txt: words that a slip of the pen is mended to.

    apt-get install wordnet-base wamerican-large wbritish-large
    cd benchmarks
    python spelling.py /usr/share/wordnet /usr/share/dict > ../flashcards/english/spelling.txt

The words are those that come often in the glosses of WordNet (WordNet licence). The lines with a
`-` are words of SCOWL (its licence stands in LICENSE) that look like a slip of one of these and
are none: `discretely`, `percept`, `geminate`. Those with a `+` stand in words.txt, as the corpus of
Brill's tagger has them, and are slips all the same: `enviroment`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from flashcards.english import closed
from flashcards.english.lexicon import lexicon
from flashcards.english.spelling import SHORTEST, slips_of

OFTEN = 12
"""How often the glosses have a word that is common enough."""
NO_SLIPS = frozenset(
    "barding brining creping divorcee flatish includee includeed includees infirmed materiel "
    "ponding sallowed sallowing satined satining slivery sooting winless".split()
)
"""Words of words.txt that are none, though the word lists of SCOWL lack them."""

UNLISTED = frozenset(["statins"])
"""Words that are none either, which no list has."""


def frequent(wordnet: Path) -> set[str]:
    counted: Counter[str] = Counter()
    for path in sorted(wordnet.glob("data.*")):
        for line in path.read_text("latin-1").splitlines():
            counted.update(re.findall(r"[a-z]+", line.partition(" | ")[2].lower()))
    return {word for word, times in counted.items() if times >= OFTEN and len(word) >= SHORTEST}


def known(folder: Path) -> set[str]:
    paths = [folder / f"{kind}-english-large" for kind in ("american", "british")]
    return {word for path in paths for word in path.read_text("utf-8").split() if word.isalpha()}


def listed() -> set[str]:
    """The words of words.txt."""
    known = lexicon()
    every = {*known.nouns, *known.adjectives, *known.adverbs, *known.known_forms()}
    return {word for word in every if word.isalpha() and len(word) >= SHORTEST}


def main() -> None:
    real = known(Path(sys.argv[2]))
    small = {word for word in real if word.islower()}
    words = frequent(Path(sys.argv[1])) & small
    near = {slip for word in words | closed.FUNCTION_WORDS for slip in slips_of(word)}
    lower = {word.lower() for word in real}
    print("# Made by benchmarks/spelling.py, which says where it comes from.")
    print("\n".join(sorted(words)))
    print("\n".join(f"-{word}" for word in sorted(near & lower - words | UNLISTED)))
    print("\n".join(f"+{word}" for word in sorted((near & listed()) - lower - words - NO_SLIPS)))


if __name__ == "__main__":
    main()
