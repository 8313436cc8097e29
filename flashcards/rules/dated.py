"""Ask in what year something happened, or what happened in it.

- 1851: The first underwater telegraph cable connects Dover and Calais
Q: In what year does the first underwater telegraph cable connect Dover and Calais?
A: 1851

- In 1784, Ada Croft founded the first school for lighthouse keepers.
Q: In what year did Ada Croft found the first school for lighthouse keepers?
A: 1784

- 1912 – sinking of the Aurora
Q: What happened in 1912?
A: Sinking of the Aurora

- 2019: 4.2
no card
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.english import closed
from flashcards.english.clauses import Clause
from flashcards.english.questions import invert
from flashcards.english.sentences import sentences
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage

_YEAR = r"(?P<year>(?:1\d{3}|20\d\d)(?:[–-]\d{2,4})?)"
_MONTHS = "|".join(closed.MONTHS)
_DATE = rf"(?P<date>(?:\d{{1,2}} )?(?:{_MONTHS}) (?:\d{{1,2}}, )?(?:1\d{{3}}|20\d\d))"
_DAY = re.compile(rf"^(?:On |on )?{_DATE}\s*(?::|[-–—]+|,)\s+(?P<event>[^\d\s].*)$")
_HEAD = re.compile(rf"^(?:In |in )?{_YEAR}\s*(?::|[-–—]+|,)\s+(?P<event>[^\d\s].*)$")
_PAST = re.compile(
    r"^(?P<who>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}) (?P<did>[a-z]+) (?P<what>.+)$"
)
_TAIL = re.compile(rf"^(?P<event>(?:(?! by ).)+) in {_YEAR}\.?$")
"""Who did it is more worth asking than when."""

SCOPE = ("bullet", "sentence")
BY_DEFAULT = False


def read(passage: Passage) -> Iterator[Reading]:
    if len(sentences(passage.text)) > 1:
        return
    day = _DAY.match(passage.text)
    if day and 2 <= word_count(day["event"]) <= 15:
        when = (
            f"on {day['date']}"
            if day["date"][0].isdigit() or "," in day["date"]
            else (f"in {day['date']}")
        )
        yield Reading(f"What happened {when}?", day["event"])
        return
    found = _HEAD.match(passage.text) or _TAIL.match(passage.text)
    if found is None:
        return
    event, year = found["event"].strip().rstrip("."), found["year"]
    clause = passage.saying(event).clause
    past = _past(event)
    if clause is None and past:
        yield Reading(f"In what year did {past}?", year)
    elif clause is not None:
        if _may_be_asked(clause):
            rest = clause.rest if clause.auxiliary else _plain_verbs(clause.rest)
            asked = invert(clause, passage.lowered(clause.subject), rest)
            yield Reading(f"In what year {asked}?", year)
    elif passage.text.startswith(year) and 2 <= word_count(event) <= 15:
        yield Reading(f"What happened in {year}?", event)


def _plain_verbs(rest: str) -> str:
    """`and stops the traffic`, after `does`, as `and stop the traffic`."""

    def plain(match: re.Match[str]) -> str:
        form = next((f for f in tag(tokens(match[2])[0]).forms if f.tag in "ZE"), None)
        return f"{match[1]}{form.base}" if form else match[0]

    return re.sub(r"(\b(?:and|then) )(\w+)(?= (?:the|a|an|all|its|their|air)\b)", plain, rest)


def _past(event: str) -> str:
    """`Napoleon Bonaparte seize power`, from what somebody with a name did."""
    found = _PAST.match(event)
    if found is None:
        return ""
    word = tag(tokens(found["did"])[0])
    form = next((form for form in word.forms if form.tag == "E"), None)
    told = form is not None and not word.may("NZV")
    return f"{found['who']} {form.base} {found['what']}" if form and told else ""


def _may_be_asked(clause: Clause) -> bool:
    whole = f"{clause.subject} {clause.rest}"
    words = {token.lower for token in tokens(clause.subject)}
    if words & (closed.PRONOUNS | closed.FIRST_OR_SECOND_PERSON) or clause.base in {"be", "have"}:
        return False
    tells = any(token.is_capitalised for token in tokens(whole)) or word_count(whole) >= 5
    return not clause.lead and not clause.also and word_count(clause.text) <= 20 and tells
