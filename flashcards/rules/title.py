"""Ask what a system named in a heading is, does or uses, where its subtitle says so.

## Kestrel: A Storage Engine for Time Series
Q: What is Kestrel?
A: A storage engine for time series

## LumenNet: Contrastive Pretraining for Image Search
Q: What does LumenNet use for image search?
A: Contrastive pretraining

## Heron: Speeding Up Joins with Bloom Filters
Q: How does Heron speed up joins?
A: With bloom filters

## SkyHawk: Object Detection on Drones
Q: What task does SkyHawk perform on drones?
A: Object detection

## Chapter 3: The Long Winter
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.abbreviations import stands_for
from flashcards.english.questions import with_article
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import looks_like_system

SCOPE = "heading"

_THINGS = frozenset(
    "optimizer engine system framework library tool toolkit model language dataset benchmark "
    "algorithm protocol database platform compiler server service cache scheduler index "
    "format network architecture agent assistant app application editor plugin package suite "
    "interface method corpus simulator runtime stack store".split()
)
_METHODS = frozenset(
    "learning training pretraining inference attention search sampling networks models trees "
    "methods algorithms optimization regularization distillation pruning quantization caching "
    "hashing embeddings embedding graphs programming compression scheduling modeling".split()
)
_TASKS = frozenset(
    "detection recognition classification segmentation translation retrieval generation "
    "prediction estimation tracking recommendation forecasting imputation synthesis "
    "planning".split()
)
_PRAISE = frozenset(
    "smart new novel efficient fast faster flexible better simple scalable optimal improved robust "
    "practical effective advanced modern accurate".split()
)
"""Adjectives that tell nothing of what is used."""
_JOINT = re.compile(r"\s+(for|in|on|at|with|via|by|using|through)\s+", re.IGNORECASE)


def read(passage: Passage) -> Iterator[Reading]:
    heading = passage.heading
    if heading is None or heading.label or not heading.subtitle:
        return
    name, subtitle = heading.name, heading.subtitle
    if not _may_be_a_name(name) or not 2 <= word_count(subtitle) <= 12:
        return
    if stands_for(name, subtitle):
        yield Reading(f"What does {name} stand for?", subtitle)
        return
    plain = passage.names.lowered_title(subtitle)
    reading = _definition(name, plain) or _doing(name, plain)
    if reading is None and looks_like_system(name):
        reading = _using(name, plain)
    if reading:
        yield reading


def _may_be_a_name(name: str) -> bool:
    """A name, or a common word that may be used as one: `Heron`."""
    found = tokens(name)
    return looks_like_system(name) or (len(found) == 1 and found[0].is_capitalised)


def _definition(name: str, subtitle: str) -> Reading | None:
    head = [token.lower for token in tokens(_JOINT.split(subtitle)[0])]
    if head and head[-1] in _THINGS:
        return Reading(f"What is {name}?", with_article(subtitle))
    return None


def _doing(name: str, subtitle: str) -> Reading | None:
    """`Speeding Up Joins with Bloom Filters`."""
    first = tag(tokens(subtitle)[0])
    gerund = next((form for form in first.forms if form.tag == "G"), None)
    joint = re.search(r"\s(with|via|by|using|through)\s", subtitle)
    if gerund is None or joint is None or (first.may("N") and gerund.usual == "n"):
        return None
    done = subtitle[first.token.end : joint.start()].strip()
    return Reading(f"How does {name} {gerund.base} {done}?", subtitle[joint.start() :].strip())


def _using(name: str, subtitle: str) -> Reading | None:
    parts = _JOINT.split(subtitle, maxsplit=1)
    if len(parts) != 3:
        return None
    what, joint, whereto = parts
    head = tokens(what)[-1].lower
    telling = {token.lower for token in tokens(what)} - _PRAISE - {head}
    if joint == "for" and head in _METHODS and telling:
        return Reading(f"What does {name} use for {whereto}?", what)
    if joint in {"on", "in", "at"} and head in _TASKS:
        return Reading(f"What task does {name} perform {joint} {whereto}?", what)
    return None
