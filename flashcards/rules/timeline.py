"""Ask when something happened that a timeline tells.

- 1851: The first underwater telegraph cable connects Dover and Calais
Q: When did the first underwater telegraph cable connect Dover and Calais?
A: 1851

- 1912 – sinking of the Aurora
Q: When was the sinking of the Aurora?
A: 1912

- 9 May 1881–1883: siege of the fort
Q: When was the siege of the fort?
A: 9 May 1881–1883

What has no verb is shown as it is.

- 1866 – Croft's second voyage
C: {{c1::1866}} – Croft's second voyage

- 2019: 4.2
no card

- 1840: new windows
no card
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.dates import DATE
from flashcards.english.tokens import tokens
from flashcards.model import Reading
from flashcards.passages.asking import ask
from flashcards.passages.passage import Passage
from flashcards.rules.dated import is_an_event, is_told_enough

SCOPE = "bullet"
NEEDS = "0 1 2 3 4 5 6 7 8 9"

_LINE = re.compile(
    rf"^(?P<when>{DATE}(?: ?[–-] ?{DATE})?)(?:\s*:|\s[-–—]+)\s+(?P<event>[^\d\s].*)$"
)
_HAPPENING = re.compile(
    r"^(?:the )?(?:\w+ )?(?:\w+(?:ing|tion|sion|ment|al)|war|battle|treaty|siege|death|birth|fall|"
    r"end|start|revolt|coup|peace|fire|strike|discovery|murder|collapse|rise|outbreak|defeat|"
    r"victory|crisis|crash|congress|council|edict|act) (?:of|in|on|at|between|against) ",
    re.IGNORECASE,
)
"""How a line opens that names what happened: `storming of the fort`."""


def read(passage: Passage) -> Iterator[Reading]:
    found = _LINE.match(passage.text.rstrip(" ."))
    if found is None or not is_told_enough(found["event"]):
        return
    event = found["event"]
    when, clause = found["when"], parse(event)
    if clause is not None and not clause.auxiliary and is_an_event(clause):
        past = replace(clause, tense="past")
        yield Reading(ask(passage, past, "When", clause.rest), when)
    elif clause is None and _HAPPENING.match(event):
        article = "" if event.lower().startswith("the ") else "the "
        yield Reading(f"When was {article}{passage.lowered(event)}?", when)
    elif any(token.is_capitalised for token in tokens(event)):
        yield Reading(f"{{{{c1::{when}}}}}{passage.text[found.end('when') :]}", when, "cloze")
