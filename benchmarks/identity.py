"""Measures whether cards keep their ids when notes are edited the way people and editors edit them.

    python benchmarks/identity.py [HABIT …] [--rounds N] [--files N] [--show N]

`--files 4000 --rounds 1` edits a vault of some 100,000 bullets.

Notes are made up, edited by one habit at a time, and matched again, with one card a bullet, so that
the figures are the matcher's and no rule's. The truth is known, since each bullet is an object that
an edit keeps or replaces. A line a habit: of the bullets that lived on how many kept their id, and
of those that are new how many got one of their own.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from time import perf_counter

from flashcards import notes
from flashcards.identity import identify, spots_of
from flashcards.lock import Lock, dump, load
from flashcards.model import Draft, Reading

THINGS = (
    "membrane kernel bond glacier lemma enzyme cache tariff vowel sonata cathedral neuron ledger "
    "plasma treaty isotope buffer colony verb harbour orbit ribosome census mortar axiom fungus "
    "packet drought pulley senate alloy sediment lens quota parser larva canal tendon archive"
).split()
KINDS = (
    "thin slow early rigid sparse local ionic royal tonal hidden cold dense rural lazy acid binary "
    "lateral modern fragile open wet silent common brittle remote steep formal convex plain loose"
).split()
DEEDS = (
    "stores filters raises splits carries replaces limits follows covers heats delays breaks joins "
    "feeds shields counts turns holds moves signs feels bends copies marks lifts opens divides"
).split()
LABELS = "Advantages Use Example Date Definition Note Drawback Cost Result Author".split()


@dataclass(eq=False)
class Bullet:
    text: str
    depth: int = 0
    tail: tuple[str, ...] = ()
    """Lines below it that belong to it, such as Logseq's properties."""
    silent: bool = False
    """No rule makes a card of it as it stands."""
    earlier: str = ""
    """Its text before an edit that may be taken back."""


@dataclass(eq=False)
class Section:
    title: str
    level: int = 2
    bullets: list[Bullet] = field(default_factory=list)


@dataclass(eq=False)
class File:
    sections: list[Section] = field(default_factory=list)
    marker: str = "-"
    indent: str = "  "
    width: int = 0
    """Where its lines are broken, if they are."""


class World(dict[str, File]):
    """Notes by path, and those that were deleted and may come back."""

    def __init__(self) -> None:
        super().__init__()
        self.attic: dict[str, File] = {}


# Making notes up


def thing(dice: random.Random) -> str:
    return f"{dice.choice(KINDS)} {dice.choice(THINGS)}"


def fact(dice: random.Random) -> str:
    """A sentence that hardly occurs twice."""
    one, other, third = thing(dice), thing(dice), thing(dice)
    deed = dice.choice(DEEDS)
    forms = (
        f"**{one.capitalize()} {dice.choice(THINGS)}**: a {other} that {deed} the {third}",
        f"The {one} {deed} the {other} before the {third} {dice.choice(DEEDS)} it",
        f"A {one} {deed} every {other} because the {third} {dice.choice(DEEDS)} {thing(dice)}s",
        f"{one.capitalize()} - {deed} a {other}",
        f"{dice.randint(1400, 2020)}: the {one} {deed} the {other}",
    )
    return dice.choice(forms)


def labelled(dice: random.Random) -> str:
    """A line that many sections have, with a few words after it."""
    label = dice.choice(LABELS)
    return dice.choice(
        (label, f"{label}: {dice.choice(KINDS)}", f"**{label}**: {thing(dice)}", f"{label}:")
    )


def section(dice: random.Random, labels: float) -> Section:
    made = Section(thing(dice).capitalize(), dice.choice((2, 2, 2, 3)))
    for _ in range(dice.randint(2, 9)):
        text = labelled(dice) if dice.random() < labels else fact(dice)
        depth = dice.randint(0, 2) if made.bullets else 0
        if made.bullets:
            depth = min(depth, made.bullets[-1].depth + 1)
        made.bullets.append(Bullet(text, depth))
    return made


def world(dice: random.Random, files: int = 12, labels: float = 0.3) -> World:
    made = World()
    for number in range(files):
        folder = dice.choice(("", "physics/", "law/old/", "journals/"))
        name = f"notes/{folder}{dice.choice(THINGS)} {number}.md"
        made[name] = File([section(dice, labels) for _ in range(dice.randint(1, 8))])
    return made


# Writing them down and matching them


def lines(file: File) -> Iterator[tuple[str, Bullet | None]]:
    """The lines of a file, each with the bullet that begins there."""
    for part in file.sections:
        yield f"{'#' * part.level} {part.title}", None
        yield "", None
        for bullet in part.bullets:
            margin = file.indent * bullet.depth
            first, *rest = wrapped(bullet.text, file.width)
            yield f"{margin}{file.marker} {first}", bullet
            for line in rest:
                yield f"{margin}  {line}", None
            for line in bullet.tail:
                yield f"{margin}  {line}", None
        yield "", None


def wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False) if width else [text]


def drafts_of(made: World) -> list[tuple[Draft, Bullet]]:
    """One draft for each bullet, as a rule would make it."""
    found = []
    for path, file in sorted(made.items()):
        rows = list(lines(file))
        at = {number: bullet for number, (_, bullet) in enumerate(rows, start=1) if bullet}
        note, _ = notes.read("\n".join(line for line, _ in rows), path)
        for bullet in note.bullets:
            truth = at.get(bullet.span.line)
            if truth is not None and not truth.silent:
                label, colon, rest = bullet.text.partition(": ")
                asked = Reading(f"What about {label}?", rest) if colon else Reading(label, label)
                found.append((Draft("", asked, bullet, ""), truth))
    return found


@dataclass
class Score:
    kept: int = 0
    lived: int = 0
    own: int = 0
    fresh: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


class Replay:
    """A lock that follows the notes, and the bullet that each id stood for last."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.ids: dict[int, str] = {}
        self.ever: set[str] = set()
        self.texts: dict[str, str] = {}
        self.bullets: list[Bullet] = []
        """All that were ever scored, so that none is mistaken for another one's address."""

    def step(self, made: World, now: int, score: Score, name: str) -> None:
        pairs = drafts_of(made)
        started = perf_counter()
        found = identify(spots_of([draft for draft, _ in pairs]), self.lock, now)
        score.seconds += perf_counter() - started
        ids: dict[int, str] = {}
        for known, (draft, bullet) in zip(found.known, pairs, strict=True):
            ids[id(bullet)] = known.id
            self._judge(bullet, known.id, draft, score, name)
        assert len(set(ids.values())) == len(ids), "an id stands twice"
        self.lock = load(dump(found.lock), "cards.lock")
        self.ids = self.ids | ids
        self.ever |= set(ids.values())
        self.texts |= {ids[id(bullet)]: bullet.text for _, bullet in pairs}
        self.bullets += [bullet for _, bullet in pairs]

    def _judge(self, bullet: Bullet, now: str, draft: Draft, score: Score, name: str) -> None:
        place = f"{name}: {draft.bullet.span.path}:{draft.bullet.span.line}: {bullet.text}"
        was = self.ids.get(id(bullet))
        if was is not None:
            score.lived += 1
            score.kept += was == now
            if was != now:
                score.faults.append(f"lost  {place}\n          was {self.texts[was]}, is {now}")
        elif self.ever:
            score.fresh += 1
            score.own += now not in self.ever
            if now in self.ever:
                score.faults.append(f"taken {place}\n          from {self.texts[now]}")


# Habits. Each edits the notes in place; a bullet that lives on stays the same object.

Habit = Callable[[World, random.Random], None]


def sections(made: World) -> list[Section]:
    return [part for file in made.values() for part in file.sections]


def bullets(made: World) -> list[Bullet]:
    return [bullet for part in sections(made) for bullet in part.bullets]


def some(made: World, dice: random.Random, share: float) -> list[Bullet]:
    return [bullet for bullet in bullets(made) if dice.random() < share]


def other_words(text: str, dice: random.Random, share: float = 0.2) -> str:
    """The sentence with a few of its words replaced, never its label."""
    head, colon, rest = text.partition(": ")
    words = (rest if colon else text).split(" ")
    for at in range(len(words)):
        if len(words) > 4 and dice.random() < share:
            words[at] = dice.choice(THINGS)
    return head + colon + " ".join(words) if colon else " ".join(words)


def reindent(made: World, dice: random.Random) -> None:
    for file in made.values():
        file.marker, file.indent = dice.choice((("*", "    "), ("-", "\t"), ("+", "   ")))


def nest_all(made: World, dice: random.Random) -> None:
    """Everything one level deeper, below a bullet of its own, as outliners do it."""
    for part in sections(made):
        for bullet in part.bullets:
            bullet.depth += 1
        part.bullets.insert(0, Bullet(f"Summary of {part.title.lower()} {dice.random():.6f}"))


def flatten(made: World, dice: random.Random) -> None:
    for bullet in bullets(made):
        bullet.depth = 0


def rename_files(made: World, dice: random.Random) -> None:
    """Kebab case for every file, folders merged: a migration to another program."""
    for path in list(made):
        file = made.pop(path)
        name = path.removeprefix("notes/").lower().replace(" ", "-").replace("/", "-")
        made[f"notes/{dice.choice('abc')}/{name}"] = file


def rename_to_dates(made: World, dice: random.Random) -> None:
    """Names that say nothing about the old ones."""
    for number, path in enumerate(list(made)):
        made[f"notes/2024_{number % 12 + 1:02}_{number:02}.md"] = made.pop(path)


def rename_and_edit(made: World, dice: random.Random) -> None:
    rename_to_dates(made, dice)
    for bullet in some(made, dice, 0.3):
        bullet.text = other_words(bullet.text, dice, 0.15)


def retitle(made: World, dice: random.Random) -> None:
    for part in sections(made):
        part.title = dice.choice((f"{part.title} (2024)", thing(dice).capitalize()))


def insert_top_heading(made: World, dice: random.Random) -> None:
    for path, file in made.items():
        for part in file.sections:
            part.level += 1
        file.sections.insert(0, Section(path.rpartition("/")[2].removesuffix(".md"), 1))


def insert_dates(made: World, dice: random.Random) -> None:
    """A day on top of each file, with what was learnt on it."""
    for file in made.values():
        day = f"{dice.randint(2000, 2030)}-{dice.randint(10, 12)}-{dice.randint(10, 28)}"
        file.sections.insert(0, Section(day, 1, [Bullet(fact(dice)), Bullet(fact(dice))]))


def retitle_and_relabel(made: World, dice: random.Random) -> None:
    """Headings reworded together with what is said of the labels below them."""
    retitle(made, dice)
    change_labelled(made, dice)


def reorder_sections(made: World, dice: random.Random) -> None:
    for file in made.values():
        dice.shuffle(file.sections)


def sort_bullets(made: World, dice: random.Random) -> None:
    for part in sections(made):
        for bullet in part.bullets:
            bullet.depth = 0
        part.bullets.sort(key=lambda bullet: bullet.text)


def split_files(made: World, dice: random.Random) -> None:
    """Each long file becomes one a section, and a few bullets are reworded on the way."""
    for path in [path for path, file in made.items() if len(file.sections) > 2]:
        for number, part in enumerate(made.pop(path).sections):
            made[f"{path[:-3]}/{number} {part.title.lower()}.md"] = File([part])
    for bullet in some(made, dice, 0.1):
        bullet.text = other_words(bullet.text, dice, 0.15)


def split_in_two(made: World, dice: random.Random) -> None:
    """Long files become two or three with names of their own, and are edited on the way."""
    for path in [path for path, file in made.items() if len(file.sections) > 3]:
        parts, count = made.pop(path).sections, dice.choice((2, 3))
        for number in range(count):
            part = parts[number * len(parts) // count : (number + 1) * len(parts) // count]
            made[f"{path[:-3]} {number} {dice.choice(THINGS)}.md"] = File(part)
    for bullet in some(made, dice, 0.2):
        bullet.text = other_words(bullet.text, dice, 0.15)


def split_folders(made: World, dice: random.Random) -> None:
    """Each folder becomes two, and a few bullets are edited on the way."""
    for path in list(made):
        folder, _, name = path.rpartition("/")
        made[f"{folder} {dice.choice(('one', 'two'))}/{name}"] = made.pop(path)
    fix_typos(made, dice)


def delete_and_restore(made: World, dice: random.Random) -> None:
    """Files deleted, and those deleted before restored, edited a little."""
    back, made.attic = made.attic, {}
    for path in [path for path in made if dice.random() < 0.3]:
        made.attic[path] = made.pop(path)
    made.update(back)
    for part in (part for file in back.values() for part in file.sections):
        for bullet in part.bullets:
            if dice.random() < 0.1:
                bullet.text = other_words(bullet.text, dice, 0.15)


def copy_notes(made: World, dice: random.Random) -> None:
    """A note copied as a template: the labels stay, the facts are written anew."""
    for path in dice.sample(sorted(made), 3):
        copy = File()
        for part in made[path].sections:
            filled = Section(part.title, part.level)
            for bullet in part.bullets:
                head = bullet.text.partition(":")[0].replace("**", "")
                text = f"{head}: {thing(dice)}" if head in LABELS else fact(dice)
                filled.bullets.append(Bullet(text, bullet.depth))
            copy.sections.append(filled)
        made[f"notes/{thing(dice)} {dice.random():.6f}.md"] = copy


def merge_files(made: World, dice: random.Random) -> None:
    paths = sorted(made)
    for path, other in list(pairwise(paths))[::2]:
        made[path].sections += made.pop(other).sections


def move_sections(made: World, dice: random.Random) -> None:
    for file in list(made.values()):
        if len(file.sections) > 1 and dice.random() < 0.5:
            target = dice.choice(list(made.values()))
            target.sections.append(file.sections.pop(dice.randrange(len(file.sections))))


def move_bullets(made: World, dice: random.Random) -> None:
    """Single facts cut here and pasted there; a label alone would mean nothing elsewhere."""
    parts = sections(made)
    for part in parts:
        for bullet in list(part.bullets):
            if len(bullet.text) >= 20 and dice.random() < 0.1:
                part.bullets.remove(bullet)
                dice.choice(parts).bullets.append(bullet)


def nest_some(made: World, dice: random.Random) -> None:
    """Blocks pushed below the one before them or pulled out again, and folded."""
    for part in sections(made):
        for before, bullet in pairwise(part.bullets):
            if dice.random() < 0.2:
                bullet.depth = dice.randint(0, before.depth + 1)
                before.tail = before.tail or ("collapsed:: true",)
            bullet.depth = min(bullet.depth, before.depth + 1)


def wrap(made: World, dice: random.Random) -> None:
    """Long lines broken, at another width each time, or joined."""
    width = dice.choice((40, 60, 0))
    for file in made.values():
        file.width = width + dice.choice((0, 20)) if width else 0


def reword(made: World, dice: random.Random) -> None:
    for bullet in some(made, dice, 0.3):
        bullet.text = other_words(bullet.text, dice)


def fix_typos(made: World, dice: random.Random) -> None:
    for bullet in some(made, dice, 0.5):
        if len(bullet.text) > 20:
            at = dice.randrange(8, len(bullet.text) - 4)
            bullet.text = bullet.text[:at] + bullet.text[at + 1 :]


def restyle(made: World, dice: random.Random) -> None:
    """A formatter: emphasis off or other, quotes curly, double spaces, a full stop."""
    for bullet in bullets(made):
        text = bullet.text.replace("**", dice.choice(("", "__"))).replace("'", "’")
        stop = "." if len(text) >= 20 and dice.random() < 0.5 else ""
        bullet.text = text.replace(" - ", " — ").replace(": ", ":  ") + stop


def emphasise(made: World, dice: random.Random) -> None:
    """A word or two of a sentence made bold, or a code or a link of them."""
    for bullet in some(made, dice, 0.5):
        words = bullet.text.split(" ")
        at = dice.randrange(len(words))
        if words[at].isalpha():
            before, after = dice.choice((("**", "**"), ("`", "`"), ("[[", "]]"), ("==", "==")))
            words[at] = before + words[at] + after
        bullet.text = " ".join(words)


def take_back(made: World, dice: random.Random) -> None:
    """Edits, and edits taken back; some of what was edited makes no card meanwhile."""
    for bullet in bullets(made):
        if bullet.earlier:
            bullet.text, bullet.earlier, bullet.silent = bullet.earlier, "", False
        elif dice.random() < 0.3:
            bullet.earlier, bullet.silent = bullet.text, dice.random() < 0.5
            bullet.text = other_words(bullet.text, dice, 0.1)


def grow(made: World, dice: random.Random) -> None:
    """Bullets get a second half, of any length."""
    for bullet in some(made, dice, 0.3):
        if len(bullet.text) >= 20:
            bullet.text += "".join(f", {fact(dice).lower()}" for _ in range(dice.randint(1, 4)))


def shrink(made: World, dice: random.Random) -> None:
    for bullet in some(made, dice, 0.3):
        if len(bullet.text) > 45:
            bullet.text = bullet.text[: dice.randint(24, len(bullet.text))].rstrip()


def labels_once(part: Section) -> Iterator[tuple[str, Bullet]]:
    """The bullets of a section with a label that no other there has."""
    heads = [bullet.text.partition(":")[0].replace("**", "") for bullet in part.bullets]
    for head, bullet in zip(heads, part.bullets, strict=True):
        if head in LABELS and heads.count(head) == 1:
            yield head, bullet


def grow_after_label(made: World, dice: random.Random) -> None:
    """`Advantages:` becomes `Advantages: cheap and so on`."""
    for part in sections(made):
        for head, bullet in labels_once(part):
            if bullet.text.rstrip(":") == head and dice.random() < 0.5:
                bullet.text = f"{head}: {thing(dice)} {dice.choice(DEEDS)} the {thing(dice)}"


def autosave(made: World, dice: random.Random) -> None:
    """A journal caught while its last bullet is typed, a few words at a time."""
    for file in made.values():
        last = file.sections[-1].bullets
        typed = [bullet for bullet in last if bullet.text.endswith("…")]
        if typed:
            bullet = typed[0]
            bullet.text = bullet.text.rstrip("…") + " " + " ".join(fact(dice).split()[:3]) + "…"
            if len(bullet.text) > 120:
                bullet.text = bullet.text.rstrip("…")
        else:
            last.append(Bullet(" ".join(fact(dice).split()[:5]) + "…"))


def type_letters(made: World, dice: random.Random) -> None:
    """Bullets saved while they are typed, a few letters at a time; what is short makes no card."""
    for part in sections(made):
        typed = [bullet for bullet in part.bullets if bullet.earlier]
        if not typed and dice.random() < 0.3:
            typed = [Bullet("", earlier=fact(dice))]
            part.bullets.insert(dice.randint(0, len(part.bullets)), typed[0])
        for bullet in typed:
            bullet.text = bullet.earlier[: len(bullet.text) + dice.randint(3, 9)].rstrip()
            if bullet.text == bullet.earlier:
                bullet.earlier = ""
            bullet.silent = len(bullet.text) < 20


def logseq_properties(made: World, dice: random.Random) -> None:
    """Logseq writes ids and states below blocks that are referred to."""
    for bullet in some(made, dice, 0.3):
        if not bullet.tail:
            bullet.tail = (f"id:: {dice.getrandbits(128):032x}", "collapsed:: true")


def anchor_then_rewrite(made: World, dice: random.Random) -> None:
    """A bullet with an anchor is rewritten as a whole, and moved: its anchor decides."""
    parts = sections(made)
    for part in parts:
        for bullet in list(part.bullets):
            if bullet.tail and bullet.tail[0].startswith("id::"):
                bullet.text = fact(dice)
                part.bullets.remove(bullet)
                dice.choice(parts).bullets.append(bullet)


def replace_facts(made: World, dice: random.Random) -> None:
    """Facts deleted, and others written where they stood."""
    for part in sections(made):
        for at, bullet in enumerate(part.bullets):
            if len(bullet.text) >= 20 and dice.random() < 0.2:
                part.bullets[at] = Bullet(fact(dice), bullet.depth)


def add_and_delete(made: World, dice: random.Random) -> None:
    for part in sections(made):
        part.bullets = [bullet for bullet in part.bullets if dice.random() < 0.9]
        part.bullets.insert(dice.randint(0, len(part.bullets)), Bullet(fact(dice)))


def template_sections(made: World, dice: random.Random) -> None:
    """A section from a template, with the labels that all others have."""
    for file in made.values():
        texts = [f"{label}: {dice.choice(KINDS)}" for label in LABELS[:5]]
        part = Section(thing(dice).capitalize(), 2, [Bullet(text) for text in texts])
        file.sections.insert(dice.randint(0, len(file.sections)), part)


def change_labelled(made: World, dice: random.Random) -> None:
    """The words after a label, where a section has that label once."""
    for part in sections(made):
        for head, bullet in labels_once(part):
            if ":" in bullet.text and dice.random() < 0.3:
                bullet.text = f"{head}: {thing(dice)}"


HABITS: dict[str, Habit] = {
    habit.__name__.replace("_", "-"): habit
    for habit in (
        reindent, nest_all, nest_some, flatten, wrap, rename_files, rename_to_dates,
        rename_and_edit, retitle, retitle_and_relabel, insert_top_heading, insert_dates,
        reorder_sections, sort_bullets, split_files, split_in_two, split_folders, merge_files,
        delete_and_restore, move_sections, move_bullets, reword, fix_typos, restyle, emphasise,
        grow, shrink, grow_after_label, take_back, autosave, type_letters, logseq_properties,
        anchor_then_rewrite, replace_facts, add_and_delete, copy_notes, template_sections,
        change_labelled,
    )
}  # fmt: skip
PREPARED = {"anchor-then-rewrite": "logseq-properties"}
"""What must have happened before a habit has anything to edit."""
STEPS = {"type-letters": 25}
"""How often a habit is repeated, where that is not three times."""


def measure(name: str, rounds: int, files: int) -> Score:
    """One habit on notes of its own, a few times over."""
    score = Score()
    for seed in range(rounds):
        dice = random.Random(f"{name} {seed}")
        made, replay = world(dice, files), Replay()
        if name in PREPARED:
            HABITS[PREPARED[name]](made, dice)
        replay.step(made, 1, replace(score), name)
        for now in range(2, 2 + STEPS.get(name, 3)):
            HABITS[name](made, dice)
            replay.step(made, now, score, name)
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("habits", nargs="*", metavar="HABIT")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--files", type=int, default=12)
    parser.add_argument("--show", type=int, default=0, help="faults to print for each habit")
    given = parser.parse_args()
    print(f"{'habit':20} {'kept':>15} {'':>9} {'own':>13} {'':>9}")
    for name in given.habits or HABITS:
        score = measure(name, given.rounds, given.files)
        kept, own = 100 * score.kept / max(1, score.lived), 100 * score.own / max(1, score.fresh)
        own_share = f"{own:8.3f}%" if score.fresh else ""
        print(
            f"{name:20} {score.kept:7}/{score.lived:<7} {kept:8.3f}% "
            f"{score.own:6}/{score.fresh:<6} {own_share:9} {score.seconds:6.1f} s",
            flush=True,
        )
        for fault in score.faults[: given.show]:
            print("    ", fault)


if __name__ == "__main__":
    main()
