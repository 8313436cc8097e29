"""A statement turned into a question: inversion, do-support, agreement, articles.

Sources: Huddleston & Pullum, The Cambridge Grammar of the English Language, ch. 10 §2 (inversion).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.articles.nouns import a_or_an, is_countable
from flashcards.english.clauses import Clause
from flashcards.english.lexicon import Form, lexicon
from flashcards.english.tagging import Tagged, is_common_word, is_plural, tag
from flashcards.english.tokens import tokens


def invert(clause: Clause, subject: str, rest: str) -> str:
    """The clause with its auxiliary before its subject, and do-support where it has none.

    `subject` is the clause's subject as it reads inside of a sentence; `rest` is what is to follow
    the verb (the clause's rest, without what is asked for).

    >>> from flashcards.english.clauses import parse
    >>> invert(parse("Micro-partitions allow quick recovery"), "micro-partitions", "quick recovery")
    'do micro-partitions allow quick recovery'
    >>> invert(parse("The master may drop requests"), "the master", "requests")
    'may the master drop requests'
    """
    if clause.auxiliary:
        auxiliary, negation = _parted(clause.auxiliary.lower().replace("’", "'"))
        parts = [auxiliary, subject, negation, clause.middle, rest]
    else:
        adverbs = clause.middle[: len(clause.middle) - len(clause.verb)].strip()
        parts = [_do(clause), subject, adverbs, clause.base, rest]
    return " ".join(part.strip() for part in parts if part.strip())


def _parted(auxiliary: str) -> tuple[str, str]:
    """`cannot` as `can` and `not`."""
    if auxiliary in {"cannot", "can't"}:
        return "can", "not"
    if auxiliary == "won't":
        return "will", "not"
    if auxiliary in closed.NEGATED:
        return auxiliary.removesuffix("n't"), "not"
    return auxiliary, ""


def _do(clause: Clause) -> str:
    if clause.tense == "past":
        return "did"
    return "do" if clause.plural else "does"


def predicate_of_what(clause: Clause, rest: str) -> str:
    """The predicate after a singular `What`: `Bees cool the hive` → `cools the hive`."""
    if clause.auxiliary:
        singular = {"are": "is", "were": "was", "have": "has", "do": "does"}
        auxiliary = singular.get(clause.auxiliary.lower(), clause.auxiliary.lower())
        parts = [auxiliary, clause.middle, rest]
    else:
        adverbs = clause.middle[: len(clause.middle) - len(clause.verb)].strip()
        verb = clause.verb if clause.tense == "past" else third_person(clause.base)
        parts = [adverbs, verb, rest]
    return " ".join(part.strip() for part in parts if part.strip())


def third_person(base: str) -> str:
    """`use` → `uses`, `carry` → `carries`, `be` → `is`.

    >>> [third_person(verb) for verb in ("use", "carry", "pass", "be", "tokenise")]
    ['uses', 'carries', 'passes', 'is', 'tokenises']
    """
    if base == "be":
        return "is"
    known = lexicon().inflected(base, "Z")
    if known:
        return known
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def gerund(base: str) -> str:
    """`use` → `using`, `stop` → `stopping`."""
    if base == "be":
        return "being"
    known = lexicon().inflected(base, "G")
    if known:
        return known
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def participle(base: str) -> str | None:
    """`build` → `built`; None for a verb that the word list does not know."""
    return lexicon().inflected(base, "X")


@lru_cache(maxsize=2048)
def imperative_base(text: str) -> str | None:
    """The base verb of a clause that opens with one: `Send the request twice` → `send`.

    None where the first word may well be a noun: `Report card`, `Cost function`.
    """
    found = list(islice((token for token in tokens(text) if token.text not in "\"“”'*"), 2))
    if len(found) < 2:
        return None
    first, second = tag(found[0]), tag(found[1])
    form = next((form for form in first.forms if form.tag == "V"), None)
    if form is None or first.may("D") or first.is_name:
        return None
    if form.base == "use" and second.may("NADPGXR") and second.lower not in {"case", "cases"}:
        return form.base  # `use of` and `use case` apart, a noun hardly opens a clause
    object_follows = (
        second.may("DPT#")
        or text[found[0].end :].lstrip()[:1] in {'"', "“"}
        or (second.may("I") and not second.may("N") and second.lower not in {"of"})
    )
    if form.usual == "V":
        return form.base if not second.may("BHM") and second.kinds != "." else None
    if object_follows and not second.may("BHM"):
        return form.base
    if form.usual in "vn" and second.may("NAG") and not second.may("BHM") and form.usual == "v":
        return form.base
    return None


@lru_cache(maxsize=2048)
def third_person_start(text: str) -> str | None:
    """The base verb of a clause that opens with a third person: `Has one wire` → `have`.

    >>> [third_person_start(text) for text in ("Uses shadow pages", "Ensures that all is well")]
    ['use', 'ensure']
    >>> [third_person_start(text) for text in ("Tests of strength", "Costs money", "Uses of tin")]
    [None, None, None]
    """
    found = tokens(text)
    if len(found) < 2:
        return None
    at = 0
    while at < len(found) - 2 and (
        found[at].lower in closed.DEGREE_ADVERBS or found[at].lower.endswith("ly")
    ):
        at += 1
    first, second = tag(found[at]), tag(found[at + 1])
    tied = second.lower in {"that", "which", "who", "of"}
    if not tied and first.lower in _STATING:
        return first.lower
    form = next((form for form in first.forms if form.tag == "Z"), None)
    if form is None or first.is_name or (tied and form.usual != "V"):
        return None
    if second.lower in closed.SUBJECT_PRONOUNS - {"it", "you"}:
        return None  # `Patterns we see`
    sure = form.usual == "V" or _is_verb_before(form, second, len(found) - at)
    return form.base if sure else None


def _is_verb_before(form: Form, second: Tagged, left: int) -> bool:
    """Whether a third person that may be a plural noun is none, by the word after it: a plural
    hardly stands before another noun, as in `Uses shadow pages`."""
    if form.usual == "v" and left > 2 and second.may("NA#") and not second.may("BHMOIXEZ"):
        return True
    follows = "DP" if form.usual == "n" else "DPI"
    return form.usual in "vn-" and second.may(follows) and not second.may("V")


_STATING = frozenset("is has does can may could must should will".split())


def with_article(noun_phrase: str) -> str:
    """`cache` → `a cache`; left alone where it has a determiner, is plural, a mass or a name.

    Only for a phrase whose head is a count noun by the caller's knowledge.
    """
    found = tokens(noun_phrase)
    if not found or found[0].lower in closed.DETERMINERS or found[0].is_name:
        return noun_phrase
    return noun_phrase if is_plural(found[-1].lower) else indefinite(noun_phrase)


def indefinite(noun_phrase: str) -> str:
    """`an hour`, `a use`, `an SVM`: what a count noun in the singular takes.

    >>> indefinite("SVM"), indefinite("DNS zone"), indefinite("hour"), indefinite("use case")
    ('an SVM', 'a DNS zone', 'an hour', 'a use case')
    """
    return f"{a_or_an(noun_phrase)} {noun_phrase}"


_MASS = re.compile(
    r"(?:tion|sion|sis|ism|ity|ment|ness|logy|ance|ence|graphy|ics|ware|cy|ure|data|age|"
    r"itis|a?emia|uria|plegia|plasia|thermia|philia|pathy)$"
)
"""Endings of nouns that name a mass or an activity, and take no `a`."""


_SUBSTANCE = re.compile(r"\w{3}(?:in|ine|ase|ose|ol|ium|ane|ene)$")
"""Endings of the names of substances: `pepsin`, `chlorine`."""
_MASSES = frozenset(
    "bread flour water sugar salt oil gold silver iron steel rice wheat milk butter cheese meat "
    "wine beer tea coffee air oxygen hydrogen nitrogen carbon blood rain snow ice sand soil "
    "wood cotton silk money art love law health knowledge research hardware memory bandwidth "
    "traffic noise light heat power energy space chemistry biology history churn concurrency "
    "inflation unemployment evolution sleep stress pain growth trade theft fraud urea bile "
    "alcohol ammonia gout scurvy asthma malaria cholera pneumonia influenza smallpox polio "
    "leprosy epilepsy dementia schizophrenia anorexia bulimia insomnia amnesia dyslexia "
    "paranoia obesity rickets cancer plague measles mumps rabies diabetes herpes inertia "
    "momentum friction entropy enthalpy gravity euthanasia nostalgia empathy feudalism slavery "
    "poverty justice freedom liberty equality democracy punishment granite graphite".split()
)


@lru_cache(maxsize=2048)
def one_of(term: str) -> str:
    """`a bus` for `bus`; a name, a plural or a mass stays as it is: `osmosis`, `PLink`.

    >>> [one_of(term) for term in ("flotilla", "osmosis", "stragglers", "PLink", "token ring")]
    ['a flotilla', 'osmosis', 'stragglers', 'PLink', 'a token ring']
    """
    found = tokens(term)
    if not found or any(token.is_name or token.is_capitalised for token in found):
        return term
    known = is_common_word(found[-1].lower)
    return with_article(term) if known and not is_mass(term) else term


def is_mass(term: str) -> bool:
    """Whether its head names a mass or an activity, as far as its ending tells: `flour`."""
    head = tokens(term)[-1]
    if is_countable(head.lower) or head.lower in _COUNTED:
        return False
    named = head.lower in _MASSES or bool(_SUBSTANCE.search(head.lower))
    return named or bool(_MASS.search(term)) or tag(head).may("G")


_COUNTED = frozenset("question station instruction collection partition county language".split())
"""Nouns with the ending of a mass that are counted, more often than not."""
