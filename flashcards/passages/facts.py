"""Sentences that tell a fact of a kind of thing or of a thing with a name: a short question of one
has one answer, where the same of `the model` or of `users` would have many."""

from __future__ import annotations

from collections import Counter

from flashcards.english import closed
from flashcards.english.articles.nouns import is_countable
from flashcards.english.clauses import Clause
from flashcards.english.everyday import GENERIC, VAGUE
from flashcards.english.lexicon import lexicon
from flashcards.english.questions import third_person_start
from flashcards.english.stems import tells
from flashcards.english.tagging import is_plural, tag
from flashcards.english.tokens import Token, tokens, words
from flashcards.passages.asking import names_its_subject
from flashcards.passages.passage import Passage
from flashcards.passages.roles import is_role
from flashcards.passages.topics import ASPECTS

LONGEST_SUBJECT = 7
_MAY_BE = frozenset("can could may might should would will shall".split())
"""What may be so, or should, is more than one thing."""
_OPEN = frozenset(
    "use have get make take do see show provide support include add give keep run find put set "
    "build hold choose offer involve need want try allow help let go come say tell score "
    "describe discuss mention list cover address".split()
)
"""Verbs of which one thing does many."""


def is_a_fact(passage: Passage, clause: Clause | None = None) -> bool:
    """Whether the clause, that of the passage unless another is given, says what is so of a kind
    (`A catalyst`, `bases`, `vitamin C deficiency`) or was so of a name, in words that the note has
    only there."""
    clause = clause or passage.clause
    if clause is None or clause.negated:
        return False
    seen_as = clause.base == "see" and " as " in clause.rest
    if clause.base in _OPEN and clause.voice != "passive" and not seen_as:
        return False
    return clause.auxiliary.lower() not in _MAY_BE and tells_of_a_kind(passage, clause)


def tells_of_a_kind(passage: Passage, clause: Clause) -> bool:
    """The same, whatever is said of it: what it is not, may be or has as well."""
    if clause.lead or clause.certainty < _SURE or clause.subject not in passage.text:
        return False
    if third_person_start(clause.text) or not names_its_subject(clause):
        return False
    if not clause.verb.islower() or _may_be_a_command(clause) or _is_of_two_verbs(clause):
        return False
    found = tokens(clause.subject)
    if found[0].lower == "the" and not is_unheard_of(passage, found):
        return False
    timeless = clause.tense == "present" or _has_a_name(passage, found)
    return timeless and names_a_kind(found) and _is_told_once(passage, clause)


def is_unheard_of(passage: Passage, found: tuple[Token, ...]) -> bool:
    """Whether `the` ties a subject to nothing that the note told before: `the cornea` is a
    kind in a note that has it only there, `the server` any in one that speaks of servers."""
    content = [token for token in found if tells(token)]
    if len(content) != 1:
        return len(content) > 1
    if content[0].is_capitalised:
        return True
    beside = sum(word.lower == content[0].lower for word in words(passage.bullet.text))
    return passage.names.counts[content[0].lower] <= beside


_SURE = 2


def _may_be_a_command(clause: Clause) -> bool:
    """`Loads react modules`, `Biases read speed`: the subject may be a verb without one."""
    found = tokens(clause.subject)
    lone = len(found) == 1 and found[0].may("Z")
    return lone and not clause.auxiliary and tokens(clause.verb)[0].verbness < _ONLY_A_VERB


_ONLY_A_VERB = 3


def _is_of_two_verbs(clause: Clause) -> bool:
    """`found` is of `find` and of `found`."""
    forms = tokens(clause.verb)[0].forms
    return (
        not clause.auxiliary
        and {"V", "E"} <= {f.tag for f in forms if f.base != "be"}
        and (len({form.base for form in forms}) > 1)
    )


def names_a_kind(found: tuple[Token, ...]) -> bool:
    """Whether a subject is the name of a kind or of a thing: no role and no everyday word."""
    if not 0 < len(found) <= LONGEST_SUBJECT or any(token.kind == "mark" for token in found):
        return False
    if any(t.lower in closed.RELATIVES | closed.POSSESSIVES | _JOINED for t in found):
        return False
    content = [token for token in found if tells(token)]
    telling = [t for t in content if t.lower not in GENERIC and t.lower not in VAGUE]
    if not telling or found[-1].kind == "number":
        return False
    if len(content) == 1 and not _tells_alone(found, content[0]):
        return False
    return tag(content[-1]).may("N") or content[-1].is_capitalised


def _tells_alone(found: tuple[Token, ...], word: Token) -> bool:
    """Whether one word names a kind: `bases`, `inflation`, `a catalyst`; not the `policy` of notes
    that leave out articles, nor an action or a side of something."""
    if is_role(word.text) or word.lower in ASPECTS or len(word.text) < _SHORTEST:
        return False
    bare = len(found) == 1 and not is_plural(word.lower) and not word.is_name
    return not (bare and is_countable(word.lower))


_SHORTEST = 3
"""Letters of a word that is no symbol."""


_JOINED = frozenset(["and", "or", "than"])


def _has_a_name(passage: Passage, found: tuple[Token, ...]) -> bool:
    return any(passage.names.is_name(token) for token in found)


def _is_told_once(passage: Passage, clause: Clause) -> bool:
    """Whether the verb or a word of the subject stands nowhere else in the note, or no other bullet
    has both."""
    beside = Counter(word.lower for word in words(passage.bullet.text))
    subject = [w.lower for w in words(clause.subject) if tells(w)]
    if any(0 < passage.names.counts[w] <= beside[w] for w in (clause.verb.lower(), *subject)):
        return True
    places = passage.names.places
    forms = {clause.verb.lower(), clause.base, lexicon().inflected(clause.base, "Z")}
    done = [place for form in forms if form for place in places.get(form, [])]
    if not 0 < len(done) <= _SELDOM:
        return False
    return all(len(set(places.get(word, [])).intersection(done)) <= 1 for word in subject[-1:])


_SELDOM = 20
"""Times that a verb stands in a note, above which it is not looked up with whom."""
