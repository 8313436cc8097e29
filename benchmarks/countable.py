"""Makes flashcards/english/articles/countable.txt: nouns that hardly stand bare in the singular.

    pip install lemminflect textblob
    apt-get install wordnet-base
    cd benchmarks
    python countable.py /usr/share/wordnet > ../flashcards/english/articles/countable.txt

lemminflect carries the SPECIALIST lexicon's inflections (MIT licence): a noun whose plural may look
like its singular can be a mass there (`bread`), one with a plural of its own only is counted
(`server`). textblob carries the lexicon of Brill's tagger (MIT licence), which knows the nouns of
everyday English; of nouns that it lacks, those are taken which WordNet (WordNet licence) knows
first of all as something one can point at. What SPECIALIST cannot tell, usage does: how often a
noun comes without any determiner, and how often with `a`, in the glosses of WordNet and in the
docstrings of Python.
"""

from __future__ import annotations

import ast
import re
import sys
import sysconfig
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lexicon import entries, most_frequent_tags

DETERMINERS = frozenset(
    "a an the this that each every another any no either its their his her your my our one".split()
)
INDEFINITE = frozenset("a an each every another".split())
CLOSES = frozenset(
    "of in on at by for with without from to into onto over under between through as than and or "
    "if when is are was be has have that which while because . , ; : ? ! ( )".split()
)
"""What stands before a noun phrase, and after one."""
WIDEST = 4
"""Words before a noun that may stand between it and its determiner."""
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ology", "ing")
"""Endings of nouns that are masses so often that usage must speak for them."""
OUT = frozenset(
    "absence assembly audit backup blend boot bootstrap capital cascade clergy collection command "
    "context debt decimal descent drop dropout fit freeze grammar inclination load mass norm "
    "prune purge reduction replay robin scan shift shuffle sort source splice stall state swap "
    "sweep tax tolerance traction triage variety video warp".split()
)
"""Masses in technical English, and what methods are named with: `on command`, `bucket sort`."""
EXTRA = (
    "adversary app argument attack attacker attribute autoencoder botnet callback camera captcha "
    "checksum chipset client clique codebase codec compiler condition constraint container "
    "coroutine daemon dataset datatype decoder discriminator eigenvalue eigenvector embedding "
    "encoder endpoint exception expression family file filter firewall function graph heuristic "
    "histogram hostname hyperedge hyperparameter hyperplane hypervisor index instance integer "
    "interface interrupt iterator kernel key keylogger keyword mantrap microkernel microservice "
    "monad multigraph mutex namespace neuron node operand parameter password path perceptron "
    "phase pixel pointer polynomial probe process processor pump query repo rootkit script "
    "semaphore session set snapshot sniffer socket string subarray subgraph subquery subset "
    "substring subtree superset supernode synapse table template tensor test theorem thread "
    "threshold thunk timeout timestamp token transistor transposition trigger tuple turnstile "
    "user username value variable vector vertex viewport webhook widget allele amendment asteroid "
    "axon biome catalyst consonant dendrite derivative experiment fallacy fracture fresco "
    "inductor instinct isotope lemma lesion liability merger metaphor monopoly morpheme "
    "nucleotide oligopoly organelle orbital osteoblast parathyroid phoneme precedent reagent "
    "reinforcer ribosome sarcomere scalar solute solvent soma stanza subsidy syllogism tort tumor "
    "tumour"
).split()
"""Words of technical notes of which these sources know too little."""


def texts(wordnet: Path) -> Iterator[str]:
    for path in sorted(wordnet.glob("data.*")):
        for line in path.read_text("latin-1").splitlines():
            yield line.partition(" | ")[2]
    for path in sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        if "site-packages" not in path.parts:
            yield from docstrings(path)


def docstrings(path: Path) -> Iterator[str]:
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (SyntaxError, UnicodeDecodeError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""


class Usage:
    """How the nouns of a text come along."""

    def __init__(self) -> None:
        self.bare: Counter[str] = Counter()
        self.determined: Counter[str] = Counter()
        self.indefinite: Counter[str] = Counter()

    def count(self, text: str, nouns: dict[str, bool]) -> None:
        found = re.findall(r"[A-Za-z][A-Za-z'-]*|[.,;:?!()\n/\d]", text)
        for at, word in enumerate(found[:-1]):
            if word in nouns and found[at + 1] in CLOSES:
                self._count_one(
                    word, [before.lower() for before in found[max(0, at - WIDEST) : at]]
                )

    def _count_one(self, noun: str, before: list[str]) -> None:
        for word in reversed(before):
            if word in DETERMINERS:
                self.determined[noun] += 1
                self.indefinite[noun] += word in INDEFINITE
                return
            if word in CLOSES and word not in {"and", "or"}:
                self.bare[noun] += word.isalpha()
                return
            if not word.isalpha():
                return

    def seen(self, noun: str) -> int:
        return self.bare[noun] + self.determined[noun]

    def bareness(self, noun: str) -> float:
        return self.bare[noun] / max(1, self.seen(noun))

    def is_counted(self, noun: str, *, least: int) -> bool:
        indefinite = self.indefinite[noun] / max(1, self.seen(noun))
        return self.seen(noun) >= least and self.bareness(noun) <= 0.1 and indefinite >= 0.25


SHORTEST = 3
CONCRETE = frozenset(["05", "06", "08", "17", "18", "25"])
"""WordNet's files of animals, artefacts, parts of bodies, natural objects, persons and shapes."""


def concrete(wordnet: Path) -> set[str]:
    """The nouns that WordNet knows first of all as something one can point at."""
    files = {}
    for line in (wordnet / "data.noun").read_text("latin-1").splitlines():
        if line[:1].isdigit():
            offset, file = line.split(" ", 2)[:2]
            files[offset] = file
    found = set()
    for line in (wordnet / "index.noun").read_text("latin-1").splitlines():
        if line[:1].isalpha():
            lemma, *fields = line.split()
            first = fields[5 + int(fields[2])]
            if files[first] in CONCRETE:
                found.add(lemma)
    return found


def countable(wordnet: Path) -> list[str]:
    tags = most_frequent_tags()
    things = concrete(wordnet)
    nouns = {
        lemma: any(lemma in spellings for spellings in forms)
        for lemma, part, forms in entries()
        if part == "noun" and forms and tags.get(lemma, "NN") == "NN"
    }
    usage = Usage()
    for text in texts(wordnet):
        usage.count(text, nouns)
    chosen = set(EXTRA)
    for noun, mass in nouns.items():
        abstract = noun.endswith(ABSTRACT)
        if noun not in tags and (mass or noun not in things or len(noun) < SHORTEST):
            continue
        if mass or abstract:
            fits = usage.is_counted(noun, least=20 if mass else 8)
        else:
            fits = usage.seen(noun) < 8 or usage.bareness(noun) <= 0.3
        if fits and noun not in OUT:
            chosen.add(noun)
    return sorted(chosen)


if __name__ == "__main__":
    print("# Made by benchmarks/countable.py from the SPECIALIST lexicon and Brill's lexicon (MIT")
    print("# licence), and from how nouns are used in WordNet's glosses and Python's docstrings.")
    print("\n".join(countable(Path(sys.argv[1]))))
