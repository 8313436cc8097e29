"""A learner's Anki: the real library, in several versions, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

DESKTOP = Path(__file__).parent / "anki" / "desktop.py"
INSTALLED = "installed"
VERSIONS = (INSTALLED, "23.10.1", "2.1.50")
"""The newest, which is a dependency of the tests; the first with today's importer; the oldest that
runs on this Python, with the importer before it."""


class Anki:
    """One version of Anki. Its methods are those of `Desktop` in anki/desktop.py."""

    def __init__(self, command: list[str], environment: Mapping[str, str], folder: Path) -> None:
        self._folder = folder
        with (folder / "stderr").open("w") as stderr:
            self._process = subprocess.Popen(
                command,
                env=dict(environment),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                encoding="utf-8",
            )

    def __getattr__(self, name: str) -> Any:
        return lambda **arguments: self._do(name, arguments)

    def _do(self, name: str, arguments: Mapping[str, Any]) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([name, arguments]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, (self._folder / "stderr").read_text()
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def end(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._process.stdout.close()


@pytest.fixture(scope="session", params=VERSIONS)
def anki_of(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Anki]:
    """A version of Anki, at work from the first test that wants it to the last."""
    anki = started(request.param, tmp_path_factory.mktemp("anki"))
    yield anki
    anki.end()


def started(version: str, folder: Path) -> Anki:
    """That version of Anki, at work until its `end`; the folder is for what it complains of."""
    command = [sys.executable, str(DESKTOP)]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"}
    if version != INSTALLED:
        command.insert(1, "-S")
        environment["PYTHONPATH"] = str(library(version))
    return Anki(command, environment, folder)


def library(version: str) -> Path:
    """A folder with that version of the `anki` library and all that it needs."""
    return fetched("anki", version)


def fetched(package: str, version: str, *options: str) -> Path:
    """A folder with that version of a package.

    pip fills it once on a machine. It is renamed into place when it is whole.
    """
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    name = f"flashcards-tests-{package}-{version}-python-{python}"
    folder = Path(tempfile.gettempdir()) / name
    if not folder.exists():
        with tempfile.TemporaryDirectory(dir=folder.parent) as made:
            target = Path(made) / "library"
            pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target)]
            subprocess.run([*pip, *options, f"{package}=={version}"], check=True)
            with suppress(OSError):  # where another run was quicker
                target.rename(folder)
    return folder


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner with a collection of their own."""

    anki: Anki
    collection: Path

    def __getattr__(self, name: str) -> Any:
        return getattr(self.anki, name)

    def notes(self) -> dict[str, Any]:
        """The notes of the collection, by the ids of their cards."""
        return {note["fields"]["Id"]: note for note in self.anki.notes() if "Id" in note["fields"]}

    def take(self, *packages: Path, scheduling: bool = False) -> dict[str, int]:
        """Import packages one after the other; what became of their notes, added up."""
        how = {"scheduling": scheduling}
        counts = [self.anki.load(path=str(package), **how) for package in packages]
        return {kind: sum(count[kind] for count in counts) for kind in counts[0]}


@pytest.fixture
def learner(anki_of: Anki, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """A learner with an empty collection."""
    path = tmp_path_factory.mktemp("profile") / "collection.anki2"
    anki_of.open(path=str(path))
    yield Learner(anki_of, path)
    anki_of.close()
