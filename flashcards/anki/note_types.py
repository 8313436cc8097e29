"""The two note types, frozen: a changed id, field or template name would part notes in Anki."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from flashcards.anki.notes import FIELDS
from flashcards.model import Kind

if TYPE_CHECKING:
    import genanki

CHANGED = 1_795_637_000
"""When a template or the style last changed, in seconds since 1970. Anki takes them over from a
package only if this is newer than what it has: raise it with every change of templates/."""

MODEL_IDS: dict[Kind, int] = {"qa": 1_607_392_319_001, "cloze": 1_607_392_319_002}
NAMES: dict[Kind, str] = {"qa": "Flashcards Q&A", "cloze": "Flashcards Cloze"}

_TEMPLATE_NAMES: dict[Kind, str] = {"qa": "Question", "cloze": "Cloze"}


@cache
def models() -> tuple[genanki.Model, ...]:
    """Both note types as genanki writes them."""
    return tuple(_model(kind) for kind in FIELDS)


def _model(kind: Kind) -> genanki.Model:
    from flashcards.anki.library import genanki

    first = MODEL_IDS[kind] * 1000
    model = genanki.Model(
        MODEL_IDS[kind],
        NAMES[kind],
        fields=[{"name": name, "id": first + at} for at, name in enumerate(FIELDS[kind], 1)],
        templates=[
            {
                "name": _TEMPLATE_NAMES[kind],
                "id": first + 101,
                "qfmt": read(f"{kind}-front.html"),
                "afmt": read(f"{kind}-back.html"),
            }
        ],
        css=read("style.css"),
        model_type=genanki.Model.CLOZE if kind == "cloze" else genanki.Model.FRONT_BACK,
    )
    # genanki works out which fields a card needs, and takes {{hint:…}} for a field that all need.
    model.__dict__["_req"] = [[0, "any", [0]]]
    return model


def read(name: str) -> str:
    """A template or the style, as it is shipped."""
    return (files("flashcards.anki") / "templates" / name).read_text(encoding="utf-8")
