"""How to ask for what stands below a label that names no group: ways, steps, deeds, parts."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english.clauses import subject_is_plural
from flashcards.english.lists import number_word
from flashcards.english.questions import imperative_base, one_of
from flashcards.english.tagging import Tagged, is_plural, tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.passages.alike import are_actions
from flashcards.passages.lists import INCLUDING, Member, is_plain_name
from flashcards.passages.passage import Passage
from flashcards.passages.roles import is_role
from flashcards.passages.topics import is_generic, is_noun_phrase


def ways(label: str, passage: Passage, found: list[Member]) -> str:
    """The question for `Preventing scurvy` over things to do, or for `Access control` over its
    parts; or nothing."""
    if is_generic(label) or not 1 <= word_count(label) <= 6 or is_role(label):
        return ""
    number = number_word(len(found))
    plain = passage.names.lowered_title(label) if passage.heading else passage.lowered(label)
    words = tokens(label)
    step = _STEP.match(label)
    if step and are_actions(found):
        return f"What {number} things are done in {step['which'].lower()}, “{step['name']}”?"
    if all(_does(member.text) for member in found):
        return _doings(label, plain, passage, found)
    if not are_actions(found):
        return _parts(label, plain, passage, found)
    if _PROCESS.search(label) and not is_plural(label):
        return f"What are the {number} steps of the {re.sub('^the ', '', plain)}?"
    if len(words) > 1 and tag(words[0]).may("G") and not tag(words[1]).may("IS"):
        return f"What are {number} ways of {plain}?"
    if _ACTIVITY.match(label) and all(imperative_base(member.text) for member in found):
        return f"What {number} things are done in {plain}?"
    if imperative_base(label) and all(imperative_base(member.text) for member in found):
        return f"What {number} things do you do to {plain}?"
    how = re.match(r"(?:how )?to \w", plain)
    if how:
        return f"What {number} things do you do to {plain[how.end() - 1 :]}?"
    return ""


_WHOLE = re.compile(
    r"\b(?:test|theory|model|framework|hierarchy|triad|tetrad|pentad|cycle|pyramid|view|doctrine|"
    r"scale|mix|matrix|trilogy|trinity|typology|continuum|spectrum)"
    r"(?: of [\w ]+)?(?: \([^()]*\))?$",
    re.IGNORECASE,
)
"""Names of what somebody made up of parts, whatever their form."""
_ACTIVITY = re.compile(
    r"^(?:[\w-]+ ){0,2}[\w-]+(?:tion|sion|ment|sis|very|ance|ysis|enance|eting|ning|dling)$",
    re.IGNORECASE,
)
"""What is done in the things to do below it: `Containment`."""
_STEP = re.compile(
    r"^(?P<which>(?:step|stage|phase) \d\d?)(?:\s*[-–—:]|\.)\s+(?P<name>\S.*)$", re.IGNORECASE
)
_PROCESS = re.compile(
    r"\b(?:method|process|procedure|workflow|pipeline|protocol|routine|algorithm|plan|recipe|drill)$",
    re.IGNORECASE,
)
"""Names of what is done in steps."""


def _does(text: str) -> bool:
    """`Raises the pressure`: says what the label does."""
    words = tag_all(text)
    return len(words) > 1 and words[0].may("Z") and words[1].may("DPNA.")


def _doings(label: str, plain: str, passage: Passage, found: list[Member]) -> str:
    words = tag_all(label)
    if passage.heading is not None or not is_noun_phrase(label) or subject_is_plural(words):
        return ""
    return f"What {number_word(len(found))} things does {one_of(plain)} do?"


def _is_command(first: Tagged, passage: Passage) -> bool:
    """`Capture video` beside `Capture the whole image`."""
    beside = passage.bullet.parent.children if passage.bullet.parent else passage.around(_NEAR)
    bases = {form.base for form in first.forms if form.tag == "V"}
    return any(imperative_base(other.text) in bases for other in beside[:_MOST])


_NEAR, _MOST = 4, 12


def _parts(label: str, plain: str, passage: Passage, found: list[Member]) -> str:
    """`Vascular system` over nouns: what it includes."""
    words = tag_all(label)
    sure = len(words) > 1 and is_plain_name(label) and is_noun_phrase(label)
    verbal = any(word.may("VZBHMO") and not word.may("NA") for word in words)
    sure = sure and not re.search(r"\d|\w\. ", label) and not INCLUDING.search(label)
    if (
        passage.bullet.form == "paragraph"
        or passage.heading is not None
        or not sure
        or verbal
        or subject_is_plural(words)
    ):
        return ""
    if _is_command(words[0], passage):
        return ""
    pairs = sum(bool(re.search(r": | [-–—=] ", member.text)) for member in passage.members)
    if pairs * 2 >= len(found):
        return ""
    made_up = bool(_WHOLE.search(label))
    if not all((made_up or is_plain_name(m.text)) and word_count(m.text) <= 5 for m in found):
        return ""
    whole = one_of(plain)
    if whole == plain and words[-1].token.text.islower() and words[0].token.is_name:
        whole = f"the {plain}"
    return f"What {number_word(len(found))} things does {whole} include?"
