"""Which words of a note are names, so that a capital at the head of a bullet can be judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.articles.usage import Usage
from flashcards.english.lexicon import is_rare_noun
from flashcards.english.tagging import is_common_word
from flashcards.english.tokens import Token, tokens
from flashcards.english.words import first_word, words

_ENDINGS = (
    "ed|ing|ly|able|ible|ical|less|ness|ous|ful|ional|ular|ative|etic|ized|ised|ization|isation|"
    "ion|osis|esis|ysis|itis|cytes?|plasts?|phyll|graphy|metry|pathy|aemia|emia|uria|algia|logy|"
    "isms?|ases?|ments?|itions?|"
    "somes?|chondria|mycins?|cillins?|statins?|azoles?|phages?|zymes?|globins?|kines?|porins?|clasts?"
)
_DERIVED = re.compile(rf"\w{{3}}(?:{_ENDINGS})$|^statins?$")
"""Endings of words that are no names, however rare: `Federated`, `Autoscaling`, `Pinocytosis`."""
_ALWAYS = frozenset(
    "english french german spanish italian russian chinese japanese american british european "
    "african asian indian greek roman latin arabic jewish christian muslim islamic dutch polish "
    "turkish persian egyptian mexican brazilian canadian australian irish scottish welsh swedish "
    "norwegian danish finnish portuguese korean vietnamese thai hebrew celtic byzantine ottoman "
    "victorian bayesian gaussian euclidean newtonian cartesian boolean monday tuesday wednesday "
    "thursday friday saturday sunday january february april june july august september october "
    "november december mars".split()
)
"""Words that keep their capital wherever they stand."""


_PARTICLES = frozenset("des de la le du les von van der den di del della el al ibn".split())
"""Small words of names from other languages."""
_OWNERS = frozenset(
    "today tomorrow yesterday people children men women world student user parent teacher patient "
    "country company nature everyone one author".split()
)
"""Whose `'s` makes no name of them, as it does of Porter and Baker: `Porter's forces`."""
_OPENS = '.?!:;"“->(/→*'
"""Marks after which a capital says nothing."""


SPOKEN, LONGEST_SPEAKER = 3, 20
"""Lines that one name opens before its note is a record of what people said; letters of a name."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a note's own texts say of its words."""

    lower: frozenset[str]
    """Words that occur without a capital."""
    inside: frozenset[str]
    """Words that occur with a capital inside of a sentence (given in lower case)."""
    counts: Counter[str]
    """How often each word occurs, in lower case."""
    places: Mapping[str, list[int]]
    """In which bullets each word occurs, by their order."""
    labels: Counter[str]
    """How often each `label:` opens a bullet, in lower case."""
    usage: Usage
    """Which articles the note gives its nouns."""
    speakers: frozenset[str] = frozenset()
    """Who is quoted, in the notes of a talk: `ana` where `ana - keep it small` and such recur."""
    headings_in_lower_case: bool = False
    """Whether the headings keep capitals for names: `Gini coefficient` beside `Berlin Wall`."""

    @classmethod
    def of(cls, texts: Iterable[str], headings: Iterable[str] = ()) -> Names:
        """Counted over the texts of a note's bullets, and its headings."""
        lower: set[str] = set()
        inside: set[str] = set()
        found: list[str] = []
        labels: Counter[str] = Counter()
        dashed: Counter[str] = Counter()
        places: dict[str, list[int]] = {}
        read = tuple(texts)
        for place, text in enumerate(read):
            label, colon, _ = text.partition(":")
            if colon and len(label) < 60:
                labels[label.lower()] += 1
            speaker, dash, _ = text[:LONGEST_SPEAKER].partition(" - ")
            if dash and speaker.isalpha() and not is_common_word(speaker.lower()):
                dashed[speaker.lower()] += 1
            opening = True
            for word in words(text):
                if word.kind == "word":
                    found.append(word.lower)
                    places.setdefault(word.lower, []).append(place)
                    if word.text[0].islower():
                        lower.add(word.lower)
                    elif not opening and word.is_capitalised:
                        inside.add(word.lower)
                    opening = False
                else:
                    opening = word.text in _OPENS or (opening and word.kind == "mark")
        speakers = frozenset(name for name, times in dashed.items() if times >= SPOKEN)
        usage = Usage(read)
        return cls(
            frozenset(lower),
            frozenset(inside),
            Counter(found),
            places,
            labels,
            usage,
            speakers,
            any(map(_LOWER_INSIDE.search, headings)),
        )

    def is_name(self, token: Token) -> bool:
        """Whether a capitalised word keeps its capital inside of a sentence."""
        if not token.is_capitalised:
            return False
        if token.is_name:
            return True
        if token.lower == "i" or token.lower in closed.FUNCTION_WORDS:
            return token.lower == "i"
        if token.lower in _ALWAYS or len(token.text) == 1:
            return True
        if token.lower in self.lower:
            return False
        if token.lower in self.inside:
            return True
        word = token.lower.removesuffix("'s")
        if word != token.lower:
            return word not in self.lower and word not in _OWNERS
        return not is_known(word)

    def lowered(self, text: str) -> str:
        """The text as it reads inside of a sentence: its first word without a capital, unless it
        is a name. What has capitals behind `The` is one: `the Enabling Act`."""
        found = tokens(text)
        first = next((token for token in found if token.kind != "mark"), None)
        if first is None or not first.is_capitalised:
            return text
        if self.is_name(first) and not self._only_opens(found, first):
            return text
        if _is_title_case(found) and first.lower != "the":
            if not any(map(self._is_unknown, found)):
                return self.lowered_title(text)
            second = found[1].lower if found[0] is first and len(found) > 1 else ""
            if second not in _BEHIND_A_NOUN or first.lower in _BODIES:
                return text
        return text[: first.start] + first.text[0].lower() + text[first.start + 1 :]

    def _only_opens(self, found: tuple[Token, ...], first: Token) -> bool:
        """`Adaptive` in `Adaptive routing`, an adjective before a noun with a small letter."""
        if first.is_name or first.lower in _ALWAYS or first is not found[0] or len(found) < 2:
            return False
        noun = found[1].text.islower() and found[1].may("N") and not found[1].may("DPIBHMCS")
        return noun and first.may("A") and not first.may("N")

    def settled(self, text: str) -> str:
        """The text without capitals that the note itself does without elsewhere: `of Water`, where
        it speaks of `water`; of several words only where it has them side by side.

        >>> names = Names.of(["Types of Cloud Services", "some cloud services last, as war does"])
        >>> names.settled("of Cloud Services"), names.settled("of the Cold War")
        ('of cloud services', 'of the Cold War')
        """
        found, at, pieces, last = tokens(text), 0, [], 0
        while at < len(found):
            end = at
            while end < len(found) and found[end].is_capitalised and not found[end].is_name:
                end += 1
            run = found[at:end]
            if run and self._is_plain(run):
                pieces += [text[last : run[0].start], text[run[0].start : run[-1].end].lower()]
                last = run[-1].end
            at = max(end, at + 1)
        return "".join(pieces) + text[last:]

    def _is_plain(self, run: tuple[Token, ...]) -> bool:
        written = [token.lower for token in run]
        if not self.lower.issuperset(written) or not _ALWAYS.isdisjoint(written):
            return False
        return len(run) == 1 or all(map(self.usage.joins, written, written[1:]))

    def _is_unknown(self, token: Token) -> bool:
        """A capitalised word that neither English nor the note knows without its capital."""
        word = token.lower.removesuffix("'s")
        plain = token.is_capitalised and not token.is_name and word not in self.lower
        return plain and not is_known(word)

    def _opens_a_name(self, found: tuple[Token, ...], at: int) -> bool:
        """`Congress` in `Congress of Vienna`."""
        of = at + 2 < len(found) and found[at + 1].lower == "of"
        return of and self._is_unknown(found[at + 2])

    def lowered_title(self, text: str) -> str:
        """A heading in Title Case as it reads inside of a sentence."""
        pieces, last = [], 0
        found = tokens(text)
        for at, token in enumerate(found):
            pieces.append(text[last : token.start])
            plain = token.is_capitalised and not token.is_name
            kept = token.lower in _ALWAYS or (len(token.text) == 1 and token.lower not in "ai")
            if kept or (token.lower in _BODIES and self._opens_a_name(found, at)):
                pieces.append(token.text)
            elif plain and (is_known(token.lower) or token.lower in self.lower):
                pieces.append(token.text.lower())
            else:
                pieces.append(token.text)
            last = token.end
        return "".join(pieces) + text[last:]


_BEHIND_A_NOUN = frozenset("of in for from with between among behind".split())
_BODIES = frozenset(
    "treaty battle siege congress peace council bank duke king queen prince house war act edict "
    "diet union kingdom republic university bill statute gulf bay cape isle strait city tower "
    "order society church declaration articles court league".split()
)
"""Nouns that a name may open with, before an `of`: `the Congress of Vienna`."""


def is_known(word: str) -> bool:
    """Whether a word in lower case is no name: English knows it, or it is made as its terms are.

    >>> [is_known(word) for word in ("pinocytosis", "lipase", "robespierre")]
    [True, True, False]
    """
    if word in GIVEN:
        return False
    return is_common_word(word) or is_rare_noun(word) or bool(_DERIVED.search(word))


GIVEN = frozenset(
    "anna tom peter lucy jack harry billy bobby nick john max barb martin robin jean tony terry "
    "bob mike eve victor".split()
)
"""Names of people that are words as well, though seldom written."""

_LOWER_INSIDE = re.compile(
    r"[A-Za-z] (?!(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|vs|with|is|are|into) )[a-z]{2}"
)
"""A word without a capital within a heading."""


def _is_title_case(found: tuple[Token, ...], least: int = 2) -> bool:
    """Whether every word that could have a capital has one: `Hedged Request`."""
    small = closed.FUNCTION_WORDS | _PARTICLES
    content = [t for t in found if t.kind == "word" and t.lower not in small]
    return len(content) >= least and all(token.is_capitalised for token in content)


FEWEST_OF_TITLE = 4


def is_title(text: str, least: int = FEWEST_OF_TITLE) -> bool:
    """Whether a text is the title of what somebody wrote: `How the Guild Came to Rule`; of so many
    words in Title Case at least."""
    return _is_title_case(tokens(text), least)


_QUANTITY = re.compile(r"[a-z] ?[<>=≤≥≈]")
"""`p < 0.05`: a letter that stands for a quantity."""


def capitalised(text: str) -> str:
    """The text as it opens a sentence; code, formulas and names with a small letter are left.

    >>> capitalised("steam > 100 °C"), capitalised("p < 0.05"), capitalised("pH 7")
    ('Steam > 100 °C', 'p < 0.05', 'pH 7')
    """
    first = first_word(text)
    if first is None or first.kind == "atom" or first.is_name or _QUANTITY.match(text):
        return text
    return text[:1].upper() + text[1:]
