"""The signs that lines of notes begin with or are made of, and what each makes of a line."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.notes.html import NAMES, TAG

_MARKER_SIGNS = frozenset("-*+0123456789•‣◦▪▫●○·∙–—⁃■□➢➤▸▹►")
_LETTERED = re.compile(r"(?:[A-Za-z]|[ivx]{2,5})[.)][ \t]|[o§]\t")
TICKS = frozenset("✓✔✗✘✅❌☐☑☒")


def may_be_item(content: str) -> bool:
    return content[0] in _MARKER_SIGNS or _LETTERED.match(content) is not None


HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_TIGHT_HEADING = re.compile(r"(#{2,6})(?=[^#\s])|(#)(?=[A-Z0-9][^\s#]*[ \t]+[^#]*$)|(#{7,})(?=\s)")
RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
UNDERLINE = re.compile(r"-+|=+")
FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
QUOTE = re.compile(r"(?:>[ \t]?)+")
CARD = re.compile(r"(?<=\S)[ \t]*(?<!:):::?(?!:)[ \t]*(?=\S)")
PROPERTY = re.compile(r"[\w./-]+::(?:\s|$)")
QUESTION = re.compile(r"Q(?:uestion)?\s*[:.]\s")
ANSWER = re.compile(r"A(?:nswer)?\s*[:.]\s")
LABELLED = re.compile(r"Q(?:uestion)?\s*[:.]\s|\[!")
BOLD_LABEL = re.compile(r"(\*\*|__)[^*_]{1,40}(?::\1|\1:)")
PROSE = re.compile(r"[A-ZÀ-Þ][\w'’-]*[,;:]?(?: [\w'’(\"“-][\w'’.,;:()\"“”%-]*){3,}[.!?:]")
"""A sentence; at the depth of code it is prose that its writer set in."""
FORESIGHT = 20
"""Lines to look ahead for the end of a paragraph; more would cost time on long ones."""
BLOCK_TAG = re.compile(r"</?(?:li|p|div|tr|h[1-6]|summary|details|dt|dd|ul|ol|table)\b", re.I)
_KEPT_TAGS = frozenset(("sup", "sub", "mark", "img", "audio", "video", "source"))


def spaced_heading(content: str, column: int) -> tuple[str, int]:
    """`##A.` as `## A.`, with the column that its text then seems to begin at."""
    match = _TIGHT_HEADING.match(content)
    if match is None:
        return content, column
    signs = match[0][:6]
    rest = content[match.end() :].lstrip(" \t")
    return f"{signs} {rest}", column - 1 + len(content) - len(rest) - len(signs)


def leading_tags(content: str) -> int:
    """How many characters of HTML tags a line begins with."""
    at = 0
    while match := TAG.match(content, at):
        name = match[1].lower()
        if name not in NAMES or name in _KEPT_TAGS:
            break
        at = match.end()
        while at < len(content) and content[at] in " \t":
            at += 1
    return at
