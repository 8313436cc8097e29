"""What a bullet states, as texts that can stand on a card of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from flashcards import lazy_re as re
from flashcards.cloze.referents import dangles, with_referents
from flashcards.cloze.wanting import is_wanting
from flashcards.cloze.worth import is_chatter, is_prose, is_reference
from flashcards.english import closed
from flashcards.english.clauses import Clause, parse, subject_is_plural
from flashcards.english.imperatives import as_deed
from flashcards.english.kin import parts
from flashcards.english.normal import without_opening
from flashcards.english.questions import imperative_base, one_of, third_person_start
from flashcards.english.stems import stem, stems, tells
from flashcards.english.tagging import Tagged, is_common_word, tag, tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.passages.facts import tells_of_a_kind
from flashcards.passages.names import capitalised, is_title
from flashcards.passages.parting import PLACE_IN_A_BOOK, sentence_passages
from flashcards.passages.passage import Passage
from flashcards.passages.roles import is_role, role_of
from flashcards.passages.topics import is_generic, is_noun_phrase, label_of, without_bracket

SHORTEST, LONGEST = 4, 28
"""Words of a statement that makes a fair cloze."""
SHORTEST_ROW = 2
"""Words of a row that signs join: `demand ↑ -> price ↑`."""
LONG = 24
"""Words above which a statement is cut, where it can be (C8)."""
SHORTEST_QUANTITY = 2
"""Words of one with a number in it: `68% water`, where the context says of what."""


@dataclass(frozen=True)
class Statement:
    """A text to make a gap in."""

    lead: str
    """What says which part of the note it belongs to, with its colon and space; or empty."""
    text: str
    passage: Passage
    told: frozenset[str]
    """Stems of the words that the context line shows already."""
    clause: Clause | None
    """The text taken apart, where its verb is certain."""
    sound: bool
    """Whether it has a verb: a sentence or a command, no fragment."""
    source: str
    """The whole bullet that it is taken from."""
    cue: str = ""
    """What it is about, with a colon and space, where it lacks its subject: only to be shown."""

    @cached_property
    def is_idle(self) -> bool:
        """Whether it is a pointer, an opinion or a citation, of which no words are worth hiding.
        This takes long to find out, so it is asked last."""
        return is_reference(self.source) or is_chatter(_bare(self.passage.text))

    @cached_property
    def tells_of_a_kind(self) -> bool:
        """Whether it says something of a kind of thing or of a name, which pins much alone."""
        return self.clause is not None and tells_of_a_kind(self.passage, self.clause)

    @cached_property
    def stemmed(self) -> tuple[tuple[int, int, str], ...]:
        """The places and stems of its content words."""
        return tuple(
            (token.start, token.end, stem(token.lower))
            for token in tokens(self.text)
            if tells(token)
        )

    @cached_property
    def subject_end(self) -> int:
        """Where the subject ends in the text; 0 where it is not certain."""
        if self.clause is None:
            return 0
        at = self.text.find(self.clause.subject, len(self.clause.lead))
        return at + len(self.clause.subject) if at >= 0 else 0


@lru_cache(maxsize=16)
def statements(whole: Passage) -> tuple[Statement, ...]:
    """The sentences of a bullet that a learner understands without the note, in order."""
    told = parts(" ".join(whole.context))
    found = []
    for lead, text, passage in _standing(whole, is_prose, least=SHORTEST):
        sound = is_sentence(text)
        if is_title(text) or _hangs_on(whole, text):
            continue
        if not sound and (whole.bullet.children or not _says_enough(text)):
            continue
        if lead or _has_its_subject(whole, text, sound=sound):
            cue = "" if lead else _missing_subject(whole, text)
            if cue and subject_is_plural(tag_all(cue)):
                text = capitalised(as_deed(text, plural=True))
            found.append(
                Statement(
                    lead=lead,
                    text=text,
                    passage=passage,
                    told=told,
                    clause=parse(text),
                    sound=sound,
                    source=whole.text,
                    cue=cue,
                )
            )
    return tuple(found)


class Row(NamedTuple):
    """A sentence that is no prose, but of a form that can stand alone."""

    lead: str
    """As of a statement."""
    text: str
    named: bool
    """Whether its lead or the context line names what it is about."""


def rows(whole: Passage, is_row: Callable[[str], bool]) -> Iterator[Row]:
    """The sentences of a bullet that have a form of their own, in order."""
    for lead, text, passage in _standing(whole, is_row, least=SHORTEST_ROW):
        if is_row(text) and not is_reference(whole.text) and not is_chatter(_bare(passage.text)):
            yield Row(lead, text, bool(lead) or _has_its_subject(whole, text, sound=False))


def _standing(
    whole: Passage, fits: Callable[[str], bool], *, least: int
) -> Iterator[tuple[str, str, Passage]]:
    """The sentences of a bullet that can stand on a card, behind their leads."""
    if _NUMBERED.fullmatch(whole.label) or _is_example(whole):
        return
    if not whole.context:
        return  # nothing would say what it is about
    if _is_of_an_unnamed_case(whole):
        return
    if whole.text.startswith("(") and whole.text.find(")") == len(whole.text.rstrip(".")) - 1:
        whole = whole.saying(whole.text.strip("(). "))
    for at, passage in enumerate(sentence_passages(whole)):
        text = _alone(passage, fits, least) if passage.text in whole.text else ""
        if text and not (_is_inner_step(whole) and imperative_base(text)):
            yield _lead(whole, text, opening=at == 0), text, passage


_NUMBERED = re.compile(r"(?:experiment|exp|test|trial|run|case|example|figure|table) ?\d+", re.I)
"""A label that numbers what only the note shows."""


def _is_of_an_unnamed_case(whole: Passage) -> bool:
    """Whether it stands below `Verdict` or `Court reversed the ruling`, and the context line does
    not say in which case."""
    bullet = whole.bullet
    above = [*(one.text for one in bullet.headings), *(one.text for one in bullet.ancestors[::-1])]
    if not above or any(map(_PARTIES.search, whole.context)):
        return False
    label = above[-1].strip(" :.")
    if _DECISION.fullmatch(label):
        return any(_COURT.search(one.text) for one in whole.note.bullets)
    return bool(_OF_A_CASE.fullmatch(label))


_OF_A_CASE = re.compile(
    r"(?:the )?(?:case|case facts|ruling|holding|judge?ment|verdict|appeal)|"
    r".*\b(?:court|judge|jury|appeal)s?\b.*\b(?:overturned|affirmed|reversed|ruled|held|dismissed)\b.*",
    re.IGNORECASE,
)
_DECISION = re.compile(r"(?:the )?(?:decision|facts)", re.IGNORECASE)
_COURT = re.compile(
    r"\b(?:plaintiff|defendant|appellant|trial judge|court of appeal)s?\b", re.IGNORECASE
)
"""Who is heard where cases are decided; elsewhere a decision is one of the writer's own."""
_PARTIES = re.compile(r"\bv\.? [A-Z]|\b(?:In re|Ex parte)\b")
"""What names a case."""


_EXAMPLE = re.compile(r"\W*(?:e\.?g\b|for (?:example|instance)\b|examples?:)", re.IGNORECASE)


def _is_example(whole: Passage) -> bool:
    """Whether a bullet is an example, or stands below `E.g.`: of what, the card would not say."""
    parent = whole.bullet.parent
    above = parent.text if parent else ""
    below = above.lower().strip(" .:") in {"e.g", "eg", "example", "examples", "for example"}
    return below or bool(_EXAMPLE.match(whole.bullet.text))


def _is_inner_step(whole: Passage) -> bool:
    """Whether it is a step of a step: of which procedure, no context line has the room to say."""
    parent = whole.bullet.parent
    return parent is not None and whole.bullet.form == parent.form == "step"


def _has_its_subject(whole: Passage, text: str, *, sound: bool) -> bool:
    """Whether the text, or the context line, names what it is about: `Helps users connect` does
    not, below a label that the line leaves out."""
    parent = whole.bullet.parent
    if _UNSAID.match(text):
        return False
    if parent is None or (sound and not third_person_start(text)):
        return True
    name = label_of(parent)
    return bool(name) and not is_role(name) and _is_named(name, whole, text)


_UNSAID = re.compile(r"(?:Can|Could|May|Might|Has|Had|Have to|Needs? to)\b")
"""How a sentence opens whose subject is missing, and seldom what the heading names."""


_HANGS = re.compile(
    r"(?:because|since|so that|due to|are|is|was|were|do|does|did|can|could|should) ", re.IGNORECASE
)
"""How a reason opens, or a question, behind a label: `Meadows: because the tide reaches them`."""
_BEFORE_EXAMPLE = re.compile(r"(?:for (?:example|instance)|e\.g\.),? *$", re.IGNORECASE)


def _hangs_on(whole: Passage, text: str) -> bool:
    """Whether a text leans on one that the card does not show: a reason behind a label, an example
    that is no statement, the solution of a problem that stands above."""
    _, colon, body = text.partition(": ")
    if colon and _HANGS.match(body) and "," not in body:
        return True
    at = whole.text.lower().find(text[:20].lower())
    if at > 0 and _BEFORE_EXAMPLE.search(whole.text, max(0, at - 20), at) and not parse(text):
        return True
    parent = whole.bullet.parent
    solves = whole.label.lower() in _SOLVING and parent is not None
    return solves and label_of(parent) not in whole.context if parent else False


_SOLVING = frozenset("solution fix answer workaround remedy cure".split())


def is_sentence(text: str) -> bool:
    """Whether a text is a statement or a command; after a label, whether the rest of it is."""
    body = text.partition(": ")[2] or text
    if _UNFINISHED.match(body) and "," not in body:
        return False
    if any(
        parse(part) or imperative_base(part) or third_person_start(part) for part in (text, body)
    ):
        return True
    tagged = tag_all(body)
    return any(_follows_its_subject(tagged, at) for at in range(1, len(tagged) - 1)) or any(
        word.may("BHM")
        or (word.forms and not word.may("NA") and any(f.tag in "ZE" for f in word.forms))
        for word in tagged
    )


def _follows_its_subject(tagged: Sequence[Tagged], at: int) -> bool:
    """`use` in `both parts use six layers`: mostly a verb, between a noun and a determiner."""
    mostly = any(form.tag == "V" and form.usual in "Vv" for form in tagged[at].forms)
    return mostly and tagged[at - 1].may("N") and tagged[at + 1].may("D#")


_UNFINISHED = re.compile(
    r"^(?:while|when|if|because|since|although|similar to|where|which|that|unless|as|by|"
    r"through|in order|in response)\b",
    re.IGNORECASE,
)
"""How a clause opens that hangs on another one."""
_OUTLINE = re.compile(
    r"^(?:how|why|what|when|where|who|which|whether|the (?:fundamentals|basics|overall|structure|"
    r"concept|idea|use|role|importance|need|history)|overview|introduction|intro|architectures?|"
    r"visuali[sz]ation|illustration|comparison|examples?|summary|list|discussion|presentation|"
    r"questions?|thoughts|notes|more|various|other|different|some|several|many|lots?|future|"
    r"pretty|standard|understanding|learning|exploring|studying|getting|looking|first|second|"
    r"third|nice|same)\b",
    re.IGNORECASE,
)
"""How a line of an outline opens, which names a subject and says nothing about it."""


def _says_enough(text: str) -> bool:
    """Whether a text without a verb tells something: a relation, and words enough to pin it."""
    related = any(token.lower in closed.PREPOSITIONS for token in tokens(text)) or ": " in text
    if _UNFINISHED.match(text):
        return False
    if word_count(text) < SHORTEST:
        return not _OUTLINE.match(text)
    return related and len(stems(text)) >= 3 and not _OUTLINE.match(text)


def _alone(passage: Passage, fits: Callable[[str], bool], least: int) -> str:
    """The sentence with its referents named and its asides cut; empty where it cannot stand."""
    bare = _bare(passage.text)
    if passage.bullet.form == "step" and _YOURS.search(bare):
        return ""
    if not fits(bare):
        return ""
    bare = _with_its_subject(passage, bare)
    text = without_opening(with_referents(passage.saying(bare)), _ANSWER)
    if word_count(text) > LONG or dangles(text):
        text = _shortened(text) or text
    shortest = SHORTEST_QUANTITY if any(letter.isdigit() for letter in text) else least
    if not shortest <= word_count(text) <= LONGEST or text.endswith(":") or dangles(text):
        return ""
    return "" if is_wanting(text) else capitalised(text)


_CAN = re.compile(
    r"(?:can|could|may|might|must|should|will|cannot|can['’]t) (?:\w+ly )?(?P<verb>\w+)"
)


def _with_its_subject(passage: Passage, text: str) -> str:
    """`Receives images` below `Encoder` as `The encoder receives images`, where that is certain."""
    subject = one_of(passage.subject)
    lowered = passage.lowered(text)
    activity = passage.subject.endswith("ing")
    if activity or is_role(passage.subject) or not _is_one_thing(subject):
        return text
    if stems(subject) & stems(text):
        return text
    plural = subject_is_plural(tag_all(subject))
    can = _CAN.match(lowered)
    able = bool(can and tag(tokens(can["verb"])[0]).may("V"))
    if able or (third_person_start(text) and not plural):
        return capitalised(f"{subject} {lowered}")
    return text


def _is_one_thing(subject: str) -> bool:
    """Whether a subject names one thing that does something: no mass, no role, no two in one."""
    found = tokens(subject)
    if not found or len(found) > LONGEST_LEAD:
        return False
    named = sum(token.is_name and token.text.isupper() for token in found) < 2
    known = found[0].lower in closed.DETERMINERS or not is_common_word(found[-1].lower)
    return named and (known or any(token.is_name for token in found))


_YOURS = re.compile(r"\byour\b", re.IGNORECASE)
"""What a numbered instruction says of the reader's own things is of the moment."""
_MARKERS = re.compile(
    r"^(?:(?:pp?g?\.?|pages?|slide|loc)\s?\d+(?:\s?[-–]\s?\d+)?\s*[:.)–-]\s*|"
    r"\(?\d{1,2}:\d\d(?::\d\d)?\)?\s*[-–:]?\s*|\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})\)\s+|[-–•*>→]\s+)",
    re.IGNORECASE,
)
_CONNECTIVES = re.compile(
    r"^(?:also|so(?! far)|then|thus|hence|therefore|however|moreover|specifically|in particular|"
    r"usually,|further|furthermore|firstly|"
    r"secondly|lastly|additionally|in addition|"
    r"besides|and|but|or|yet|still|as a result|consequently|in fact|indeed|note(?: that)?:?|"
    r"notice that|importantly|that is|in other words|similarly|likewise|finally|overall|of course|"
    r"basically|essentially|it can be (?:shown|seen|argued) that|"
    r"remember that|recall that|e\.g\.|i\.e\.|for example|for instance|"
    r"as an example|that said|what['’]s more|"
    r"actually|interestingly|unfortunately|again|as such|otherwise|now|p\.?s\.?|tip:|afterwards?|"
    r"next|later|meanwhile|instead(?=[,:]))(?:\b|(?<=\.))[,:]?\s+",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"^(?:answer|a|q):\s+", re.IGNORECASE)
_REFERENCES = re.compile(
    r"\s*\((?:see|cf|fig|figure|table|sec|section|ch|chapter|pp?\.|page|eq|ref|source|from|via|"
    r"e\.g\."
    r" see|\d{4}|\[?\d+\]?\))[^()]*\)?|\s*\[\^?\d+(?:[,–-]\s?\d+)*\]|\s*\([^()]*\d{4}\)",
    re.IGNORECASE,
)


_TRAILING = re.compile(
    r"(?:,? (?:as well|too|for example|for instance)|,? (?:in|with|under|for) this (?:scheme|case|"
    r"way|approach|method|setting|context|mode|situation)|,? this way)[.]?$",
    re.IGNORECASE,
)


LONGEST_TRAILING = 40
"""Characters before the end of a text among which these words are looked for."""


@lru_cache(maxsize=16)
def _bare(text: str) -> str:
    """Without markers, connectives, references and the closing full stop."""
    text = without_opening(text.strip(), _MARKERS)
    text = without_opening(without_opening(text, _CONNECTIVES), _CONNECTIVES)
    if "(" in text or "[" in text:
        text = _REFERENCES.sub("", text)
    trailing = _TRAILING.search(text, max(0, len(text) - LONGEST_TRAILING))
    text = text[: trailing.start()] if trailing else text
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    return text.strip().rstrip(".;,!").strip()


_ASIDE = re.compile(r"\s*\([^()]*\)")
_TURNS = re.compile(
    r"(?:, (?:which|where|so|but|while|whereas|because|since|thus|thereby|although|as|e\.g\.|and|"
    r"who|i\.e\.|making|allowing|resulting|leading|such as|instead|rather)\b| which means |;|"
    r"\s[-–—]\s|: | but also |, \w+ing (?=to |the |an? |its |their |for )|"
    r" because | so that | while | whereas )"
)


def _shortened(text: str) -> str:
    """The main clause, or the sentence without its asides, if it is short and stands alone."""
    bare = _ASIDE.sub("", text)
    if word_count(bare) <= LONG and not dangles(bare):
        return bare
    best = ""
    for turn in _TURNS.finditer(bare):
        head = bare[: turn.start()]
        if word_count(head) > LONG:
            break
        if word_count(head) > SHORTEST + 2 and is_sentence(head) and not dangles(head):
            best = head
    return best


_SILENT_LABELS = frozenset(
    "note notes tip remark example examples summary answer question q a source description "
    "details background context definition result results".split()
)


def _lead(whole: Passage, text: str, *, opening: bool) -> str:
    """The bullet's own label where the text has lost it, or a role that the context leaves out."""
    label = "" if PLACE_IN_A_BOOK.match(whole.label) else whole.label
    if not opening and _OWN_LABEL.match(text):
        return ""
    if label and label.lower() not in _SILENT_LABELS and (not opening or is_role(label)):
        return "" if text.startswith(label) or stems(label) <= stems(text) else f"{label}: "
    parent = whole.bullet.parent
    name = label_of(parent) if parent else ""
    if parent and is_role(name) and _LISTS.match(parent.text):
        name = ""  # `Elements: duty, breach, damages` lists what stands below it
    if not name and whole.bullet.headings:
        heading = whole.bullet.headings[-1].name
        name = heading if role_of(heading) else ""
    silent = name.lower() in _SILENT_LABELS or (is_generic(name) and not role_of(name))
    if (
        not is_noun_phrase(name)
        or silent
        or word_count(name) > LONGEST_LEAD
        or _is_named(name, whole, text)
    ):
        return ""
    return f"{name}: "


_OWN_LABEL = re.compile(r"[^:;,.]{2,40}: \S")
_LISTS = re.compile(r"[^:]{2,60}: \S")
LONGEST_LEAD = 5


def _missing_subject(whole: Passage, text: str) -> str:
    """`Split horizon: ` before `Provides other answers`, as the heading or the label above it is
    what a text without a subject is about."""
    opening = tag_all(text)[:2]
    done = len(opening) == 2 and opening[0].may("EX") and not opening[0].may("NA")
    done = done and opening[1].may("I#") and not opening[1].is_capitalised
    if not (third_person_start(text) or done) or ": " in text:
        return ""
    parent, headings = whole.bullet.parent, whole.bullet.headings[-1:]
    name = label_of(parent) if parent else headings[0].name if headings else ""
    name = without_bracket(name)
    told = role_of(name) or is_role(name) or is_generic(name) or name.lower() in _SILENT_LABELS
    if told or not is_noun_phrase(name) or word_count(name) > LONGEST_LEAD:
        return ""
    return "" if stems(name) & stems(text) or _TURNED_ON.search(name) else f"{name}: "


_TURNED_ON = re.compile(r"\b(?:functionality|features?|details|usage)$", re.IGNORECASE)
"""What names an aspect of a thing, and not the thing that does something."""


def _is_named(name: str, whole: Passage, text: str) -> bool:
    """Whether the context line or the text itself shows the name; `A vs B` shows neither."""
    crumbs = whole.context
    if name in crumbs:
        return True
    shown = " ".join(crumb for crumb in crumbs if not _SEVERAL.search(crumb))
    return not is_role(name) and stems(name) <= stems(f"{shown} {text}")


_SEVERAL = re.compile(r"\b(?:vs|and|or|versus)\b|[,/]", re.IGNORECASE)
