"""Ask how something is done, where a caption says what and a short block of code shows it.

To list open ports:
```bash
ss -tlnp
```
Q: How do you list open ports?
A: `ss -tlnp`

Command to measure the free space:
```bash
df -h
```
Q: How do you measure the free space?
A: `df -h`

- Reading a file line by line
  ```python
  for line in open(path): print(line)
  ```
Q: How do you read a file line by line (in Python)?
A: `for line in open(path): print(line)`

Output:
```text
42
```
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.questions import imperative_base, one_of
from flashcards.english.tagging import tag
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.passage import Passage
from flashcards.passages.topics import is_noun_phrase

SCOPE = "bullet"
FORMS = ("code",)

MOST_LINES, LONGEST_LINE = 6, 90
LONGEST_CAPTION = 14

_NOT_CODE = frozenset(
    "text txt output mermaid dataview dataviewjs csv log plaintext plantuml dot diff query".split()
)
_NAMES = {
    "python": "Python", "py": "Python", "js": "JavaScript", "javascript": "JavaScript",
    "ts": "TypeScript", "typescript": "TypeScript", "rust": "Rust", "rs": "Rust", "go": "Go",
    "java": "Java", "kotlin": "Kotlin", "c": "C", "cpp": "C++", "c++": "C++", "sql": "SQL",
    "r": "R", "ruby": "Ruby", "haskell": "Haskell", "swift": "Swift", "php": "PHP",
    "scala": "Scala", "julia": "Julia", "css": "CSS", "html": "HTML", "yaml": "YAML",
}  # fmt: skip
_HOW = re.compile(
    r"^(?:here(?:['’]s| is) )?(?:(?:the )?(?:(?:commands?|query|code|syntax|how) )?"
    r"(?:do (?:you|we|i)|to|you can|we can|can be used to) )"
    r"(?P<what>.+)$",
    re.IGNORECASE,
)


def read(passage: Passage) -> Iterator[Reading]:
    code, language = passage.bullet.text.strip("\n"), passage.bullet.language
    lines = code.split("\n")
    if len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_LINE or language in _NOT_CODE:
        return
    caption = _caption(passage)
    what = _what(caption, passage)
    if not what and _is_a_thing(caption):
        thing = one_of(passage.lowered(caption.strip().rstrip(":")))
        if not re.search(r"^\s*[$>] ", code[:4]):
            yield Reading(f"What does {thing} look like?", _shown(code, language))
        return
    if not what or not re.search(r"[^\W\d_]", code) or re.search(r"^\s*[$>] ", code[:4]):
        return
    name = _NAMES.get(language, "")
    within = f" (in {name})" if name and name.lower() not in what.lower() else ""
    yield Reading(f"How do you {what}{within}?", _shown(code, language))


def _caption(passage: Passage) -> str:
    """The bullet that the code stands below, or the text right before it."""
    bullet = passage.bullet
    if bullet.parent is not None and bullet.parent.children[0] is bullet:
        return bullet.parent.text
    before = passage.previous.bullet if passage.previous else None
    if before is not None and before.form in {"paragraph", "bullet", "step"}:
        near = bullet.span.line - before.span.line <= 3
        return before.text if near and before.text.rstrip().endswith(":") else ""
    return ""


def _what(caption: str, passage: Passage) -> str:
    """`list open ports` from `To list open ports:`, `Listing open ports` or `List open ports`."""
    said = re.split(r"(?<=[.!]) ", caption.strip())[-1].rstrip(":.?! ").strip()
    if not 2 <= word_count(said) <= LONGEST_CAPTION or "`" in said[:1]:
        return ""
    how = _HOW.match(said)
    said = how["what"] if how else said
    found = tokens(said)
    if {token.lower for token in found} & {"this", "these", "it", "following", "example", "above"}:
        return ""
    if how and (len(found) < 2 or tag(found[1]).may("I")):
        return ""  # `command to create`: what?
    if imperative_base(said):
        return passage.lowered(said)
    gerund = next((form for form in tag(found[0]).forms if form.tag == "G"), None)
    if gerund and len(found) > 1 and not tag(found[1]).may("BHMOV."):
        return f"{gerund.base} {said[found[0].end :].strip()}"
    return passage.lowered(said) if how and tag(found[0]).may("V") else ""


_NO_THING = re.compile(r"\b(?:output|results?|examples?|code|usage|note|notes|prints?)\b", re.I)


def _is_a_thing(caption: str) -> bool:
    """`Training loop in PyTorch:`"""
    name = caption.strip()
    short = name.endswith(":") and 2 <= word_count(name) <= 6
    return short and is_noun_phrase(name.rstrip(":")) and not _NO_THING.search(name)


def _shown(code: str, language: str) -> str:
    if "\n" not in code and "`" not in code:
        return f"`{code.strip()}`"
    return f"```{language}\n{code}\n```"
