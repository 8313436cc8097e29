"""The passages of a note: its headings, its bullets, and the sentences of a bullet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from flashcards import lazy_re as re
from flashcards.english.clauses import Clause, parse
from flashcards.english.normal import spell_out, without_opening
from flashcards.english.sentences import sentences
from flashcards.model import Bullet, Heading, Note
from flashcards.passages.names import Names
from flashcards.passages.passage import Passage
from flashcards.passages.roles import calls_attention, is_role
from flashcards.passages.topics import topic_of


def heading_passages(note: Note, names: Names, *, english: bool) -> Iterator[Passage]:
    """One passage a heading; its bullet stands for the heading's own line."""
    members: dict[Heading, list[Bullet]] = {}
    for bullet in note.bullets:
        if bullet.parent is None and bullet.headings:
            members.setdefault(bullet.headings[-1], []).append(bullet)
    above: tuple[Heading, ...] = ()
    for heading in note.headings:
        above = tuple(other for other in above if other.level < heading.level)
        line = Bullet(
            text=heading.text,
            source=heading.text,
            span=heading.span,
            headings=(*above, heading),
            form="heading",
        )
        topic = topic_of(above, note.title)
        below = tuple(members.get(heading, ()))
        yield Passage(
            spell_out(heading.text),
            line,
            note,
            names,
            topic,
            heading=heading,
            members=below,
            english=english,
        )
        above = (*above, heading)


def bullet_passage(
    bullet: Bullet, note: Note, names: Names, previous: Passage | None, english: bool
) -> Passage:
    """The bullet as a whole."""
    return Passage(
        text=spell_out(bullet.text),
        bullet=bullet,
        note=note,
        names=names,
        topic=topic_of(bullet.headings, note.title),
        previous=previous,
        members=tuple(bullet.children),
        english=english,
    )


LONGEST_READ = 2_000
"""Characters that are read as one statement; no more than that makes a card, and it costs time."""


@lru_cache(maxsize=16)
def sentence_passages(whole: Passage) -> tuple[Passage, ...]:
    """The sentences of a bullet, each knowing the one before; without a label such as `Problem`."""
    found: list[Passage] = []
    text = whole.body if _is_frame(whole) else whole.text
    for sentence in _statements(text):
        if len(sentence) > LONGEST_READ:
            continue
        before = found[-1] if found else whole.previous
        passage = whole.saying(without_opening(sentence, _CONNECTIVE), before)
        found.append(passage)
        clause = passage.clause
        if clause and clause.also and not clause.lead:
            second = f"{clause.subject} {clause.also}"
            found.append(whole.saying(second, passage))
        if clause and clause.following:
            found.append(whole.saying(_second_statement(clause), passage))
    return tuple(found)


PLACE_IN_A_BOOK = re.compile(
    r"^(?:pp?g?s?|pages?|ch(?:apter)?|sec(?:tion)?|fig(?:ure)?|lines?|slides?|min(?:ute)?|step|part)?"
    r"\.? ?[\d.:–-]+$",
    re.IGNORECASE,
)


def _is_frame(whole: Passage) -> bool:
    """Whether the label only says what part or place its text has: `Problem:`, `p. 12:`, `NB:`."""
    label = whole.label
    said = is_role(label) or calls_attention(label) or PLACE_IN_A_BOOK.match(label)
    return bool(label and said)


def _statements(text: str) -> Iterator[str]:
    """The sentences of a text, and the statements that a semicolon joins, or no more than a comma:
    `Judges apply the law, juries find the facts`; each by itself."""
    for sentence in sentences(text):
        parts = sentence.split("; ")
        if len(parts) == 1:
            parts = sentence.split(", ")
            joined = len(parts) == _JOINED_BY_COMMA and all(map(_stands_by_itself, parts))
        else:
            joined = len(parts) <= _MOST_JOINED and all(map(parse, parts))
        yield from parts if joined else [sentence]


_MOST_JOINED = 3
_JOINED_BY_COMMA = 2


def _stands_by_itself(part: str) -> bool:
    """Whether a part between commas is a statement that leans on no other."""
    if _LEANS.match(part):
        return False
    clause = parse(part)
    return clause is not None and not clause.lead and clause.certainty >= _SURE


_SURE = 2
_LEANS = re.compile(
    r"(?:if|when|while|as|because|since|although|though|unless|once|after|before|until|where|"
    r"whereas|that|which|who|whose|what|how|why|whether|so|and|but|or|nor|yet|then|the more|"
    r"the less|it|this|these|those|they|he|she|we|you|i|there|\w+ing|not|e\.g|i\.e|for|in|on|at|"
    r"by|with|to)\b",
    re.IGNORECASE,
)
"""How a part opens that hangs on the one beside it, or points at it."""


def _second_statement(clause: Clause) -> str:
    """`they replace it` after `GMMNs differ, but` with its subject named."""
    text = without_opening(clause.following, _CONNECTIVE)
    first, _, predicate = text.partition(" ")
    if first.lower() == ("they" if clause.plural else "it"):
        return f"{clause.subject} {predicate}"
    return text


_CONNECTIVE = re.compile(
    r"^(?:\(?[a-z0-9](?:\.\d)?(?:\)|\.(?-i:(?!\s+[a-z])))\s+)?(?:"
    r"(?:also|so(?! far\b)|then|thus|hence|therefore|however|moreover|furthermore|"
    r"additionally|and|but|yet|"
    r"consequently|indeed|basically|essentially|importantly|note that|notice that|"
    r"(?:keep|bear) in mind that|it turns out that|it is known that|it is well known that|"
    r"it (?:is|'s) (?:important|worth|useful) "
    r"(?:to (?:note|remember|know)|noting|remembering) that|"
    r"it (?:should|must) be (?:noted|remembered) that|"
    r"remember that|recall that|that is|i\.e|e\.g|for example|for instance|in fact|in addition|"
    r"as a result|in other words|for this reason|of course|"
    r"(?:(?:dozens of|many|some|several|recent|most) )?(?:studies|experiments|researchers)"
    r"(?: have)? (?:shown?|found|proved?|demonstrated?|confirm(?:ed)?) that)\b[.,]?\s+"
    r"|(?:first|second|third|finally|overall|similarly|otherwise|nevertheless|nonetheless|"
    r"sometimes|generally speaking|in general|in particular|certainly|luckily|unfortunately|"
    r"interestingly|surprisingly|besides|instead|again|next|here|as an example|that said|"
    r"what['’]s more)[,!]\s+)?",
    re.IGNORECASE,
)
"""What ties a sentence to the one before and says nothing by itself."""
