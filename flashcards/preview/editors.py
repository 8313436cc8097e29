"""Addresses by which a browser opens a place in an editor."""

from __future__ import annotations

import re

ADDRESSES = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscode-insiders": "vscode-insiders://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "windsurf": "windsurf://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "pycharm": "pycharm://open?file={path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "macvim": "mvim://open?url=file://{path}&line={line}&column={column}",
    "obsidian": "obsidian://open?path={path}",
    "none": "",
}
"""By the names that the command takes. Obsidian opens the note, not the line."""

USUAL = "vscode"
"""Where nothing says which editor it is: the one that most people have."""

_PROGRAMS = {
    "code": "vscode",
    "code-insiders": "vscode-insiders",
    "codium": "vscodium",
    "zeditor": "zed",
    "mate": "textmate",
    "mvim": "macvim",
}
_TEMPLATE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.*\{path\}")


def address(wanted: str) -> str | None:
    """The address for an editor's name, or one of the user's own; None where it is neither.

    >>> address("zed"), address("my-editor://open?{path}#{line}"), address("ed")
    ('zed://file{path}:{line}:{column}', 'my-editor://open?{path}#{line}', None)
    """
    return wanted if _TEMPLATE.match(wanted) else ADDRESSES.get(wanted)


def editor_of(program: str) -> str:
    """The name of the editor that a program is, which a terminal may call by a path.

    >>> editor_of("/usr/bin/code"), editor_of("vi")
    ('vscode', 'vscode')
    """
    name = re.split(r"[/\\]", program)[-1].lower()
    name = re.sub(r"(?:64)?\.(?:exe|cmd|sh)$", "", name)
    name = _PROGRAMS.get(name, name)
    return name if name in ADDRESSES and name != "none" else USUAL
