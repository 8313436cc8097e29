"""Settled: what a build would say that finds all files as the last one left them."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from flashcards.cli import cache
from flashcards.cli.screen import colour
from flashcards.problems import Problem
from flashcards.sources import Sources, package_path
from flashcards.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Told:
    """What a build prints: its lines, and its problems."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def recall(workspace: Workspace, sources: Sources, mode: str) -> Told | None:
    """What a build of these sources would tell, where it would change no file; None where only a
    build can say."""
    lock = lock_digest(sources.lock).hexdigest()
    asked = _key(sources, mode, lock), _states(workspace)
    for key, states, data in cache.Cache(workspace.root).rows(
        "select key, states, told from settled"
    ):
        if (key, states) == asked:
            return _unpacked(data, workspace)
    return None


def settle(
    workspace: Workspace,
    sources: Sources,
    mode: str,
    lock: str,
    told: Told,
    seen: Mapping[str, str],
) -> None:
    """Remember what a build of these sources, which are on disk now, tells.

    `lock` is the digest of the lock that is there now, `seen` are the states of the other files
    that the build depends on, by their paths.
    """
    data = pickle.dumps((told.lines, told.problems, seen))
    row = _key(sources, mode, lock), _states(workspace), data
    cache.Cache(workspace.root).change(
        ("delete from settled", [()]), ("insert into settled values (?, ?, ?)", [row])
    )


def _unpacked(data: bytes, workspace: Workspace) -> Told | None:
    try:
        lines, problems, seen = pickle.loads(data)
        is_so = all(workspace.state(path) == state for path, state in seen.items())
        return Told(tuple(lines), tuple(problems)) if is_so else None
    except Exception:  # whatever a damaged file makes of it; the build is made then
        return None


def lock_digest(data: bytes = b"") -> blake2b:
    """The digest of a lock's text, which may be given piece by piece."""
    return blake2b(data, digest_size=16)


def _key(sources: Sources, mode: str, lock: str) -> bytes:
    """A digest of all that decides over what a build makes and how it tells it."""
    facts = cache.program(), mode, colour("", "bold"), lock
    digest = blake2b(repr(facts).encode(), digest_size=16)
    for texts in (sources.notes, sources.curations):
        _add(digest, texts)
    digest.update(repr(sources.media).encode(errors="surrogatepass"))
    return digest.digest()


def _add(digest: blake2b, texts: Mapping[str, str]) -> None:
    digest.update(f"{len(texts)}\n".encode())
    for path, text in texts.items():
        for part in (path, text):
            data = part.encode(errors="surrogatepass")
            digest.update(b"%d\n" % len(data) + data)


def _states(workspace: Workspace) -> str:
    """The packages that are there, and the state of each file."""
    states = [(name, workspace.state(package_path(name))) for name in workspace.packages()]
    return repr(states)
