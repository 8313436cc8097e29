"""Which part may know which, and who may touch files, the clock and the screen."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "flashcards"

LAYERS = (
    ("lazy_re",),
    ("model", "sources"),
    ("problems", "braces", "phrased", "media"),
    ("english", "notes", "lock", "markup", "ignore"),
    ("passages", "lint", "anki"),
    ("cloze", "versions"),
    ("rules",),
    ("phrase", "identity"),
    ("changes", "curation", "edits", "pages"),
    ("shown", "marked"),
    ("gathered",),
    ("build", "preview"),
    ("workspace",),
    ("vault",),
    ("cli",),
    ("__main__",),
)
"""From the bottom up: a part may import its own files and the layers below it."""

RANK = {part: rank for rank, layer in enumerate(LAYERS) for part in layer}
EDGES = {"cli", "vault", "workspace", "__main__"}
"""The parts that may touch files, the clock and the screen."""

DOORS = {
    "open", "print", "input", "exec", "eval", "os.open", "os.environ", "os.getenv", "os.listdir",
    "os.scandir", "os.walk", "os.remove", "os.replace", "os.rename", "sys.stdout", "sys.stderr",
    "sys.stdin", "sys.argv", "sys.exit", "time.time", "time.time_ns", "time.monotonic",
    "time.sleep", "datetime.now", "datetime.today", "datetime.utcnow", "date.today",
    "datetime.datetime.now", "datetime.date.today", "Path.cwd", "Path.home", "random.random",
    "uuid.uuid4",
}  # fmt: skip
METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "iterdir",
           "glob", "rglob", "touch", "rmdir"}  # fmt: skip

OWN_DATA = "importlib.resources"
"""How a part reads a file of the program's own, such as a word list or a template."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST, module: Path) -> Iterator[str]:
    """The parts of the package that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("flashcards."))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downwards(module: Path) -> None:
    part = part_of(module)
    if part == "__init__":
        return
    for imported in imports(ast.parse(module.read_text(encoding="utf-8")), module):
        if imported not in ("__version__", part):
            assert imported in RANK, f"{imported} has no place in the table"
            assert RANK[imported] < RANK[part], f"{part} may not import {imported}"


def test_every_part_has_a_layer() -> None:
    assert {part_of(module) for module in MODULES} - {"__init__"} == set(RANK)


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if part_of(module) not in EDGES],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_the_core_is_pure(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        name = ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""
        assert name not in DOORS, f"line {node.lineno}: {name}"  # type: ignore[attr-defined]
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            assert OWN_DATA in text, f"line {node.lineno}: .{node.attr}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_in_one_sentence_what_it_is(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    first = docstring.partition("\n\n")[0]
    assert first.endswith((".", "?")), f"{module}: {first!r}"


def test_every_rule_is_listed() -> None:
    from flashcards.rules import NAMES, ORDER, all_rules

    files = {path.stem for path in (PACKAGE / "rules").iterdir()} - {"__init__", "__pycache__"}
    assert files == set(ORDER)
    assert len(ORDER) == len(set(ORDER))
    assert tuple(rule.name for rule in all_rules()) == NAMES


def test_the_version_stands_once() -> None:
    from flashcards import __version__

    holders = [
        path.relative_to(ROOT)
        for path in [*MODULES, ROOT / "pyproject.toml"]
        if re.search(rf"[\"']{re.escape(__version__)}[\"']", path.read_text(encoding="utf-8"))
    ]
    assert holders == [Path("flashcards/__init__.py")]


def test_the_wheel_holds_every_file_of_the_package() -> None:
    """Hatch packs a folder whole, unless something excludes files or .gitignore hides them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel == {"packages": ["flashcards"]}
    hidden = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    data = {path.suffix for path in PACKAGE.rglob("*") if path.is_file()} - {".py", ".pyc"}
    assert data, "word lists, templates and styles are part of the package"
    assert not [pattern for pattern in hidden if any(pattern.endswith(kind) for kind in data)]


def test_a_run_that_phrases_nothing_loads_no_rule() -> None:
    """Patterns take time to compile; a build whose notes were all phrased before needs none."""
    command = "import sys, flashcards.build, flashcards.cli.shelf; print(*sys.modules)"
    loaded = set(subprocess.check_output([sys.executable, "-c", command], text=True).split())
    assert not {"flashcards.phrase", "flashcards.lint", "flashcards.rules.term"} & loaded


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    """A command that does not need one must not pay for its import."""
    heavy = {"genanki", "yaml", "pygments", "nh3", "rich", "anki", "sqlite3", "math_core"}
    heavy |= {"tree_sitter", "tree_sitter_org"}
    for module in MODULES:
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            found = {name.split(".")[0] for name in names} & heavy
            assert not found or part_of(module) in {"anki", "curation", "markup"}, module
