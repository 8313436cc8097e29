"""Vaults: notes made up by a seeded generator, with the mix that lecture notes have."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from identity import DEEDS, KINDS, THINGS, thing

A_FILE = 100
"""Bullets of a file."""
A_FOLDER = 50
"""Files of a folder, which becomes a package."""
A_SECTION = 12
NESTED = (0.55, 0.32, 0.13)
"""Shares of bullets at each depth, counted in 75 files of lecture and reading notes."""
STEPS = 0.06
"""Share of sections whose bullets are numbered."""
MANNERS = (
    "slowly in-the-dark over-night at-once under-pressure by-heat for-years at-its-edge".split()
)
LABELS = "Advantage Use Drawback Cost Result Author Date Place Method Unit".split()
NAMES = "Ada Lund|Max Ferro|Ines Okoye|Tom Varga|Lea Brandt|Ravi Sen|Mona Falk|Juri Aalto".split(
    "|"
)
LANGUAGES = ("python", "sh", "c")


def label(dice: random.Random) -> str:
    return f"{dice.choice(LABELS)}: {dice.choice((thing(dice), f'{dice.randint(2, 900)} metres'))}"


def term(dice: random.Random) -> str:
    name = f"{dice.choice(KINDS)} {thing(dice)}"
    return f"**{name.capitalize()}**: a {thing(dice)} that {deed(dice)} the {thing(dice)}"


def deed(dice: random.Random) -> str:
    return dice.choice(DEEDS)


def manner(dice: random.Random) -> str:
    return dice.choice(MANNERS).replace("-", " ")


def sentence(dice: random.Random) -> str:
    one, other = thing(dice), thing(dice)
    return dice.choice(
        (
            f"The {one} {deed(dice)} the {other} {manner(dice)}",
            f"A {one} {deed(dice)} every {other} because the {thing(dice)} {deed(dice)} it",
            f"When the {one} {deed(dice)} the {other}, it {deed(dice)} the {thing(dice)} as well",
            f"In {dice.randint(1400, 2020)}, {dice.choice(NAMES)} found that the {one} "
            f"{deed(dice)} the {other}",
            f"The {one} has {dice.randint(2, 90)} parts, and each {deed(dice)} the {other}",
            f"The {one} is not {dice.choice(KINDS)}, but it {deed(dice)} the {other}",
        )
    )


def sentences(dice: random.Random) -> str:
    return f"{sentence(dice)}. {sentence(dice)}."


def anaphor(dice: random.Random) -> str:
    """What says nothing without the bullet above."""
    one, other = thing(dice), thing(dice)
    return dice.choice(
        (
            f"This {deed(dice)} it {manner(dice)}, so they had to wait for the {one}",
            f"It then {deed(dice)} them as well, but nobody knew about the {other} yet",
            f"They were {dice.choice(KINDS)} and {dice.choice(KINDS)} for the most part",
            f"I think that the {one} matters more here than the {other} of last week",
        )
    )


def fragment(dice: random.Random) -> str:
    one, other = thing(dice), thing(dice)
    return dice.choice(
        (
            f"{dice.choice(KINDS)} and {dice.choice(KINDS)}",
            f"{one} -> {other}",
            f"mostly {dice.choice(KINDS)}, as with the {one} of the {other} in the north",
            f"better for a {one} than for any {other}, and not much slower",
            f"several kinds of {one}, with or without a {other}",
        )
    )


def formula(dice: random.Random) -> str:
    one, other = dice.sample("abcdefgkmnpqrstuvwxyz", 2)
    power, share = dice.randint(2, 9), dice.randint(2, 99)
    says = f"{one} = {share}{other}^{power} + \\frac{{{other}}}{{{power}}}"
    return f"The {thing(dice)} of a {thing(dice)} is ${says}$"


def code(dice: random.Random) -> str:
    name = f"{dice.choice(KINDS)}_{dice.choice(THINGS)}"
    call = f"`{name}(--{dice.choice(KINDS)})`"
    return f"{call} {deed(dice)} the {thing(dice)} of `{dice.choice(THINGS)}`"


def linked(dice: random.Random) -> str:
    page = dice.choice(THINGS)
    link = f"[{page}](https://example.org/{page})"
    return f"The {link} {deed(dice)} the *{thing(dice)}*, see [[{thing(dice)}]]"


def question(dice: random.Random) -> str:
    return f"Why does the {thing(dice)} need a {thing(dice)}?"


def task(dice: random.Random) -> str:
    return f"[ ] read about the {thing(dice)}"


Form = Callable[[random.Random], str]

MIX: tuple[tuple[Form, float], ...] = (
    (fragment, 0.30), (anaphor, 0.20), (sentence, 0.14), (sentences, 0.05), (label, 0.10),
    (term, 0.06), (formula, 0.06), (code, 0.05), (linked, 0.02), (question, 0.01), (task, 0.01),
)  # fmt: skip
"""What bullets say, with its share."""
_FORMS = tuple(form for form, _ in MIX)
_SHARES = tuple(share for _, share in MIX)


def fenced(dice: random.Random) -> list[str]:
    name = dice.choice(THINGS)
    return [f"```{dice.choice(LANGUAGES)}", f"{name} = {dice.choice(KINDS)}({dice.randint(1, 99)})",
            f"print({name})", "```"]  # fmt: skip


def tabled(dice: random.Random) -> list[str]:
    return ["| Part | Task |", "|---|---|",
            *(f"| {thing(dice)} | {deed(dice)} the {thing(dice)} |" for _ in range(3))]  # fmt: skip


def section(dice: random.Random, bullets: int) -> Iterator[str]:
    """So many bullets below a heading, and now and then a table, code or a paragraph."""
    yield from ("", f"## {thing(dice).capitalize()}", "")
    depth, steps = 0, dice.random() < STEPS
    for at in range(bullets):
        wanted = dice.choices((0, 1, 2), NESTED)[0]
        depth = min(wanted, depth + 1) if at else 0
        mark = f"{at + 1}." if steps and not depth else "-"
        yield f"{'    ' * depth}{mark} {dice.choices(_FORMS, _SHARES)[0](dice)}"
    extra = dice.choices((None, fenced, tabled, lambda dice: [sentences(dice)]), (6, 1, 1, 2))[0]
    if extra:
        yield from ("", *extra(dice))


def note(dice: random.Random, number: int, bullets: int) -> str:
    lines = [f"# {thing(dice).capitalize()} {number}"]
    for start in range(0, bullets, A_SECTION):
        lines += section(dice, min(A_SECTION, bullets - start))
    return "\n".join(lines) + "\n"


def lay(root: Path, bullets: int) -> None:
    """A vault with so many bullets; the same number makes the same vault."""
    for number, start in enumerate(range(0, bullets, A_FILE)):
        path = root / "notes" / f"part {number // A_FOLDER}" / f"note {number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        dice = random.Random(f"{bullets} {number}")
        path.write_text(note(dice, number, min(A_FILE, bullets - start)), encoding="utf-8")


def edit(root: Path, nonce: int) -> None:
    """Give the first bullet of the first note other words."""
    path = next(iter(sorted((root / "notes").rglob("*.md"))))
    text = path.read_text(encoding="utf-8")
    at = text.index("- ") + 2
    end = text.index("\n", at)
    path.write_text(f"{text[:at]}The tide {nonce} lifts the harbour{text[end:]}", encoding="utf-8")


def rename(root: Path, nonce: int) -> None:
    """Give the last folder of notes, or the last note where there is none, another name."""
    entries = sorted((root / "notes").iterdir())
    last = max((entry for entry in entries if entry.is_dir()), default=entries[-1])
    last.rename(last.with_name(f"{last.stem} {nonce}{last.suffix}"))


def forget(root: Path, cache: Path) -> None:
    """Take away all that earlier builds left."""
    for folder in (root / "decks", cache):
        shutil.rmtree(folder, ignore_errors=True)
    cache.mkdir()
