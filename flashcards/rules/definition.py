"""Ask what something is, where a sentence says so.

- A monad is a monoid in the category of endofunctors.
Q: What is a monad?
A: A monoid in the category of endofunctors

- Churn refers to customers who leave within a period
Q: What does churn refer to?
A: Customers who leave within a period

- The goal of grafting is to join two plants into one
Q: What is the goal of grafting?
A: To join two plants into one

- Best time for pruning is 3 weeks before spring
Q: What is the best time for pruning?
A: 3 weeks before spring

- A triangle whose sides are all equal is called an equilateral triangle
Q: What is an equilateral triangle?
A: A triangle whose sides are all equal

- Turning the hay before the dew falls is known as tedding.
Q: What is tedding?
A: Turning the hay before the dew falls

- A voucher is something that a guest trades for a meal
Q: What is a voucher?
A: Something that a guest trades for a meal

- A reef knot is basically a pair of half knots on top of each other
Q: What is a reef knot?
A: A pair of half knots on top of each other

- Newts are small amphibians with a moist skin
Q: What are newts?
A: Small amphibians with a moist skin

- Rye starter is a natural culture
no card

- Newts are happy in ponds without fish
no card

- This is a good idea
no card

- The answer is yes
no card

- Now the aim of kneading is to stretch the gluten in the dough
Q: What is the aim of kneading?
A: To stretch the gluten in the dough

- `c_p` is the number of crumbs on the plate
no card

- Delft was an ideal place for potters due to its clay
no card

- Otto Varga was emperor from 961 to 973, and he built the harbour
Q: Who was Otto Varga?
A: Emperor from 961 to 973

- Success is a product of small steps
no card

- The capital of Australia is Canberra.
Q: What is the capital of Australia?
A: Canberra

- The most common cause of a burst pipe is a hard frost
Q: What is the most common cause of a burst pipe?
A: A hard frost

- Smoking is the leading cause of lung disease
Q: What is the leading cause of lung disease?
A: Smoking

- Diamond is the hardest natural material
Q: What is the hardest natural material?
A: Diamond

- The father of modern genetics is Gregor Mendel
Q: Who is the father of modern genetics?
A: Gregor Mendel

- The speed of the ferry is a problem
no card

- It is the cause of most delays
no card

- Rye is the best choice for this field
no card

- Rowing is an old craft that anyone can learn in a summer
no card

- Ferry kits comprise of three long oars and one anchor, e.g. of oak
Q: What do ferry kits comprise?
A: Three long oars and one anchor

- The long way a.k.a. the slow way is a path that follows the shore of the lake
no card

- A spare oar is a basic foundation for a calm trip
no card

- Rowing out is much faster than waiting for the ferry in the fog
no card

- Wide-bellied is a shape of the hull that carries more grain
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause
from flashcards.english.questions import invert, one_of
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import names_its_subject
from flashcards.passages.holders import held
from flashcards.passages.passage import Passage
from flashcards.passages.people import is_role_of_a_person
from flashcards.passages.roles import is_role
from flashcards.passages.terms import counted, is_adjective

LONGEST_SUBJECT = 7
SHORTEST_PREDICATE = 5

_MEANING_VERBS = {"mean", "refer", "denote", "represent", "comprise"}
_VAGUE_SUBJECTS = frozenset(
    "thing things part idea way reason problem issue point example result one other others "
    "first second third last next answer question difference goal key focus author authors "
    "paper chapter section talk book trick catch rest fact case there same better best step stage "
    "benefit advantage drawback disadvantage output input option choice default bottleneck reality "
    "alternative cost con pro scheme setup".split()
)
_JUDGEMENT = re.compile(
    r"^(?:a|an|the|one of the)\s+(?:very |really |quite |most )?(?:good|great|bad|big|main|key|"
    r"huge|nice|ideal|excellent|suitable|interesting|convenient|common|"
    r"important|major|crucial|useful|better|best|worst|popular|simple|hard|easy|"
    r"biggest|greatest|largest|powerful|critical|significant|natural|perfect|valid|same|only|first|last|lot|bit|must|matter|"
    r"case|problem|result|product|consequence|way of|sign of|source of|cause of|"
    r"question|mistake|reason|fact|thing|core|single most|(?:final|ultimate) goal|ugly|clever)\b|"
    r"^an? (?:fundamental|essential|central|vital)\b|"
    r"^(?:an?|the) (?:\w+ )?(?:foundation|basis|backbone|indication|example) (?:of|for)\b|"
    r"^(?:an? )?(?:way|much|far|even|a lot|a bit) (?:\w+er|more|less)\b|"
    r"^(?:more|less|\w{2,}er) (?:\w+ )?than\b",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    places = list(held(passage))
    yield from places or _defined(passage)


def _defined(passage: Passage) -> Iterator[Reading]:
    titled = _TITLED.match(passage.text)
    if titled and _is_told(titled["meaning"]) and word_count(titled["name"]) <= LONGEST_SUBJECT:
        be = "are" if titled["be"].lower() == "are" else "is"
        yield Reading(f"What {be} {titled['name'].strip('“”')}?", titled["meaning"])
        return
    clause = passage.clause
    if clause is None or clause.lead or clause.negated or not names_its_subject(clause):
        return
    if not _is_definable(clause) or passage.text.lower().startswith("this "):
        return
    subject = passage.lowered(_NOW.sub("", clause.subject))
    if clause.voice == "copula" and clause.auxiliary.lower() in {"is", "are", "was", "were"}:
        clause = replace(clause, rest=_FILLING.sub("", clause.rest))
        yield from _said_to_be(passage, clause, subject)
    elif clause.base in _MEANING_VERBS and not clause.auxiliary:
        preposition = "to" if clause.rest.startswith("to ") else ""
        answer = clause.rest.removeprefix("to ").removeprefix("that ")
        answer = answer.removeprefix("of ")
        if word_count(answer) >= SHORTEST_PREDICATE and clause.base != "represent":
            yield Reading(
                f"What {invert(clause, subject, preposition)}?", _shortened(_WAYS.split(answer)[0])
            )


_NOW = re.compile(r"^(?:now|here|then|so) ", re.IGNORECASE)
_WAYS = re.compile(r",? (?:i\.e|e\.g|viz)\b")
_FILLING = re.compile(r"^(?:basically|essentially|simply|actually|nothing but|in essence) ")
"""Words that change nothing of a definition."""


def _said_to_be(passage: Passage, clause: Clause, subject: str) -> Iterator[Reading]:
    agrees = clause.plural == (clause.auxiliary.lower() in {"are", "were"})
    if clause.rest.startswith("to ") and _has_an_end(clause):
        yield Reading(f"What {clause.auxiliary.lower()} {subject}?", _shortened(clause.rest))
    elif _BEST.match(clause.subject) and _is_value(clause.rest):
        article = "" if subject.startswith("the ") else "the "
        question = f"What {clause.auxiliary.lower()} {article}{subject}?"
        yield Reading(question, _shortened(clause.rest))
    elif not clause.middle and agrees and _defines(clause.rest):
        asked = "Who" if _is_person(clause, passage) else "What"
        one = clause.rest.startswith(("a ", "an ")) and len(tokens(subject)) > 1
        subject = one_of(subject) if one else subject
        subject = counted(subject, passage) if clause.rest.startswith(("a ", "an ")) else subject
        question = f"{asked} {clause.auxiliary.lower()} {subject}?"
        answer = _shortened(clause.rest)
        if not _is_plain(answer):
            yield Reading(question, answer)


_TITLED = re.compile(
    r"^(?P<meaning>(?:(?:an?|the|any) (?=[^,;:]* (?:that|which|who|whose|where|with) )|"
    r"(?:an?|any) (?=[^,;:]*\$)|[a-z]+ing (?!is |of ))[^;:]{8,140}?) (?P<be>is|are) "
    r"(?:also |often |usually |commonly |sometimes |then )?"
    r"(?:called|known as|referred to as|termed) [\"“]?(?P<name>[^,;:.()\"”]{3,40})[\"”]?\.?$",
    re.IGNORECASE,
)
"""A thing that a relative clause or a formula tells from others, or an activity; and its name."""
_UNTOLD = closed.POINTING - {"that"} | closed.FIRST_OR_SECOND_PERSON


def _is_told(meaning: str) -> bool:
    found = {token.lower for token in tokens(meaning)}
    return SHORTEST_PREDICATE <= word_count(meaning) <= LONGEST_TITLED and not found & _UNTOLD


LONGEST_TITLED = 25


_ENDS = frozenset(
    "idea goal aim objective purpose function task role job trick intention ambition strategy way "
    "approach solution method remedy alternative duty challenge".split()
)


_BEST = re.compile(
    r"^(?:the )?(?:best|worst|usual|ideal|optimal|maximum|minimum|largest|smallest|highest|lowest|"
    r"average|typical|first|last|total) .+ (?:for|of|in|to) ",
    re.IGNORECASE,
)


def _is_value(rest: str) -> bool:
    """A number with its unit."""
    return rest[:1].isdigit() and word_count(rest) <= LONGEST_VALUE


LONGEST_VALUE = 5


def _has_an_end(clause: Clause) -> bool:
    """`The goal of pruning is to …`: what has an end is defined by it."""
    words = {token.lower for token in tokens(clause.subject)}
    return bool(words & _ENDS) and word_count(clause.rest) >= 4


_PEOPLE = re.compile(r"^(?:a|an|the|one of the)\s[^,.;]*?\b(?:\w{3,}(?:ist|ian|er|or)s?|critics?|"
                     r"king|queen|poet|monk|saint|leader|member|student)\b")  # fmt: skip


def _is_person(clause: Clause, passage: Passage) -> bool:
    """`Aristarchus was a Greek astronomer`: a capitalised subject and a role that people have."""
    found = tokens(clause.subject)
    named = all(passage.names.is_name(token) and not token.is_name for token in found)
    opening = " ".join(clause.rest.split()[:5])
    return named and (_PEOPLE.match(opening) is not None or is_role_of_a_person(clause.rest))


_SYMBOL = re.compile(
    r"^\W*\w{1,2}\W*$|^`[A-Za-z](?:_\w{1,2}|\([^()]*\))?`|\b(?:for|of|in) `?[a-zA-Z]`?$"
)
"""`p`, `c_p`, `V(c_p)`, and what belongs to one: `the value for k`."""

_OTHER_NAME = re.compile(r"\b(?:a\.?k\.?a|i\.e|e\.g)\b", re.IGNORECASE)
"""What brings a second name into the subject, which the question would drag along."""


def _is_definable(clause: Clause) -> bool:
    found = tokens(clause.subject)
    if not found or word_count(clause.subject) > LONGEST_SUBJECT:
        return False
    if found[0].lower in {"all", "every", "each", "any", "("} or "$" in clause.subject:
        return False
    if found[-1].kind == "number" or (len(found) == 1 and is_role(clause.subject)):
        return False
    if found[0].lower == "the" and len(found) <= 3 and not found[-1].is_name:
        return False  # `the refinement`, `the outer layers`: known to who read on
    if is_adjective(clause.subject) or _OTHER_NAME.search(clause.subject):
        return False
    if _SYMBOL.search(clause.subject):
        return False  # a symbol, whose formula the card does not show
    if any(token.lower in closed.RELATIVES or token.text == "," for token in found):
        return False
    if found[0].lower in closed.POSSESSIVES or found[0].text[0].isdigit():
        return False
    if tag(found[0]).may("G") and len(found) > 1 and tag(found[0]).forms:
        return False  # `creating bubbles is …` is about an action
    head = next((at for at, t in enumerate(found) if tag(t).may("I") and not tag(t).may("N")), 0)
    last = found[head - 1] if head else found[-1]
    return last.lower not in _VAGUE_SUBJECTS or bool(head)


_STATES = re.compile(r"(?:(?!that|which|who|how|what|when|where|,|\()\S+ )+(?:is|are|was|were) ")


def _is_plain(rest: str) -> bool:
    """`a general function`: a class, and nothing that tells it from others of its class."""
    found = tokens(rest.rstrip("."))
    told = any(tag(token).may("IX.") and not tag(token).may("A") for token in found[1:])
    return len(found) <= LONGEST_PLAIN and not told


LONGEST_PLAIN = 5
_UNDEFINING = re.compile(
    r" if(?:f)? | that (?:any|every)(?:one|body) (?:can|could|may) |"
    r"^(?:kind|sort) of |^the (?:\w+est|most|least) |\bwhich's\b|; ",
    re.IGNORECASE,
)
"""A condition, a judgement, two statements in one."""


_TELLS_APART = re.compile(
    r"(?:\w[\w-]* ){0,4}?(?P<noun>[a-z]+(?<!ly)) "
    r"(?:that|which|who|whose|with|without|of|from|for|in|made|used|caused|found|carried|formed|"
    r"produced|composed|derived) "
)
"""`small amphibians with a moist skin`: a noun behind its adjectives, and what tells it apart."""


def _names_a_genus(rest: str) -> bool:
    """Whether a noun without an article says what kind of thing it is, and more tells which."""
    found = _TELLS_APART.match(rest)
    if found is None:
        return False
    opening, noun = tokens(rest[: found.end("noun")]), tag(tokens(found["noun"])[0])
    kind = noun.may("N") and not noun.may("A") and noun.lower != "part"
    return kind and all("-" in word.text or tag(word).may("ANXG") for word in opening)


_TIED_NOUN = re.compile(
    r"(?:an?|the) (?!synonym|waste|part|piece|member|sign|sort|matter|lot|bit|set|number)"
    r"[a-z]{3,} (?:of|on|in|for|from|between|by|with|against|to) [a-z]{3,}"
)
"""`a tax on imports`: short, yet told from others of its class."""


def _defines(rest: str) -> bool:
    least = SHORTEST_COUNT if rest.startswith("number of ") else SHORTEST_PREDICATE
    least -= bool(_TIED_NOUN.match(rest))
    if word_count(rest) < least or _JUDGEMENT.match(rest) or _UNDEFINING.search(rest):
        return False
    if _is_plain(rest) or _STATES.match(rest):
        return False
    opening = tag(tokens(rest)[0])
    return (
        opening.lower in _OPENINGS
        or _names_a_genus(rest)
        or (opening.may("NG") and not opening.may("ARXVE") and opening.token.kind == "word")
    )


_OPENINGS = frozenset("a an the any one when something someone anything".split())
SHORTEST_COUNT = 3
"""Words of a number of things: `number of children`."""


def _shortened(answer: str) -> str:
    """Up to a clause that only adds to the definition, where the whole is long; nothing where what
    is left is no phrase."""
    answer = re.split(
        r",? and (?=\S+ (?:is|are|means|refers|denotes)\b)|"
        r",? (?:because|since|while|whereas|although) |, (?:but|so|(?=(?:she|he|it|they) )) ?",
        answer.strip().rstrip("."),
        maxsplit=1,
    )[0]
    if word_count(answer) > 14:
        cut = re.split(r",? (?:which|and is|and are|so that|e\.g\.)\s|; | - | \(", answer,
                       maxsplit=1)[0].rstrip(",")  # fmt: skip
        answer = cut if word_count(cut) >= 4 else answer
    answer = re.sub(r" (?:in|of|to|for|with|by|on|from|at|through)$", "", answer)
    unsound = answer.endswith((" that", " and", " or")) or answer.count("{") != answer.count("}")
    return "" if unsound or ("`" in answer and answer.count("`") % 2) else answer
