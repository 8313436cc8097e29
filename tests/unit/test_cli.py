"""The command line as a whole: help, version, wrong usage, init, completion, colours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Desk
from transcript import environment

import flashcards
from flashcards import __version__
from flashcards.cli import COMMANDS
from flashcards.cli.screen import cells, fit, table


def test_the_version(desk: Desk) -> None:
    assert desk.run("--version").out == f"flashcards {__version__}\n"
    assert desk.run("-C", ".", "--version").out == f"flashcards {__version__}\n"


def test_the_version_loads_no_command() -> None:
    code = (
        "import sys; sys.argv = ['flashcards', '--version']\n"
        "from flashcards.__main__ import main; main()\n"
        "print(sorted({'typer', 'yaml', 'genanki', 'flashcards.cli'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[1] == "[]"


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["build", "-q", "-C", "."]])
def test_heavy_libraries_are_not_loaded_in_vain(desk: Desk, words: list[str]) -> None:
    """Neither for help, nor by a build that has nothing to do."""
    desk.lay({"notes/a.md": "- Osmosis :: water through a membrane\n"})
    desk.run("build")
    code = (
        f"import sys; sys.argv = ['flashcards', *{words}]\n"
        "from flashcards.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'rich', 'yaml', 'genanki', 'flashcards.rules', 'pyromark', 'pydantic', 'nh3',\n"
        "         'rapidfuzz', 'flashcards.build'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=desk.root,
        env=environment() | {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


HELP = Path(flashcards.__file__).with_name("help.txt")


def test_the_help_that_is_printed_at_once_is_that_of_typer(desk: Desk, bless: bool) -> None:
    if bless:
        HELP.write_text(desk.run("--help").out, encoding="utf-8")
    assert HELP.read_text(encoding="utf-8") == desk.run("--help").out


@pytest.mark.parametrize(("columns", "widest"), [("200", 78), ("80", 78), ("60", 58)])
def test_help_fits_the_terminal(columns: str, widest: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flashcards", "--help"],
        env=environment() | {"COLUMNS": columns},
        capture_output=True,
        text=True,
        check=True,
    )
    prose = [line for line in done.stdout.splitlines() if not line.startswith("    flashcards")]
    assert max(map(len, prose)) <= widest
    assert "  schema " in done.stdout


@pytest.mark.parametrize("name", [command.__name__ for command in COMMANDS])
def test_every_command_teaches_with_an_example(desk: Desk, name: str) -> None:
    ran = desk.run(name, "--help")
    assert ran.code == 0
    assert f"  flashcards {name}" in ran.out


def test_help_names_every_command(desk: Desk) -> None:
    out = desk.run("--help").out
    assert all(f"  {command.__name__} " in out for command in COMMANDS)


@pytest.mark.parametrize(
    "arguments", [["biuld"], ["build", "--nothing"], ["same", "one"], ["cards", "--format", "xml"]]
)
def test_wrong_usage_exits_with_2(desk: Desk, arguments: list[str]) -> None:
    ran = desk.run(*arguments)
    assert ran.code == 2
    assert ran.out == ""


def test_init_makes_a_workspace_whose_example_reads_well(desk: Desk) -> None:
    assert desk.run("init", "bees").code == 0
    assert desk.text("bees/.gitattributes") == "decks/cards.lock merge=union\n"
    assert desk.text("bees/.gitignore") == "decks/*.apkg\ndecks/.lock\n.flashcards/\n"
    assert (desk.root / "bees/decks").is_dir()
    ran = desk.run("build", "-C", "bees")
    assert ran.code == 0
    assert "0 not understood" in ran.out


def test_init_overwrites_nothing(desk: Desk) -> None:
    desk.lay({"notes/mine.md": "- mine"})
    ran = desk.run("init")
    assert ran.code == 1
    assert "notes exists already" in ran.err
    assert [path.name for path in desk.root.iterdir()] == ["notes"]


def test_init_in_a_repository_leaves_its_gitignore_alone(desk: Desk) -> None:
    desk.lay({".gitignore": "*.pyc\n"})
    ran = desk.run("init")
    assert ran.code == 0
    assert desk.text(".gitignore") == "*.pyc\n"
    assert "decks/*.apkg" in ran.err


def test_ids_are_completed_from_the_lock(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.lay({"notes/cells.md": "- Osmosis :: the movement of water through a membrane\n"})
    desk.run("build")
    monkeypatch.setenv("_FLASHCARDS_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "flashcards explain osm")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert desk.run().out.startswith("osmosis-")


def test_no_colour_where_the_output_is_no_terminal(desk: Desk) -> None:
    desk.lay({"notes/cells.md": "- Osmosis :: the movement of water through a membrane\n"})
    ran = desk.run("build")
    assert "\x1b" not in ran.out + ran.err


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    note = "".join(f"- Term{n} :: the meaning number {n}\n" for n in range(3000))
    (tmp_path / "notes/a.md").write_text(note)
    command = f'"{sys.executable}" -m flashcards cards --format jsonl | head -n 1'
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def test_an_encoding_without_the_letters_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/a.md").write_text("- Größe :: die Ausdehnung\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "flashcards", "cards"],
        cwd=tmp_path,
        env={**environment(), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == ""


def test_tables_fit_and_know_wide_letters() -> None:
    rows = [("a", "x" * 50, "y" * 50), ("bb", "漢字", "e\u0301")]
    lines = list(table(rows, 60, flexible=[1, 2]))
    assert [cells(line) <= 60 for line in lines] == [True, True]
    assert lines[0].count("…") == 2
    assert fit("漢字漢字", 5) == "漢字…"
    assert cells("漢字") == 4
    assert cells("e\u0301") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the shell is a POSIX one")
@pytest.mark.parametrize("where", [">&-", "2>&-", ">/dev/full", ">/dev/full 2>&1"])
@pytest.mark.parametrize("command", ["cards", "build", "rules", "--help", "--version", "check"])
def test_no_traceback_where_nothing_can_be_printed(desk: Desk, command: str, where: str) -> None:
    desk.lay({"notes/bees.md": "- Worker bee :: a female bee that does not lay eggs\n"})
    run = f"{sys.executable} -m flashcards {command} {where}"
    done = subprocess.run(run, shell=True, env=environment(), capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    full = "full" in where and command != "check"
    assert done.returncode == (1 if full or "full" in where else 0)
