"""Options and fixtures that tests of several folders share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""A busy machine is no fault of the program's."""

pytest_plugins = ["learner"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="rewrite the expected outputs")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether the expected outputs are to be rewritten instead of compared."""
    return bool(request.config.getoption("--bless"))


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Desk:
    """A workspace in a temporary folder, and the command line over it."""

    root: Path
    run: Callable[..., Ran]
    """Runs `flashcards` with these arguments, in this process."""

    def lay(self, files: Mapping[str, str | bytes]) -> None:
        """Write files, given from the workspace."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def text(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """All files of decks/, to see that nothing changed."""
        folder = self.root / "decks"
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        return {
            path.name: path.read_bytes()
            for path in found
            if path.is_file() and path.name != ".lock"
        }


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, also for the commands that it starts."""
    folder = tmp_path_factory.mktemp("cache")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def faults(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a rule slips on fails the test, though users only read of it."""

    def shown(_bullet: object, error: Exception) -> None:
        raise error

    monkeypatch.setattr("flashcards.phrase._broken", shown)


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    """A workspace that is the current folder."""

    def run(*arguments: str) -> Ran:
        from flashcards.__main__ import main

        monkeypatch.setattr(sys, "argv", ["flashcards", *arguments])
        capsys.readouterr()
        try:
            main()
        except SystemExit as exit:
            code = exit.code
        else:
            code = 0
        printed = capsys.readouterr()
        return Ran(int(code or 0), printed.out, printed.err)

    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, run)
