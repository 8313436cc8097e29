"""What each word of a clause may be: noun, verb form, adjective, or a word of a closed class."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from flashcards.english import closed
from flashcards.english.lexicon import Form, lexicon
from flashcards.english.tokens import Token

_ADJECTIVE_ENDINGS = (
    "able", "ible", "ical", "ial", "ual", "ive", "ous", "ful", "less", "ic", "ish", "wise",
    "-based", "-specific", "-level", "-like", "-free", "-aware", "-driven", "-side",
)  # fmt: skip
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ology")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A token with what it may be.

    `kinds` has a letter a possibility: N noun, V base form, Z third person, E past, X participle,
    G gerund, A adjective, R adverb; D determiner, P pronoun, I preposition, C coordinator,
    S subordinator, B be, H have, O do, M modal, T to, ! not, # number, . mark.
    """

    token: Token
    kinds: str
    forms: tuple[Form, ...] = ()

    @property
    def lower(self) -> str:
        return self.token.lower

    def may(self, kinds: str) -> bool:
        """Whether it may be one of these."""
        return any(kind in self.kinds for kind in kinds)

    @property
    def verbness(self) -> int:
        """How sure it is a verb: 3 an auxiliary or only a verb, 2 mostly, 1 mostly a noun, 0 no."""
        if self.may("BHOM"):
            return 3
        usual = {form.usual for form in self.forms}
        return 3 if "V" in usual else 2 if "v" in usual else 1 if usual else 0


@lru_cache(maxsize=65536)
def tag(token: Token) -> Tagged:
    """What a token may be, on its own."""
    if token.kind == "mark":
        return Tagged(token, ".")
    if token.kind == "number":
        return Tagged(token, "#")
    if token.kind == "atom":
        return Tagged(token, "N")
    return _closed(token) or _open(token)


def _closed(token: Token) -> Tagged | None:
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
    return Tagged(token, kinds, lexicon().forms(word) if kinds in ("H", "O") else ())


def _open(token: Token) -> Tagged:
    word, known = token.lower, lexicon()
    if token.is_name:
        return Tagged(token, "N")
    if token.text[0].isdigit():
        return Tagged(token, "#N")
    forms = known.forms(word)
    if not forms and "-" in word[1:-1] and word not in known.nouns:
        last = tag(Token(word.rsplit("-", 1)[1] or word, token.start, token.end, "word"))
        return Tagged(token, last.kinds.replace("Z", "N"))
    kinds = "".join(dict.fromkeys(form.tag for form in forms))
    if word in known.adverbs or (word.endswith("ly") and len(word) > 4):
        kinds += "R"
    if word in known.adjectives or (not forms and word.endswith(_ADJECTIVE_ENDINGS)):
        kinds += "A"
    if _may_be_noun(word, forms, kinds):
        kinds += "N"
    return Tagged(token, kinds or "N", forms)


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
