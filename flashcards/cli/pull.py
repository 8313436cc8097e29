"""`flashcards pull`: edits made in Anki, into the curation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flashcards.cli.app import Folder

if TYPE_CHECKING:
    from flashcards.anki.reading import Found
    from flashcards.cli.loading import Loaded
    from flashcards.edits import Edit, Edits
    from flashcards.lock import Lock
    from flashcards.model import Card
    from flashcards.problems import Problem, Refused
    from flashcards.workspace import Workspace


def pull(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Anki's collection.anki2 (with Anki closed), or an exported .apkg or .colpkg.",
            exists=True,
            dir_okay=False,
        ),
    ],
    drop_deleted: Annotated[
        bool, typer.Option("--drop-deleted", help="Drop the cards whose notes you deleted there.")
    ] = False,
    keep_notes: Annotated[
        bool,
        typer.Option(
            "--keep-notes", help="Where both changed, let the next import bring the notes' words."
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
    ] = False,
    folder: Folder = None,
) -> None:
    """Take over what you changed in Anki: words and tags go into decks/*.yaml.

    Texts become `tune:` entries, so that the next build ships your words. Tags that you added
    stay. Cards that are suspended or leeches are listed with their place in the notes: they want
    better words. What changed both in Anki and in the notes is shown, and left to you. Anki's own
    file is only read.

    \b
      flashcards pull ~/.local/share/Anki2/me/collection.anki2
      flashcards pull exported.apkg --dry-run
    """
    from flashcards.cli.collection import database
    from flashcards.cli.loading import load, reporting
    from flashcards.cli.screen import has_errors, report

    loaded = load(folder)
    with reporting(loaded.workspace):
        edits = _edits(database(file), loaded)
    problems = [*loaded.built.problems, *_emptied(edits)]
    problems += [] if keep_notes else _conflicts(edits, file)
    if not dry_run:
        problems += _written(edits, loaded, drop_deleted)
        anew = [one.card for one in edits.conflicts] if keep_notes else []
        _ship_anew({card.id for card in [*edits.stuck, *anew]}, loaded)
        _ship_as_pulled(edits, loaded)
    for line in _told(edits, drop_deleted, dry_run):
        print(line)
    report(problems, loaded.workspace)
    raise typer.Exit(has_errors(problems))


def _edits(data: bytes, loaded: Loaded) -> Edits:
    """What the collection says about our cards. Refused if it holds none of them."""
    from flashcards.anki.reading import notes_of
    from flashcards.edits import compare, guids
    from flashcards.problems import Problem, Refused

    built = loaded.built
    known = guids(built.before)
    found = notes_of(data, known.keys())
    if not found:
        hint = "build and import the packages first; or is it another profile's?"
        raise Refused(Problem("none of these cards is in there; nothing was changed", hint=hint))
    shipped = [note for name in built.packages for note in _shipped(loaded.workspace, name, known)]
    return compare(found, shipped, built.cards, built.before)


def _shipped(workspace: Workspace, package: str, known: Iterable[str]) -> list[Found]:
    """The notes of the package that the last build wrote; none where it is not there any more."""
    from io import BytesIO

    from flashcards.anki.reading import notes_of, unpacked
    from flashcards.problems import Refused
    from flashcards.sources import package_path

    data = workspace.bytes_of(package_path(package))
    try:
        return notes_of(unpacked(BytesIO(data)), set(known)) if data else []
    except Refused:
        return []


def _written(edits: Edits, loaded: Loaded, drop_deleted: bool) -> list[Problem]:
    """Write all that is sure into the curation; problems for what could not be."""
    from flashcards.cli.curating import Batch
    from flashcards.cli.tune import put
    from flashcards.problems import Refused

    batch = Batch(loaded)
    cards = {card.id: card for card in loaded.built.cards}
    problems: list[Problem] = []
    for edit in edits.edits:
        try:
            put(batch, edit.card, edit.texts, (list(edit.more_tags), list(edit.less_tags)))
        except Refused as refused:
            problems.append(_left(edit.card, refused))
    for card in edits.deleted if drop_deleted else ():
        path = batch.path("drop", card.id, card.package)
        batch.set("drop", card.id, "deleted in Anki", path)
    left = batch.save()
    return problems + [_left(cards[card_id], refused) for card_id, refused in left.items()]


def _left(card: Card, refused: Refused) -> Problem:
    from flashcards.problems import Problem

    reason = refused.problems[0]
    message = f"{card.id} was left as it is: {reason.message}"
    return Problem(message, reason.span or card.span, reason.hint)


def _ship_as_pulled(edits: Edits, loaded: Loaded) -> None:
    """Let the next build give cards that Anki has already the stamps which they have there: an
    update that changes nothing would still take the tags away that Anki gave."""
    from flashcards.cli.loading import load
    from flashcards.edits import stands
    from flashcards.lock import to_ship_as_pulled

    if edits.edits:
        cards = {card.id: card for card in load(loaded.workspace.root, quiet=True).built.cards}
        stamps = {
            edit.card.id: (cards[edit.card.id], edit.note.changed)
            for edit in edits.edits
            if edit.card.id in cards and stands(cards[edit.card.id], edit.note)
        }
        _change_lock(loaded, lambda lock: to_ship_as_pulled(lock, stamps))


def _ship_anew(ids: set[str], loaded: Loaded) -> None:
    """Let the next build give these cards a newer stamp than they have in Anki."""
    from flashcards.lock import to_ship_anew

    if ids:
        _change_lock(loaded, lambda lock: to_ship_anew(lock, ids))


def _change_lock(loaded: Loaded, change: Callable[[Lock], Lock]) -> None:
    """Change the lock as it is now, and save it."""
    from flashcards.cli.screen import say
    from flashcards.lock import dump, load
    from flashcards.sources import LOCK

    with loaded.workspace.alone(say):
        data = loaded.workspace.bytes_of(LOCK) or b""
        loaded.workspace.write(LOCK, dump(change(load(data, LOCK))))


def _conflicts(edits: Edits, file: Path) -> Iterator[Problem]:
    from shlex import quote

    from flashcards.problems import Problem

    for one in edits.conflicts:
        yield Problem(
            f"the {one.key} changed in Anki and here\n"
            f"    in Anki: {_shown(one.in_anki)}\n"
            f"    here:    {_shown(one.here)}",
            one.card.span,
            f"to keep Anki's: flashcards tune {one.card.id} --{one.key} {quote(one.in_anki)}\n"
            f"to keep the notes': flashcards pull --keep-notes {quote(str(file))}",
        )


def _emptied(edits: Edits) -> Iterator[Problem]:
    from flashcards.problems import Problem

    for card, key in edits.emptied:
        what = "its gaps" if key == "text" else f"its {key}"
        hint = f"flashcards drop {card.id} leaves the card out"
        yield Problem(f"{card.id} lost {what} in Anki; not taken over", card.span, hint, "warning")


def _told(edits: Edits, drop_deleted: bool, dry_run: bool) -> Iterator[str]:
    from flashcards.cli.summary import counted

    count = len(edits.edits) + (len(edits.deleted) if drop_deleted else 0)
    done = "to take over" if dry_run else "taken over"
    yield f"{counted(edits.found, 'note')} of ours in there, {counted(count, 'change')} {done}"
    for edit in edits.edits:
        yield from _of_edit(edit)
    for card in edits.deleted:
        yield _line("dropped" if drop_deleted else "deleted", card)
    if edits.deleted and not drop_deleted:
        yield "  deleted in Anki, or not exported; --drop-deleted leaves them out from now on"
    for card in edits.stuck:
        yield _line("behind", card)
    if edits.stuck:
        yield "  touched in Anki after the build, so that imports pass them over; they ship anew"
    for card, signs in edits.troubled:
        yield _line(signs, card)
        yield f"    {_shown(card.question)} → {_shown(card.answer)}"
    if edits.gone:
        yield f"{counted(edits.gone, 'note')} in there without a card here (retired, dropped)"
    if edits.edits and not dry_run:
        yield "flashcards build ships these words; importing them changes nothing in Anki"


def _of_edit(edit: Edit) -> Iterator[str]:
    from flashcards.cli.screen import colour

    yield _line("edited" if edit.texts else "tagged", edit.card)
    for key, text in edit.texts.items():
        before = edit.card.question if key == "text" else getattr(edit.card, key)
        yield colour(f"    - {_shown(before)}", "red")
        yield colour(f"    + {_shown(text)}", "green")
    signed = [f"+{tag}" for tag in edit.more_tags] + [f"-{tag}" for tag in edit.less_tags]
    if signed:
        yield f"    tags: {' '.join(signed)}"


def _line(what: str, card: Card) -> str:
    return f"  {what}  {card.span.path}:{card.span.line}  {card.id}"


def _shown(text: str) -> str:
    return " ".join(text.split())
