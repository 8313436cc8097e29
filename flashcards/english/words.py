"""What a word is and may be, by its letters alone: its kind, and noun, verb form or adjective."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.lexicon import Form, lexicon

Kind = Literal["word", "number", "atom", "mark"]

_ATOM = r"(?<!`)`++[^`]+`+|\$\$[^$]+\$\$|\$(?![\s\d][^$]*\s\$)[^$\s](?:[^$]*[^$\s])?\$(?!\d)"
_NUMBER = r"[$€£~±]?\d(?:[\d,.:/×–-]*\d)?(?:\s?%)?(?!\w)"
_WORD_GOES_ON = r"(?:[-'’.&/+@]\w++)*+[+#]*+'?+"
_WORD = rf"\w++{_WORD_GOES_ON}"
_MARK = r"\.\.\.|->|[^\s]"
_PLAIN = r"[a-zA-Z]++(?![-'’.&/+@#\w])"
_NAMED = rf"[^\W\d]\w*+{_WORD_GOES_ON}"
_PIECE = re.compile("|".join((_PLAIN, _NAMED, _ATOM, _NUMBER, _WORD, _MARK)))
"""Nearly all pieces are words that open with no digit, most of them of plain letters that nothing
follows which may belong to them; so these are looked for first."""
_KINDS: dict[Kind, re.Pattern[str]] = {
    "atom": re.compile(_ATOM),
    "number": re.compile(_NUMBER),
    "word": re.compile(_WORD),
}
# A full stop inside a word (i.i.d., node.js) belongs to it when a letter follows.


class Word(NamedTuple):
    """What a token is wherever it stands."""

    text: str
    kind: Kind
    lower: str
    is_name: bool
    """Looks like a name of its own: an acronym, CamelCase, digits among letters, code."""
    is_capitalised: bool
    kinds: str
    """What it may be, a letter a possibility: N noun, V base form, Z third person, E past,
    X participle, G gerund, A adjective, R adverb; D determiner, P pronoun, I preposition,
    C coordinator, S subordinator, B be, H have, O do, M modal, T to, ! not, # number, . mark."""
    among: frozenset[str]
    """The letters of `kinds`."""
    forms: tuple[Form, ...]
    verbness: int
    """How sure it is a verb: 3 an auxiliary or only a verb, 2 mostly, 1 mostly a noun, 0 no."""


@lru_cache(maxsize=65536)
def word_of(text: str) -> Word:
    """What is known of a word by its letters."""
    kind = _kind(text)
    named = kind == "word" and len(text) > 1 and bool(_NAME.search(text))
    is_name = kind == "atom" or named
    lower = text.lower().replace("’", "'")
    kinds, forms = _possible(text, kind, lower, is_name=is_name)
    among = frozenset(kinds)
    capital = kind == "word" and text[:1].isupper()
    return Word(text, kind, lower, is_name, capital, kinds, among, forms, _verbness(among, forms))


def _kind(text: str) -> Kind:
    if text.isalpha():
        return "word"
    for kind, pattern in _KINDS.items():
        if pattern.fullmatch(text):
            return kind
    return "mark"


_NAME = re.compile(r"[a-z][A-Z]|^[A-Z]{2}|[A-Z].*\d|\d.*[A-Z]|^[A-Z]\.[A-Z]|[+#]$")


def _verbness(among: frozenset[str], forms: tuple[Form, ...]) -> int:
    if not among.isdisjoint("BHOM"):
        return 3
    usual = {form.usual for form in forms}
    return 3 if "V" in usual else 2 if "v" in usual else 1 if usual else 0


def _possible(text: str, kind: Kind, lower: str, *, is_name: bool) -> tuple[str, tuple[Form, ...]]:
    """The letters for what a word may be, and the verb forms among that."""
    if kind == "mark":
        return ".", ()
    if kind == "number":
        return "#", ()
    if kind == "atom":
        return "N", ()
    kinds = "" if is_name and text.isupper() else _closed(lower)  # IT and US are names
    if kinds:
        return kinds, lexicon().forms(lower) if kinds in ("H", "O") else ()
    if is_name:
        return "N", ()
    return ("#N", ()) if text[0].isdigit() else _open(lower)


_CLASSES = (
    ("B", closed.BE),
    ("H", closed.HAVE),
    ("O", closed.DO),
    ("M", closed.MODALS),
    ("T", frozenset(["to"])),
    ("!", frozenset(["not", "n't"])),
    ("D", closed.DETERMINERS),
    ("P", closed.PRONOUNS),
    ("I", closed.PREPOSITIONS),
    ("C", closed.COORDINATORS),
    ("S", closed.SUBORDINATORS),
    ("#", frozenset(closed.NUMBER_WORDS)),
)


def _closed(word: str) -> str:
    return "".join([letter for letter, members in _CLASSES if word in members])


_ADJECTIVE_ENDINGS = (
    "able", "ible", "ical", "ial", "ual", "ive", "ous", "ful", "less", "ic", "ish", "wise",
    "-based", "-specific", "-level", "-like", "-free", "-aware", "-driven", "-side",
)  # fmt: skip
NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ology")


def _open(word: str) -> tuple[str, tuple[Form, ...]]:
    known = lexicon()
    forms = known.forms(word)
    if not forms and "-" in word[1:-1] and word not in known.nouns:
        return word_of(word.rsplit("-", 1)[1] or word).kinds.replace("Z", "N"), ()
    kinds = "".join(dict.fromkeys([form.tag for form in forms]))
    if word in known.adverbs or (word.endswith("ly") and len(word) > 4):
        kinds += "R"
    if word in known.adjectives or (not forms and word.endswith(_ADJECTIVE_ENDINGS)):
        kinds += "A"
    if _may_be_noun(word, forms, kinds):
        kinds += "N"
    return kinds or "N", forms


def _may_be_noun(word: str, forms: tuple[Form, ...], kinds: str) -> bool:
    if word in lexicon().nouns or word.endswith(NOUN_ENDINGS):
        return True
    if forms:
        return any(form.usual != "V" for form in forms)
    return "R" not in kinds and "A" not in kinds


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words, numbers, atoms (code, formulas) and marks of a text, in order."""
    return tuple(map(word_of, _PIECE.findall(text)))


def first_word(text: str) -> Word | None:
    """The first of them alone."""
    piece = _PIECE.search(text)
    return word_of(piece[0]) if piece else None


@lru_cache(maxsize=4096)
def word_count(text: str) -> int:
    """How many words a learner reads."""
    return len([word for word in words(text) if word.kind != "mark"])
