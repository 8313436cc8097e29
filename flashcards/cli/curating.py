"""What the commands share that change decks/*.yaml: find the card, change its entry, save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flashcards.cli.loading import Loaded
    from flashcards.curation.entries import Section
    from flashcards.model import Card
    from flashcards.problems import Problem, Refused

SCHEMA = "curation.schema.json"
"""Beside the curation files, for editors that understand JSON Schema."""
HEADER = f"# yaml-language-server: $schema={SCHEMA}\n"
"""The first line of a file that the program creates."""


@dataclass(slots=True)
class Curator:
    """A loaded workspace whose curation is about to change."""

    loaded: Loaded

    def card(self, name: str) -> Card:
        """The card that an id or a place means, as it ships, or as drafted if it is dropped."""
        from flashcards.cli.which import one_card

        built = self.loaded.built
        known = {**built.drafts, **{card.id: card for card in built.cards}}
        return one_card(name, list(known.values()), [note.path for note in built.notes])

    def id_in(self, section: Section, name: str) -> str:
        """The id of an entry, which may be of a card that is gone."""
        from flashcards.cli.which import one_id, place

        paths = [note.path for note in self.loaded.built.notes]
        if place(name, paths):
            return self.card(name).id
        curations = self.loaded.built.curations.values()
        entries = {one for curation in curations for one in getattr(curation, section)}
        return one_id(name, sorted(entries)) if _fits(name, entries) else self.card(name).id

    def path(self, section: Section, card_id: str, package: str) -> str:
        """The file that holds an entry, else the one where it belongs."""
        from flashcards.sources import curation_path

        for curation in self.loaded.built.curations.values():
            if card_id in getattr(curation, section):
                return curation.path
        return curation_path(package)

    def entry(self, section: Section, card_id: str, path: str) -> Any:
        """What an entry holds now, or None."""
        from flashcards.curation.edit import entry_of

        return entry_of(self.text(path), section, card_id, path)

    def text(self, path: str) -> str:
        """The text of a curation file, empty where there is none yet."""
        from flashcards.sources import DECKS

        package = path.removeprefix(f"{DECKS}/").removesuffix(".yaml")
        return self.loaded.workspace.curation_text(package)

    def set(self, section: Section, card_id: str, value: Any, path: str) -> None:
        """Write an entry; an empty mapping takes it out."""
        from flashcards.curation.edit import remove_entry, set_entry

        if value == {}:
            self.change(path, lambda text: remove_entry(text, section, card_id, path))
        else:
            self.change(path, lambda text: set_entry(text, section, card_id, value, path))

    def remove(self, section: Section, card_id: str, path: str) -> None:
        """Take an entry out."""
        self.set(section, card_id, {}, path)

    def undo(self, section: Section, name: str) -> str:
        """Take the entry of a card out, and say so. Refused if it has none."""
        from flashcards.problems import Problem, Refused

        card_id = self.id_in(section, name)
        path = self.path(section, card_id, "")
        if not any(card_id in getattr(c, section) for c in self.loaded.built.curations.values()):
            raise Refused(Problem(f"{card_id} is not under {section}: in any file"))
        self.remove(section, card_id, path)
        return f"{card_id} is no longer under {section}: in {path}"

    def change(self, path: str, edit: Callable[[str], str]) -> None:
        """Edit a file as it is now, if what comes out is as right as it was, and save it."""
        from flashcards.cli.screen import say

        workspace = self.loaded.workspace
        with workspace.alone(say):
            before = self.text(path)
            missing = workspace.bytes_of(path) is None
            after = edit(HEADER if missing else before)
            self.expect_no_worse(path, before, after)
            if missing:
                self.write_schema()
            mark = "\ufeff" if (workspace.bytes_of(path) or b"").startswith(b"\xef\xbb\xbf") else ""
            workspace.write(path, (mark + after).encode())
        self.loaded = self.with_text(path, after)[0]

    def expect_no_worse(self, path: str, before: str, after: str) -> None:
        """Refused if an edit brings an error with it that was not there."""
        from flashcards.problems import Refused

        known = {problem.message for problem in self.errors(path, before)}
        fresh = [one for one in self.errors(path, after) if one.message not in known]
        if fresh:
            raise Refused(*(_untold(problem, self.text(path), after) for problem in fresh))

    def errors(self, path: str, text: str) -> list[Problem]:
        """What is wrong with the curation, if this file held this text."""
        return [problem for problem in self.with_text(path, text)[1] if problem.severity == "error"]

    def with_text(self, path: str, text: str) -> tuple[Loaded, list[Problem]]:
        """The workspace as it is with this text in a file, and what is wrong with its curation."""
        from flashcards.build import SWITCHED, curated_again
        from flashcards.curation import read

        curation, problems = read(text, path, SWITCHED)
        curations = {**self.loaded.built.curations, curation.package: curation}
        built, found = curated_again(self.loaded.built, curations)
        return replace(self.loaded, built=built), [*problems, *found]

    def write_schema(self) -> None:
        from importlib.resources import files

        from flashcards.sources import DECKS

        schema = files("flashcards.curation").joinpath("schema.json").read_bytes()
        self.loaded.workspace.write(f"{DECKS}/{SCHEMA}", schema)


@dataclass(slots=True)
class Batch(Curator):
    """Collects many entries and writes each file once."""

    waiting: dict[tuple[str, Section], dict[str, Any]] = field(default_factory=dict)
    """The entries to write, by file and section."""
    _known: dict[str, dict[str, Any]] = field(default_factory=dict)

    def entry(self, section: Section, card_id: str, path: str) -> Any:
        """What an entry holds, those that wait included."""
        from flashcards.curation.edit import contents

        if path not in self._known:
            self._known[path] = contents(self.text(path), path)
        held = self._known[path].get(section) or {}
        return self.waiting.get((path, section), {}).get(card_id) or held.get(card_id)

    def set(self, section: Section, card_id: str, value: Any, path: str) -> None:
        """Keep an entry until `save`; one that is to go goes at once."""
        if value == {}:
            Curator.set(self, section, card_id, value, path)
        else:
            self.waiting.setdefault((path, section), {})[card_id] = value

    def save(self) -> dict[str, Refused]:
        """Write what waits. Where a file does not take all at once, each entry by itself; those
        that it takes in no way are given back, with the reason."""
        from flashcards.curation.edit import set_entries
        from flashcards.problems import Refused

        left: dict[str, Refused] = {}
        for (path, section), entries in self.waiting.items():
            try:
                self.change(path, partial(set_entries, section=section, entries=entries, path=path))
            except Refused:
                for card_id, value in entries.items():
                    try:
                        Curator.set(self, section, card_id, value, path)
                    except Refused as refused:
                        left[card_id] = refused
        return left


def _fits(name: str, ids: Sequence[str] | set[str]) -> bool:
    return any(one.startswith(name) or one.endswith(f"-{name}") for one in ids)


def _untold(problem: Problem, before: str, after: str) -> Problem:
    """The problem without its place, which is in a text that was never written."""
    hint = "\n".join(filter(None, [problem.hint, "nothing was written"]))
    return problem if before == after else replace(problem, span=None, hint=hint)


def given(texts: Mapping[str, str | None]) -> dict[str, str]:
    """The texts that were given as options."""
    return {key: text for key, text in texts.items() if text is not None}
