"""Ask why something should be done or left, where an instruction gives its reason.

- Store the seeds in paper bags, as plastic keeps the moisture in
Q: Why should you store the seeds in paper bags?
A: Plastic keeps the moisture in

- Don't prune the vines in March -- they bleed from every cut
Q: Why should you not prune the vines in March?
A: They bleed from every cut

- Never water tomatoes from above, 'cause the leaves are soon ill
Q: Why should you never water tomatoes from above?
A: The leaves are soon ill

- Make a notch in the rim so that the lid can be lifted
Q: Why should you make a notch in the rim?
A: So that the lid can be lifted

- Water them; they need it
no card

- Keep the rows of the seedlings short; even single plants are fine
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage

NEEDS = "because since as cause so ; - – —"

LONGEST_DOING, LONGEST_REASON = 18, 20

_GROUND = re.compile(
    r"^(?P<doing>[^;:?]{8,140}?)"
    r"(?:,? (?P<tie>because|since|as|['’]cause|so that)|(?P<mark>;| [-–—]{1,2})"
    r"(?: (?:because|since|as|due to that))?) (?P<why>[^;:?]{8,160}?)[.!]?$",
    re.IGNORECASE,
)
_NOT = re.compile(r"^(?:do not|don['’]?t|never|always|avoid)\s+", re.IGNORECASE)
_ASIDE = frozenset("see note notice remember consider think imagine say suppose assume".split())
_TWO_PLACES = re.compile(
    r"\b(?:such|same|much|well|soon|long|far|many|just|so|act|serve|use)$", re.I
)
"""Before these `as` gives no reason: `as soon as`, `use it as`."""


def read(passage: Passage) -> Iterator[Reading]:
    found = _GROUND.match(passage.text)
    if found is None or passage.label:
        return
    doing, why = found["doing"].strip().rstrip(","), _THIS.sub("it ", found["why"].strip())
    ends = found["tie"] and found["tie"].lower() == "so that"
    if not _is_instruction(doing) or not _is_reason(why) or _TWO_PLACES.search(doing):
        return
    asked = f"Why should you {_as_asked(passage.lowered(doing))}?"
    if pins_down(doing, least=1.6):
        yield Reading(asked, f"so that {why}" if ends else why)


def _is_instruction(doing: str) -> bool:
    negated = _NOT.match(doing)
    plain = doing[negated.end() :] if negated else doing
    first = tag(tokens(plain)[0]) if plain else None
    told = negated is not None and first is not None and first.may("V")
    base = imperative_base(plain) or (first.lower if told and first else None)
    avoided = bool(negated) and doing.lower().startswith("avoid")
    aside = base in _ASIDE and not plain.lower().startswith("think about ")
    if not (base or avoided) or aside or word_count(doing) > LONGEST_DOING:
        return False
    return not {token.lower for token in tokens(doing)} & _POINTS


_POINTS = (closed.POINTING | frozenset("me my i we our".split())) - frozenset(
    "its their such above below same following".split()
)


def _is_reason(why: str) -> bool:
    """A statement of its own; not the next instruction."""
    if word_count(why) > LONGEST_REASON or word_count(why) < 3 or imperative_base(why):
        return False
    stated = re.sub(r"^it['’]s ", "it is ", why)
    return parse(stated) is not None and not _GOING_ON.match(why)


_THIS = re.compile(r"^this (?=(?:will|can|may|is|makes|helps|gives|lets|keeps)\b)", re.IGNORECASE)
"""What is told to do, taken up again."""
_GOING_ON = re.compile(
    r"(?:this|these|that|if|but|and|or|then|even|also|sometimes)\b", re.IGNORECASE
)


def _as_asked(doing: str) -> str:
    """`don't open it` as `not open it`, as it reads after `you should`."""
    return re.sub(r"^(?:do not|don['’]?t)\b", "not", doing, flags=re.IGNORECASE)
