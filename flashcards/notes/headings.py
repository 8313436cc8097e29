"""Take a heading apart: its date, its number, its label, its name and its subtitle."""

from __future__ import annotations

from datetime import date

from flashcards import lazy_re as re
from flashcards.model import Heading, Span

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ISO = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)[-/._](\d{1,2})[-/._](\d{1,2})(?![\d/.-]*\d)")
_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/]*\d)")
_DOTTED = re.compile(r"(?<![\d/.-])(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d)(?![\d.]*\d)")
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d\d)(?![\d/])")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH_FIRST = re.compile(
    rf"\b({_MONTHS})\.?\s+({_DAY})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    rf"\b({_DAY})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?({_MONTHS})\.?,?\s+((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?)"
)
_WEEKDAY_BEFORE = re.compile(rf"(?:^|(?<=[\s(\[,–—-])){_WEEKDAY}\.?,?\s*$", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(rf"^\s*[,(]?\s*{_WEEKDAY}\b\.?\)?", re.IGNORECASE)
_OPENING = re.compile(r"[\s,;:@–—-]*[(\[]?\s*$")
_CLOSING = re.compile(r"^\s*[)\]]?")


def date_in(text: str) -> tuple[str, str]:
    """The ISO date that a text holds, or nothing, and the text without it.

    `3/2/2020` is the second of March, `3.2.2020` the third of February; a number above 12 must be
    a day.
    """
    for pattern, order in _SPELLINGS:
        for match in pattern.finditer(text):
            found = _iso(*(match[part] for part in order))
            if found:
                return found, _without(text, match.start(), match.end())
    return "", text


_SPELLINGS = (
    (_ISO, (1, 2, 3)),
    (_SLASHED, (3, 1, 2)),
    (_DOTTED, (3, 2, 1)),
    (_SHORT, (3, 1, 2)),
    (_COMPACT, (1, 2, 3)),
    (_MONTH_FIRST, (3, 1, 2)),
    (_DAY_FIRST, (3, 2, 1)),
)
"""Each with the groups that hold year, month and day."""


def _iso(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdigit() else _month_number(month)
    number, day_number = (int(day), number) if number > 12 else (number, int(day))
    try:
        return date(int(year if len(year) == 4 else f"20{year}"), number, day_number).isoformat()
    except ValueError:
        return ""


def _month_number(name: str) -> int:
    return "janfebmaraprmayjunjulaugsepoctnovdec".index(name[:3].lower()) // 3 + 1


def _without(text: str, start: int, end: int) -> str:
    """The text without a date, its weekday and the bracket or dash that set it apart."""
    before, after = text[:start], text[end:]
    weekday = _WEEKDAY_BEFORE.search(before[-20:])
    if weekday:
        before = before[: len(before) - len(weekday[0])]
    else:
        after = _WEEKDAY_AFTER.sub("", after, count=1)
    opened = before.count("(") > before.count(")") or before.count("[") > before.count("]")
    if opened:
        after = _CLOSING.sub("", after, count=1)
    before = _cut_end(before, _OPENING)
    joint = " " if before and after.strip() and after.strip()[0] not in ",;:.)]" else ""
    return (before + joint + after.strip()).strip(" ,;–—-")


def _cut_end(text: str, pattern: re.Pattern[str]) -> str:
    match = pattern.search(text[-12:])
    return text[: len(text) - len(match[0])] if match else text


_CLOCK = r"\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?"
_TIMED = re.compile(
    rf"^{_CLOCK}(?:\s*[-–—]\s*{_CLOCK})?(?:\s*[-–—:|])?\s+(?=[^\W\d_])", re.IGNORECASE
)
_FENCED = re.compile(r"^=+ +(?=[^=])|(?<=[^=]) =+$")
"""The signs of a heading in a wiki, within one in Markdown."""
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][\w-][^{}]*\}\s*$")
_NUMBERING = re.compile(
    r"^(?:§+\s*\d+(?:\.\d+)*\.?|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|"
    r"\(?[A-Z]\)|[A-Z]\.|\(?[ivx]{1,5}\)|[IVX]{1,5}[.)])\s+(?=\S)"
)
_PLAIN_NUMBER = re.compile(rf"^\d{{1,2}}\s+(?:[-–—:]\s+)?(?!(?i:{_MONTHS})\b)(?=[A-Z][a-z])")
_PARTS = (
    "session|chapter|ch|lecture|lec|part|section|sec|unit|module|week|day|lesson|talk|paper|book|"
    "volume|vol|act|appendix|episode|ep|meeting|call|tutorial|workshop|panel|exercise|topic|"
    "block|stage|phase|step|track|seminar|sitting|teil|kapitel|vorlesung|woche|"
    "capítulo|parte|tema|unidad|sesión|clase|chapitre|partie|leçon"
)
_ORDINAL = (
    r"\d+(?:[./-]\d+)*[a-z]?|[ivxlc]+|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve"
)
_NUMBERED = re.compile(
    rf"^((?:{_PARTS})(?:s?\.?\s+#?(?:{_ORDINAL})|s?\.?\s*#?\d+(?:[./-]\d+)*[a-z]?))"
    r"(?:\s*[:.–—-]+\s*|\s+[|/]\s+|\s+(?-i:(?=[A-Z\"“(]))|$)(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ROLES = (
    "keynote(?: talk| speech| address)?|invited (?:talk|speaker)|guest (?:lecture|speaker|talk)|"
    "plenary|panel(?: discussion)?|poster(?: session)?|demo(?: session)?|fireside chat|tutorial|"
    "workshop|lightning talks?|prologue|epilogue|introduction|conclusion|foreword|preface|"
    "afterword|appendix|interlude|case study|paper|book|talk|lecture|theorem|lemma|definition|"
    "example|exercise|speaker"
)
_ROLE = re.compile(rf"^((?:{_ROLES})(?:\s+#?\d+)?)\s*[:–—]\s+(\S.*)$", re.IGNORECASE | re.DOTALL)
_PERSON = re.compile(r"^(keynote|invited|guest|speaker|plenary|fireside)", re.IGNORECASE)
_SUBTITLE = re.compile(r"^(.{1,80}?\S)(?::\s+|\s+[–—|]\s+|\s+-{1,3}\s+)(\S.*)$", re.DOTALL)
_ENDING_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?\s*$")


def heading(text: str, level: int, span: Span) -> Heading:
    """A heading from its readable text; every part that it does not have is empty.

    >>> found = heading("2.1 Session 1: Ray: Fast Jobs (Monday 3/2/2020", 2, Span("x.md", 1))
    >>> found.text, found.label, found.name, found.subtitle, found.date
    ('Session 1: Ray: Fast Jobs', 'Session 1', 'Ray', 'Fast Jobs', '2020-03-02')
    >>> heading("Steps of a waltz", 2, Span("x.md", 1)).name
    'Steps of a waltz'
    """
    text = _ATTRIBUTES.sub("", " ".join(text.split())) or text
    day, rest = date_in(text)
    rest = _bare(rest)
    label, topic = _labelled(rest)
    name, subtitle = _named(label, topic)
    whole = rest or text
    return Heading(whole, level, span, label=label, name=name, subtitle=subtitle, date=day)


def _bare(text: str) -> str:
    """Without a number before and a colon after it; the text itself where no more is left."""
    timeless = _TIMED.sub("", _FENCED.sub("", text.strip()), count=1)
    bare = _PLAIN_NUMBER.sub("", _NUMBERING.sub("", timeless, count=1), count=1)
    bare = bare.rstrip(" :").lstrip(" :–—") if len(bare) > 1 else bare
    return bare or text.strip()


def _labelled(text: str) -> tuple[str, str]:
    match = _NUMBERED.match(text) or _ROLE.match(text)
    return (match[1].rstrip(". "), match[2].strip()) if match else ("", text)


def _named(label: str, topic: str) -> tuple[str, str]:
    """What stands before a colon or a dash, and what after; a bracket at the end is neither."""
    match = _SUBTITLE.match(topic)
    name, subtitle = (match[1], match[2]) if match else (topic, "")
    if match and (name.count("(") > name.count(")") or name.count('"') % 2 or name.count("$") % 2):
        name, subtitle = topic, ""
    if subtitle and label and _PERSON.match(label):
        return _unbracketed(name), subtitle
    return _unbracketed(name), subtitle


def _unbracketed(name: str) -> str:
    cut = _ENDING_BRACKET.sub("", name) if name[-1:] in ")]" else name
    return cut if len(cut) > 1 else name
