"""Put a label on the front and what stands below it on the back, where the notes are not English.

In a language that the program does not phrase, a question would be an English frame around foreign
words; a term and its meaning read well in all of them.

    ## Persona jurídica
    - Es una entidad que puede adquirir derechos y contraer obligaciones
    - Clases de persona según el código
        - Humana
        - Jurídica
    Q: Persona jurídica
    A: Es una entidad que puede adquirir derechos y contraer obligaciones
    Q: Clases de persona según el código (2)
    A: Humana; Jurídica

    - Teile der Pflanze
        - Wurzel
        - Stamm
        - Ast
        - Blatt
        - Blüte
    C: Teile der Pflanze: Wurzel, {{c1::Stamm::S…}}, Ast, {{c2::Blatt::B…}}, {{c3::Blüte::B…}}

    - Domicile
        - The place that the statutes of the entity name
    no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.sentences import sentences
from flashcards.english.stems import stems
from flashcards.english.tokens import word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.lists import head_of, list_cloze
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic

SCOPE = ("heading", "bullet")
NEUTRAL = True

LONGEST_LABEL = 12
LONGEST_NAME = 7
SHORTEST_TEXT, LONGEST_TEXT = 4, 25
LONGEST_ITEM = 10
SHORTEST_ECHO = 10
"""Words of a text that repeats its label and still says enough besides."""
MOST_AT_ONCE, MOST_IN_CLOZE = 4, 8
LONGEST_LIST = 25

_PAIR = re.compile(r": | [-–—=|] ")
"""What sets two parts of a member apart; each such member is a card of its own."""
_KEPT = re.compile(r"`[^`]*`|\$[^$]*\$")
_ARTICLE = re.compile(
    r"^(?:(?:es|son|ist|sind|est|sont|è|é|são) )?"
    r"(?:el|la|los|las|un|una|unos|unas|der|die|das|ein|eine|einer|le|les|l['’]|une|des|il|lo|gli|"
    r"uno|um|uma|os|as|het|een|conjunto|proceso|menge|prozess|ensemble|processus)\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\b(?:es|son|ist|sind|est|sont|è|é|são|significa|bedeutet|bezeichnet|consiste|désigne)\b", re.I
)
_TIED = re.compile(
    r"^(?:est[eao]s?|es[eao]s?|también|además|por|dies\w*|das ist|auch|außerdem|daher|somit|ces?|"
    r"cette|aussi|donc|il|ils|elles?|es (?:wird|gilt|gibt|ist)|man|wir)\b",
    re.IGNORECASE,
)
"""Openings that tie a sentence to what was said before it."""


def read(passage: Passage) -> Iterator[Reading]:
    label = passage.text.strip().rstrip(":.=").strip()
    if passage.english or not 1 <= word_count(label) <= LONGEST_LABEL or "?" in label:
        return
    members = [member for member in passage.members if member.form not in {"code", "row"}]
    if not members or any(member.form == "task" for member in members):
        return
    reading = _list(label, members, passage) or _meaning(label, members, passage)
    if reading:
        yield reading


def _list(label: str, members: list[Bullet], passage: Passage) -> Reading | None:
    texts = [head_of(member.text) for member in members]
    pairs = sum(_is_pair(member.text) for member in members) * 2 > len(members)
    heading = passage.heading is not None
    longest = LONGEST_NAME if heading else LONGEST_ITEM
    mixed = any(_is_pair(member.text) and member.children for member in members)
    if pairs or mixed or (heading and any(member.form == "paragraph" for member in members)):
        return None
    if any(word_count(text) > (5 if member.children and len(texts) < 4 else longest)
           for text, member in zip(texts, members, strict=True)):  # fmt: skip
        return None
    if not all(re.search(r"\w", text) and "?" not in text for text in texts):
        return None
    if not 2 <= len(texts) <= MOST_IN_CLOZE or is_generic(label):
        return None
    if len(texts) <= MOST_AT_ONCE:
        label = head_of(label) if ": " not in label else label
        answer = "; ".join(texts)
        fits = word_count(answer) <= LONGEST_LIST
        return Reading(f"{label} ({len(texts)})", answer) if fits else None
    return list_cloze(label, texts)


def _is_pair(text: str) -> bool:
    return bool(_PAIR.search(_KEPT.sub("x", text)))


def _meaning(label: str, members: list[Bullet], passage: Passage) -> Reading | None:
    """The first thing below, where it is the only one or reads as a definition."""
    label = head_of(label)
    if word_count(label) > LONGEST_NAME or members[0].children:
        return None
    first = sentences(members[0].text)[0].rstrip(".") if members[0].text.strip() else ""
    if not SHORTEST_TEXT <= word_count(first) <= LONGEST_TEXT or first.endswith((":", "?")):
        return None
    code = label.startswith("`")
    if passage.heading is not None and _DEFINES.search(first) and not _DEFINES.match(first):
        return None  # the sentence names what it defines
    defines = _ARTICLE.match(first)
    if passage.heading is not None and not defines and not _COPULA.match(first):
        return None  # the context line shows the heading already: only a definition says more
    if _TIED.match(first) or _PAIR.search(first) or (len(members) > 1 and not code and not defines):
        return None
    if _GENERAL.match(label) or _ANNOUNCES.search(first):
        return None
    if stems(label) <= stems(first) and word_count(first) < SHORTEST_ECHO:
        return None
    return Reading(label, first)


_COPULA = re.compile(r"(?:es|son|ist|sind|est|sont|è|sono|é|são|is|are)\b", re.IGNORECASE)
_ANNOUNCES = re.compile(r"\b(?:siguientes?|folgend\w*|suivante?s?|seguenti?)\b.{0,12}$", re.I)
"""A text that announces what comes after it."""
_GENERAL = re.compile(
    r"^(?:definici[óo]n|definition|definizione|definição|begriff|concepto|concept|bedeutung|"
    r"significado|introducción|einleitung|einführung)$",
    re.IGNORECASE,
)
