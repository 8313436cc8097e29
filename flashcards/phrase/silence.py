"""Bullets that make no card, and why: labels, links, metadata, to-dos, asides."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.clauses import parse
from flashcards.english.tokens import word_count, words
from flashcards.model import Bullet
from flashcards.phrased import Silence

_LINK = re.compile(r"^(?:(?:[^:]{1,40}: )?\W*(?:https?://|www\.)\S++(?:\s\W*)?|\S+@\S+\.\S+.*)$")
_METADATA = re.compile(
    r"^(?:code|links?|slides?|papers?|authors?|speakers?|presenters?|title|year|tags?|dates?|time|"
    r"venue|conference|journal|e-?mail|contact|see(?: also)?|source|sources|url|website|web ?site|"
    r"github|repo(?:sitory)?|video|status|attendees|participants|action items?|to-?do|isbn|doi|"
    r"published|publisher|genres?|pages?|rating|read(?: on)?|edition|created|updated|author\(s\)|"
    r"arxiv|"
    r"next meeting|meeting (?:date|time|link|notes|duration).*|agenda|recording|moderators?|notes?|"
    r"minutes|aliases|type|topics?|category|related|up|references?|bibtex|pdf|blog(?: post)?|"
    r"implementation|demo|project page|supplementary(?: material)?|image|figure|collapsed|id|"
    r"template|public|filters|icon|cover|chapter|lecture|course|professor|instructor|scribe)\s*:",
    re.IGNORECASE,
)
_NOTED = re.compile(r"notes?: (?!see\b)(?:\S+ ){3}", re.IGNORECASE)
"""`Note: runoff is no fresh water`, not `Notes: p. 5`."""
_PROPERTY = re.compile(r"[\w][\w ./-]{0,40}::(?:\s|$)")
"""Logseq's and Dataview's way to say something of a block: `length:: 1230 km`."""
_TO_DO = re.compile(
    r"^(?:to-?do|fixme|later|doing|done|now|waiting|read(?: up)?|check out|look (?:up|into|at)|"
    r"watch|remember to|follow up|ask (?:about|for)|look|review (?:the|this|chapter)|"
    r"finish (?:the|reading)|see)(?![\w-])",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:I(?! (?:is|=)|[/=])|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]ine|[Mm]yself|imo|IMO|imho|tbh|me)\b"
    r"(?![.\w])"
)


def not_worth_reading(bullet: Bullet) -> Silence | None:
    """The silence of a bullet that no rule should read, or None."""
    text = bullet.text.strip()
    if bullet.form == "task":
        return Silence(bullet, "to-do", "a to-do")
    if not re.search(r"\w", text) or bullet.form == "code":
        return Silence(bullet, "markup", "nothing to read: code, an image or a mark")
    if _LINK.match(text) or (_is_all_link(bullet) and not bullet.children):
        return Silence(bullet, "link", "a link or an address")
    if _PROPERTY.match(text):
        reason = "a property, key:: value; with a space before the colons it is a card"
        return Silence(bullet, "metadata", reason)
    if _METADATA.match(text) and not _NOTED.match(text):
        return Silence(bullet, "metadata", "metadata about the notes' source")
    if _TO_DO.match(text) and bullet.form != "step" and word_count(text) < 12 and not parse(text):
        return Silence(bullet, "to-do", "a reminder to oneself")
    if _speaks_of_the_writer(text):
        return Silence(bullet, "opinion", "in the first person: an aside or an opinion")
    return None


def _is_all_link(bullet: Bullet) -> bool:
    """A bullet that is one link with a generic text; `[[Osmosis]]` alone is an orphan."""
    return any(
        mark.kind == "link" and mark.end - mark.start >= len(bullet.text.strip(" .")) - 2
        for mark in bullet.marks
    )


_NOT_SAID = re.compile(r"[\"“][^\"“”]*[\"”]|`[^`]*`|\$[^$]*\$")
_ORDER = re.compile(
    r"\b(?:types?|class|phases?|parts?|wars?|volume|chapter|stages?|levels?|sections?|grades?|act|"
    r"complex|groups?|category|book|figure|table|appendix|factor|and|or) $|[+*/=×] $",
    re.IGNORECASE,
)
"""Before a Roman one, and before the letter of a formula."""


def _speaks_of_the_writer(text: str) -> bool:
    """Whether a text is in the first person; not in what it quotes, nor where `I` is a number."""
    if not _FIRST_PERSON.search(text):
        return False
    plain = _NOT_SAID.sub(" ", text)
    return any(
        match[0] != "I" or not _is_a_numeral(plain, match.start())
        for match in _FIRST_PERSON.finditer(plain)
    )


def _is_a_numeral(text: str, at: int) -> bool:
    """`Type I`, `angiotensin I to angiotensin II`, `built by William I`."""
    if _ORDER.search(text, max(0, at - 20), at):
        return True
    return bool(_NAMED.search(text, max(0, at - 30), at) and _AFTER_A_NUMERAL.match(text, at + 1))


_NAMED = re.compile(r"\b[A-Za-z][a-z]{3,} $")
_AFTER_A_NUMERAL = re.compile(r"[,;.)]|$| (?:to|into|in|and|or|from|of|is|by|with|at) (?!I\b)")


def why_silent(bullet: Bullet, english: bool, misses: tuple[str, ...]) -> Silence:
    """The silence of a bullet that every rule passed over."""
    text = bullet.text.strip()
    if bullet.children and (len(words(text)) <= 12 or text.endswith(":")):
        return Silence(bullet, "label", "a label; its children carry the content", misses)
    if not english:
        return Silence(bullet, "other language", "not English, and in no neutral form", misses)
    if text.endswith("?"):
        return Silence(bullet, "orphan", "a question that the notes do not answer", misses)
    if word_count(text) <= 3 and parse(text) is None:
        return Silence(bullet, "orphan", "a term about which nothing is said", misses)
    found = [token.lower for token in words(text)]
    if found and found[0] in closed.POINTING:
        reason = f'"{found[0]}" refers to something that is not certain'
        return Silence(bullet, "not understood", reason, misses)
    return Silence(bullet, "not understood", "no rule reads it with certainty", misses)
