"""Put a term on the front and its definition on the back, where a sentence in another language
defines it; hide what its writer emphasised, or a number with its unit, where it does not.

    - Una célula es la unidad más pequeña de los seres vivos.
    - Los glóbulos rojos viven unos 120 días en la sangre de las personas
    Q: Una célula
    A: La unidad más pequeña de los seres vivos
    C: Los glóbulos rojos viven unos {{c1::120 días}} en la sangre de las personas

    - Ein Graph ist ein Paar aus Knoten und Kanten, die sie verbinden
    Q: Ein Graph
    A: Ein Paar aus Knoten und Kanten, die sie verbinden

    - Esto es una prueba que no dice nada de nadie
    no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.stems import stems
from flashcards.english.tokens import word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

NEUTRAL = True

LONGEST_TERM = 6
SHORTEST_MEANING, LONGEST_MEANING = 4, 25
SHORTEST, LONGEST = 6, 28
"""Words of a sentence that makes a fair cloze."""

_ARTICLES = (
    r"un|una|unos|unas|el|la|los|las|ein|eine|einer|eines|der|die|das|une|le|les|l['’]|des|uno|il|"
    r"lo|gli|um|uma|os|as"
)
_COPULA = re.compile(
    r"^(?P<term>[^,;:()]{3,60}?) (?:es|son|ist|sind|est|sont|è|é|são) "
    rf"(?:(?:\w+mente|simplemente|simplement|im Prinzip|auch|también) )?"
    rf"(?P<meaning>(?:{_ARTICLES})\b.+)$"
)
_MEANS = re.compile(
    r"^(?P<term>[^,;:()]{3,60}?) (?:significa|se define como|consiste en|bedeutet|bezeichnet|"
    r"signifie|désigne|consiste à|è definito come) (?P<meaning>.+)$"
)
_TIED = re.compile(
    r"^(?:est[eao]s?|es[eao]s?|ell[oa]s?|lo|su|sus|que|como|si|cuando|también|además|por|dies\w*|"
    r"das|es|sie|er|man|wir|hier|da|wenn|falls|auch|ces?|cet|cette|ça|c['’]est|il|ils|elles?|on|"
    r"nous|ist|sind|gilt|sei|seien|kann|wird|hat|sea|sean|con|dado|mit|bei|nach|avec|questo|questa|ciò|isto|isso|en|in|para|für|pour|y|und|et|pero|aber|mais|otr[oa]s?)\b",
    re.IGNORECASE,
)
_UNITS = (
    r"días?|meses|mes|años?|horas?|minutos|segundos|semanas?|veces|grados|personas|metros|"
    r"Tagen?|Wochen?|Monaten?|Jahren?|Stunden?|Minuten|Sekunden|Grad|Prozent|Metern?|"
    r"jours?|mois|ans|années?|heures?|secondes|fois|degrés|giorni|mesi|anni|ore|dias|anos|horas|"
    r"bits?|Bits?|bytes|Bytes|MHz|GHz|kHz|Hz|km|cm|mm|kg|mg|ms|°C|€|Euros?|euros"
)
_QUANTITY = re.compile(
    rf"(?<![\w$.,/])(?P<gap>\$?\d+(?:[.,]\d+)?\$?\s?(?:%|(?:{_UNITS})(?!\w)))", re.IGNORECASE
)


def read(passage: Passage) -> Iterator[Reading]:
    text = passage.text.strip()
    if passage.english or "?" in text or text.endswith(":"):
        return
    defined = _defined(text.rstrip("."))
    if defined:
        yield defined
        return
    if not SHORTEST <= word_count(text) <= LONGEST or _TIED.match(text) or "{" in text:
        return
    gap = _emphasised(text, passage) or _quantity(text)
    if gap:
        start, end = gap
        hidden = text[start:end]
        if stems(hidden) and not stems(hidden) & stems(text[:start] + " " + text[end:]):
            yield Reading(f"{text[:start]}{{{{c1::{hidden}}}}}{text[end:]}", hidden, "cloze")


def _defined(text: str) -> Reading | None:
    found = _COPULA.match(text) or _MEANS.match(text)
    if found is None or word_count(found["term"]) > LONGEST_TERM or _TIED.match(found["term"]):
        return None
    if _OPEN.search(found["term"]):
        return None
    if not SHORTEST_MEANING <= word_count(found["meaning"]) <= LONGEST_MEANING:
        return None
    return Reading(found["term"].strip(), found["meaning"].strip())


_OPEN = re.compile(r"\b(?:si|que|wenn|dass|ob|quando|cuando|wie|como|se|che)$", re.IGNORECASE)
"""A conjunction, so that what follows is a clause of its own: `depende si es …`."""


def _emphasised(text: str, passage: Passage) -> tuple[int, int] | None:
    for marked in passage.marked("strong", "emphasis"):
        at = text.find(marked)
        if at > 0 and 1 <= word_count(marked) <= 4 and text.count(marked) == 1:
            return at, at + len(marked)
    quoted = re.search(r"[\"“«„]([^\"“”«»„]{3,40})[\"”»“]", text)
    if quoted and quoted.start() > 0 and word_count(quoted[1]) <= 4:
        return quoted.start(1), quoted.end(1)
    return None


def _quantity(text: str) -> tuple[int, int] | None:
    found = _QUANTITY.search(text)
    return found.span("gap") if found else None
