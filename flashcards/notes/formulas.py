"""Bring formulas into one form: `$…$` within a line, `$$…$$` on one line."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards import lazy_re as re
from flashcards.notes.hidden import code_spans

LONGEST_FORMULA = 200
"""Lines that a formula may take; a sign without its end hides no more than it must."""

_MATHS = re.compile(r"[\\^_={}]")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)*")


def in_dollars(line: str) -> str:
    r"""A line with `\(x\)` as `$x$` and `\[x\]` as `$$x$$`, outside of code."""
    if "\\(" not in line and "\\[" not in line:
        return line
    parts: list[str] = []
    at = 0
    for start, end in code_spans(line):
        parts += [_converted(line[at:start]), line[start:end]]
        at = end
    return "".join([*parts, _converted(line[at:])])


def _converted(text: str) -> str:
    out: list[str] = []
    at = 0
    while True:
        start = _next_opening(text, at)
        if start < 0:
            break
        close = "\\)" if text[start + 1] == "(" else "\\]"
        end = text.find(close, start + 2)
        if end < 0:
            break
        formula = text[start + 2 : end].strip()
        is_formula = bool(formula) and (close == "\\)" or _MATHS.search(formula) is not None)
        sign = "$" if close == "\\)" else "$$"
        new = f"{sign}{formula}{sign}" if is_formula else text[start : end + 2]
        out += [text[at:start], new]
        at = end + 2
    return "".join([*out, text[at:]])


def _next_opening(text: str, at: int) -> int:
    r"""Where the next `\(` or `\[` is whose backslash is not itself escaped, or -1."""
    match = _OPENING.search(text, at)
    while match and match[0] == "\\\\":
        match = _OPENING.search(text, match.end())
    return match.start() if match else -1


_OPENING = re.compile(r"\\\\|\\[(\[]")


def joined(lines: Sequence[str], number: int, content: str) -> tuple[str, int]:
    """A formula that begins in a line's content and ends on a later line, on one line.

    Gives that line and how many lines of the note it takes; `content` and 1 where it ends at once.
    """
    environment = _ENVIRONMENT.match(content)
    if environment:
        return _environment(lines, number, content, f"\\end{{{environment[1]}}}")
    sign, end = ("$$", "$$") if "$$" in content else ("\\[", "\\]")
    if content.count(sign) % 2 == 0 or (sign == "\\[" and end in content):
        return content, 1
    if sign == "\\[" and content.strip() != sign and not content.startswith("\\["):
        return content, 1
    parts = [content]
    for later in range(number + 1, min(len(lines), number + 1 + LONGEST_FORMULA)):
        line = lines[later][_QUOTED.match(lines[later]).end() :]  # type: ignore[union-attr]
        parts.append(_without_remark(line))
        if end in line:
            whole = " ".join(part.strip() for part in parts if part.strip())
            return whole, later - number + 1
    return content, 1


_ENVIRONMENT = re.compile(
    r"\\begin\{((?:align|equation|gather|multline|eqnarray|flalign|alignat|displaymath)\*?)\}"
)
"""What TeX sets as a formula without any dollar sign."""


def _environment(lines: Sequence[str], number: int, content: str, end: str) -> tuple[str, int]:
    parts = [_without_remark(content)]
    for later in range(number + 1, min(len(lines), number + 1 + LONGEST_FORMULA)):
        if end in parts[-1]:
            break
        parts.append(_without_remark(lines[later][_QUOTED.match(lines[later]).end() :]))  # type: ignore[union-attr]
    before, found, after = parts[-1].partition(end)
    if not found:
        return content, 1
    whole = " ".join(part.strip() for part in [*parts[:-1], before + end] if part.strip())
    return f"$${whole}$${after}", len(parts)


def _without_remark(line: str) -> str:
    """TeX reads no further than a `%`; on one line it would hide the rest of the formula."""
    match = re.search(r"(?<!\\)%", line)
    return line[: match.start()] if match else line
