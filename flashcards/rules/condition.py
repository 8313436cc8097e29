"""Ask when something holds, or what follows from a condition.

- When a star runs out of hydrogen, it swells into a giant.
Q: What happens when a star runs out of hydrogen?
A: It swells into a giant

- Glass breaks if it cools too quickly
Q: When does glass break?
A: If it cools too quickly

- If the dough is sticky, let it rest for ten minutes.
Q: What should you do if the dough is sticky?
A: Let it rest for ten minutes

- It is easier to cut glass if it is wet
Q: When is it easier to cut glass?
A: If it is wet

- If a lattice $L$ is stiff then $j(L) \\ge 4$
Q: What holds if a lattice $L$ is stiff?
A: $j(L) \\ge 4$

- If the varnish is still soft, you have to wait for another day
Q: What should you do if the varnish is still soft?
A: Wait for another day

- If a rope is frayed it doesn't matter how thick it is, it is thrown away.
no card

- The lamp stays lit even when the wind gets up at night
no card

- If the old channel is too shallow, the pump cannot lower the water
no card

- A drying test convinces the shipwright if the varnish is hard enough
no card

- If either of them is wet, they slip
no card

- When judging the depth of a harbour, you look at more than just the chart of the coast
no card

- Varga's mother was the first pilot, she died after the great flood of the coast
no card

- If take water from the upper lock, the tide gates open by themselves
no card

- When the harbour froze again, some sailors were trapped on the island.
Q: What happened when the harbour froze again?
A: Some sailors were trapped on the island

- The keel should be tarred soon after the launch of the boat
Q: When should the keel be tarred?
A: Soon after the launch of the boat

- The event the number of barges shrinks on the lake happens when the ice comes
no card

- When using tarred ropes on the lake, the knots can be tied twice
no card

- If the shipwrights lay two keels at once, they want to launch them in one summer
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause, parse
from flashcards.english.questions import imperative_base
from flashcards.english.stems import stems
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.asking import ask, hanging, stands_alone
from flashcards.passages.complements import pins_down
from flashcards.passages.passage import Passage

LEAST_ASKED = 5
NEEDS = "when if once whenever as unless after until"

_LEAD = re.compile(r"^(?:when|if|once|whenever|as soon as|as long as|unless) ", re.IGNORECASE)
_MARKERS = {"when", "if", "once", "whenever", "only if", "only when", "after", "until", "as soon",
            "as long"}  # fmt: skip
_UNABLE = {"cannot", "can't"}
_EASE = re.compile(
    r"^it(?:['’]s| is) (?P<how>(?:much |often )?(?:easier|harder|better|easy|hard|difficult|best|"
    r"important|possible|impossible|safe|useful|helpful)) to (?P<doing>[^,;:.]+?) "
    r"(?P<when>(?:if|when|once|unless) [^,;:.]+)\.?$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    opening = _opening(passage.text)
    ease = _EASE.match(passage.text)
    if opening:
        yield from _consequence(passage, *opening)
    elif ease and not _points(ease["doing"]):
        how, doing = ease["how"].lower(), ease["doing"]
        yield Reading(f"When is it {how} to {doing}?", ease["when"])
    else:
        yield from _when(passage)


def _when(passage: Passage) -> Iterator[Reading]:
    """`S does V when C` asks for C."""
    clause = passage.clause
    found = hanging(passage, "condition", "time")
    if clause is None or found is None or not stands_alone(clause):
        return
    until = found.adjunct.marker == "until"
    if (
        found.before.endswith(" so that")
        or found.adjunct.marker not in _MARKERS
        or word_count(found.whole) < 3
    ):
        return
    negated = clause.negated and clause.auxiliary.lower() not in _UNABLE
    if negated != until or _ASKING.search(f"{clause.verb} {found.before}".strip()):
        return
    if _GOES_ON.search(found.whole) or _points(found.whole):
        return
    if re.match(r"once (?:with|per|every|a|in|and|at|for|to)\b|unless\b", found.whole):
        return
    if found.adjunct.marker == "after" and not _is_event(found.whole.partition(" ")[2]):
        return
    if not (found.before or clause.voice in {"passive", "active"}):
        return
    if _ADDING.search(passage.text.partition(found.whole)[0].rstrip()):
        return  # one case more: `even when it rains`
    close = _CLOSE.search(found.before)
    before = found.before[: close.start()] if close else found.before
    only = f"{close[1]} " if close and close[1] != "just" else ""
    asked = ask(passage, clause, "Until when" if until else "When", before)
    broken = ":" in asked or _HANGING.search(asked) or found.whole.startswith("when in fact")
    if pins_down(asked, least=1.6) and not broken:
        yield Reading(asked, only + found.whole)


_CLOSE = re.compile(r"(?:^| )(only|just|soon|shortly|right|immediately|directly|long)$")
"""`only if`, `soon after`: how close to it, which is part of the answer."""
_GOES_ON = re.compile(r", (?:is|are|was|were|has|have|can|will) ")
"""`assumed that the lock, when shut, is tight`: the clause goes on behind the condition."""
_ADDING = re.compile(r"\beven(?: \w+)?$|\balso\b|\b(?:can|may|could|will) even\b")
_HANGING = re.compile(r"\b(?:by|for|of|to|like),?(?: only| just)?(?: \w+ing)?\?$")
"""The end of a question whose sentence went on."""


def _is_event(text: str) -> bool:
    """`responding to it`, `it has cooled`: what something can come after."""
    first = tokens(text)[:1]
    if not first:
        return False
    told = first[0].lower.endswith("ing") or first[0].lower in {"the", "a", "an", "each", "every"}
    return told or parse(text) is not None


_ASKING = re.compile(
    r"\b(?:out|check\w*|see|sees|know\w*|determin\w+|test\w*|decid\w+|ask\w*|wonder\w*|verif\w+|"
    r"as|tell\w*|one|recogni[sz]\w+|detect\w*|indicat\w+|learn\w*|understand\w*|specif\w+|named|"
    r"(?:convinc|persuad)\w+(?: \w+){1,3})$"
)
"""After these, `if` means whether; `one after another` is no time."""


def _opening(text: str) -> tuple[str, str] | None:
    """The condition that a sentence opens with, and its main clause: up to the first comma after
    which a whole clause or a command stands."""
    if not _LEAD.match(text) or re.search("[:;]", _FORMULAS.sub("", text)):
        return None
    for comma in list(re.finditer(r", (?:then )?| then ", text))[:4]:
        if text.count("$", 0, comma.start()) % 2:
            continue
        when, main = text[: comma.start()], text[comma.end() :].rstrip(".")
        if text.count("(", 0, comma.start()) != text.count(")", 0, comma.start()):
            continue
        main = _THAT_ONE.sub("the ", main)
        if not _JOINING.match(main) and _is_whole(main):
            return when, main
    return None


_THAT_ONE = re.compile(r"^(?:that|this) (?=[a-z]+ (?!is|are)[a-z])")
_JOINING = re.compile(r"(?:and|or|but|which|who|where|that)\b", re.IGNORECASE)


_FORMULAS = re.compile(r"\$[^$]*\$|`[^`]*`")
_RELATION = re.compile(
    r"\$[^$]*(?:[=<>≤≥≠∈]|\\(?:leq?|geq?|neq?|in|subset\w*|equiv|sim|cong|to|mid|approx)\b)[^$]*\$"
)
"""A formula that states something."""


def _is_whole(main: str) -> bool:
    clause = parse(main)
    if _RELATION.fullmatch(main):
        return True
    return bool(imperative_base(main)) or (clause is not None and "," not in clause.subject)


def _consequence(passage: Passage, when: str, main: str) -> Iterator[Reading]:
    """`When C, M` asks for M: what happens, or what to do."""
    condition = _LEAD.sub("", when)
    words = {token.lower for token in tokens(condition)}
    if words & _POINTERS or _speaks(passage.text):
        return
    if word_count(main) < 3 and not _RELATION.fullmatch(main):
        return
    if tokens(main)[0].lower in _UNTOLD or not pins_down(condition, least=1.6):
        return
    if _runs_on(condition) or _meets_others(passage, condition, main):
        return
    duty = _DUTY.match(main)
    main = main[duty.end() :] if duty else main
    speaking = tokens(main)[0].lower in {"we", "you", "one"}
    if speaking and (word_count(main) < 6 or not pins_down(condition, least=3)):
        return
    doing = re.match(r"\w+ing\b|not\b", condition) is not None
    stated, follows = parse(condition), parse(main)
    if imperative_base(condition) or (stated is None and not doing):
        return  # `if take water from the well`: who does?
    if (follows and follows.base in _WISHES) or _SAME.search(main):
        return
    main = re.sub(r"\b(?:these|those) (?=[\w-]+s\b)", "the ", main)
    told = duty or imperative_base(main)
    if doing and not told and (speaking or (follows and _may(follows))):
        return  # `when using glue`: something is so, but nothing happens
    holds = _RELATION.fullmatch(main) or ("$" in when and not told)
    asked = "What holds" if holds else "What should you do" if told else _happens(stated, follows)
    yield Reading(f"{asked} {passage.lowered(when)}?", main)


def _happens(stated: Clause | None, follows: Clause | None) -> str:
    past = stated and follows and stated.tense == follows.tense == "past"
    return "What happened" if past else "What happens"


def _may(clause: Clause) -> bool:
    return clause.auxiliary.lower() in closed.MODALS


_WISHES = frozenset("want wish hope".split())
"""What somebody wants is no consequence."""
_SAME = re.compile(r"\bthe same(?: [a-z]+)?$")
"""The same as what?"""
_DUTY = re.compile(r"^(?:you|we|one) (?:must|should|ha(?:ve|s) to|needs? to) (?=[a-z])")
"""What is to be done."""
_JOINS = closed.SUBORDINATORS | closed.COORDINATORS | closed.PREPOSITIONS | {","}


def _runs_on(condition: str) -> bool:
    """`a rope is frayed it doesn't matter`: another clause, and no word that joins the two."""
    found = tokens(condition)
    joined = re.search(r", and (?:if|when) ", condition) is not None
    return joined or any(
        word.lower in {"it", "there"} and after.may("BHOM") and before.lower not in _JOINS
        for before, word, after in zip(found[2:], found[3:], found[4:], strict=False)
    )


def _meets_others(passage: Passage, condition: str, main: str) -> bool:
    """`if the channel is narrow, the pump …`: two things that were told of before."""
    when, then = parse(condition), parse(main)
    told = stems(" ".join(passage.context))
    return (
        when is not None
        and then is not None
        and all(_DEFINITE.match(side.subject) for side in (when, then))
        and not (stems(when.subject) | stems(then.subject)) & (told | _DOERS)
        and not stems(when.subject) & stems(then.subject)
    )


_DEFINITE = re.compile(r"the (?:[\w-]+ )?[\w-]+$", re.IGNORECASE)
_DOERS = stems("user system program computer os world brain body")
_POINTERS = frozenset("this these those them either neither he she above such".split())
_UNTOLD = frozenset("both these those others this that neither he she".split())


def _points(text: str) -> bool:
    return bool({token.lower for token in tokens(text)} & _POINTERS)


_SPEAKERS = closed.FIRST_OR_SECOND_PERSON - {"our", "us", "we", "you", "your", "yourself"}


def _speaks(text: str) -> bool:
    return bool({token.lower for token in tokens(text)} & _SPEAKERS)
