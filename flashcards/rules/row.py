"""Hide some of the members of a long row, or of the examples given of what stands above, one at a
time, each behind its initials: asked for outright, another member might be right, too.

# Food
## Cheese
- Soft cheeses such as brie, ricotta, quark and feta spoil within days.
C: Soft cheeses such as brie, {{c1::ricotta::ri…}}, quark and {{c2::feta::f…}} spoil within days

- Endothermic reactions
    - E.g. photosynthesis, melting ice, baking bread
C: Endothermic reactions, e.g.: photosynthesis, {{c1::melting ice::m… i…}}, baking bread

- Some bakers are slower than others
    - For example apprentices, pastry cooks, lodgers
C: Some bakers are slower than others, e.g.: apprentices, {{c1::pastry cooks::p… c…}}, lodgers

## Preserves
- Also can use salt, vinegar, sugar, smoke
C: Preserves: can use salt, {{c1::vinegar::vi…}}, sugar, {{c2::smoke::s…}}

## Cheese
- Soft cheeses such as brie and feta spoil within days.
no card

- Some examples of fruit are apples, plums, pears, quinces and figs
no card

- Endothermic reactions
    - E.g. photosynthesis
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.cloze.referents import dangles
from flashcards.cloze.statements import statements
from flashcards.cloze.worth import is_record
from flashcards.english import closed
from flashcards.english.lists import split_list
from flashcards.english.tagging import tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.complements import is_telling
from flashcards.passages.lists import is_plain_name, row_cloze
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_generic, is_noun_phrase

SCOPE = "bullet"
FORMS = ("bullet", "step", "paragraph")
FALLBACK = True
NEEDS = ", e"

FEWEST, FEWEST_OF_LABEL = 4, 3
"""Members of a row in a sentence, and of one that a label introduces."""
LONGEST_ITEM = 5
_END = re.compile(
    r"[;:)]|\. |, (?=(?:which|but|so|that|while|where|who|they|it|this)\b)|, and (?=it|they)"
)
_OPENING = frozenset("use like as including e.g for : (".split())
"""What may stand before a row besides a verb and a preposition."""


def read(passage: Passage) -> Iterator[Reading]:
    if passage.names.speakers or is_record(passage.bullet, passage.note):
        return
    example = _of_the_parent(passage)
    if example:
        yield example
        return
    for statement in statements(passage):
        reading = _with_gaps(statement.text, statement.lead)
        if reading and not statement.is_idle:
            yield reading
            return
    able = _ABLE.match(passage.text)
    if able and passage.context:
        reading = _with_gaps(able["what"].rstrip("."), f"{passage.context[-1]}: ")
        if reading:
            yield reading


_ABLE = re.compile(
    r"(?:Also |Alternatively,? )?(?P<what>(?:can|could) (?:also )?.*)", re.IGNORECASE
)
"""What can be done besides: whoever does it, the topic tells to what end."""


def _with_gaps(text: str, lead: str) -> Reading | None:
    if text.count(",") < FEWEST_OF_LABEL - 2 or _ANY_EXAMPLES.match(text):
        return None
    for start in _starts(text):
        listed = _up_to_end(text[start:])
        items = split_list(listed) or []
        before, after = text[:start], text[start + len(listed) :]
        announced = _LABEL.fullmatch(before) or _SOME.fullmatch(before)
        fewest = FEWEST_OF_LABEL if announced else FEWEST
        if len(items) >= fewest and all(map(_is_item, items)) and _are_alike(items, listed):
            return row_cloze(lead + before, listed, items, after)
    return None


def _are_alike(items: list[str], listed: str) -> bool:
    """No setting before what is said: `by night, in spring, the moon and the stars`."""
    doing = [tag(tokens(item)[0]).may("G") for item in items]
    twice = any(" and " in item for item in items) or listed.count(" and ") > 1
    return not any(doing) and not twice and not any(map(_TURN.match, items))


_ANY_EXAMPLES = re.compile(
    r"(?:some|a few|other|further|typical|common|the)? ?examples (?:of|for) [^,:]* "
    r"(?:are|include)\b",
    re.IGNORECASE,
)
"""`Some examples of fruit are`: which of them, nobody needs to know."""
_LABEL = re.compile(r"[^:,]{2,40}: ")
_SOME = re.compile(
    r"(?:(?:There (?:are|is)|We have|Have|Has) [^:,]{4,60}|(?:[\w-]+ ){0,3}[\w-]+),? \(?"
    r"(?:such as|e\.g\.|for example|(?<=s )like),? ?",
    re.IGNORECASE,
)
"""What says no more than that some of a kind follow: `There are several cheeses, e.g.`"""
_TURN = re.compile(
    r"(?:the|worse|better|also|even|not|the rest|other|others|more)\b", re.IGNORECASE
)


def _starts(text: str) -> Iterator[int]:
    """Where a row may begin: behind the verb, preposition or mark before a comma."""
    latest, named = 0, False
    for word in tag_all(text):
        if word.text == "," and latest:
            yield latest
            latest = 0
        elif word.lower == "like" and not named:
            return
        elif word.lower in _OPENING or (word.may("VZBHMIT") and not word.may("N")):
            latest = word.token.end + 1
        named = word.may("N")


def _up_to_end(text: str) -> str:
    """The list alone: up to a bracket, another clause, or the verb that the group is subject of."""
    text = _END.split(text, maxsplit=1)[0].rstrip()
    found = tag_all(text)
    for at in range(1, len(found)):
        word = found[at]
        verb = word.may("BHMO") or any(f.tag in "ZV" and f.usual in "Vv" for f in word.forms)
        if verb and not word.may("A") and found[at - 1].may("N"):
            return text[: word.token.start].rstrip(" ,")
    return text


_NUMBERED = re.compile(r"[A-Za-z]{1,2}\d+")
"""`U2` between `U1` and `U4`."""


def _is_item(item: str) -> bool:
    found = tag_all(item)
    if (
        not found
        or item[0].isdigit()
        or _NUMBERED.fullmatch(item)
        or not is_telling(item)
        or word_count(item) > LONGEST_ITEM
    ):
        return False
    if found[0].lower in closed.POINTING | closed.PRONOUNS | closed.SUBORDINATORS:
        return False
    if found[0].may("I") and not found[0].may("N"):
        return False
    return found[-1].may("NG#") or found[-1].token.text in {")", '"', "”"}


# Examples of what stands above

_EXAMPLE = re.compile(
    r"^(?:e\.g\.|ex\.?:|examples?:|examples? (?:include|are)|for example,?|for instance,?|such as)"
    r"\s+",
    re.IGNORECASE,
)
LONGEST_ABOVE = 12
"""Words of what the examples are of."""
FEWEST_OF_ANY, FEWEST_OF_NAME = 3, 2
"""Examples of what a sentence says, and of what a name names."""


def _of_the_parent(passage: Passage) -> Reading | None:
    """`E.g. photosynthesis, melting ice` below `Endothermic reactions`."""
    match = _EXAMPLE.match(passage.text)
    parent = passage.bullet.parent
    above = re.sub(r"[\s,:;.]*(?:,? e\.g\.)?[\s,:;.]*$", "", parent.text) if parent else ""
    if match is None or not above or is_generic(above) or not _is_told(above):
        return None
    listed = passage.text[match.end() :].strip().rstrip(".").strip()
    items = split_list(listed) or []
    fewest = FEWEST_OF_NAME if is_noun_phrase(above) else FEWEST_OF_ANY
    if len(items) < fewest or not all(map(is_plain_name, items)):
        return None
    return row_cloze(f"{above}, e.g.: ", listed, items, "")


def _is_told(above: str) -> bool:
    """Whether it says by itself what the examples are of."""
    return "?" not in above and word_count(above) <= LONGEST_ABOVE and not dangles(above)
