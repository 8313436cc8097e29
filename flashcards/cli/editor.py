"""Cards in the user's editor: a card as YAML, with what it comes from as comments."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flashcards.cli.curating import Curator
    from flashcards.model import Card
    from flashcards.problems import Problem

COMPLAINT = "#! "
"""How a line begins that says what is wrong with what was typed."""


def edit_card(curator: Curator, card: Card) -> str:
    """Let the user change a card's texts, save them, and say so."""
    from flashcards.cli.tune import entry_for, write
    from flashcards.curation.composing import texts_of

    before, _, _ = entry_for(curator, card)
    others = {key: held for key, held in before.items() if key != "was"}
    fields = {**{key: held for key, held in others.items() if key == "id"}, **texts_of(card)}
    fields |= {key: held for key, held in others.items() if key not in fields}
    begun = "\n".join([*_comments(curator, card), _HOW, *_written(fields)]) + "\n"
    unchanged = _read(begun, card.curated)

    def save(typed: Any) -> str:
        if typed == unchanged:
            return f"{card.id} stays as it is"
        return write(curator, card, typed)

    return _asked_until_right(begun, card.curated, save)


def edit_parts(curator: Curator, card: Card) -> str:
    """Let the user write several cards in place of one, save them, and say so."""
    from flashcards.cli.tune import parts_of, split
    from flashcards.curation.composing import texts_of

    fields = {key: text for key, text in texts_of(card).items() if text}
    cards = parts_of(curator, card) if card.curated == "split" else [fields, fields]
    listed = [
        ("  " if at else "- ") + line for one in cards for at, line in enumerate(_written(one))
    ]
    how = "# Each - is a card. The first keeps the history. Save to make them, or empty the file."
    begun = "\n".join([*_comments(curator, card), how, *listed]) + "\n"
    return _asked_until_right(begun, "cards", lambda typed: split(curator, card, typed))


def edit_added(curator: Curator, key: str, held: Mapping[str, Any], package: str) -> str:
    """Let the user write a card, save it, and say so."""
    from flashcards.cli.add import added
    from flashcards.curation.composing import in_order

    fields = {"question": "", "answer": "", **held}
    how = f"# A card for {package}. A cloze has text: with {{{{c1::gaps}}}} in place of question:."
    begun = "\n".join([how, *_written(in_order(fields, "add"))]) + "\n"
    return _asked_until_right(begun, "added", lambda typed: added(curator, key, typed, package))


_HOW = "# Change what you like and save. What is left out comes from the notes again."


def _comments(curator: Curator, card: Card) -> Iterator[str]:
    built = curator.loaded.built
    yield f"# {card.span.path}:{card.span.line}"
    yield f"#     {card.source}"
    draft = built.drafts.get(card.id)
    if draft is None:
        return
    yield f"# What the rule {draft.rule} makes of it:" if draft.rule else "# The draft:"
    yield from _as_comment(draft.question, draft.answer)
    for curation in built.curations.values():
        for entry in (curation.tune.get(card.id), curation.split.get(card.id)):
            if entry and entry.was and card.id in built.stale:
                yield "# What it was when these words were chosen:"
                yield from _as_comment(entry.was.asked, entry.was.answer or "")


def _as_comment(question: str, answer: str) -> Iterator[str]:
    for line in (question, answer):
        yield from (f"#     {one}" for one in line.splitlines())


def _written(fields: Mapping[str, Any]) -> list[str]:
    from flashcards.curation.scalars import pair

    return [
        line
        for key, text in fields.items()
        for line in (pair(key, text, 0, 2, "\n") if text else f"{key}:").split("\n")
    ]


def _asked_until_right(begun: str, of: str, save: Callable[[Any], str]) -> str:
    """Open the editor until what is typed can be saved, or the user gives up.

    What was typed stays, with what is wrong about it as comments on top.
    """
    from flashcards.cli.screen import say
    from flashcards.problems import Refused

    shown, typed = begun, ""
    while True:
        last, typed = typed, _without_complaints(run_editor(shown))
        if not _says_something(typed):
            return "nothing was changed"
        try:
            return save(_read(typed, of))
        except Refused as refused:
            if typed == last or not _goes_on(refused.problems, typed):
                say(f"what you typed is in {_kept(typed)}")
                raise
            shown = _with_complaints(refused.problems, typed)


def _goes_on(problems: tuple[Problem, ...], typed: str) -> bool:
    """Whether the user wants another go. Where nobody can be asked, one is taken for granted."""
    from flashcards.cli.screen import say
    from flashcards.problems import draw

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    for problem in problems:
        say(draw(problem, typed.split("\n")))
    print("Enter opens the editor again, q gives up: ", end="", file=sys.stderr, flush=True)
    return not sys.stdin.readline().strip().lower().startswith("q")


def _with_complaints(problems: tuple[Problem, ...], typed: str) -> str:
    lines = []
    for problem in problems:
        place = f"line {problem.span.line + len(problems)}: " if problem.span else ""
        hint = f" ({problem.hint.splitlines()[0]})" if problem.hint else ""
        lines.append(f"{COMPLAINT}{place}{problem.message}{hint}\n")
    return "".join(lines) + typed


def _without_complaints(text: str) -> str:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    return "\n".join(line for line in lines if not line.startswith(COMPLAINT))


def _says_something(typed: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in typed.split("\n"))


def _read(typed: str, of: str) -> Any:
    """What was typed, as data. Refused, with the place, if it is not what the entry of such a
    card can hold."""
    from flashcards.curation.reading import read_typed

    if of == "cards":
        return read_typed(typed, "split")
    return read_typed(typed, "add" if of == "added" else "card" if of == "split" else "tune")


def users_editor() -> list[str]:
    """The user's editor with its options: $VISUAL or $EDITOR, else one that most systems have."""
    import shlex
    import shutil

    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        return shlex.split(chosen, posix=os.name != "nt")
    usual = ("notepad",) if os.name == "nt" else ("editor", "nano", "vi")
    return [next((one for one in usual if shutil.which(one)), usual[-1])]


def _kept(text: str) -> str:
    """The name of a temporary file that holds a text."""
    import tempfile

    handle, name = tempfile.mkstemp(prefix="flashcards-", suffix=".yaml")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return name


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """While an editor runs, Ctrl-C is the editor's."""
    import signal

    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def run_editor(text: str) -> str:
    """The text as the user leaves it. Refused, with the place of the text, if the editor fails."""
    import subprocess
    from pathlib import Path

    from flashcards.problems import Problem, Refused

    program = users_editor()
    path = Path(_kept(text))
    try:
        with _deaf_to_interrupts():
            code = subprocess.call([*program, str(path)])
        reason = f"{program[0]} ended with exit code {code}" if code else ""
    except OSError as error:
        reason = f"{program[0]} cannot be run: {error.strerror}"
    edited = path.read_bytes().decode("utf-8", "replace")
    reason = "what was saved is not UTF-8" if "\ufffd" in edited and not reason else reason
    if reason and edited != text:
        hint = f"what you typed is in {path}"
        raise Refused(Problem(f"{reason}; nothing was changed", hint=hint))
    path.unlink(missing_ok=True)
    if reason:
        hint = "$VISUAL or $EDITOR names another editor"
        raise Refused(Problem(f"{reason}; nothing was changed", hint=hint))
    return edited
