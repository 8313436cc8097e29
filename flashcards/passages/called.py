"""How a heading's name reads inside of a question: `the liver`, `osmosis`, `the Berlin Wall`.

Source: Huddleston & Pullum, The Cambridge Grammar of the English Language, ch. 5 §20.3: of proper
names some take the article, by their head: `the Marshall Plan`, but `Hyde Park`.
"""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.articles.nouns import a_or_an, is_countable
from flashcards.english.questions import is_mass
from flashcards.english.tagging import is_common_word, is_plural
from flashcards.english.tokens import Token, tokens
from flashcards.passages.names import Names
from flashcards.passages.topics import without_bracket


def as_read(written: str, names: Names) -> str:
    """The name with the article and the capitals that it has inside of a sentence; without an
    article where none is certain.

    >>> note = Names.of([], ["Berlin Wall", "Gini coefficient"])
    >>> [as_read(name, note) for name in ("Insulin", "Pancreas", "Berlin Wall", "Ohm's law")]
    ['insulin', 'the pancreas', 'the Berlin Wall', "Ohm's law"]
    >>> [as_read(name, note) for name in ("Adam Smith", "Peace of Westphalia", "Halo effect")]
    ['Adam Smith', 'the Peace of Westphalia', 'the halo effect']
    """
    bare = without_bracket(written).strip()
    article = _ARTICLE.match(bare)
    if article:
        return article[0].lower() + _cased(bare[article.end() :], names)
    name = _cased(bare, names)
    given = _article(tokens(name))
    return f"{given} {name}" if given else name


def proper_name(written: str, names: Names) -> str:
    """The name with its article, where it is surely that of one thing in the world; else empty.

    >>> note = Names.of([], ["Berlin Wall", "Gini coefficient"])
    >>> proper_name("Berlin Wall", note), proper_name("Salt Water", note), proper_name("Oil", note)
    ('the Berlin Wall', '', '')
    """
    found = tokens(without_bracket(written).strip())
    several = len([token for token in found if token.is_capitalised]) > 1
    if not several or _of_a_name(found, head_of(found)) != "the":
        return ""
    return as_read(written, names)


_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)


def head_of(found: tuple[Token, ...]) -> Token:
    """The noun that the others belong to: `court` in `court of justice`."""
    for at, token in enumerate(found):
        if at and token.lower in closed.PREPOSITIONS:
            return found[at - 1]
    return found[-1]


def _cased(bare: str, names: Names) -> str:
    """With the capitals of a name, and without those of a title."""
    found = tuple(token for token in tokens(bare) if token.kind == "word")
    content = [token for token in found if token.lower not in closed.FUNCTION_WORDS]
    capitals = [token for token in content if token.is_capitalised]
    if len(capitals) > 1 and capitals == content:
        known = all(is_common_word(token.lower) for token in content)
        sole = head_of(found).lower in _SOLE_OF_A_NAME
        kept = names.headings_in_lower_case or not known or sole
        return bare if kept else names.lowered_title(bare)
    if len(capitals) > 1 and len(found) > 2 and found[1].lower == "of":
        return bare
    if _OWN.match(bare) and bare.lower() not in names.lower:
        return bare
    return bare[:1].lower() + bare[1:] if bare.lower() in _SOLE else names.lowered(bare)


_OWN = re.compile(r"(?!Prisoner|Gambler|Writer|Baker|Athlete|Tennis|Farmer)[A-Z][a-z]+['’]s? [a-z]")
"""`Ohm's law`: whose it is, is mostly somebody's name."""


def _article(found: tuple[Token, ...]) -> str:
    """The article that a name takes; empty where none is certain."""
    head = head_of(found)
    if found[0].lower in closed.DETERMINERS or len(found[-1].text) == 1:
        return ""
    if len(found) == 1 and head.is_capitalised and _PEOPLE.search(head.text):
        return "the"
    if is_plural(head.lower) or head.kind != "word":
        return ""
    if len(found) > 1 and head.is_capitalised:
        return _of_a_name(found, head)
    return _of_a_noun(found, head)


def _of_a_name(found: tuple[Token, ...], head: Token) -> str:
    """`the Berlin Wall`, but `Adam Smith`, `Hadrian's Wall`, `Queen Victoria`."""
    owned = any(token.text.endswith(("'s", "’s", "s'", "s’")) for token in found)
    if owned or found[0].lower in _TITLES:
        return ""
    of = head is not found[-1] and is_common_word(head.lower)
    return "the" if of or head.lower in _SOLE_OF_A_NAME else ""


def _of_a_noun(found: tuple[Token, ...], head: Token) -> str:
    """`the heart`, `a monopoly`, `scurvy`."""
    noun = head.lower
    if found[0].is_capitalised and found[0].text.endswith(("'s", "’s")):
        return ""
    if noun in _SOLE:
        return "the"
    if head.is_capitalised or not is_common_word(noun) or noun in _UNCOUNTED or head.may("G"):
        return ""
    if head is not found[-1]:
        return "" if is_mass(noun) else "the"
    if is_countable(noun):
        return "the"
    only_adjective = head.may("A") and len(found) == 1
    return "" if is_mass(noun) or only_adjective else a_or_an(found[0].text)


_SOLE = frozenset(
    "heart liver stomach skin lung bladder spleen thymus uterus oesophagus esophagus ileum "
    "colon rectum retina cornea cochlea hypothalamus thalamus cerebellum cerebrum hippocampus "
    "amygdala cortex trachea larynx pharynx diaphragm aorta femur humerus tibia sternum "
    "placenta ovary testis prostate muscle ribosome nucleus chloroplast mitochondrion nephron "
    "pancreas duodenum jejunum cerebrum medulla brainstem mind body sun moon earth state "
    "monarchy church internet effect principle paradox dilemma hypothesis cycle fallacy "
    "heuristic model test law razor".split()
)
"""Nouns that take `the`, as parts of the one body or world, or of which each has its name."""
_UNCOUNTED = frozenset("disease syndrome disorder diabetes palsy fever failure theory".split())
_PEOPLE = re.compile(r"[a-z](?:ists|ians|ins|ites|ards|men)$")
"""Endings of what groups of people are called: `Jacobins`."""
_SOLE_OF_A_NAME = frozenset(
    "act agreement alliance amendment apparatus army axis bill bomb canal code coefficient "
    "commission committee company conference congress constitution convention council court "
    "crisis curtain curve cycle deal death declaration depression desert dilemma directorate "
    "doctrine dynasty effect election empire equation era exhibition expedition federation "
    "fleet government hypothesis index inquisition invasion law league massacre "
    "movement navy ocean pact paradox parliament party peace plan principle proclamation "
    "razor rebellion reformation regime renaissance republic restoration "
    "revolution river scandal sea senate settlement siege society tower "
    "treaty union uprising wall war battle fire plague famine schism purge terror house rule "
    "tragedy theorem".split()
)
"""Heads of names that take `the`: `the French Revolution`, `the Battle of Hastings`."""
_TITLES = frozenset(
    "king queen pope president emperor empress prince princess duke lord lady sir saint st mount "
    "lake professor general admiral count captain tsar sultan operation hurricane project fort "
    "cape port doctor dr".split()
)
