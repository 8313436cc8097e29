"""Which nouns are counted, and so need an article in the singular; `a` or `an`.

countable.txt is made by benchmarks/countable.py, which says where it comes from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.lexicon import lexicon
from flashcards.english.tagging import is_common_word


@cache
def _countable() -> frozenset[str]:
    text = (files("flashcards.english.articles") / "countable.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


_AGENT = re.compile(r"(?:ator|i[sz]er|ifier|(?P<verb>[a-z]{3,})(?:er|or))$")


def is_countable(noun: str) -> bool:
    """Whether a noun, in lower case and in the singular, needs an article.

    >>> [is_countable(word) for word in ("axis", "bread", "data", "limiter", "multi-index", "axes")]
    [True, False, False, True, True, False]
    """
    *before, noun = noun.split("-")
    if noun in _countable() and not closed.PREPOSITIONS.intersection(before):
        return True
    if is_common_word(noun) or not noun.isalpha():
        return False
    agent = _AGENT.search(noun)
    verb = agent["verb"] if agent else None
    return bool(agent) and (verb is None or _is_verb(verb))


def _is_verb(stem: str) -> bool:
    """Whether `-er` after it makes one that does it: `limit`, `schedul`, `plann`."""
    shorter = stem[:-1] if stem[-1] == stem[-2] else stem
    return any(lexicon().forms(base) for base in (stem, f"{stem}e", shorter))


def a_or_an(phrase: str) -> str:
    """`a` or `an`, by how the first word sounds: `an hour`, `a user`, `an LSTM`, `a LAN`.

    >>> [a_or_an(word) for word in ("hour", "user", "LSTM", "LAN", "UDP", "CNN", "index", "x-ray")]
    ['an', 'a', 'an', 'a', 'a', 'a', 'an', 'an']
    """
    phrase = phrase.lstrip('`"“')
    capitals = _CAPITALS.match(phrase)
    if capitals:
        letters = capitals[0].upper()
        spelled = not _SPOKEN.match(letters)
        vowel = letters[0] in "AEIO" or (spelled and letters[0] in "FHLMNRSX")
    else:
        word = phrase.lower()
        consonant = word.startswith(("uni", "use", "usu", "util", "eu", "one", "ubi"))
        vowel = word.startswith(("hour", "honest", "heir")) or (
            word[:1] in tuple("aeiou") and not consonant
        )
    return "an" if vowel else "a"


def with_right_articles(text: str) -> str:
    """`a` and `an` as the next word sounds; not before a gap, whose first letter they would tell.

    >>> with_right_articles("a edge, an user and a MSE; option a is a SQL query, an historic one")
    'an edge, a user and an MSE; option a is a SQL query, an historic one'
    """
    return _ARTICLE.sub(_right, text)


def _right(found: re.Match[str]) -> str:
    article, word = found["article"], found["word"]
    unsure = word.lower() in closed.FUNCTION_WORDS or word == "SQL"
    unsure = unsure or word.lower().startswith(("h", "eu", "ur"))  # an Euler graph, a European
    if unsure or (word.isupper() and word[1] in "AEIOUY"):
        return found[0]
    capital = article[0] == "A"
    right = a_or_an(word)
    return f"{right.capitalize() if capital else right} {word}"


_ARTICLE = re.compile(
    r"(?<![\w'’`.+/-])(?P<article>[Aa]n?) (?P<word>[a-z]{2,}|[A-Z]{2,}|[A-Z][a-z]+)\b(?![-'’])"
)
_CAPITALS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z](?=\d)|[A-Za-z](?=-)")
_SPOKEN = re.compile(r"[^AEIOU][AEIOU][^AEIOU]")
"""How an acronym begins that is read as a word: `RAM`."""
