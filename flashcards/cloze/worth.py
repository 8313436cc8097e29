"""Which texts are worth a learner's time at all: no chatter, no pointers, no opinions."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.tokens import Token, tokens, word_count
from flashcards.model import Bullet, Note


def _any_of(*groups: str) -> str:
    """One pattern for whole words, from groups of alternatives."""
    return r"\b(?:" + "|".join(groups) + r")\b"


_RECORD = re.compile(
    r"\W*(?:(?:my|our|useful|external|other|additional|more|some|sample|practice|review|exam|"
    r"discussion|open)\s)*(?:agenda|attendees|updates?|status updates?|action items|next steps|"
    r"announcements?|changelog|release notes|roadmap|acknowledge?ments?|resources|reading list|"
    r"further reading|references|links|bibliography|citations?|homework|assignments?|exercises?|"
    r"problem sets?|questions|quiz|important dates|dates|deadlines|ideas|logistics|"
    r"administrivia|to-?dos?|contact|about (?:me|us))\W*",
    re.IGNORECASE,
)
"""Headings under which notes record what people do or plan, or where to read more."""

_MOMENT = re.compile(
    _any_of(
        r"click|tap (?:on|the)|scroll|sign in|sign up|log ?in(?: to)?",
        r"navigate to|drag|paste|download",
        r"check out|look (?:here|at|into|up)|refer to|shown here|the following|mentioned",
        r"see (?:also|below|above|here|the|figure|fig|table|paper|section|chapter)",
        r"(?:this|next|last|previous) (?:section|chapter|post|note|notes|course|class|video|book"
        r"|lecture|module|unit|lesson|slide|page|tutorial|article|week|month|year|time|meeting|"
        r"talk|example|question)",
        r"(?:example|figure|table|image|picture|list|diagram|code|section) (?:below|above)",
        r"(?:half|side|part|row|panel|left|right|top) of the (?:figure|picture|image|diagram)",
        r"as (?:shown|seen|mentioned|discussed|described)|you['’]?(?: wi)?ll see|for our purposes",
        r"(?:will|['’]ll) (?:see|look|discuss|cover|learn|talk|explore|go over|focus)",
        r"let['’]?s|let us|say that|currently|recently|(?:has|have|had) so far|these days|"
        r"nowadays|for now",
        r"(?:earlier|before|above),? (?:we|i) |(?:we|i) (?:said|saw|mentioned|discussed) (?:earlier"
        r"|before|that)",
        r"right now|at the moment|below (?:is|are)|here(?: is| are|['’]s)|exercise (?:for|"
        r"to) the|enjoy|thanks|welcome|feel free|hopefully|todo|tbd|wip|homework|exam",
        r"quiz|the authors? (?:prefers?|thinks?|believes?|likes?|says?|argues?|claims?)",
        r"(?:choose|select|press|enter|leave) `",
    )
    + r"|https?:|www\.|@\w|\?|\.\.\.$",
)
"""What belongs to the page or the moment: pointers, steps of an interface, plans."""

_OPINION = re.compile(
    _any_of(
        r"(?:is|are|really|very|pretty|so|super) cool|cool (?:ideas?|papers?|things?)",
        r"awesome|nice|nicely|lol|weird|annoying|sucks?|(?:is|so|really|much) fun|not sure|"
        r"unclear|not clear",
        r"somehow|amazing|funny|boring|haha|obviously|imho|imo|kinda|sorta|kind of like",
        r"gonna|wanna|stuff|whatever|anyways?|btw|personally|honestly|favou?rite|blah|probably",
        r"h+m+|luckily|congratulations|beautiful|exciting|magical|fantastic|wonderful|incredibl[ey]|"
        r"happy to|worth (?:reading|watching|trying|a (?:look|read|try)|it)",
    )
    + r"|!!|!\s",
)
_SETTING_UP = re.compile(
    r"^(?:"
    r"think (?:about|of)|know (?:the|how|what|about|your)|fill (?:in|out)|"
    r"read (?:the|up|about|chapters?|pages?)|memori[sz]e|practi[cs]e (?:the|your|an?)|review the|"
    r"assum(?:e|ing)|suppose|consider|imagine|let|given|say|if we (?:consider|assume|let|take)|"
    r"future work|project|(?:a |the )?list of|"
    r"(?:the|this) (?:paper|article|talk|post|chapter|study|thesis|report)|"
    r"each one|understanding|exploring|studying|[\w ]*formula,? where|one also|experiment \d|"
    r"what one|the (?:same|additional|new|other|remaining|"
    r"resulting)|in (?:this|that|these|"
    r"those|both|such|our|either|the (?:above|following|"
    r"previous))|(?:yes|no)(?=[,:.])|answer|ans|returns?:|inputs?:|outputs?:|examples?|q|wrong|"
    r"so far|correct|true|"
    r"false|maybe|good|great|same|similar|see|go to|implement|fix|refactor|investigate|finish|"
    r"schedule|email|buy|submit|deploy|migrate|upgrade|rename|integrate|figure out|work on|"
    r"talk to|reach out|load|install|clone|configure|set up|(?:leave|choose|select|press|enter|"
    r"launch|"
    r"open) (?:the|an?|your|`)|"
    r"(?:can|could|should|do|does|is|are) (?:we|you|i|it|they)|"
    r"(?:better|worse|faster|slower|easier|harder|cheaper|same|more|less) than|"
    r"how to|(?:how|why|where) (?:you|we|it|they|the|i)|what you need|you (?:don['’]t|do not|"
    r"will|want|have|may have|might)|"
    r"we (?:need|want|expect|hope)"
    r")(?:\b|(?<=:))",
)
"""How a text opens that sets up what follows, answers what came before or talks to a reader."""
_WHOLE = r"(?:book|course|lecture|chapter|module|text|article|paper|talk|class|unit|volume|guide)"
_PART = r"(?:part|half|section|chapter|lecture|volume|module|unit|week)"
_LAYOUT = re.compile(
    _any_of(
        rf"(?:the|this) {_WHOLE} (?:is|was|will be) (?:further )?(?:broken|divided|split|"
        r"organi[sz]ed|structured|laid out|separated|arranged)",
        rf"(?:(?:first|second|third|fourth|last|final|\d(?:st|nd|rd|th)) {_PART}|"
        rf"(?:each|every) (?:chapter|lecture|module)|{_PART} (?:\d+|one|two|three))(?: of the "
        rf"{_WHOLE})? (?:is about|deals with|covers|discusses|explains|describes|talks about|"
        r"looks at|focuses on|introduces|presents|contains|will)",
        r"there(?:['’]s| is| are) (?:also )?(?:an?|the|another)(?: \w+)? question "
        r"(?:of|about|as to)",
        r"the main (?:text|textbook|reading)s?(?: for [^.]*)? (?:is|are|will|was)",
    )
)
"""How a book or a course is laid out, and what it is going to ask."""
_TIED = re.compile(
    r"\b(?:instead|too|yet|though|anyway|anymore|here|there|again|as|of|with|by|the|an?|and|or|"
    r"is|are)[.)]?$",
)
"""How a text ends that leans on the one before, or breaks off."""
_NAMES_AND_YEAR = re.compile(
    r"^\W*[A-Z][\w'’-]+,\s+[A-Z][\w.]*[ ,]|\(\d{4}\)\.?$|^\d{4}\.|^\[\d+\]"
)
_WORK = re.compile(r"\bet al\b|\barxiv\b|\bproceedings\b|\bdoi\b|\bisbn\b|\bpp\. \d", re.IGNORECASE)


_MEETING = re.compile(
    r"(?:(?:\w+ ){0,3}(?:meetings?|stand-?ups?|retro(?:spective)?s?)|(?:[\w.]+ ){0,3}(?:team|"
    r"weekly|"
    r"daily|monthly|dev|developers?|core|community|implementers|sales|phone|client) (?:calls?|"
    r"syncs?)|"
    r"(?:call|meeting) (?:info|notes|minutes|date|agenda|summary|#?\d+)|minutes|attendees|"
    r"participants|(?:[\w.]+ ){0,4}(?:summit|meetup|fireside chat|panel|offsite|retreat|"
    r"town hall|all hands))(?: (?:notes|minutes|\W*\d.*))?",
    re.IGNORECASE,
)
"""A title or a heading of the minutes of a meeting."""


@lru_cache(maxsize=512)
def _opens_minutes(text: str) -> bool:
    return bool(_MEETING.fullmatch(text.strip()))


@lru_cache(maxsize=512)
def _heads_a_record(text: str) -> bool:
    return bool(_RECORD.fullmatch(text))


def is_record(bullet: Bullet, note: Note) -> bool:
    """Whether the bullet stands where notes record a meeting or list what to read."""
    if _opens_minutes(note.title) or any(_opens_minutes(head.text) for head in note.headings[:3]):
        return True
    return any(_heads_a_record(heading.text) for heading in bullet.headings)


def is_reference(text: str) -> bool:
    """Whether a bullet cites a work: its sentences are no statements."""
    return bool(_WORK.search(text) or _NAMES_AND_YEAR.search(text))


def is_chatter(text: str) -> bool:
    """Whether a sentence is a pointer, a step of the moment, an opinion, a broken end."""
    small = text.lower()  # the patterns are; to ignore case in them would cost twice the time
    return any(
        pattern.search(small) for pattern in (_MOMENT, _OPINION, _SETTING_UP, _LAYOUT, _TIED)
    )


_SYMBOLS = frozenset("-> → = == | < > + * / \\ ^ _ ~ # { } [ ] => <- ✓ ✗ … & % •".split())
_JOTTED = re.compile(
    r"(?<=[\w)]) [+/&] (?=[\w(])|(?<=[a-z])/ (?=[a-z])|[<>~](?= ?\d)|"
    r"\[-?\d[\d.]*, ?-?\d[\d.]*\]"
)
"""Signs that stand between words or before a number, as in `loan + interest`, `~90`, `[-1, 1]`."""
MOST_NUMBERS = 5
MOST_WORDS_WITH_DIGITS = 6
MOST_FORMULAS, LONGEST_SYMBOL = 4, 6
"""Formulas of a text, where each is but a symbol of so many characters; else it has one at most."""
WORDS_A_FORMULA = 3
"""Words that a text has at least for each of its formulas, where it has more than one."""


def _equals_number(token: Token, text: str) -> bool:
    """The sign in `latency = 4 hours`."""
    return token.text == "=" and text[token.end :].lstrip()[:1].isdigit()


def _holds_digit(word: str) -> bool:
    return not word.isalpha() and any(letter.isdigit() for letter in word)


def _are_symbols(formulas: list[str], words: int) -> bool:
    """Whether formulas only name things among words: `$v$ and $w$ are neighbours in $G$`."""
    short = all(len(formula) <= LONGEST_SYMBOL for formula in formulas)
    return short and WORDS_A_FORMULA * len(formulas) <= words and len(formulas) <= MOST_FORMULAS


def is_prose(text: str) -> bool:
    """Whether a text is mostly words: no formula, path, table or row of symbols."""
    found = tokens(text)
    plain = [token for token in found if token.kind != "atom" and not _equals_number(token, text)]
    signs = [token for token in plain if token.text in _SYMBOLS or "\\" in token.text]
    if signs:
        jotted = [match.span() for match in _JOTTED.finditer(text)]
        if any(not any(a <= sign.start < b for a, b in jotted) for sign in signs):
            return False
    words = sum(token.kind == "word" for token in found)
    formulas = [token.text for token in found if token.kind == "atom" and token.text[0] == "$"]
    if len(formulas) > 1 and not _are_symbols(formulas, words):
        return False
    numbers = sum(token.kind == "number" for token in found)
    with_digits = sum(_holds_digit(token.text) for token in plain)
    if numbers > MOST_NUMBERS or with_digits > MOST_WORDS_WITH_DIGITS:
        return False
    if not text.isascii() and any(
        unicodedata.category(letter) == "So" for letter in text if letter > "\u2000"
    ):
        return False
    versus = any(token.lower == "vs" for token in plain)
    if "{{" in text or "$$" in text or (versus and parse(text) is None):
        return False
    return words * 2 >= word_count(text)
