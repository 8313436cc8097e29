"""Labels that say what part their text plays: `Problems`, `Benefits of X`, `Example`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from flashcards import lazy_re as re
from flashcards.passages.role_nouns import GROUPS, MODIFIERS, ROLES

_SYNONYMS = {
    "pros": "advantages",
    "cons": "disadvantages",
    "plus": "advantages",
    "minus": "disadvantages",
    "pro": "advantages",
    "con": "disadvantages",
    "ex": "examples",
    "eg": "examples",
    "e.g": "examples",
}
_SINGULAR_ONLY = frozenset(
    "approach idea solution method result conclusion problem challenge drawback goal aim "
    "purpose motivation cause reason effect use application observation insight finding "
    "contribution advantage disadvantage benefit limitation strategy technique intuition "
    "hypothesis claim key answer input output note tip warning caution remark implication "
    "consequence assumption takeaway lesson proof definition theorem lemma example summary "
    "background context setup objective loss architecture algorithm process procedure "
    "implementation details experiment experiments evaluation results solutions approaches "
    "ideas observations insights findings contributions".split()
)
"""Labels whose text is read as sentences, and never as the meaning of a term."""

_COMPOUNDS = "|".join(noun for noun in ROLES | GROUPS if " " in noun)
_LABEL = re.compile(
    r"^(?:the |some |main |key |common |possible |potential |other |major |typical |several )*"
    rf"(?P<sort>(?:(?:{'|'.join(sorted(MODIFIERS))}) ){{0,2}})"
    rf"(?P<noun>{_COMPOUNDS}|[\w.]+)"
    r"(?P<of>\s+(?:of|with|for|in|to|against|behind|affecting|influencing|from|during|under)\s+.+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Role:
    noun: str
    """Plural, lower case: `problems`."""
    of: str
    """What the label itself adds: `with monocultures`; or empty."""
    sort: str = ""
    """Words before it that leave open whose they are, with a space: `clinical `."""

    @property
    def asked(self) -> str:
        """`clinical features`."""
        return f"{self.sort}{self.noun}"

    @property
    def tie(self) -> str:
        """The preposition that ties it to its subject."""
        return ROLES.get(self.noun) or GROUPS.get(self.noun, "of")


@lru_cache(maxsize=2048)
def role_of(label: str) -> Role | None:
    """The role that a label names, or None: `Main problems with churn`, `Pros`."""
    match = _LABEL.match(label.strip().strip(".:"))
    if match is None:
        return None
    noun = match["noun"].lower().strip(".")
    noun = _SYNONYMS.get(noun, noun)
    sort, of = match["sort"].lower(), (match["of"] or "").strip()
    if noun in ROLES or noun in GROUPS:
        return Role(noun, of, sort)
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return Role(plural, of) if plural in ROLES and not sort else None


def names_several(label: str) -> bool:
    """Whether the role is written in the plural, or as `Pros`: what follows is a list."""
    match = _LABEL.match(label.strip().strip(".:"))
    noun = match["noun"].lower().strip(".") if match else ""
    return noun.endswith("s") or noun in _SYNONYMS


ATTRIBUTES = frozenset(
    "origin structure location size function habitat diet capital population language currency "
    "treatment diagnosis cause mechanism formula unit etymology meaning prognosis prevention "
    "incidence founder inventor author composition shape colour color lifespan climate religion "
    "government leader symptom indication contraindication dose nickname motto area height "
    "discoverer creator headquarters predecessor successor abbreviation synonym innervation "
    "antidote management aetiology etiology pathogenesis pathophysiology epidemiology pathogen "
    "dosage verdict protagonist antagonist narrator gestation moa".split()
) | {
    "mechanism of action", "mode of action", "route of administration", "mode of transmission",
    "blood supply", "nerve supply", "venous drainage", "lymphatic drainage", "incubation period",
    "half life", "drug of choice", "gold standard", "first-line treatment", "first line treatment",
    "life cycle", "actus reus", "mens rea", "turning point", "climax", "boiling point",
    "melting point", "chemical formula",
}  # fmt: skip
"""What a label says of the thing above it: `Capital: Paris` below France."""


_OF_SOMETHING = re.compile(
    r"(?:the )?(?P<noun>[\w -]+?) (?P<of>(?:of|for|to|in) \S.*)$", re.IGNORECASE
)
_TIES = {"antidote": "to"}


def is_attribute(label: str) -> bool:
    """Whether a label names a property of what stands above it."""
    return label.strip().strip(".:").lower() in ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Attribute:
    noun: str
    """As it reads inside of a sentence: `treatment`, `MOA`."""
    of: str
    """What the label itself adds: `of measles`; or empty."""

    @property
    def tie(self) -> str:
        """The preposition that ties it to its subject."""
        return _TIES.get(self.noun, "of")


def attribute_of(label: str) -> Attribute | None:
    """The property that a label names, or None: `Treatment`, `Treatment of measles`."""
    bare = label.strip().strip(".:")
    match = _OF_SOMETHING.match(bare)
    noun, of = (match["noun"], match["of"]) if match and not is_attribute(bare) else (bare, "")
    if noun.lower() not in ATTRIBUTES:
        return None
    return Attribute(noun if noun.isupper() else noun.lower(), of)


@lru_cache(maxsize=2048)
def is_role(label: str) -> bool:
    """Whether a label says what part its text plays, rather than name a term."""
    bare = label.strip().strip(".:").lower()
    first = bare.split(" ", 1)[0]
    return role_of(label) is not None or bare in _SINGULAR_ONLY or first in _SINGULAR_ONLY


_CALLS = re.compile(
    r"(?:(?:side|quick|fun|key|main|core|interesting|important|exam|study|final|historical|little|"
    r"useful|general) )?(?:notes?|facts?|points?|takeaways?|take-aways?|tips?|warning|remarks?|"
    r"reminder|caveats?|trivia|aside|hints?)|"
    r"nb|n\.b|p\.?s|fyi|btw|tl;?dr|important(?:ly)?|remember|recall|caution|careful|beware|attention|"
    r"did you know|bottom line|in short|in summary|to sum up",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def calls_attention(label: str) -> bool:
    """Whether a label says nothing of its text but that it is worth reading: `NB`, `Fun fact`."""
    return bool(_CALLS.fullmatch(label.strip().strip(".:*_")))


_AGENTS = re.compile(r"(?:er|or|ist|eur|ian)s$")


def are_agents(name: str) -> bool:
    """Whether a plural names what does something: `schedulers`, `chemists`."""
    return _AGENTS.search(name) is not None
