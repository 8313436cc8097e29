"""Ask about a sentence that opens with its aim, its means or its setting.

- To remove rust, soak the tool in vinegar.
Q: How do you remove rust?
A: Soak the tool in vinegar

- By bending their stems, plants can grow towards the light.
Q: How can plants grow towards the light?
A: By bending their stems

- To survive the dry months, a cactus must store water in its stem
Q: What must a cactus do to survive the dry months?
A: Store water in its stem

- Instead of chewing, snakes swallow their prey whole
Q: What happens instead of chewing?
A: Snakes swallow their prey whole

- With rising temperature, gases dissolve less readily in water
Q: What happens with rising temperature?
A: Gases dissolve less readily in water

- During long droughts, the bark of young trees is shed
Q: What happens to the bark of young trees during long droughts?
A: It is shed

## Plums
- For storage, dry them halfway and turn every plum once
no card

- To run a mill, you must own at least one weir and one pond
no card

- In the end, it worked
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.cloze.words import EMPTY_ACTIONS
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.questions import imperative_base
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, is_setting, names_its_subject
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage

LEAST_ASKED = 2
LONGEST_WAY = 20
"""Words of how something is done; what is longer has several steps."""
NEEDS = ","

_LEAD = re.compile(r"^(?P<lead>[A-Z][^,;:.?!]{4,80}), (?P<main>[^:;]+?)\.?$")
_CHANGE = re.compile(
    r"^with (?:increasing|decreasing|rising|falling|growing|more|less|fewer|higher|lower|larger|"
    r"smaller|greater)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"^(?:instead of|rather than) (?P<what>\w+ing\b.*)$", re.IGNORECASE)
_AGAIN = re.compile(r"\b(and|but) (?:you |we |one )?(?:must|should|need to|have to) ")
_OBLIGED = re.compile(r"^(?:you|one|we) (?:must|need to|have to) ")
_ADDRESSED = re.compile(r"^(?:you|one|we) (?:can |should |must |need to |have to |may |could )")


def read(passage: Passage) -> Iterator[Reading]:
    found = _LEAD.match(passage.text)
    if found is None or _points(found["lead"]):
        return
    lead, main = passage.lowered(found["lead"]), found["main"].strip()
    readings = (
        _aim(lead, main),
        _duty(lead, main, passage),
        _means(lead, main, passage),
        _setting(lead, main),
        _fate(lead, main, passage),
    )
    yield from [reading for reading in readings if reading][:1]


_POINTERS = (closed.POINTING | closed.FIRST_OR_SECOND_PERSON) - frozenset(
    "its their our us we you your".split()
)


def _points(text: str) -> bool:
    return bool({token.lower for token in tokens(text)} & _POINTERS)


def _aim(lead: str, main: str) -> Reading | None:
    """`To V, do W`."""
    aim = lead.removeprefix("in order ")
    if not aim.startswith("to ") or imperative_base(aim[3:]) is None:
        return None
    told = _AGAIN.sub(r"\1 ", _ADDRESSED.sub("", main))
    if imperative_base(told) is None or not pins_down(aim, least=1.6):
        return None
    if word_count(told) > LONGEST_WAY:
        return None
    obliged = _OBLIGED.match(main)
    asked = f"What must you do to {aim[3:]}?" if obliged else f"How do you {aim[3:]}?"
    return Reading(asked, told)


_NO_SUBJECTS = closed.POINTING | closed.SUBJECT_PRONOUNS


def _duty(lead: str, main: str, passage: Passage) -> Reading | None:
    """`To V, S must W`; `For S to V, it must W`."""
    aim = _FOR_TO.match(lead)
    clause = parse(main)
    if clause is None or clause.lead or clause.auxiliary.lower() not in _DUTIES or clause.negated:
        return None
    subject = clause.subject
    if aim and subject.lower() in {"it", "they", aim["subject"].lower()}:
        subject, end = aim["subject"], f"to {aim['end']}"
    elif lead.removeprefix("in order ").startswith("to "):
        end = lead.removeprefix("in order ")
    else:
        return None
    told = {token.lower for token in tokens(subject)}
    if told & _NO_SUBJECTS or clause.voice in {
        "passive",
        "progressive",
    }:
        return None
    doing = "be" if clause.voice == "copula" else "do"
    adverbs = clause.middle.removesuffix(clause.base).removesuffix("be").strip()
    asked = f"{clause.auxiliary.lower()} {passage.lowered(subject)} {adverbs} {doing} {end}"
    answer = clause.rest if doing == "be" else f"{clause.base} {clause.rest}"
    answer += f" and {clause.also}" if clause.also else ""
    return Reading(f"What {' '.join(asked.split())}?", answer)


_DUTIES = {"must", "should"}
_FOR_TO = re.compile(r"^for (?P<subject>[^,;:]+?) to (?P<end>[a-z][^,;:]+)$")


def _means(lead: str, main: str, passage: Passage) -> Reading | None:
    """`By V-ing, S does W`."""
    words = tokens(lead)
    if words[0].lower not in {"by", "using"} or len(words) < 2:
        return None
    if words[0].lower == "by" and not words[1].lower.endswith("ing"):
        return None
    clause = parse(main)
    if clause is None or clause.lead or clause.voice == "copula" or clause.also or _points(main):
        return None
    return Reading(ask(passage, clause, "How", clause.rest), lead)


_CAN_USE = re.compile(r"^(?:(?:you|one|we|it|they) )?(?:can|could|may|should) (?:be )?used? ")


SHORTEST_LEAD = 3
"""`For performance` leaves too much open."""


def _for(lead: str, main: str) -> Reading | None:
    """`For X, do Y`; `For X, can use Y`."""
    usable = _CAN_USE.match(main)
    if usable and pins_down(lead, least=2.5):
        return Reading(f"What can be used {lead}?", re.sub(r" \(.*", "", main[usable.end() :]))
    if imperative_base(main) and word_count(lead) >= SHORTEST_LEAD:
        return Reading(f"What is done {lead}?", main)
    return None


def _fate(lead: str, main: str, passage: Passage) -> Reading | None:
    """`During droughts, bark is shed` says what happens to it then."""
    clause = parse(main)
    if clause is None or clause.voice != "passive" or not names_its_subject(clause):
        return None
    if clause.negated or clause.lead or clause.also or word_count(clause.rest) > LONGEST_REST:
        return None
    if clause.auxiliary.lower() not in {"is", "are"} or not is_setting(lead) or _points(main):
        return None
    if lead.startswith(("for ", "besides ")) or "(" in clause.subject:
        return None
    if clause.base in EMPTY_ACTIONS:
        return None
    pronoun = "They" if clause.plural else "It"
    answer = " ".join(f"{pronoun} {clause.predicate}".split()).rstrip(".")
    return Reading(f"What happens to {passage.lowered(clause.subject)} {lead}?", answer)


LONGEST_REST = 8


def _setting(lead: str, main: str) -> Reading | None:
    if word_count(main) < 3:
        return None
    instead = _INSTEAD.match(lead)
    main = main.replace(" instead ", " ", 1) if instead else main
    told = re.sub(r"^(?:they|we|you) (?=[a-z])", "", main) if instead else main
    if told != main and imperative_base(told):
        return Reading(f"What is done {lead}?", told)
    if instead and parse(main):
        return Reading(f"What happens {lead}?", main)
    if instead and imperative_base(main):
        return Reading(f"What is done {lead}?", main)
    if lead.startswith("with ") and imperative_base(main) and word_count(lead) <= 8:
        return Reading(f"What is done {lead}?", main)
    if lead.startswith("for ") and word_count(lead) <= 6:
        return _for(lead, main)
    if (_CHANGE.match(lead) or lead.startswith("without ")) and parse(main):
        return Reading(f"What happens {lead}?", main)
    return None
