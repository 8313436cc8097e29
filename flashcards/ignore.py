"""Which paths are no notes: patterns as .gitignore writes them, and backups of note programs."""

from __future__ import annotations

import re
from dataclasses import dataclass

ALWAYS = "logseq/bak/\nlogseq/version-files/\n.trash/\n"
"""Where Logseq and Obsidian keep earlier versions of pages."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """An ordered list of patterns; the last one that matches a path decides."""

    patterns: tuple[tuple[re.Pattern[str], bool, bool], ...]
    """What matches, whether it names folders only, whether it takes the path back in."""

    @classmethod
    def read(cls, text: str) -> Ignored:
        """The patterns of a .flashcardsignore file: `*`, `?`, `**`, a trailing `/`, a leading `!`.

        A pattern with a slash inside starts at the workspace, any other matches at every depth.
        """
        lines = [line.strip() for line in (ALWAYS + text).splitlines()]
        return cls(tuple(_pattern(line) for line in lines if line and not line.startswith("#")))

    def covers(self, path: str, is_folder: bool) -> bool:
        """Whether a file or a folder, given from the workspace, is left out."""
        covered = False
        for pattern, folders_only, back_in in self.patterns:
            if (is_folder or not folders_only) and pattern.fullmatch(path):
                covered = not back_in
        return covered


def _pattern(line: str) -> tuple[re.Pattern[str], bool, bool]:
    back_in = line.startswith("!")
    line = line.removeprefix("!")
    folders_only = line.endswith("/")
    line = line.rstrip("/")
    anywhere = "/" not in line or line + "/" in ALWAYS.split("\n")
    prefix = "(?:.*/)?" if anywhere else ""
    return re.compile(prefix + _regex(line.lstrip("/"))), folders_only, back_in


def _regex(glob: str) -> str:
    parts = re.split(r"(\*\*/|/\*\*|\*|\?)", glob)
    meaning = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}
    return "".join(meaning.get(part, re.escape(part)) for part in parts)
