"""Whether a text says what kind of thing a name is: `A process in which water crosses …`."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.imperatives import commanded
from flashcards.english.questions import third_person_start
from flashcards.english.tagging import tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.passages.lists import names_a_class

_KINDS = (
    "art|process|practice|act|method|technique|way|set|collection|group|function|algorithm|tool|"
    "program|protocol|system|model|measure|metric|study|branch|field|theory|principle|threshold|"
    "type|kind|form|state|structure|framework|library|language|process|procedure|mechanism|device|"
    "strategy|approach|attack|behaviou?r|phenomenon|concept|property|ability|software|standard|"
    "network|object|data structure|place|person|someone|part|unit|sequence|list|graph|tree|value|"
    "combination|mixture|result|collection|version|variant|extension|generali[sz]ation|point|moment|"
    "period|step|stage|phase|layer|component|element|factor|quantity|distance|area|region|space|"
    "class|category|family|member|event|operation|command|variable|parameter|symbol|message|signal|"
    "request|vector|matrix|equation|rule|law|statement|assumption|idea|problem|question|"
    "number|ratio|amount|rate|condition|situation|disease|organ|cell|molecule|document|contract"
)
_GLOSS = re.compile(
    rf"^(?!when\b)(?:(?:an?|the|any|one) )?(?:[\w-]+,? ){{0,3}}?(?:{_KINDS})s? "
    r"(?:of|for|to|that|which|who|where|when|in which|by which|used|with|between|beyond which)\b",
    re.IGNORECASE,
)
KIND_FIRST = re.compile(
    rf"^(?:{_KINDS})s? (?:of|that|which|where|when|in which|by which|beyond which)\b", re.IGNORECASE
)
"""`Threshold beyond which …` is no instruction, although its first word may be a verb."""
_RELATIVE = re.compile(
    r"^(?:(?:an?|any) )?(?:[\w-]+ ){1,7}?(?:that|which|who) (?!is |are |can )[\w-]+", re.IGNORECASE
)
_ORDERED = re.compile(r"^(?:the )?(?:first|second|third|last|another|other|each|one|next)\b", re.I)


def is_gloss(gloss: str, term: str, *, plural: bool) -> bool:
    """`Art of …`: a noun phrase that says what kind of thing the term is."""
    if (
        not (_GLOSS.match(gloss) or _RELATIVE.match(gloss))
        or _ORDERED.match(gloss)
        or _states(gloss)
        or third_person_start(gloss)
    ):
        return False
    if _FORMING.search(gloss):
        return False
    words = tag_all(gloss)[:2]
    if len(words) > 1 and words[0].may("XE") and not words[0].may("NA") and words[1].may("IT"):
        return False
    told = len(words) > 1 and words[0].may("V") and words[1].may("RI")
    if told and not KIND_FIRST.match(gloss):
        return False
    echoes = gloss.lower().startswith(term.lower())
    return not echoes and not (plural and names_a_class(term))


_FORMING = re.compile(
    r"^(?:\w+ ){0,3}\w{2,}s (?:form|process|model|study|object|measure|matter)\b", re.I
)
"""`Bays form where …`: the kind of thing is a verb there."""
_PHRASE = re.compile(
    r"^(?:an? |the \w*(?:tion|sion|ment|ance|ence|al|ing|age) (?=of\b))"
    r"(?!(?:very|good|bad|great|common|nice|lot|few|list|bit|number|big|main|key|new|simpler|better|"
    r"faster|third|second|first|last|property|way|problem|case|note|quick|brief|short|dimension)\b)"
    r"(?:[\w-]+,? ){1,6}?(?:of|that|which|who|for|to|in|with|by|on|where|from|between|used|based|"
    r"made|caused|given|under|into|without|like)\b",
    re.IGNORECASE,
)
"""`A simple wooden tool to …`, `The protection of …`: a class, and what tells it from others."""
_DOING = re.compile(
    r"^(?!(?:look|understand|investigat|learn|study|work|try|explor|think|read|watch|discuss|wait|"
    r"introduc|cover|gett|go|hav|be|talk|writ|add|fix|wonder|want|mov|assum|us)ing )"
    r"[a-z]{2,}ing (?!of\b|and\b)",
    re.IGNORECASE,
)
_POINTS = closed.POINTING - {"that"} | closed.FIRST_OR_SECOND_PERSON
SHORTEST_PHRASE = 6


def may_be_gloss(gloss: str) -> bool:
    """Whether a phrase may explain a name, as far as its shape tells: a noun phrase with `a`, or
    what somebody does; neither a statement nor a command."""
    shaped = _PHRASE.match(gloss) or (_DOING.match(gloss) and not third_person_start(gloss))
    if not shaped or word_count(gloss) < SHORTEST_PHRASE or ":" in gloss or "?" in gloss:
        return False
    first = tag(tokens(gloss)[0])
    if first.may("G") and not first.forms:
        return False
    points = {token.lower for token in tokens(gloss)} & _POINTS
    return not points and not _states(gloss) and commanded(gloss) is None


def _states(gloss: str) -> bool:
    """Whether a verb of its own makes the text a statement; a doubtful one behind `that` does not:
    `A structure that holds keys`."""
    clause = parse(gloss)
    if clause is None:
        return False
    relative = closed.RELATIVES & {token.lower for token in tokens(clause.subject)}
    return clause.certainty == _SURE or not relative


_SURE = 3
