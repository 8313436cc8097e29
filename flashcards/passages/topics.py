"""What a bullet is about: the heading that names its subject, and the line shown as context."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from flashcards.english.clauses import parse
from flashcards.english.tagging import is_common_word
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
    (?:key|main|important|general|my|other|additional|further|some|quick|useful|personal|final)?\s*
    (?:points?|takeaways?|notes?|ideas?|facts?|thoughts?|insights?|results?|findings?|details?|
    concepts?|terms?|links?|resources?|references?|examples?|definitions?|comments?|remarks?|
    questions?|summary|overview|introduction|intro|background|motivation|conclusions?|discussion|
    outline|contents?|agenda|abstract|method(?:s|ology)?|approach|experiments?|evaluation|setup|
    related\ work|future\ work|prologue|epilogue|preface|foreword|misc(?:ellaneous)?|other|others|
    general|basics|recap|review|reading|readings|tl;?dr|faq|q\ ?&\ ?a|todo|to-?do|properties|
    types?|features|usage|why\??|what\??|how\??|when\??|what\ is\ it\??|pros|cons|pros\ and\ cons|
    advantages|disadvantages|benefits|limitations|challenges|problems?|solutions?|goals?|
    contributions?|strengths|weaknesses|steps?|architecture|model|training|inference|data(?:set)?s?|
    implementation|tips|tricks|rules|reminders?|announcements?|testing|updates?|notation|vocabulary|
    more(?:\ recap)?|paper|book|talk|slides|video|sources?|footnotes?|tags?|attributes|elements|
    description|purpose|process|history|applications?|use\ cases?|variants?|keynote|
    wrap-?up|closing|opening|welcome|metadata|main)
    (?:\s*(?:and|&|/|of\ the\ (?:paper|talk|book|chapter))\s*[\w\ ]{0,24})?)$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Headings that say what role a section plays, not what it is about."""


def is_generic(heading: str) -> bool:
    """Whether a heading names no subject of its own: `Key points`, `Day 1`, `Results`."""
    bare = re.sub(r"^\(?[\divx]{1,4}[.)]\s*", "", heading.strip(), flags=re.IGNORECASE)
    bare = bare.strip(":.! ")
    return len(bare) < 2 or bool(_GENERIC.match(bare)) or bare.replace(" ", "").isdigit()


_WRAPPING = re.compile(
    r"\s+(?:overview|introduction|intro|basics|definition|description|explained|explanation)$", re.I
)


def topic_of(headings: tuple[Heading, ...], note_title: str) -> Topic:
    """The deepest heading that names a subject, else the note's title."""
    for heading in reversed(headings):
        name = _WRAPPING.sub("", heading.name or heading.text)
        if not is_generic(name) and not (heading.date and not heading.name):
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


_WIDEST_CRUMB = 70
"""Characters of one part of the context line; longer labels are sentences, not names."""


def context_of(bullet: Bullet, note: Note) -> tuple[str, ...]:
    """The parts of the context line, outermost first: title, talk, labels above the bullet.

    A part that says nothing of its own (`Key points`) is passed over; the whole stays short.
    """
    crumbs: list[str] = []
    if not is_generic(note.title):
        crumbs.append(note.title)
    named = [h.name or h.text for h in bullet.headings if not h.date or h.name]
    crumbs += [name for name in named if not is_generic(name)][-1:]
    above = [label_of(parent) for parent in reversed(bullet.ancestors)]
    crumbs += [label for label in above if label and not is_generic(label)][-2:]
    unique = [crumb for crumb in dict.fromkeys(crumbs) if len(crumb) <= _WIDEST_CRUMB]
    return tuple(_without_repeats(unique))


def _without_repeats(crumbs: list[str]) -> list[str]:
    """Leave out a part that a later one repeats in full, and all but the last three."""
    kept = [
        crumb
        for at, crumb in enumerate(crumbs)
        if not any(crumb.lower() in later.lower() for later in crumbs[at + 1 :])
    ]
    return kept[-3:] if len(kept) > 3 else kept


def label_of(bullet: Bullet) -> str:
    """The name that a parent bullet gives to its children, or nothing where it is a sentence."""
    text = bullet.text.strip()
    head, colon, body = text.partition(": ")
    if colon and word_count(head) <= 6 and body:
        text = body if head.strip(".").lower() in {"ex", "eg", "e.g", "example"} else head
    text = text.rstrip(":.").strip()
    if not text or "?" in text or not 1 <= word_count(text) <= 8:
        return ""
    text = re.sub(r"^\(?\d{1,2}[.)]\s*", "", text)
    return "" if parse(text) else text
