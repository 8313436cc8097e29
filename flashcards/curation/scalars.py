"""Values written as YAML, so that they read back as the same text with any YAML program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Union

from flashcards import lazy_re as re
from flashcards.problems import Problem, Refused

Value = Union[str, "Mapping[str, Value]", "Sequence[Value]"]
"""What an entry holds: a text, texts by key, or a list."""

_INDICATOR = frozenset("-?:,[]{}#&*!|>'\"%@`=<")
"""Signs with which a plain text does not begin."""
_BREAKS_PLAIN = re.compile(r": |:$| #|[\t\n]")
_LIKE_A_NUMBER = re.compile(r"[-+.]?\d[\w.:+-]*")
"""Numbers, times and dates of YAML 1.1 and 1.2, and what looks like them."""
_UNSPOKEN = re.compile(
    r"[^\n\t -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What can stand in double quotes only, as an escape."""


def inline(text: str, flow: bool = False, style: str = "") -> str:
    """A text on one line: plain where that is safe, else in quotes; `style` asks for a quote.

    >>> print(inline("What is a VM?"), inline("no"), inline("1:30"), inline('say "no": why'))
    What is a VM? "no" "1:30" 'say "no": why'
    """
    if style not in ("'", '"') and _is_plain(text, flow):
        return text
    single = not _UNSPOKEN.search(text) and not re.search(r"[\n\t]", text)
    if single and (style == "'" or (style != '"' and re.search(r'["\\]', text))):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _is_plain(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _INDICATOR or _UNSPOKEN.search(text):
        return False
    if _BREAKS_PLAIN.search(text) or (flow and re.search(r"[,\[\]{}?:]", text)):
        return False
    if text.startswith(("...", "---")) or _LIKE_A_NUMBER.fullmatch(text):
        return False
    return _is_text(text)


@lru_cache(maxsize=1000)
def _is_text(text: str) -> bool:
    """Whether the types of YAML 1.1 leave a plain text a text: not `no`, `~`, `on`."""
    import yaml

    types: Any = yaml.resolver.Resolver()
    return bool(types.resolve(yaml.ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str")


_ESCAPED = re.compile(rf'["\\\n\t]|{_UNSPOKEN.pattern}')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    code = ord(sign)
    if 0xD800 <= code < 0xE000:
        raise Refused(Problem(f"half a character, {code:#x}, cannot be written"))
    if sign in _SHORT:
        return _SHORT[sign]
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def after_colon(value: Value, indent: int, step: int, eol: str) -> tuple[str, str]:
    """A value as it stands after `key:` in a block: the rest of that line, and the lines below.

    `indent` is the key's column, counted from 0, and `step` how much deeper what it holds stands.
    """
    if isinstance(value, str):
        if "\n" in value and not _UNSPOKEN.search(value):
            return _literal(value, indent + step, step, eol)
        return f" {inline(value)}", ""
    if isinstance(value, Mapping):
        if not value:
            return " {}", ""
        return "", "".join(
            eol + " " * (indent + step) + pair(key, one, indent + step, step, eol)
            for key, one in value.items()
        )
    if all(isinstance(one, str) for one in value):
        return f" {in_flow(value)}", ""
    return "", "".join(
        f"{eol}{' ' * (indent + step)}- {item(one, indent + step + 2, step, eol)}" for one in value
    )


def pair(key: str, value: Value, indent: int, step: int, eol: str) -> str:
    """A key with its value, without the indentation of its first line."""
    head, below = after_colon(value, indent, step, eol)
    return f"{inline(key)}:{head}{below}"


def item(value: Value, indent: int, step: int, eol: str) -> str:
    """A value as it stands after the dash of a list, whose keys stand in the column `indent`."""
    if not isinstance(value, Mapping) or not value:
        return in_flow(value)
    pairs = [pair(key, one, indent, step, eol) for key, one in value.items()]
    return f"{eol}{' ' * indent}".join(pairs)


def _literal(text: str, indent: int, step: int, eol: str) -> tuple[str, str]:
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomp = "-" if ends == 0 else "" if ends == 1 else "+"
    count = str(step) if body[:1] in (" ", "\t", "\n", "") else ""
    lines = [*body.split("\n"), *[""] * (ends - 1)]
    return f" |{count}{chomp}", "".join(
        eol + (" " * indent + line if line else "") for line in lines
    )


def in_flow(value: Value) -> str:
    """A value in brackets, on one line."""
    if isinstance(value, str):
        return inline(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(map(flow_pair, value.items())) + "}"
    return "[" + ", ".join(map(in_flow, value)) + "]"


def flow_pair(of: tuple[str, Value]) -> str:
    """A key with its value, within brackets."""
    return f"{inline(of[0], flow=True)}: {in_flow(of[1])}"
