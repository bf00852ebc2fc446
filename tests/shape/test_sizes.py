"""The tree stays readable: small files, small functions, whole words."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 250
LONGEST_FUNCTION = 60
VAGUE_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "misc", "base"}


def sources() -> list[Path]:
    folders = ("chassis", "gateway", "services", "deploy", "tests")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return [path for path in found if not {"versions", ".venv", "node_modules"} & set(path.parts)]


def lines(path: Path) -> int:
    return path.read_text().count("\n")


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text())
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno


def ninetieth(values: list[int]) -> float:
    return statistics.quantiles(values, n=10)[-1]


def test_no_file_holds_two_ideas() -> None:
    assert [str(path.relative_to(ROOT)) for path in sources() if lines(path) > LONGEST_FILE] == []


def test_files_are_short() -> None:
    shipped = [lines(path) for path in sources() if "tests" not in path.parts and lines(path)]
    assert statistics.median(shipped) < 90
    assert ninetieth(shipped) < 200


def test_functions_are_short() -> None:
    found = [(path, function) for path in sources() for function in functions(path)]
    assert [f"{path.name}:{function.name}" for path, function in found if length(function) > LONGEST_FUNCTION] == []
    shipped = [length(function) for path, function in found if "tests" not in path.parts]
    assert statistics.median(shipped) <= 8
    assert ninetieth(shipped) <= 20


def test_modules_have_names_that_say_something() -> None:
    assert [str(path.relative_to(ROOT)) for path in sources() if path.stem in VAGUE_NAMES] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in sources() if lines(path) and not ast.get_docstring(ast.parse(path.read_text()))]
    assert [str(path.relative_to(ROOT)) for path in silent] == []
