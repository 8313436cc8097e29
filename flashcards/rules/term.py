"""Ask what a term means, where a colon, a dash or a sign stands between it and its meaning.

- **Osmosis**: water crossing a membrane
Q: What is osmosis?
A: Water crossing a membrane

- Tail latency - the time that the slowest requests take
Q: What is tail latency?
A: The time that the slowest requests take

- Stragglers: workers that finish long after all others. They hold up the rest.
Q: What are stragglers?
A: Workers that finish long after all others

- Habit stacking: Tie a new habit to an old one and repeat it daily
Q: What is habit stacking?
A: Tying a new habit to an old one and repeating it daily

**Autolysis:**
A rest of flour and water before the salt is added
Q: What is autolysis?
A: A rest of flour and water before the salt is added

**Autolysis**
Needs a bowl with a lid that closes
Q: What does autolysis need?
A: A bowl with a lid that closes

- `git stash` - puts local changes aside
Q: What does `git stash` do?
A: Puts local changes aside
Q: How do you put local changes aside?
A: `git stash`

- Ctrl+Shift+K: deletes the line
Q: What does Ctrl+Shift+K do?
A: Deletes the line
Q: How do you delete the line?
A: Ctrl+Shift+K

- Kinetic energy: $\\frac{1}{2}mv^2$
Q: What is the formula for kinetic energy?
A: $\\frac{1}{2}mv^2$

- **Osmosis** was covered last week
no card

- Ring line: a short rope = the spare one
no card

- Ways of listening
    - Passive: hear the words and wait for one's turn
    - Active: repeat the words in one's own way
Q: What does “passive” mean?
A: Hearing the words and waiting for one's turn
Q: What does “active” mean?
A: Repeating the words in one's own way

- Gridlock
    - Ring block: circular queue
    - Overflow: a queue that reaches the crossing behind it
Q: What is a ring block?
A: Circular queue
Q: What is an overflow?
A: A queue that reaches the crossing behind it

- Sluices are checked twice a year
- Side sluice: small gate of wood that lets the fish pass
Q: What is a side sluice?
A: Small gate of wood that lets the fish pass

- Small repairs: tasks that the ferry crew can do under way
Q: What are small repairs?
A: Tasks that the ferry crew can do under way

- Tom: mends the nets
no card

- Slack volume (water left in the lock at low tide)
Q: What is slack volume?
A: Water left in the lock at low tide

- Outer gates: denote the two gates on the side of the sea
Q: What do outer gates denote?
A: The two gates on the side of the sea

- Miller's triad: sluice + wheel + dry grain
Q: What is Miller's triad?
A: Sluice; wheel; dry grain

- Fake lock papers: get papers
no card

- **Picoblasts**: block the sodium pump and slow the pulse
Q: What do Picoblasts do?
A: Block the sodium pump and slow the pulse

- Hygrometers: measures the moisture of the air, warns the crew, and logs it
Q: What do hygrometers do?
A: Measure the moisture of the air, warn the crew, and log it

- Frost weathering: occurs when cold fog touches a twig
Q: When does frost weathering occur?
A: When cold fog touches a twig

- Hygrometer: measures the moisture of the air
Q: What does a hygrometer measure?
A: The moisture of the air

- Ebb: fall in the level of the sea after high water
Q: What is ebb?
A: Fall in the level of the sea after high water

- Shoring: loosely tied to the walls of the trench
no card

## Ripeness
- Stages
    - Stage 1: green skin, hard flesh
    - Stage 2: yellow skin with brown spots
Q: What is stage 1 of ripeness?
A: Green skin, hard flesh
Q: What is stage 2 of ripeness?
A: Yellow skin with brown spots

- Solar oven: very simple, but strong enough to cook an egg
no card

- Sleds: strong praise over long distances
no card

- Every row of the list holds these fields:
    - Colour: the paint on the outside of the boat
no card

## Architectures
- Sorting desk: long oak table with three drawers on the left
no card

- Steps
    - Pick a twig at random
    - Measure its length
    - Count leaves: those with a visible stalk
no card

- Monday: bring the lab coats
no card

- Mending nets: most basic skill on board of a trawler
no card

- A winch: needs to turn
no card

- Middle wall
    - Joining the two basins: the lock and its gates and the upper mill
no card

- **Abrasion**: waves throw sediment at a cliff by day and night
no card

- Delta case study: fastest growing coast of the north at two metres a year
no card

- Varga: tax boats equal to the harbour's cost
no card

- Adverse winds: Varga's table of storms 1970
no card

- Growing unrest in the eastern towns: a wish of the poor for cheaper bread
no card

- Different readings of a star chart: the plough as a cart with three horses
no card

- Flooding example: a farm that lost all of its sheep
no card

- Blue ribbon: corvamide (drug against fever)
no card

- Varga's lock: only one gate at a time
no card

- Contour lines: show how steep a slope is
Q: What do contour lines show?
A: How steep a slope is

- Duration blindness: the length of the crossing had no effect on how it was rated
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.abbreviations import spells_out
from flashcards.english.clauses import Clause, parse, subject_is_plural
from flashcards.english.imperatives import as_deed, as_gerund, commanded
from flashcards.english.lists import split_list
from flashcards.english.questions import one_of, third_person_start
from flashcards.english.sentences import sentences
from flashcards.english.tagging import is_common_word, is_plural, tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.codes import as_code, deed, is_code
from flashcards.passages.passage import Passage
from flashcards.passages.people import is_among_people
from flashcards.passages.roles import are_agents, role_of
from flashcards.passages.signs import stands_for
from flashcards.passages.terms import (
    Term,
    bare_name,
    echoes,
    explains,
    is_adjective,
    is_beside_terms,
    is_past,
    is_term,
    may_be_a_person,
    term_of,
    what_is,
    with_article,
)
from flashcards.passages.topics import label_of

SCOPE = "bullet"
NEUTRAL = True

SHORTEST_MEANING = 3
SHORTEST_FORMULA = 10
"""Characters; a shorter one only renames: `$pk = y$`."""
LONGEST_MEANING = 25
SHORTEST_DOING = 4
"""Words of what one does that say what a noun is: `acting from respect for the law`."""

_STATES = frozenset("head does can may could must should will depend".split())
"""Verbs that say how a term is, where `What does it do?` would ask for something else."""


def read(passage: Passage) -> Iterator[Reading]:
    found = term_of(passage) or _below_a_bold_line(passage)
    if found is None:
        return
    name = bare_name(found.name)
    if _STAGE.match(name) and passage.english:
        yield from _of_stage(name, found, passage)
        return
    if not is_term(name, passage) or spells_out(name, found.meaning):
        return
    if passage.english and stands_for(name, found.meaning, passage):
        return
    if not passage.english:
        if len(passage.members) < 2:
            yield from _in_any_language(found, passage)
        return
    if is_among_people(passage) and name[:1].isupper():
        return
    if not (found.set_apart or is_code(name)) and may_be_a_person(name, passage, found.meaning):
        return
    formula = _formula(name, found, passage)
    if formula or not _JOTTED.search(_MARKED_OFF.sub("", found.meaning)):
        yield from formula or _asked(name, found, passage)


_STAGE = re.compile(
    r"(?:stage|phase|grade|type|class|degree|level|tier|category) (?:\d|I{1,3}|IV|V|[A-D])$", re.I
)


def _of_stage(name: str, found: Term, passage: Passage) -> Iterator[Reading]:
    """`Stage 2: …` below `Stages of sleep`, or below `Sleep`."""
    parent = passage.bullet.parent
    role = role_of(label_of(parent)) if parent else None
    above = re.sub(r"^(?:an?|the) ", "", passage.subject)
    if role is not None and not role.of:
        above = passage.names.lowered_title(passage.topic.name)
    of = role.of if role and role.of else f"of {above}" if above else ""
    asked = f"{passage.lowered(name)} {of}".strip()
    words = word_count(found.meaning)
    told = SHORTEST_STAGE <= words <= LONGEST_MEANING and not found.meaning.endswith(("?", ":"))
    told = told and parse(found.meaning) is None and commanded(found.meaning) is None
    if told and not asked.endswith(tuple("0123456789")) and not _JOTTED.search(found.meaning):
        yield Reading(f"What is {asked}?", found.meaning, extra=found.rest)


SHORTEST_STAGE = 2
_MARKED_OFF = re.compile(r"\$[^$]*\$|`[^`]*`")
_JOTTED = re.compile(r"^[↑↓]|\w = \w|^[^,]{2,40}, [^,]{2,40} (?:->|→) ")
"""`eplerenone = an antagonist -> low pressure`: signs between words, no meaning."""


def _in_any_language(found: Term, passage: Passage) -> Iterator[Reading]:
    meaning = found.meaning
    words = word_count(meaning)
    if words == 1 and meaning[0] not in "$`" and not _is_in_a_word_list(passage):
        return
    if 1 <= words <= LONGEST_MEANING and not meaning.endswith(("?", ":")):
        yield Reading(found.name, meaning, extra=found.rest)


def _below_a_bold_line(passage: Passage) -> Term | None:
    """A paragraph right below a line of one bold term."""
    bullet = passage.bullet
    name, line = _heading_above(passage) or _paragraph_above(passage) or ("", 0)
    if not name or bullet.form != "paragraph" or bullet.span.line - line > 2:
        return None
    said = sentences(passage.text)
    return Term(name, said[0].rstrip("."), " ".join(said[1:]), True) if said else None


def _heading_above(passage: Passage) -> tuple[str, int] | None:
    headings = passage.bullet.headings
    named = (
        bool(headings)
        and headings[-1].is_line
        and not _ON.search(headings[-1].text)
        and passage.bullet.parent is None
    )
    return (headings[-1].text, headings[-1].span.line) if named else None


_ON = re.compile(r" (?:on|about|vs\.?|versus|and) ")
"""`Varga on tides` names what somebody thinks of it."""


def _paragraph_above(passage: Passage) -> tuple[str, int] | None:
    before = passage.previous
    if before is None or before.bullet is passage.bullet or before.bullet.form != "paragraph":
        return None
    name, mark = before.bullet.text.strip().rstrip(":"), before.opening_mark()
    bold = mark is not None and mark.kind == "strong" and mark.end >= len(name)
    return (name, before.bullet.span.line) if bold else None


_WORD_PAIR = re.compile(r"^[^:=]{1,30}?(?::| [-–—=]) [^:=]{1,30}$")


def _is_in_a_word_list(passage: Passage) -> bool:
    """Whether the bullet before it, or one beside it, is a pair of words, too."""
    bullet = passage.bullet
    around = bullet.parent.children[:12] if bullet.parent else []
    beside = [other.text for other in around if other is not bullet]
    if passage.previous is not None and passage.previous.bullet is not bullet:
        beside.append(passage.previous.bullet.text)
    return any(_WORD_PAIR.match(text) for text in beside)


def _formula(name: str, found: Term, passage: Passage) -> list[Reading]:
    meaning = found.meaning
    alone = len(tokens(meaning)) == 1 and meaning.startswith("$")
    if not alone or found.rest or is_adjective(name) or len(meaning) < SHORTEST_FORMULA:
        return []
    if r"\begin" in meaning or name.lower().endswith(("equations", "formulas", "conditions")):
        return []
    return [Reading(f"What is the formula for {passage.lowered(name)}?", meaning)]


def _asked(name: str, found: Term, passage: Passage) -> Iterator[Reading]:
    inside = passage.lowered(name) if not name.isupper() else name
    meaning = _without_arrow(found.meaning)
    plural = subject_is_plural(tag_all(name))
    be = "are" if plural else "is"
    agreeing = (_agreeing(name, meaning) if plural else "") or _disagreeing(meaning)
    done = third_person_start(meaning) or agreeing
    if _goes_on(found.rest) or echoes(name, meaning) or _explains_nothing(name, found, passage):
        return
    counted = _members(name, meaning)
    if counted:
        yield Reading(what_is(name, meaning, passage), "; ".join(counted), extra=found.rest)
    elif is_code(name):
        yield from _of_code(as_code(name), meaning, found.rest)
    elif done and done not in _STATES:
        yield from _of_verb(inside, done, meaning, plural=plural, rest=found.rest)
    elif meaning != found.meaning:
        asked = f"What do {inside} do?" if plural and commanded(meaning) else f"What {be} {inside}?"
        yield Reading(asked, meaning, extra=found.rest)
    elif _is_activity(meaning):
        if _ACTIVITIES.search(name) or found.set_apart or is_adjective(name):
            yield _of_activity(name, inside, be, found)
    elif _WHEN_DOING.match(meaning) and not plural:
        yield Reading(f"How does {inside} work?", meaning, extra=found.rest)
    elif _is_meaning(meaning, found, passage):
        yield Reading(what_is(name, meaning, passage), meaning, extra=found.rest)


_SETS = {"dyad": 2, "triad": 3, "trio": 3, "trilogy": 3, "tetrad": 4, "pentad": 5}
"""Nouns that say how many things they are."""


def _members(name: str, meaning: str) -> list[str]:
    """The things of a `triad`, where they are as many as it says."""
    count = _SETS.get(name.lower().rpartition(" ")[2])
    items = split_list(meaning) if count and " " in name else None
    return items if items and len(items) == count else []


def _explains_nothing(name: str, found: Term, passage: Passage) -> bool:
    """An example, a cry, a matrix that nobody recalls; `limited: depends on …` says when."""
    meaning = found.meaning
    plain = is_adjective(name)
    if plain and is_common_word(name.lower()):
        told = found.set_apart and explains(meaning)
        plain = not told and not (is_beside_terms(passage) and _is_activity(meaning))
    elif plain and not found.set_apart:
        plain = not (explains(meaning) or _is_activity(meaning))
    return plain or bool(_EXAMPLE.match(meaning)) or meaning.endswith("!") or r"\begin" in meaning


_WHEN_DOING = re.compile(r"when \w+ing\b[^,]*, ", re.IGNORECASE)


def _disagreeing(meaning: str) -> str:
    """The verb of `Checks for damage`, which can be no plural noun after a singular term."""
    words = tag_all(meaning)[:2]
    form = next((form for form in words[0].forms if form.tag == "Z"), None)
    if form is None or len(words) < 2:
        return ""
    relative = words[1].lower in {"for", "that"}
    followed = (words[1].may("DP") and not relative) or words[1].lower == "sure"
    followed = followed or (relative and form.usual != "n")
    acting = any(other.tag == "V" and other.usual in "Vv" for other in words[1].forms)
    if form.usual == "n" and acting and not followed:
        return ""  # `waves throw sand`
    led = words[1].lower in _PARTICLES and len(tokens(meaning)) > 2
    acts = words[1].may("NA") and not words[1].may("IC") and words[0].lower not in _MODIFYING
    return form.base if followed or led or acts else ""


def _agreeing(name: str, meaning: str) -> str:
    """The verb of `Denote the place of the camera` after a plural, which is no command there; of
    what a note on a science tells of its own things, any verb: `Thiazides: block …`."""
    opening = tag_all(meaning)[:2]
    first = opening[0].lower if len(opening) == 2 and opening[1].may("NA") else ""
    first = "show" if _SHOWING.match(meaning) else first
    base = commanded(meaning) or (first if first in _DOING else "")
    return base if base in _TAKES or not is_common_word(tokens(name)[-1].lower) else ""


_DOING = frozenset(
    "block increase decrease lower raise slow close open release cause bind show".split()
)
"""Verbs that are also nouns or adjectives, but hardly of what several things would be."""


_SHOWING = re.compile(r"show (?:how|what|where|when|which) ", re.IGNORECASE)
_PARTICLES = frozenset("down up off out away apart back over in".split())
"""What belongs to the verb before it: `breaks down starch`."""
_MODIFYING = frozenset("sports sales arms goods news systems means honours customs species".split())
"""Plurals that stand before a noun, as no other does: `packages proteins` is told of what does."""


def _of_activity(name: str, inside: str, be: str, found: Term) -> Reading:
    if are_agents(name):
        return Reading(f"What do {inside} do?", found.meaning, extra=found.rest)
    inside = with_article(inside)
    return Reading(_what(name, inside, be), as_gerund(found.meaning), extra=found.rest)


def _what(name: str, inside: str, be: str) -> str:
    return f"What does “{inside}” mean?" if is_adjective(name) else f"What {be} {inside}?"


_EXAMPLE = re.compile(
    r"(?:(?:total )?number of|e\.?g\.?|for example|for instance|like|such as|see|is|are)\b|•", re.I
)
"""What gives an example or asks on, and explains nothing."""
_ADVISING = frozenset("choose pick set see try avoid remember note consider look check".split())
"""Verbs of advice on a thing, which do not say what it is."""
_ENSURING = frozenset("ensure guarantee verify prove check".split())
"""Verbs before a `that` which opens a clause."""
_ACTIVITIES = re.compile(
    r"(?:ing|ion|ment|ance|ence|sis|ure|al|test|trick|method|technique|strategy|rule|attack|search|"
    r"sort|proof|way|plan|design|control|mode|theft|commit|merge|check|lookup|handshake|backup|swap|"
    r"wait|switch|copy|jump|error|mistake|fallacy|bias|offen[cs]e|crime|fraud|heuristic)s?$",
    re.IGNORECASE,
)
"""Names of what one does; a thing is no doing: `shared memory: protect writes with locks`."""


def _goes_on(rest: str) -> bool:
    """Whether the meaning is only the first of some fragments: `Slow. No updates. Costly.`"""
    said = sentences(rest)
    return bool(said) and parse(said[0]) is None and word_count(said[0]) <= 5


def _of_verb(inside: str, done: str, meaning: str, *, plural: bool, rest: str) -> Iterator[Reading]:
    said = meaning.split(None, 1)[1]
    inside = inside if plural else one_of(with_article(inside))
    do = "do" if plural else "does"
    if done in {"is", "be"}:
        if said.split()[0] in {"a", "an", "the"}:
            yield Reading(f"What {'are' if plural else 'is'} {inside}?", said, extra=rest)
    elif done in _TAKES and said.startswith("to "):
        return
    elif done in _OCCURS:
        asked = next((word for word, ties in _ASKED_BY.items() if ties.match(said)), "")
        if asked:
            yield Reading(f"{asked} {do} {inside} {done}?", said, extra=rest)
    elif done in _TAKES and not re.search(r"\band \w+s ", said):
        yield Reading(f"What {do} {inside} {done}?", said, extra=rest)
    elif done not in {"has", "have"} and not _APPLIED.match(said) and word_count(meaning) >= 2:
        told = as_deed(meaning, plural=True) if plural else meaning
        yield Reading(f"What {do} {inside} do?", told, extra=rest)


_OCCURS = frozenset("occur happen arise".split())
_ASKED_BY = {
    "Why": re.compile(r"(?:due to|because) ", re.I),
    "When": re.compile(r"(?:when|if|after|before|during|once) ", re.I),
    "Where": re.compile(r"(?:in|at|inside|within) (?:the|an?) ", re.I),
}
"""What one asks of something that occurs, by what ties the rest to it."""
_APPLIED = re.compile(r"(?:its )?(?:applications?|uses?|place|name|origins?) (?:in|from)\b", re.I)
"""What follows a verb that says nothing of what the thing does: `finds its application in`."""
_TAKES = frozenset(
    "receive contain include take accept require need denote measure store count show".split()
)
"""Verbs that say what something has to do with, where `What does it do?` would ask for its work."""


def _of_code(name: str, meaning: str, rest: str) -> Iterator[Reading]:
    """A command or a parameter; in reverse, too, where the text says what it does."""
    base = commanded(meaning) or third_person_start(meaning) or deed(meaning)
    if base and word_count(meaning) > 1 and base not in closed.AUXILIARIES | {"have", "be"}:
        yield Reading(f"What does {name} do?", as_deed(meaning, plural=False), extra=rest)
        told = meaning.split(None, 1)[1]
        if (
            base != "use"
            and not re.search(r"[,;(]| and |\bit\b", told)
            and name not in told
            and len(name) > 3
            and not name.startswith("`-")
        ):
            yield Reading(f"How do you {base} {told}?", name, extra=rest)
    elif word_count(meaning) >= 2 and not parse(meaning) and not meaning.startswith(_NO_THINGS):
        yield Reading(f"What is {name}?", meaning, extra=rest)


_NO_THINGS = ("(", "`", "to ", "for ")


def _is_activity(meaning: str) -> bool:
    """What one does: `tie a new habit to an old one`; not where it only follows a heading."""
    least = 3 if tag(tokens(meaning)[0]).verbness == 3 else 4
    if commanded(meaning) is None or word_count(meaning) < least or _opens_with_noun(meaning):
        return False
    opening = [token.lower for token in tokens(meaning)[:4]]
    base = commanded(meaning)
    pointed = opening[1] in closed.POINTING and not (opening[1] == "that" and base in _ENSURING)
    if pointed or base in _ADVISING:
        return False
    spoken = set(opening) & {"it", "them", "they", "you", "i", "we"}
    return not spoken or (spoken == {"you"} and opening[1:3] == ["something", "you"])


def _is_meaning(meaning: str, found: Term, passage: Passage) -> bool:
    least = SHORTEST_MEANING - (1 if _may_be_short(meaning, found, passage) else 0)
    if len(re.findall(r"\w+", meaning)) < least or meaning.endswith(("?", ":")):
        return False
    if _COMPARES.search(meaning) or _says_how(meaning):
        return False
    if is_past(meaning) or _LABELLED.search(meaning):
        return False
    circular = found.name.lower() in meaning.lower() or " vs " in meaning
    if circular or " + " in meaning or "->" in meaning:
        return False
    if _names_an_instance(meaning, passage) or _is_judgement(meaning):
        return False
    if not found.set_apart and not _may_be_meant(meaning, found.name):
        return False
    opening = tokens(meaning)[0]
    if re.match(r"[$€£~]?\d", meaning) or opening.lower in closed.POINTING | {
        "i",
        "we",
        "you",
        "see",
    }:
        return False
    if _is_list(meaning) and opening.lower not in {"a", "an", "the"}:
        return False
    if re.fullmatch(r"an? \w+", meaning) or (
        word_count(meaning) < 3 and not _ends_in_noun(meaning)
    ):
        return False
    return _is_phrase(meaning)


def _says_how(meaning: str) -> bool:
    """`Closely tied to the tide`, `No tolls until 1610`, `Harper v. Virginia`: no kind of thing."""
    words = tag_all(meaning)
    first = words[0]
    if first.lower.endswith("ly") and first.may("R") and not first.may("NA") and len(words) > 1:
        first = words[1]
    done = first.kinds in {"EX", "X", "E", "XA", "EXA"}
    barely = words[0].lower == "only" and len(words) > 1 and words[1].may("D#")
    return done or barely or words[0].lower in {"no", "not"} or bool(_CASE.search(meaning))


_CASE = re.compile(r"[A-Z][\w’']+ v\.? [A-Z]")
"""Two parties before a court."""


def _may_be_short(meaning: str, found: Term, passage: Passage) -> bool:
    """`Circular wait: cyclic dependency` among terms: a noun and what tells it from others."""
    words = tag_all(meaning)
    if len(words) != 2 or word_count(found.name) < 2 or not words[0].may("A"):
        return False
    return words[1].may("N") and not words[0].may("D") and is_beside_terms(passage)


def _may_be_meant(meaning: str, name: str) -> bool:
    """Whether a word that nobody set apart is explained, where it may only open a remark: what is
    done explains what is done, and a plural is explained by what tells it from others."""
    if tag(tokens(meaning)[0]).may("G"):
        known = is_common_word(name.lower()) and not is_plural(name) and not are_agents(f"{name}s")
        abstract = known and word_count(meaning) >= SHORTEST_DOING
        return abstract or bool(_ACTIVITIES.search(name)) or name.isupper()
    plain = len(name) <= EVERYDAY and is_common_word(name.lower()) and not _LED.match(meaning)
    return word_count(name) > 1 or not (is_plural(name) or plain) or explains(meaning)


EVERYDAY = 7
"""Letters of a word of every day, which may be no term but what a line is about: `Dinner: …`."""
_LED = re.compile(r"(?:an?|the) ", re.IGNORECASE)


_LABELLED = re.compile(r" [-–—] |: ")
"""`Guild - a union of bakers`: what stands below a name, or behind it, is a term of its own."""
_COMPARES = re.compile(
    r"^(?:underlying|second-best|best|state[- ]of[- ]the[- ]art|most \w+|key|important|essential|"
    r"crucial|critical|(?:\w+ )?(?:influence|impact) on)\b|"
    r"\b(?:better|worse|faster|slower|higher|lower) (?:for|than|in|on|with)\b",
    re.IGNORECASE,
)
"""What tells a result, or how the term compares, and not what it is."""


def _is_list(meaning: str) -> bool:
    """`gloves, boots and a hat`; not `a flood, often caused by ice`, `border between A and B`."""
    items = split_list(meaning)
    if items is None or _WITHIN.search(items[0]):
        return False
    later = [tag(tokens(item)[0]) for item in items[1:]]
    if any(word.may("RXEI") and not word.may("NA") for word in later):
        return False
    return len(items) > 2 or not any(tag(token).may("I") for token in tokens(items[0]))


_WITHIN = re.compile(r" (?:with|between|from|into|that|which|who) ")
"""Words that a list may follow without ending the phrase: `a dough with flour, water and salt`."""


def _ends_in_noun(meaning: str) -> bool:
    return tag(tokens(meaning)[-1]).may("N")


def _names_an_instance(meaning: str, passage: Passage) -> bool:
    """`Optimiser: Adam in the last run` names one of a kind and explains nothing."""
    found = tokens(meaning)
    if all(t.is_capitalised or t.kind != "word" for t in found[:3]) and len(found) <= 6:
        return True  # a person, a product: `Chair - Ada Byron (10:30)`
    if len(found) > 1 and found[0].is_capitalised and found[0].text.endswith(("'s", "’s")):
        return True  # `Varga's map of the delta 1970`
    return passage.names.is_name(found[0]) and len(found) > 1 and tag(found[1]).may("IC.")


def _is_judgement(meaning: str) -> bool:
    """`Pruning: slow but thorough` says how it is, not what it is."""
    words = tag_all(meaning)
    led = words[0].lower in closed.DEGREE_ADVERBS and len(words) > 1
    found = words[1:3] if led else words[:2]
    quality = found[0].may("A") and (led or not found[0].may("ND"))
    return quality and (len(found) < 2 or found[1].may("C.I"))


_BOUND = re.compile(r"at (?:least|most) (?:one|two|\w+) \w+", re.IGNORECASE)
_ASKED = frozenset("how when where what".split())


def _is_phrase(meaning: str) -> bool:
    """A noun phrase, or how or when something is; not a statement about something else."""
    opening = tag(tokens(meaning)[0])
    if _BOUND.match(meaning):
        return not _has_finite_verb(meaning)
    if opening.may("IS") and not opening.may("N") and opening.lower not in _ASKED:
        return False
    predicate = opening.may("XE") and not opening.may("NA") and len(tokens(meaning)) > 1
    if predicate and tag(tokens(meaning)[1]).may("ITXE"):
        return False
    if opening.lower == "who":
        return False
    if opening.lower == "what":
        return word_count(meaning) <= 12 and "," not in meaning and " we " not in meaning
    if opening.may("D") and not _has_finite_verb(meaning):
        return True
    if opening.lower in closed.QUESTION_WORDS - {"how", "where", "when", "what"}:
        return False
    if opening.lower in {"how", "where", "when"}:
        return word_count(meaning) >= 4 and "," not in meaning
    orders = commanded(meaning) is not None and not _opens_with_noun(meaning)
    return not _has_finite_verb(meaning) and not orders


def _opens_with_noun(meaning: str) -> bool:
    """`Fall in pressure`, `descent through the mother`: mostly nouns, although verbs as well."""
    words = tag_all(meaning)
    form = next((form for form in words[0].forms if form.tag == "V"), None)
    second = words[1].lower if len(words) > 2 else ""
    changes = second == "in" and words[0].lower in _CHANGES
    tied = changes or second in _BEHIND_NOUNS
    return form is not None and form.usual == "n" and tied


_CHANGES = frozenset("fall rise drop increase decrease change shift surge decline cut".split())
_BEHIND_NOUNS = frozenset("of through into between from against on for".split())
"""Prepositions that a noun may well have behind it."""


_CONJUNCTIONS = closed.RELATIVES | closed.SUBORDINATORS
_SURE = 3
_TIES = _CONJUNCTIONS | {"of", "in", "to", "for"}


def _has_finite_verb(meaning: str) -> bool:
    """A verb before any relative clause: `outputs that are late` has none of its own."""
    clause = parse(meaning)
    if clause is not None and not clause.lead and not _is_noun_after_all(clause):
        tied = {token.lower for token in tokens(clause.subject)} & _TIES
        return not tied or (clause.certainty == _SURE and tied.isdisjoint(_CONJUNCTIONS))
    for token in tokens(meaning):
        if token.lower in _CONJUNCTIONS or token.text in ",;(":
            return False
        if token.lower in closed.AUXILIARIES or (token.may("Z") and token.verbness == _SURE):
            return True
    return False


def _is_noun_after_all(clause: Clause) -> bool:
    """`a definite promise to …`: one that promises would take an `s`."""
    one = re.match(r"(?:an?|any) ", clause.subject.lower())
    return bool(one and not clause.auxiliary and clause.verb == clause.base)


_NO_EFFECT = re.compile(r"(?:no longer|not|so|then|thus|therefore|hence|use|see|only)\b", re.I)
"""What an arrow points to that is no effect, but a remark."""


def _without_arrow(meaning: str) -> str:
    """`small changes -> large effects` with an arrow that a card may show."""
    sides = meaning.split(" -> ")
    if len(sides) != 2 or sides[1][:1].isupper() or tag(tokens(sides[0])[0]).may("G"):
        return meaning
    if sides[0].count("(") != sides[0].count(")") or _NO_EFFECT.match(sides[1]):
        return meaning
    if tag_all(sides[0])[0].lower in _DOING:
        return f"{sides[0]}, which leads to {sides[1]}"
    return " → ".join(sides)
