"""The user's files: notes, curation, lock and packages, each written whole or not at all."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EINVAL
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from flashcards.ignore import Ignored
from flashcards.media import ENDINGS as MEDIA
from flashcards.model import Span
from flashcards.problems import Problem, Refused, Severity
from flashcards.sources import DECKS, ENDINGS, LOCK, NOTES, ORG, Sources, curation_path

IGNORE_FILE = ".flashcardsignore"
PATIENCE = 20.0
"""Seconds that a build waits for another one; that of a few thousand changed bullets takes less."""

_GLANCE = 200
"""Milliseconds for which changes are waited for at a time."""
_TEMPORARY = ".flashcards-"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with notes/ and decks/. All paths are given from it, with forward slashes."""

    root: Path

    def read(self) -> tuple[Sources, list[Problem]]:
        """Everything a build reads, and a problem for each file that cannot be read.

        Refused if there is no folder of notes, or no note in it.
        """
        problems: list[Problem] = []
        media: list[str] = []
        found = sorted(self._walk(problems, media))
        if not found and not problems:
            raise Refused(_no_notes())
        notes = {
            path: _with_line_feeds(text) for path, text in self._texts(found, problems).items()
        }
        curations = self._texts(self._curation_paths(), problems)
        problems += self._misnamed()
        lock = self._lock()
        errors = (problem for problem in problems if problem.severity == "error")
        unread = frozenset(problem.span.path for problem in errors if problem.span)
        return Sources(notes, curations, lock, unread, tuple(sorted(media))), problems

    def _lock(self) -> bytes:
        """The text of the lock, empty where there is none. Refused if its file holds nothing."""
        if not (self.root / LOCK).exists():
            return b""
        data = self._data(LOCK)
        if not decoded(data, LOCK).strip():
            hint = "restore it from version control, or delete it: then every card begins anew"
            raise Refused(Problem("the lock is empty", Span(LOCK, 1), hint))
        return data

    def expect_notes(self) -> None:
        """Refused if there is no folder of notes, or no note in it; reads none."""
        problems: list[Problem] = []
        if next(self._walk(problems), None) is None and not problems:
            raise Refused(_no_notes())

    def _texts(self, paths: list[str], problems: list[Problem]) -> Mapping[str, str]:
        texts: dict[str, str] = {}
        for path in paths:
            try:
                _expect_reader(path)
                texts[path] = self._text(path)
            except Refused as refused:
                problems += refused.problems
        return texts

    def _text(self, path: str) -> str:
        return decoded(self._data(path), path)

    def _data(self, path: str) -> bytes:
        try:
            return _bytes(self.root / path)
        except OSError as error:
            raise Refused(Problem(f"cannot be read: {error.strerror}", Span(path, 1))) from None

    def lines(self, path: str) -> list[str]:
        """The lines of a file, for drawing a problem; none if it is unreadable or lies outside."""
        try:
            if not (self.root / path).resolve().is_relative_to(self.root.resolve()):
                return []
            data = _bytes(self.root / path)
        except (OSError, ValueError):
            return []
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff").split("\n")

    def bytes_of(self, path: str) -> bytes | None:
        """What a file holds now, or None."""
        with suppress(OSError):
            return _bytes(self.root / path)
        return None

    def _size(self, path: str) -> int:
        """In bytes; -1 where there is no such file."""
        with suppress(OSError):
            return (self.root / path).stat().st_size
        return -1

    def state(self, path: str) -> str:
        """What tells whether a file was written since; empty where there is none."""
        with suppress(OSError, ValueError):
            found = (self.root / path).stat()
            return f"{found.st_size} {found.st_mtime_ns}"
        return ""

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted; none where there is no such folder."""
        with suppress(OSError):
            return sorted(path.name for path in (self.root / folder).iterdir() if path.is_file())
        return []

    def holds(self, path: str) -> bool:
        """Whether a path is that of a file in the workspace, wherever symbolic links lead."""
        try:
            target = (self.root / path).resolve()
            around = self.root.resolve(), (self.root / NOTES).resolve()
            return target.is_file() and any(map(target.is_relative_to, around))
        except (OSError, ValueError, RuntimeError):
            return False

    def curation_text(self, package: str) -> str:
        """The text of a package's curation, empty where there is none yet."""
        path = curation_path(package)
        return self._text(path) if (self.root / path).exists() else ""

    def packages(self) -> list[str]:
        """The names of the packages that are there, sorted."""
        return sorted(path.stem for path in (self.root / DECKS).glob("[!.]*.apkg"))

    def _misnamed(self) -> list[Problem]:
        """A warning for each file that its owner will take for a curation."""
        return [
            Problem("is not read", Span(f"{DECKS}/{path.name}", 1), "rename it: .yaml", "warning")
            for path in sorted((self.root / DECKS).glob("[!.]*.yml"))
        ]

    def _curation_paths(self) -> list[str]:
        folder = self.root / DECKS
        return sorted(f"{DECKS}/{path.name}" for path in folder.glob("[!.]*.yaml"))

    def _walk(self, problems: list[Problem], media: list[str] | None = None) -> Iterator[str]:
        """The paths of all notes; symbolic links that lead outside are reported.

        `media` takes the paths of pictures, sounds and videos.
        """
        base = self.root / NOTES
        if not base.is_dir():
            hint = "flashcards init makes a workspace; -C DIR names one elsewhere"
            raise Refused(Problem(f"there is no folder {NOTES}/ in {self.root}", hint=hint))
        ignored = Ignored.read((self.bytes_of(IGNORE_FILE) or b"").decode("utf-8", "replace"))
        around = base.resolve(), self.root.resolve()
        walk = _Walk(*around, ignored, problems, set(), [] if media is None else media)
        yield from walk.folder(base, NOTES)

    def edits(self) -> Iterator[None]:
        """Goes on at once, then each time that notes or curation were changed since, until Ctrl-C.

        Saves that follow each other closely count as one.
        """
        from watchfiles import watch

        def is_ours(_: object, path: str) -> bool:
            inside = PurePosixPath(Path(path).relative_to(root).as_posix())
            if inside.parts[:1] == (DECKS,):
                return len(inside.parts) == 2 and inside.suffix == ".yaml"
            return not any(part.startswith(".") for part in inside.parts)

        root = self.root.resolve()
        with suppress(OSError):  # told by the build
            (root / DECKS).mkdir(exist_ok=True)
        folders = [folder for name in (NOTES, DECKS) if (folder := root / name).is_dir()]
        started = False
        for found in watch(
            *folders, watch_filter=is_ours, rust_timeout=_GLANCE, yield_on_timeout=True
        ):
            if found or not started:  # the watch has begun, so that no save is missed from here on
                started = True
                yield

    @contextmanager
    def alone(self, say: Callable[[str], None]) -> Iterator[None]:
        """Hold the workspace, so that no other run writes meanwhile.

        Says so if it has to wait; Refused if the other run does not end in time.
        """
        try:
            (self.root / DECKS).mkdir(exist_ok=True)
            opened = (self.root / DECKS / ".lock").open("a+b")
        except FileExistsError:
            message = f"{DECKS}/ cannot be written to: {DECKS} is no folder"
            raise Refused(Problem(message, hint="rename what is there")) from None
        except OSError as error:
            raise Refused(Problem(f"{DECKS}/ cannot be written to: {error.strerror}")) from None
        with opened as handle:
            if not _take(handle.fileno()):
                say("another run is writing to this workspace; waiting for it")
                _wait(handle.fileno())
            self._sweep()
            try:
                yield
            finally:
                _give_back(handle.fileno())

    def _sweep(self) -> None:
        """Remove what a killed run left behind. Only while the workspace is held."""
        for left in (self.root / DECKS).glob(f"{_TEMPORARY}*.tmp"):
            with suppress(OSError):
                left.unlink()

    def write(self, path: str, data: bytes | Iterator[bytes]) -> bool:
        """Replace a file as a whole, and make its folder; False if it holds these bytes already,
        where they are not given in pieces.

        Whoever reads it, or kills this run, finds the old bytes or the new ones.
        """
        if isinstance(data, bytes):
            if self._size(path) == len(data) and self.bytes_of(path) == data:
                return False
            data = iter([data])
        target = (self.root / path).resolve()
        temporary = target.parent / f"{_TEMPORARY}{os.getpid()}.tmp"
        try:
            target.parent.mkdir(exist_ok=True)
            with temporary.open("wb") as handle:
                handle.writelines(data)
                handle.flush()
                os.fsync(handle.fileno())
            with suppress(OSError):
                temporary.chmod(target.stat().st_mode)
            temporary.replace(target)
        except OSError as error:
            with suppress(OSError):
                temporary.unlink()
            raise Refused(Problem(f"{path} cannot be written: {error.strerror}")) from None
        _settle(target.parent)
        return True

    def create(self, files: Mapping[str, str], folders: Sequence[str]) -> None:
        """Make files and folders. Refused, before any write, if a file or its folder exists."""
        wanted = {path if "/" not in path else path.split("/")[0] for path in files}
        there = sorted(path for path in wanted if (self.root / path).exists())
        if there:
            hint = "nothing was written; name an empty folder"
            raise Refused(
                *(Problem(f"{self.root / path} exists already", hint=hint) for path in there)
            )
        for path in [*folders, *(path.rpartition("/")[0] for path in files)]:
            (self.root / path).mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            self.write(path, text.encode())


@dataclass(slots=True)
class _Walk:
    """One walk over the folder of notes."""

    notes: Path
    root: Path
    ignored: Ignored
    problems: list[Problem]
    followed: set[Path]
    media: list[str]

    def folder(self, folder: Path, name: str) -> Iterator[str]:
        pending = [(folder, name)]
        while pending:
            folder, name = pending.pop()
            for entry in self._entries(folder, name):
                path = f"{name}/{entry.name}"
                if self._passed_over(entry, path):
                    continue
                if entry.is_dir():
                    pending.append((Path(entry.path), path))
                elif entry.name.lower().endswith(ENDINGS) and entry.is_file():
                    yield path
                elif entry.name.lower().endswith(MEDIA):
                    self.media.append(path)

    def _entries(self, folder: Path, name: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return list(entries)
        except OSError as error:
            self._report(f"cannot be read: {error.strerror}", name)
            return []

    def _passed_over(self, entry: os.DirEntry[str], path: str) -> bool:
        if entry.name.startswith(".") or self.ignored.covers(path, entry.is_dir()):
            return True
        if not _speakable(path):
            shown = path.encode("utf-8", "replace").decode()
            self._report(f"the file name {shown} is not UTF-8; not read", "", "rename it")
            return True
        return entry.is_symlink() and not self._follows(entry, path)

    def _follows(self, entry: os.DirEntry[str], path: str) -> bool:
        """Links into the workspace are followed once; what lies in notes/ is read there."""
        target = Path(entry.path).resolve()
        wanted = entry.is_dir() or entry.name.lower().endswith(ENDINGS)
        if not target.exists():
            if wanted:
                self._report("a symbolic link to nothing; not read", path, severity="warning")
            return False
        if not target.is_relative_to(self.root):
            if wanted and not target.is_relative_to(self.notes):
                hint = f"it leads to {target}; put a copy into {NOTES}/"
                message = "a symbolic link out of the workspace; not followed"
                self._report(message, path, hint, "warning")
            return False
        if target.is_relative_to(self.notes) or self.notes.is_relative_to(target):
            return False
        if target in self.followed:
            return False
        self.followed.add(target)
        return True

    def _report(
        self, message: str, path: str, hint: str = "", severity: Severity = "error"
    ) -> None:
        span = Span(path, 1) if path else None
        self.problems.append(Problem(message, span, hint, severity))


def _expect_reader(path: str) -> None:
    """Refused where a note needs a library that is not there."""
    if path.lower().endswith(ORG) and find_spec("tree_sitter_org") is None:
        hint = "pip install 'flashcards[org]'"
        raise Refused(Problem("Org needs a parser that is not installed", Span(path, 1), hint))


def _bytes(path: Path) -> bytes:
    """What a file holds. OSError for a pipe or a device, which may never end."""
    if path.exists() and not path.is_file():
        raise OSError(EINVAL, "Is no regular file")
    return path.read_bytes()


def _no_notes() -> Problem:
    hint = f"put Markdown files there ({', '.join(ENDINGS)})"
    return Problem(f"{NOTES}/ holds no notes; nothing was changed", hint=hint)


def decoded(data: bytes, path: str) -> str:
    """The text of a file. Refused, with the place of the first bad byte, if it is not UTF-8."""
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8")) + 1
        span = Span(path, before.count(b"\n") + 1, column)
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        found = "it looks like UTF-16" if wide else f"byte {data[error.start]:#04x}"
        hint = "save it as UTF-8"
        raise Refused(Problem(f"is not UTF-8 ({found})", span, hint)) from None


def _with_line_feeds(text: str) -> str:
    """A note whose only line ends are carriage returns, as old Macs wrote them, has lines too."""
    return text if "\n" in text else text.replace("\r", "\n")


def nearest_note(place: str, known: Sequence[str]) -> str:
    """A path of a note as the user may have typed it: from here, from notes/, without ending."""
    tidy = PurePosixPath(place.replace(os.sep, "/")).as_posix()
    for known_path in known:
        bare = known_path.removeprefix(f"{NOTES}/")
        if tidy in (known_path, bare, os.path.splitext(known_path)[0], os.path.splitext(bare)[0]):
            return known_path
    return tidy


def _speakable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _settle(folder: Path) -> None:
    """Make a rename in the folder outlast a power failure, where the system can."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _wait(handle: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while not _take(handle):
        if time.monotonic() > deadline:
            hint = "try again when it has ended"
            raise Refused(Problem("another run still holds this workspace", hint=hint))
        time.sleep(0.05)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give_back(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _give_back(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
