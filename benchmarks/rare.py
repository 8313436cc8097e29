"""Makes flashcards/english/rare.txt: nouns of English that are no names, however rare they are.

    apt-get install wordnet-base
    python benchmarks/rare.py /usr/share/wordnet > flashcards/english/rare.txt

WordNet writes names with their capitals; what it knows in lower case alone is a common noun:
`homeostasis`, `prokaryote`. Left out are words that words.txt has, and those of less than four
letters, which are as often initials.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from flashcards.english.tagging import is_common_word

SHORTEST = 4
NAMES = frozenset(["docker", "fisher"])
"""Nouns that notes of our time write as names; so they do those in `man`, as `Bellman`."""


def spellings(folder: Path) -> Iterator[str]:
    """All lemmas of nouns in WordNet, in the case that it gives them."""
    for line in (folder / "data.noun").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue  # the licence
        fields = line.split(" ")
        many = int(fields[3], 16)
        yield from (field.partition("(")[0] for field in fields[4 : 4 + 2 * many : 2])


def main() -> None:
    cases: dict[str, set[str]] = defaultdict(set)
    for word in spellings(Path(sys.argv[1])):
        genus = word.removeprefix("genus_")
        if len(genus) >= SHORTEST and genus.isascii() and genus.isalpha():
            cases[genus.lower()].add(genus)
    common = [word for word, seen in cases.items() if seen == {word} and word not in NAMES]
    rare = (word for word in common if not is_common_word(word) and not word.endswith("man"))
    print("\n".join(sorted(rare)))


if __name__ == "__main__":
    main()
