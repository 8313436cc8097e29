"""A term and what a bullet says of it: `**Term**: meaning`, `Term – meaning`, `Term = meaning`."""

from __future__ import annotations

from dataclasses import dataclass

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse, subject_is_plural
from flashcards.english.questions import imperative_base, indefinite, is_mass, one_of
from flashcards.english.questions import with_article as article
from flashcards.english.sentences import sentences
from flashcards.english.stems import stems
from flashcards.english.tagging import is_common_word, tag, tag_all
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.passages.codes import is_code
from flashcards.passages.names import is_known
from flashcards.passages.passage import Passage
from flashcards.passages.roles import calls_attention, is_attribute, is_role
from flashcards.passages.topics import is_generic, is_noun_phrase, without_bracket

LONGEST_TERM = 6
"""Words; longer labels are statements or field names."""


@dataclass(frozen=True, slots=True)
class Term:
    name: str
    meaning: str
    """The first sentence of what is said of it, without its full stop."""
    rest: str
    """The sentences after it."""
    set_apart: bool
    """Whether the writer made the name bold, italic or code."""


_SIGN = r"(?:[-–—]{1,2}|=|->)"
_SIGNED = re.compile(
    rf"^(?=..)(?P<name>(?:`[^`]{{1,70}}`|[^`:.,;?!=]){{1,60}}?)\s+(?P<sign>{_SIGN})\s+"
    r"(?P<meaning>\S.*)$",
    re.DOTALL,
)
_BRACKETED = re.compile(
    r"^(?P<name>[^():.,;?!`$+]{3,40}) \((?!(?:eg|ie|see|aka|also|or|and|cf|from|by|with|for|in|on|"
    r"at|not|no|so|but|very|often|usually|mostly|always|never|sometimes|typically|generally|rarely|"
    r"too|just|great|good|bad|nice|easy|hard|important|useful|better|worse|best|worst|more|less|most|"
    r"full|new|old|same|optional|needs?|like|if|when|because|we|you|they|it|this|that) )"
    r"(?P<meaning>[a-z]+(?: [\w'’-]+){1,11})\)\.?$"
)
"""`Tidal volume (air moved in one breath)`."""
_TOLD = re.compile(r"(?:[Tt]he|an?|An|[Ww]ho|[Ww]hat|[Hh]ow|[Ww]hen|[Ww]here|[Ww]hich) ")
"""How a meaning begins that an arrow may lead to; `A minor` is none."""
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_LOCAL = re.compile(r"\b(?:of|for|in|to|with) \$[^$]*\$$")
"""How a name ends that is told by a symbol of its own note: `partitioning of $R$`."""


def term_of(passage: Passage) -> Term | None:
    """What stands before the first colon or sign, and what after; None where there is neither."""
    name, meaning = passage.label, passage.body
    bracketed = _BRACKETED.match(passage.text.strip()) if passage.english and not name else None
    if bracketed:
        name, meaning = bracketed["name"], bracketed["meaning"]
    elif not name:
        match = _SIGNED.match(passage.text)
        if match is None:
            return None
        name, meaning = match["name"].strip(), match["meaning"].strip()
        apart = is_set_apart(passage, name)
        short = word_count(meaning) < (3 if passage.english else 1)
        last = name.rsplit(" ", 1)[-1]
        unknown = last.islower() and last.isalpha() and not is_common_word(last)
        if passage.english and unknown and not apart and "`" not in name:
            return None  # `ines - likes the pond`: somebody's name, in haste
        arrow = match["sign"] == "->" and not _TOLD.match(meaning)
        longest = 5 if match["sign"] == "=" else 3
        if not apart and (word_count(name) > longest or short or arrow):
            return None
        if name.count("`") % 2 or name.count("$") % 2 or "->" in meaning:
            return None
    said = sentences(meaning)
    if not said:
        return None
    first = said[0].strip().removeprefix("- ")
    first = first if first.endswith(("etc.", "...")) else first.rstrip(".;,")
    return Term(name, first, " ".join(said[1:]), is_set_apart(passage, name))


def is_set_apart(passage: Passage, name: str) -> bool:
    """Bold, italic or code at the head of the bullet, over the whole name."""
    mark = passage.opening_mark()
    return mark is not None and mark.end >= len(name.strip("“”\"'")) - 1


def bare_name(name: str) -> str:
    """Without a bracket at its end that is no abbreviation: `Biga (Italian)` is `Biga`."""
    bracket = _BRACKET.search(name)
    if bracket is None or bracket[0].strip(" ()").isupper() or is_code(name):
        return name
    return name[: bracket.start()]


_NOT_TERMS = re.compile(
    r"^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|"
    r"may|june|july|august|september|october|november|december|nb|ps|p\.s\.|tip|warning|notes?|"
    r"today|tomorrow|yesterday|now|here|also|first|second|third|finally|next|then|so|thus|why|how|"
    r"what|when|where|who|goal|figure|fig|eq|example|(?:rule|case|part|day|week|step|table|section|"
    r"question|option|phase|page)(?:$| (?:\w$|\d|of\b))|"
    r"ex|e\.g|i\.e|update|edit|source|answer|default|true|false|yes|no|one|two|"
    r"given|return|returns|project|overview|upstream|downstream|prompt|pg|future work|"
    r"alternatives?|however|often|usually|better|more|less|instead|in|at|for|if|but|and|with|"
    r"best|worst|want|naive|since|hence|while|before|after)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:tip|note|aside|mnemonic|spelling|case stud(?:y|ie))s?$", re.IGNORECASE)
"""What a label says that is of help, and no term: `Exam tip`."""
_CLASS = re.compile(
    r"^(?:class|type|level|tier|category|phase|layer|stage|mode|rule|law) (?:\w{1,3}|"
    r"(?:[IVX]{1,4}|[0-9A-Z]) [a-z-]{3,})$",
    re.I,
)
"""`Type 2`, `Type I error`."""


_LETTER = re.compile(r"\$\\?\w{1,8}\$")
"""A symbol that only a formula explains."""


def is_term(name: str, passage: Passage) -> bool:
    """Whether a label names a thing that can be asked for, in any language."""
    if is_code(name):
        return passage.names.labels[name.lower()] <= 1
    if not 1 <= word_count(name) <= LONGEST_TERM or "/" in name:
        return False
    if _LETTER.fullmatch(name) or (_NOT_TERMS.match(name) and not _CLASS.match(name)):
        return False
    words = tokens(name)
    if is_role(name) or is_generic(name) or words[0].lower in closed.PRONOUNS:
        return False
    if words[-1].lower in _SHOWN or len(_QUOTE.findall(name)) % 2:
        return False
    if calls_attention(name) or _ASIDE.search(name):
        return False
    if not stands_alone(name, passage):
        return False
    numbers = any(token.kind == "number" for token in words) and not _CLASS.match(name)
    if numbers or is_attribute(name) or any(token.text in "?!=>@&,;" for token in words):
        return False
    if not passage.english:
        return word_count(name) < LONGEST_TERM
    return _is_english_term(words, name, passage)


_SHOWN = frozenset("example examples recommendation recommendations".split())
"""What a label announces, rather than explains."""
_QUOTE = re.compile(r"(?<!\w)['\"]|['\"](?!\w)(?<!s['\"])")


def stands_alone(name: str, passage: Passage) -> bool:
    """Whether a label can be asked for without what stands around it, which no card shows."""
    words = tokens(name)
    commands = len(words) > 1 and tag(words[0]).may("V") and _is_beside_commands(passage)
    return not (
        commands
        or _LOCAL.search(name)
        or _OF_SOME.match(name)
        or _is_one_of_a_sentence(words, passage)
        or _is_tried(words, passage)
    )


def _is_one_of_a_sentence(words: tuple[Token, ...], passage: Passage) -> bool:
    """`Query`, `Future`: an everyday word under a sentence that says of what, and that no card
    shows."""
    above = passage.bullet.parent
    everyday = len(words) == 1 and words[0].text.isalpha() and is_common_word(words[0].lower)
    return bool(everyday and above and parse(above.text.strip().rstrip(":")))


_TRYING = re.compile(
    r"^(?:experimental |training )?(?:architectures?|settings?|set-?up|hyper-?parameters?|"
    r"implementation(?: details)?|experiments?|results?|baselines?|"
    r"training(?: details)?|evaluation)$",
    re.IGNORECASE,
)
"""Parts of a report, which say what was taken or found and not what it is."""


def _is_tried(words: tuple[Token, ...], passage: Passage) -> bool:
    """`Discriminator: two layers` under `Architectures`; `Negative results on …`."""
    above = passage.bullet.parent
    headings = passage.bullet.headings
    named = above.text if above else headings[-1].text if headings else ""
    return bool(_TRYING.match(named.strip().rstrip(":"))) or any(
        word.lower in {"result", "results", "experiment", "experiments"} for word in words
    )


def _is_english_term(words: tuple[Token, ...], name: str, passage: Passage) -> bool:
    if passage.names.labels[name.lower()] > 1:
        return False
    first, last = tag(words[0]), tag(tokens(without_bracket(name))[-1])
    if first.may("GA") and _WITHIN_ONE.search(name):
        return False
    if first.may("G") and first.forms and len(words) > 1 and tag(words[1]).may("D"):
        return False  # `linking the two schools`
    if _CLASS.match(name):
        return True
    if first.may("IST") and not first.may("N"):
        return False
    told = any(tag(word).may("Z") and not tag(word).may("NA") for word in words[1:])
    acts = (
        told
        or imperative_base(name) is not None
        or (len(words) > 1 and first.may("V") and not first.may("NA"))
    )
    tied = first.may("N") and not first.may("V")
    joined = any(
        token.lower in {"and", "or", "vs", "that", "is"} or (token.lower == "to" and not tied)
        for token in words
    )
    done = len(words) == 2 and first.may("A") and last.may("V")  # `atomic commit`
    return not acts and not joined and (last.may("NG#A") or done) and parse(name) is None


_OF_SOME = re.compile(r"(?:different|various|several|other|many|further|recent)\b", re.IGNORECASE)
_WITHIN_ONE = re.compile(r"\w (?:in|of|for|on|at|to) (?:the|an?) \w")
"""`Growing unrest in the eastern towns`: what a remark is about, which has no name."""


def _is_beside_commands(passage: Passage) -> bool:
    """Whether most of the bullets beside it are commands: `Count leaves: …` after `Pick a twig`."""
    bullet = passage.bullet
    around = (
        [other for other in bullet.parent.children if other is not bullet] if bullet.parent else []
    )
    commands = sum(imperative_base(other.text) is not None for other in around[:12])
    return commands * 2 > len(around[:12])


def echoes(name: str, meaning: str) -> bool:
    """Whether a meaning says the word again that it explains: `title: page title`."""
    said = stems(name)
    if _is_kind_of_the_same(name, meaning):
        return False
    short = word_count(meaning) <= 3 or word_count(name) == 1
    bare = name.strip("`{}").replace("-", "").lower()
    joined = len(bare) > 2 and bare in meaning.replace("-", "").lower()
    if word_count(meaning) <= SHORTEST_NEW and said & stems(meaning):
        return True
    return short and (joined or (bool(said) and said <= stems(meaning)))


def _is_kind_of_the_same(name: str, meaning: str) -> bool:
    """`Contour farming: slope-following farming`: the same head, told by other words."""
    one, other = tokens(name), tokens(meaning)
    if len(one) != 2 or not 2 <= len(other) <= SHORTEST_NEW or "-" not in other[0].text:
        return False
    same = one[-1].lower == other[-1].lower
    return same and not stems(one[0].text) & stems(" ".join(t.text for t in other[:-1]))


_ONE = frozenset(
    "test rate law effect principle theorem method algorithm problem property rule hypothesis "
    "paradox conjecture toolkit regime".split()
)
_SOME = frozenset(
    "server request attack system model protocol function network layer graph tree matrix machine "
    "device error message cache query pattern queue stack buffer compiler database index key node "
    "packet".split()
)


def with_article(inside: str) -> str:
    """`the finger-dent test`, `a hedged request`, where the kind of thing makes it certain.

    >>> with_article("hedged request"), with_article("osmosis"), with_article("PCA")
    ('a hedged request', 'osmosis', 'PCA')
    """
    words = tokens(without_bracket(inside))
    if not words or words[0].lower in closed.DETERMINERS or words[0].text.endswith(("'s", "’s")):
        return inside
    head = words[-1].lower
    if head in _ONE and len(words) > 1:
        return f"the {inside}"
    return article(inside) if head in _SOME and not words[0].is_name else inside


def counted(inside: str, passage: Passage) -> str:
    """`a race condition`, where the note speaks of `conditions`, too; else as it is."""
    words = tokens(without_bracket(inside))
    if not words or words[0].lower in closed.DETERMINERS or words[0].text.endswith(("'s", "’s")):
        return inside
    head = words[-1].lower
    several = passage.names.counts[f"{head}s"] + passage.names.counts[f"{head}es"] > 0
    acted = any(form.tag == "V" and form.usual != "n" for form in tag(words[-1]).forms)
    if not several or len(head) < SHORTEST_COUNTED or acted or is_mass(head):
        return inside
    return indefinite(inside)


SHORTEST_COUNTED = 3
"""Letters; the plural of a symbol may be any word."""


def is_adjective(name: str) -> bool:
    """`Autoregressive`: one word that says how something is."""
    words = tokens(name)
    word = tag(words[0])
    if len(words) > 1 or words[0].is_name:
        return False
    unknown = not is_common_word(words[0].lower) and not is_known(words[0].lower)
    return (word.may("A") and not word.may("GPD")) or (unknown and bool(_QUALITY.search(name)))


_QUALITY = re.compile(r"\w{4}(?:[^t]ical|[^itu]al|ous|[^t]ive|[ai]ble|[^t]ic)$")
"""Endings of adjectives that no list of words holds: `matrilineal`."""


def what_is(name: str, meaning: str, passage: Passage) -> str:
    """The question for what a name means: `What is a weir?`, `What does “active” mean?`"""
    inside = passage.lowered(name) if not name.isupper() else name
    plural = subject_is_plural(tag_all(name))
    if not plural and meaning.lower().startswith(("a ", "an ")):
        inside = one_of(inside)
    inside = with_article(inside)
    inside = inside if plural else counted(inside, passage)
    if is_adjective(name):
        return f"What does “{inside}” mean?"
    return f"What {'are' if plural else 'is'} {inside}?"


SHORTEST_NEW = 3
"""Words of a meaning that says nothing new if it shares one with its term: `get fake papers`."""


def is_beside_terms(passage: Passage, *, before: bool = True) -> bool:
    """Whether another bullet beside it explains a label, too: `Passive: …` before `Active: …`.

    Of outermost bullets only the one `before` counts, unless it is said that any may.
    """
    bullet = passage.bullet
    if bullet.parent is not None:
        around = bullet.parent.children[:12]
    elif before:
        around = [passage.previous.bullet, bullet] if passage.previous else []
    else:
        near = passage.around(NEAR)
        around = [other for other in near if not other.parent and other.headings == bullet.headings]
        around.append(bullet)
    return sum(bool(_LABELLED.match(other.text)) for other in around) >= 2


NEAR = 4
"""Bullets before and behind an outermost one that stand beside it."""


_LABELLED = re.compile(r"^[^:.!?]{2,60}(?::| [-–—]) \w[^:]*\w")


def is_past(meaning: str) -> bool:
    """Whether a meaning tells what once happened: `guests guessed a greater depth`."""
    clause = parse(meaning)
    if clause is None or clause.tense != "past" or clause.certainty < 2:
        return False
    after = tokens(clause.rest)[:1]  # `the fully connected layer`: a participle before its noun
    return bool(clause.auxiliary) or not after or not tag(after[0]).may("NA")


_EXPLAINS = re.compile(
    r"^(?:(?:an?|the|any) )?(?:[\w-]+ ){0,4}?[\w-]+ (?:of|that|which|who|for|from|with|to|in|where|"
    r"by|between|bound|used|caused)\b"
)


def explains(meaning: str) -> bool:
    """Whether a meaning is a kind of thing and what tells it from others: `uptake of fluid`."""
    return _EXPLAINS.match(meaning) is not None and parse(meaning) is None


def may_be_a_person(name: str, passage: Passage, meaning: str = "") -> bool:
    """`Ada: agrees`, `Ada Byron`: capitalised words that English does not know, not set apart.

    A single one is no person where the meaning explains a thing: `Pinocytosis: uptake of fluid`.
    """
    words = tokens(name)
    lower = words[0].lower in passage.names.lower
    if len(words) == 1 and explains(meaning) and lower:
        return False
    plain = len(words) <= 3 and all(token.is_capitalised and not token.is_name for token in words)
    known = any(is_known(token.lower.removesuffix("'s")) for token in words)
    return plain and not known and not is_set_apart(passage, words[0].text)


_NAMING = re.compile(
    r"^(?:the |our |proposed |main |key )?"
    r"(?:approach|method|solution|idea|technique|algorithm|tool|strategy|trick|fix|proposal)$",
    re.IGNORECASE,
)


def names_a_way(label: str) -> bool:
    """`Approach`, `Proposed method`: what follows may be the name of one."""
    return bool(_NAMING.match(label))


def is_proper_name(text: str) -> bool:
    """One to five words, most of them with a capital: `Simulated Annealing`."""
    found = [token for token in tokens(re.sub(r"\([^)]*\)", "", text)) if token.kind == "word"]
    capitals = [token for token in found if token.is_capitalised]
    return 1 <= len(found) <= 5 and len(capitals) * 3 >= len(found) * 2


def name_before(passage: Passage) -> str:
    """The approach that the bullet before names, to which `Problems:` belongs; or nothing."""
    before = passage.previous
    while before is not None and before.bullet is not passage.bullet and is_role(before.label):
        if names_a_way(before.label):
            break
        before = before.previous
    if before is None or before.bullet is passage.bullet or not names_a_way(before.label):
        return ""
    said = sentences(before.body)
    name = re.sub(r"\s*\([^)]*\)", "", said[0].rstrip(".")) if said else ""
    if is_proper_name(name):
        return name
    return passage.lowered(name) if word_count(name) <= 4 and is_noun_phrase(name) else ""
