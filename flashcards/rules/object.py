"""Ask for the object of a sentence whose verb is certain.

- Willow bark contains large amounts of salicin.
Q: What does willow bark contain?
A: Large amounts of salicin

- The liver can store vitamins, iron and sugar
Q: What three things can the liver store?
A: Vitamins, iron and sugar

- The guild of masons must decide which tools a pupil may use
Q: What must the guild of masons decide?
A: Which tools a pupil may use

- A turbine turns the heat of the steam into power
Q: What does a turbine turn into power?
A: The heat of the steam

- Thick snow protects winter wheat from frost
Q: What does thick snow protect winter wheat from?
A: Frost

- A census divides the city into wards, blocks and streets
Q: What three things does a census divide the city into?
A: Wards, blocks and streets

- The charter gave the guild the right to hold a market
Q: What did the charter give the guild?
A: The right to hold a market

- Red blood cells have no nucleus
Q: What do red blood cells lack?
A: Nucleus

- Functionalism sees society as a system of interdependent parts
Q: What does functionalism see society as?
A: A system of interdependent parts

- Molting geese begin losing their flight feathers in June
Q: What do molting geese begin losing?
A: Their flight feathers in June

The word that says how far it goes belongs to the answer.

- Dodder plants only tap living stems
Q: What do dodder plants tap?
A: Only living stems

- Spring tides, especially in March, flood the low salt meadows
Q: What do spring tides, especially in March, flood?
A: The low salt meadows

- What's more, the spring tides carry clay
Q: What do the spring tides carry?
A: Clay

## Importance of spring tides
- Carries clay to the salt meadows
no card

- Coastal guilds often recorded comets
no card

- Steady trade opens the door to new ideas
no card

- Every harbour pilot must spend time on the quay of the upper town
no card

- U1 binds the left gate, U2 the right gate
no card

- Harbours for large sailing boats should provide fresh water
no card

- The results make sense
no card

- Tide above the lock, water leaves the lower basin
no card

- The moment a keeper opens the gate, the tide fills the basin
no card

- Alice picks a number
no card

- Salt water affects the hinges of lock gates
no card

- The lock gate of Ulm contains two parts
no card

- The second half of the book explains locks
no card

- The keepers of Ulm wrote a code of rules, carved it into the lock gate
Q: What did the keepers of Ulm write?
A: A code of rules

- Brewer's yeast divides every 90 minutes in warm wort
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause
from flashcards.english.questions import third_person_start
from flashcards.english.stems import stem
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, is_loose, names_its_subject, what
from flashcards.passages.complements import (
    LEAST_TOLD,
    Complement,
    can_answer,
    complement,
    is_phrase,
    is_telling,
    pins_down,
    whole,
)
from flashcards.passages.facts import is_a_fact
from flashcards.passages.passage import Passage
from flashcards.passages.roles import role_of

LEAST_ASKED = 4
NEEDS_CLAUSE = True

LONGEST_SUBJECT = 12

_EMPTY_VERBS = frozenset(
    "be seem remain make take get do go come let keep hold look feel think "
    "want need try tend say find put set turn work play happen exist matter mean "
    "appear fall stay begin help like argue claim note call allow enable cause force "
    "encourage permit consider assume expect bring run lead result depend rely consist "
    "live die have start ask believe suggest show go become empty".split()
)
"""Verbs whose object says little, or belongs to an idiom: make sense, take place."""
_OBJECTS_OF_EMPTY = re.compile(
    r"^(?:(?:take|need|keep|have|cause|bring|get|turn|start|put|set|find|hold|run|mean|expect)$)"
)
"""Empty verbs whose object may be asked for where it is long and the question is narrow."""


def read(passage: Passage) -> Iterator[Reading]:
    clause = passage.clause
    if clause is None or not names_its_subject(clause) or _is_dim(clause):
        return
    if " than " in clause.rest:
        return  # asked as a comparison
    if clause.subject == "the authors" and clause.base in _PRESENTING:
        yield from _presented(passage, clause)
        return
    if clause.base in {"begin", "start", "stop", "keep", "continue", "avoid"}:
        yield from _done(passage, clause)
        return
    given = _GIVEN.match(clause.rest) if clause.base in _GIVING else None
    if given:
        yield from _given(passage, clause, given["whom"], whole(given["thing"]))
    elif clause.base == "have" and clause.rest.startswith("no ") and not clause.auxiliary:
        yield from _lacking(passage, clause)
    else:
        yield from _acted_on(passage, clause)


def _acted_on(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """What the verb acts on, or what its own preposition ties to that."""
    bare, limit = _without_limit(clause)
    found = complement(_without_particle(bare))
    if found is not None and _TIED.match(f"{clause.base} {found.tail}"):
        yield from _what_follows(passage, clause, found)
        return
    if found is None or not _is_asked(passage, clause, found) or _is_loose(clause, found):
        return
    if _runs_on(found.thing) or _only_counts(found.thing):
        return
    if clause.base in _ACTS_ON_MANY and what(found.thing) == "What":
        return
    if third_person_start(found.thing) or _VAGUE.match(found.thing) or _OFTEN.match(found.thing):
        return
    tail = f"{_particle(clause)} {found.tail}".strip()
    asked = ask(passage, bare, what(found.thing), tail)
    least = LEAST_TOLD + clause.negated
    if pins_down(asked, least=LEAST_OF_A_FACT if is_a_fact(passage) else least):
        yield Reading(asked, f"{limit} {found.thing}".strip())


_ACTS_ON_MANY = frozenset("affect influence impact activate trigger".split())
"""Verbs of which a thing has more objects than a note names."""
_COUNTED = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many) (?P<what>.+)"
)


def _only_counts(thing: str) -> bool:
    """`two parts`: how many there are, where it is worth knowing which."""
    counted = _COUNTED.fullmatch(thing.lower())
    return bool(counted and (role_of(counted["what"]) or counted["what"] in _GROUPS))


_GROUPS = frozenset(
    "parts things modes ways options elements levels layers forms cases sides".split()
)


def _runs_on(thing: str) -> bool:
    """`health of the lake, take light`: a comma after which another statement begins."""
    parts = [tokens(part)[:1] for part in thing.split(", ")[1:]]
    return any(part and part[0].verbness > 1 and not part[0].may("NAGX") for part in parts)


LEAST_OF_A_FACT = 1.3
"""What a question about a kind or a name must tell, by `weight`."""


def _particle(clause: Clause) -> str:
    """`up` in `speed up osmosis`."""
    first = clause.rest.partition(" ")[0]
    return first if f"{clause.base} {first}" in _PHRASAL else ""


_PHRASAL = frozenset(
    "speed up,slow down,break down,use up,take up,build up,give off,filter out,rule out,cut off,"
    "wash away,drive out,cancel out,soak up,split up,block off,wear down,hold back,shut down,"
    "carry away,cool down,warm up,heat up,melt down,wipe out,phase out".split(",")
)


def _without_particle(clause: Clause) -> Clause:
    particle = _particle(clause)
    return replace(clause, rest=clause.rest.removeprefix(particle).strip()) if particle else clause


_LIMITS = frozenset(["only", "merely", "solely", "exclusively"])


def _without_limit(clause: Clause) -> tuple[Clause, str]:
    """The clause without its `only`, and that word: `What does it only use?` tells too much."""
    words = clause.middle.split()
    limit = next((word for word in words if word in _LIMITS), "")
    if clause.negated:
        return clause, ""
    first, _, rest = clause.rest.partition(" ")
    if first in _LIMITS and not limit:
        return replace(clause, rest=rest), first
    if not limit:
        return clause, ""
    return replace(clause, middle=" ".join(word for word in words if word != limit)), limit


def _lacking(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """`Red blood cells have no nucleus` asks what they lack."""
    lacking = replace(clause, base="lack", verb="lack", middle="lack")
    found = complement(replace(clause, rest=clause.rest.removeprefix("no ")))
    if found is None or found.tail or word_count(found.thing) > LONGEST_LACKED:
        return
    if can_answer(found.thing) and is_a_fact(passage, lacking):
        yield Reading(ask(passage, lacking, "What", ""), found.thing)


LONGEST_LACKED = 4


def _done(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """`Geese begin losing feathers` asks what they begin losing."""
    first, _, rest = clause.rest.partition(" ")
    doing = tag(tokens(first)[0]) if first[:1].isalpha() else None
    if doing is None or not doing.may("G") or not doing.forms or clause.voice != "active":
        return
    found = complement(replace(clause, rest=rest))
    if found and can_answer(found.thing):
        asked = ask(passage, clause, "What", f"{first} {found.tail}".strip())
        if pins_down(asked):
            yield Reading(asked, found.thing)


_GIVING = frozenset("give grant offer teach lend award deny promise show cost leave".split())
_GIVEN = re.compile(
    r"(?P<whom>(?!to |up |rise )(?:(?!(?:of|to|towards?|into|about|over|for|in|on|by|with|and|or|"
    r"that|as|from|at) )[\w'’-]+ ){1,5}?)(?P<thing>(?:the|an?|more|less|no) \S.*)$"
)
"""`the guild the right`: to whom, and what."""


def _given(passage: Passage, clause: Clause, whom: str, thing: str) -> Iterator[Reading]:
    asked = ask(passage, clause, what(thing), whom.strip())
    if can_answer(thing) and pins_down(asked) and not _POINTING.match(whom):
        yield Reading(asked, thing)


_POINTING = re.compile(r"(?:us|you|me|it|them|him|her|one)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"(?:every|each) (?:(?:\d\S*|few|other|second|two|three|four|five|six|ten) )?"
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|spring|summer|autumn|"
    r"winter)\b|(?:once|twice|\d+ times)\b",
    re.IGNORECASE,
)
"""`Yeast divides every 90 minutes` says when, not what."""
_VAGUE = re.compile(
    r"(?:standard|different|other|various|several|new|an? certain) \w+$|.*\bsuch (?!as\b|that\b)|"
    r"all (?:sorts|kinds) of ",
    re.IGNORECASE,
)
"""Answers that tell nothing, or point at something: `standard architectures`, `such logic`."""
_TIED = re.compile(
    r"^(?:link \S+|connect to|prevent from|discourage from|protect \S+|stop from|provide with|"
    r"equip with|supply with|convince of|inform of|remind of|rob of|attribute to|owe to|base on|"
    r"divide into|split into|see as|view as|regard as|define as|conceive as|portray as|treat as|"
    r"constrain to|limit to|restrict to|confine to|reduce to) "
)
"""Verbs whose question ends with the preposition: what follows it is the point."""


def _what_follows(passage: Passage, clause: Clause, found: Complement) -> Iterator[Reading]:
    """`Frost prevents seeds from rotting` asks from what it prevents them."""
    preposition, _, thing = found.tail.partition(" ")
    if preposition == "to" and tag(tokens(thing)[0]).may("V"):
        return  # an end: `restrict output to raise prices`
    if "," in found.thing or word_count(found.thing) > LONGEST_KEPT or not is_telling(thing):
        return
    asked = ask(passage, clause, what(thing), f"{found.thing} {preposition}")
    if pins_down(asked):
        yield Reading(asked, thing)


LONGEST_KEPT = 6
"""Words of an object that the question keeps."""
_PRESENTING = frozenset("present propose introduce describe suggest develop".split())
SHORTEST_PRESENTED, LONGEST_PRESENTED = 5, 22


def _presented(passage: Passage, clause: Clause) -> Iterator[Reading]:
    """`The paper proposes a method to …`: the whole of it is what the paper is about."""
    thing = clause.rest.rstrip(".")
    if SHORTEST_PRESENTED <= word_count(thing) <= LONGEST_PRESENTED and is_phrase(thing):
        yield Reading(ask(passage, clause, "What", ""), thing)


def _is_dim(clause: Clause) -> bool:
    """A verb in the wrong place, or one whose object is not to be asked for."""
    return (
        clause.voice != "active"
        or clause.certainty < 2
        or word_count(clause.subject) > LONGEST_SUBJECT
    )


def _is_loose(clause: Clause, found: Complement) -> bool:
    """`often record comets`, one of many things; `opens the door`, which is no door."""
    if found.thing.lower() in {"time", "effort"}:
        return True
    short = is_loose(clause) and word_count(found.thing) <= SHORT
    return short or _IDIOM.match(f"{clause.base} {found.thing}") is not None


SHORT = 2
_IDIOM = re.compile(
    r"(?:open|close|shut) the door|pave the way|set the (?:stage|tone|scene)|play (?:a|the) |"
    r"raise the (?:question|bar)|lay the ground|pay (?:attention|the price)|shed light|"
    r"bear (?:in mind|fruit)|lose (?:sight|touch)|gain (?:ground|traction)|miss the point|"
    r"do the trick|win the day|cross the line|break the ice|draw (?:attention|the line)"
)
"""A verb and an object that mean something only together."""
_FIGURE = re.compile(r"\d")
_LOOSE = frozenset("provide include have offer support contain use give show".split())


_WITHOUT_OBJECT = frozenset("occur arise".split())


def _is_asked(passage: Passage, clause: Clause, found: Complement) -> bool:
    if any(stem(word.lower).startswith(stem(clause.base)) for word in tokens(clause.subject)):
        return False  # what a detector detects
    if clause.base == "use" and found.tail[:3] != "to ":
        return False  # one thing among many
    if clause.base in {"achieve", "reach", "obtain", "score"} and _FIGURE.search(found.thing):
        return False  # of what measure, on what data?
    if clause.base == "tell" or found.thing.lower().startswith(("their own ", "its own ")):
        return False  # whom, or what? whose own would be known
    if clause.auxiliary.lower() in {"should", "must"} and clause.base in _LOOSE:
        return False  # one of many duties
    if clause.auxiliary.lower() in {"may", "might"} or clause.lead.lower().startswith("if "):
        return False  # one of many things
    if not can_answer(found.thing) or clause.base in _WITHOUT_OBJECT:
        return False
    if " both " in found.thing and " and " not in found.thing:
        return False
    return _tells(passage, clause, found)


def _tells(passage: Passage, clause: Clause, found: Complement) -> bool:
    """Whether the verb says enough for what it acts on to be asked for."""
    if clause.base not in _EMPTY_VERBS or (clause.base == "cause" and is_a_fact(passage)):
        return True
    narrow = bool(found.tail) and word_count(found.thing) >= 2
    opening = tokens(found.thing)[0].lower
    return bool(_OBJECTS_OF_EMPTY.match(clause.base)) and narrow and opening in {"a", "an", "the"}
