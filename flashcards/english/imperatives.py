"""Instructions: the verb that one opens with, and what one does by it, `running it`."""

from __future__ import annotations

from collections.abc import Callable

from flashcards import lazy_re as re
from flashcards.english.closed import DEGREE_ADVERBS
from flashcards.english.questions import (
    gerund,
    imperative_base,
    third_person,
    third_person_start,
)
from flashcards.english.tokens import tokens

_JOINT = re.compile(r"(?:[,;] (?:and |then |and then |or )?| and then | and | or | then )(?=[a-z])")


def commanded(text: str) -> str | None:
    """The base verb of an instruction, also behind an adverb: `Repeatedly pull the dough`.

    >>> commanded("Repeatedly pull the dough"), commanded("Report card")
    ('pull', None)
    """
    rest = _behind_adverb(text)[1]
    return None if "-" in rest.split(" ", 1)[0] else imperative_base(rest)


def as_gerund(text: str) -> str:
    """An instruction as an activity.

    >>> as_gerund("Bake a sample and taste it when possible")
    'baking a sample and tasting it when possible'
    >>> as_gerund("Only use what is known")
    'only using what is known'
    """
    return _turned(text, _commanded_first, gerund)


def as_means(text: str) -> str:
    """An instruction as a way of doing something else; other texts stay as they are.

    >>> as_means("Bake a sample"), as_means("A sample")
    ('by baking a sample', 'A sample')
    """
    return f"by {as_gerund(text)}" if commanded(text) else text


def as_deed(text: str, *, plural: bool) -> str:
    """What one thing or several do, whose verbs agree with them.

    >>> as_deed("Carries oxygen, feeds cells, and removes the waste", plural=True)
    'carry oxygen, feed cells, and remove the waste'
    >>> as_deed("List the records and sort them", plural=False)
    'lists the records and sorts them'
    """
    if plural:
        found = tokens(text)
        form = next((form for form in found[0].forms if form.tag == "Z"), None) if found else None
        if form is not None and _third_person_first(text) is None:
            return f"{form.base}{_joined(text[found[0].end :], _third_person_first, str)}"
        return _turned(text, _third_person_first, str)
    return _turned(text, _commanded_first, third_person)


def _turned(text: str, verb_of: Callable[[str], str | None], form: Callable[[str], str]) -> str:
    """The text with another form of the verb that opens it, and of those that follow."""
    adverb, rest = _behind_adverb(text.strip())
    base = verb_of(rest)
    if base is None:
        return text
    start = len(rest.split(None, 1)[0])
    return f"{adverb}{form(base)}{_joined(rest[start:], verb_of, form)}"


def _commanded_first(text: str) -> str | None:
    return imperative_base(text)


def _third_person_first(text: str) -> str | None:
    """The base of a third person that opens a text, and has an object there."""
    found = tokens(text)[:2]
    form = next((form for form in found[0].forms if form.tag == "Z"), None) if found else None
    if form is None or (form.usual not in "Vv" and third_person_start(text) is None):
        return None
    return form.base if len(found) == 1 or not found[1].may("BHM.") else None


def _joined(text: str, verb_of: Callable[[str], str | None], form: Callable[[str], str]) -> str:
    """The deeds that follow: `… and taste it`."""
    parts, start = [], 0
    for joint in _JOINT.finditer(text):
        following = text[joint.end() :]
        base = verb_of(following)
        written = following.split(None, 1)[0] if following.strip() else ""
        if base is None or (verb_of is _commanded_first and written.lower() != base):
            continue
        if joint[0] in (", ", "; ") and verb_of is _commanded_first and not _has_object(following):
            continue
        parts += [text[start : joint.end()], form(base)]
        start = joint.end() + len(written)
    return "".join(parts) + text[start:]


def _has_object(text: str) -> bool:
    following = tokens(text)[1:2]
    return bool(following) and following[0].lower in {"the", "a", "an", "it", "them", "all", "its"}


def _behind_adverb(text: str) -> tuple[str, str]:
    """An opening adverb with its space, in lower case, and the rest."""
    first, _, rest = text.partition(" ")
    word = first.lower()
    if rest and (word in DEGREE_ADVERBS or (word.endswith("ly") and len(word) > 4)):
        return word + " ", rest
    return "", text
