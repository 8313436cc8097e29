"""`flashcards review` and `tune`, driven through a real terminal."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Desk
from transcript import environment

pexpect = pytest.importorskip("pexpect", reason="needs a Unix terminal")

CELLS = """# Cells

- Osmosis :: the movement of water through a membrane
- Ribosome :: a particle that builds proteins
- Cytosol :: the fluid inside a cell
- A lysosome holds {{c1::enzymes}}
"""
PATIENCE = 20
"""Seconds that a slow machine may take to show a screen."""


class Terminal:
    """A command in a terminal of its own."""

    def __init__(self, root: Path, arguments: Sequence[str], editor: str = "false") -> None:
        variables = {**environment(), "TERM": "xterm", "PYTHONUTF8": "1", "NO_COLOR": "1"}
        variables |= {"EDITOR": editor}
        variables.pop("VISUAL", None)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "flashcards", *arguments],
            cwd=str(root),
            env=variables,
            encoding="utf-8",
            dimensions=(40, 100),
            timeout=PATIENCE,
        )

    def see(self, text: str) -> str:
        """Wait until this is on the screen; what was shown up to it."""
        self.child.expect_exact(text)
        return str(self.child.before + self.child.after)

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def end(self) -> tuple[str, int]:
        """What was printed last, and the exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return str(self.child.before), int(self.child.exitstatus)


@pytest.fixture
def cells(desk: Desk) -> Desk:
    """A workspace with four cards, built once."""
    desk.lay({"notes/cells.md": CELLS})
    assert desk.run("build").code == 0
    return desk


def script(desk: Desk, *lines: str) -> str:
    """An editor that does this."""
    path = desk.root / "editor"
    path.write_text("#!/bin/sh\n" + "\n".join(lines) + "\n")
    path.chmod(0o755)
    return str(path)


def curation(desk: Desk) -> str:
    return re.sub(r"-[0-9a-f]{6}\b", "", desk.text("decks/cells.yaml")).partition("\n")[2]


def test_a_card_is_shown_as_it_will_look(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review"])
    screen = terminal.see("[q]uit")
    for shown in ("1 of 4", "│ Osmosis", "│ the movement of water through a membrane",
                  "notes/cells.md:3", "rule double-colon", "[k]eep  [e]dit  [d]rop"):  # fmt: skip
        assert shown in screen
    terminal.press("sss")
    assert "│ A lysosome holds […]" in terminal.see("4 of 4") + terminal.see("[q]uit")
    terminal.press("q")
    printed, code = terminal.end()
    assert "3 skipped; 1 left, the same command goes on" in printed
    assert code == 0
    assert "reviewed.txt" not in cells.files()


def test_each_key_does_what_it_says(cells: Desk) -> None:
    editor = script(cells, 'sed -i "s/^question:.*/question: What builds proteins?/" "$1"')
    terminal = Terminal(cells.root, ["review"], editor)
    terminal.see("1 of 4")
    terminal.press("k")
    terminal.see("2 of 4")
    terminal.press("b")
    terminal.see("1 of 4")
    terminal.press("xk")
    terminal.see("2 of 4")
    terminal.press("e")
    terminal.see("tuned ribosome")
    terminal.see("[q]uit")
    terminal.press("d")
    terminal.see("why?")
    terminal.press("too easy\r")
    terminal.see("4 of 4")
    terminal.press("p")
    printed, code = terminal.end()
    assert "2 kept, 1 edited, 1 dropped, 1 pinned; all done" in printed
    assert code == 0
    assert curation(cells).startswith(
        "tune:\n  ribosome:\n    question: What builds proteins?\n    was:\n"
        "      question: Ribosome\n      answer: a particle that builds proteins\n"
        "drop:\n  cytosol: too easy\n"
        "pin:\n  a-lysosome-holds-enzymes:\n    text: A lysosome holds {{c1::enzymes}}\n"
    )
    assert cells.run("review").out == "no new card to review\n"


def test_a_dropped_card_can_be_kept_after_all(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review"])
    terminal.see("1 of 4")
    terminal.press("d")
    terminal.see("why?")
    terminal.press("\r")
    terminal.see("2 of 4")
    terminal.press("b")
    terminal.see("dropped:")
    terminal.press("k")
    terminal.see("2 of 4")
    terminal.press("q")
    terminal.end()
    assert curation(cells) == "drop:\n"


def test_a_drop_can_be_thought_better_of(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review"])
    terminal.see("1 of 4")
    terminal.press("d")
    terminal.see("why?")
    terminal.child.sendintr()
    terminal.see("is not dropped")
    terminal.press("q")
    assert terminal.end()[1] == 0
    assert "cells.yaml" not in cells.files()


def test_a_review_goes_on_where_it_was_left(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review"])
    terminal.see("1 of 4")
    terminal.press("k")
    terminal.see("2 of 4")
    terminal.child.kill(signal.SIGKILL)
    terminal.child.wait()
    again = Terminal(cells.root, ["review"])
    again.see("1 of 3")
    again.see("│ Ribosome")
    again.press("q")
    again.end()


def test_a_review_of_all_goes_on_where_it_was_left(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review", "--all"])
    terminal.see("1 of 4")
    terminal.press("kk")
    terminal.see("3 of 4")
    terminal.child.sendintr()
    assert "2 left" in terminal.end()[0]
    again = Terminal(cells.root, ["review", "--all"])
    again.see("3 of 4")
    again.press("kk")
    assert "all done" in again.end()[0]
    third = Terminal(cells.root, ["review", "--all"])
    third.see("1 of 4")
    third.press("q")
    third.end()


def test_another_size_of_the_window_is_drawn_at_once(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review"])
    terminal.see("┌" + "─" * 70 + "┐")
    terminal.see("[q]uit")
    terminal.child.setwinsize(30, 40)
    terminal.see("┌" + "─" * 38 + "┐")
    terminal.see("[q]uit")
    terminal.press("q")
    assert terminal.end()[1] == 0


def test_ctrl_c_ends_a_review_like_quit(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review"])
    terminal.see("[q]uit")
    terminal.child.sendintr()
    printed, code = terminal.end()
    assert "4 left" in printed
    assert "Traceback" not in printed
    assert code == 0


def test_an_editor_that_fails_changes_nothing(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review"], "false")
    terminal.see("1 of 4")
    terminal.press("e")
    terminal.see("false ended with exit code 1; nothing was changed")
    terminal.press("q")
    assert terminal.end()[1] == 0
    assert "cells.yaml" not in cells.files()


def test_broken_yaml_is_asked_for_again_and_nothing_typed_is_lost(cells: Desk) -> None:
    editor = script(
        cells,
        'cat "$1" >> shown',
        "if grep -q '^#!' \"$1\"; then sed -i 's/^answer:.*/answer: water/' \"$1\"",
        'else sed -i \'s/^answer:.*/answer: "water/; s/^question:.*/question: Of what?/\' "$1"; fi',
    )
    terminal = Terminal(cells.root, ["tune", "osmosis"], editor)
    terminal.see("this is not YAML")
    terminal.see("Enter opens the editor again, q gives up:")
    terminal.press("\r")
    printed, code = terminal.end()
    assert "tuned osmosis" in printed
    assert code == 0
    assert "question: Of what?\n    answer: water\n" in curation(cells)
    assert "#! line" in cells.text("shown")


def test_who_gives_up_keeps_what_was_typed(cells: Desk) -> None:
    editor = script(cells, 'echo \'question: "mine\' > "$1"')
    terminal = Terminal(cells.root, ["tune", "osmosis"], editor)
    terminal.see("q gives up:")
    terminal.press("q\r")
    printed, code = terminal.end()
    kept = re.search(r"what you typed is in (\S+)", printed)
    assert kept
    assert Path(kept[1]).read_text() == 'question: "mine\n'
    assert code == 1
    assert "cells.yaml" not in cells.files()


def test_a_stale_card_can_be_accepted_or_reset(cells: Desk) -> None:
    for name in ("osmosis", "ribosome"):
        assert cells.run("tune", name, "--question", f"What is {name}?").code == 0
    cells.lay({"notes/cells.md": CELLS.replace("a membrane", "walls").replace("builds", "makes")})
    terminal = Terminal(cells.root, ["review", "--stale"])
    screen = terminal.see("1 of 2") + terminal.see("[q]uit")
    assert "was: Osmosis → the movement of water through a membrane" in screen
    assert "[a]ccept  [r]eset" in screen
    terminal.press("a")
    terminal.see("2 of 2")
    terminal.press("r")
    assert "1 accepted, 1 reset; all done" in terminal.end()[0]
    assert curation(cells) == (
        "tune:\n  osmosis:\n    question: What is osmosis?\n    was:\n      question: Osmosis\n"
        "      answer: the movement of water through walls\n"
    )
    assert cells.run("review", "--stale").out == "no stale card to review\n"


def test_a_card_in_other_words_is_new_again(cells: Desk) -> None:
    terminal = Terminal(cells.root, ["review"])
    terminal.see("1 of 4")
    terminal.press("kkkk")
    terminal.end()
    assert cells.run("review").out == "no new card to review\n"
    cells.lay({"notes/cells.md": CELLS.replace("a membrane", "walls")})
    again = Terminal(cells.root, ["review"])
    again.see("1 of 1")
    again.press("q")
    again.end()


def test_a_deck_or_a_package_narrows_it(cells: Desk) -> None:
    cells.lay({"notes/plants.md": "- Xylem :: the tissue that carries water up\n"})
    for name in ("plants", "Plants"):
        terminal = Terminal(cells.root, ["review", name])
        terminal.see("1 of 1")
        terminal.press("q")
        terminal.end()
    ran = cells.run("review", "plant")
    assert (ran.code, 'did you mean "plants"?' in ran.err) == (1, True)


def test_without_a_terminal_it_says_so(cells: Desk) -> None:
    ran = cells.run("review")
    assert ran.code == 1
    assert "a review needs a terminal" in ran.err
    assert cells.run("review", "--new", "--all").code == 2
