"""Whatever was built and imported in whatever order, a pull finds what the learner did alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flashcards.anki.guid import guid
from flashcards.anki.notes import FIELDS, fields_of, tags_of
from flashcards.anki.reading import Found
from flashcards.build import Built, build
from flashcards.edits import Edits, compare
from flashcards.lock import dump
from flashcards.sources import Sources

Draw = Callable[[st.SearchStrategy[Any]], Any]

ANSWERS = ["the movement of water", "the slow *movement* of water", "a < b & `c`", "x > y", "x < y"]
TITLES = ["Cells", "Parts of life"]
TEXTS = st.sampled_from(["one", "**two**", "a < b", "a > b", "1. three"])
TUNES = st.dictionaries(st.sampled_from(["question", "answer", "context", "extra", "hint"]), TEXTS)
TAGS = st.lists(st.sampled_from(["exam", "hard"]), max_size=2, unique=True)
EDITABLE = ["Question", "Answer", "Context", "Extra", "Hint"]


@dataclass
class World:
    """A workspace with one card that matters, and the collection of a learner."""

    keeps_stamps: bool
    """Whether Anki keeps the stamp of what it imports, as it does from 25.02 on."""
    notes: dict[str, str] = field(default_factory=lambda: {"answer": ANSWERS[0], "title": "Cells"})
    signs: str = "- Osmosis"
    before: str = ""
    tune: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    dropped: bool = False
    lock: bytes = b""
    now: int = 1_000_000
    packages: list[Found] = field(default_factory=list)
    anki: dict[str, Found] = field(default_factory=dict)

    def sources(self) -> Sources:
        note = f"{self.before}# {self.notes['title']}\n\n{self.signs} :: {self.notes['answer']}\n"
        note += "- Gel :: a solid in water\n"
        entries = [f"    {key}: {value!r}\n" for key, value in self.tune.items()]
        entries += [f"    tags: {{add: [{', '.join(self.tags)}]}}\n"] if self.tags else []
        curation = f"tune:\n  {self.card_id}:\n{''.join(entries)}" if entries else ""
        curation += f"drop:\n  {self.card_id}: dull\n" if self.dropped else ""
        return Sources({"notes/a.md": note}, {"decks/a.yaml": curation}, self.lock)

    @property
    def card_id(self) -> str:
        lines = self.lock.decode().split("\n")
        return next(line.split('"')[3] for line in lines if '"osmosis' in line)

    def built(self) -> Built:
        built = build(self.sources(), self.now)
        assert not [one for one in built.problems if one.severity == "error"], built.problems
        return built

    def build(self) -> None:
        built = self.built()
        self.lock = dump(built.lock)
        self.packages = [
            Found(
                guid(card.id, card.kind),
                dict(zip(FIELDS[card.kind], fields_of(card)[0], strict=True)),
                tags_of(card),
                card.changed,
            )
            for card in built.packages["a"]
        ]

    def take(self) -> None:
        for note in self.packages:
            there = self.anki.get(note.guid)
            if there is None or note.changed > there.changed:
                changed = note.changed if self.keeps_stamps else self.now
                self.anki[note.guid] = replace(note, changed=changed)

    def edit(self, name: str, html: str) -> None:
        code = guid(self.card_id, "qa")
        fields = {**self.anki[code].fields, name: html}
        self.anki[code] = replace(self.anki[code], fields=fields, changed=self.now)

    def pull(self, with_packages: bool) -> Edits:
        built = self.built()
        shipped = self.packages if with_packages else []
        return compare(list(self.anki.values()), shipped, built.cards, built.before)

    def step(self, draw: Draw) -> None:
        self.now += draw(st.sampled_from([1, 2, 60, 100_000]))
        match draw(st.sampled_from("anstgdpbbbi")):
            case "a":
                self.notes["answer"] = draw(st.sampled_from(ANSWERS))
            case "n":
                self.notes["title"] = draw(st.sampled_from(TITLES))
            case "s":
                self.signs = draw(st.sampled_from(["- Osmosis", "* **Osmosis**"]))
            case "t":
                self.tune = draw(TUNES)
            case "g":
                self.tags = draw(TAGS)
            case "d":
                self.dropped = not self.dropped
            case "p":
                self.before = draw(st.sampled_from(["", "A paragraph.\n\n"]))
            case "b":
                self.build()
            case "i":
                self.take()


@st.composite
def worlds(draw: Draw) -> World:
    """A world after a history in which nobody edited anything in Anki."""
    world = World(draw(st.booleans()))
    world.build()
    world.take()
    for _ in range(draw(st.integers(0, 14))):
        world.step(draw)
    return world


@given(worlds(), st.booleans())
def test_without_edits_nothing_is_found(world: World, with_packages: bool) -> None:
    found = world.pull(with_packages)
    assert (found.edits, found.conflicts, found.emptied) == ([], [], [])


@given(worlds(), st.booleans(), st.sampled_from(EDITABLE))
def test_an_edit_is_found_and_nothing_else(world: World, with_packages: bool, name: str) -> None:
    world.dropped = False
    world.now += 5
    world.edit(name, "words of the learner")
    found = world.pull(with_packages)
    told = [(key, text) for edit in found.edits for key, text in edit.texts.items()]
    told += [(one.key, one.in_anki) for one in found.conflicts]
    assert told == [(name.lower(), "words of the learner")]


@given(worlds(), st.booleans(), st.sampled_from(EDITABLE))
def test_an_edit_after_an_import_is_no_conflict(
    world: World, with_packages: bool, name: str
) -> None:
    world.dropped = False
    world.now += 5
    world.build()
    world.now += 5
    world.take()
    world.now += 5
    world.edit(name, "words of the learner")
    assert world.pull(with_packages).conflicts == []


@given(worlds(), TEXTS, st.sampled_from(EDITABLE))
def test_what_the_learner_changed_before_the_notes_did_is_a_conflict(
    world: World, text: str, name: str
) -> None:
    """Imported, edited, and then the same text changed here and was built."""
    world.dropped = False
    world.now += 5
    world.build()
    world.now += 5
    world.take()
    world.now += 5
    world.edit(name, "words of the learner")
    world.now += 5
    before = world.built()
    world.tune = {**world.tune, name.lower(): text}
    world.build()
    after = world.built()
    found = world.pull(True)
    changed = _texts(before, world.card_id) != _texts(after, world.card_id)
    assert [one.key for one in found.conflicts] == ([name.lower()] if changed else [])


def _texts(built: Built, card_id: str) -> list[list[str]]:
    return [fields_of(card)[0][:5] for card in built.cards if card.id == card_id]
