"""Names of code and keys, marked as such or not, and what is said that they do."""

from __future__ import annotations

from flashcards import lazy_re as re
from flashcards.english.tagging import tag_all

_CODE = re.compile(r"`[^`]+`|[a-z_][\w.]*\([^()]*\)|[a-z_]\w*(?:\.[a-z_]\w*)+", re.IGNORECASE)
_KEYS = re.compile(
    r"(?:(?:ctrl|control|cmd|command|alt|option|shift|super|win|meta|fn|[⌘⌃⌥⇧]) ?[-+] ?)+"
    r"[^\s:]{1,9}",
    re.IGNORECASE,
)


def is_code(name: str) -> bool:
    """Whether a name is code or a key, marked as such or not.

    >>> [is_code(name) for name in ("`git stash`", "tf.cast()", "np.zeros", "Ctrl+Z", "e.g")]
    [True, True, True, True, False]
    """
    return bool(_CODE.fullmatch(name) or _KEYS.fullmatch(name)) and len(name) > _SHORTEST_CODE


def as_code(name: str) -> str:
    """Code as it stands in a question, marked; keys as they are.

    >>> as_code("tf.cast()"), as_code("Ctrl+Z")
    ('`tf.cast()`', 'Ctrl+Z')
    """
    return name if name[0] == "`" or _KEYS.fullmatch(name) else f"`{name}`"


_SHORTEST_CODE = 3
"""Characters of what is no shorthand such as `e.g` or `i.e`."""


def deed(meaning: str) -> str:
    """The base verb of what code does: behind its name a word that may be a verb is one.

    >>> deed("Replays all commits"), deed("Save and quit"), deed("Seconds between two tries")
    ('replay', 'save', '')
    """
    found = tag_all(meaning)[:2]
    form = next((form for form in found[0].forms if form.tag in "VZ"), None)
    if form is None or len(found) < 2:
        return ""
    follows = "DPNA" if form.usual == "n" else "DPNAIR"
    return form.base if found[1].may(follows if form.tag == "Z" else "C") else ""
