"""How to ask for what a label collects that plays a role: `Side effects`, `Treatment`."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.lists import number_word
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import is_common_word, is_plural
from flashcards.english.tokens import word_count
from flashcards.passages.alike import is_told
from flashcards.passages.lists import EMPTY_GROUPS, INCLUDING, Member, is_plain_name, names_a_class
from flashcards.passages.names import capitalised
from flashcards.passages.passage import Passage
from flashcards.passages.roles import Role, attribute_of, names_several, role_of
from flashcards.passages.topics import is_generic

LONGEST_TOLD = 8
"""Words of a statement that is one of several answers."""
_BRACKET = re.compile(r"\s*\([^()]*\)$")


def collected(passage: Passage, label: str, found: list[Member]) -> str:
    """The question that a label which plays a role asks of its members, whatever their form; or
    nothing."""
    label = _BRACKET.sub("", INCLUDING.sub("", label))
    if _ORDER.match(label) and all(is_plain_name(member.text) for member in found):
        plain = re.sub("^the ", "", passage.names.lowered_title(label))
        return f"What {number_word(len(found))} things make up the {plain}, from first to last?"
    role = role_of(label) or _plural_of_its_own(label, found)
    if role is not None and (names_several(label) or _OFTEN_SEVERAL.match(label)):
        return _asked(passage, role, found) if _may_be_told(role, found) else ""
    return _included(passage, label, found)


_ORDER = re.compile(r"(?:the )?(?:order|sequence|chain|ladder) of \w", re.IGNORECASE)


def of_topic(passage: Passage, role: Role) -> str:
    """`of sleep`: whose a role is that stands alone; or nothing."""
    subject = _subject(passage)
    return f"{role.tie} {subject}" if subject else ""


def _subject(passage: Passage) -> str:
    subject = passage.subject
    if not subject and passage.heading is None and passage.topic.kind == "topic":
        subject = passage.names.lowered_title(passage.topic.name)
    subject = _OPENING.sub("", subject)
    if is_generic(subject.rpartition(" ")[2]):
        return ""
    if imperative_base(subject) or subject[-1:].isdigit():
        return ""
    return subject if word_count(subject) <= LONGEST_SUBJECT else ""


LONGEST_SUBJECT = 6
_OPENING = re.compile(r"^(?:what (?:is|are) )?(?:an? )?", re.IGNORECASE)
"""What a heading that asks opens with: `What is research`."""


def _may_be_told(role: Role, found: list[Member]) -> bool:
    """Whether the members may belong to the role, by their form."""
    predicates = sum(is_told(member.text) for member in found)
    if predicates and role.noun not in _JUDGING:
        return False
    if role.noun in _OF_THINGS and not all(member.kind == "name" for member in found):
        return False
    told = (member for member in found if member.kind == "statement")
    return not any(word_count(member.text) > LONGEST_TOLD for member in told)


_OF_THINGS = frozenset("algorithms systems services protocols metrics fields sources".split())
"""Plurals of which nothing to do is one."""
_JUDGING = frozenset(
    "objections criticisms critiques disadvantages advantages drawbacks limitations weaknesses "
    "strengths benefits problems".split()
)
"""Roles of which what something does is one: `ignores justice`."""


def _asked(passage: Passage, role: Role, found: list[Member]) -> str:
    if not role.of and _follows_prose(passage):
        return ""
    above = passage.bullet.parent
    stated = above.text.strip().rstrip(".:") if above and not role.of else ""
    of = passage.names.settled(role.of) or ("" if parse(stated) else of_topic(passage, role))
    if role.noun == "examples":
        return ""  # any other example would be right, too
    asked = f"hat are the {number_word(len(found))} {role.asked}"
    if not of and word_count(stated) <= LONGEST_STATED and role.noun in _OF_STATEMENTS:
        return f"{capitalised(stated)}: w{asked}?" if parse(stated) else ""
    return f"W{asked} {of}?" if of else ""


LONGEST_STATED = 12
_OF_STATEMENTS = frozenset(
    "exceptions reasons causes effects consequences conditions requirements limitations "
    "implications advantages disadvantages benefits arguments objections criteria".split()
)
"""Roles that a whole statement may have."""


def _included(passage: Passage, label: str, found: list[Member]) -> str:
    """`Treatment` over what it is made of."""
    attribute = attribute_of(label)
    if attribute is None or any(is_told(one.text) or one.kind == "statement" for one in found):
        return ""
    above = passage.bullet.parent
    subject = "" if above and parse(above.text.strip().rstrip(".:")) else _subject(passage)
    of = attribute.of or (f"{attribute.tie} {subject}" if subject else "")
    return (
        f"What {number_word(len(found))} things does the {attribute.noun} {of} include?"
        if of
        else ""
    )


def _follows_prose(passage: Passage) -> bool:
    """Whether the label stands in a text that may have come to speak of something else."""
    if passage.bullet.form != "paragraph":
        return False
    before, latest, told = passage.previous, passage.bullet, 0
    while before is not None and told < MUCH_PROSE:
        if before.bullet is not latest:
            prose = word_count(before.bullet.text) >= LEAST_PROSE
            if before.bullet.form != "paragraph" or not prose:
                return False
            latest, told = before.bullet, told + 1
        before = before.previous
    return told == MUCH_PROSE


LEAST_PROSE, MUCH_PROSE = 12, 2
"""Words of a paragraph of a text; so many of them may lead away from the heading."""

_ABSTRACT = re.compile(
    r"(?:tion|sion|ism|ment|ance|ence|ity|ure|ant|ent|ome|ase|om|ine|\w{4}[eo]r)s$"
)
"""Endings of plurals of which something else may have some: `complications`, `inhibitors`."""
_PREFIX = re.compile(r"^(?:hyper|sub|micro|macro|multi|super|inter|meta|anti|pre|bio|nano|co)-?")


def _plural_of_its_own(label: str, found: list[Member]) -> Role | None:
    """`Complications` over names: a single plural, which plays the part of a role."""
    word = _PREFIX.sub("", label.lower())
    single = word_count(label) == 1 and is_plural(label) and is_common_word(word)
    single = single and (names_a_class(label) or _ABSTRACT.search(word) is not None)
    if not single or is_generic(label) or label.lower() in EMPTY_GROUPS:
        return None
    named = all(is_plain_name(member.text) for member in found)
    return Role(label.lower(), "") if named else None


_OFTEN_SEVERAL = re.compile(
    r"^(?:problem|challenge|advantage|disadvantage|drawback|limitation|benefit|goal|symptom|cause|"
    r"effect|risk|requirement|weakness|strength|purpose|aim|function|use|consequence|objective)\b",
    re.IGNORECASE,
)
"""Roles that stand in the singular over several children, too."""
