"""What each word of a clause may be: noun, verb form, adjective, or a word of a closed class."""

from __future__ import annotations

from functools import lru_cache

from flashcards.english import closed
from flashcards.english.lexicon import lexicon
from flashcards.english.tokens import Token, tokens
from flashcards.english.words import NOUN_ENDINGS

Tagged = Token
"""A token, where it is asked what it may be."""
tag_all = tokens


def tag(token: Token) -> Token:
    """What a token may be: it knows that itself."""
    return token


_SINGULAR_S = ("ss", "us", "is", "ics", "ness", "ous")


def is_plural(word: str) -> bool:
    """Whether a noun looks plural: `tasks`, `data`, `criteria`; not `analysis`, `bus`."""
    word = word.lower().rstrip("'’")
    if word.endswith(("'s", "’s")):
        return False
    if word in _PLURALS:
        return True
    if word in _SINGULARS:
        return False
    return len(word) > 2 and word.endswith("s") and not word.endswith(_SINGULAR_S)


_SINGULARS = frozenset(
    "diabetes rabies scabies herpes caries ascites pancreas atlas canvas bias gas lens series "
    "chaos cosmos ethos pathos logos species news mars texas kansas christmas measles mumps "
    "rickets biceps triceps forceps asbestos means hermes wales brussels athens".split()
)
"""Nouns in -s that are one thing."""
_PLURALS = frozenset(
    "geese oxen lice mice feet teeth people children men women police cattle data media "
    "criteria phenomena bacteria mitochondria strata quanta spectra taxa phyla genera "
    "automata errata addenda memoranda curricula symposia stigmata schemata ova cilia flagella "
    "atria septa protozoa corpora viscera "
    "cacti fungi nuclei stimuli radii loci foci alumni bacilli cocci streptococci staphylococci "
    "villi microvilli alveoli bronchi thrombi emboli gyri sulci syllabi nucleoli moduli tumuli "
    "supernovae papillae hyphae larvae algae antennae vertebrae formulae nebulae fimbriae lacunae "
    "alumnae personae "
    "glia microglia neuroglia ganglia stomata sulci pupae cristae termini "
    "vertices indices matrices appendices cortices helices codices "
    "hypotheses analyses theses bases axes crises diagnoses prognoses metastases oases ellipses "
    "syntheses parentheses these those they we you "
    "metrics topics critics basics heuristics characteristics tactics lyrics graphics clinics "
    "fabrics mosaics relics comics plastics mimics tonics antibiotics diuretics analgesics "
    "anaesthetics anesthetics antipsychotics narcotics anticholinergics sympathomimetics "
    "many several few both two three four five six seven eight nine ten".split()
)


@lru_cache(maxsize=65536)
def is_common_word(word: str) -> bool:
    """Whether English knows the word in lower case, so that a capital says nothing about it."""
    word = word.lower()
    known = lexicon()
    return (
        word in closed.FUNCTION_WORDS
        or word.endswith((*NOUN_ENDINGS, "izer", "iser"))
        or word in closed.NUMBER_WORDS
        or word in known.nouns
        or word in known.adjectives
        or word in known.adverbs
        or bool(known.forms(word))
        or any(word.endswith(end) and word[: -len(end)] + back in known.nouns
               for end, back in (("s", ""), ("es", ""), ("ies", "y")))
        or ("-" in word and all(is_common_word(part) for part in word.split("-") if part))
    )  # fmt: skip
