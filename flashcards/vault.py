"""The files that notes show: looked for where people keep them, never outside of the workspace."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote

from flashcards.media import bare, is_remote, kind_of
from flashcards.shown import Found, Missed
from flashcards.sources import DECKS, NOTES
from flashcards.workspace import Workspace

MOST = 100 << 20
"""Bytes of a file; Anki takes no larger one."""

FETCHED = f"{DECKS}/media"
"""Where files from the web are kept; they belong into version control, as the lock does."""

_CLIMB = re.compile(r"^/*(?:\.\./+)*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SETTINGS = ".obsidian/app.json"
_ASSETS = "assets"
"""Where Logseq keeps the pictures of a graph."""

Digests = Mapping[str, tuple[str, str]]
"""By the path of a file the state in which it was read, and the digest of its bytes."""


class Vault:
    """Finds the file that an address means.

    `listed` are the paths of all such files in notes/, `known` gives digests from an earlier run.
    """

    def __init__(
        self, workspace: Workspace, listed: Sequence[str], known: Callable[[], Digests]
    ) -> None:
        self._workspace = workspace
        self._listed = listed
        self._found: dict[tuple[str, str], Found | Missed | None] = {}
        self._attachments: dict[str, str] = {}
        self._known = known
        self.fresh: dict[str, tuple[str, str]] = {}
        """The digests of files that were read."""
        self.seen: dict[str, str] = {}
        """The states of all files that were looked for: what was found depends on them alone, and
        on which files are listed."""

    def __call__(self, path: str, address: str) -> Found | Missed | None:
        """The file that an address means in the text of a note; None for one on the web."""
        key = dirname(path), address
        if key not in self._found:
            self._found[key] = self._find(*key)
        return self._found[key]

    def _find(self, folder: str, address: str) -> Found | Missed | None:
        if is_remote(address):
            path = self._fetched.get(_stem(address))
            return self._at(path) if path else None
        if _SCHEME.match(address):
            return _outside(address)
        for path in self._candidates(folder, address):
            found = None if path.startswith("..") else self._at(path)
            if found:
                return found
        if normpath(join(folder, address)).startswith(".."):
            return _outside(address)
        what = "picture" if kind_of(address) == "picture" else "file"
        hint = f"looked for beside the note, among its attachments and by name in {NOTES}/"
        return Missed(f"{what} not found: {address}", hint)

    def _at(self, path: str) -> Found | Missed | None:
        state = self.seen[path] = self._workspace.state(path)
        if not state:
            return None
        if not self._workspace.holds(path):
            return _outside(path)
        if int(state.partition(" ")[0]) > MOST:
            return Missed(f"{path} is larger than 100 MB", "Anki takes no larger file")
        digest = self._digest(path, state)
        ending = path.rpartition(".")[2].lower()
        return Found(f"flashcards-{digest}.{ending}", path) if digest else None

    def _digest(self, path: str, state: str) -> str:
        known = self._remembered.get(path)
        if known and known[0] == state:
            return known[1]
        data = self._workspace.bytes_of(path)
        if data is None:
            return ""
        digest = blake2b(data, digest_size=10).hexdigest()
        self.fresh[path] = state, digest
        return digest

    @cached_property
    def _remembered(self) -> Digests:
        return self._known()

    def _candidates(self, folder: str, address: str) -> Iterator[str]:
        """Where the file may be, best first: paths from the workspace; `..` leads outside."""
        for name in _spellings(address):
            if not kind_of(name):
                continue
            if not name.startswith("/"):
                yield normpath(join(folder, name))
            name = _CLIMB.sub("", normpath(name))
            around = list(_upwards(folder))
            yield from (join(above, name) for above in around)
            yield from self._attached(folder, around, name)
            yield from (join(above, _ASSETS, name) for above in around)
            yield from self._by_name(folder, name)

    def _attached(self, folder: str, around: Sequence[str], name: str) -> Iterator[str]:
        """In the folder for attachments of the nearest vault of Obsidian's."""
        for root in around:
            setting = self._setting(root)
            if setting.startswith("./"):
                yield normpath(join(folder, setting, name))
            elif setting:
                yield normpath(join(root, setting.strip("/"), name))
            if setting:
                return

    def _setting(self, root: str) -> str:
        if root not in self._attachments:
            path = join(root, _SETTINGS)
            self.seen[path] = self._workspace.state(path)
            self._attachments[root] = self._read_setting(path) if self.seen[path] else ""
        return self._attachments[root]

    def _read_setting(self, path: str) -> str:
        data = self._workspace.bytes_of(path) if self._workspace.holds(path) else None
        try:
            settings = json.loads(data or b"{}")
        except (ValueError, RecursionError):
            return ""
        folder = settings.get("attachmentFolderPath") if isinstance(settings, dict) else ""
        return folder if isinstance(folder, str) else ""

    def _by_name(self, folder: str, name: str) -> Iterator[str]:
        """Files of that name: whose path ends as the address does, then those near the note."""
        found = self._names.get(basename(name).casefold(), ())
        tail = f"/{name}".casefold()

        def distance(path: str) -> tuple[bool, int, int, str]:
            return not path.casefold().endswith(tail), -_shared(path, folder), len(path), path

        yield from sorted(found, key=distance)

    @cached_property
    def _fetched(self) -> Mapping[str, str]:
        """The files that were fetched from the web, by the names that stand for their addresses."""
        self.seen[FETCHED] = self._workspace.state(FETCHED)
        names = self._workspace.names(FETCHED)
        return {name.partition(".")[0]: f"{FETCHED}/{name}" for name in names}

    @cached_property
    def _names(self) -> Mapping[str, list[str]]:
        names: dict[str, list[str]] = {}
        for path in self._listed:
            names.setdefault(basename(path).casefold(), []).append(path)
        return names


def fetched_path(address: str, ending: str) -> str:
    """Where a file that was fetched from the web is kept."""
    return f"{FETCHED}/{_stem(address)}{ending}"


def _stem(address: str) -> str:
    return blake2b(address.encode(errors="replace"), digest_size=10).hexdigest()


def _outside(address: str) -> Missed:
    message = f"{address} lies outside of the workspace; not read"
    return Missed(message, f"put a copy into {NOTES}/")


def _spellings(address: str) -> Iterator[str]:
    """The address as written, and what other programs take it for."""
    address = address.replace("\x00", "")
    seen = [address, bare(address), unquote(address), unquote(bare(address))]
    seen += [name.replace("\\", "/") for name in seen]
    yield from dict.fromkeys(seen)


def _upwards(folder: str) -> Iterator[str]:
    """The folder, and those around it up to the workspace."""
    while folder:
        yield folder
        folder = dirname(folder)
    yield ""


def _shared(path: str, folder: str) -> int:
    """How many folders a path and a folder have in common."""
    count = 0
    for one, other in zip(path.split("/")[:-1], folder.split("/"), strict=False):
        if one != other:
            break
        count += 1
    return count
