"""Lists that a label, a heading or a sentence announces: their members, and how to ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.initials import initials
from flashcards.english.lists import number_word
from flashcards.english.normal import spell_out
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import Tagged, is_plural, tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Reading
from flashcards.passages.role_nouns import GROUPS, ROLES
from flashcards.passages.topics import is_generic

MOST_AT_ONCE = 4
"""Members that one question asks for (C3)."""
MOST_IN_CLOZE = 8
"""Members of a list of which some are hidden, one at a time."""
MOST_HIDDEN = 4
LONGEST_HIDDEN, LONGEST_SHOWN = 8, 12
"""Words of a member."""
MOST_OF_ALL = 0.6
"""The share of a list's words that all of its gaps may hide (C10)."""
LONGEST_ANSWER = 25
LONGEST_CLOZE = 38

Kind = Literal["name", "action", "statement"]


@dataclass(frozen=True, slots=True)
class Member:
    """A bullet as the item of a list."""

    text: str

    @property
    def kind(self) -> Kind:
        """A thing, something to do, or a statement."""
        return _kind(self.text)


def members_of(bullets: Sequence[Bullet]) -> list[Member] | None:
    """The bullets as members of one list, or None where one of them is no member of any."""
    found: list[Member] = []
    for bullet in bullets:
        member = member_of(bullet)
        if member is None:
            return None
        found.append(member)
    return found


def member_of(bullet: Bullet) -> Member | None:
    """A bullet's name, or all of it where it is short; None where it is neither."""
    if bullet.form in {"code", "row", "quote"} or _CARD.search(bullet.text):
        return None
    text = head_of(spell_out(bullet.text))
    found = tokens(text)
    leaf = bullet.parent is not None and not bullet.children
    told = text.lower() not in _NO_MEMBERS or (leaf and text.lower() in _PARTS_OF_TEXTS)
    if not found or not told or "?" in text or "://" in text or "->" in text:
        return None
    if _ANNOUNCING.search(text):
        return None
    if {token.lower for token in found} & _ASIDES or found[0].lower in _NO_OPENING:
        return None
    if all(token.kind != "word" for token in found) and "$" not in text and "`" not in text:
        return None
    return Member(text)


_CARD = re.compile(r"\s::\s")
"""What its writer made a card of its own is no member of a list."""
_PARTS_OF_TEXTS = frozenset("introduction conclusion results overview summary".split())
"""Members of a list as well, where nothing stands below them: `Product life cycle`."""
_NO_MEMBERS = frozenset(
    "notes links references resources summary other others misc todo examples example what how why "
    "results conclusion introduction more code paper slides video overview basics speaker speakers "
    "presenter author authors ideas thoughts".split()
)
_ANNOUNCING = re.compile(
    r"\b(?:two|three|four|five|several|different|following)\b.* (?:ways|types|kinds|forms|parts)$"
)
"""What announces a list itself is no member of another."""
_ASIDES = frozenset("i i'm i've my me etc".split())
_NO_OPENING = frozenset("e.g i.e e.g. i.e. note see this these that and or but so".split())


_CITATION = re.compile(r",?\s+(?:del?\s+|des\s+)?(?:Art\.|§+|Abs\.|Kap\.)\s*\d.*$")
"""A law's number behind a name, which nobody learns with it: `Nombre, Art. 151`."""


def head_of(text: str) -> str:
    """What stands before an explanation: after a colon, a dash, or in a long bracket."""
    text = _CITATION.sub("", text.strip().rstrip(".;,").strip())
    head, separator, _ = text.partition(": ")
    if not separator:
        head = re.split(r"\s[-–—]\s", text, maxsplit=1)[0]
    bracket = re.search(r"\s*\(([^()]*)\)$", head)
    if bracket and word_count(bracket[1]) > 3 and word_count(head[: bracket.start()]) >= 1:
        head = head[: bracket.start()]
    return head.strip().rstrip(":")


@lru_cache(maxsize=1024)
def _kind(text: str) -> Kind:
    if parse(text) or tokens(text)[0].lower in {"it", "they"}:
        return "statement"
    first = tag(tokens(text)[0])
    gerund = first.may("G") and word_count(text) > 1
    if imperative_base(text) or gerund or (first.may("V") and not first.may("NAD")):
        return "action"
    return "name"


def is_plain_name(text: str) -> bool:
    """A noun phrase, not a remark: `indexing`, not `effective against worms`, `often`."""
    found = tag_all(re.sub(r"\s*\([^()]*\)", "", text))
    if not found:
        return False
    head = next((at for at, word in enumerate(found) if at and word.may("IT")), len(found)) - 1
    opens = found[0].may("ISTBHMO") and not found[0].may("ND")
    return found[head].may("NG#") and not opens and not found[0].may("P")


_TIES = closed.PREPOSITIONS | {"to"}


def names_a_class(label: str) -> bool:
    """`Types of lava`, `Countermeasures`: says that what follows are members of a class."""
    words = [token.lower for token in tokens(label)]
    head = next((at for at, word in enumerate(words) if word in _TIES),
                len(words))  # fmt: skip
    counted = any(word in closed.NUMBER_WORDS or word.isdigit() for word in words[:2])
    return counted or any(word in _CLASSES for word in words[max(0, head - 1) : head])


_CLASSES = frozenset(ROLES | GROUPS) | frozenset(
    "ways means measures strategies approaches ideas attributes algorithms systems services "
    "protocols variants versions metrics groups classes areas branches fields sources stages "
    "tactics styles schools mechanisms formats pillars laws virtues genres commandments "
    "conditions roles tasks members topics concepts patterns skills habits values criteria "
    "questions".split()
)


def list_reading(question: str, label: str, members: Sequence[str]) -> Reading | None:
    """A question for at most four members; for up to eight a cloze of the list, which hides some
    of them one at a time. None for a list that is too long or too wordy.

    >>> list_reading("What are the two poles?", "Poles", ["North", "South"]).answer
    'North; South'
    >>> list_reading("", "Rainbow", ["red", "orange", "yellow", "green", "blue"]).question
    'Rainbow: red, {{c1::orange::or…}}, yellow, {{c2::green::g…}}, {{c3::blue::b…}}'
    """
    if not 2 <= len(members) <= MOST_IN_CLOZE:
        return None
    if any(word_count(member) > LONGEST_SHOWN for member in members):
        return None
    if len(members) <= MOST_AT_ONCE:
        answer = "; ".join(members)
        fits = bool(question) and word_count(answer) <= LONGEST_ANSWER
        return Reading(question, answer) if fits else None
    return list_cloze(label, members)


def list_cloze(label: str, members: Sequence[str]) -> Reading | None:
    """`Label: a, {{c1::b}}, c, {{c2::d}}, {{c3::e}}`, each gap with its initials, which tell it
    from the others; or None where it would be too long."""
    whole = f"{label}: " + " ".join(members)
    if any(word_count(member) > LONGEST_SHOWN for member in members):
        return None
    if word_count(whole) > LONGEST_CLOZE or not label or re.search(r"[{}]", whole):
        return None
    hidden = _hidden(members)
    if len(hidden) < 2:
        return None
    number = 0
    parts: list[str] = []
    for at, member in enumerate(members):
        if at in hidden:
            number += 1
            name, told = _parted(member)
            parts.append(f"{{{{c{number}::{name}{_hint(name)}}}}}{told}")
        else:
            parts.append(member)
    joint = "; " if any("," in member for member in members) else ", "
    answer = "; ".join(_parted(members[at])[0] for at in sorted(hidden))
    opening = label if label.endswith("?") else f"{label}:"
    return Reading(f"{opening} {joint.join(parts)}", answer, "cloze")


def row_cloze(before: str, listed: str, members: Sequence[str], after: str) -> Reading | None:
    """A sentence with some of the members of its list hidden, one at a time; None where the list
    does not hold its members as they are.

    >>> row_cloze("Fish such as ", "cod, ling and hake", ["cod", "ling", "hake"], "").question
    'Fish such as cod, {{c1::ling::l…}} and hake'
    """
    hidden = _hidden(members)
    text, start = "", 0
    for at, member in enumerate(members):
        found = listed.find(member, start)
        if found < 0:
            return None
        text += listed[start:found]
        start = found + len(member)
        gap = 1 + text.count("{{")
        text += f"{{{{c{gap}::{member}{_hint(member)}}}}}" if at in hidden else member
    whole = f"{before}{text}{listed[start:]}{after}"
    if not hidden or word_count(before + listed + after) > LONGEST_CLOZE or "{" in before + after:
        return None
    return Reading(whole, "; ".join(members[at] for at in sorted(hidden)), "cloze")


def _hint(member: str) -> str:
    """Its initials, without a bracket; not of a step, which its number tells, nor of a formula."""
    bare = _BRACKET.sub("", member)
    return "" if not bare or bare[0].isdigit() or "$" in bare else f"::{initials(bare)}"


_BRACKET = re.compile(r"\s*\([^()]*\)")
_SHORT_FOR = re.compile(r"(?:[a-z]*[A-Z]){2}")


def _parted(member: str) -> tuple[str, str]:
    """A name and the bracket that tells of it, which stays in sight; an abbreviation does not."""
    bracket = re.search(r"\s*\(([^()]*)\)$", member)
    if bracket is None or not bracket.start() or _SHORT_FOR.match(bracket[1]):
        return member, ""
    return member[: bracket.start()], bracket[0]


def _hidden(members: Sequence[str]) -> frozenset[int]:
    """Every second member and the last, at most four and not too much of the whole; the first
    stays as a hint of the kind."""
    last = len(members) - 1
    sizes = [word_count(member) for member in members]
    chosen: list[int] = []
    for at in [*range(1, last, 2), last]:
        hidden = sum(sizes[one] for one in [*chosen, at])
        if sizes[at] <= LONGEST_HIDDEN and hidden <= MOST_OF_ALL * sum(sizes):
            chosen.append(at)
    return frozenset(chosen[:MOST_HIDDEN])


def as_group(label: str, plain: str, count: int) -> str:
    """`What are the three layers of the skin?` for a label that is a plural and names its own
    group; empty for any other. `plain` is the label as it reads inside of a sentence."""
    counted = _COUNTED.match(plain)
    if counted:
        if counted["count"].lower() not in {number_word(count), str(count)}:
            return ""
        plain = counted["rest"]
    named = _INTRODUCING.sub("", INCLUDING.sub("", plain)).strip()
    definite = named == plain.strip() or INCLUDING.sub("", plain).lower() == f"the {named}"
    definite = definite and not _OPEN_GROUP.match(plain)
    named = _OPEN_GROUP.sub("", named)
    alone = word_count(named) < 2 or is_generic(label)
    if not _is_group(named) or (alone and not counted):
        return ""
    if named.endswith(" data"):
        named = f"kinds of {named}"
    owned = _OWNED.match(named)
    if owned:
        return f"What are {owned['owner']} {number_word(count)} {owned['rest']}?"
    return f"What are {'the ' if definite else ''}{number_word(count)} {named}?"


_OWNED = re.compile(r"(?P<owner>[\w.]+(?: [\w.]+)?['’]s) (?P<rest>\S.*)")
"""`Porter's forces`."""


_COUNTED = re.compile(
    r"^(?:the |there are |we have |these )?(?P<count>two|three|four|five|six|seven|eight|nine|ten|"
    r"\d)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_INTRODUCING = re.compile(
    r"^(?:here (?:are|is) |there are |these are |the following (?:are )?|following )?"
    r"(?:(?:some|several|many|various|different|all|a few|most)(?: of)? )?(?:the )?"
    r"(?:following )?",
    re.IGNORECASE,
)
INCLUDING = re.compile(
    r",? (?:include|includes|including|are|such as|like|would be|e\.g\.?)$", re.I
)
"""What says behind a label that its members follow."""
_OPEN_GROUP = re.compile(
    r"^(?:some|example|several|various|common|typical|possible|other|many) ", re.I
)


_OPEN_NO_GROUP = closed.PRONOUNS | closed.QUESTION_WORDS | closed.POSSESSIVES


def _is_group(label: str) -> bool:
    """`layers of the skin`, `cache policies`: a plural head, told apart by more than itself."""
    found = tokens(label)
    if not 1 <= len(found) <= 10 or re.search(r"[?(,;]|: ", label):
        return False
    if found[-1].lower in EMPTY_GROUPS:
        return False
    if found[0].lower in _OPEN_NO_GROUP:
        return False
    tagged = [tag(token) for token in found]
    head = next((at for at in range(len(found)) if _ends_a_head(tagged, at)), len(found))
    if any(word.lower in closed.RELATIVES for word in tagged[:head]):
        return False
    if tagged[0].may("EX") and not tagged[0].may("NA") and len(tagged) > 1 and tagged[1].may("D"):
        return False
    verbal = imperative_base(_PRAISED.sub("", label)) or (
        tagged[0].may("V") and not tagged[0].may("NAX")
    )
    verbal = verbal and not (head == len(found) == _PAIR and found[-1].lower in _CLASSES)
    if head == 0 or verbal or any(word.may("BHMO") for word in tagged[:head]):
        return False
    if any(word.text in "/=" or word.lower in {"and", "or", "vs"} for word in tagged[:head]):
        return False
    named = found[head - 1]
    several = is_plural(named.lower) or _LETTERS.fullmatch(named.text) is not None
    return several and not any(word.may("Z") and not word.may("N") for word in tagged[:head])


EMPTY_GROUPS = frozenset("notes points things thoughts details links resources stuff".split())
"""Plurals that name no group."""


_PAIR = 2
"""Words of a label such as `Pull factors`, whose first is no verb there."""
_LETTERS = re.compile(r"[A-Z]s")
"""`the four Ps`."""
_PRAISED = re.compile(r"^(?:key|main|top|core|major|important|common|typical) ", re.IGNORECASE)


def _ends_a_head(tagged: Sequence[Tagged], at: int) -> bool:
    """A preposition, a relative or a participle behind a plural: `tricks used by magicians`."""
    word = tagged[at]
    if word.may("IT") and not word.may("N"):
        return True
    behind = at > 0 and is_plural(tagged[at - 1].lower)
    done = word.may("XG") and not word.may("NA") and at + 1 < len(tagged)
    tied = at + 1 < len(tagged) and tagged[at + 1].may("IT")
    done = done or (tied and word.may("A") and not word.may("N"))  # `tools available to all`
    return behind and (word.lower in closed.RELATIVES or done)
