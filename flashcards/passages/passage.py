"""What a rule reads: a heading, a bullet or one sentence of it, in its surroundings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import Clause, parse, subject_is_plural
from flashcards.english.clauses.subjects import is_surely_singular
from flashcards.english.questions import imperative_base, one_of, third_person, third_person_start
from flashcards.english.stems import stem, stems
from flashcards.english.tagging import tag_all
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Bullet, Heading, Mark, Note
from flashcards.passages.above import Thing, is_meant, thing_above
from flashcards.passages.antecedents import named_before, person_before
from flashcards.passages.called import proper_name
from flashcards.passages.names import Names, capitalised, is_title
from flashcards.passages.roles import is_role
from flashcards.passages.topics import (
    Topic,
    context_of,
    is_aspect,
    is_generic,
    is_noun_phrase,
    label_of,
    labels_above,
    looks_like_system,
    one_side,
)


class _Place:
    """What the texts of one bullet have in common, found out once."""

    def __init__(self, bullet: Bullet, note: Note, names: Names, topic: Topic) -> None:
        self._bullet, self._note, self._names, self._topic = bullet, note, names, topic

    @cached_property
    def subject(self) -> str:
        for label in labels_above(self._bullet):
            sided = one_side(label, self._bullet.headings) if label else ""
            if sided:
                return self._names.lowered(self._names.lowered_title(sided))
            if label and not is_generic(label):
                named = is_noun_phrase(label) and not is_aspect(label)
                plain = self._names.lowered(label)
                return (proper_name(label, self._names) or plain) if named else ""
        name = self._topic.name
        if not _is_about(name, self._bullet.parent):
            return ""
        if self._topic.kind == "system":
            return name
        telling = word_count(name) <= 4 and not is_generic(name.rpartition(" ")[2])
        if self._topic.kind == "topic" and self._bullet.headings and telling:
            named = is_noun_phrase(name) and not is_aspect(name)
            plain = one_of(self._names.lowered_title(name))
            return (proper_name(name, self._names) or plain) if named else ""
        return ""

    @cached_property
    def context(self) -> tuple[str, ...]:
        return context_of(self._bullet, self._note)


_UNTOLD = closed.PRONOUNS | closed.POINTING


def _is_about(name: str, above: Bullet | None) -> bool:
    """Whether what stands below a statement goes on about the topic: only where the statement is
    about it, since it may mean any part of another one."""
    if above is None or label_of(above):
        return True
    clause = parse(above.text.rstrip(": "))
    return clause is not None and bool(stems(clause.subject) & stems(name))


@dataclass(frozen=True, eq=False)
class Passage:
    """A piece of a note, with all that a rule may ask about it."""

    text: str
    """Shorthand spelled out; code and formulas as written."""
    bullet: Bullet
    note: Note
    names: Names
    topic: Topic
    previous: Passage | None = None
    """The sentence before, in the same bullet or the bullet before at the same level."""
    heading: Heading | None = None
    """The heading itself, where the passage is one."""
    members: tuple[Bullet, ...] = ()
    """The bullets one level below: a bullet's children, or the outermost ones under a heading."""
    english: bool = True

    @cached_property
    def signs(self) -> frozenset[str]:
        """Its words in lower case, cut where another than a letter from a to z stands, and all of
        its other signs: what a rule may name as its need."""
        return frozenset(_SIGN.findall(self.text.lower()))

    def saying(self, text: str, previous: Passage | None = None) -> Passage:
        """Another text at the same place: a sentence of this one."""
        other = Passage(
            text,
            self.bullet,
            self.note,
            self.names,
            self.topic,
            previous or self.previous,
            self.heading,
            self.members,
            self.english,
        )
        other.__dict__["_place"] = self._place
        return other

    @cached_property
    def _place(self) -> _Place:
        return _Place(self.bullet, self.note, self.names, self.topic)

    @cached_property
    def _sides(self) -> tuple[str, str]:
        return _split_label(self.text)

    @property
    def label(self) -> str:
        """What stands before a colon: `Problems` in `Problems: cost, latency`; or nothing."""
        return self._sides[0]

    @property
    def body(self) -> str:
        """What stands after the label; the whole text where there is none."""
        return self._sides[1]

    @cached_property
    def clause(self) -> Clause | None:
        """The statement that the text makes, with its subject resolved: `This helps` under
        `Caching` has the subject `caching`. None where no verb or no referent is certain."""
        clause = parse(self.text)
        if clause is not None:
            clause = self._resolved(clause)
        else:
            clause = self._with_subject() or self._with_verb()
        return _mended(clause) if clause is not None else None

    def _with_verb(self) -> Clause | None:
        """`All models held back by the slowest` is a passive without its `are`."""
        found = tag_all(self.text)
        for at in range(1, len(found) - 2):
            here, after = found[at], found[at + 1]
            sure = here.may("VZ") and here.verbness >= 2 and not here.may("XA")
            if here.may("BHMO") or here.text in "():;" or sure:
                return None
            if here.may("X") and not here.may("V") and here.forms and after.may("I"):
                if any(word.may("E") and word.verbness == 3 for word in found[at + 1 :]):
                    return None
                opens = found[0].may("IVXSG") and "," not in self.text[: here.start]
                if not found[at - 1].may("N") or opens or found[0].may("P"):
                    return None
                be = _be(self.text, plural=subject_is_plural(found[:at]))
                start = here.start
                return parse(f"{self.text[:start]}{be} {self.text[start:]}")
        return None

    def _with_subject(self) -> Clause | None:
        """`Has two chambers` under `Fish heart` is a statement about it."""
        if not self.subject or " and " in self.subject:
            return None
        if third_person_start(self.text):
            return self._about_it() or parse(f"{self.subject} {self.lowered(self.text)}")
        if _opens_with_participle(self.text) and ": " not in self.text:
            if (self.bullet.parent and not self.parent_label) or is_role(self.subject):
                return None  # a sentence, any part of which may be meant, or several things
            be = _be(self.text, plural=subject_is_plural(tag_all(self.subject)))
            return parse(f"{self.subject} {be} {self.text[:1].lower()}{self.text[1:]}")
        adverb = _ADVERB.match(self.text)
        text = self.text[adverb.end() :] if adverb else self.text
        base = imperative_base(text)
        if base and looks_like_system(self.subject):
            rest = _second_commands(text.split(None, 1)[1])
            how = adverb.group().lower() if adverb else ""
            return parse(f"{self.subject} {how}{third_person(base)} {rest}")
        return None

    def _about_it(self) -> Clause | None:
        """The clause of a verb without a subject, read behind `it`: a name of several words might
        be taken for a clause of its own, and the verb may not agree with a plural above it."""
        clause = parse(f"it {self.lowered(self.text)}")
        if clause is None or clause.subject != "it":
            return None
        opening, auxiliary = third_person_start(self.text), clause.auxiliary.lower()
        if opening not in {clause.base, auxiliary}:
            return None
        plural = subject_is_plural(tag_all(self.subject))
        return replace(
            clause,
            subject=self.subject,
            text=f"{self.subject} {clause.text[3:]}",
            plural=plural,
            auxiliary=_PLURALS.get(auxiliary, auxiliary) if plural else clause.auxiliary,
        )

    @property
    def subject(self) -> str:
        """What a clause without a subject is about: the nearest name above it, as it reads inside
        of a sentence; empty where none is certain."""
        return self._place.subject

    @cached_property
    def thing(self) -> Thing | None:
        """The one thing that a line without a subject tells of; None where none is certain."""
        return thing_above(self)

    @property
    def context(self) -> tuple[str, ...]:
        """The parts of the context line."""
        return self._place.context

    @cached_property
    def parent_label(self) -> str:
        """The label of the bullet's parent, or nothing."""
        return label_of(self.bullet.parent) if self.bullet.parent else ""

    def around(self, reach: int = 100) -> list[Bullet]:
        """The other bullets of the note, as far as `reach` before and behind this one."""
        all_of_them, line = self.note.bullets, self.bullet.span.line
        at = bisect_left(all_of_them, line, key=lambda bullet: bullet.span.line)
        beside = all_of_them[max(0, at - reach) : at + reach]
        return [bullet for bullet in beside if bullet is not self.bullet]

    def lowered(self, text: str) -> str:
        """The text as it reads inside of a sentence."""
        return self.names.lowered(text)

    def lowered_row(self, texts: Sequence[str]) -> list[str]:
        """The members of a list: the first as it opens a sentence, the others as they read inside
        of one; all as they were written where one in Title Case may be a name."""
        lowered = [self.lowered(text) for text in texts]
        kept = [is_title(old, 2) and old == new for old, new in zip(texts, lowered, strict=True)]
        turned = [is_title(old, 2) and old != new for old, new in zip(texts, lowered, strict=True)]
        if any(kept) and any(turned):
            return list(texts)
        first = capitalised(lowered[0]) if turned[0] else texts[0]
        return [first, *lowered[1:]]

    def marked(self, *kinds: str) -> list[str]:
        """The stretches of the bullet that its writer set apart: `strong`, `code` …"""
        return [
            self.bullet.text[mark.start : mark.end]
            for mark in self.bullet.marks
            if not kinds or mark.kind in kinds
        ]

    def opening_mark(self) -> Mark | None:
        """The mark that the bullet's text opens with, if it does."""
        return next((mark for mark in self.bullet.marks if mark.start == 0), None)

    def _resolved(self, clause: Clause) -> Clause | None:
        words = tokens(clause.subject)
        if not words:
            return None
        first = words[0].lower
        if first == "it" and clause.lead and len(words) == 1:
            return None  # it may well be what the lead names
        if words[-1].lower in _TEXTS and len(words) <= 3 and first in {"the", "this", "authors"}:
            return self._by_the_authors(clause)
        if first == "their" and len(words) > 1:
            return replace(clause, subject="the" + clause.subject[len(first) :])
        if first not in _REFERRING:
            return clause
        if first in {"they", "we"} and len(words) == 1 and self._is_on_a_paper:
            return self._by_the_authors(clause)
        if len(words) == 1:
            if first == "this" and clause.base in _OF_STATEMENTS:
                return None
            referent = self._antecedent(first)
            return replace(clause, subject=referent) if referent else None
        apposed = next((at for at, word in enumerate(words) if word.text == ","), len(words))
        if first in {"this", "these", "such", "those"} and apposed <= 3:
            return self._renamed(clause, words[apposed - 1].lower)
        return None

    @cached_property
    def _is_on_a_paper(self) -> bool:
        return any(self.names.counts[word] > 0 for word in ("authors", "arxiv", "paper"))

    def _by_the_authors(self, clause: Clause) -> Clause | None:
        """`They train two models`, `The paper proposes a loss`, in notes on a paper."""
        singular = clause.auxiliary.lower() in {"is", "was", "has", "does"}
        if not self._is_on_a_paper or singular or clause.voice == "passive":
            return None
        return replace(clause, subject="the authors", plural=True)

    def _antecedent(self, pronoun: str) -> str:
        """What `it`, `this` or `they` at the head of a sentence refers to; a `this` after another
        sentence may mean all of it."""
        plural = pronoun in {"they", "these", "those"}
        sentence = self._sentence_before()
        if sentence and pronoun == "this":
            return ""
        before = sentence.clause if sentence else None
        if pronoun in {"he", "she"} and before:
            return person_before(before.subject, self.names)
        if self.thing and is_meant(self, f"{pronoun} "):
            return self.thing.name
        if pronoun in {"he", "she"}:
            return ""
        if before:
            fits = before.plural == plural and word_count(before.subject) <= 6
            fits = fits and before.subject.lower() not in closed.PRONOUNS
            return self.names.lowered(before.subject) if fits else ""
        subject = self.subject
        if subject and subject_is_plural(tag_all(subject)) == plural:
            return subject
        return "" if subject or pronoun in {"this", "these"} else self._subject_beside(plural)

    def _subject_beside(self, plural: bool) -> str:
        """The subject of the bullet before, which this one goes on about."""
        before = parse(self.previous.text) if self.previous else None
        if before is None or before.plural != plural or word_count(before.subject) > _SHORT:
            return ""
        told = not {t.lower for t in tokens(before.subject)} & _UNTOLD
        return self.names.lowered(before.subject) if told else ""

    def _sentence_before(self) -> Passage | None:
        """The sentence before, in the same bullet."""
        previous = self.previous
        return previous if previous and previous.bullet is self.bullet else None

    def _renamed(self, clause: Clause, head: str) -> Clause | None:
        """`This approach works` is about the label above it, where that is a name."""
        named = named_before(self.previous.text, head) if self.previous else ""
        if named:
            return replace(clause, subject=self.names.lowered(named))
        subject = re.sub(r"\s*\([^()]*\)", "", self.subject)
        same = bool(subject) and stem(subject.lower().split()[-1]) == stem(head)
        if not subject or not (same or stem(head) in _SHELL_STEMS):
            return None
        plural = subject_is_plural(tag_all(subject))
        told = f"the {subject}" if same and not plural and subject.islower() else subject
        return replace(clause, subject=told) if plural == clause.plural else None


def _mended(clause: Clause) -> Clause:
    """Without words that tie it to the clause before, and with a verb that agrees: `The colour of
    the leaves are …` is a slip."""
    if _TYING.search(clause.middle):
        clause = replace(clause, middle=_TYING.sub("", clause.middle))
    singular = _SINGULARS.get(clause.auxiliary.lower(), "")
    if singular and is_surely_singular(tag_all(clause.subject)):
        return replace(clause, auxiliary=singular, plural=False)
    return clause


_YEAR = re.compile(r"\b(?:1[0-9]\d\d|20[0-2]\d)\b")


def _be(text: str, *, plural: bool) -> str:
    """The auxiliary that a passive lacks: `was` where a year tells when."""
    if _YEAR.search(text):
        return "were" if plural else "was"
    return "are" if plural else "is"


def _opens_with_participle(text: str) -> bool:
    """`Used in radios`, `Often measured in watts`."""
    found = tag_all(text)[:3]
    if found and found[0].may("R") and not found[0].may("NX"):
        found = found[1:]
    return len(found) > 1 and found[0].may("X") and not found[0].may("VNA") and found[1].may("IT")


def _second_commands(text: str) -> str:
    """`it twice and send it` as `it twice and sends it`."""

    def stated(match: re.Match[str]) -> str:
        if _INFINITIVE.search(text, 0, match.start()):
            return match[0]  # `to find X and sort Y`: both say to what end
        base = imperative_base(text[match.start(2) :])
        return f"{match[1]}{third_person(base)}" if base else match[0]

    return re.sub(r"(\b(?:and|then) )([a-z]+)\b", stated, text)


_SIGN = re.compile(r"[a-z]+|[^\sa-z]")
_PLURALS = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}
_ADVERB = re.compile(r"[A-Za-z]+ly\s+")
_INFINITIVE = re.compile(r"\bto [a-z]")
_SHORT = 4
"""Words of a subject that the next bullet can take up as `it`."""
_TYING = re.compile(r"\b(?:then|also|thus|therefore|hence|thereby|however)\s+")
"""Adverbs that tie a clause to the one before."""
_REFERRING = frozenset("it this that these those they he she such".split())
_TEXTS = frozenset(
    "paper papers author authors article chapter talk speaker section post book video lecture "
    "study report presenter".split()
)
_OF_STATEMENTS = frozenset("mean imply show suggest prove indicate happen work be help".split())
"""Verbs whose `this` is a whole statement."""
SHELL_NOUNS = frozenset(
    "approach method technique algorithm model system idea concept process strategy tool "
    "function mechanism scheme framework architecture pattern structure protocol attack layer "
    "network procedure type kind phase step stage principle".split()
)
"""Nouns that may stand for a thing named before: `this approach`."""
_SHELL_STEMS = frozenset(map(stem, SHELL_NOUNS))

_LABEL = re.compile(
    r"^(?P<label>(?:`[^`]{1,70}`|(?<=\w)\.(?=\w)|[^`:;.!?|]){1,70}?)\s*:\s+(?P<body>\S.*)$",
    re.DOTALL,
)
"""Code may hold any sign, and a name may have a point within: `np.zeros`."""


_BRACKETED = re.compile(r"\([^()]*\)")
_OF_STATEMENTS_ALONE = closed.MODALS | closed.BE | {"has", "have"}


def _split_label(text: str) -> tuple[str, str]:
    match = _LABEL.match(text) if ":" in text else None
    if match is None:
        return "", text
    label = match["label"].strip()
    inner = _BRACKETED.sub("", label) if "(" in label else label
    if not 1 <= word_count(inner) <= 7 or "://" in text[: match.end("label") + 3]:
        return "", text
    if any(token.lower in _OF_STATEMENTS_ALONE for token in tokens(inner)):
        return "", text
    if label.count("(") != label.count(")") or label.count('"') % 2 or label.count("`") % 2:
        return "", text
    return label, match["body"].strip()
