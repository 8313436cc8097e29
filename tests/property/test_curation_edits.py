"""Files of curation in every style that people write: an edit changes its own entry alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.curation.edit import contents, remove_entry, set_entry
from flashcards.curation.syntax import Page, compose
from flashcards.curation.tree import Place, grow

Draw = Callable[[st.SearchStrategy[Any]], Any]

WORDS = st.lists(
    st.sampled_from(
        "osmosis Größe 漢字 🧠 why? a:b x#y no 1:30 - 'tis {{c1::gap}} [1] & * ! %".split()
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
TEXTS = st.one_of(
    WORDS,
    WORDS.map(lambda words: words + " " + "long " * 60),
    st.sampled_from(
        ["no", "on", "~", "010", "1e3", "2020-03-02", "a: b", "x # y", "true", "=", "<<"]
    ),
)
ANY_TEXT = st.one_of(TEXTS, st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
KEYS = st.sampled_from(["alpha-1b", "beta-2c", "gamma-3d", "404", "größe-5f", "no"])
FIELDS = ("question", "answer", "context", "extra")
ENTRIES = st.dictionaries(st.sampled_from(FIELDS), TEXTS, min_size=1, max_size=4)


@dataclass
class Written:
    """A file, with what each stretch of it belongs to."""

    chunks: list[tuple[tuple[str, str] | None, str]] = field(default_factory=list)
    data: dict[str, dict[str, Any]] = field(default_factory=dict)
    flow: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.chunks)


def plain_or_quoted(draw: Draw, text: str, flow: bool) -> str:
    """A text in one of the styles in which it can stand on a line."""
    quoted = ['"' + re.sub(r'(["\\])', r"\\\1", text) + '"', "'" + text.replace("'", "''") + "'"]
    plain = re.fullmatch(r"[A-Za-zß-ž漢][\w ?ß-ž漢-]*\w", text) and not re.search(r" #|: ", text)
    plain = plain and not (flow and "?" in text)  # which only the loader with C reads
    return str(draw(st.sampled_from([text, *quoted] if plain else quoted)))


def value(draw: Draw, text: str, indent: str, eol: str) -> str:
    """A text after `key:` in a block, with the end of its line."""
    comment = draw(st.sampled_from(["", "  # é comment", " #"]))
    style = draw(st.sampled_from(["inline", "inline", "literal", "folded", "below"]))
    if style in ("literal", "folded"):
        sign = "|" if style == "literal" else ">"
        chomp = draw(st.sampled_from(["", "-"]))
        return f" {sign}{chomp}{comment}{eol}{indent}{text}{eol}"
    written = plain_or_quoted(draw, text, False)
    if style == "below":
        return f"{comment}{eol}{indent}{written}{comment}{eol}"
    return f" {written}{comment}{eol}"


def entry(draw: Draw, key: str, held: Any, indent: int, step: int, eol: str) -> str:
    """An entry as a block or in brackets."""
    lead, name = " " * indent, plain_or_quoted(draw, key, False)
    if isinstance(held, str):
        return f"{lead}{name}:{value(draw, held, lead + ' ' * step, eol)}"
    if draw(st.booleans()):
        pairs = [f"{one}: {plain_or_quoted(draw, text, True)}" for one, text in held.items()]
        joined = draw(st.sampled_from([", ", ",  ", f",{eol}{lead} "])).join(pairs)
        return f"{lead}{name}: {{{joined}}}{draw(st.sampled_from(['', ' # why']))}{eol}"
    lines = [f"{lead}{name}:{draw(st.sampled_from(['', '  # of mine']))}{eol}"]
    deeper = lead + " " * step
    for one, text in held.items():
        lines.append(draw(st.sampled_from(["", "", f"{deeper}# inside{eol}", eol])))
        lines.append(f"{deeper}{one}:{value(draw, text, deeper + ' ' * step, eol)}")
    return "".join(lines)


@st.composite
def files(draw: Draw) -> Written:
    """A curation file as a person may have written it."""
    made = Written()
    eol = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    step = draw(st.sampled_from([1, 2, 2, 4]))
    between = st.sampled_from(
        ["", "", eol, f"# a comment: on {{its}} own{eol}", f" # indented{eol}"]
    )
    made.chunks.append((None, draw(st.sampled_from(["", f"# top{eol}{eol}", f"---{eol}", eol]))))
    for section in draw(st.lists(st.sampled_from(["tune", "add", "drop"]), unique=True)):
        kind = TEXTS if section == "drop" else ENTRIES
        held = draw(st.dictionaries(KEYS, kind, max_size=4))
        made.data[section] = held
        made.chunks.append((None, draw(between)))
        if held and draw(st.integers(0, 5)) == 0:
            made.flow.add(section)
            pairs = [
                f"{plain_or_quoted(draw, k, True)}: {in_brackets(draw, v)}" for k, v in held.items()
            ]
            made.chunks.append((None, f"{section}: {{{', '.join(pairs)}}} # one line{eol}"))
            continue
        made.chunks.append((None, f"{section}:{draw(st.sampled_from(['', ' # mine']))}{eol}"))
        for key, one in held.items():
            made.chunks.append(((section, key), entry(draw, key, one, step, step, eol)))
            made.chunks.append((None, draw(between)))
    if draw(st.integers(0, 3)) == 0 and made.chunks[-1][1] == "" and len(made.chunks) > 2:
        owner, last = made.chunks[-2]
        made.chunks[-2] = (owner, last.removesuffix(eol))
    return made


def in_brackets(draw: Draw, held: Any) -> str:
    if isinstance(held, str):
        return plain_or_quoted(draw, held, True)
    return "{" + ", ".join(f"{k}: {plain_or_quoted(draw, v, True)}" for k, v in held.items()) + "}"


def tidy(held: Any) -> Any:
    if isinstance(held, str):
        return re.sub(r"\r\n?", "\n", held).strip()
    return {key: tidy(one) for key, one in held.items()}


def loaded(text: str) -> Any:
    """The file as PyYAML's own constructor reads it, every scalar a text."""
    data = yaml.load(text, yaml.BaseLoader) or {}
    return {name: tidy(held or {}) for name, held in data.items()}


def without(text: str, around: list[str]) -> str | None:
    """What stands between two stretches of the old text, if the new one kept both."""
    before, after = around
    if len(text) >= len(before) + len(after) and text.startswith(before) and text.endswith(after):
        return text[len(before) : len(text) - len(after)]
    return None


def expect_only(made: Written, after: str, section: str, key: str) -> None:
    """All chunks but the entry's own are in the new text, byte by byte."""
    texts = [text for _, text in made.chunks]
    owners = [owner for owner, _ in made.chunks]
    if (section, key) in owners:
        at = owners.index((section, key))
        assert without(after, ["".join(texts[:at]), "".join(texts[at + 1 :])]) is not None
        return
    places = (["".join(texts[:at]), "".join(texts[at:])] for at in range(len(texts) + 1))
    assert any(without(after, place) is not None for place in places)


@settings(max_examples=300, deadline=None)
@given(files(), st.sampled_from(["tune", "add", "drop", "pin"]), KEYS, st.data())
def test_setting_an_entry_changes_it_alone(
    made: Written, section: str, key: str, data: st.DataObject
) -> None:
    assert loaded(made.text) == {name: tidy(held) for name, held in made.data.items()}
    wanted = data.draw(ANY_TEXT if section == "drop" else st.dictionaries(
        st.sampled_from(FIELDS), ANY_TEXT, min_size=1, max_size=4
    ))  # fmt: skip
    after = set_entry(made.text, section, key, wanted)
    expected = {name: tidy(held) for name, held in made.data.items()}
    expected[section] = {**expected.get(section, {}), key: tidy(wanted)}
    assert loaded(after) == expected
    assert [list(held) for held in loaded(after).values()] == [list(h) for h in expected.values()]
    if section not in made.flow:
        expect_only(made, after, section, key)
    assert set_entry(after, section, key, wanted) == after


@settings(max_examples=300, deadline=None)
@given(files(), st.data())
def test_removing_an_entry_takes_it_alone(made: Written, data: st.DataObject) -> None:
    entries = [(section, key) for section, held in made.data.items() for key in held]
    if not entries:
        return
    section, key = data.draw(st.sampled_from(entries))
    after = remove_entry(made.text, section, key)
    expected = {name: tidy(held) for name, held in made.data.items()}
    del expected[section][key]
    assert loaded(after) == expected
    if section not in made.flow:
        at = [owner for owner, _ in made.chunks].index((section, key))
        texts = [text for _, text in made.chunks]
        assert after == "".join(texts[:at] + texts[at + 1 :])


EDITS = st.lists(
    st.tuples(st.sampled_from(["tune", "add", "drop"]), KEYS, st.booleans()), max_size=6
)


@settings(max_examples=150, deadline=None)
@given(files(), EDITS, st.data())
def test_a_sequence_of_edits_keeps_every_comment_that_stands_outside(
    made: Written, edits: list[tuple[str, str, bool]], data: st.DataObject
) -> None:
    text = made.text
    touched = {(section, key) for section, key, _ in edits}
    expected = {name: tidy(held) for name, held in made.data.items()}
    for section, key, sets in edits:
        held = expected.setdefault(section, {}) if sets else expected.get(section, {})
        if sets:
            wanted = data.draw(TEXTS if section == "drop" else ENTRIES)
            text = set_entry(text, section, key, wanted)
            held[key] = tidy(wanted)
        else:
            text = remove_entry(text, section, key)
            held.pop(key, None)
        assert loaded(text) == expected
    for owner, chunk in made.chunks:
        if owner not in touched:
            own = re.findall(r"# (?:top|a comment|indented|mine|one line).*", chunk)
            for kept in own if owner is None else [chunk.strip("\r\n")]:
                assert kept.rstrip("\r") in text


@settings(max_examples=200, deadline=None)
@given(files())
def test_the_comments_of_an_entry_survive_a_change_of_its_fields(made: Written) -> None:
    """Those on the line of its id and between its fields; a text's own line may be replaced."""
    for section, held in made.data.items():
        for key, one in held.items():
            if isinstance(one, dict):
                chunk = next((text for owner, text in made.chunks if owner == (section, key)), "")
                after = set_entry(made.text, section, key, {**one, "hint": "more"})
                for line in chunk.splitlines():
                    assert line in after or "{" in chunk


def shape(place: Place | None) -> Any:
    if place is None:
        return None
    inside = [shape(one) for pair in place.pairs for one in pair] + [shape(o) for o in place.items]
    return (place.kind, place.start, place.end, place.style, place.value, place.flow, inside)


def marks(node: Any) -> Any:
    if node is None:
        return None
    inside = node.value
    if isinstance(node, yaml.MappingNode):
        inside = [(marks(key), marks(held)) for key, held in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inside = [marks(one) for one in node.value]
    return (node.tag, node.start_mark.index, inside)


@settings(max_examples=150, deadline=None)
@given(files(), ENTRIES)
def test_the_loaders_with_and_without_c_agree(made: Written, held: dict[str, str]) -> None:
    for text in (made.text, set_entry(made.text, "tune", "alpha-1b", held)):
        page = Page("decks/x.yaml", text)
        assert marks(compose(page)) == marks(compose(page, pure=True))
        assert shape(grow(text).root) == shape(grow(text, pure=True).root)
        held_by_name = {name: held or {} for name, held in contents(text).items()}
        assert held_by_name == loaded(text)


PARTS = st.lists(
    st.dictionaries(st.sampled_from(["id", "question", "answer", "hint"]), TEXTS, min_size=1),
    min_size=1,
    max_size=4,
)
SPLITS = st.fixed_dictionaries(
    {"cards": PARTS},
    optional={"was": st.dictionaries(st.sampled_from(["question", "answer"]), TEXTS, min_size=1)},
)


def dashed(draw: Draw, parts: list[dict[str, str]], eol: str, least: int) -> str:
    """A list of cards as people indent them."""
    lead = " " * (least + draw(st.sampled_from([0, 2, 3])))
    gap = draw(st.sampled_from([" ", "   "]))
    lines = []
    for part in parts:
        if draw(st.integers(0, 3)) == 0:
            lines.append(f"{lead}-{gap}{in_brackets(draw, part)}{eol}")
            continue
        for at, (key, text) in enumerate(part.items()):
            start = f"{lead}-{gap}" if at == 0 else lead + " " + " " * len(gap)
            lines.append(f"{start}{key}:{value(draw, text, lead + ' ' * 8, eol)}")
    return "".join(lines)


@settings(max_examples=200, deadline=None)
@given(st.data(), PARTS, SPLITS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_list_of_cards_becomes_another_one(
    data: st.DataObject, parts: list[dict[str, str]], wanted: Any, eol: str, below: bool
) -> None:
    cards = dashed(data.draw, parts, eol, 4 if below else 2)
    before, after = (
        f"# top{eol}split:{eol}",
        f"  b: # mine{eol}    - {{answer: 'x'}}{eol}# end{eol}",
    )
    nested = f"  a:{eol}    cards:{eol}" if below else f"  a:{eol}"
    text = before + nested + cards + after
    new = wanted if below else wanted["cards"]
    edited = set_entry(text, "split", "a", new)
    assert without(edited, [before, after]) is not None
    found = yaml.load(edited, yaml.BaseLoader)["split"]["a"]
    assert [tidy(one) for one in (found["cards"] if below else found)] == [
        tidy(one) for one in wanted["cards"]
    ]
    assert without(remove_entry(edited, "split", "a"), [before, after]) == ""
