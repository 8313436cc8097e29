"""Reading and writing the user's files."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from transcript import environment

from flashcards import workspace as module
from flashcards.problems import Problem, Refused
from flashcards.sources import LOCK, Sources
from flashcards.workspace import Workspace, nearest_note


def lay(root: Path, files: dict[str, str | bytes]) -> Workspace:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Workspace(root)


def read(root: Path, files: dict[str, str | bytes]) -> tuple[Sources, list[Problem]]:
    return lay(root, files).read()


def test_notes_of_every_ending_and_depth_are_read(tmp_path: Path) -> None:
    names = ["notes/a.md", "notes/b.markdown", "notes/c/d/e.txt", "notes/F.MD", "notes/g.org"]
    sources, problems = read(tmp_path, dict.fromkeys([*names, "notes/g.pdf", "x.md"], "- x"))
    assert sorted(sources.notes) == sorted(names)
    assert list(sources.notes) == sorted(sources.notes)
    assert problems == []


def test_org_without_its_parser_is_reported_and_keeps_its_cards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    sources, problems = read(tmp_path, {"notes/a.md": "- x", "notes/b.org": "- x"})
    assert list(sources.notes) == ["notes/a.md"]
    assert sources.unread == {"notes/b.org"}
    assert [problem.hint for problem in problems] == ["pip install 'flashcards[org]'"]


def test_hidden_backup_and_ignored_files_are_no_notes(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict.fromkeys(
        ["notes/a.md", "notes/.b.md", "notes/.obsidian/c.md", "notes/logseq/bak/d.md",
         "notes/drafts/e.md"], "- x"
    )  # fmt: skip
    sources, _ = read(tmp_path, {**files, ".flashcardsignore": "drafts/\n"})
    assert list(sources.notes) == ["notes/a.md"]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    sources, _ = read(tmp_path, {"notes/a.md": b"\xef\xbb\xbf# A"})
    assert sources.notes["notes/a.md"] == "# A"


def test_line_ends_are_left_to_the_reader(tmp_path: Path) -> None:
    sources, _ = read(tmp_path, {"notes/a.md": b"- a\r\n- b\r\n"})
    assert sources.notes["notes/a.md"] == "- a\r\n- b\r\n"


def test_a_note_that_is_not_utf8_is_reported_at_its_first_bad_byte(tmp_path: Path) -> None:
    sources, (problem,) = read(
        tmp_path, {"notes/a.md": "- é\n- é caf".encode() + b"\xe9\n", "notes/b.md": "- fine"}
    )
    assert problem.span is not None
    assert (problem.span.path, problem.span.line, problem.span.column) == ("notes/a.md", 2, 8)
    assert "UTF-8" in problem.message
    assert list(sources.notes) == ["notes/b.md"]
    assert sources.unread == {"notes/a.md"}


def test_utf16_is_named(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, {"notes/a.md": "- x".encode("utf-16")})
    assert "UTF-16" in problem.message


def test_no_folder_of_notes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no folder notes/"):
        Workspace(tmp_path).read()
    with pytest.raises(Refused, match="no folder notes/"):
        Workspace(tmp_path).expect_notes()


def test_a_folder_without_notes_is_refused(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"notes/picture.png": b"\x89"})
    with pytest.raises(Refused, match="holds no notes"):
        workspace.read()
    with pytest.raises(Refused, match="holds no notes"):
        workspace.expect_notes()


def test_links_out_of_the_workspace_are_reported_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("- secret")
    inside = tmp_path / "inside"
    workspace = lay(inside, {"notes/a.md": "- x"})
    (inside / "notes/link.md").symlink_to(outside / "secret.md")
    (inside / "notes/folder").symlink_to(outside)
    (inside / "notes/gone.md").symlink_to(outside / "gone.md")
    sources, problems = workspace.read()
    assert list(sources.notes) == ["notes/a.md"]
    places = sorted(problem.span.path for problem in problems if problem.span)
    assert places == ["notes/folder", "notes/gone.md", "notes/link.md"]
    assert {problem.severity for problem in problems} == {"warning"}


def test_links_within_the_workspace_are_read_once_and_never_in_circles(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"notes/a.md": "- x", "papers/p.md": "- y"})
    (tmp_path / "notes/papers").symlink_to(tmp_path / "papers")
    (tmp_path / "notes/papers-again").symlink_to(tmp_path / "papers")
    (tmp_path / "notes/circle").symlink_to(tmp_path / "notes")
    (tmp_path / "notes/up").symlink_to(tmp_path)
    (tmp_path / "notes/copy.md").symlink_to(tmp_path / "notes/a.md")
    sources, problems = workspace.read()
    assert len(sources.notes) == 2
    assert {Path(path).name for path in sources.notes} == {"a.md", "p.md"}
    assert problems == []


def test_the_folder_of_notes_may_be_a_link(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    lay(vault, {"a.md": "- x"})
    (tmp_path / "work").mkdir()
    (tmp_path / "work/notes").symlink_to(vault)
    sources, problems = Workspace(tmp_path / "work").read()
    assert list(sources.notes) == ["notes/a.md"]
    assert problems == []


def test_a_file_name_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"notes/a.md": "- x"})
    with open(os.fsencode(tmp_path) + b"/notes/caf\xe9.md", "wb") as handle:
        handle.write(b"- y")
    sources, (problem,) = workspace.read()
    assert list(sources.notes) == ["notes/a.md"]
    assert "file name" in problem.message


def test_writing_the_same_bytes_again_touches_nothing(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"decks/a.yaml": "x"})
    before = (tmp_path / "decks/a.yaml").stat().st_mtime_ns
    assert workspace.write("decks/a.yaml", b"x") is False
    assert (tmp_path / "decks/a.yaml").stat().st_mtime_ns == before
    assert workspace.write("decks/a.yaml", b"y") is True
    assert (tmp_path / "decks/a.yaml").read_bytes() == b"y"


def test_a_write_keeps_the_mode_and_the_link_of_a_file(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"decks/real.yaml": "x"})
    (tmp_path / "decks/real.yaml").chmod(0o640)
    (tmp_path / "decks/a.yaml").symlink_to("real.yaml")
    workspace.write("decks/a.yaml", b"y")
    assert (tmp_path / "decks/a.yaml").is_symlink()
    assert (tmp_path / "decks/real.yaml").read_bytes() == b"y"
    assert stat.S_IMODE((tmp_path / "decks/real.yaml").stat().st_mode) == 0o640


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = lay(tmp_path, {"decks/a.yaml": "old"})

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="No space left"):
        workspace.write("decks/a.yaml", b"new")
    assert (tmp_path / "decks/a.yaml").read_text() == "old"
    assert os.listdir(tmp_path / "decks") == ["a.yaml"]


def test_nothing_is_created_over_what_exists(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"notes/mine.md": "- mine"})
    with pytest.raises(Refused, match="exists already"):
        workspace.create({"notes/a.md": "- a", "readme": "x"}, folders=["decks"])
    assert sorted(os.listdir(tmp_path)) == ["notes"]


def test_one_run_at_a_time(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"notes/a.md": "- x"})
    said: list[str] = []
    order: list[str] = []
    inside, leave = threading.Event(), threading.Event()

    def first() -> None:
        with workspace.alone(said.append):
            inside.set()
            leave.wait(10)
            order.append("first")

    def second() -> None:
        with workspace.alone(lambda text: (said.append(text), leave.set())):  # type: ignore[arg-type,func-returns-value]
            order.append("second")

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    inside.wait(10)
    threads[1].start()
    for thread in threads:
        thread.join(10)
    assert order == ["first", "second"]
    assert len(said) == 1
    assert "waiting" in said[0]


def test_a_run_that_never_ends_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    workspace = lay(tmp_path, {"notes/a.md": "- x"})
    with (
        workspace.alone(lambda _: None),
        pytest.raises(Refused, match="still holds"),
        workspace.alone(lambda _: None),
    ):
        pass


def test_what_a_killed_run_left_behind_is_swept(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"decks/.flashcards-1.tmp": "half", "decks/x.tmp": "mine"})
    with workspace.alone(lambda _: None):
        pass
    assert sorted(os.listdir(tmp_path / "decks")) == [".lock", "x.tmp"]


def test_a_lock_outlives_no_process(tmp_path: Path) -> None:
    """A killed run holds nothing, since the system gives its lock back."""
    workspace = lay(tmp_path, {"notes/a.md": "- x"})
    code = (
        "import os, pathlib, sys; from flashcards.workspace import Workspace\n"
        "with Workspace(pathlib.Path(sys.argv[1])).alone(print): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=environment(), check=False)
    with workspace.alone(lambda said: pytest.fail(said)):
        pass


@pytest.mark.parametrize("typed", ["notes/ml/x.md", "ml/x.md", "notes/ml/x", "ml/x"])
def test_a_note_may_be_named_in_short(typed: str) -> None:
    assert nearest_note(typed, ["notes/a.md", "notes/ml/x.md"]) == "notes/ml/x.md"


def test_the_lock_is_read_where_it_is(tmp_path: Path) -> None:
    sources, _ = read(tmp_path, {"notes/a.md": "- x", LOCK: "text"})
    assert sources.lock == b"text"


def test_a_folder_of_decks_that_is_none_is_refused(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {"notes/a.md": "- x", "decks": "a file"})
    with pytest.raises(Refused, match="decks is no folder"), workspace.alone(print):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["decks/a.yaml", LOCK])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    workspace = lay(tmp_path, {"notes/a.md": "- x"})
    (tmp_path / "decks").mkdir()
    os.mkfifo(tmp_path / name)
    try:
        _, problems = workspace.read()
    except Refused as refused:
        problems = list(refused.problems)
    assert [problem.message for problem in problems] == ["cannot be read: Is no regular file"]


def test_what_lies_outside_is_not_drawn(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret")
    workspace = lay(tmp_path / "work", {"notes/a.md": "- x"})
    (tmp_path / "work/notes/b.md").symlink_to(tmp_path / "secret")
    assert workspace.lines("notes/b.md") == []
    assert workspace.lines("notes/a.md") == ["- x"]


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_a_lock_that_lost_its_text_is_no_new_beginning(tmp_path: Path, text: str) -> None:
    workspace = lay(tmp_path, {"notes/a.md": "- x", LOCK: text})
    with pytest.raises(Refused, match="the lock is empty"):
        workspace.read()


def test_carriage_returns_alone_end_lines(tmp_path: Path) -> None:
    sources, _ = read(tmp_path, {"notes/a.md": b"# A\r\r- a :: b\r"})
    assert sources.notes["notes/a.md"] == "# A\n\n- a :: b\n"
