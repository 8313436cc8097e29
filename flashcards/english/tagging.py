"""What each word of a clause may be: noun, verb form, adjective, or a word of a closed class."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from flashcards.english import closed
from flashcards.english.lexicon import Form, lexicon
from flashcards.english.tokens import Token, Word, tokens, word_of

_ADJECTIVE_ENDINGS = (
    "able", "ible", "ical", "ial", "ual", "ive", "ous", "ful", "less", "ic", "ish", "wise",
    "-based", "-specific", "-level", "-like", "-free", "-aware", "-driven", "-side",
)  # fmt: skip
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ology")


class Tagged:
    """A token with what it may be.

    `kinds` has a letter a possibility: N noun, V base form, Z third person, E past, X participle,
    G gerund, A adjective, R adverb; D determiner, P pronoun, I preposition, C coordinator,
    S subordinator, B be, H have, O do, M modal, T to, ! not, # number, . mark.
    """

    __slots__ = ("_kinds", "forms", "kinds", "lower", "token", "verbness")

    def __init__(self, token: Token, tags: Tags) -> None:
        self.token = token
        self.lower = token.lower
        self.kinds, self._kinds, self.forms, self.verbness = tags

    def may(self, kinds: str) -> bool:
        """Whether it may be one of these."""
        return not self._kinds.isdisjoint(kinds)


class Tags(NamedTuple):
    """What a word may be wherever it stands."""

    kinds: str
    among: frozenset[str]
    """The letters of `kinds`."""
    forms: tuple[Form, ...]
    verbness: int
    """How sure it is a verb: 3 an auxiliary or only a verb, 2 mostly, 1 mostly a noun, 0 no."""


def _tags(kinds: str, forms: tuple[Form, ...] = ()) -> Tags:
    among = frozenset(kinds)
    return Tags(kinds, among, forms, _verbness(among, forms))


def _verbness(among: frozenset[str], forms: tuple[Form, ...]) -> int:
    if not among.isdisjoint("BHOM"):
        return 3
    usual = {form.usual for form in forms}
    return 3 if "V" in usual else 2 if "v" in usual else 1 if usual else 0


def tag(token: Token) -> Tagged:
    """What a token may be, on its own."""
    found = token.tagged
    if found is None:
        found = token.tagged = Tagged(token, tags_of(token.word))
    return found


@lru_cache(maxsize=4096)
def tag_all(text: str) -> tuple[Tagged, ...]:
    """The tokens of a text with what each may be."""
    return tuple(map(tag, tokens(text)))


@lru_cache(maxsize=65536)
def tags_of(word: Word) -> Tags:
    """What a word may be, by its letters alone."""
    if word.kind == "mark":
        return _tags(".")
    if word.kind == "number":
        return _tags("#")
    if word.kind == "atom":
        return _tags("N")
    return _closed(word) or _open(word)


def _closed(token: Word) -> Tags | None:
    word = token.lower
    if token.is_name and token.text.isupper():
        return None  # IT and US are names
    kinds = "".join(
        letter
        for letter, members in (
            ("B", closed.BE),
            ("H", closed.HAVE),
            ("O", closed.DO),
            ("M", closed.MODALS),
            ("T", ("to",)),
            ("!", ("not", "n't")),
            ("D", closed.DETERMINERS),
            ("P", closed.PRONOUNS),
            ("I", closed.PREPOSITIONS),
            ("C", closed.COORDINATORS),
            ("S", closed.SUBORDINATORS),
        )
        if word in members
    )
    if word in closed.NUMBER_WORDS:
        kinds += "#"
    if not kinds:
        return None
    return _tags(kinds, lexicon().forms(word) if kinds in ("H", "O") else ())


def _open(token: Word) -> Tags:
    word, known = token.lower, lexicon()
    if token.is_name:
        return _tags("N")
    if token.text[0].isdigit():
        return _tags("#N")
    forms = known.forms(word)
    if not forms and "-" in word[1:-1] and word not in known.nouns:
        last = tags_of(word_of(word.rsplit("-", 1)[1] or word))
        return _tags(last.kinds.replace("Z", "N"))
    kinds = "".join(dict.fromkeys(form.tag for form in forms))
    if word in known.adverbs or (word.endswith("ly") and len(word) > 4):
        kinds += "R"
    if word in known.adjectives or (not forms and word.endswith(_ADJECTIVE_ENDINGS)):
        kinds += "A"
    if _may_be_noun(word, forms, kinds):
        kinds += "N"
    return _tags(kinds or "N", forms)


def _may_be_noun(word: str, forms: tuple[Form, ...], kinds: str) -> bool:
    if word in lexicon().nouns or word.endswith(_NOUN_ENDINGS):
        return True
    if forms:
        return any(form.usual != "V" for form in forms)
    return "R" not in kinds and "A" not in kinds


_SINGULAR_S = ("ss", "us", "is", "ics", "ness", "ous")


def is_plural(word: str) -> bool:
    """Whether a noun looks plural: `tasks`, `data`, `criteria`; not `analysis`, `bus`."""
    word = word.lower().rstrip("'’")
    if word.endswith(("'s", "’s")):
        return False
    if word in _PLURALS:
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(_SINGULAR_S)


_PLURALS = frozenset(
    "geese oxen lice cacti fungi nuclei stimuli radii loci foci alumni larvae algae genera "
    "people children men women data criteria media phenomena mice feet teeth bacteria "
    "vertices indices matrices hypotheses analyses theses bases axes these those they we you "
    "metrics topics critics basics heuristics characteristics "
    "many several few both two three four five six seven eight nine ten".split()
)


@lru_cache(maxsize=65536)
def is_common_word(word: str) -> bool:
    """Whether English knows the word in lower case, so that a capital says nothing about it."""
    word = word.lower()
    known = lexicon()
    return (
        word in closed.FUNCTION_WORDS
        or word.endswith((*_NOUN_ENDINGS, "izer", "iser"))
        or word in closed.NUMBER_WORDS
        or word in known.nouns
        or word in known.adjectives
        or word in known.adverbs
        or bool(known.forms(word))
        or any(word.endswith(end) and word[: -len(end)] + back in known.nouns
               for end, back in (("s", ""), ("es", ""), ("ies", "y")))
        or ("-" in word and all(is_common_word(part) for part in word.split("-") if part))
    )  # fmt: skip
