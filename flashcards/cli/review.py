"""`flashcards review`: one card at a time, a key each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from flashcards.cli.app import Folder

if TYPE_CHECKING:
    from flashcards.build import Built
    from flashcards.cli.curating import Curator
    from flashcards.lint import Flaw
    from flashcards.model import Card

REVIEWED = "decks/reviewed.txt"
PLACE = ".flashcards/review.json"
"""Where a review of all, flagged or stale cards was left. Only of this machine."""


def _decks(context: typer.Context, incomplete: str) -> list[str]:
    from flashcards.cli.add import packages

    return packages(context, incomplete)


def review(
    deck: Annotated[
        str | None,
        typer.Argument(help="A package, or a deck as Anki names it.", autocompletion=_decks),
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Cards that nobody has reviewed as they are now; usual.")
    ] = False,
    flagged: Annotated[
        bool, typer.Option("--flagged", help="Cards about which check has a warning.")
    ] = False,
    stale: Annotated[
        bool, typer.Option("--stale", help="Tuned cards beneath which the notes have changed.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="All cards.")] = False,
    folder: Folder = None,
) -> None:
    """Look at the cards one by one, as they will look in Anki, and decide with a key.

    Each decision is in decks/*.yaml at once, so that you may leave at any time and go on later.

    \b
      k keep     e edit     d drop     p pin
      s skip     b back     q quit
      a accept and r reset, where the notes have changed beneath a tuned card

    \b
      flashcards review
      flashcards review biology --all
      flashcards review --stale
    """
    import sys

    from flashcards.cli.curating import Curator
    from flashcards.cli.loading import load, reporting
    from flashcards.problems import Problem, Refused

    if sum([new, flagged, stale, everything]) > 1:
        raise typer.BadParameter("choose one of --new, --flagged, --stale and --all")
    which = "flagged" if flagged else "stale" if stale else "all" if everything else "new"
    loaded = load(folder)
    with reporting(loaded.workspace):
        cards = _chosen(loaded.built, deck, which, _reviewed(Curator(loaded)))
        if not cards:
            print(f"no {'card' if which == 'all' else f'{which} card'} to review")
            return
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            hint = "flashcards cards lists them anywhere"
            raise Refused(Problem("a review needs a terminal", hint=hint))
        session = Session(Curator(loaded), [card.id for card in cards], f"{which} {deck or ''}")
        session.run()
        print(session.summary())


def _reviewed(curator: Curator) -> dict[str, str]:
    from flashcards.curation import reviewed

    data = curator.loaded.workspace.bytes_of(REVIEWED) or b""
    return reviewed.load(data.decode("utf-8", "replace"))


def _chosen(built: Built, deck: str | None, which: str, reviewed: dict[str, str]) -> list[Card]:
    """The cards that are asked for, in the order of the notes."""
    from flashcards.curation.reviewed import unseen
    from flashcards.problems import Problem, Refused, did_you_mean

    cards = list(built.cards)
    if deck is not None:
        known = {card.package for card in cards} | {card.deck for card in cards}
        cards = [card for card in cards if deck == card.package or _is_below(card.deck, deck)]
        if not cards:
            hint = did_you_mean(deck, known) or f"there are: {', '.join(sorted(known)[:8])}"
            raise Refused(Problem(f'no cards are in a package or deck "{deck}"', hint=hint))
    if which == "new":
        return unseen(cards, reviewed)
    if which == "stale":
        return [card for card in cards if card.id in built.stale]
    return [card for card in cards if which == "all" or _flaws(card)]


def _is_below(deck: str, above: str) -> bool:
    return deck == above or deck.startswith(f"{above}::")


def _flaws(card: Card) -> list[Flaw]:
    from flashcards.lint import Face, lint

    return lint(Face(card.kind, card.question, card.answer, card.context))


@dataclass(slots=True)
class Session:
    """One review, while it goes on."""

    curator: Curator
    ids: list[str]
    name: str
    """What is reviewed; a review of the same begins where this one was left."""
    at: int = 0
    message: str = ""
    """What the last key did."""
    done: Counter[str] = field(default_factory=Counter)

    def run(self) -> None:
        """Show card after card until the last one or until the user quits."""
        from flashcards.cli import keys
        from flashcards.problems import Refused

        self.at = self.left_at()
        with keys.listening(), suppress(KeyboardInterrupt):
            while self.at < len(self.ids):
                self.draw()
                key = keys.read()
                if key in ("q", "Q", keys.QUIT):
                    break
                try:
                    self.press(key.lower())
                except Refused as refused:
                    self.message = "; ".join(problem.message for problem in refused.problems)

    def press(self, key: str) -> None:
        """Do what a key stands for; other keys do nothing."""
        does = self.keys().get(key)
        if does:
            does[1]()
            self.mark()

    def keys(self) -> dict[str, tuple[str, Callable[[], None]]]:
        """What can be done with the card at hand: key, name and deed."""
        changed = self.id in self.curator.loaded.built.stale
        stale = {"a": ("accept", self.accept), "r": ("reset", self.reset)} if changed else {}
        return {
            "k": ("keep", self.keep),
            "e": ("edit", self.edit),
            "d": ("drop", self.drop),
            "p": ("pin", self.pin),
            **stale,
            "s": ("skip", self.skip),
            "b": ("back", self.back),
        }

    @property
    def id(self) -> str:
        return self.ids[self.at]

    def card(self) -> Card | None:
        """The card at hand, as it ships or, if it is dropped, as drafted."""
        built = self.curator.loaded.built
        shipping = next((card for card in built.cards if card.id == self.id), None)
        return shipping or built.drafts.get(self.id)

    def is_dropped(self) -> bool:
        built = self.curator.loaded.built
        return any(self.id in curation.drop for curation in built.curations.values())

    # What the keys do.

    def keep(self) -> None:
        if self.is_dropped():
            self.curator.undo("drop", self.id)
        self.decided("kept")

    def edit(self) -> None:
        from flashcards.cli import keys
        from flashcards.cli.editor import edit_card

        card = self.card()
        if card is None:
            return
        with keys.as_before():
            print("\x1b[2J\x1b[H", end="", flush=True)
            message = edit_card(self.curator, card)
        if message.endswith(("stays as it is", "nothing was changed")):
            self.message = message
        else:
            self.decided("edited", message)

    def drop(self) -> None:
        from flashcards.cli import keys

        card = self.card()
        if card is None:
            return
        with keys.as_before():
            reason = self.ask("why? (Enter for no reason) ")
        if reason is None:
            self.message = f"{self.id} is not dropped"
            return
        path = self.curator.path("drop", self.id, card.package)
        self.curator.set("drop", self.id, reason, path)
        self.decided("dropped", f"dropped {self.id} in {path}")

    def ask(self, question: str) -> str | None:
        """A line from the user; None if they think better of it."""
        try:
            return input(question).strip()
        except (EOFError, KeyboardInterrupt):
            return None

    def pin(self) -> None:
        from flashcards.cli.pin import pinned

        self.decided("pinned", pinned(self.curator, self.id))

    def accept(self) -> None:
        from flashcards.cli.tune import accepted

        self.decided("accepted", accepted(self.curator, self.id))

    def reset(self) -> None:
        from flashcards.cli.tune import without_tune

        self.decided("reset", without_tune(self.curator, self.id))

    def skip(self) -> None:
        self.message, self.at = f"skipped {self.id}", self.at + 1
        self.done["skipped"] += 1

    def back(self) -> None:
        self.message, self.at = "", max(0, self.at - 1)

    def decided(self, how: str, message: str = "") -> None:
        """Remember that the card was looked at as it is now, and go on."""
        self.remember()
        self.done[how] += 1
        self.message = message or f"{how} {self.id}"
        self.at += 1

    # What outlasts the session.

    def remember(self) -> None:
        from flashcards.cli.screen import say
        from flashcards.curation import reviewed

        card = self.card()
        workspace = self.curator.loaded.workspace
        if card is not None:
            with workspace.alone(say):
                known = {**_reviewed(self.curator), card.id: reviewed.digest(card)}
                workspace.write(REVIEWED, reviewed.dump(known).encode())

    def left_at(self) -> int:
        """Where the last review of the same was left; those of new cards need no mark."""
        marked = self.marks().get(self.name)
        return self.ids.index(marked) if marked in self.ids else 0

    def marks(self) -> dict[str, str]:
        import json

        data = self.curator.loaded.workspace.bytes_of(PLACE) or b"{}"
        with suppress(ValueError):
            marks = json.loads(data)
            return marks if isinstance(marks, dict) else {}
        return {}

    def mark(self) -> None:
        """Write down how far a review of all, flagged or stale cards has come."""
        import json

        marks = self.marks()
        if not self.name.startswith("new"):
            marks.pop(self.name, None)
            if self.at < len(self.ids):
                marks[self.name] = self.id
            workspace = self.curator.loaded.workspace
            (workspace.root / PLACE).parent.mkdir(exist_ok=True)
            workspace.write(PLACE, json.dumps(marks).encode())

    def summary(self) -> str:
        """What was done, and what is left."""
        told = [f"{count} {how}" for how, count in self.done.items()]
        left = len(self.ids) - self.at
        ends = "all done" if left <= 0 else f"{left} left, the same command goes on"
        return f"{', '.join(told) or 'nothing decided'}; {ends}"

    # What is shown.

    def draw(self) -> None:
        """The card at hand on a cleared screen."""
        import shutil

        size = shutil.get_terminal_size()
        print("\x1b[2J\x1b[H" + "\n".join(self.lines(size.columns)), flush=True)

    def lines(self, width: int) -> Iterator[str]:
        from flashcards.cli.screen import colour, fit
        from flashcards.cli.showing import face, wrapped

        card = self.card()
        done = f"{self.at + 1} of {len(self.ids)}"
        filled = round(20 * self.at / len(self.ids))
        if card is None:
            yield f"{done}  {self.id} is gone"
            return
        bar = "█" * filled + "░" * (20 - filled)
        yield fit(f"{done}  {bar}  {card.deck}", width).rstrip()
        yield ""
        yield from face(card, width)
        yield ""
        for text, tone in self.about(card):
            for line in wrapped(text, width):
                yield colour(line, tone) if tone else line
        yield ""
        yield colour(fit(self.message, width).rstrip(), "cyan")
        names = "  ".join(f"[{key}]{name[1:]}" for key, (name, _) in self.keys().items())
        yield f"{names}  [q]uit"

    def about(self, card: Card) -> Iterator[tuple[str, str]]:
        """Where a card comes from, and what is to be said against it: lines and their colours."""
        built = self.curator.loaded.built
        yield f"{card.span.path}:{card.span.line} {card.source}", ""
        said = [card.id, f"rule {card.rule}" if card.rule else "", card.curated]
        yield ", ".join(filter(None, said)), "dim"
        for curation in built.curations.values():
            if self.id in curation.drop:
                yield f"dropped: {curation.drop[self.id].reason}", "red"
            for entry in (curation.tune.get(self.id), curation.split.get(self.id)):
                if entry and entry.was and self.id in built.stale:
                    draft = built.drafts[self.id]
                    yield "the notes have changed beneath this card", "yellow"
                    yield f"was: {entry.was.asked} → {entry.was.answer or ''}", ""
                    yield f"now: {draft.question} → {draft.answer}", ""
        yield from ((f"lint: {flaw.message}", "yellow") for flaw in _flaws(card))
