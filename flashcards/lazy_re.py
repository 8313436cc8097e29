"""The standard `re`, with patterns that are compiled when they are first used.

    from flashcards import lazy_re as re

The rules hold hundreds of patterns, and a run uses some of them; to compile one takes
longer than to read a bullet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import DOTALL, IGNORECASE, MULTILINE, UNICODE, VERBOSE, I, M, Match, Pattern, escape
from typing import Any, cast

__all__ = [
    "DOTALL", "IGNORECASE", "MULTILINE", "UNICODE", "VERBOSE", "I", "M", "Match", "Pattern",
    "compile", "escape", "findall", "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Later:
    """Takes over the methods of the pattern when it is first asked for anything."""

    __slots__ = ("_given", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(*self._given)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """As `re.compile`; what is wrong with a pattern is told when it is first used."""
    return cast("Pattern[str]", _Later(pattern, flags))


_compiled = lru_cache(maxsize=512)(re.compile)
"""Sooner than the cache of `re`, which is written in Python."""


def search(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    return _compiled(pattern, flags).search(string)


def match(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    return _compiled(pattern, flags).match(string)


def fullmatch(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    return _compiled(pattern, flags).fullmatch(string)


def findall(pattern: str, string: str, flags: int = 0) -> list[Any]:
    return _compiled(pattern, flags).findall(string)


def finditer(pattern: str, string: str, flags: int = 0) -> Iterator[Match[str]]:
    return _compiled(pattern, flags).finditer(string)


def split(pattern: str, string: str, maxsplit: int = 0, flags: int = 0) -> list[str | Any]:
    return _compiled(pattern, flags).split(string, maxsplit)


def sub(
    pattern: str,
    repl: str | Callable[[Match[str]], str],
    string: str,
    count: int = 0,
    flags: int = 0,
) -> str:
    return _compiled(pattern, flags).sub(repl, string, count)
