"""The stretches of a statement that could be hidden, each with what it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from flashcards import lazy_re as re
from flashcards.cloze.choices import CHOICES
from flashcards.cloze.phrases import Phrase, noun_phrases
from flashcards.cloze.statements import Statement
from flashcards.cloze.words import (
    EMPTY_ACTIONS,
    EVERYDAY_DEGREES,
    KINDS,
    SCALES,
    TAKES_TO,
    UNITS,
)
from flashcards.english import closed
from flashcards.english.everyday import GENERIC, VAGUE
from flashcards.english.initials import initials
from flashcards.english.lists import number_word
from flashcards.english.measures import MEASURE
from flashcards.english.questions import imperative_base
from flashcards.english.tagging import Tagged, is_common_word, is_plural, tag, tag_all
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.passages.passage import Passage
from flashcards.passages.signs import stands_for
from flashcards.passages.terms import stands_alone
from flashcards.passages.topics import is_generic, is_noun_phrase


class Candidate(NamedTuple):
    """A stretch of a statement's text."""

    start: int
    end: int
    trait: str
    """What it is: a key of `gaps.REASONS`."""
    hint: str = ""


def candidates(statement: Statement) -> Iterator[Candidate]:
    """All of them, in no order; many are of no use."""
    text = statement.text
    yield from _set_apart(statement)
    yield from _quantities(text)
    yield from _terms(text, statement.passage)
    yield from _degrees(statement)
    yield from _actions(text)
    yield from _ends(text)
    yield from _states(text)
    phrases = noun_phrases(text)
    yield from _lists(text, phrases)
    yield from _deeds(statement)
    for at, phrase in enumerate(phrases):
        following = phrases[at + 1] if at + 1 < len(phrases) else None
        yield from _of_phrase(statement, phrase, following)


_QUOTED = re.compile(r"[\"“]([^\"”]{3,40}?)[.,;]?[\"”]")


MOST_QUOTED = 3
"""Words of a quotation that is a term; a longer one is speech."""


def _set_apart(statement: Statement) -> Iterator[Candidate]:
    """What stands in bold, in italics, as code or in quotes; not a lone adverb."""
    text = statement.text
    for marked in statement.passage.marked("strong", "emphasis", "code"):
        at = text.find(marked)
        found = tokens(marked.strip("`*_.,;: "))
        lone = len(found) == 1 and not marked.startswith("`")
        if at < 0 or not found or (lone and not tag(found[0]).may("N#")):
            continue
        end = at + len(marked.rstrip(".,;: "))
        plural = re.match(r"e?s\b", text[end:])
        yield Candidate(at, end + (plural.end() if plural else 0), "marked")
    for quoted in _QUOTED.finditer(text):
        found = tokens(quoted[1])
        rare = not is_common_word(found[0].lower)
        if found[0].is_capitalised and tag(found[0]).may("PD"):
            continue  # `"That sounds sad"` is what somebody says
        if 1 < len(found) <= MOST_QUOTED or (len(found) == 1 and rare):
            yield Candidate(quoted.start(1), quoted.end(1), "marked")


_WITH_UNIT = re.compile(r"\d+(?:\.\d+)?[°A-Za-z]{1,4}")
_ENDS_IN_UNIT = re.compile(r"[%°A-Za-z]$|^[$€£]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTHS = "|".join(closed.MONTHS)
_WHOLE = rf"(?:\d{{1,2}} )?(?:{_MONTHS})\.?,? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(?:1\d|20)\d\d\b"
DATE = re.compile(rf"\b{_WHOLE}")
_DATED = re.compile(rf"\b(?:on|in|since|until|by|from|signed|founded|born|died) (?P<date>{_WHOLE})")
"""`30 January 1933`: a date is hidden as a whole or not at all."""
_BEFORE_YEAR = frozenset("in since until by from".split())


def _quantities(text: str) -> Iterator[Candidate]:
    """A number with its unit; of counted things only the number: `8` in `8 attention heads`."""
    for date in _DATED.finditer(text):
        yield Candidate(date.start("date"), date.end("date"), "quantity")
    found = tokens(text)
    measures = _measures(text)
    for at, token in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        spelled = token.lower in closed.NUMBER_WORDS and token.lower not in {"one", "zero"}
        if token.kind == "number" or spelled or _WITH_UNIT.fullmatch(token.text):
            before = found[at - 1].lower if at else ""
            for one in _quantity(token, before, following, found[at + 1 : at + 4]):
                yield _widened(one, measures)
    for start, end in measures:
        yield Candidate(start, end, "quantity")


def _measures(text: str) -> list[tuple[int, int]]:
    """The values that are more than a number and a word: `< 5 mg/dL`, `7 ± 2`, `37 °C`."""
    found = (one for one in MEASURE.finditer(text) if one["bound"] or _SIGNED.search(one[0]))
    return [one.span() for one in found]


_SIGNED = re.compile(r"[°±]|\w/\w")


def _widened(found: Candidate, measures: list[tuple[int, int]]) -> Candidate:
    """With the sign and the unit that belong to a number."""
    for start, end in measures:
        if start <= found.start and found.end <= end:
            return found._replace(start=start, end=end)
    return found


def _quantity(
    token: Token, before: str, following: Token | None, after: tuple[Token, ...]
) -> Iterator[Candidate]:
    if _ENDS_IN_UNIT.search(token.text) and any(letter.isdigit() for letter in token.text):
        scaled = following if following and following.lower in SCALES else token
        yield Candidate(token.start, scaled.end, "quantity")
    elif following and following.lower in UNITS and token.kind == "number":
        yield Candidate(token.start, following.end, "quantity")
        yield Candidate(token.start, token.end, "quantity")
    elif _are_counted(after):
        yield Candidate(token.start, token.end, "count")
    elif _YEAR.fullmatch(token.text) and before in _BEFORE_YEAR:
        yield Candidate(token.start, token.end, "quantity")


def _are_counted(following: tuple[Token, ...]) -> bool:
    """`identical layers`: a plural after at most two adjectives."""
    for token in following:
        if token.kind != "word" or token.lower in closed.FUNCTION_WORDS:
            return False
        if is_plural(token.lower) and tag(token).may("N"):
            return token.lower not in GENERIC
    return False


_TERM = re.compile(r"([^:;.!?|()]{3,50}?)(?::| [-–—]) (?=\S)")


LONGEST_TERM, LEAST_TOLD = 5, 6
"""Words of a term, and of the text that tells what it is."""


def _terms(text: str, passage: Passage) -> Iterator[Candidate]:
    """The term of `Stubborn delivery: a message is sent again and again`."""
    label = _TERM.match(text)
    if label is None or is_generic(label[1]) or label[1][-1].isdigit():
        return
    if label[0].endswith(" - ") and " " not in label[1] and not is_common_word(label[1]):
        return  # a speaker, in the notes of a talk
    told = word_count(text[label.end() :]) >= LEAST_TOLD
    if " " not in label[1] and is_common_word(label[1].lower()):
        return  # a role or a topic rather than a term
    if _is_advice(label[1]) or _is_no_name(label[1], text[label.end() :].rstrip("."), passage):
        return
    named = word_count(label[1]) <= LONGEST_TERM and is_noun_phrase(label[1])
    if told and named and stands_alone(label[1], passage):
        yield Candidate(0, len(label[1].rstrip()), "term")


_REMARKS = re.compile(r"(?:the same|only (?:an?|one|two|\d)) ", re.IGNORECASE)
"""What says how something compares, and leaves many names for it."""


def _is_no_name(label: str, told: str, passage: Passage) -> bool:
    return bool(_REMARKS.match(told)) or stands_for(label, told, passage)


_LATIN = frozenset("priori posteriori fortiori contrario".split())
"""After the `a` of a term."""


def _is_advice(label: str) -> bool:
    """`Stay active`, `The inner working`, `Apart from wool`, `A nice touch`: no term, but what to
    do or what it is about."""
    found = tag_all(label)
    if found[0].lower in {"the", "be", "your", "our", "my"}:
        return True
    after = found[1] if len(found) > 1 else None
    opened = after is not None and found[0].lower in {"a", "an"} and after.text.islower()
    if opened and after is not None and after.lower not in _LATIN:
        return True
    if any(word.lower in {"instead", "rather"} for word in found):
        return True
    if after is not None and found[0].may("A") and after.lower in closed.PREPOSITIONS - {"of"}:
        return True
    says_how = after is not None and (after.may("D") or after.may("A"))
    return says_how and imperative_base(label) is not None


_SUPPOSED = re.compile(r"\b(?:if|when|unless|because|while)\b[^,]*$", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:is|are|was|were|be|becomes?|remains?|gets?|stays?)(?: (?:often|usually|generally|much|"
    r"also|very|relatively|typically|quite|then))?\s$"
)


def _degrees(statement: Statement) -> Iterator[Candidate]:
    """One of a pair of opposites, where it is the news: not inside of a condition."""
    text = statement.text
    found = tokens(text)
    for at, token in enumerate(found):
        choice = CHOICES.get(token.text)
        before = text[: token.start]
        if choice is None or at == 0 or _SUPPOSED.search(before):
            continue
        compares = token.text.endswith("er") and token.text not in {"upper", "lower"}
        if compares and " than " not in text:
            continue  # larger than what?
        said = bool(_SAID.search(before)) and _is_news(found, at)
        beside = {other.lower for other in found if other is not token}
        telling = statement.clause is not None and token.text not in EVERYDAY_DEGREES
        if (said or telling) and beside.isdisjoint(choice.split()):
            yield Candidate(token.start, token.end, "degree", choice)


def _is_news(found: tuple[Token, ...], at: int) -> bool:
    """`is high`, `is higher than`; not `is high quality`."""
    after = found[at + 1] if at + 1 < len(found) else None
    return after is None or not tag(after).may("NA") or tag(after).may("I")


def _actions(text: str) -> Iterator[Candidate]:
    """A participle after a form of `be`: `sorted` in `the output is sorted by key`."""
    tagged = tag_all(text)
    for before, word in pairwise(tagged):
        acts = before.may("B") and word.may("X")
        telling = word.forms and not word.may("BHOD") and word.forms[0].base not in EMPTY_ACTIONS
        if acts and telling:
            yield Candidate(word.start, word.end, "action")


_END = re.compile(r"\b(?P<mark>to|by|without) (?P<end>[^,;:()]+?)(?=$|[,;(])")
LONGEST_END = 6
"""Words of a purpose or a means that is hidden as a whole."""


def _ends(text: str) -> Iterator[Candidate]:
    """`keep traffic moving` in `packets may go round to keep traffic moving`."""
    for match in _END.finditer(text):
        found = tag_all(match["end"])
        if not 2 <= len(found) <= LONGEST_END:
            continue
        opens = found[0].may("V" if match["mark"] == "to" else "G") and found[0].forms
        whole = not found[-1].may("IT") and not any(word.may("SPMB") for word in found)
        before = tokens(text[: match.start()])
        if opens and whole and before and before[-1].lower not in TAKES_TO:
            yield Candidate(match.start("end"), match.end("end"), "end")


_STATE = re.compile(
    r"\b(?:is|are|be|was|were|remains?) ([a-z-]+) (?:and|or|but) ([a-z-]+)(?=$|[,;.( ])"
)


_MARKED_STATE = re.compile(
    r"\b(?:is|are|was|were|remains?) (?P<state>(?P<how>[a-z]{3,}ly) (?P<what>[a-z-]{4,}))"
    r"(?=$|[,;.(])"
)
"""`selectively permeable`, at the end of a statement."""
_HEDGES = closed.DEGREE_ADVERBS | frozenset(
    "highly extremely relatively fairly completely entirely totally fully absolutely truly "
    "increasingly particularly especially incredibly surprisingly equally nearly widely".split()
)
_QUALITY = re.compile(
    r"\b(?:is|are|was|were|be|remains?|becomes?) (?:(?:[a-z]+ly|not|also) )?([a-z][a-z-]+)"
    r"(?=$|[,;.]| (?:to|for|in|on|with|by|because|when|if|as|at|under|and)\b)"
)


def _states(text: str) -> Iterator[Candidate]:
    """`isolated and protected`, `tail-tolerant` after a form of `be`."""
    for match in _QUALITY.finditer(text):
        word = tag(tokens(match[1])[0])
        if word.may("A") and not word.may("NGDPR") and match[1] not in CHOICES:
            yield Candidate(match.start(1), match.end(1), "quality")
    for match in _MARKED_STATE.finditer(text):
        word = tokens(match["what"])[0]
        if match["how"] not in _HEDGES and word.may("XA") and not word.may("GDPR"):
            yield Candidate(
                match.start("state"), match.end("state"), "state", initials(match["state"])
            )
    for match in _STATE.finditer(text):
        words = [tag(tokens(word)[0]) for word in match.groups()]
        if all(word.may("XA") and not word.may("DPR") for word in words):
            yield Candidate(match.start(1), match.end(2), "state", "two words")


_LIST_ENDS = frozenset(["", ",", ".", ";", "(", "because", "when", "if", "while"])
_NO_LIST_AFTER = frozenset([",", "and", "or", "like", "including", "between"])
_JOINT = re.compile(r",? (?:and |or )?(?:the |a |an )?")
MOST_LISTED = 4


def _lists(text: str, phrases: tuple[Phrase, ...]) -> Iterator[Candidate]:
    """Two to four phrases in a row, hidden together: `stacks, queues and heaps`."""
    at = 0
    while at < len(phrases):
        last = at
        joints = []
        while last + 1 < len(phrases):
            between = text[phrases[last].end : phrases[last + 1].start]
            if between == " " or not _JOINT.fullmatch(between):
                break
            joints.append(between)
            last += 1
        closed_list = bool(joints) and bool(re.search(r"\b(?:and|or)\b", joints[-1]))
        apposition = len(joints) == 1 and joints[0].startswith(",")
        doing = {bool(p.words[0].may("G") and p.words[0].forms) for p in phrases[at : last + 1]}
        sound = (
            len(doing) == 1
            and phrases[last].after in _LIST_ENDS
            and phrases[at].before not in _NO_LIST_AFTER
        )
        if closed_list and not apposition and sound and len(joints) < MOST_LISTED:
            count = number_word(len(joints) + 1)
            yield Candidate(phrases[at].start, phrases[last].end, "list", f"{count} things")
        at = last + 1


_ROW_OF_DEEDS = re.compile(r"(?:[a-z]+, ){1,2}[a-z]+,? and [a-z]+\b|[a-z]+ and [a-z]+\b")


def _deeds(statement: Statement) -> Iterator[Candidate]:
    """`modifies, sorts and packages` before an object: what a thing does, in a row."""
    for match in _ROW_OF_DEEDS.finditer(statement.text):
        found = [
            token for token in tokens(match[0]) if token.kind == "word" and token.lower != "and"
        ]
        after = tokens(statement.text[match.end() :])[:1]
        object_ = bool(after) and after[0].may("NAD") and not after[0].may("I")
        sure = any(token.verbness > 1 for token in found)
        if match.start() and object_ and sure and all(token.may("Z") for token in found):
            count = number_word(len(found))
            yield Candidate(match.start(), match.end(), "list", f"{count} things it does")


_MEANS = frozenset("via by through using because into without instead than as from due".split())


def _of_phrase(
    statement: Statement, phrase: Phrase, following: Phrase | None
) -> Iterator[Candidate]:
    """The phrase; with what `of` ties to it; and without the noun that names its kind."""
    if _may_hold_verb(phrase):
        return
    trait = "name" if _is_name(statement, phrase) else _part(statement, phrase)
    yield Candidate(_past_vague(phrase), phrase.end, trait)
    between = statement.text[phrase.end : following.start].split() if following else []
    if following and between[:1] == ["of"] and len(between) <= 2:
        yield Candidate(_past_vague(phrase), following.end, trait)
    told_apart = 2 <= len(phrase.words) <= 3 and phrase.words[-1].lower in KINDS
    if told_apart and trait in {"object", "complement", "means", "place"}:
        yield Candidate(phrase.start, phrase.words[-2].end, "kind")


def _past_vague(phrase: Phrase) -> int:
    """Where the phrase begins without adjectives that tell nothing: `routine` in `new routine`."""
    telling = (word for word in phrase.words[:-1] if word.lower not in VAGUE)
    return next(telling, phrase.words[-1]).start


_NAMED = re.compile(
    r"\b(?:known as|referred to as|called|dubbed|termed|named) (?:the |an? )?$", re.I
)


def _part(statement: Statement, phrase: Phrase) -> str:
    """What part the phrase plays, by the word it hangs on."""
    if not phrase.before:
        return "subject"
    before = _tagged(phrase.before)
    if phrase.end <= statement.subject_end and not before.may("I"):
        return "subject"
    if before.may("B"):
        return "complement"
    if _NAMED.search(statement.text[: phrase.start]):
        return "naming"
    if phrase.before in _MEANS:
        return "means"
    if before.may("I"):
        return "place"
    return "object" if before.forms else "subject"


def _tagged(word: str) -> Tagged:
    return tag(tokens(word)[0])


def _is_name(statement: Statement, phrase: Phrase) -> bool:
    """Whether all its words are capitalised names; the first word of a text says nothing."""
    telling = [word.token for word in phrase.words if word.start > 0]
    names = statement.passage.names
    return bool(telling) and all(names.is_name(token) for token in telling)


def _lacks_a_comma(phrase: Phrase) -> bool:
    """`meanings contexts`: two plurals are hardly one phrase."""
    plural = [word.may("N") and not word.is_name and is_plural(word.lower) for word in phrase.words]
    return any(one and two for one, two in pairwise(plural))


def _may_be_misspelt(last: Tagged, after: str) -> bool:
    """`peforms significantly better`: a word that no dictionary has, before an adverb."""
    unknown = not last.forms and last.lower.endswith(("s", "ed")) and not last.is_name
    return unknown and after.endswith("ly") and not is_common_word(last.lower)


_AFTER_A_NOUN = closed.AUXILIARIES | closed.COORDINATORS | frozenset("of which who".split())


def _may_hold_verb(phrase: Phrase) -> bool:
    """`the source code looks` and `the state result in`: the last word may be the verb."""
    if len(phrase.words) < 2:
        return False
    first, last = phrase.words[0], phrase.words[-1]
    opens = any(form.tag in "VG" and form.usual in "Vv" for form in first.forms)
    past = phrase.start == 0 and first.may("EX") and not first.may("A")
    if (opens and not first.may("A")) or past or _lacks_a_comma(phrase):
        return True
    finite = any(form.tag in "VZE" for form in last.forms) or _may_be_misspelt(last, phrase.after)
    return finite and phrase.after[:1].isalpha() and phrase.after not in _AFTER_A_NOUN
