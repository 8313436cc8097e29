"""Sentences that announce a list: `A leaf has two kinds of veins:`, `The hull consists of:`."""

from __future__ import annotations

from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause, parse
from flashcards.english.lists import number_word
from flashcards.english.tagging import is_plural, tag
from flashcards.english.tokens import tokens, word_count
from flashcards.passages.asking import ask
from flashcards.passages.parting import sentence_passages
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_noun_phrase


def _is_pointing(subject: str) -> bool:
    """Whether a subject names nothing by itself: `this theory`, `it`."""
    return bool({token.lower for token in tokens(subject)} & (closed.POINTING | closed.PRONOUNS))


def label_of_list(passage: Passage) -> str:
    """A passage's text without the sign at its end, and without what only says that a list
    follows: `The needs of an oak were given earlier as`."""
    return _GIVEN.sub("", re.sub(r"\s*[-–—:.]+$", "", passage.text.strip()).strip())


_GIVEN = re.compile(r"\s+(?:are|were) (?:\w+ )?(?:given|listed|named|stated)(?: \w+)?(?: as)?$")


_OBJECT = re.compile(
    r"^(?P<tie>(?:of|in|into|by|on|for|from|with|to|up with|between|among) )?(?:at least )?"
    r"(?:(?P<count>the following|following|these|several|various|many|multiple|different|some|two|"
    r"three|four|five|six|seven|eight|nine|ten|\d)(?: \d)? )?(?P<what>.+)$"
)
_DANGLING = re.compile(
    r"^(?P<told>.*\b(?:(?:consists?|composed|made(?: up)?|comprised) of|includes?|including|"
    r"contains?|comprises?|are|is|covers?|can|can be|may be|must|should|provides?|supports?|has|"
    r"have|requires?|needs?|(?:determined|caused|influenced|driven|affected|given|done) by|"
    r"depends? on|relies on|leads? to|divided into|split into|in|by|of|for|to))$"
)


def announced(passage: Passage, count: int) -> str:
    """The question that an announcing sentence asks: `Training has two passes:`; or nothing."""
    said = sentence_passages(passage)
    of_before = _of_sentence_before(said, count)
    if of_before:
        return of_before
    passage = said[-1] if said else passage
    passage = passage.saying(_plain(passage.text))
    label = label_of_list(passage)
    clause = passage.clause
    if clause is not None and _LISTED_INSIDE.search(passage.text):
        return ""
    if clause is not None and not (clause.lead or clause.also):
        counted = _OBJECT.match(clause.rest.rstrip(": "))
        if counted and clause.subject.lower() not in {"there", "here"}:
            asked = _counted(passage, clause, counted, count) or _tied(passage, clause, count)
            if asked:
                return asked
    first = tag(tokens(label)[0]) if label else None
    second = tag(tokens(label)[1]) if len(tokens(label)) > 1 else None
    if first is None or (first.may("EX") and (not first.may("NA") or (second and second.may("D")))):
        return ""
    if not (_DANGLING.match(label) or _is_bare_verb(label)) or word_count(label) > 14:
        return ""
    return _with_object(passage, label, count)


_LISTED_INSIDE = re.compile(r"\w: +\w")
"""`A harbour needs two things: depth and shelter` is followed by something else."""
_ALSO_VERBS = frozenset(["increases", "decreases", "exploits"])
_NO_VERBS = frozenset(["uses", "needs"])
_BARE = re.compile(r"^(?P<verb>[A-Za-z]+s)(?: (?:on|in|to|for|with))?$")


def _is_bare_verb(label: str) -> bool:
    """`Inhibits`, `Acts on`: a verb whose subject stands above, and whose objects below."""
    found = _BARE.match(label)
    if found is None or found["verb"].lower() in _NO_VERBS:
        return False
    forms = tag(tokens(found["verb"])[0]).forms
    sure = any(form.tag == "Z" and (form.usual in "Vv" or " " in label) for form in forms)
    return sure or found["verb"].lower() in _ALSO_VERBS


_POINTER = re.compile(
    r"^th(?:is|ese) (?=[\w-]+ [\w-]+ (?:consists?|includes?|contains?|has|have|are))", re.IGNORECASE
)


_ONE_OF = re.compile(r"\b(?:one|1) of (?=(?:two|three|four|five|six|seven|eight|nine|ten|\d) )")
_ASIDE = re.compile(r"\s*\([^()]*\)(?=\s*:?$)")


def _plain(text: str) -> str:
    """`This lighting rig consists of` names its subject in full, `in one of three ways (below):`
    its number."""
    return _ONE_OF.sub("", _ASIDE.sub("", _POINTER.sub("the ", text)))


_COUNTED = re.compile(
    r"^(?:the |its |it has |they have |there are )?(?:main |key )?(?P<count>\w+) (?:main |key )?"
    r"(?P<what>[a-z-]+s)[:.]?$",
    re.IGNORECASE,
)


def _of_sentence_before(said: tuple[Passage, ...], count: int) -> str:
    """`Prospect theory, published in 1979. Three features:` counts what the sentence before is
    about."""
    found = _COUNTED.match(said[-1].text) if len(said) > 1 else None
    if found is None or found["count"].lower() not in {number_word(count), str(count)}:
        return ""
    before = said[-2]
    subject = (before.clause.subject if before.clause else before.text).partition(", ")[0]
    what = found["what"].lower()
    if not is_plural(what) or not is_noun_phrase(subject) or _is_pointing(subject):
        return ""
    if word_count(subject) > LONGEST_SUBJECT:
        return ""
    subject = before.lowered(subject.rstrip("."))
    return f"What are the {number_word(count)} {what} of {subject}?"


LONGEST_SUBJECT = 6


def _counted(passage: Passage, clause: Clause, counted: re.Match[str], count: int) -> str:
    """`Training consists of two passes:`."""
    said = (counted["count"] or "").lower()
    number = said in closed.NUMBER_WORDS or said.isdigit()
    if number and said not in {number_word(count), str(count)}:
        return ""
    what = counted["what"]
    if word_count(what) > (6 if said else 2) or not any(
        is_plural(token.lower) for token in tokens(what)
    ):
        return ""
    rest = (counted["tie"] or "").strip()
    return ask(passage, clause, f"What {number_word(count)} {what}", rest)


_TIED = re.compile(
    r"^(?P<told>\S.*?) (?P<tie>for|in|to|on|with|by|from|into|at|under) "
    r"(?:(?:the |these )following|(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d)) "
    r"(?P<what>[\w-]+(?: [\w-]+){0,2})$"
)


def _tied(passage: Passage, clause: Clause, count: int) -> str:
    """`The ferry is free of charge on the following days:`."""
    found = _TIED.match(clause.rest.rstrip(": "))
    if found is None or not is_plural(tokens(found["what"])[-1].lower):
        return ""
    if found["count"] and found["count"].lower() not in {number_word(count), str(count)}:
        return ""
    word = f"{found['tie'].capitalize()} what {number_word(count)} {found['what']}"
    return ask(passage, clause, word, found["told"])


_MODAL = re.compile(
    r"^(?:(?P<lead>(?:if|when|in|for|with|after|before|during) [^,]{3,60}), )?"
    r"(?P<subject>[^,]{3,50}) (?P<modal>can|may|must|should|could)$",
    re.IGNORECASE,
)


_NO_OBJECTS = closed.PRONOUNS | closed.FIRST_OR_SECOND_PERSON | {"examples", "example"}


def _with_object(passage: Passage, label: str, count: int) -> str:
    """`The hull consists of:` asks for its things."""
    doing = _MODAL.match(label)
    if doing:
        who = passage.lowered(doing["subject"])
        asked = f"what {number_word(count)} things {doing['modal']} {who} do?"
        return f"{doing['lead']}, {asked}" if doing["lead"] else asked
    clause = passage.saying(f"{label} things").clause
    if clause is None and _is_bare_verb(label) and passage.subject:
        told = parse(f"it {label[:1].lower()}{label[1:]} the things")
        clause = replace(told, subject=passage.subject) if told else None
    if clause is None or clause.also or not clause.rest.endswith("things") or clause.negated:
        return ""
    subject = {token.lower for token in tokens(clause.subject)}
    if subject & _NO_OBJECTS or label.endswith((" are", " were")):
        return ""
    rest = clause.rest.removesuffix("things").removesuffix("the ").strip()
    return ask(passage, clause, f"What {number_word(count)} things", rest)
