"""Ask for what a label collects or introduces: problems, benefits, examples; the goal, the idea.

## Sleep deprivation
- Effects: poor memory, slow reactions, irritability
Q: What are three effects of sleep deprivation?
A: Poor memory; slow reactions; irritability

- Problems with monocultures: pests, soil exhaustion
Q: What are two problems with monocultures?
A: Pests; soil exhaustion

## Mitosis
- Four phases: prophase, metaphase, anaphase, telophase
Q: What are the four phases of mitosis?
A: Prophase; metaphase; anaphase; telophase

## Coral reefs
- Building materials: limestone, shell fragments
Q: What are two building materials?
A: Limestone; shell fragments

- Tools: hammers, chisels, etc.
no card

## Rye bread
- Drawbacks: dense crumb, short shelf life etc.
C: Drawbacks: dense crumb, {{c1::short shelf life::s… s… l…}} etc

## TinyDB
- Problems: torn pages, lost updates
Q: What are two problems that TinyDB addresses?
A: Torn pages; lost updates

## Crop rotation
- Goal: keep the soil fertile
Q: What is the goal of crop rotation?
A: To keep the soil fertile

## Scurvy
- Treatment: oranges, lemons, limes
Q: What three things does the treatment of scurvy include?
A: Oranges; lemons; limes

## Ponds
- Problem: algae grow as soon as the water is warm
- Solution: plant reeds along the shore
Q: What is the problem with ponds?
A: Algae grow as soon as the water is warm
Q: Problem: algae grow as soon as the water is warm. What is the solution?
A: Plant reeds along the shore

- Grice's maxims: quantity, quality, relation, manner
Q: What are Grice's four maxims?
A: Quantity; quality; relation; manner

## Ferries
- Problems: built into the hull, 12 of them
no card

## Masts
- Two parts: the lower mast, the topmast
Q: What are the two parts of masts?
A: The lower mast; the topmast

## Notes
- Pros: cheap, quick
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.imperatives import commanded
from flashcards.english.lists import is_open, number_word, split_list
from flashcards.english.normal import spell_out
from flashcards.english.sentences import sentences
from flashcards.english.stems import stems
from flashcards.english.tagging import is_common_word, tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.announcing import announced
from flashcards.passages.lists import MOST_AT_ONCE, as_group, list_cloze, list_reading, row_cloze
from flashcards.passages.names import capitalised
from flashcards.passages.passage import Passage
from flashcards.passages.roles import Attribute, Role, attribute_of, is_role, names_several, role_of
from flashcards.passages.terms import name_before

SCOPE = "bullet"

LONGEST_ANSWER = 25
LONGEST_SUBJECT = 6

_ONE = re.compile(
    r"^(?:the |main |key |core |central |basic |high-level )*(?P<noun>goal|aim|purpose|objective|"
    r"problem|challenge|drawback|limitation|disadvantage|downside|weakness|advantage|benefit|"
    r"strength|upside|idea|intuition|motivation|con|pro)(?P<of> (?:of|with|behind|for) .+)?$",
    re.IGNORECASE,
)
_PROPERTY = re.compile(
    r"^(?P<noun>(?:highest|largest|longest|deepest|oldest|biggest|smallest|tallest|official|"
    r"national|scientific|chemical|common|former|full) [a-z]+)(?P<of>)$",
    re.IGNORECASE,
)
_TIES = {
    "problem": "with", "idea": "behind", "intuition": "behind", "motivation": "for",
}  # fmt: skip
_FULL = {"con": "disadvantage", "pro": "advantage"}


def read(passage: Passage) -> Iterator[Reading]:
    if not passage.label:
        passage = _with_its_child(passage)
    if not passage.label:
        return
    reading = _several(passage) or _one(passage) or _solution(passage)
    if reading:
        yield reading


def _with_its_child(passage: Passage) -> Passage:
    """`Problem` over its only child, as `Problem: …`."""
    name = passage.text.strip().rstrip(":")
    only = passage.members[0] if len(passage.members) == 1 else None
    if only is None or only.children or only.form not in {"bullet", "step", "paragraph"}:
        return passage
    if not (_ONE.match(name) or _PROPERTY.match(name) or attribute_of(name)):
        return passage
    return passage.saying(f"{name}: {spell_out(only.text)}")


_SOLVING = re.compile(r"^(?:solution|fix|remedy|answer|approach|mitigation|workaround)s?$", re.I)
_ASKING = re.compile(r"^(?:the |main )*(?:problem|challenge|issue|difficulty|risk)s?$", re.I)
LONGEST_PROBLEM = 16


def _solution(passage: Passage) -> Reading | None:
    """`Solution: …` right after `Problem: …`."""
    before = passage.previous
    if before is None or before.bullet is passage.bullet or not _SOLVING.match(passage.label):
        return None
    problem, answer = before.body.strip().rstrip("."), passage.body.strip().rstrip(".")
    if not _ASKING.match(before.label) or not 3 <= word_count(problem) <= LONGEST_PROBLEM:
        return None
    if (
        max(len(sentences(before.body)), len(sentences(passage.body))) > 1
        or not 2 <= word_count(answer) <= LONGEST_ANSWER
    ):
        return None
    return Reading(f"Problem: {passage.lowered(problem)}. What is the solution?", answer)


def _several(passage: Passage) -> Reading | None:
    said = sentences(passage.body)
    items = split_list(said[0]) if said else None
    if items and (commanded(said[0]) or commanded(items[0])):
        return None
    if items is None or _RANGE.search(said[0]) or any(map(_is_remark, items)):
        return None
    extra = " ".join(said[1:])
    asked = announced(passage.saying(passage.label), len(items))
    if asked:
        return list_reading(asked, passage.label, items)
    role = role_of(passage.label)
    if role is not None and role.noun == "examples":
        return None  # any other example would be right, too
    attribute = attribute_of(passage.label)
    if attribute is not None:
        return _included(passage, attribute, items) if not is_open(said[0]) else None
    if role is not None and names_several(passage.label):
        whose = (
            passage.names.settled(role.of)
            or _addressing(passage, role.noun)
            or _default_subject(passage, role)
        )
        group = f"{role.asked} {whose}" if whose else ""
    else:
        group = _group(passage, items)
    if not group:
        return None
    if len(items) > MOST_AT_ONCE:
        cloze = list_cloze(capitalised(group), items)
        return Reading(cloze.question, cloze.answer, "cloze", extra) if cloze else None
    if is_open(said[0]):
        listed = said[0].rstrip(".")
        return None if extra else row_cloze(f"{capitalised(passage.label)}: ", listed, items, "")
    more = "of the " if extra else ""
    owner = re.match(r"[^ ]+['’]s? ", group)
    whose, what = (owner[0], group[owner.end() :]) if owner and not more else ("", group)
    asked = f"What are {whose}{number_word(len(items))} {more}{what}?"
    return Reading(_whose(asked, passage), "; ".join(items), extra=extra)


_COUNTED = re.compile(r"What are (?P<count>[a-z]+) (?P<parts>[a-z][a-z -]*)\?")


def _whose(asked: str, passage: Passage) -> str:
    """`What are four phases?` with the thing that has them, where one stands above."""
    found = _COUNTED.fullmatch(asked)
    counted = found is not None and passage.label.lower().startswith(found["count"])
    thing = passage.thing if counted else None
    parts = found["parts"] if found else ""
    if counted and " of " in parts:
        return _COUNTED.sub(r"What are the \g<count> \g<parts>?", asked)
    if thing is None or " of " in parts or stems(parts) & stems(thing.name):
        return asked
    kinds = re.fullmatch(r"(?:types|kinds|forms|classes|varieties|sorts|categories)", parts)
    name = re.sub(r"^(?:the|an?) ", "", thing.name) if kinds else thing.name
    return _COUNTED.sub(rf"What are the \g<count> \g<parts> of {name}?", asked)


def _included(passage: Passage, attribute: Attribute, items: list[str]) -> Reading | None:
    """`Treatment: fluids, rest, aspirin`."""
    above = "" if attribute.of or len(items) < FEWEST else _above(passage)
    of = attribute.of or (f"{attribute.tie} {above}" if above else "")
    if not of or len(items) < FEWEST:
        return None
    asked = f"What {number_word(len(items))} things does the {attribute.noun} {of} include?"
    return list_reading(asked, f"{capitalised(attribute.noun)} {of}", items)


def _is_remark(item: str) -> bool:
    """A question, `built into the hull`, `12 of them`: no member of a list."""
    found = tag_all(item)
    done = found[0].may("X") and not found[0].may("NA") and len(found) > 1 and found[1].may("I")
    return "?" in item or done or bool(_OF_THEM.search(item))


_OF_THEM = re.compile(r"\bof (?:them|these|those)$|^number of ", re.IGNORECASE)
FEWEST = 3
"""Items of a list; of two parts, one may only tell more of the other."""


_RANGE = re.compile(r"\bbetween [^,;]{1,30} and ")


def _group(passage: Passage, items: list[str]) -> str:
    """A label that is a plural of its own: `Building materials`, `Oil 3 colours`."""
    counted = _FIGURE.search(passage.label)
    if counted and int(counted[1]) != len(items):
        return ""
    label = _FIGURE.sub("", passage.label)
    found = tokens(label)
    if len(found) < 2 or is_role(label) or parse(label):
        return ""  # a lone plural may be anything: whom a line is about, a name that ends in s
    if passage.names.labels[label.lower()] > 1 or not is_common_word(found[-1].lower):
        return ""
    if found[-1].is_capitalised and not all(is_common_word(word.lower) for word in found):
        return ""  # `Madame de Villiers`
    if any(tag(tokens(item)[0]).may("IS") or "=" in item or parse(item) for item in items):
        return ""
    asked = as_group(label, passage.lowered(label), len(items))
    owner = rf"(?P<owner>[^ ]+['’]s? )?{number_word(len(items))} "
    return re.sub(rf"^What are (?:the )?{owner}|\?$", lambda told: told["owner"] or "", asked)


_FIGURE = re.compile(r"\b(\d) (?=[a-z]+s$)")
"""How many things a label announces."""


def _default_subject(passage: Passage, role: Role) -> str:
    """`of sleep deprivation`, from the parent's label or the talk's name."""
    above = _above(passage)
    return f"{role.tie} {above}" if above else ""


_ADDRESSED = frozenset("problems issues challenges difficulties problem challenge".split())


def _addressing(passage: Passage, noun: str) -> str:
    """`that TinyDB addresses`: the problems of a talk are those that its system is made for, not
    those that it has; unless an approach that has them was named before."""
    name = passage.topic.name
    system = passage.topic.kind == "system" and _above(passage) == name
    return f"that {name} addresses" if system and noun in _ADDRESSED else ""


def _above(passage: Passage) -> str:
    above = (
        name_before(passage)
        or passage.subject
        or (
            passage.names.lowered_title(passage.topic.name) if passage.topic.kind == "topic" else ""
        )
    )
    above = re.sub(r"^an? ", "", above)
    return above if word_count(above) <= LONGEST_SUBJECT and not re.search(r"[?$]", above) else ""


def _property(passage: Passage) -> tuple[str, str] | None:
    """`goal` and `of crop rotation`: what a label in the singular asks for, and of what."""
    attribute = attribute_of(passage.label)
    found = _ONE.match(passage.label) or _PROPERTY.match(passage.label)
    if attribute:
        noun, of, tie = attribute.noun, attribute.of, attribute.tie
    elif found:
        noun = found["noun"].lower()
        noun = _FULL.get(noun, noun)
        of = (found["of"] or "").strip() or _addressing(passage, noun)
        tie = _TIES.get(noun, "of")
    else:
        return None
    above = "" if of else _above(passage)
    return noun, of or (f"{tie} {above}" if above else "")


LONGEST_ONE = 20
"""Words of what a role in the singular is said to be."""


def _one(passage: Passage) -> Reading | None:
    """`Goal: keep the soil fertile`."""
    asked = _property(passage)
    said = sentences(passage.body)
    if asked is None or not 1 <= len(said) <= 2 or "$" in passage.label:
        return None
    noun, of = asked
    answer = said[0].rstrip(".")
    least = 2 if _ONE.match(noun) else 1
    if not of or not least <= word_count(answer) <= LONGEST_ANSWER or answer.endswith((":", "?")):
        return None
    if answer.count(", ") >= 2 or word_count(answer) > LONGEST_ONE:
        return None  # several things, whose number the question would have to tell
    if noun in {"goal", "aim", "purpose", "objective"} and commanded(answer):
        answer = f"to {answer[:1].lower()}{answer[1:]}"
    return Reading(f"What is the {noun} {of}?", answer, extra=" ".join(said[1:]))
