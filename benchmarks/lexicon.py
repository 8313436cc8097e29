"""Makes flashcards/english/words.txt from two public lexica, both under the MIT licence.

    pip install lemminflect textblob
    python benchmarks/lexicon.py > flashcards/english/words.txt

lemminflect carries the SPECIALIST lexicon's inflections; textblob carries the lexicon of Brill's
tagger, which knows the tag that a word most often has. The result is verbs, adjectives, nouns and
adverbs, in blocks, so that they are loaded fast. A line is a word, or the forms of a verb:

    base third-person past participle gerund FLAGS

FLAGS has a letter a form (base, third person, past, participle, gerund): `V` where that form is
mostly a verb, `n` where it is mostly a noun, `a` where it is mostly an adjective, `-` where the
lexicon does not know it; upper case `V` also needs the form to be no noun at all in SPECIALIST,
else it is `v`.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from itertools import zip_longest

SILENT_TAGS = {"JJ": "a", "JJR": "a", "JJS": "a", "RB": "r", "RBR": "r", "RBS": "r", "NN": "n"}


def most_frequent_tags() -> dict[str, str]:
    """Brill's lexicon: lower-case word → Penn tag."""
    lines = (files("textblob") / "en" / "en-lexicon.txt").read_text("utf-8").splitlines()
    pairs = [line.split() for line in lines if line and not line.startswith(";")]
    return {p[0]: p[1] for p in pairs if len(p) == 2 and p[0].isalpha() and p[0].islower()}


def entries() -> Iterator[tuple[str, str, list[list[str]]]]:
    """SPECIALIST: lemma, part of speech, forms (all spellings of each)."""
    packed = (files("lemminflect") / "resources" / "infl_lu.csv.gz").read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        lemma, part, *forms = line.split(",")
        if lemma.isalpha() and lemma.islower():
            yield lemma, part, [form.split("/") for form in forms]


def inflections(tags: dict[str, str]) -> Iterator[tuple[str, str, list[str]]]:
    """SPECIALIST: lemma, part of speech, forms (the usual spelling of each)."""
    for lemma, part, forms in entries():
        yield lemma, part, [usual(form, tags) for form in forms]


def usual(spellings: list[str], tags: dict[str, str]) -> str:
    """The spelling that Brill's lexicon knows as a verb, else the first."""
    return next((s for s in spellings if tags.get(s, "").startswith("V")), spellings[0])


EXTRA = (
    "tokenize parallelize regularize quantize backpropagate iterate instantiate initialize "
    "refactor decrypt encrypt concatenate convolve upsample downsample finetune deduplicate "
    "serialize deserialize vectorize binarize discretize preprocess parametrize "
    "parameterize randomize authenticate memoize debug deploy hash parse compile "
    "containerize virtualize multiply interpolate extrapolate oversample undersample "
    "overfit underfit generalize marginalize correlate phosphorylate transcribe metabolize "
    "oxidize polymerize ionize colonize incentivize "
)
"""Verbs of technical notes that neither lexicon holds."""


def regular(base: str) -> list[str]:
    """Past, participle, gerund and third person of a regular verb."""
    if base.endswith("e"):
        return [base + "d", base + "d", base[:-1] + "ing", base + "s"]
    if base.endswith("fit"):
        return [base + "ted", base + "ted", base + "ting", base + "s"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base[:-1] + "ied", base[:-1] + "ied", base + "ing", base[:-1] + "ies"]
    third = base + "es" if base.endswith(("s", "x", "z", "ch", "sh")) else base + "s"
    return [base + "ed", base + "ed", base + "ing", third]


def known(row: list[str], tags: dict[str, str]) -> bool:
    return any(form in tags for form in row) or row[0] in EXTRA or row[0].endswith(("ise", "ize"))


def flag(form: str, tags: dict[str, str], nouns: set[str]) -> str:
    tag = tags.get(form, "")
    if tag.startswith("V"):
        return "v" if form in nouns else "V"
    if tag.startswith("N"):
        return "n"
    if tag.startswith("J"):
        return "a"
    return "-" if form in nouns else "V" if not tag else "-"


def main() -> None:
    tags = most_frequent_tags()
    nouns, singular, verbs = set(), set(), defaultdict(list)
    for lemma, part, forms in inflections(tags):
        if part == "noun":
            nouns |= {lemma, *forms}
            singular.add(lemma)
        if part == "verb":
            verbs[lemma] = forms
    for base in [*EXTRA.split(), *(word for word, tag in tags.items() if tag in {"VB", "VBP"})]:
        verbs.setdefault(base, regular(base))
    for base in list(verbs):
        if base.endswith("ize") and len(base) > 5:
            verbs.setdefault(base[:-3] + "ise", regular(base[:-3] + "ise"))
    print("# Made by benchmarks/lexicon.py from lemminflect (the SPECIALIST lexicon, MIT licence)")
    print("# and Brill's lexicon (Copyright 1993 by the Massachusetts Institute of Technology and")
    print("# the University of Pennsylvania, MIT licence). Verbs: forms, then a flag a form;")
    print("# adjectives; nouns; adverbs.\n")
    for lemma, forms in sorted(verbs.items()):
        past, participle, gerund, third = (
            f or "" for f, _ in zip_longest(forms[:4], range(4), fillvalue="")
        )
        row = [lemma, third or lemma + "s", past or lemma + "ed", participle or past, gerund]
        if known(row, tags) and all(form.isalpha() for form in row):
            print(*row, "".join(flag(form, tags, nouns) for form in row))
    words = {kind: {word for word, tag in tags.items() if SILENT_TAGS.get(tag) == kind}
             for kind in "anr"}  # fmt: skip
    words["n"] |= singular
    for block in words.values():
        print("", *sorted(block), sep="\n")


if __name__ == "__main__":
    main()
