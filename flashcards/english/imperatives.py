"""Instructions: the verb that one opens with, and what one does by it, `running it`."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english.closed import DEGREE_ADVERBS
from flashcards.english.questions import gerund, imperative_base
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
    adverb, rest = _behind_adverb(text.strip())
    base = imperative_base(rest)
    if base is None:
        return text
    start = len(rest.split(None, 1)[0])
    return f"{adverb}{gerund(base)}{_joined(rest[start:])}"


def as_means(text: str) -> str:
    """An instruction as a way of doing something else; other texts stay as they are.

    >>> as_means("Bake a sample"), as_means("A sample")
    ('by baking a sample', 'A sample')
    """
    return f"by {as_gerund(text)}" if commanded(text) else text


def _joined(text: str) -> str:
    """The instructions that follow: `… and taste it`."""
    parts, start = [], 0
    for joint in _JOINT.finditer(text):
        following = text[joint.end() :]
        base = imperative_base(following)
        if base is None or following.split(None, 1)[0].lower() != base:
            continue
        if joint[0] in (", ", "; ") and not _has_object(following):
            continue
        parts += [text[start : joint.end()], gerund(base)]
        start = joint.end() + len(base)
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
