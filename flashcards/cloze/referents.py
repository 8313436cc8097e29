"""What a text's pronouns refer to: named where it is certain, found dangling where not."""

from __future__ import annotations

from functools import lru_cache

from flashcards import lazy_re as re
from flashcards.cloze.phrases import noun_phrases
from flashcards.english import closed
from flashcards.english.clauses import Clause, parse
from flashcards.english.questions import one_of
from flashcards.english.stems import stem
from flashcards.english.tagging import is_common_word, is_plural
from flashcards.english.tokens import Token, tokens
from flashcards.passages.passage import SHELL_NOUNS, Passage
from flashcards.passages.roles import is_role
from flashcards.passages.topics import is_generic, is_noun_phrase, label_of

_POINTING = frozenset("it this that these those they he she such we".split())
"""First words of a subject that may stand for something named before."""
_WITHIN = frozenset(
    "because if when whenever while although though since as once after before until unless "
    "whereas without instead unlike like given for by".split()
)
"""Openings of a lead that names what a pronoun after it refers to."""


_IS_THAT = re.compile(r"^(?:\w+ ){1,2}(?:is|was) that\b", re.IGNORECASE)
"""`It is that`: the pronoun stands for a word such as `reason`, which is not said."""


def with_referents(passage: Passage) -> str:
    """`It scales well` as `PLink scales well`; as it stands where nothing points elsewhere; empty
    where the referent is not certain."""
    text = passage.text
    written = parse(text)
    found = tokens(written.subject) if written else tokens(text)[:2]
    if not found or found[0].lower not in _POINTING or _DUMMY_IT.match(text):
        return text
    lead = tokens(written.lead) if written else ()
    by_authors = passage.clause is not None and passage.clause.subject == "the authors"
    if len(lead) > 2 and lead[0].lower in _WITHIN and not by_authors:
        return text
    referent = _referent(passage, found)
    if referent and not _IS_THAT.search(text):
        at = text.find(written.subject, len(written.lead)) if written else found[0].start
        size = len(written.subject) if written else found[-1].end
        return text[:at] + referent + text[at + size :]
    return text if found[0].lower == "we" else ""


def _referent(passage: Passage, subject: tuple[Token, ...]) -> str:
    """What the subject of a sentence stands for, or nothing."""
    first, clause = subject[0].lower, passage.clause
    if len(subject) > 1:
        return _named_by_label(passage, first, subject[1].lower) if len(subject) == 2 else ""
    if first in {"we", "they"} and clause and clause.subject == "the authors":
        return "the authors"
    return _antecedent(passage, first, clause) if first in {"it", "they", "this"} else ""


LONGEST_NAME = 5
_SHELLS = frozenset(map(stem, SHELL_NOUNS))


def _named_by_label(passage: Passage, first: str, head: str) -> str:
    """`this loss` under `Temporal loss`, `these approaches` under `Short-Term Adaptations`."""
    shell = first in {"this", "these"} and stem(head) in _SHELLS
    for name in _labels_above(passage):
        words = tokens(name)
        plain = passage.names.lowered_title(name)
        if len(words) > 1 and words[-1].lower == head:
            return plain if plain.lower().startswith("the ") else f"the {plain}"
        fits = is_plural(words[-1].lower) == is_plural(head) and is_noun_phrase(plain)
        if shell and fits and len(words) <= LONGEST_NAME and not is_generic(name):
            return plain if is_plural(head) else one_of(plain)
    return ""


_ASIDE = re.compile(r"\s*\([^()]*\)")


def _labels_above(passage: Passage) -> list[str]:
    above = [label_of(parent) for parent in passage.bullet.ancestors[:1]]
    above += [heading.name or heading.text for heading in passage.bullet.headings[-1:]]
    return [_ASIDE.sub("", name).strip() for name in above if name]


def _antecedent(passage: Passage, pronoun: str, clause: Clause | None) -> str:
    """The subject of the sentence before, the label right above, or the system of the talk."""
    if clause is None:
        return ""
    if passage.previous and passage.previous.bullet is passage.bullet:
        return clause.subject if pronoun != "this" else ""
    if passage.bullet.parent is None:
        topic = passage.topic
        return clause.subject if topic.kind == "system" and clause.subject == topic.name else ""
    label = label_of(passage.bullet.parent)
    telling = label and not is_generic(label) and not is_role(label)
    return clause.subject if telling and label.lower() in clause.subject.lower() else ""


_NEEDS_REFERENT = frozenset(
    "this these those former latter aforementioned here he she his her him hers".split()
)
_DUMMY_IT = re.compile(
    r"it (?:(?:can|could|may|might|will|would|must) )?(?:takes?|took) [^.;]*\bto\b|"
    r"it(?:['’]s| is| was| would be| becomes| makes| takes| seems| may be| can be)? "
    r"(?:\w+ly |not |very |quite |so |too |much |often |more |less |also |always )?"
    r"(?:important|hard|difficult|easy|easier|"
    r"harder|possible|impossible|necessary|better|best|useful|helpful|essential|common|likely|"
    r"straightforward|simple|tedious|expensive|costly|"
    r"clear|safe|good|bad|wise|rare|crucial|recommended|for|to|that)\b",
    re.IGNORECASE,
)
_AFTER_THAT = closed.DETERMINERS | closed.SUBJECT_PRONOUNS
_OBJECTS = frozenset(["it", "them"])
_EARLY = frozenset("it its they their them others both another".split())
EARLY = 3
"""Words before which such a word has nothing to refer to."""


@lru_cache(maxsize=256)
def dangles(text: str) -> bool:
    """Whether a word points at something that the text does not name."""
    found = [token for token in tokens(text) if token.kind != "mark"]
    if _POINTED.search(text) or (len(found) < FEW_WORDS and _ORDINAL.search(text)):
        return True
    clause = parse(text)
    named_later = len(tokens(clause.lead)) if clause and clause.lead else 0
    return any(
        _points_outside(text, found, at)
        for at, token in enumerate(found)
        if at >= named_later or token.lower not in _EARLY
    )


_POINTED = re.compile(
    r"\b(?:that|this) (?:effect|end|reason|way|purpose|case|problem|point|idea|issue|process|"
    r"goal)\b"
)
FEW_WORDS = 9
"""Below it, `the other` and `the first` have nothing to belong to."""
_ORDINAL = re.compile(
    r"\b(?:the (?:other|others|second|third|first|next|last|final|rest|latter)|in that)\b"
)


def _points_outside(text: str, found: list[Token], at: int) -> bool:
    word = found[at].lower
    following = found[at + 1].lower if at + 1 < len(found) else ""
    before = found[at - 1].lower if at else ""
    if word in _NEEDS_REFERENT:
        return not _named_before(found, at, following)
    if word == "that":
        return before in closed.PREPOSITIONS and following not in _AFTER_THAT
    if word == "such":
        return following != "as" and before != "as"
    if word in {"above", "below"}:
        return not following or before == "the"
    if word not in _EARLY or word == "both" or _DUMMY_IT.match(text[found[at].start :]):
        return False
    if at >= EARLY or word in {"its", "their"}:
        return not _has_antecedent(text, found, at) or (
            word in _OBJECTS and _has_one_noun(text, found[at])
        )
    return True


def _has_antecedent(text: str, found: list[Token], at: int) -> bool:
    """Whether a noun of the right number stands before a pronoun."""
    word = found[at].lower
    nouns = [phrase.words[-1].lower for phrase in noun_phrases(text[: found[at].start])]
    several = "and" in (token.lower for token in found[:at])
    plural = word in {"they", "their", "them", "others"}
    return any(not plural or several or is_plural(noun) for noun in nouns)


def _has_one_noun(text: str, before: Token) -> bool:
    """Whether at most the subject stands before an object pronoun."""
    return len(noun_phrases(text[: before.start])) < 2


def _named_before(found: list[Token], at: int, following: str) -> bool:
    """`those layers` after `layers`, `his work` after a name, `those who`."""
    word = found[at].lower
    if word in {"he", "she", "his", "her", "him"}:
        opens = at > 0 and found[0].is_capitalised and not is_common_word(found[0].lower)
        return opens or any(token.is_capitalised for token in found[1:at])
    if word == "those" and following in {"who", "that", "with", "of", "which", "in"}:
        return True
    before = {stem(token.lower) for token in found[:at]}
    return word in {"this", "these", "those"} and stem(following) in before
