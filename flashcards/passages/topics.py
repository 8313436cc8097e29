"""What a bullet is about: the heading that names its subject, and the line shown as context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.tagging import is_common_word, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Heading, Note

Kind = Literal["system", "topic", "person", "question", "none"]


@dataclass(frozen=True, slots=True)
class Topic:
    """The subject of a talk, chapter or section."""

    name: str
    """As its heading names it: `PLink`, `Neural Network Pruning`; empty where nothing does."""
    kind: Kind
    subtitle: str = ""


_GENERIC = re.compile(
    r"""^(?:(?:day|week|part|session|chapter|ch|lecture|module|unit|section|lesson|appendix|tag|
    kapitel|meeting|call|step|topic)\s*[\divxlc.]*|
    (?:key|main|important|general|my|other|additional|further|some|quick|useful|personal|final|
    rough|sample|practice|detailed|short|brief|practical|chapter-?wise|rough\ chapter-?wise)?\s*
    (?:points?|takeaways?|notes?|ideas?|facts?|thoughts?|insights?|results?|findings?|details?|
    concepts?|terms?|links?|resources?|references?|examples?|definitions?|comments?|remarks?|
    questions?|summary|overview|introduction|intro|background|motivation|conclusions?|discussion|
    considerations|outline|contents?|agenda|abstract|method(?:s|ology)?|approach|experiments?|
    evaluation|setup|
    related\ work|future\ work|prologue|epilogue|preface|foreword|misc(?:ellaneous)?|other|others|
    general|basics|recap|review|reading|readings|tl;?dr|faq|q\ ?&\ ?a|todo|to-?do|properties|
    types?|features|usage|why\??|what\??|how\??|when\??|what\ is\ it\??|pros|cons|pros\ and\ cons|
    advantages|disadvantages|benefits|limitations|challenges|problems?|solutions?|goals?|
    contributions?|strengths|weaknesses|steps?|architecture|model|training|inference|data(?:set)?s?|
    implementation|tips|tricks|rules|reminders?|announcements?|testing|updates?|notation|vocabulary|
    more(?:\ recap)?|paper|book|talk|slides|video|sources?|footnotes?|tags?|attributes|elements|
    description|purpose|process|history|applications?|use\ cases?|variants?|keynote|
    case|decisions?|rulings?|holdings?|verdict|judge?ment|dissent|
    wrap-?up|closing|opening|welcome|metadata|main|
    (?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?,?\ ?)?
    (?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\ (?:morning|afternoon|evening))?
    (?:,?\ \d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?)?|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?)
    (?:\s*(?:and|&|/|of\ the\ (?:paper|talk|book|chapter))\s*[\w\ ]{0,24})?)$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Headings that say what role a section plays, not what it is about."""


_EQUATION = re.compile(r"\$[^$]*=[^$]*\$|\$\$[^$]*=[^$]*\$\$")
"""A label that is nothing but an equation names nothing."""


@lru_cache(maxsize=4096)
def is_generic(heading: str) -> bool:
    """Whether a heading names no subject of its own: `Key points`, `Day 1`, `$a = b$`."""
    bare = re.sub(r"^\(?[\divx]{1,4}[.)]\s*", "", heading.strip(), flags=re.IGNORECASE)
    bare = bare.strip(":.! ")
    if len(bare) < 2 or bare.replace(" ", "").isdigit():
        return True
    return bool(_GENERIC.match(bare)) or bool(_EQUATION.fullmatch(bare))


ASPECTS = frozenset(
    "speed efficiency cost costs price time size memory space accuracy quality level result "
    "results status performance complexity usage support documentation community debugging "
    "visualization deployment ease summary intuition observation".split()
)
"""Nouns under which something is said of another thing; they are not what it explains."""
_OF_ALL = ASPECTS - {"support"} | {"importance", "functionality", "purpose", "role", "value"}


def is_aspect(name: str) -> bool:
    """Whether a heading names a side of something, which does nothing itself.

    >>> is_aspect("Program Performance"), is_aspect("Importance of sleep"), is_aspect("Sleep")
    (True, True, False)
    """
    return name.partition(" of ")[0].rpartition(" ")[2].lower() in _OF_ALL


_WRAPPING = re.compile(
    r"\s+(?:overview|introduction|intro|basics|definition|description|explained|explanation)$", re.I
)


def topic_of(headings: tuple[Heading, ...], note_title: str) -> Topic:
    """The deepest heading that names a subject, else the note's title."""
    for heading in reversed(headings):
        name = _WRAPPING.sub("", name_of(heading))
        if name and not is_generic(name):
            return Topic(name, _kind(heading, name), heading.subtitle)
    if is_generic(note_title):
        return Topic("", "none")
    return Topic(note_title, "topic")


def _kind(heading: Heading, name: str) -> Kind:
    if name.endswith("?"):
        return "question"
    if heading.label.lower().startswith(("keynote", "invited", "guest", "speaker")):
        return "person"
    if looks_like_system(name):
        return "system"
    return "topic"


def looks_like_system(name: str) -> bool:
    """One or two words that are a name: `PLink`, `MNN`, `Snorkel`."""
    found = tokens(name)
    if not 1 <= len(found) <= 2 or any(token.kind in {"mark", "number"} for token in found):
        return False
    return any(token.is_name for token in found) or all(
        token.is_capitalised and not is_common_word(token.lower) for token in found
    )


_WIDEST_CRUMB = 60
"""Characters of one part of the context line; longer labels are sentences, not names."""
_WIDEST_TITLE = 100
"""Characters of a heading that names a paper or a talk; of a note's title, which is one at any
length, the beginning is shown."""
_BY_LINE = re.compile(r"^[\"“](?P<title>[^\"“”]{8,})[\"”],? by (?=[A-Z])")
"""A talk and who gave it: `"Soil is alive" by Ada Brook`."""
_COLLECTION = re.compile(r"\b(?:19|20)\d\d\b")
"""A year in a title: a conference, whose parts are talks."""
_SESSION = re.compile(r"^(?:session|day|track|block|keynote|invited|guest|panel|talk|paper)", re.I)


def context_of(bullet: Bullet, note: Note) -> tuple[str, ...]:
    """The parts of the context line, outermost first, two at most: the talk, or the title of a
    note with one subject, and the nearest section or label that names something.

    A part that says nothing of its own (`Key points`) is passed over, and so is a subtitle.
    """
    title, sections = _title_and_sections(bullet, note)
    talk = _talk(title, sections)
    named = [name for name in map(name_of, sections) if _may_be_shown(name, _WIDEST_TITLE)]
    above = (one_side(label, bullet.headings) or label for label in labels_above(bullet))
    labels = (label for label in above if _may_be_shown(label) and is_noun_phrase(label))
    outer = talk or title or next(iter(named), "")
    nearest = next(labels, "") or next(reversed(named), "")
    return tuple(_without_repeats([part for part in (outer, nearest) if part]))


def name_of(heading: Heading) -> str:
    """What a heading names, without its label, its date and its subtitle; the subtitle where what
    stands before it says nothing of its own: `History: The Silk Road`; both where it only counts:
    `Sluice type 2 - Mitre gates`."""
    if heading.subtitle and is_generic(heading.name):
        return heading.subtitle
    if heading.subtitle and _COUNTING.search(heading.name):
        return heading.text[heading.text.find(heading.name) :]
    return heading.name or ("" if heading.date else heading.text)


_COUNTING = re.compile(r"[a-z] \d{1,2}$")


def _title_and_sections(bullet: Bullet, note: Note) -> tuple[str, tuple[Heading, ...]]:
    """The note's title without its subtitle, where it says something; the headings below it."""
    first = next(iter(note.headings), None)
    if first is not None and first.text == note.title:
        below = tuple(heading for heading in bullet.headings if heading is not first)
        title = name_of(first)
    else:
        below, title = bullet.headings, note.title
    return ("" if is_generic(title) else _shortened(title)), below


def _shortened(title: str) -> str:
    """A title without who gave the talk, up to a word that the line has room for."""
    by = _BY_LINE.match(title)
    title = by["title"].strip() if by else title
    if len(title) <= _WIDEST_TITLE:
        return title
    return f"{title[:_WIDEST_TITLE].rpartition(' ')[0] or title[:_WIDEST_TITLE]} …"


def _talk(title: str, sections: tuple[Heading, ...]) -> str:
    """The talk that a bullet belongs to, where a note collects several."""
    sessions = [at for at, head in enumerate(sections) if head.date or _SESSION.match(head.label)]
    if not sessions and not _COLLECTION.search(title):
        return ""
    below = sections[sessions[-1] + 1 :] if sessions else sections
    names = [name for name in map(name_of, below) if _may_be_shown(name)]
    if not names and sessions:
        names = [name for name in [name_of(sections[sessions[-1]])] if _may_be_shown(name)]
    return next(iter(names), "")


def _may_be_shown(name: str, widest: int = _WIDEST_CRUMB) -> bool:
    return bool(name) and len(name) <= widest and not is_generic(name)


def _without_repeats(crumbs: list[str]) -> list[str]:
    """Without a part that the next one repeats."""
    if len(crumbs) == 2 and crumbs[0].lower() in crumbs[1].lower():
        return crumbs[1:]
    return crumbs


_BRACKET = re.compile(r"(?<=\S)\s*\([^()]*\)$")


def without_bracket(name: str) -> str:
    """A name without the abbreviation or aside in brackets at its end."""
    return _BRACKET.sub("", name)


_NO_NAMES = {"vs", "versus"} | closed.QUESTION_WORDS


@lru_cache(maxsize=2048)
def is_noun_phrase(text: str) -> bool:
    """Whether a short label names a thing, not an action or a whole statement."""
    found = tokens(without_bracket(text))
    if not found or any(token.text in "?!,;:->→=/" for token in found):
        return False
    if any(token.lower in _NO_NAMES for token in found):
        return False
    first, last = tag(found[0]), tag(found[-1])
    if first.may("ISTBHMO") and not first.may("N"):
        return False
    if first.may("XE") and not first.may("N") and len(found) > 1 and tag(found[1]).may("I"):
        return False  # `Built by the guild`
    if first.lower in closed.PRONOUNS or parse(text):
        return False
    if first.may("R") and not first.may("NA") and len(found) > 1 and tag(found[1]).may("VZ"):
        return False
    verb_first = first.may("V") and not first.may("NA")
    return not verb_first and last.may("N#G")


_SIDES = re.compile(
    r"^(?P<one>\S.*?),? (?P<tie>vs\.?|versus|and|or|&) (?P<other>\S.*)$", re.IGNORECASE
)


def one_side(label: str, headings: tuple[Heading, ...]) -> str:
    """What a label names below a heading that sets two kinds side by side: of `Oblique` below
    `Straight vs oblique lines`, `oblique lines`; empty where it names a thing by itself."""
    found = _SIDES.match(name_of(headings[-1])) if headings else None
    if found is None or not tokens(label):
        return ""
    if found["tie"].lower() in {"and", "or", "&"} and not tag(tokens(label)[-1]).may("A"):
        return ""
    one, other = found["one"].split(), found["other"].split()
    kind = other[len(one) :]
    sides = {" ".join(one).lower(), " ".join(other[: len(one)]).lower()}
    return " ".join([label, *kind]) if kind and label.lower() in sides else ""


_FARTHEST = 12
"""Levels above a bullet that may name what it is about."""


def labels_above(bullet: Bullet) -> Iterator[str]:
    """The labels of the bullets around, from the nearest; empty for those that name nothing."""
    above = bullet.parent
    for _ in range(_FARTHEST):
        if above is None:
            return
        yield label_of(above)
        above = above.parent


def label_of(bullet: Bullet) -> str:
    """The name that a parent bullet gives to its children, or nothing where it is a sentence."""
    return _label(bullet.text)


@lru_cache(maxsize=2048)
def _label(text: str) -> str:
    text = text.strip()
    head, colon, body = text.partition(": ")
    if colon and word_count(head) <= 6 and body and head.count("$") % 2 == 0:
        text = body if head.strip(".").lower() in {"ex", "eg", "e.g", "example"} else head
    text = text.rstrip(":.").strip()
    if not text or "?" in text or not 1 <= word_count(text) <= 8:
        return ""
    text = re.sub(r"^\(?\d{1,2}[.)]\s*", "", text)
    return "" if parse(text) else text
