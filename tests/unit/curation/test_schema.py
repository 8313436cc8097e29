"""The JSON Schema of decks/*.yaml, against the reader and against files that are there."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import Desk

from flashcards.curation.entries import SECTIONS
from flashcards.curation.reading import KEYS, LANGUAGES, MODES

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads(files("flashcards.curation").joinpath("schema.json").read_text("utf-8"))
SECTION = SCHEMA["properties"]
EXAMPLES = re.findall(
    r"^```yaml\n(.*?)^```$",
    (ROOT / "docs/curation.md").read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)


def keys(of: Any) -> set[str]:
    """The keys of the mapping that a part of the schema describes."""
    if "properties" in of:
        return set(of["properties"])
    return next(keys(one) for one in of["oneOf"] if one["type"] == "object")


def test_it_knows_the_keys_that_are_read() -> None:
    assert set(SECTION) == set(SECTIONS)
    assert keys(SECTION["defaults"]) == set(KEYS["defaults"])
    for section in ("tune", "add", "pin"):
        assert keys(SECTION[section]["additionalProperties"]) == set(KEYS[section])
    assert keys(SECTION["split"]["additionalProperties"]) == set(KEYS["split"])
    assert keys(SCHEMA["definitions"]["part"]) == set(KEYS["part"])
    assert keys(SCHEMA["definitions"]["was"]) == set(KEYS["was"])


def test_it_knows_the_modes_and_languages() -> None:
    defaults = SECTION["defaults"]["properties"]
    assert defaults["mode"]["enum"] == list(MODES)
    assert defaults["language"]["enum"] == list(LANGUAGES)


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "text", [(ROOT / "decks/mlsys-2020.yaml").read_text(encoding="utf-8"), *EXAMPLES[:-1]]
)
def test_it_accepts_what_is_right(text: str) -> None:
    jsonschema.validate(yaml.safe_load(text), SCHEMA)


@pytest.mark.parametrize(
    "text",
    ["tunes: {}", "tune: {a: {qestion: x}}", "add: {a: {question: x}}", "tune: {a: x}",
     "split: {a: []}", "defaults: {mode: loud}", "tune: {a: {tags: [a b]}}", "- x"],
)  # fmt: skip
def test_it_refuses_what_is_wrong(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), SCHEMA)


def test_files_that_the_program_creates_lie_beside_it(desk: Desk) -> None:
    desk.lay({"notes/cells.md": "- Osmosis :: the movement of water through a membrane\n"})
    assert desk.run("drop", "cells:1").code == 0
    header, _, rest = desk.text("decks/cells.yaml").partition("\n")
    assert header == "# yaml-language-server: $schema=curation.schema.json"
    assert json.loads(desk.text("decks/curation.schema.json")) == SCHEMA
    jsonschema.validate(yaml.safe_load(rest), SCHEMA)
    assert desk.run("schema").out == desk.text("decks/curation.schema.json")
