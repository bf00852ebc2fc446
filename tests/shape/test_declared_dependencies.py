"""Every part is installed alone where it is deployed, so what it imports must come with what it declares."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
SOURCES = {
    "gateway": ROOT / "gateway/src",
    **{folder.name: folder / "src" for folder in sorted((ROOT / "services").iterdir()) if (folder / "src").is_dir()},
}
CHASSIS = ROOT / "chassis/src"
NOT_ASKED_FOR = {"chassis", "totetaxi", *SOURCES, *sys.stdlib_module_names}


@cache
def imports(file: Path) -> set[str]:
    """Modules that a file names, wherever in it, but for those that are there for the type checker alone."""
    names: set[str] = set()
    todo: list[ast.AST] = [ast.parse(file.read_text())]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
        is_for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        todo += node.orelse if isinstance(node, ast.If) and is_for_types else ast.iter_child_nodes(node)
    return names


def own_file(module: str) -> Path | None:
    """The chassis' file of that name."""
    path = CHASSIS.joinpath(*module.split("."))
    return next((file for file in (path.with_suffix(".py"), path / "__init__.py") if file.exists()), None)


def reached(part: str) -> Iterator[Path]:
    """A part's own files, and those of the chassis that they lead to."""
    todo, seen = list((SOURCES[part] / part).rglob("*.py")), set[Path]()
    while todo:
        file = todo.pop()
        if file not in seen:
            seen.add(file)
            yield file
            todo += [found for module in imports(file) if module.startswith("chassis") and (found := own_file(module))]


def declared(distribution: str, extras: frozenset[str], seen: set[tuple[str, frozenset[str]]]) -> set[str]:
    """What is installed with a distribution."""
    if (distribution, extras) in seen:
        return set()
    seen.add((distribution, extras))
    found = {distribution}
    for line in requires(distribution) or []:
        needed = Requirement(line)
        asked_by = extras or {""}
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in asked_by):
            found |= declared(canonicalize_name(needed.name), frozenset(needed.extras), seen)
    return found


@pytest.mark.parametrize("part", SOURCES)
def test_what_a_part_imports_is_installed_with_it(part: str) -> None:
    come_with_it = declared(f"totetaxi-{part}", frozenset(), set())
    known = packages_distributions()
    missing = set()
    for file in reached(part):
        for package in {module.partition(".")[0] for module in imports(file)} - NOT_ASKED_FOR:
            providers = {canonicalize_name(each) for each in known.get(package, [])}
            if not providers & come_with_it:
                missing.add(f"{package} (in {file.relative_to(ROOT)})")
    assert missing == set()
