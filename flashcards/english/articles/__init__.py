"""Articles that a telegraphic note leaves out: `What is thunk?` asks `What is a thunk?`.

Source: Huddleston & Pullum, The Cambridge Grammar of the English Language, ch. 5 §8.3: but for
fixed phrases, a count noun does not stand bare in the singular. A wrong article is worse than none:
nothing is put where it is in doubt that the noun is counted, that it is no name, or where its
phrase begins and ends.
"""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english.articles.fixed import is_fixed
from flashcards.english.articles.nouns import a_or_an, is_countable
from flashcards.english.articles.places import JOINING, TURNED, end_of, may_open
from flashcards.english.articles.usage import Usage
from flashcards.english.tagging import is_common_word, is_plural
from flashcards.english.tokens import Token, tokens


def with_articles(question: str, usage: Usage) -> str:
    """The question, with `a` or `the` before each bare singular noun that needs one.

    >>> note = Usage(["The worker takes a thunk off a lazy stream", "The worker is idle"])
    >>> with_articles("What is lazy stream?", note)
    'What is a lazy stream?'
    >>> with_articles("What does worker do when lazy stream is empty?", note)
    'What does the worker do when a lazy stream is empty?'
    >>> with_articles("What is osmosis?", note)
    'What is osmosis?'
    """
    found = tokens(question)
    pieces, last = [], 0
    for at in range(1, len(found) - 1):
        if may_open(found, at):
            article = _article(found, at, usage)
            if article:
                pieces += [question[last : found[at].start], article, " "]
                last = found[at].start
    return _NAMED_OF.sub("the ", "".join(pieces) + question[last:])


_NAMED_OF = re.compile(
    r"(?<= (?:of|in|at|by|to|is) )(?=NOUN of [A-Z])|(?<= (?:for|did|was) )(?=NOUN of [A-Z])|"
    r"(?<= (?:from|does|with) )(?=NOUN of [A-Z])".replace(
        "NOUN",
        "(?:Treaty|Battle|Siege|Congress|Peace|Council|Bank|Duke|House|Edict|Diet|Union|Kingdom|"
        "Republic|University|Bill|Statute|Gulf|Bay|Strait|Declaration|Articles|Court|League|Fall)",
    )
)
"""Before a name that opens with a noun: `What did Treaty of Rome found?`."""


def _article(found: tuple[Token, ...], at: int, usage: Usage) -> str:
    """The article that the phrase here lacks; nothing where none is certain."""
    end = end_of(found, at)
    if not at < end < len(found):
        return ""
    phrase, after = found[at:end], found[end]
    head = phrase[-1]
    named = head.kind != "word" or head.is_name or head.is_capitalised
    if len(phrase) == 2 and head.kind == "atom" and phrase[0].lower in _IN_CODE:
        return "the"
    if named or is_plural(head.lower) or _OWNED.search(phrase[0].text):
        return ""
    if len(phrase) == 1 and head.lower in _ALONE and not is_fixed(found, at, end):
        return "the"
    lone = len(phrase) == 1 and not ("-" in head.text and found[at - 1].lower in TURNED)
    if lone and not usage.writes(head.lower) and found[at - 1].lower not in TURNED:
        return ""
    if lone and after.lower != "of" and not _is_told(found, at, usage):
        return ""
    if is_fixed(found, at, end):
        return ""
    asked = at == 2 and found[1].lower in {"is", "was"}
    return _before_of(phrase, asked) if after.lower == "of" else _before(phrase, after, usage)


def _before_of(phrase: tuple[Token, ...], asked: bool) -> str:
    """`the degree of a tree`, `a set of nodes`, `part of the whole`; `What is the expected cost of
    it?`, but `with low cost of it`."""
    noun = phrase[-1].lower
    if noun in _SHARES:
        return ""
    if len(phrase) > 1 and noun in _ATTRIBUTES and not asked and phrase[0].lower not in _UNIQUE:
        return a_or_an(phrase[0].text) if noun == "number" else ""
    if noun in _PARTS:
        return a_or_an(phrase[0].text)
    return "the" if noun in _ATTRIBUTES or is_countable(noun) else ""


def _before(phrase: tuple[Token, ...], after: Token, usage: Usage) -> str:
    """Before a phrase that ends with its noun: `a lazy stream`, `the softmax function`; `the scale
    parameter $s$`, but `parameter $s$` and `layer 3`."""
    if not is_countable(phrase[-1].lower):
        return ""
    if after.kind == "atom":
        return "the" if len(phrase) > 1 else ""
    if after.kind == "number" or (after.kind == "word" and len(after.text) == 1):
        return ""
    sole = " ".join(token.lower for token in phrase) in _SOLE
    sole = sole or (len(phrase) > 1 and phrase[-1].lower in _ORGANS)
    return "the" if sole or _is_one(phrase, usage) else a_or_an(phrase[0].text)


def _is_told(found: tuple[Token, ...], at: int, usage: Usage) -> bool:
    """Whether a lone noun is no name, which may have lost its capital as what is asked about, and
    no participle: `is set`. What a sentence has bare may be a mass there; a label, of which one
    asks what it is or does, never has an article."""
    after = found[at + 1]
    if found[at].may("XA") or (after.may("X") and found[at - 1].lower not in TURNED | JOINING):
        return False  # `is set`, `for user defined types`
    if found[at - 1].lower == "by":
        return False  # `by hand`
    if found[at - 1].lower in TURNED:
        named = at == 2 and found[0].lower in {"what", "where"} and found[1].lower != "did"
        return usage.counts(found[at].lower) or (named and not usage.is_bare(found[at].lower))
    return usage.counts(found[at].lower) or found[at - 1].lower not in {"for", "of"}


_SHARES = frozenset(
    "part front back top half kind type sort form class member row variety matter".split()
)
"""Nouns before an `of` that may well stay bare, or take either article."""
_PARTS = frozenset(
    "set list group series sequence pair collection piece subset couple lot bunch stack array "
    "vector bag".split()
)
"""Nouns before an `of` that take `a`."""
_ATTRIBUTES = frozenset(
    "rank degree number sum size length width height depth weight cost value complexity importance "
    "probability likelihood purpose goal aim role scope dimension order speed rate ratio position "
    "name meaning effect cause result outcome origin root basis center centre end start range "
    "structure state level amount difference distance similarity quality accuracy shape colour "
    "color law theory principle concept process statement balance rule history nature "
    "onset design fall rise death birth discovery invention collapse loss absence presence "
    "existence".split()
)
"""Nouns before an `of` that take `the`, counted or not."""
_UNIQUE = frozenset(
    "best worst same first second third last next only main whole entire current original optimal "
    "maximum minimum total largest smallest highest lowest most least biggest greatest latest "
    "fastest previous final".split()
)
_SOLE = frozenset(["operating system", "standard library", "command line", "main thread"])
"""Things of which a talk knows one."""
_ORGANS = frozenset("gland nerve artery vein lobe cortex".split())
"""Parts of a body, of which each with a name is one: `the pituitary gland`."""
_ALONE = frozenset(
    "thyroid parathyroid pancreas liver heart spleen hypothalamus thalamus cerebellum hippocampus "
    "amygdala cerebrum brainstem retina cornea trachea larynx pharynx esophagus oesophagus "
    "duodenum jejunum ileum colon rectum uterus placenta bladder aorta diaphragm sternum skull "
    "brain stomach".split()
)
"""Parts of a body that are one without any other word: `the liver`."""
_OWNED = re.compile(r"['’]s?$")
_IN_CODE = frozenset(
    "class method function attribute property variable module package command option flag operator "
    "keyword directive decorator macro struct library".split()
)
"""What a name in code may be the name of: `the class `Weir``."""
_NAMED = frozenset(
    "algorithm theorem method function kernel microkernel architecture dataset protocol framework "
    "law principle effect paradox operator hypothesis conjecture inequality distribution equation "
    "approach technique procedure formula index cycle".split()
)
"""Kinds of things of which each has a name of its own: `the Dijkstra algorithm`."""


def _is_one(phrase: tuple[Token, ...], usage: Usage) -> bool:
    """Whether there is but one such thing, as far as the note goes."""
    if any(token.lower in _UNIQUE for token in phrase[:-1]):
        return True
    head, modifiers = phrase[-1], phrase[:-1]
    if any(token.kind == "atom" for token in modifiers):
        return True
    if head.lower in _NAMED and any(map(_is_naming, modifiers)):
        return True
    return all(usage.is_definite(token.lower) for token in phrase)


def _is_naming(modifier: Token) -> bool:
    """A capital, or a word that English does not know: `softmax`."""
    return modifier.is_capitalised or modifier.is_name or not is_common_word(modifier.lower)
