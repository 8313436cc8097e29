"""`flashcards tune`: other words for a card."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flashcards.cli.app import Folder
from flashcards.cli.completion import ids

if TYPE_CHECKING:
    from flashcards.cli.curating import Curator
    from flashcards.curation.entries import Section
    from flashcards.model import Card


class Kind(StrEnum):
    """What a card can be."""

    qa = "qa"
    cloze = "cloze"


def tune(
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="An id, or a place in a note.", autocompletion=ids),
    ],
    question: Annotated[
        list[str] | None,
        typer.Option(help="What to ask. Repeat it, with --answer, for several cards in its place."),
    ] = None,
    answer: Annotated[list[str] | None, typer.Option(help="What to answer.")] = None,
    text: Annotated[
        str | None, typer.Option(help="The text of a cloze, with {{c1::gaps}}.")
    ] = None,
    context: Annotated[str | None, typer.Option(help="The line above the question.")] = None,
    extra: Annotated[str | None, typer.Option(help="What the answer side says below.")] = None,
    hint: Annotated[str | None, typer.Option(help="A hint, which is shown on demand.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A tag to add.")] = None,
    untag: Annotated[list[str] | None, typer.Option(help="A tag to take away.")] = None,
    kind: Annotated[
        Kind | None, typer.Option(help="Make it a cloze or a question; its history begins again.")
    ] = None,
    several: Annotated[
        bool, typer.Option("--split", help="Make several cards of it, in the editor.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Keep the tune, although the note has changed.")
    ] = False,
    reset: Annotated[
        bool, typer.Option("--reset", help="Take the tune or the split out again.")
    ] = False,
    folder: Folder = None,
) -> None:
    """Put a card into other words. The note stays as it is; decks/*.yaml holds the words.

    Without options the card opens in $VISUAL or $EDITOR, with its bullet and what the rules made
    of it beside. An empty --context, --extra or --hint takes away what the draft has.

    \b
      flashcards tune lecture:12
      flashcards tune what-is-osmosis-8b2a --question "What does osmosis move?"
      flashcards tune what-is-osmosis-8b2a --accept
      flashcards tune lecture:12 --question "A?" --answer "a" --question "B?" --answer "b"
    """
    from flashcards.cli.curating import Curator, given
    from flashcards.cli.loading import load, reporting

    loaded = load(folder)
    curator = Curator(loaded)
    with reporting(loaded.workspace):
        if accept or reset:
            print((accepted if accept else without_tune)(curator, name))
            return
        card = curator.card(name)
        parts = _parts(question or [], answer or [])
        if len(parts) > 1:
            print(split(curator, card, [given(part) for part in parts]))
            return
        texts = given(
            {**(parts[0] if parts else {}), "text": text, "context": context, "extra": extra,
             "hint": hint}
        )  # fmt: skip
        if several or not (texts or tag or untag or kind):
            from flashcards.cli.editor import edit_card, edit_parts

            print((edit_parts if several else edit_card)(curator, card))
        else:
            tags = (tag or [], untag or [])
            print(put(curator, card, texts, tags, kind.value if kind else None))


def _parts(questions: list[str], answers: list[str]) -> list[dict[str, str | None]]:
    """The cards that repeated options describe."""
    count = max(len(questions), len(answers))
    if count > 1 and len(questions) != len(answers):
        raise typer.BadParameter("several cards need as many --answer as --question")
    pad: list[str | None] = [None]
    return [
        {"question": one, "answer": other}
        for one, other in zip([*questions, *pad][:count], [*answers, *pad][:count], strict=True)
    ]


Tags = tuple[list[str], list[str]]
"""Those to add, and those to take away."""


def put(
    curator: Curator,
    card: Card,
    texts: Mapping[str, str],
    tags: Tags = ([], []),
    kind: str | None = None,
) -> str:
    """Change texts of a card in the entry where they belong, and say so."""
    from flashcards.curation.composing import retagged

    before, section, _ = entry_for(curator, card)
    rest: dict[str, Any] = {key: one for key, one in before.items() if key not in _texts(before)}
    if kind:
        rest["kind"] = kind
    if any(tags):
        rest["tags"] = retagged(rest.get("tags"), *tags)
        if section != "tune":
            rest["tags"] = rest["tags"].get("add", [])
    return write(curator, card, {**rest, **_beside(_texts(before), texts), **texts})


def entry_for(curator: Curator, card: Card) -> tuple[dict[str, Any], Section, str]:
    """What the entry holds that a card's words belong into, its section and its file."""
    section: Section = {"added": "add", "split": "split"}.get(card.curated, "tune")  # type: ignore
    if section != "split":
        path = curator.path(section, card.id, card.package)
        return curator.entry(section, card.id, path) or {}, section, path
    whole, at, path = split_of_card(curator, card)
    return _cards(curator.entry("split", whole, path))[at], section, path


def write(curator: Curator, card: Card, held: Mapping[str, Any]) -> str:
    """Let the entry that a card's words belong into hold this, and say so."""
    from flashcards.curation.composing import filled_in, tune_of

    _, section, path = entry_for(curator, card)
    if section == "tune":
        value = tune_of(curator.loaded.built.drafts[card.id], held, _texts(held))
        curator.set("tune", card.id, value, path)
        return f"tuned {card.id} in {path}" if value else f"{card.id} is as the notes say"
    if section == "add":
        curator.set("add", card.id, filled_in(held, _texts(held), "add"), path)
    else:
        whole, at, path = split_of_card(curator, card)
        entry = curator.entry("split", whole, path)
        cards = _cards(entry)
        draft = curator.loaded.built.drafts[whole]
        own = {
            key: text
            for key, text in _texts(held).items()
            if (key, text) != ("context", draft.context)
        }
        cards[at] = filled_in(held, own, "part")
        whole_entry = {**entry, "cards": cards} if isinstance(entry, dict) else cards
        curator.set("split", whole, whole_entry, path)
    return f"changed {card.id} in {path}"


def split_of_card(curator: Curator, card: Card) -> tuple[str, int, str]:
    """The split that makes a card: its id, which of its cards it is, and the file."""
    return next(
        (whole, at, curation.path)
        for curation in curator.loaded.built.curations.values()
        for whole, found in curation.split.items()
        for at, part in enumerate(found.parts)
        if part.id == card.id
    )


def parts_of(curator: Curator, card: Card) -> list[dict[str, Any]]:
    """The cards of the split that makes a card."""
    whole, _, path = split_of_card(curator, card)
    return _cards(curator.entry("split", whole, path))


def _cards(entry: Any) -> list[Any]:
    return list(entry["cards"] if isinstance(entry, dict) else entry)


def _beside(kept: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts that may stay beside other ones: a cloze has no question, a question no gaps."""
    other = {"question", "answer"} if "text" in texts else {"text"}
    gone = other if {"question", "answer", "text"} & set(texts) else set()
    return {key: text for key, text in kept.items() if key not in gone}


def _texts(held: Mapping[str, Any]) -> dict[str, str]:
    from flashcards.curation.entries import TEXTS

    return {key: held[key] for key in TEXTS if key in held}


def split(curator: Curator, card: Card, parts: list[dict[str, str]]) -> str:
    """Write several cards in place of one, and say so."""
    from flashcards.curation.composing import split_of
    from flashcards.problems import Problem, Refused

    if card.curated == "added":
        hint = "flashcards add makes another card"
        raise Refused(
            Problem(f"{card.id} is written by hand, so there is nothing to split", hint=hint)
        )
    whole = split_of_card(curator, card)[0] if card.curated == "split" else card.id
    path = curator.path("split", whole, card.package)
    curator.set("split", whole, split_of(curator.loaded.built.drafts[whole], parts), path)
    return f"{whole} is {len(parts)} cards now, in {path}"


def accepted(curator: Curator, name: str) -> str:
    """Let a tune or a split remember the draft of now."""
    from flashcards.curation.composing import was_of

    card_id, section, path = _entry(curator, name)
    draft = curator.loaded.built.drafts.get(card_id)
    if draft is None:
        from flashcards.problems import Problem, Refused

        raise Refused(Problem(f"no bullet makes {card_id}, so there is no draft to accept"))
    entry = curator.entry(section, card_id, path)
    entry = entry if isinstance(entry, dict) else {"cards": entry}
    ordered = {**entry, "was": was_of(draft)}
    curator.set(section, card_id, ordered, path)
    return f"{card_id} is up to date in {path}"


def without_tune(curator: Curator, name: str) -> str:
    """Take a tune or a split out."""
    card_id, section, path = _entry(curator, name)
    curator.remove(section, card_id, path)
    return f"{card_id} is as the notes say; its {section} is no longer in {path}"


def _entry(curator: Curator, name: str) -> tuple[str, Any, str]:
    """The tune or the split that a name means."""
    from flashcards.problems import Problem, Refused

    for section in ("tune", "split"):
        card_id = curator.id_in(section, name)
        for curation in curator.loaded.built.curations.values():
            if card_id in getattr(curation, section):
                return card_id, section, curation.path
    raise Refused(Problem(f"{card_id} has no tune", hint=f"flashcards tune {card_id} makes one"))
